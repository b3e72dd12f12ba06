"""One question as HTML, drawn once for all who see it the same.

What anybody wrote is remembered nowhere but in the store: a question that shows such words in a sentence, or
in a field, is drawn for its respondent alone; in a label they have a slot.
"""

from dataclasses import dataclass, replace

from markupsafe import escape

from peil.interview.interview import Interview, VisibleStep
from peil.interview.order import option_order, row_order
from peil.pages.draw_question import draw_question
from peil.pages.field_names import FORGET
from peil.pages.form import Form
from peil.pages.pattern import Key, Pattern, Shelf, find_slots, new_mark
from peil.pages.question_facts import QuestionFacts
from peil.pages.question_view import QuestionView
from peil.pages.scene import make_scene
from peil.pages.site import Site
from peil.study.question import Kind


@dataclass(frozen=True)
class Showing:
    """What a page's questions are shown with."""

    site: Site
    interview: Interview
    form: Form
    language: str


def question_html(showing: Showing, shelf: Shelf, facts: QuestionFacts) -> bytes:
    """Give a question as it stands on the page; its form has no problems, and nothing has just come up."""
    key = _key(showing, facts)
    if key is None:
        return _draw(showing, facts.step).encode()
    given = showing.interview.given
    labels = tuple([name for name in facts.carried if name in given]) if facts.carried else ()
    pattern = shelf.patterns.get((key, labels))
    if pattern is None:
        pattern = shelf.put((key, labels), _make_pattern(showing, facts.step, labels))
    return pattern.fill([escape(" ".join(str(given[name]).split())).encode() for name in labels])


def html_of(site: Site, view: QuestionView, language: str) -> str:
    """Give a question that is ready to be drawn as HTML."""
    return site.render("one_question", one=view, words=site.words[language])


def _key(showing: Showing, facts: QuestionFacts) -> Key | None:
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
    filled = facts.filled
    shown = tuple([(name, str(given[name])) for name in filled if name in given]) if filled else ()
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
