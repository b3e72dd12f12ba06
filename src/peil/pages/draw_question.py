"""A visible step of the interview to a question ready to be drawn."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from peil.interview.fill import shown_text
from peil.interview.interview import VisibleStep
from peil.interview.order import option_order
from peil.pages.dom_id import dom_id
from peil.pages.draw_contact import draw_contact
from peil.pages.draw_matrix import draw_matrix
from peil.pages.draw_ranking import draw_ranking
from peil.pages.draw_scale import draw_scale
from peil.pages.field_names import DATE_PARTS
from peil.pages.field_view import FieldView
from peil.pages.heading import make_heading, make_notice
from peil.pages.limit_hint import limit_hints, number_hints
from peil.pages.option_view import number_keys, radio_buttons, read_choices, ticks
from peil.pages.question_view import QuestionView
from peil.pages.said import Said
from peil.pages.scene import Scene
from peil.study.question import Kind

Draw = Callable[[Scene, VisibleStep, QuestionView], QuestionView]


def draw_question(scene: Scene, step: VisibleStep) -> QuestionView:
    """Give a question as this respondent sees it, with what stands in its fields."""
    wording = step.question.wording
    parts = shown_text(scene.study, scene.interview, wording, scene.language, step.step)
    lang = scene.lang_of(wording)
    notice = step.question.kind is Kind.NOTICE
    plain = QuestionView(
        dom_id("q", step.step.id),
        step.step.id,
        step.question.kind.value,
        make_notice(parts, lang) if notice else make_heading(parts, lang),
        optional=step.question.optional,
        fresh=step.step.id in scene.form.grown,
    )
    drawn = _DRAWN[step.question.kind](scene, step, plain)
    return _with_faults(scene, step, drawn)


def _notice(_scene: Scene, _step: VisibleStep, plain: QuestionView) -> QuestionView:
    return plain


def _single(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    choices = read_choices(scene, step, option_order(step, scene.form.seed))
    return replace(plain, options=radio_buttons(scene, step.step.id, choices))


def _multi(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    choices = read_choices(scene, step, option_order(step, scene.form.seed))
    return replace(
        plain,
        options=ticks(scene, step.step.id, choices),
        hints=limit_hints(scene, step),
        most=step.question.at_most or 0,
    )


def _open(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    shape = "line" if plain.heading.tail else "area"
    return _typed(scene, step, plain, FieldView("", "", "", shape))


def _number(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    field = FieldView("", "", "", "number", input_mode=number_keys(step.question.blank))
    return _typed(scene, step, replace(plain, hints=number_hints(scene, step)), field)


def _typed(scene: Scene, step: VisibleStep, plain: QuestionView, field: FieldView) -> QuestionView:
    """Give a question with one field, inside its sentence where words follow the blank."""
    name = step.step.id
    place = dom_id("f", name)
    labels = f"l{place} m{place}" if plain.heading.tail else ""
    filled = replace(field, id=place, name=name, value=scene.text(name), labelled_by=labels)
    return replace(plain, shape="typed", fields=(filled,))


def _date(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    name = step.step.id
    fields = tuple(
        FieldView(
            dom_id("f", f"{name}.{part}"),
            f"{name}.{part}",
            scene.text(f"{name}.{part}"),
            shape="year" if part == "year" else "digits",
            label=Said(scene.words(part)),
            input_mode="numeric",
        )
        for part in DATE_PARTS
    )
    return replace(plain, fields=fields, hints=(scene.words("hint_date"),))


_DRAWN: dict[Kind, Draw] = {
    Kind.SINGLE: _single,
    Kind.MULTI: _multi,
    Kind.MATRIX: draw_matrix,
    Kind.OPEN: _open,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.RANKING: draw_ranking,
    Kind.SCALE: draw_scale,
    Kind.CONTACT: draw_contact,
    Kind.NOTICE: _notice,
}


def _with_faults(scene: Scene, step: VisibleStep, view: QuestionView) -> QuestionView:
    """Add what is wrong with the question as a whole: all that isn't told at a row or field of its own."""
    told_at_rows = step.question.kind is Kind.MATRIX
    items = () if told_at_rows else step.items
    own = {one.name for one in view.fields if view.shape != "typed"} | {one.name for one in view.lists}
    own |= {one.beside.name for one in view.options if one.beside}
    names = dict.fromkeys(name for item in items for name in (item.key, *item.variables) if name not in own)
    first = next(_field_ids(view), view.id)
    faults = tuple(fault for name in names for fault in scene.faults(name, first))
    around = (("d", view.heading.lead), ("t", view.heading.after))
    hints = [f"{prefix}{view.id}" for prefix, texts in around if texts]
    hints += [f"h{view.id}-{number}" for number in range(1, len(view.hints) + 1)]
    return replace(view, faults=faults, described_by=" ".join((*hints, *(fault.id for fault in faults))))


def _field_ids(view: QuestionView) -> Iterator[str]:
    yield from (one.id for one in (*view.steps, *view.options))
    yield from (one.id for one in view.fields)
    yield from (one.id for one in view.lists)
