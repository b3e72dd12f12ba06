"""A study's sample where there is one; nothing is made."""

from peil.store.sample.open_sample import has_sample, open_sample
from peil.store.sample.sample import Sample
from peil.study.study import Study


def find_sample(url: str, study: Study) -> Sample | None:
    """Open a study's sample; None where nobody was ever invited.

    Raises:
        Unusable: It can't be opened.
    """
    return open_sample(url, study) if has_sample(url) else None
