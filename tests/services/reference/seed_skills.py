"""An independent reader of seed 002: its text, put right by corrections.toml, without the program's loader."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# beside the repository or one of its work trees
SEEDS = next((place for up in ROOT.parents if (place := up / "shared" / "seeds").is_dir()), Path("no seeds"))
CORRECTIONS = ROOT / "resources" / "reference" / "skills" / "digital-2560" / "corrections.toml"
UNIT = re.compile(r"- ((?:DLit|DG|DTr|DT|DS|SPM|DL)\d00)\b\s*(.*)")
HEADING = re.compile(r"องค์กรที่มีพัฒนาการด้านดิจิทัล(\S+) \((\w+)\) [–-] ทักษะด้านดิจิทัลของ(.+) \((\w+)\)$")
INHERITED = re.compile(
    r"- \S*?(?:ความรู้|ประสบการณ์)\S*ของ(.+) \((\w+)\) ในองค์กรที่มีพัฒนาการด้านดิจิทัล(\S+) \((\w+)\)$"
)
SECTIONS = {
    "ความสามารถ": "units",
    "ความรู้": "knowledge",
    "ประสบการณ์": "experience",
    "คุณลักษณะ": "traits",
    "สมรรถนะ(ว27/2552)": "competencies",
}


def present() -> bool:
    return any(SEEDS.glob("002_*.txt"))


def squeeze(text: str) -> str:
    """Without blanks, footnote marks and the closing “and so on”: line wraps are no difference."""
    return re.sub(r"[\s¹²³⁴-⁹⁰]", "", text).removesuffix("เป็นต้น")


def lines_of(seed: str) -> list[str]:
    """As transcribed; line 1 at place 1."""
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    return ["", *path.read_text(encoding="utf-8").split("\n")]


def corrected(seed: str) -> list[str]:
    lines = lines_of(seed)
    for each in tomllib.loads(CORRECTIONS.read_text(encoding="utf-8"))["correction"]:
        for number in each["lines"] if each["seed"] == seed else ():
            assert each["stood"] in lines[number], f"seed {seed}, line {number} has no “{each['stood']}”"
            lines[number] = lines[number].replace(each["stood"], each["right"])
    return lines


@dataclass
class SeedRole:
    stage: str
    stage_name: str
    group: str
    group_name: str
    quoted: str = ""
    units: list[tuple[str, str]] = field(default_factory=list)
    knowledge: list[str] = field(default_factory=list)
    experience: list[str] = field(default_factory=list)
    traits: list[str] = field(default_factory=list)
    competencies: list[str] = field(default_factory=list)
    inherits: set[tuple[str, str, str, str]] = field(
        default_factory=set
    )  # group name, group, stage name, stage


def units_of_the_list(lines: list[str]) -> list[tuple[str, str]]:
    end = next(
        n for n, line in enumerate(lines) if line.startswith("หน่วยความสามารถ (Unit of Capability - UoC) ได้แก่")
    )
    return [(hit[1], squeeze(hit[2])) for line in lines[:end] if (hit := UNIT.match(line))]


def numbered(lines: list[str], start: str, end: str) -> list[str]:
    """The (1), (2) … entries between two lines that begin so; refuses a gap in the numbering."""
    first = next(n for n, line in enumerate(lines) if line.startswith(start))
    last = next(n for n, line in enumerate(lines) if n > first and line.startswith(end))
    found = [re.match(r"(?:- )?\((\d+)\) (.+)", line) for line in lines[first:last]]
    hits = [hit for hit in found if hit]
    assert [int(hit[1]) for hit in hits] == list(range(1, len(hits) + 1))
    return [squeeze(hit[2]) for hit in hits]


def role_names(lines: list[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """(stage, group) → (group's name, role's name), from the table of 18."""
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for line in lines:
        cells = line.split("\t")
        hit = re.search(r"^(.+) \((Executive|Management|Academic|Service|Technologist|Others)\)$", cells[0])
        if hit and len(cells) == 4:
            for stage, name in zip(("Early", "Developing", "Mature"), cells[1:], strict=True):
                names[stage, hit[2]] = (squeeze(hit[1]), squeeze(name))
    return names


def roles(lines: list[str]) -> list[SeedRole]:
    found: list[SeedRole] = []
    section = ""
    start = next(n for n, line in enumerate(lines) if HEADING.match(line))
    end = next(n for n, line in enumerate(lines) if line.startswith("ความสามารถ และความรู้พื้นฐานของข้าราชการ"))
    for line in lines[start:end]:
        if hit := HEADING.match(line):
            found.append(SeedRole(hit[2], hit[1], hit[4], squeeze(hit[3])))
        elif hit := re.match(r"บทบาทและพฤติกรรมที่คาดหวัง ?: “(.+?)”", line):
            found[-1].quoted = squeeze(hit[1])
        elif squeeze(line) in SECTIONS:
            section = SECTIONS[squeeze(line)]
        elif section == "units" and (hit := UNIT.match(line)):
            found[-1].units.append((hit[1], squeeze(hit[2])))
        elif hit := INHERITED.match(line):
            found[-1].inherits.add((squeeze(hit[1]), hit[2], hit[3], hit[4]))
        elif line.startswith("- "):
            assert section != "units", line
            getattr(found[-1], section).append(squeeze(line[2:]))
    return found
