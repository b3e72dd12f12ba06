"""Text as one respondent reads it: earlier answers filled in."""

from collections.abc import Iterable
from decimal import Decimal

from peil.core.percent import spell_number
from peil.interview.interview import Interview
from peil.study.question import Kind, Option, Row
from peil.study.route import Step
from peil.study.study import Study
from peil.study.text import Blank, Fill, Wording

AND = {"nl": "en", "en": "and", "de": "und", "fr": "et"}
UNKNOWN = "…"


def shown_text(
    study: Study, interview: Interview, wording: Wording, language: str, step: Step | None = None
) -> tuple[str | Blank, ...]:
    """Give a wording's parts in reading order, its fills as text, its blanks left for the page to draw.

    A fill whose answer was not given shows its fallback. In a repeat, a fill that names the repeated
    question shows the option that this repeat is for.
    """
    text = wording.text(language, interview.role)
    parts: list[str | Blank] = []
    for part in text.parts if text else ():
        shown = _fill(study, interview, part, language, step) if isinstance(part, Fill) else part
        if isinstance(shown, str) and parts and isinstance(parts[-1], str):
            parts[-1] += shown
        else:
            parts.append(shown)
    return tuple(parts)


def part_label(
    study: Study, interview: Interview, part: Option | Row, language: str, step: Step | None = None
) -> tuple[str | Blank, ...]:
    """Give the label of an option or row; of one carried over, what the respondent wrote there.

    What was carried over has no blank of its own: one in its label is left out.
    """
    own = interview.given.get(part.carried) if part.carried else None
    if own is not None:
        return (str(own),)
    shown = shown_text(study, interview, part.wording, language, step)
    has_blank = part.open if isinstance(part, Row) else part.blank is not None
    if has_blank or all(isinstance(piece, str) for piece in shown):
        return shown
    return (part.wording.label(language, interview.role),)


def _fill(study: Study, interview: Interview, fill: Fill, language: str, step: Step | None) -> str:
    shown = _repeat_label(study, interview, fill, language, step) or spell_answer(
        study, interview, fill.name, language
    )
    return shown or fill.fallback or UNKNOWN


def _repeat_label(
    study: Study, interview: Interview, fill: Fill, language: str, step: Step | None
) -> str | None:
    if step is None or step.repeat_option is None:
        return None
    repeat = study.questionnaire.by_id[step.question].repeat
    if repeat is None or repeat.question != fill.name:
        return None
    source = study.questionnaire.by_id[repeat.question]
    option = step.repeat_option
    part = source.row(option) if source.kind is Kind.MATRIX else source.option(option)
    return _own_label(f"{source.id}.{option}", part, interview, language) if part else None


def spell_answer(study: Study, interview: Interview, name: str, language: str) -> str | None:
    """Give an answer in words, or None where none was given.

    An option is its label, or what the respondent wrote beside it; several are joined with a comma and
    "and"; a number has the language's decimal mark.
    """
    item = study.codebook.items.get(name)
    if item is not None and item.kind is Kind.MULTI:
        ticked = (option for option in item.options if f"{item.key}.{option.id}" in interview.given)
        return _join(
            [_own_label(f"{item.key}.{one.id}", one, interview, language) for one in ticked], language
        )
    if item is not None and item.kind is Kind.RANKING:
        ranked = [option for option in item.options if f"{item.key}.{option.id}" in interview.given]
        ranked.sort(key=lambda option: Decimal(str(interview.given[f"{name}.{option.id}"])))
        return _join(
            [_own_label(f"{item.key}.{one.id}", one, interview, language) for one in ranked], language
        )
    value = interview.given.get(name)
    if value is None or isinstance(value, bool):
        return None
    if not isinstance(value, str):
        return spell_number(value, language)
    option = next((option for option in item.options if option.id == value), None) if item else None
    return _own_label(f"{item.key}.{option.id}", option, interview, language) if item and option else value


def _own_label(name: str, part: Option | Row, interview: Interview, language: str) -> str:
    """Give what the respondent wrote beside an option or row of that name, else its label."""
    own = interview.given.get(part.carried or f"{name}.text")
    return str(own) if own is not None else part.wording.plain(language, interview.role)


def _join(labels: Iterable[str], language: str) -> str | None:
    *first, last = list(labels) or [""]
    if not first:
        return last or None
    return f"{', '.join(first)} {AND.get(language, '&')} {last}"
