"""A posted form read: field texts to typed values, with what couldn't be read and what can't be ours."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

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
    reading = _Reading(fields, language, frozenset(marks))
    known = page_fields(study, page_id)
    reading.forget(frozenset(one.step for one in known.values() if one.variable.private))
    for one in known.values():
        reading.take(one)
    _leave_out_unchosen(reading, known)
    names = {name for one in known.values() for name in one.names}
    strange = [name for name in fields if name not in names and name not in CONTROLS]
    return ReadForm(
        reading.values,
        reading.details,
        reading.texts,
        tuple(reading.problems.values()),
        tuple(sorted({*strange, *reading.unknown})),
    )


class _Reading:
    """A form while it is being read, field by field."""

    def __init__(self, fields: Mapping[str, str], language: str, marks: frozenset[str]) -> None:
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
        """Take over what was sent for one variable."""
        sent = [name for name in one.names if name in self.fields]
        if not sent:
            return
        clean = clean_text if one.many_lines else clean_line
        typed = [clean(self.fields.get(name, "")) for name in one.names]
        self.texts.update((name, text) for name, text in zip(one.names, typed, strict=True) if text)
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


def _whole(text: str) -> int | None:
    """Give a whole number as our own forms send it."""
    return int(text) if _WHOLE.fullmatch(text) else None


def _leave_out_unchosen(reading: _Reading, known: Mapping[str, PageField]) -> None:
    for name in list(_unchosen(reading.values, known)):
        reading.values.pop(name, None)
        reading.problems.pop(name, None)


def _unchosen(values: Mapping[str, Value], known: Mapping[str, PageField]) -> Iterator[str]:
    """Give what is asked beside options that aren't chosen."""
    for name, one in known.items():
        option, key = one.variable.follows, one.item.key
        if option is not None and not (values.get(key) == option or values.get(f"{key}.{option}") is True):
            yield name
