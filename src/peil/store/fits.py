"""Whether a store's answers are answers to a study: a store belongs to one study."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from peil.interview.answers import Value
from peil.interview.given import is_filled
from peil.interview.submit import page_variables
from peil.store.database import Database
from peil.store.values_json import read_values
from peil.study.codebook import Variable
from peil.study.study import Study


def misfits(study: Study, answers: Database) -> tuple[str, ...]:
    """Give the names of variables, sorted, that the store has answers to and the study no place for.

    Such a variable isn't asked, or on another page, or is of another kind, or an answer to it names an option
    that isn't there. Those answers would be in no form and no export, and nobody would know. Interviews of a
    pilot or a test are never exported, and go on in their own version: a pilot is there to change things.
    """
    rows = answers.execute(
        "SELECT DISTINCT a.page, a.given FROM answers a JOIN interviews i ON i.id = a.interview"
        " WHERE a.given <> '{}' AND i.purpose = 'live'"
    )
    asked = {page: page_variables(study, page) for page in {page for page, _ in rows}}
    found = {name for page, given in rows for name in _misfits(study, asked[page], read_values(given))}
    return tuple(sorted(found))


def _misfits(study: Study, asked: AbstractSet[str], values: Mapping[str, Value]) -> Iterator[str]:
    for name, value in values.items():
        variable = study.codebook.variables.get(name)
        if variable is None or name not in asked or not _fits(study, variable, value):
            yield name


def _fits(study: Study, variable: Variable, value: Value) -> bool:
    return is_filled(variable, value, {*study.codebook.items[variable.item].option_ids})
