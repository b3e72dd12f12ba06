"""Quotations through the gate: printed with consent and approval, and where they point at nobody."""

from collections.abc import Iterator, Mapping

from peil.disclose.release import Excerpt, Release, Status
from peil.disclose.release_response import least_shown
from peil.disclose.talk_excerpts import release_talk_excerpts
from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.quote import Quote
from peil.study.study import Study
from peil.study.tablespec import TableSpec


def release_excerpts(study: Study, release: Release) -> Mapping[str, Excerpt]:
    """Give every quotation of the study as it may be printed, by id.

    One that is held back has no words, and the first reason why. The rules hold in a draft too: a draft
    hides no number, but nobody consented to a draft.

    Args:
        study: Its quotes.toml holds the quotations, and so do the notes of its talks.
        release: Everything else that is published, and the rules: an attribute's base is looked up in it.
    """
    of_quotes = {name: release_excerpt(release, quote) for name, quote in study.quotes.items()}
    return {**release_talk_excerpts(study), **of_quotes}


def release_excerpt(release: Release, quote: Quote) -> Excerpt:
    """Give one quotation."""
    reason = next(reasons(release, quote), "")
    words = None if reason else quote.words
    attribution = None if reason else quote.attribution
    return Excerpt(quote.id, words, attribution, quote.invented, reason)


def reasons(release: Release, quote: Quote) -> Iterator[str]:
    """Give why a quotation is held back, the plainest reason first."""
    if not quote.consent and not quote.invented:
        yield "no consent is recorded"
    if not quote.approved_by or quote.approved_on is None:
        yield "nobody has approved it: approved_by and approved_on say who did, and when"
    for language, text in quote.words.items():
        for found in find_identifiers(text):
            yield f'its words in "{language}" hold {found.kind}'
    yield from narrow_source(release, quote)
    yield from narrow_attribute(release, quote)


def narrow_source(release: Release, quote: Quote) -> Iterator[str]:
    """Hold back an answer to a question that too few reached."""
    reached, least = release.facts.reached.get(quote.source), least_shown(release.disclosure)
    if reached is not None and reached < least:
        yield f"its question was reached by fewer than {least} respondents"


def narrow_attribute(release: Release, quote: Quote) -> Iterator[str]:
    """Hold back an attribute of too few: under the minimum, or under "indicative" where it identifies.

    An identifying variable says by itself who somebody may be, so its classes have to be as large as those
    of which shares are printed without a caution.
    """
    if quote.attribution is None:
        return
    item, name = quote.attribution
    rules = release.disclosure
    table = release.find(TableSpec(item))
    cell = table.cell(name) if table else None
    least = max(least_shown(rules), rules.indicative_below if item in rules.identifying else 0)
    if cell is None or cell.n is None or cell.status is Status.SUPPRESSED:
        yield f'how many there are of "{item}: {name}" is hidden or not published'
    elif cell.n < least:
        yield f'there are fewer than {least} of "{item}: {name}"'
