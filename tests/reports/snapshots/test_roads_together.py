"""Lines of work that lead over the same steps are one table of the roadmap, with all their names above it."""

from __future__ import annotations

from hrdesk.domain.roadmap import RoadLine, RoadStep
from hrdesk.reports.snapshots.skill_snapshots import roadmap_snapshot
from sample import sample

OFFICE, _ = sample()


def step(name, *courses):
    return RoadStep("new", name, ("ต้น",), ("บริการ (ระดับ 1)",), ("U1", "U2"), ("U2",), courses)


def test_lines_with_the_same_steps_stand_together_in_the_order_they_came():
    lines = (
        RoadLine("ก", (step("แรกบรรจุ", "หลักสูตร"),)),
        RoadLine("ข", (step("แรกบรรจุ", "อื่น"),)),
        RoadLine("ค", (step("แรกบรรจุ", "หลักสูตร"),)),
        RoadLine("ง", (step("แรกบรรจุ", "หลักสูตร"), step("อำนวยการ"))),
    )
    found = roadmap_snapshot(OFFICE, "ระยะเริ่มแรก", lines).lines
    assert [block.line for block in found] == ["ก, ค", "ข", "ง"]
    assert [len(block.steps) for block in found] == [1, 1, 2]


def test_every_line_is_named_once():
    lines = [RoadLine(f"สายงาน {number}", (step("ขั้น", str(number % 3)),)) for number in range(30)]
    names = ", ".join(block.line for block in roadmap_snapshot(OFFICE, "", lines).lines).split(", ")
    assert sorted(names) == sorted(line.name for line in lines)


def test_a_step_says_what_it_adds_and_how_much_it_keeps():
    ((row,),) = (block.steps for block in roadmap_snapshot(OFFICE, "", [RoadLine("ก", (step("ขั้น"),))]).lines)
    assert (row.skills, row.courses) == ("U2 (ต่อจากเดิม 1 หน่วย)", "-")
