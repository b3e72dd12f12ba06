"""A posted form read: field texts to typed values, with what couldn't be read and what can't be ours."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from peil.core.same import once_each
from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.answers import Value
from peil.interview.check_value import LONGEST_TEXT
from peil.interview.private import KEPT_APART
from peil.pages.clean_text import clean_line, clean_text
from peil.pages.field_names import CONTROLS, FORGET
from peil.pages.page_fields import PageField, page_fields
from peil.pages.read_date import read_date
from peil.pages.read_number import read_number
from peil.study.codebook import ValueKind
from peil.study.study import Study

TICKED = "1"
_WHOLE = re.compile("-?(?:0|[1-9][0-9]{0,14})")


@dataclass(frozen=True)
class ReadForm:
    """What a form says.

    Args:
        values: Variable name to value; contact details as marks. What was left empty is absent.
        details: Contact details themselves: variable name to text.
        texts: Field name to what to show again, also what couldn't be read. Sent again, they read the same:
            a contact field that was left empty, and what is to be forgotten, are among them.
        problems: What couldn't be read, or is too long to look at.
        unknown: Names that are no field of the page, or whose value no form of ours can send.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict, repr=False)
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    problems: tuple[AnswerProblem, ...] = ()
    unknown: tuple[str, ...] = ()


def read_form(
    study: Study, page_id: str, fields: Mapping[str, str], language: str, marks: Collection[str] = ()
) -> ReadForm:
    """Read a page's posted fields; never raises on what is typed.

    Whether a question, row or option is visible is not looked at: ``check_answers`` judges that. What was
    filled in beside an option that isn't chosen is shown again, but is no value.

    Args:
        study: The study.
        page_id: Id of the page.
        fields: Field name to text, one each. Control fields are passed over, but for ``.forget``: the
            contact details of the step it names aren't kept any longer where their field is empty.
        language: Language of the form: how its numbers are written.
        marks: Names of contact details given before. One whose field was sent empty keeps its mark; one
            whose field wasn't sent, because its question is no longer asked, doesn't.
    """
    page = _reader(study, page_id)
    reading = _Reading(fields, language, marks)
    sent: dict[int, PageField] = {}
    strange: list[str] = []
    for name in fields:
        one = page.by_field.get(name)
        if one is not None:
            sent[one.place] = one
        elif name not in CONTROLS:
            strange.append(name)
    if page.private:
        reading.forget(page.private)
    for place in sorted(sent):
        reading.take(sent[place])
    reading.leave_out_unchosen(page.beside)
    return ReadForm(
        reading.values,
        reading.details,
        reading.texts,
        tuple(reading.problems.values()),
        tuple(sorted({*strange, *reading.unknown})),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a page's form is read by.

    Args:
        by_field: Field name to what it belongs to.
        private: Ids of its contact questions.
        beside: What is asked beside options.
    """

    by_field: Mapping[str, PageField]
    private: frozenset[str]
    beside: tuple[PageField, ...]


@once_each(most=4096)
def _reader(study: Study, page_id: str) -> _Reader:
    known = page_fields(study, page_id).values()
    return _Reader(
        {name: one for one in known for name in one.names},
        frozenset(one.step for one in known if one.variable.private),
        tuple(one for one in known if one.variable.follows is not None),
    )


class _Reading:
    """A form while it is being read, field by field."""

    def __init__(self, fields: Mapping[str, str], language: str, marks: Collection[str]) -> None:
        self.fields = fields
        self.language = language
        self.marks = marks
        self.forgotten: frozenset[str] = frozenset()
        self.values: dict[str, Value] = {}
        self.details: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.problems: dict[str, AnswerProblem] = {}
        self.unknown: list[str] = []

    def forget(self, steps: frozenset[str]) -> None:
        """Note which of the page's contact questions are to be forgotten; shown again, that stays asked."""
        self.forgotten = steps.intersection(self.fields.get(FORGET, "").split())
        if self.forgotten:
            self.texts[FORGET] = " ".join(sorted(self.forgotten))

    def take(self, one: PageField) -> None:
        """Take over what was sent for one variable, in one of its fields at least."""
        clean = clean_text if one.many_lines else clean_line
        typed = [clean(self.fields.get(name, "")) for name in one.names]
        for name, text in zip(one.names, typed, strict=True):
            if text:
                self.texts[name] = text
        if one.variable.private:
            self._take_detail(one, typed[0])
        elif one.variable.value is ValueKind.TICK:
            self._take_tick(one.variable.name)
        elif any(typed):
            self._take_value(one, typed)

    def _take_tick(self, name: str) -> None:
        if self.fields[name] == TICKED:
            self.values[name] = True
        else:
            self.unknown.append(name)
            self.texts.pop(name, None)

    def _take_detail(self, one: PageField, text: str) -> None:
        """Keep a detail and its mark; an empty field leaves what was given, unless it is to be forgotten."""
        name = one.variable.name
        empty = text in {"", KEPT_APART}
        self.texts[name] = text
        if not empty and len(text) > LONGEST_TEXT:
            self.problems[name] = AnswerProblem(AnswerCode.TOO_LONG, name, LONGEST_TEXT)
        elif not empty:
            self.details[name] = text
        if (not empty and name in self.details) or (name in self.marks and one.step not in self.forgotten):
            self.values[name] = KEPT_APART

    def _take_value(self, one: PageField, typed: list[str]) -> None:
        name, text = one.variable.name, typed[0]
        match one.variable.value:
            case ValueKind.NUMBER:
                self._keep(
                    name,
                    read_number(text, self.language, one.decimals, one.units),
                    AnswerCode.NOT_A_NUMBER,
                )
            case ValueKind.DATE:
                self._keep(name, read_date(typed), AnswerCode.BAD_DATE)
            case ValueKind.RANK:
                self._keep(name, _whole(text), AnswerCode.BAD_RANK)
            case ValueKind.STEP:
                step = None if text in one.item.missing_ids else _whole(text)
                self.values[name] = text if step is None else step
            case _:
                self.values[name] = text

    def _keep(self, name: str, value: Value | None, code: AnswerCode) -> None:
        if value is None:
            self.problems[name] = AnswerProblem(code, name)
        else:
            self.values[name] = value

    def leave_out_unchosen(self, beside: Iterable[PageField]) -> None:
        """Take out what was filled in beside options that aren't chosen."""
        for one in beside:
            name, option, key = one.variable.name, one.variable.follows, one.item.key
            chosen = self.values.get(key) == option or self.values.get(f"{key}.{option}") is True
            if not chosen:
                self.values.pop(name, None)
                self.problems.pop(name, None)


def _whole(text: str) -> int | None:
    """Give a whole number as our own forms send it."""
    return int(text) if _WHOLE.fullmatch(text) else None
