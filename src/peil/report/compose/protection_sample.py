"""What a data-protection sheet says of those who are invited, and of who else handles respondents' data."""

from collections.abc import Iterator

from peil.report.compose.protection_parts import heading, how_long, settings_table, table, told
from peil.report.compose.protection_words import say_protection as say
from peil.report.document import Block
from peil.report.protection import Keeping, Protection
from peil.study.fielding import Privacy
from peil.study.study import Study

OF_EACH = ("sample_address", "sample_language", "sample_columns", "sample_codes", "sample_mails")
MARKS = {Privacy.CONFIDENTIAL: "sample_link", Privacy.ANONYMOUS: "sample_begun"}


def compose_sample(study: Study, facts: Protection, language: str) -> Iterator[Block]:
    """Give the chapter on the list of who is invited: what stands in it, what for, where, how long, for whom.

    There is none where nobody is invited.
    """
    mode = study.fielding.privacy
    if mode is None:
        return
    yield heading(language, "sample")
    yield told(language, "sample_told")
    names = (*OF_EACH, "sample_flags", MARKS[mode], "sample_erased")
    columns = ", ".join(facts.columns or ()) or say(
        language, "columns_unknown" if facts.columns is None else "none"
    )
    rows = [(say(language, one, columns=columns), say(language, f"{one}_for")) for one in names]
    yield table((say(language, "what"), say(language, "what_for")), rows, (1.4, 1.4))
    handling = study.fielding.handling
    kept = next((one for one in facts.kept if one.keeping is Keeping.ADDRESSES), None)
    yield settings_table(
        language,
        [
            ("sample_source", handling.sample_source.plain(language) if handling.sample_source else ""),
            ("sample_readers", handling.sample_readers.plain(language) if handling.sample_readers else ""),
            ("place", kept.place if kept else ""),
            ("how_long", how_long(kept, language) if kept else ""),
        ],
    )
    yield told(language, "special_list" if study.fielding.special_category else "sample_readable")


def compose_processors(study: Study, language: str) -> Iterator[Block]:
    """Give the chapter on who processes data on the controller's behalf, and on what leaves the EEA."""
    handling = study.fielding.handling
    yield heading(language, "others")
    yield told(language, "others_told")
    yield settings_table(
        language,
        [
            ("processors", handling.processors.plain(language) if handling.processors else ""),
            ("transfers", handling.transfers.plain(language) if handling.transfers else ""),
        ],
    )
