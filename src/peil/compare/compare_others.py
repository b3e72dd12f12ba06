"""Other studies beside a release."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from peil.compare.two_shares import Proportion, between_shares
from peil.disclose.compared import (
    Compared,
    ComparedGroup,
    ComparedQuestion,
    ComparedRow,
    Gap,
    Untested,
)
from peil.disclose.release import Release, ReleasedTable, Status
from peil.disclose.verdicts import count_of, share_of
from peil.study.other_study import (
    Correspondence,
    Counterpart,
    Likeness,
    OtherCrosswalk,
    OtherKind,
    OtherQuestion,
    OtherSampling,
    OtherStudy,
    PrintedFigure,
)
from peil.study.plan import Sampling
from peil.study.study import Study

HALF = Decimal("0.5")
EXACT = 10
"""Decimals of a percentage that are kept before a printed one is taken from it."""


def compare_others(study: Study, release: Release) -> dict[str, Compared]:
    """Set each other study beside what was released; nothing else of this study's is looked at.

    A comparison needs tables of this study (those of its crosswalk). Where no text asks for them they weren't
    released, and count as hidden.
    """
    found = {}
    for other in study.others.values():
        questions = {
            question.id: Judge(other, question, question.crosswalk, study.plan.sampling).compare(release)
            for question in other.questions.values()
            if question.crosswalk
        }
        found[other.id] = Compared(other.id, questions)
    return found


@dataclass(frozen=True)
class Judge:
    """Holds one question of another study against its counterpart, by its crosswalk and both samplings."""

    other: OtherStudy
    question: OtherQuestion
    crosswalk: OtherCrosswalk
    sampling: Sampling

    def compare(self, release: Release) -> ComparedQuestion:
        """Give its groups, each with its rows."""
        groups = []
        for counterpart in self.crosswalk.groups:
            table = release.find(counterpart.spec, counterpart.group)
            shown = table if table and table.n else None
            rows = tuple(self.row(row, counterpart, shown) for row in self.crosswalk.rows)
            indicative = shown is not None and shown.status is Status.INDICATIVE
            groups.append(ComparedGroup(counterpart, shown.n if shown else None, indicative, rows))
        return ComparedQuestion(self.question.id, self.crosswalk.likeness, self.crosswalk.item, tuple(groups))

    def row(self, row: Correspondence, counterpart: Counterpart, table: ReleasedTable | None) -> ComparedRow:
        """Give a row, with how far its shares lie apart where they may be held against each other."""
        figures = self.figures(row.theirs, counterpart.theirs)
        values = [one.value for one in figures if one.value is not None]
        found = ComparedRow(
            theirs=row.theirs,
            ours=row.ours,
            printed=sum(values, Decimal(0)) if values else None,
            decimals=min((one.decimals for one in figures), default=0),
            share=share_of(table, row.ours) if table else None,
            n=count_of(table, row.ours) if table else None,
            untested=tuple(self.reasons(row, figures)),
        )
        held = self.crosswalk.likeness is not Likeness.SIMILAR
        if not held or found.printed is None or found.share is None or table is None:
            return found
        return replace(found, gap=self.gap(found, found.printed, found.share, figures, table))

    def figures(self, options: tuple[str, ...], group: str) -> tuple[PrintedFigure, ...]:
        """Give the most precise percentage printed of each option; nothing where one of them has none."""
        if self.question.kind is OtherKind.COUNT:
            return ()
        first = [next(iter(self.other.find(self.question.id, one, group)), None) for one in options]
        known = tuple(one for one in first if one and one.value is not None)
        return known if len(known) == len(options) else ()

    def reasons(self, row: Correspondence, figures: tuple[PrintedFigure, ...]) -> Iterator[Untested]:
        """Give everything that stands in the way of an interval."""
        if self.crosswalk.likeness is Likeness.SIMILAR:
            yield Untested.SIMILAR
        if self.sampling is not Sampling.PROBABILITY:
            yield Untested.OURS_SELF_SELECTED
        if self.other.sampling is OtherSampling.SELF_SELECTED:
            yield Untested.THEIRS_SELF_SELECTED
        if self.other.sampling is OtherSampling.UNKNOWN:
            yield Untested.THEIRS_UNKNOWN
        if figures and (len({one.n for one in figures}) > 1 or figures[0].n is None):
            yield Untested.BASE_UNKNOWN
        if len(row.ours) > 1 and self.crosswalk.likeness is not Likeness.SIMILAR:
            yield Untested.SUMMED

    def gap(
        self,
        row: ComparedRow,
        printed: Decimal,
        share: float,
        figures: tuple[PrintedFigure, ...],
        table: ReleasedTable,
    ) -> Gap:
        """Give the difference, with an interval where nothing stands in its way.

        Rounding of what was printed is added to both ends: half a unit of its last decimal for each figure.
        """
        points = Decimal(repr(round(100 * share, EXACT))) - printed
        cell, n = table.cell(row.ours[0]), figures[0].n
        if row.untested or cell is None or n is None or table.n is None:
            return Gap(points)
        ours = Proportion.of_sample(share, table.n, cell.se)
        theirs = Proportion(float(printed) / 100, n / self.other.design_effect)
        slack = sum(float(HALF.scaleb(-one.decimals)) for one in figures) / 100
        low, high = between_shares(ours, theirs)
        return Gap(points, 100 * max(-1.0, low - slack), 100 * min(1.0, high + slack))
