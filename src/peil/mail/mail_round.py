"""A mailing before it is sent: to whom, of which mail."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from peil.mail.template import Kind
from peil.store.sample.not_mailed import OF_ANSWERS, NotMailed
from peil.store.sample.person import Person

MOST_STRATA = 30
"""A column with more values than this is no stratum, but something of each person's own."""


@dataclass(frozen=True)
class MailRound:
    """A mailing before it is sent.

    Args:
        kind: Which mail.
        people: To whom, with readable names and addresses; who isn't in the sample yet has no id.
        passed: Why others in the sample aren't mailed, to how many of them.
        batch: In what steps it is told how many took part; 1 where it is told exactly.
        rows: Address in lower case to the line of the list, where one is at hand.
        erased: How many of the list were erased before; they are passed over.
        invited: Language to how many were invited before and can be reached.
    """

    kind: Kind
    people: Sequence[Person] = ()
    passed: Mapping[NotMailed, int] = field(default_factory=dict)
    batch: int = 1
    rows: Mapping[str, int] = field(default_factory=dict)
    erased: int = 0
    invited: Mapping[str, int] = field(default_factory=dict)

    @property
    def unknown(self) -> int:
        """How many may have had it already, for a mailing was cut off."""
        return self.passed.get(NotMailed.UNKNOWN, 0)

    def told_passed(self) -> dict[NotMailed, int]:
        """Give why others aren't mailed; what says who took part is rounded down to whole batches."""
        found = ((reason, self.passed.get(reason, 0)) for reason in NotMailed)
        return {
            reason: number - number % self.batch if reason in OF_ANSWERS else number
            for reason, number in found
            if number
        }

    def row(self, person: Person) -> int:
        """Give the line of the list that a person stands on; 0 where it isn't at hand."""
        return self.rows.get(person.address.lower(), 0)

    def languages(self) -> dict[str, int]:
        """Count by language."""
        return _counts(person.language for person in self.people)

    def strata(self) -> dict[str, dict[str, int]]:
        """Count by each further column of the list that divides people into groups."""
        columns = sorted({name for person in self.people for name in person.strata})
        found = {name: _counts(person.strata.get(name, "") for person in self.people) for name in columns}
        return {name: counts for name, counts in found.items() if len(counts) <= MOST_STRATA}


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
