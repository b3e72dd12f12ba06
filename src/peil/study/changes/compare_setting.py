"""What stands around the questions in two versions: sections, roles, languages, terms."""

from collections.abc import Iterator

from peil.core.span import Span
from peil.study.about import About
from peil.study.changes import study_kinds as kinds
from peil.study.changes.change import Change
from peil.study.changes.match import match
from peil.study.changes.reword import recondition, reword
from peil.study.study import Study
from peil.study.text import Wording

SETTINGS = Span("study.toml")
STUDY = "study"
TERMS = ("controller", "contact", "lawful_basis", "retention_months")
NOTHING = Wording("")


def compare_sections(old: Study, new: Study) -> Iterator[Change]:
    """Give sections added, removed, reworded and under another condition."""
    found = match(old.questionnaire.sections, new.questionnaire.sections, lambda _, __: False)
    for section in found.removed:
        if section.id:
            yield Change(kinds.SECTION_REMOVED, section.id, section.span, gone=True)
    for section in found.added:
        if section.id:
            yield Change(kinds.SECTION_ADDED, section.id, section.span)
    for before, after in found.kept:
        yield from reword(after.id, "", before.wording, after.wording, after.span)
        yield from recondition(after.id, "", before.condition, after.condition, after.span)


def compare_roles(old: Study, new: Study) -> Iterator[Change]:
    """Give roles added, removed, reworded and under another condition."""
    found = match(old.roles, new.roles, lambda _, __: False)
    for role in found.removed:
        yield Change(kinds.ROLE_REMOVED, role.id, SETTINGS, gone=True)
    for role in found.added:
        yield Change(kinds.ROLE_ADDED, role.id, SETTINGS)
    for before, after in found.kept:
        span = after.condition.span if after.condition else SETTINGS
        yield from reword(after.id, "", before.wording, after.wording, span)
        yield from recondition(after.id, "", before.condition, after.condition, span)


def compare_about(old: About, new: About) -> Iterator[Change]:
    """Give languages that came or went, what respondents are told before they take part, and what for."""
    for language in new.languages:
        if language not in old.languages:
            yield Change(kinds.LANGUAGE_ADDED, STUDY, SETTINGS, language)
    for language in old.languages:
        if language not in new.languages:
            yield Change(kinds.LANGUAGE_REMOVED, STUDY, SETTINGS, language)
    for part in ("title", "subtitle", "consent", "purpose", "special_categories"):
        before, after = getattr(old, part) or NOTHING, getattr(new, part) or NOTHING
        yield from reword(STUDY, part, before, after, SETTINGS)
    for part in TERMS:
        was, now = _said(getattr(old, part)), _said(getattr(new, part))
        if was != now:
            yield Change(kinds.TERMS_CHANGED, STUDY, SETTINGS, part, was, now)


def _said(value: object) -> str:
    return "not said" if value in (None, "") else str(value)
