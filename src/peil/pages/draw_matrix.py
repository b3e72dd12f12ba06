"""A matrix: a fieldset for each row, with the same options in all of them."""

from dataclasses import replace

from peil.interview.fill import part_label
from peil.interview.interview import VisibleStep
from peil.interview.order import row_order
from peil.pages.dom_id import dom_id
from peil.pages.field_view import FieldView
from peil.pages.option_view import Choice, radio_buttons, read_choices, ticks
from peil.pages.own_row import own_row
from peil.pages.question_view import QuestionView, RowView
from peil.pages.said import Said
from peil.pages.scene import Scene
from peil.study.codebook import Item
from peil.study.question import Row


def draw_matrix(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    """Give the question with its rows in the order shown."""
    choices = read_choices(scene, step, step.options)
    items = {item.row: item for item in step.items}
    rows = tuple(
        _draw_row(scene, step, row, items[row.id], choices) for row in row_order(step, scene.form.seed)
    )
    return replace(plain, rows=rows)


def _draw_row(scene: Scene, step: VisibleStep, row: Row, item: Item, choices: tuple[Choice, ...]) -> RowView:
    parts = part_label(scene.study, scene.interview, row, scene.language, step.step)
    label = scene.said(parts, row.wording)
    if row.carried in scene.interview.given:
        label = Said(label.text)
    elif row.open and label.text in {"", "…"}:
        label = Said(own_row(scene.words, step.question, row, scene.language))
    options = (ticks if step.question.multiple else radio_buttons)(scene, item.key, choices)
    naming = _naming(scene, item.key) if row.open else None
    own = {one.beside.name for one in options if one.beside} | ({naming.name} if naming else set())
    first = naming.id if naming else options[0].id if options else dom_id("r", item.key)
    names = dict.fromkeys(name for name in (item.key, *item.variables) if name not in own)
    faults = tuple(fault for name in names for fault in scene.faults(name, first))
    if naming and faults and scene.text(naming.name):
        faults = tuple(replace(fault, href=options[0].id) for fault in faults)
    described = " ".join(fault.id for fault in faults)
    row_id, many = dom_id("r", item.key), step.question.multiple
    return RowView(row_id, label, options, naming, many, described, faults)


def _naming(scene: Scene, key: str) -> FieldView:
    """Give the field in which the respondent names an open row."""
    name = f"{key}.text"
    faults = scene.faults(name, dom_id("f", name))
    return FieldView(
        dom_id("f", name),
        name,
        scene.text(name),
        shape="naming",
        labelled_by=f"l{dom_id('r', key)}",
        described_by=" ".join(fault.id for fault in faults),
        faults=faults,
    )
