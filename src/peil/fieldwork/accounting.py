"""Response accounting of a sample: everybody who was invited has one disposition."""

from collections import Counter
from collections.abc import Iterable, Mapping

from peil.fieldwork.disposition import Disposition
from peil.store.sample.sample_counts import SampleCounts


def account(
    sample: SampleCounts, interviews: Mapping[Disposition, int], *, screening: bool
) -> dict[Disposition, int]:
    """Give how many of the invited have which disposition; together they are all of the invited.

    Which interview is whose isn't known here, nor anywhere else in an anonymous study. So an interview counts
    before a mark on the person (somebody can finish and unsubscribe from reminders), and persons' marks share
    what is left over: undelivered first, then refusals, then those who weren't heard of. Who was invited and
    asked to be erased is among the refusals.

    Args:
        sample: Counts of persons.
        interviews: Counts of invited persons' interviews by disposition.
        screening: Who was not heard of may not be eligible (``screens``).
    """
    found = Counter({code: count for code, count in interviews.items() if count})
    rest = max(sample.approached - found.total(), 0)
    undelivered = min(sample.bounced, rest)
    rest -= undelivered
    refusals = min(sample.unsubscribed + sample.refused + sample.withdrawn, rest)
    rest -= refusals
    silent = Disposition.NOTHING_RETURNED if screening else Disposition.NON_CONTACT
    found[Disposition.UNDELIVERED] += undelivered
    found[Disposition.REFUSAL] += refusals
    found[silent] += rest
    return {code: found[code] for code in Disposition if found[code]}


def count_dispositions(dispositions: Iterable[Disposition]) -> dict[Disposition, int]:
    """Count dispositions, in the order of their codes."""
    found = Counter(dispositions)
    return {code: found[code] for code in Disposition if found[code]}
