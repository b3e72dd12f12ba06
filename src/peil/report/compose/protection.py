"""Compose the data-protection sheet: what a study says of respondents' data, and what it leaves unsaid."""

from collections.abc import Iterator

from peil.report.compose.phrases import say_date
from peil.report.compose.protection_parts import heading, how_long, settings_table, table, told
from peil.report.compose.protection_sample import compose_processors, compose_sample
from peil.report.compose.protection_words import say_protection as say
from peil.report.compose.questionnaire import bullets
from peil.report.document import Block, Document, Heading, Paragraph, Run
from peil.report.protection import Protection
from peil.study.codebook import ValueKind
from peil.study.fielding import Privacy
from peil.study.question import Kind
from peil.study.study import Study

SAFE = tuple(f"safe_{number}" for number in range(1, 8))
KINDS = {
    Kind.OPEN: "kind_open",
    Kind.NUMBER: "kind_number",
    Kind.DATE: "kind_date",
    Kind.CONTACT: "kind_contact",
}
BESIDE = frozenset({ValueKind.TEXT, ValueKind.NUMBER})


def compose_protection(study: Study, facts: Protection, language: str) -> Document:
    """Give the sheet as a document; what study.toml doesn't say stands in it as missing.

    Args:
        study: The study.
        facts: What is kept where and for how long, and the keys.
        language: Language of the sheet: Dutch, or else English.
    """
    about = study.about
    return Document(
        language=language,
        title=say(language, "title", title=about.title.plain(language)),
        subtitle=say(language, "subtitle"),
        front=(),
        warning="",
        blocks=(
            Heading(1, "", (Run(say(language, "sheet")),), "protection-sheet"),
            told(language, "made"),
            *_who(study, language),
            *_data(study, language),
            *compose_sample(study, facts, language),
            *_where(facts, language),
            *compose_processors(study, language),
            *_linking(study, language),
            *_keys(study, facts, language),
            *_rights(study, language),
            *_security(language),
            *_missing(study, facts, language),
        ),
        authors=about.authors,
    )


def missing(study: Study, facts: Protection) -> tuple[str, ...]:
    """Give the settings that the sheet asks for and study.toml doesn't have, in the sheet's order."""
    about = study.about
    said: dict[str, object] = {
        "controller": about.controller,
        "contact": about.contact,
        "purpose": about.purpose,
        "lawful_basis": about.lawful_basis,
        "consent": about.consent,
        "consent_version": study.fielding.consent_version,
        "closes": about.closes or facts.last_day,
        "special_categories": about.special_categories,
        "processors": study.fielding.handling.processors,
        "transfers": study.fielding.handling.transfers,
        **_of_sample(study),
    }
    unsaid = [name for name, value in said.items() if not value]
    names = {"answers": "retention_months", "contacts": "contacts", "addresses": "addresses"}
    unsaid += [names[one.keeping] for one in facts.kept if one.months is None]
    if _asks_contact(study) and not facts.keys:
        unsaid.append("contact_keys")
    return tuple(unsaid)


def _of_sample(study: Study) -> dict[str, object]:
    """Give what the sheet asks about the list of who is invited, where there is one."""
    if study.fielding.privacy is None:
        return {}
    handling = study.fielding.handling
    return {"sample_source": handling.sample_source, "sample_readers": handling.sample_readers}


def _who(study: Study, language: str) -> Iterator[Block]:
    about, fielding = study.about, study.fielding
    days = [
        say(language, name, day=say_date(day, language))
        for name, day in (("opens", about.opens), ("closes", about.closes))
        if day
    ]
    rows = [
        ("controller", about.controller),
        ("contact", about.contact),
        ("client", about.client.plain(language) if about.client else ""),
        ("agency", about.agency.plain(language) if about.agency else ""),
        ("purpose", about.purpose.plain(language) if about.purpose else ""),
        ("lawful_basis", about.lawful_basis),
        ("consent", about.consent.plain(language) if about.consent else ""),
        ("consent_version", fielding.consent_version),
        ("fieldwork", ", ".join(days)),
        ("access", say(language, f"access_{fielding.access}")),
        ("privacy", say(language, f"privacy_{fielding.privacy}" if fielding.privacy else "privacy_none")),
    ]
    yield heading(language, "who")
    yield settings_table(language, rows)


def _data(study: Study, language: str) -> Iterator[Block]:
    groups: dict[str, list[str]] = {}
    for question in study.questionnaire.questions:
        if question.kind is not Kind.NOTICE:
            groups.setdefault(KINDS.get(question.kind, "kind_closed"), []).append(question.id)
    variables = study.codebook.variables.values()
    beside = (one.item for one in variables if one.follows is not None and one.value in BESIDE)
    if found := list(dict.fromkeys(study.codebook.items[item].question for item in beside)):
        groups["kind_beside"] = found
    yield heading(language, "data")
    yield told(language, "data_told")
    head = tuple(say(language, name) for name in ("kind", "number", "names"))
    rows = [(say(language, kind), str(len(ids)), ", ".join(ids)) for kind, ids in groups.items()]
    yield table(head, rows, (1.2, 0.5, 2.3))
    if {"kind_open", "kind_beside"} & groups.keys():
        yield told(language, "open_warning")
    special = study.about.special_categories
    said = special.plain(language) if special else ""
    yield Paragraph((Run(say(language, "special_asked" if said else "special_unsaid", said=said)),))
    yield told(language, "beside")
    yield told(language, "never")


def _where(facts: Protection, language: str) -> Iterator[Block]:
    yield heading(language, "where")
    head = tuple(say(language, name) for name in ("what", "place", "how_long"))
    rows = [(say(language, f"keep_{one.keeping}"), one.place, how_long(one, language)) for one in facts.kept]
    yield table(head, rows, (1.4, 0.8, 1.4))
    if facts.last_day:
        day = say_date(facts.last_day, language)
        yield Paragraph((Run(say(language, "last_day", day=day)),))
    else:
        yield told(language, "last_day_unknown")
    yield told(language, "retired")
    yield told(language, "browser")


def _linking(study: Study, language: str) -> Iterator[Block]:
    modes = {Privacy.CONFIDENTIAL: "link_confidential", Privacy.ANONYMOUS: "link_anonymous"}
    mode = study.fielding.privacy
    yield heading(language, "linking")
    yield told(language, "link_code")
    if mode is not Privacy.CONFIDENTIAL:
        yield told(language, "link_no_code")
    yield told(language, modes[mode] if mode else "link_open")
    if _asks_contact(study):
        yield told(language, "link_live")


def _keys(study: Study, facts: Protection, language: str) -> Iterator[Block]:
    yield heading(language, "keys")
    if not facts.keys:
        sealed = _asks_contact(study) or study.fielding.special_category
        yield told(language, "keys_none" if sealed else "keys_unasked")
        return
    yield told(language, "keys_told")
    head = (say(language, "fingerprint"), say(language, "key"))
    yield table(head, [(one.fingerprint, one.key) for one in facts.keys], (1.0, 2.0))


def _rights(study: Study, language: str) -> Iterator[Block]:
    by_address = study.fielding.privacy is Privacy.CONFIDENTIAL
    names = [
        "right_access",
        *(["right_access_person"] if by_address else []),
        "right_rectify",
        "right_erase",
        *(["right_erase_person"] if by_address else []),
        *(["right_object"] if study.fielding.privacy else []),
        "right_lost_later" if by_address else "right_lost",
        "right_complaint",
    ]
    yield heading(language, "rights")
    pages = language if language in study.about.languages else study.about.language
    yield bullets(say(language, name, pages=pages) for name in names)


def _security(language: str) -> Iterator[Block]:
    yield heading(language, "security")
    yield bullets(say(language, name) for name in SAFE)


def _missing(study: Study, facts: Protection, language: str) -> Iterator[Block]:
    unsaid = missing(study, facts)
    yield heading(language, "missing_chapter")
    yield told(language, "missing_told" if unsaid else "missing_none")
    if unsaid:
        yield bullets(iter(unsaid))


def _asks_contact(study: Study) -> bool:
    return any(variable.private for variable in study.codebook.variables.values())
