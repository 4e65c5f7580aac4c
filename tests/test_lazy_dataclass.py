"""Classes declared by our decorator behave as those of the standard library, whatever is asked of them first."""

from __future__ import annotations

import copy
import dataclasses
import itertools
import pickle
import pprint
import sys
import threading
from dataclasses import FrozenInstanceError, InitVar, asdict, field, fields, is_dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.lazy_dataclass import dataclass, replace, values_of

MANY = 200  # objects, of which the last are made by the `__init__` that was written for their class
OPTIONS: tuple[dict[str, bool], ...] = (
    {},
    {"slots": True},
    {"frozen": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "order": True},
    {"frozen": True, "slots": True, "kw_only": True},
)


def both(**options: bool) -> tuple[type[Any], type[Any]]:
    """The same class by our decorator and by the standard library's."""

    def declared(decorator: Any) -> type[Any]:
        class Book:
            name: str
            pages: int
            notes: dict[str, int] = field(default_factory=dict, hash=False)
            price: int = 5
            shelf: str = field(default="-", compare=False, repr=False)

        made: type[Any] = decorator(**options)(Book)
        return made

    return declared(dataclass), declared(dataclasses.dataclass)


@pytest.fixture(params=OPTIONS, ids=lambda options: "-".join(options) or "plain")
def pair(request: pytest.FixtureRequest) -> tuple[type[Any], type[Any]]:
    return both(**request.param)


def told(act: Any) -> object:
    """What comes of it: the value, or the kind of error with what it says."""
    try:
        return act()
    except (TypeError, AttributeError) as error:
        return type(error), str(error)


def prove_many(kind: type[Any]) -> None:
    for _ in range(MANY):
        kind(name="ก", pages=1)
    assert kind.__init__.__code__.co_filename == "<string>", "written for this class"


BOOKS = st.fixed_dictionaries(
    {"name": st.sampled_from("กขค"), "pages": st.integers(0, 2)},
    optional={
        "notes": st.dictionaries(st.sampled_from("ab"), st.integers(0, 1), max_size=1),
        "price": st.sampled_from((5, 6)),
        "shelf": st.sampled_from(("-", "บน")),
    },
)


@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: "-".join(options) or "plain")
@given(one=BOOKS, other=BOOKS, many=st.booleans())
def test_objects_are_compared_hashed_and_shown_as_the_standard_librarys(
    options: dict[str, bool], one: dict[str, Any], other: dict[str, Any], many: bool
) -> None:
    ours, theirs = both(**options)
    if many:
        prove_many(ours)
    asked = (
        lambda kind: repr(kind(**one)),
        lambda kind: kind(**one) == kind(**other),
        lambda kind: kind(**one) != kind(**other),
        lambda kind: kind(**one) == 5,
        lambda kind: kind(**one) < kind(**other),
        lambda kind: kind(**one) >= kind(**other),
        lambda kind: hash(kind(**one)),
        lambda kind: asdict(kind(**one)),
        lambda kind: asdict(dataclasses.replace(kind(**one), pages=7)),
        lambda kind: kind.__match_args__,
    )
    assert [told(lambda ask=ask: ask(ours)) for ask in asked] == [told(lambda ask=ask: ask(theirs)) for ask in asked]


@pytest.mark.parametrize(("given", "named"), [
    ((), {}), (("ก",), {}), (("ก", 3), {}), (("ก", 3, {"a": 1}, 4, "บน"), {}), ((1, 2, 3, 4, 5, 6), {}),
    (("ก",), {"pages": 3}), (("ก", 3), {"pages": 3}), (("ก", 3), {"unknown": 1}), ((), {"name": "ก", "pages": 3, "price": 1}),
])
def test_a_call_is_accepted_or_refused_in_the_same_words(pair: tuple[type[Any], type[Any]], given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = pair
    want = told(lambda: repr(theirs(*given, **named)))
    assert told(lambda: repr(ours(*given, **named))) == want
    prove_many(pair[0])
    assert told(lambda: repr(ours(*given, **named))) == want


@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: "-".join(options) or "plain")
def test_any_mixture_of_places_and_names_is_bound_alike(options: dict[str, bool]) -> None:
    values = {"name": "ก", "pages": 3, "notes": {"a": 1}, "price": 4, "shelf": "บน", "unknown": 0}
    counts = range(len(values) + 1)
    for places, more in itertools.product(counts, itertools.chain.from_iterable(itertools.combinations(values, n) for n in counts)):
        given, named = list(values.values())[:places], {name: values[name] for name in more}
        ours, theirs = both(**options)  # anew: a refused call has its `__init__` written
        first, again, want = (told(partial(made, kind, given, named)) for kind in (ours, ours, theirs))
        assert first == again == want, (given, named)


def made(kind: type[Any], given: list[Any], named: dict[str, Any]) -> str:
    return repr(kind(*given, **named))


def shape(each: dataclasses.Field[Any]) -> tuple[object, ...]:
    return each.name, each.type, each.default, each.default_factory, each.kw_only, each.compare, each.hash, each.repr


def test_a_class_is_known_before_it_has_objects(pair: tuple[type[Any], type[Any]]) -> None:
    ours, theirs = pair
    assert is_dataclass(ours)
    assert [shape(each) for each in fields(ours)] == [shape(each) for each in fields(theirs)]
    assert ours.__match_args__ == theirs.__match_args__
    assert get_type_hints(ours) == get_type_hints(theirs)
    assert hasattr(ours, "__slots__") is hasattr(theirs, "__slots__")


def test_each_object_has_its_own_of_what_a_factory_makes(pair: tuple[type[Any], type[Any]]) -> None:
    one, other = (pair[0](name="ก", pages=1) for _ in range(2))
    one.notes["a"] = 1
    assert other.notes == {}


@pytest.mark.parametrize("slots", [True, False])
def test_a_frozen_object_refuses_changes(slots: bool) -> None:
    ours, _ = both(frozen=True, slots=slots)
    book = ours("ก", 1)
    with pytest.raises(FrozenInstanceError):
        book.pages = 2
    with pytest.raises(FrozenInstanceError):
        del book.pages
    assert book.pages == 1


def test_what_is_not_frozen_changes_and_has_no_hash() -> None:
    ours, _ = both(slots=True)
    book = ours("ก", 1)
    book.pages = 2
    assert book.pages == 2
    with pytest.raises(TypeError):
        hash(book)


@dataclass(frozen=True, slots=True)
class Paper:
    """Of this module, so that pickle finds it."""

    name: str
    sheets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamped(Paper):
    stamp: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Paper):
    signer: str

    def __repr__(self) -> str:
        return f"signed by {self.signer}"


def test_a_subclass_has_the_fields_of_both() -> None:
    assert Stamped("ก", (1,), "ลับ") == Stamped(name="ก", sheets=(1,), stamp="ลับ")
    assert Stamped("ก") != Paper("ก")
    assert repr(Stamped("ก")) == "Stamped(name='ก', sheets=(), stamp='')"
    assert "stamp" in Stamped.__slots__
    assert "name" not in Stamped.__slots__


def test_what_a_class_writes_itself_stays() -> None:
    assert repr(Signed("ก", signer="ข")) == "signed by ข"


@pytest.mark.parametrize("value", [Paper("ก", (1, 2)), Stamped("ก", stamp="ลับ"), Signed("ก", signer="ข")], ids=repr)
def test_copied_and_pickled_values_are_equal(value: Paper) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value


def test_a_pickled_value_is_read_by_a_process_that_made_none(tmp_path: Path) -> None:
    import subprocess

    from hrdesk.reports.document import Paragraph, Run

    kept = tmp_path / "value"
    kept.write_bytes(pickle.dumps(Paragraph((Run("ก", bold=True),))))
    code = f"import pickle, pathlib; value = pickle.loads(pathlib.Path({str(kept)!r}).read_bytes()); print(ascii(value), hash(value) == hash(value))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == [*ascii(Paragraph((Run("ก", bold=True),))).split(), "True"]


def test_first_objects_are_made_by_several_threads_at_once() -> None:
    for _ in range(50):
        ours, _ = both(frozen=True, slots=True)
        ready, made = threading.Barrier(4), []

        def make(ours: type[Any] = ours, ready: threading.Barrier = ready, made: list[Any] = made) -> None:
            ready.wait()
            made.append((ours("ก", 1), fields(ours)[0].name))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made == [(ours("ก", 1), "name")] * 4


def refused() -> list[tuple[type, type[Exception], str]]:
    """Classes that cannot be declared, the error and what it must name beside the class."""

    class Checked:
        pages: int

        def __post_init__(self) -> None:
            raise AssertionError

    class Counted:
        pages: int
        sheets: int = field(init=False, default=0)

    class Inherited(Checked):
        price: int

    class Shared:
        notes: list[str] = []  # noqa: RUF012 - the slip that is to be found

    class OfTheClass:
        count: ClassVar[int] = 0

    class OnlyGiven:
        seed: InitVar[int]

    return [
        (Checked, TypeError, "__post_init__"), (Inherited, TypeError, "__post_init__"), (Counted, TypeError, "init=False.*sheets"),
        (Shared, ValueError, "notes"), (OfTheClass, TypeError, "ClassVar.*count"), (OnlyGiven, TypeError, "InitVar.*seed"),
    ]  # fmt: skip


@pytest.mark.parametrize(("plain", "error", "said"), refused(), ids=lambda value: getattr(value, "__name__", "") if isinstance(value, type) else "")
def test_what_would_be_passed_over_is_refused_where_the_class_is_declared(plain: type, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=f"{plain.__name__}.*{said}"):
        dataclass(frozen=True, slots=True)(plain)


def test_nothing_is_written_for_a_class_of_few_objects(pair: tuple[type[Any], type[Any]]) -> None:
    ours, _ = pair
    filled = ours.__init__
    few = [ours(name="ก", pages=1) for _ in range(5)]
    assert ours.__init__ is filled
    prove_many(ours)
    written = ours.__init__
    assert [ours(name="ก", pages=1) for _ in range(5)] == few
    assert ours.__init__ is written


@dataclass
class Shelf:
    """Not frozen and without slots: what it has stands in `vars`, in the order of the fields."""

    name: str
    books: list[str] = field(default_factory=list)
    place: str = "บน"


def test_an_object_without_slots_holds_its_fields_in_their_order() -> None:
    shelf = Shelf(place="ล่าง", name="ก")
    assert list(vars(shelf)) == ["name", "books", "place"]
    assert Shelf.place == "บน"
    assert not hasattr(Shelf, "books")


def test_what_asks_for_fields_finds_those_of_the_bases_first() -> None:
    class Undecorated(Stamped):
        pass

    for kind in (Undecorated, Stamped):  # the class below is asked first
        assert [each.name for each in fields(kind)] == ["name", "sheets", "stamp"]
    assert Undecorated("ก", stamp="ลับ") == Undecorated(name="ก", sheets=(), stamp="ลับ")
    match Signed("ก", (2,), signer="ข"):
        case Signed(name, sheets, signer=signer):
            assert (name, sheets, signer) == ("ก", (2,), "ข")
        case _:
            pytest.fail("the fields have no places")
    assert pprint.pformat(Stamped("ก"), width=1) == repr(Stamped("ก"))


@pytest.mark.parametrize("changes", [{}, {"pages": 3}, {"notes": {"a": 1}, "price": 9}, {"weight": 1}], ids=str)
def test_a_changed_copy_is_the_standard_librarys(pair: tuple[type[Any], type[Any]], changes: dict[str, Any]) -> None:
    ours, standard = (kind(name="เล่ม", pages=21, shelf="ก") for kind in pair)
    assert told(lambda: repr(replace(ours, **changes))) == told(lambda: repr(dataclasses.replace(standard, **changes)))
    assert (ours.pages, ours.notes) == (21, {}), "the first stays as it was"
    assert told(lambda: dataclasses.asdict(replace(ours, **changes))) == told(lambda: asdict(dataclasses.replace(standard, **changes)))


def test_a_changed_copy_of_a_subclass_is_one_of_it_and_asks_for_nothing_of_the_standard_library() -> None:
    @dataclass(frozen=True)
    class Base:
        name: str

    @dataclass(frozen=True)
    class Kind(Base):
        size: int = 1

    changed = replace(Kind("a", 2), name="b")
    assert (type(changed), changed.name, changed.size) == (Kind, "b", 2)
    assert "__dataclass_fields__" not in [name for name, value in vars(Kind).items() if isinstance(value, dict)]


def test_what_is_no_class_of_ours_is_not_copied() -> None:
    with pytest.raises(TypeError, match="str"):
        replace("a", name="b")  # type: ignore[type-var]


def test_values_are_told_in_the_order_of_the_fields(pair: tuple[type[Any], type[Any]]) -> None:
    ours, standard = (kind(name="เล่ม", pages=21, shelf="ก") for kind in pair)
    assert list(values_of(ours).items()) == [(each.name, getattr(standard, each.name)) for each in fields(standard)]
    assert "__dataclass_fields__" not in [name for name, value in vars(type(ours)).items() if isinstance(value, dict)]
    assert list(values_of(Stamped("ก"))) == ["name", "sheets", "stamp"], "those of the base first"
    assert values_of(ours)["notes"] is ours.notes, "what a field holds is not copied"


@pytest.mark.parametrize("other", ["a", ("a", 1), None], ids=str)
def test_what_is_no_class_of_ours_has_no_values_to_tell(other: object) -> None:
    with pytest.raises(TypeError, match=type(other).__name__):
        values_of(other)
