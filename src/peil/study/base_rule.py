"""The base of a table in words: who was asked, who answered, who is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from peil.study.asked import asked_of_item, tell_who
from peil.study.codebook import Item
from peil.study.expr.tree import Always, both
from peil.study.study import Study
from peil.study.tablespec import TableSpec


@dataclass(frozen=True, slots=True)
class BaseWords:
    """How a language puts a base into words.

    The first three stand in two: of everyone, and after the words for a condition ("those who …").
    """

    answered: tuple[str, str]
    blanks: tuple[str, str]
    classed: tuple[str, str]
    without: str
    quote: str
    disjunction: str


WORDS = {
    "nl": BaseWords(
        answered=("wie de vraag beantwoordde", "{who}, en de vraag beantwoordde"),
        blanks=(
            "wie de vraag kreeg, ook wie niets invulde",
            "{who}, en de vraag kreeg, ook wie niets invulde",
        ),
        classed=("wie in een van de klassen valt", "{who}, en in een van de klassen valt"),
        without="zonder wie {options} koos",
        quote="“{}”",
        disjunction="of",
    ),
    "en": BaseWords(
        answered=("those who answered the question", "{who}, and answered the question"),
        blanks=(
            "those who were asked the question, also those who left it blank",
            "{who}, and were asked the question, also those who left it blank",
        ),
        classed=("those who fall in one of the classes", "{who}, and fall in one of the classes"),
        without="without those who chose {options}",
        quote="“{}”",
        disjunction="or",
    ),
}
"""A language that isn't here is told in English."""


def tell_base(study: Study, spec: TableSpec, language: str) -> str:
    """Tell a table's base: who is on the route to the question, its ``where``, its base setting.

    The class of a group that a table is of is not told: a table carries it by itself.

    Args:
        study: Names questions and options.
        spec: The table.
        language: Language code.
    """
    words = WORDS.get(language, WORDS["en"])
    item = study.codebook.items[spec.item]
    classed = item.derived and not item.coded
    setting = words.classed if classed else words.blanks if spec.base.blanks else words.answered
    condition = both(asked_of_item(study, item), *([spec.where.tree] if spec.where else []))
    rule = setting[0]
    if not isinstance(condition, Always):
        rule = setting[1].format(who=tell_who(study, condition, language))
    labels = _left_out(item, spec, language, words)
    return f"{rule}, {words.without.format(options=_joined(labels, words))}" if labels else rule


def _left_out(item: Item, spec: TableSpec, language: str, words: BaseWords) -> Sequence[str]:
    """Give the labels of the options whose choosers are left out, in option order."""
    ids = set(spec.base.without) | (item.missing_ids if spec.base.without_missing else set())
    return [words.quote.format(option.wording.label(language)) for option in item.options if option.id in ids]


def _joined(labels: Sequence[str], words: BaseWords) -> str:
    return f" {words.disjunction} ".join([*([", ".join(labels[:-1])] if labels[:-1] else []), labels[-1]])
