"""One question as HTML, drawn once for all who see it the same.

What anybody wrote is remembered nowhere but in the store: a question that shows such words in a sentence, or
in a field, is drawn for its respondent alone; in a label they have a slot.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import escape

from peil.core.same import Same
from peil.interview.depends import words_read
from peil.interview.interview import Interview, VisibleStep
from peil.interview.order import option_order, row_order
from peil.pages.draw_question import draw_question
from peil.pages.field_names import FORGET
from peil.pages.form import Form
from peil.pages.page_fields import page_fields
from peil.pages.pattern import Key, Pattern, find_slots, new_mark, shelf_of
from peil.pages.question_view import QuestionView
from peil.pages.scene import make_scene
from peil.pages.site import Site
from peil.study.codebook import ValueKind
from peil.study.question import Kind
from peil.study.study import Study

WRITTEN = frozenset({ValueKind.TEXT, ValueKind.DATE})
CHOSEN = frozenset({Kind.SINGLE, Kind.SCALE})
"""Kinds of questions of which one choice that was kept is drawn once for all who made it."""


@dataclass(frozen=True)
class Showing:
    """What a page's questions are shown with."""

    site: Site
    interview: Interview
    form: Form
    language: str


def question_html(showing: Showing, step: VisibleStep) -> bytes:
    """Give a question as it stands on the page; its form has no problems, and nothing has just come up."""
    facts = _facts(Same(showing.site.study), Same(step))
    key = _key(showing, facts)
    if key is None:
        return _draw(showing, step).encode()
    labels = tuple([name for name in facts.carried if name in showing.interview.given])
    shelf = shelf_of(showing.site)
    pattern = shelf.patterns.get((key, labels))
    if pattern is None:
        pattern = shelf.put((key, labels), _make_pattern(showing, step, labels))
    given = showing.interview.given
    return pattern.fill([escape(" ".join(str(given[name]).split())).encode() for name in labels])


def html_of(site: Site, view: QuestionView, language: str) -> str:
    """Give a question that is ready to be drawn as HTML."""
    return site.render("one_question", one=view, words=site.words[language])


@dataclass(frozen=True, eq=False, slots=True)
class _Facts:
    """What a question's HTML depends on; equal to itself alone, so that it can be part of a key.

    Args:
        step: The question as it is shown.
        filled: Variables whose values its fills show, as options are named or numbers spelled.
        written: Others that its fills show: they hold what a respondent wrote.
        carried: Variables with a respondent's own words that are labels.
        fields: Names of its form fields.
        choices: What its one choice can be, where it asks for nothing else.
        private: Contact details that it asks for.
    """

    step: VisibleStep
    filled: tuple[str, ...]
    written: tuple[str, ...]
    carried: tuple[str, ...]
    fields: frozenset[str]
    choices: frozenset[str]
    private: frozenset[str]


@lru_cache(maxsize=8192)
def _facts(same: Same[Study], same_step: Same[VisibleStep]) -> _Facts:
    study, step = same.value, same_step.value
    read, variables = words_read(study, step.question), study.codebook.variables
    written = {name for name in read.filled if name in variables and variables[name].value in WRITTEN}
    fields = [one for one in page_fields(study, step.step.page).values() if one.step == step.step.id]
    return _Facts(
        step,
        tuple(name for name in read.filled if name not in written),
        tuple(sorted(written)),
        read.carried,
        frozenset(name for one in fields for name in one.names),
        _choices(step),
        frozenset(one.variable.name for one in fields if one.variable.private),
    )


def _choices(step: VisibleStep) -> frozenset[str]:
    question = step.question
    if question.kind not in CHOSEN or any(option.blank for option in step.options):
        return frozenset()
    low, high = question.low, question.high
    steps = range(int(low), int(high) + 1) if low is not None and high is not None else range(0)
    return step.option_ids | {str(number) for number in steps}


def _key(showing: Showing, facts: _Facts) -> Key | None:
    """Give everything that decides about a question's HTML but for its labels; None to draw it anew."""
    form, interview, given = showing.form, showing.interview, showing.interview.given
    if facts.written and any(name in given for name in facts.written):
        return None
    if facts.private and (FORGET in form.texts or not facts.private.isdisjoint(interview.answers.values)):
        return None
    chosen = ""
    if form.texts and not facts.fields.isdisjoint(form.texts):
        chosen = form.texts.get(facts.step.step.id, "")
        if chosen not in facts.choices:
            return None
    shown = tuple([(name, str(given[name])) for name in facts.filled if name in given])
    order = _order(facts.step, form.seed) if facts.step.question.shuffle else ()
    return facts, showing.language, interview.role, chosen, shown, order


def _order(step: VisibleStep, seed: int) -> tuple[str, ...]:
    parts = row_order(step, seed) if step.question.kind is Kind.MATRIX else option_order(step, seed)
    return tuple(part.id for part in parts)


def _make_pattern(showing: Showing, step: VisibleStep, labels: tuple[str, ...]) -> Pattern:
    marks = [new_mark() for _ in labels]
    given = {**showing.interview.given, **dict(zip(labels, marks, strict=True))}
    stand_in = replace(showing, interview=replace(showing.interview, given=given))
    return find_slots(_draw(stand_in, step), marks)


def _draw(showing: Showing, step: VisibleStep) -> str:
    site, language = showing.site, showing.language
    scene = make_scene(site.study, site.words[language], showing.interview, showing.form, language)
    return html_of(site, draw_question(scene, step), language)
