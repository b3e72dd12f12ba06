"""Quotations of talks through the gate: with consent and approval, and never two of one known person.

Under a quotation stand the kind of talk and, of a group of three or more, who took part in broad terms: no
code, no day, no file. Quotations that have the same words under them come from the people of all talks that
are told so, less those who wouldn't be quoted. Where these are fewer than three, two quotations could be laid
beside each other as one person's, so that only the first is let through.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from peil.disclose.release import Excerpt, SaidIn
from peil.disclose.told_talk import LEAST, told_composition, why_untold
from peil.study.checks.told_speaker import CODE
from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.said import Said
from peil.study.study import Study
from peil.study.talk import Talk, quotations

Source = tuple[str, tuple[tuple[str, str], ...]]
"""What is told of where something was said, to be compared."""


def release_talk_excerpts(study: Study) -> Mapping[str, Excerpt]:
    """Give every quotation of the study's talks as it may be printed, by id; the same in a draft."""
    people = Counter[Source]()
    for talk in study.talks.values():
        if talk.quoting and not why_untold(talk):
            people[source_of(talk)] += talk.participants - len(talk.unquoted)
    printed = Counter[Source]()
    found: dict[str, Excerpt] = {}
    for talk, said in quotations(study.talks):
        source = source_of(talk)
        reason = next(reasons(talk, said), "")
        if not reason and printed[source] and people[source] < LEAST:
            reason = "another one of the same person is told, or could be taken for it"
        if not reason:
            printed[source] += 1
        where = SaidIn(talk.kind, told_composition(talk))
        found[said.id] = (
            Excerpt(said.id, None, invented=talk.invented, reason=reason)
            if reason
            else Excerpt(said.id, said.words, invented=talk.invented, said_in=where)
        )
    return found


def source_of(talk: Talk) -> Source:
    """Give what is told of a talk under a quotation."""
    return talk.kind, tuple(sorted(told_composition(talk).items()))


def reasons(talk: Talk, said: Said) -> Iterator[str]:
    """Give why a quotation is held back, the plainest reason first."""
    if untold := why_untold(talk):
        yield untold
    if not talk.quoting:
        yield "the participants didn't agree to being quoted: quoting says whether they did"
    if said.speaker in talk.unquoted:
        yield "its speaker didn't agree to being quoted"
    if said.draft:
        yield "it is a draft"
    if not CODE.fullmatch(said.speaker) or said.speaker not in talk.speakers:
        yield "its speaker is none of those who took part"
    if len(talk.speakers) > talk.participants:
        yield "more people speak in the notes than took part"
    for language, text in said.words.items():
        for found in find_identifiers(text):
            yield f'its words in "{language}" hold {found.kind}'
