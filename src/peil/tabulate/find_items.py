"""Names on the command line become the items that tables are made of."""

from collections.abc import Mapping, Sequence
from itertools import islice

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.study.checks import unknown_name
from peil.study.codebook import Item
from peil.study.question import Kind
from peil.study.study import Study
from peil.tabulate.table_problems import NOTHING_TO_COUNT

NAMED = 4
PLACE = Span("command line")
NO_ANSWERS: Mapping[Kind, str] = {
    Kind.OPEN: "is an open question: words can't be counted",
    Kind.DATE: "asks for a date: it has no options to count",
    Kind.CONTACT: "asks for contact details: they are stored apart from the answers",
    Kind.NOTICE: "is a notice: it asks nothing",
}


def find_items(study: Study, names: Sequence[str]) -> tuple[str, ...]:
    """Give the keys of the items or questions named, each once; without names, all that can be tabulated.

    Raises:
        Unusable: A name means nothing in the study, or what it names has nothing to count; carries all.
    """
    items = study.codebook.items
    if not names:
        return tuple(key for key, item in items.items() if has_counts(item))
    found: dict[str, None] = {}
    problems = []
    for name in dict.fromkeys(names):
        keys = (name,) if name in items else study.codebook.rows_of.get(name, ())
        if problem := bad_name(study, name, keys):
            problems.append(problem)
        found.update(dict.fromkeys(keys))
    if problems:
        raise Unusable(problems)
    return tuple(found)


def has_counts(item: Item) -> bool:
    """Say whether a table of the item shows anything: shares of its options, or a mean."""
    return bool(item.options) or item.kind in {Kind.NUMBER, Kind.SCALE}


def bad_name(study: Study, name: str, keys: Sequence[str]) -> Problem | None:
    """Give the problem of a name that no table can be made of, or None."""
    items = study.codebook.items
    question = study.questionnaire.by_id.get(items[keys[0]].question if keys else name)
    if question is None and not keys:
        known = [*items, *study.codebook.rows_of]
        first = ", ".join(islice((key for key, item in items.items() if has_counts(item)), NAMED))
        hint = (
            did_you_mean(name, known)
            or f"It has {first} and so on; peil tables without --rows lists them all."
        )
        return unknown_name.RULE.problem(PLACE, f'The study has no item "{name}".', hint=hint)
    if question is None or any(has_counts(items[key]) for key in keys):
        return None
    hint = "Name a question with options, a number, a scale or a ranking."
    return NOTHING_TO_COUNT.problem(PLACE, f'"{name}" {NO_ANSWERS[question.kind]}.', hint=hint)
