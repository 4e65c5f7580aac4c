"""What official papers carry besides running text: emblem, heads, lines to fill in, signatures side by side."""

from __future__ import annotations

from hrdesk.lazy_dataclass import dataclass

LETTER_KRUT, MEMO_KRUT = 30.0, 15.0  # millimetres high (ระเบียบงานสารบรรณ)
LOGO = 35.0  # on a cover
MEMO_TITLE, MEMO_TITLE_SIZE = "บันทึกข้อความ", 29.0


@dataclass(frozen=True, slots=True)
class Krut:
    """The garuda, centred: the office's image (`Document.emblem`), or a box of its size where there is none."""

    height: float = LETTER_KRUT  # millimetres


@dataclass(frozen=True, slots=True)
class Logo:
    """The office's own emblem (`Document.logo`), centred; nothing where there is none."""

    height: float = LOGO  # millimetres


@dataclass(frozen=True, slots=True)
class LetterItem:
    """เรื่อง, เรียน, อ้างถึง or สิ่งที่ส่งมาด้วย; several texts are numbered."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The head of a letter, after the `Krut`: number at the left and sender at the right of its feet, then the date."""

    number: str  # without ที่
    office: tuple[str, ...]
    date: str
    items: tuple[LetterItem, ...]


@dataclass(frozen=True, slots=True)
class MemoHead:
    """The head of a บันทึกข้อความ with its small krut at the left and its dotted lines."""

    office: str  # ส่วนราชการ
    number: str
    date: str
    subject: str
    to: str


@dataclass(frozen=True, slots=True)
class FillPart:
    """A label and the dotted line behind it; `text` already stands on the line."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class FillIn:
    """One line to be filled in by hand; the parts share its width. A part without label is a line alone."""

    parts: tuple[FillPart, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A short line in the middle, below the head of an order or announcement."""

    millimetres: float = 45.0


@dataclass(frozen=True, slots=True)
class Signature:
    """A dotted line, the name in brackets, the position; alone it stands in the right half of the page."""

    name: str
    position: tuple[str, ...]
    label: str = "(ลงชื่อ)"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signatures side by side across the page."""

    signatures: tuple[Signature, ...]
