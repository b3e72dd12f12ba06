"""The lines of a comparison: another study's answers with what stands beside each of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from peil.core.percent import round_half_up, spell_number
from peil.disclose.compared import ComparedGroup, ComparedQuestion, ComparedRow, Gap
from peil.report.compose.amount import Amount
from peil.report.compose.beside.comparison_words import say_beside
from peil.report.compose.beside.printed_elsewhere import (
    name_group,
    name_options,
    print_figure,
    print_percentage,
)
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import HIDDEN_SIGN, say
from peil.study.asked import tell_who
from peil.study.other_study import Likeness, OtherKind, OtherQuestion, OtherStudy, PrintedFigure
from peil.study.told import in_language

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Line:
    """Options of the other study, and those of this one beside them: empty where there are none.

    ``part`` says that this study has them only together with others, in a line of its own.
    """

    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    part: bool = False


@dataclass(frozen=True)
class Side:
    """A group of the other study, and its counterpart as compared; None without one."""

    group: str
    compared: ComparedGroup | None

    def row(self, line: Line) -> ComparedRow | None:
        """Give what stands beside each other on a line."""
        return self.compared.row(line.theirs) if self.compared and line.ours and not line.part else None


@dataclass(frozen=True)
class Asked:
    """A question of another study, as compared; ``compared`` is None without a counterpart."""

    other: OtherStudy
    question: OtherQuestion
    compared: ComparedQuestion | None
    labels: Labels

    @property
    def language(self) -> str:
        """The text's language."""
        return self.labels.language

    @property
    def name(self) -> str:
        """What the other study is called."""
        return in_language(self.other.name, self.language)

    @property
    def held(self) -> bool:
        """Shares are held against each other, and not only set beside."""
        return self.compared is not None and self.compared.likeness is not Likeness.SIMILAR

    @property
    def sides(self) -> tuple[Side, ...]:
        """The groups in which figures stand side by side, and then those that have no counterpart."""
        pairs = {one.counterpart.theirs: one for one in (self.compared.groups if self.compared else ())}
        alone = (group for group in self.other.groups_of(self.question.id) if group not in pairs)
        return (
            *(Side(group, one) for group, one in pairs.items()),
            *(Side(group, None) for group in alone),
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines in the other study's order; answers taken together follow the last of them."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        crosswalk = self.question.crosswalk
        left = {row.theirs: row for row in (crosswalk.rows if crosswalk else ())}
        order = tuple(self.question.options)
        if any(self.figures("", side.group) for side in self.sides):
            yield Line(("",), ())
        for place, option in enumerate(order):
            own = next((row for row in left.values() if option in row.theirs), None)
            if own is None:
                if any(self.figures(option, side.group) for side in self.sides):
                    yield Line((option,), ())
                continue
            if len(own.theirs) > 1:
                yield Line((option,), own.ours, part=True)
            if all(one in order[: place + 1] for one in own.theirs):
                yield Line(own.theirs, own.ours)

    def figures(self, option: str, group: str) -> tuple[PrintedFigure, ...]:
        """Give what was printed of an option in a group."""
        return self.other.find(self.question.id, option, group)

    def label_there(self, line: Line) -> str:
        """Name a line's answers in the other study."""
        named = name_options(self.other, self.question.id, line.theirs, self.language)
        return named or say_beside(self.language, "whole")

    def label(self, line: Line) -> str:
        """Name a line's answers in the other study, and in this one where they are called otherwise."""
        there, here = self.label_there(line), self.label_here(line)
        if line.part or not here or here.casefold() == there.casefold():
            return there
        return say_beside(self.language, "here", there=there, here=here)

    def label_here(self, line: Line) -> str:
        """Name a line's answers in this study; empty where it has none of them."""
        if self.compared is None or not line.ours:
            return ""
        item = self.labels.item(self.compared.item)
        return " + ".join(self.labels.option(item, option) for option in line.ours)

    def theirs(self, line: Line, side: Side) -> str:
        """Give the other study's figure, as printed; of several together their sum."""
        if len(line.theirs) == 1:
            found = self.figures(line.theirs[0], side.group)
            if found:
                return print_figure(self.other, found[0], self.language)
        row = side.row(line)
        if row and row.printed is not None and self.question.kind is not OtherKind.COUNT:
            return print_percentage(row.printed, row.decimals, self.language)
        return say_beside(self.language, "unprinted")

    def summed(self, line: Line, side: Side) -> bool:
        """Say whether the other study's figure is a sum made here."""
        row = side.row(line)
        return len(line.theirs) > 1 and row is not None and row.printed is not None

    def ours(self, line: Line, side: Side) -> str:
        """Give this study's share as released, in whole per cents; a sign where it is hidden."""
        if line.part:
            return say_beside(self.language, "see_sum")
        row = side.row(line)
        if row is None or side.compared is None:
            return say_beside(self.language, "not_here")
        if row.share is None or row.n is None or side.compared.n is None:
            return HIDDEN_SIGN
        return Amount(row.share, row.n, side.compared.n).printed(self.language)

    def gap(self, line: Line, side: Side) -> str:
        """Give how far the two lie apart, with its interval where there is one."""
        row = side.row(line)
        if line.part:
            return say_beside(self.language, "see_sum")
        if row is not None and row.share is None:
            return HIDDEN_SIGN
        if row is None or row.gap is None:
            return say_beside(self.language, "not_here")
        return print_gap(row.gap, self.language)

    def head_there(self, side: Side) -> str:
        """Name the column of the other study's figures, with its n."""
        figures = [
            one for one in self.other.figures if (one.question, one.group) == (self.question.id, side.group)
        ]
        bases = {one.n for one in figures}
        name = say_beside(
            self.language, "theirs", name=self.name, group=name_group(self.other, side.group, self.language)
        )
        if self.question.kind is OtherKind.COUNT or len(bases) != 1:
            return name
        (base,) = bases
        n = say(self.language, "n", n=base) if base else say_beside(self.language, "n_unknown")
        return f"{name} ({n})"

    def head_here(self, compared: ComparedGroup) -> str:
        """Name the column of this study's shares, with its n where that is shown."""
        spec, group = compared.counterpart.spec, compared.counterpart.group
        who = self.labels.group(spec.by, group) if spec.by else say_beside(self.language, "everyone")
        if spec.where:
            told = tell_who(self.labels.study, spec.where.tree, self.language)
            who = f"{who}, {say(self.language, 'only_if', who=told)}"
        name = say_beside(self.language, "ours", group=who)
        return f"{name} ({say(self.language, 'n', n=compared.n)})" if compared.n else name


def print_gap(gap: Gap, language: str) -> str:
    """Give a difference in points with its sign, and its interval with a decimal: ``−8 (−12,3 tot −4,1)``."""
    told = signed(gap.points, 0, language)
    if gap.low is None or gap.high is None:
        return told
    low, high = (signed(Decimal(repr(one)), 1, language) for one in (gap.low, gap.high))
    return say_beside(language, "from_to", gap=told, low=low, high=high)


def signed(points: Decimal, decimals: int, language: str) -> str:
    """Give rounded points with a sign; nought has none."""
    rounded = round_half_up(points, decimals)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return sign + spell_number(abs(rounded), language)
