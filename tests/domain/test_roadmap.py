from __future__ import annotations

from hrdesk.domain.competency import OwnCompetency
from hrdesk.domain.framework import Framework, Named, Role, Unit
from hrdesk.domain.office import Catalogue, Course, CourseGroup, PositionLine
from hrdesk.domain.roadmap import RoadSources, roadmap
from hrdesk.domain.skill_terms import CompetencyKind
from hrdesk.domain.taxonomy import Rule
from hrdesk.domain.terms import Level, PersonnelType, PositionType

FRAMEWORK = Framework(
    id="f", version="1", title="", source="", stages=(Named("Early", "แรก"),),
    groups=(Named("A", "วิชาการ"), Named("M", "ผอ.")),
    units=tuple(Unit(code, code, "") for code in ("U1", "U2", "U3")),
    roles=(Role("Early", "A", "a", units=("U1", "U2")), Role("Early", "M", "m", units=("U2", "U3"))),
)  # fmt: skip
SOURCES = RoadSources(
    framework=FRAMEWORK,
    stage="Early",
    steps=[Named("new", "แรกบรรจุ"), Named("director", "อำนวยการ")],
    group_rules=[
        Rule("A", "", position_types=frozenset({PositionType.ACADEMIC})),
        Rule("M", "", position_types=frozenset({PositionType.DIRECTOR})),
    ],
    own=[
        OwnCompetency(1, CompetencyKind.CORE, "C1", "บริการที่ดี", expected={
            (PositionType.ACADEMIC, Level.PRACTITIONER): 1, (PositionType.DIRECTOR, Level.DIRECTOR_LOW): 3,
            (PositionType.DIRECTOR, Level.DIRECTOR_HIGH): 4,
        }),
        OwnCompetency(2, CompetencyKind.LINE, "L1", "อื่น", line=9, expected={
            (PositionType.ACADEMIC, Level.PRACTITIONER): 1,
        }),
    ],
    catalogue=Catalogue(
        course_groups=(CourseGroup(1, 1, "พื้นฐาน"), CourseGroup(2, 4, "บริหาร")),
        courses=(Course(7, 2, "ผู้นำดิจิทัล"), Course(8, 1, "ไม่เกี่ยว")),
    ),
    links={7: [("f", "U3")]},
)  # fmt: skip


def line(kind, number=1):
    return PositionLine(number, "นักทรัพยากรบุคคล", PersonnelType.REGULAR, kind)


def test_a_line_leads_from_its_first_level_to_executives():
    (found,) = roadmap([line(PositionType.ACADEMIC)], SOURCES)
    assert [step.code for step in found.steps] == ["new", "experienced", "supervisor", "director", "executive"]
    new, experienced, supervisor, director, executive = found.steps
    assert (new.name, new.levels, new.units, new.added) == ("แรกบรรจุ", ("ปฏิบัติการ",), ("U1", "U2"), ("U1", "U2"))
    assert (experienced.levels, experienced.added) == (("ชำนาญการ",), ())
    assert supervisor.levels == ("ชำนาญการพิเศษ", "เชี่ยวชาญ")
    assert (director.units, director.added) == (("U2", "U3"), ("U3",)), "what was learnt is not learnt again"
    assert (executive.units, executive.levels) == ((), ("ต้น", "กลาง", "สูง")), "no group suggested, none asked"


def test_each_step_names_what_is_expected_and_what_serves_it():
    (found,) = roadmap([line(PositionType.ACADEMIC)], SOURCES)
    assert found.at("new").competencies == ("บริการที่ดี (ระดับ 1)",), "another line's competency is not asked"
    assert found.at("director").competencies == ("บริการที่ดี (ระดับ 4)",)
    assert found.at("new").courses == ("พื้นฐาน",)
    assert found.at("director").courses == ("บริหาร", "ผู้นำดิจิทัล")


def test_other_lines_have_the_steps_they_can_reach():
    lines = [line(PositionType.DIRECTOR), line(PositionType.EXECUTIVE), line(PositionType.NONE)]
    steps = [[step.code for step in each.steps] for each in roadmap(lines, SOURCES)]
    assert steps == [["director", "executive"], ["executive"], ["new", "experienced"]]
