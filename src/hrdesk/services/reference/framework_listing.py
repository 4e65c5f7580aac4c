"""The framework, the guideline and their mapping as one text: JSON for other programs, or Thai to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hrdesk.services.reference.framework import load_framework
from hrdesk.services.reference.framework_json import framework_values, named_values
from hrdesk.services.reference.guideline import load_guideline, load_mapping
from hrdesk.services.reference.mapping_json import mapping_values

if TYPE_CHECKING:
    from hrdesk.domain.framework import Framework
    from hrdesk.domain.guideline import Guideline


def framework_text(*, as_json: bool) -> str:
    """Ends with a line break. Raises `ReferenceDataError` where a shipped file is not as it should be."""
    framework = load_framework()
    guideline = load_guideline()
    if not as_json:
        return "\n".join(_lines(framework, guideline)) + "\n"
    content = framework_values(framework)
    content["guideline"] = _guideline(guideline)
    content["mapping"] = mapping_values(load_mapping(framework, guideline))
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _guideline(guideline: Guideline) -> dict[str, object]:
    return {
        "id": guideline.id,
        "title": guideline.title,
        "source": guideline.source,
        "first_year": guideline.first_year,
        "last_year": guideline.last_year,
        "issues": [
            {"code": each.code, "name": each.name, "goal": each.goal, "strategies": named_values(each.strategies)}
            for each in guideline.issues
        ],
        "staff_groups": named_values(guideline.staff_groups),
        "workforces": named_values(guideline.workforces),
        "mindsets": named_values(guideline.mindsets),
        "skill_families": named_values(guideline.skill_families),
        "digital_skills": named_values(guideline.digital_skills),
        "kpis": [{"code": each.code, "name": each.name, "unit": each.unit} for each in guideline.kpis],
    }


def _lines(framework: Framework, guideline: Guideline) -> Iterator[str]:
    yield f"{framework.title} (ฉบับ พ.ศ. {framework.version})"
    yield (
        f"{len(framework.areas)} ด้าน {len(framework.units)} หน่วยความสามารถ "
        f"ความรู้ {len(framework.knowledge)} เรื่อง ประสบการณ์ {len(framework.experience)} เรื่อง "
        f"คุณลักษณะ {len(framework.traits)} หน่วย สมรรถนะ {len(framework.competencies)} สมรรถนะ"
    )
    for area in framework.areas:
        yield ""
        yield f"{area.code}  {area.name} ({area.english})"
        for unit in framework.units:
            if unit.area == area.code:
                yield f"  {unit.code:<8} {unit.name}"
    for stage in framework.stages:
        yield ""
        yield f"{stage.name} ({stage.code})"
        for group in framework.groups:
            role = framework.role(stage.code, group.code)
            yield f"  {group.name} ({group.code}): {role.name}"
            yield f"    {len(role.units)} หน่วย: {' '.join(role.units)}"
    yield ""
    yield f"{guideline.title} ({len(guideline.issues)} ประเด็นการพัฒนา)"
    for issue in guideline.issues:
        yield f"  {issue.code}. {issue.name}"
        for strategy in issue.strategies:
            yield f"    {strategy.code} {strategy.name}"
