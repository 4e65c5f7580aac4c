"""What stands against a paper is told before it is printed: errors are stamped on it, warnings are asked about once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.services.forms.standing import errors_in, warnings_in
from hrdesk.ui.kit.messages import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.errors import Problem

_FEW = 4


def said(problems: Sequence[Problem], stamp: str) -> str:
    """Beside the preview."""
    warnings = len(warnings_in(problems))
    left = f"ข้อควรตรวจที่ยังไม่ได้แก้หรือยอมรับ {warnings:,} เรื่อง" if warnings else ""
    if not stamp:
        return f"แผนนี้มี{left}" if left else ""
    draft = f"พิมพ์ได้เฉพาะฉบับร่าง มีตรา “{stamp}” ทุกหน้า จนกว่าจะแก้ครบ"
    return f"{draft} และมี{left}" if left else draft


class Told:
    """Remembers which warnings the officer was told and went on with: the same ones are not asked about again."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()

    def goes_on(self, problems: Sequence[Problem], parent: QWidget) -> bool:
        """A stamped draft says itself that it is none to be signed."""
        warnings = warnings_in(problems)
        told = {(problem.field, problem.text) for problem in warnings}
        if errors_in(problems) or told <= self._known:
            return True
        lines = [f"• {problem.place}: {problem.text}" for problem in warnings[:_FEW]]
        if len(warnings) > _FEW:
            lines.append(f"และอีก {len(warnings) - _FEW:,} เรื่อง")
        text = (
            f"แผนนี้ยังมีข้อควรตรวจที่ไม่ได้แก้หรือยอมรับ {len(warnings):,} เรื่อง เอกสารจะไม่มีตรากำกับ ข้อมูลไม่ถูกเปลี่ยนแปลง\n"
            + "\n".join(lines)
            + "\nกดยกเลิกแล้ว “ไปแก้ไข” เพื่อแก้ หรือยอมรับพร้อมเหตุผลในหน้าแผนพัฒนา"
        )
        if not ask(parent.window(), "ยังมีข้อควรตรวจ", text, "พิมพ์ต่อ"):
            return False
        self._known |= told
        return True
