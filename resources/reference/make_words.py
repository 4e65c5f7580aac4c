"""Make words_th.tsv.gz from the corpus folder of an installed PyThaiNLP: `python make_words.py`.

Each line is a word, a tab and its cost: -log2 of its share of the Thai National Corpus, scaled to 0..99.
A listed phrase that the corpus never counted as one word is left out when it falls into everyday words and is
either long or led by a function word (ในอนาคต, มีเหตุผล): a line may well end inside it.
"""  # noqa: INP001 - a script beside its data, not a package

from __future__ import annotations

import gzip
import importlib.util
import math
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
THAI_WORD = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]{2,}")
DEPENDENT = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
FUNCTION_WORDS = frozenset({
    *("ที่", "ใน", "มี", "ให้", "ไร้", "ลง", "ด้วย", "ตาม", "ไม่", "เป็น", "จะ", "ได้", "ของ", "และ", "กับ", "แก่"),
    *("โดย", "จาก", "เพื่อ", "ต่อ", "ถึง", "สู่", "ไป", "มา", "อย่าง", "แห่ง"),
})
LONG = 12  # characters; few Thai words proper are longer
EVERYDAY = 100  # corpus count from which a word may be a part of a left-out phrase
TOP_COST = 99
OWN_COST = 20  # own terms win against any other reading


def corpus_dir() -> Path:
    spec = importlib.util.find_spec("pythainlp")
    if spec is None or spec.origin is None:
        sys.exit("PyThaiNLP is not installed")
    return Path(spec.origin).parent / "corpus"


def read_lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def read_counts(path: Path) -> dict[str, int]:
    pairs = (line.split("\t") for line in read_lines(path))
    return {pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2}


def is_phrase(word: str, parts: set[str]) -> bool:
    """Whether `parts` make up the whole of `word`, which is long or led by a function word."""

    def falls_apart(start: int) -> bool:
        return start == len(word) or any(
            word[start:end] in parts and falls_apart(end) for end in range(start + 2, len(word) + 1)
        )

    if len(word) > LONG:
        return falls_apart(0)
    return any(word.startswith(lead) and falls_apart(len(lead)) for lead in FUNCTION_WORDS if lead != word)


def costs(words: set[str], counts: dict[str, int]) -> dict[str, int]:
    total = sum(counts.values())
    bits = {word: -math.log2((counts.get(word, 0) + 0.5) / total) for word in words}
    highest = max(bits.values())
    return {word: round(TOP_COST * value / highest) for word, value in bits.items()}


def own_terms() -> tuple[set[str], set[str]]:
    """Words to add and words to take out."""
    lines = read_lines(HERE / "words_own.txt")
    removed = {line[1:] for line in lines if line.startswith("-")}
    return {line for line in lines if not line.startswith("-")}, removed


def place_names(corpus: Path) -> set[str]:
    """Provinces, and the district around each one's capital (อำเภอเมืองเชียงใหม่)."""
    provinces = {line.split(",")[0] for line in read_lines(corpus / "thailand_provinces_th.csv")}
    return provinces | {f"เมือง{province}" for province in provinces}


def main() -> None:
    corpus = corpus_dir()
    counts = read_counts(corpus / "tnc_freq.txt")
    added, removed = own_terms()
    listed = {word for word in read_lines(corpus / "words_th.txt") if THAI_WORD.fullmatch(word)}
    everyday = {word for word in listed if counts.get(word, 0) >= EVERYDAY and len(word) > 2}
    parts = everyday | FUNCTION_WORDS | added
    kept = {word for word in listed if counts.get(word, 0) or not is_phrase(word, parts)}
    table = costs(kept - removed, counts) | dict.fromkeys(added | place_names(corpus), OWN_COST)

    def by_length(entry: tuple[str, int]) -> tuple[int, str]:
        return len(entry[0]), entry[0]

    text = "".join(f"{word}\t{cost}\n" for word, cost in sorted(table.items(), key=by_length))
    # mtime=0: the same input must give the same bytes
    (HERE / "words_th.tsv.gz").write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    sys.stdout.write(f"{len(table)} words, {len(listed - kept)} phrases left out\n")


if __name__ == "__main__":
    main()
