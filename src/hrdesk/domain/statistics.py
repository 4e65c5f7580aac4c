"""Figures of tests and questionnaires: exact, rounded half up, and agreeing with themselves in print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from hrdesk.domain.monitoring_terms import Deviation
from hrdesk.lazy_dataclass import dataclass

HUNDRED = 100
PLACES = 2  # decimals in print
_DIGITS = 40  # of the working precision: far beyond what any rounding can see


@dataclass(frozen=True, slots=True)
class LevelBand:
    """A class interval of the 5-level scale: means from `least` up to the next band's."""

    least: Decimal
    word: str


# By rounding the mean to a whole level, as Thai evaluation papers do; equal fifths (0.80) are the other school.
LEVEL_BANDS = (
    LevelBand(Decimal("4.51"), "มากที่สุด"),
    LevelBand(Decimal("3.51"), "มาก"),
    LevelBand(Decimal("2.51"), "ปานกลาง"),
    LevelBand(Decimal("1.51"), "น้อย"),
    LevelBand(Decimal("1.00"), "น้อยที่สุด"),
)
SCALE = (5, 4, 3, 2, 1)  # in the order of the columns, มากที่สุด first


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and standard deviation of `n` values; None where they do not exist.

    A sample of one has no deviation, a population of one has 0.
    """

    n: int
    mean: Decimal | None
    deviation: Decimal | None


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """One question of a 5-level questionnaire. `counts` and `percents` follow SCALE."""

    counts: tuple[int, ...]
    percents: tuple[Decimal, ...]
    spread: Spread
    word: str  # of the mean as printed; empty without answers


@dataclass(frozen=True, slots=True)
class Score:
    """Points of one person before and after; None where the test was not taken."""

    before: Fraction | int | None
    after: Fraction | int | None


@dataclass(frozen=True, slots=True)
class GainResult:
    """`gain` is of those who took both tests; the spreads are of all who took each."""

    before: Spread
    after: Spread
    gain: Spread
    risen: int
    level: int
    fallen: int
    passed: int  # in the test afterwards


def points(hundredths: int | None) -> Fraction | None:
    """Of marks as they are stored: a mean of whole hundredths would be rounded twice."""
    return None if hundredths is None else Fraction(hundredths, HUNDRED)


def rounded(value: Fraction | Decimal | int, places: int = PLACES) -> Decimal:
    """Half up, as calculators on a desk do: 2.125 is 2.13, -2.125 is -2.13."""
    step = Decimal(1).scaleb(-places)
    with localcontext() as context:
        context.prec = _DIGITS
        exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(value)
        return exact.quantize(step, ROUND_HALF_UP)


def percent(part: int, whole: int, places: int = PLACES) -> Decimal | None:
    """None of nothing."""
    return rounded(Fraction(part * HUNDRED, whole), places) if whole else None


def percents(counts: Sequence[int], places: int = PLACES) -> tuple[Decimal, ...]:
    """Shares that add up to exactly 100 in print, by largest remainder; all 0 of nothing.

    Among equal remainders the greater count is raised, then the earlier one.
    """
    whole = sum(counts)
    step = Decimal(1).scaleb(-places)
    if not whole:
        return tuple(0 * step for _ in counts)
    units = HUNDRED * 10**places
    floors = [count * units // whole for count in counts]
    order = sorted(range(len(counts)), key=lambda i: (-(counts[i] * units % whole), -counts[i], i))
    for place in order[: units - sum(floors)]:
        floors[place] += 1
    return tuple(floor * step for floor in floors)


def spread(values: Iterable[Fraction | int], deviation: Deviation) -> Spread:
    counted: dict[Fraction | int, int] = {}
    for value in values:
        counted[value] = counted.get(value, 0) + 1
    return spread_of_counts(counted, deviation)


def spread_of_counts(counted: Mapping[Fraction | int, int], deviation: Deviation) -> Spread:
    """The same from how often each value occurs."""
    n = sum(counted.values())
    if n == 0:
        return Spread(0, None, None)
    total = sum((Fraction(value) * times for value, times in counted.items()), Fraction(0))
    squares = sum((Fraction(value) ** 2 * times for value, times in counted.items()), Fraction(0))
    divisor = n - 1 if deviation is Deviation.SAMPLE else n
    about_mean = squares - total**2 / n
    found = _root(about_mean / divisor) if divisor else None
    return Spread(n, rounded(total / n), found)


def level_word(mean: Decimal, bands: Sequence[LevelBand] = LEVEL_BANDS) -> str:
    """The word of the mean as printed, so that paper and word cannot disagree. ValueError below the scale."""
    printed = rounded(mean)
    for band in bands:
        if printed >= band.least:
            return band.word
    raise ValueError(f"{mean} lies below the scale")


def scale_result(counts: Sequence[int], deviation: Deviation = Deviation.SAMPLE) -> ScaleResult:
    """`counts` of the answers 5, 4, 3, 2, 1."""
    found = spread_of_counts(dict(zip(SCALE, counts, strict=True)), deviation)
    word = "" if found.mean is None else level_word(found.mean)
    return ScaleResult(tuple(counts), percents(counts), found, word)


def overall(results: Iterable[ScaleResult], deviation: Deviation = Deviation.SAMPLE) -> ScaleResult:
    """All answers of several questions as one: not the mean of means, which forgets who did not answer."""
    sums = [0] * len(SCALE)
    for result in results:
        sums = [have + more for have, more in zip(sums, result.counts, strict=True)]
    return scale_result(sums, deviation)


def gain_result(scores: Sequence[Score], pass_mark: Fraction | int | None) -> GainResult:
    """`pass_mark` in points; nobody passes a test without one. Everybody of a class is tested: deviations are the population's."""
    before = [score.before for score in scores if score.before is not None]
    after = [score.after for score in scores if score.after is not None]
    gains = [
        Fraction(score.after) - Fraction(score.before)
        for score in scores
        if score.before is not None and score.after is not None
    ]
    return GainResult(
        before=spread(before, Deviation.POPULATION),
        after=spread(after, Deviation.POPULATION),
        gain=spread(gains, Deviation.POPULATION),
        risen=sum(gain > 0 for gain in gains),
        level=sum(gain == 0 for gain in gains),
        fallen=sum(gain < 0 for gain in gains),
        passed=0 if pass_mark is None else sum(points >= pass_mark for points in after),
    )


def _root(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        root = (Decimal(value.numerator) / value.denominator).sqrt()
    return rounded(root)
