"""The rows and columns of T1 (budget) and T2 (monitoring): two views of the same projects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hrdesk.domain.office import Office, Organizer
from hrdesk.domain.plan import MonitoringRow, PlanDraft, PlanProject, Satang, monitoring_rows
from hrdesk.domain.reach import meant_for
from hrdesk.domain.terms import OrganizerKind
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.snapshot_values import BudgetRow, ColumnHead, MonitoringEntry


@dataclass(frozen=True, slots=True)
class PlanTables:
    """T1 and T2, whose rows are views of the same projects."""

    office: Office
    draft: PlanDraft

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(year.be for year in self.draft.period.years)

    @property
    def budget_organizers(self) -> tuple[Organizer, ...]:
        return tuple(o for o in self.office.catalogue.organizers if o.in_budget_table)

    @property
    def monitoring_organizers(self) -> tuple[Organizer, ...]:
        return tuple(o for o in self.office.catalogue.organizers if o.in_monitoring_table)

    @property
    def years_agree(self) -> bool:
        """Every project has the same money in every year, so that one column says it all."""
        return all(len({p.budget(year) for year in self.years}) == 1 for p in self.draft.budgeted_projects)

    def budget_columns(self) -> tuple[ColumnHead, ...]:
        if self.years_agree:
            return (ColumnHead("งบประมาณต่อปี"),)
        return tuple(ColumnHead(f"ปี {year}", group="งบประมาณ") for year in self.years)

    def budget_rows(self) -> tuple[BudgetRow, ...]:
        shown = self.years[:1] if self.years_agree else self.years
        return tuple(
            BudgetRow(
                label=f"({number}) {project.title}",
                organizers=self._ticks(project.organizers, self.budget_organizers),
                amounts=tuple(_amount((project,), year) for year in shown),
                years=_years_label(project.years),
            )
            for number, project in enumerate(self.draft.budgeted_projects, start=1)
        )

    def monitoring_rows(self) -> tuple[MonitoringEntry, ...]:
        rows = monitoring_rows(self.draft.budgeted_projects)
        return tuple(self._monitoring_entry(number, row) for number, row in enumerate(rows, start=1))

    def _monitoring_entry(self, number: int, row: MonitoringRow) -> MonitoringEntry:
        catalogue = self.office.catalogue
        evaluations, methods = (set(row.ids(name)) for name in ("evaluations", "methods"))
        names = meant_for(row.projects, self.office)
        return MonitoringEntry(
            label=f"({number}) {row.title}",
            targets="\n".join(f"{place}. {name}" for place, name in enumerate(names, start=1)),
            methods=tuple(m.id in methods for m in catalogue.methods if m.in_monitoring_table),
            organizers=self._ticks(row.ids("organizers"), self.monitoring_organizers),
            runs=tuple(row.runs_in(year) for year in self.years),
            amounts=tuple(_amount(row.projects, year) for year in self.years),
            evaluations="\n".join(f"- {e.short_name}" for e in catalogue.evaluations if e.id in evaluations),
        )

    def _ticks(self, chosen: Iterable[int], columns: Sequence[Organizer]) -> tuple[bool, ...]:
        """An organiser without a column of its own is ticked under the others."""
        wanted = set(chosen)
        homeless = wanted - {organizer.id for organizer in columns}
        return tuple(o.id in wanted or (bool(homeless) and o.kind is OrganizerKind.OTHER) for o in columns)


def _amount(projects: Iterable[PlanProject], year: int) -> Satang | None:
    """None, printed blank, for a year in which nothing runs and nothing is spent."""
    members = tuple(projects)
    total = sum(project.budget(year) for project in members)
    return total if total or any(year in project.years for project in members) else None


def _years_label(years: Sequence[int]) -> str:
    """ปี 2564 - 2566 for years in a row, ปี 2564, 2566 otherwise."""
    ordered = sorted(set(years))
    if len(ordered) > 1 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"ปี {ordered[0]} - {ordered[-1]}"
    return f"ปี {', '.join(map(str, ordered))}" if ordered else ""
