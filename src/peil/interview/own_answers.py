"""Answers in words, all that are kept: those too to questions that other answers have taken off the route."""

from collections.abc import Iterator, Mapping

from peil.core.percent import spell_number
from peil.interview.answers import Answers, Value
from peil.interview.fill import shown_text
from peil.interview.interview import Interview
from peil.interview.own_copy import OwnAnswer
from peil.interview.walk import walk
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.study import Study
from peil.study.text import Wording

TICKED = "✓"


def own_answers(study: Study, answers: Answers, language: str) -> Iterator[OwnAnswer]:
    """Give every answer in words, in the order of the questionnaire.

    What the study has no place for any more (a version that can't be read) comes last, under its own name.
    """
    interview = walk(study, answers)
    left = {name: value for name, value in answers.values.items() if value is not False}
    for item in study.codebook.items.values():
        values = {name: left.pop(name) for name in item.variables if name in left}
        if values:
            yield _own_answer(study, interview, item, values, language)
    for name, value in sorted(left.items()):
        yield OwnAnswer(name, name, "", (str(value),), {name: value})


def label_of(study: Study, name: str, language: str) -> str:
    """Give what a page calls a contact detail; its own name where the study doesn't know it."""
    variable = study.codebook.variables.get(name)
    if variable is None:
        return name
    question = study.questionnaire.by_id[study.codebook.items[variable.item].question]
    row = question.row(name.rpartition(".")[2])
    return row.wording.plain(language) if row else question.wording.plain(language)


def _own_answer(
    study: Study, interview: Interview, item: Item, values: Mapping[str, Value], language: str
) -> OwnAnswer:
    step = study.route.by_id.get(item.step)
    part = _said(study, interview, item.row_wording, language) if item.row_wording else ""
    told = (_told(study, interview, item, study.codebook.variables[name], language) for name in values)
    return OwnAnswer(
        item.key,
        _text(shown_text(study, interview, item.wording, language, step)),
        part,
        tuple(told),
        values,
    )


def _told(study: Study, interview: Interview, item: Item, variable: Variable, language: str) -> str:
    value = interview.answers.values[variable.name]
    if variable.private:
        return f"{label_of(study, variable.name, language)}: {value}"
    labels = {one.id: _said(study, interview, one.wording, language) for one in item.options}
    if variable.value in {ValueKind.OPTION, ValueKind.STEP} and str(value) in labels:
        return labels[str(value)]
    spelt = value if isinstance(value, str) else TICKED if value is True else spell_number(value, language)
    option = variable.follows or variable.option
    if variable.value is ValueKind.TICK and option in labels:
        return labels[option]
    return f"{labels[option]}: {spelt}" if option in labels else spelt


def _said(study: Study, interview: Interview, wording: Wording, language: str) -> str:
    """Give the label of an option or a row; what leads up to a blank in it is left out."""
    shown = shown_text(study, interview, wording, language)
    if all(isinstance(part, str) for part in shown):
        return _text(shown) or wording.plain(language)
    return wording.label(language, interview.role)


def _text(parts: tuple[object, ...]) -> str:
    return " ".join("".join(part if isinstance(part, str) else "…" for part in parts).split())
