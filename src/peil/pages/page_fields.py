"""The fields that a page's form can have: its variables in the page's order, with what each is read by."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peil.core.same import once_each
from peil.interview.course import Asking, course_of
from peil.pages.field_names import DATE_PARTS
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.question import Kind, Question
from peil.study.study import Study
from peil.study.text import NumberBlank, Wording

_WORDS_AFTER = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class PageField:
    """One variable as a page asks it.

    Args:
        variable: The variable.
        item: The item that it belongs to.
        question: The question that asks it.
        step: Id of the step that asks it.
        names: Names of the form fields that it is typed in.
        place: Its place on the page, counted over everything that the page can ask.
        many_lines: The text may have more than one line.
        decimals: Places that a number may have.
        units: What the question says after the blank of a number, in each of its wordings.
    """

    variable: Variable
    item: Item
    question: Question
    step: str
    names: tuple[str, ...]
    place: int
    many_lines: bool = False
    decimals: int = 0
    units: tuple[str, ...] = ()


@once_each(most=4096)
def page_fields(study: Study, page_id: str) -> Mapping[str, PageField]:
    """Give variable name to field, for everything that the page can ask whoever it is shown to."""
    course = course_of(study)
    askings = [one for one in course.entries if isinstance(one, Asking) and one.step.page == page_id]
    found: dict[str, PageField] = {}
    for asking in askings:
        for item in asking.items:
            for variable in asking.variables[item.key]:
                found[variable.name] = _field(asking, item, variable, len(found))
    return found


def _field(asking: Asking, item: Item, variable: Variable, place: int) -> PageField:
    blank = variable.blank or asking.question.blank
    return PageField(
        variable,
        item,
        asking.question,
        asking.step.id,
        _names(variable),
        place,
        many_lines=asking.question.kind is Kind.OPEN,
        decimals=blank.decimals if isinstance(blank, NumberBlank) else 0,
        units=tuple(sorted(set(_units(_wording(asking.question, variable))))),
    )


def _names(variable: Variable) -> tuple[str, ...]:
    name = variable.name
    return tuple(f"{name}.{part}" for part in DATE_PARTS) if variable.value is ValueKind.DATE else (name,)


def _wording(question: Question, variable: Variable) -> Wording:
    """Give the wording that a variable's blank stands in."""
    option = question.option(variable.follows) if variable.follows else None
    return option.wording if option else question.wording


def _units(wording: Wording) -> Iterator[str]:
    """Give the words right after a number's blank: ``procent``, ``uur per week``."""
    for texts in (wording.default, *wording.by_role.values()):
        for text in texts.values():
            for before, after in zip(text.parts, text.parts[1:], strict=False):
                if isinstance(before, NumberBlank) and isinstance(after, str):
                    words = _WORDS_AFTER.match(after.lstrip())
                    if words:
                        yield words.group()
