"""All that changed between two versions of a study."""

from collections.abc import Iterator, Mapping

from peil.study.changes import question_kinds as kinds
from peil.study.changes.change import Change
from peil.study.changes.changes import Changes
from peil.study.changes.compare_bases import compare_bases, compare_outcomes, compare_who, tell_added
from peil.study.changes.compare_fielding import compare_field_plan, compare_fielding
from peil.study.changes.compare_places import compare_order, compare_pages, compare_repeats
from peil.study.changes.compare_question import compare_question
from peil.study.changes.compare_setting import STUDY, compare_about, compare_roles, compare_sections
from peil.study.changes.exchanged import exchanged
from peil.study.changes.match import Match, match
from peil.study.changes.order import merged
from peil.study.changes.spoken import same_words
from peil.study.proof.compare import Comparison
from peil.study.question import Kind, Question
from peil.study.study import Study


def find_changes(old: Study, new: Study, places: tuple[str, str] = ("", "")) -> Changes:
    """Compare two versions of a study that were read without errors.

    What analysts alone see (notes, numbers of a source questionnaire, the report) isn't compared; of
    plan.toml quotas and amendments are.
    The texts of a language that came or went are told as that. The changes come in the order of the
    questionnaire.
    """
    spoken = {"", *old.about.languages} & {"", *new.about.languages}
    found = [change for change in _find(old, new) if change.language in spoken]
    names = merged((STUDY, *_names(old)), (STUDY, *_names(new)))
    place = {name: number for number, name in enumerate(names)}
    found.sort(key=lambda change: place.get(change.question, 0))
    return Changes(old, new, tuple(found), places)


def _names(study: Study) -> Iterator[str]:
    """Give roles, then each section and the questions in it, as printed."""
    yield from (role.id for role in study.roles)
    for section in study.questionnaire.sections:
        yield section.id
        yield from (one.id for one in study.questionnaire.questions if one.section == section.id)


def _find(old: Study, new: Study) -> Iterator[Change]:
    questions = match(old.questionnaire.questions, new.questionnaire.questions, _same)
    comparison = Comparison(old, new)
    yield from compare_about(old.about, new.about)
    yield from compare_fielding(old.fielding, new.fielding)
    yield from compare_field_plan(old.plan, new.plan)
    yield from compare_roles(old, new)
    yield from compare_who(comparison)
    yield from compare_sections(old, new)
    yield from _came_and_went(questions, comparison)
    others = exchanged(old.questionnaire.questions, new.questionnaire.questions)
    for before, after in (*questions.kept, *questions.renamed):
        if after.id in others:
            yield Change(kinds.WORDS_EXCHANGED, after.id, after.span, old=others[after.id], new=after.id)
        yield from compare_question(before, after)
        if before.id == after.id:
            yield from compare_bases(comparison, before, after)
    pairs = _pairs(questions)
    yield from compare_order(old, new, pairs)
    yield from compare_pages(old, new, pairs)
    yield from compare_repeats(old, new, pairs)
    yield from compare_outcomes(comparison)


def _came_and_went(questions: Match[Question], comparison: Comparison) -> Iterator[Change]:
    for question in questions.removed:
        kind = kinds.NOTICE_REMOVED if question.kind is Kind.NOTICE else kinds.QUESTION_REMOVED
        yield Change(kind, question.id, question.span, gone=True)
    for before, after in questions.renamed:
        yield Change(kinds.QUESTION_RENAMED, after.id, after.span, old=before.id, new=after.id)
    for question in questions.added:
        yield tell_added(comparison, question)


def _pairs(questions: Match[Question]) -> Mapping[str, Question]:
    return {before.id: after for before, after in (*questions.kept, *questions.renamed)}


def _same(old: Question, new: Question) -> bool:
    """Say whether a question that is gone and one that came are the same but for their id."""
    return (
        old.kind is new.kind
        and same_words(old.wording, new.wording)
        and {option.id for option in old.options} == {option.id for option in new.options}
    )
