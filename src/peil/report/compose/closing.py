"""The slide that closes a deck: how it was done, and what is hidden."""

from collections.abc import Iterator

from peil.disclose.release import Release
from peil.report.compose.phrases import spell_count
from peil.report.compose.press import method_sentences
from peil.report.document import Block, Bullets, Heading, Paragraph, Run
from peil.study.plan import DRAFT
from peil.study.study import Study

_LEVEL = 2
_WORDS = {
    "nl": {
        "title": "Over dit onderzoek",
        "minimum": (
            "Van groepen met minder dan {minimum} deelnemers wordt niets getoond; van groepen tot en met "
            "{below} alleen hele percentages, als indicatie."
        ),
        "hidden": "Van de {cells} cijfers in alles wat verschijnt, zijn er {hidden} niet getoond.",
        "questions": "Vragen over het onderzoek: {contact}.",
    },
    "en": {
        "title": "About this study",
        "minimum": (
            "Nothing is shown of groups of fewer than {minimum} participants; of groups of up to {below} "
            "only whole percentages, as an indication."
        ),
        "hidden": "Of the {cells} figures in everything published, {hidden} are not shown.",
        "questions": "Questions about the study: {contact}.",
    },
}


def closing_blocks(study: Study, release: Release, language: str) -> tuple[Block, ...]:
    """Give the blocks of a deck's last slide; Dutch, or else English."""
    words = _WORDS.get(language, _WORDS["en"])
    said = (*method_sentences(study, release, language), *_rules(study, release, language))
    title = Heading(_LEVEL, "", (Run(words["title"]),), "closing-slide")
    return title, Bullets(tuple((Paragraph((Run(sentence),)),) for sentence in said))


def _rules(study: Study, release: Release, language: str) -> Iterator[str]:
    words, rules = _WORDS.get(language, _WORDS["en"]), release.disclosure
    if rules.profile != DRAFT:
        below = spell_count(rules.indicative_below - 1, language)
        yield words["minimum"].format(minimum=spell_count(rules.minimum_base, language), below=below)
    if release.accounting.cells:
        cells, hidden = release.accounting.cells, release.accounting.hidden
        yield words["hidden"].format(cells=spell_count(cells, language), hidden=spell_count(hidden, language))
    if study.about.contact:
        yield words["questions"].format(contact=study.about.contact)
