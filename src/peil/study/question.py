"""A question of the questionnaire, as the study folder has it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from peil.core.span import Span
from peil.study.accept import Accept
from peil.study.expr.condition import Condition
from peil.study.text import Blank, Wording


class Kind(StrEnum):
    """What a question asks for."""

    SINGLE = "single"
    MULTI = "multi"
    MATRIX = "matrix"
    OPEN = "open"
    NUMBER = "number"
    DATE = "date"
    RANKING = "ranking"
    SCALE = "scale"
    CONTACT = "contact"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be chosen; in a matrix, a column.

    Args:
        id: Its id within the question.
        wording: Its label.
        code: Numeric code pinned in the source, or None: the codebook assigns one.
        condition: Shown only where this holds; None shows it always. Carried options have theirs here.
        missing: Don't know, rather not say: a category in tables, declared missing in a .sav.
        exclusive: Excludes every other option of a multi question.
        last: Stays last when options are shuffled.
        blank: Open text or number asked beside it, or None.
        span: Where it stands.
        carried: Variable with the respondent's own words that this option shows, when it came over from an
            option with a blank, or None.
    """

    id: str
    wording: Wording
    span: Span
    code: int | None = None
    condition: Condition | None = None
    missing: bool = False
    exclusive: bool = False
    last: bool = False
    blank: Blank | None = None
    carried: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a matrix, or a field of a contact question.

    ``open`` rows are named by the respondent. ``carried`` names the row variable whose text this row shows
    (``ability.other1.text``) when it came over from an open row. ``last`` rows stay last when the matrix's
    rows are shuffled.
    """

    id: str
    wording: Wording
    span: Span
    condition: Condition | None = None
    open: bool = False
    carried: str | None = None
    last: bool = False


@dataclass(frozen=True, slots=True)
class Carry:
    """``options from reasons``, ``rows from ability``, ``{open rows from ability}``: what came from where."""

    question: str
    open_only: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Repeat:
    """``{for each reasons}``: the question is asked once for each option ticked (or row answered) there."""

    question: str
    span: Span


@dataclass(frozen=True, slots=True)
class EarlyEnd:
    """``end if age < 18: screened_out``, evaluated once the question that carries it has been passed."""

    condition: Condition
    outcome: str
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Args:
        id: Its id; also the name of its variable or the stem of its variables' names.
        kind: What it asks for.
        section: Id of the section it stands in.
        wording: Its text.
        span: Its heading.
        options: Options, or columns of a matrix, in printed order, carried ones unfolded.
        rows: Rows of a matrix or fields of a contact question, carried ones unfolded.
        condition: Who is asked, by its own ``if``; None asks everyone on the route.
        ends: Early ends evaluated after it.
        source: Number in the source questionnaire, such as ``Q6``; empty when not given.
        note: A note for the researcher, never shown to respondents.
        optional: May be left blank.
        at_most: Most options that may be ticked (multi) or ranked (ranking), or None.
        at_least: Fewest options that must be ticked, or None.
        multiple: Matrix rows take several columns.
        blank: The blank inside the text of an open or number question.
        low: Lowest step of a scale.
        high: Highest step of a scale.
        shuffle: Options are shown in an order drawn with a recorded seed.
        carries: What was carried over from where.
        repeat: Asked once for each option of an earlier question.
        later: Section in whose end it is asked, or ``end``: after all sections; None: where it stands.
        accepts: Findings about it that stay, each with the reason.
    """

    id: str
    kind: Kind
    section: str
    wording: Wording
    span: Span
    options: tuple[Option, ...] = ()
    rows: tuple[Row, ...] = ()
    condition: Condition | None = None
    ends: tuple[EarlyEnd, ...] = ()
    source: str = ""
    note: str = ""
    optional: bool = False
    at_most: int | None = None
    at_least: int | None = None
    multiple: bool = False
    blank: Blank | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    shuffle: bool = False
    carries: tuple[Carry, ...] = ()
    repeat: Repeat | None = None
    later: str | None = None
    accepts: tuple[Accept, ...] = ()

    @property
    def substantive(self) -> tuple[Option, ...]:
        """Options that name something: don't know and exclusive ones such as "none of these" don't."""
        return tuple(option for option in self.options if not (option.missing or option.exclusive))

    @property
    def repeated_for(self) -> tuple[str, ...]:
        """Ids of the options (of a matrix: the rows) for each of which another question can be repeated."""
        parts = self.rows if self.kind is Kind.MATRIX else self.substantive
        return tuple(part.id for part in parts)

    def option(self, option_id: str) -> Option | None:
        """Give the option of that id, or None."""
        return next((option for option in self.options if option.id == option_id), None)

    def row(self, row_id: str) -> Row | None:
        """Give the row of that id, or None."""
        return next((row for row in self.rows if row.id == row_id), None)

    def came_over(self, part: Option | Row) -> bool:
        """Say whether an option or row came over from an earlier question: it stands where that is said."""
        return any(part.span == carry.span for carry in self.carries)
