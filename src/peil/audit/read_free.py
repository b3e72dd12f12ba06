"""Read claims in free words: of another study, or drafts that were read from a text."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from peil.audit.claim import Claim
from peil.audit.claim_fields import ClaimFields, Json
from peil.audit.claim_problems import UNFINISHED_DRAFT, UNREADABLE_CLAIMS
from peil.audit.free_figure import FreeFigure, Unit
from peil.core.problem import Problem
from peil.core.span import Span

OTHER_STUDY = "other_study"
UNITS: Mapping[str, Unit] = {"share": Unit.PERCENT, "count": Unit.COUNT, "base": Unit.COUNT}
"""The statistics that free words can give, each with its unit."""

Choices = Mapping[tuple[str, str], tuple[str, ...]]
"""All answers of a question, by study and question."""


def is_free(fields: ClaimFields, statistic: str) -> bool:
    """Say whether a claim names a study of its own: then its words are that study's, not this one's."""
    return statistic == OTHER_STUDY or (statistic in UNITS and "study" in fields.values)


def read_free(fields: ClaimFields, statistic: str) -> FreeFigure | None:
    """Read a figure of another study: question, options and group in any words.

    ``other_study`` prints a text; its question, options and group may be absent.
    """
    if statistic == OTHER_STUDY:
        question = fields.text("question")
        options, group = fields.texts("options", required=False), fields.text("group")
        return FreeFigure(question, options, group, None) if question else None
    if not fields.text("study"):
        fields.bad("study", "the name of the other study")
    question = fields.text("question")
    if not question:
        fields.bad("question", "what was asked, in any words")
    options = fields.texts("options", required=statistic == "share")
    return FreeFigure(question, options, fields.text("group"), *read_value(fields, statistic))


def read_value(fields: ClaimFields, statistic: str) -> tuple[Decimal, Unit, int]:
    """Read the printed number with its unit and decimals."""
    if UNITS[statistic] is Unit.PERCENT:
        return fields.number("printed"), Unit.PERCENT, fields.decimals()
    return Decimal(fields.whole("printed")), Unit.COUNT, 0


def free_words(figure: FreeFigure | None) -> str:
    """Give the number that was printed; empty for one in words only."""
    if figure is None or figure.value is None:
        return ""
    value = f"{figure.value:.{figure.decimals}f}"
    return f"{value}%" if figure.unit is Unit.PERCENT else value


def is_draft(fields: ClaimFields) -> bool:
    """Say whether a claim was read from a text and nobody has confirmed it."""
    confirmed = fields.take("confirmed", default=True)
    read = fields.take("read") is not None
    if not isinstance(confirmed, bool):
        fields.bad("confirmed", "true or false")
    named = not {"item", "study"}.isdisjoint(fields.values)
    if read and confirmed is True and not named and fields.values.get("statistic") in {"share", "base"}:
        message = f'"{fields.values.get("id")}" is confirmed and names neither item nor study.'
        hint = 'Write the "item" and "options" that it is about, or take it out.'
        fields.problems.append(UNFINISHED_DRAFT.problem(fields.span, message, hint=hint))
    return confirmed is False


def read_draft(fields: ClaimFields, statistic: str) -> FreeFigure | None:
    """Read a draft by what its text says: a cell of a table has a question, a row and a column.

    A figure from prose gets its own id for a question, so that it is set beside no other figure, and its
    sentence for an option. Names of this study that the draft proposes are not read: nobody has said that
    they are right.
    """
    if statistic not in UNITS:
        return None
    found = fields.values.get("read")
    words: Mapping[str, Json] = found if isinstance(found, dict) else {}
    table, row, column, text = (str(words.get(key) or "") for key in ("table", "row", "column", "text"))
    question = table or fields.text("id")
    option, group = (column, row) if words.get("by") == "row" else (row, column)
    return FreeFigure(question, (option or text or question,), group, *read_value(fields, statistic))


def read_choices(whole: Mapping[str, Json], span: Span, problems: list[Problem]) -> Choices:
    """Read ``questions``: for questions in free words, all answers, of which each person gave one."""
    entries = whole.get("questions", [])
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in entries if isinstance(entries, list) else [entries]:
        choices = entry.get("choices") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or not isinstance(choices, list) or not entry.get("question"):
            message = '"questions" should be a list of objects with "question" and a list "choices".'
            problems.append(UNREADABLE_CLAIMS.problem(span, message))
            continue
        found[str(entry.get("study") or ""), str(entry["question"])] = tuple(map(str, choices))
    return found


def add_choices(claim: Claim, choices: Choices) -> Claim:
    """Give a claim in free words with all answers of its question, where the file tells them."""
    if claim.free is None:
        return claim
    known = choices.get((claim.study, claim.free.question), ())
    return replace(claim, free=replace(claim.free, choices=known)) if known else claim
