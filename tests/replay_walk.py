"""A walk replayed: its answers given page by page to the interview engine, which must take every one."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from peil.interview.answer_problem import AnswerCode
from peil.interview.answers import Answers, Value
from peil.interview.interview import Interview
from peil.interview.submit import page_variables, submit
from peil.interview.validate import check_answers
from peil.interview.walk import walk
from peil.study.codebook import Item, ValueKind
from peil.study.question import Kind
from peil.study.study import Study


def replay(study: Study, values: Mapping[str, Value], to: str | None = None) -> Interview:
    """Give the interview after these answers; ``to``: the page to stop at, with what stands above on it.

    Fails where the engine refuses an answer, where one is missing before the stop, where a value is of
    nothing that is asked.
    """
    answers = Answers()
    used: set[str] = set()
    while (interview := walk(study, answers)).next_page is not None:
        page = interview.next_page
        here = {name: value for name, value in values.items() if name in page_variables(study, page)}
        used |= here.keys()
        found = check_answers(study, interview, page, here)
        if page == to:
            assert [one for one in found if one.code is not AnswerCode.REQUIRED] == [], (page, found)
            interview = walk(study, submit(study, answers, page, here, passed=False))
            break
        assert found == (), (page, here, found)
        answers = submit(study, answers, page, here)
    assert used == values.keys(), f"never asked: {sorted(values.keys() - used)}"
    return interview


def values_of(study: Study, witness: Sequence[tuple[str, str]]) -> dict[str, Value]:
    """Give a witness's answers as an interview takes them.

    A pair is of an item (several ticks with commas) or of one of its variables.
    """
    values: dict[str, Value] = {}
    for name, told in witness:
        item = study.codebook.items.get(name)
        if item is not None and item.kind is Kind.MULTI:
            values.update({f"{name}.{option}": True for option in told.split(", ")})
        else:
            values[name] = _value(study, name, item, told)
    return values


def _value(study: Study, name: str, item: Item | None, told: str) -> Value:
    match study.codebook.variables[name].value:
        case ValueKind.NUMBER:
            return Decimal(told)
        case ValueKind.RANK:
            return int(told)
        case ValueKind.STEP:
            return told if item is not None and told in item.missing_ids else int(told)
    return told


def asked_steps(interview: Interview) -> tuple[str, ...]:
    """Give the steps on the route, in order."""
    return tuple(shown.step.id for page in interview.pages for shown in page.steps)
