"""A ranking: for each item a list to pick its place from."""

from dataclasses import replace

from peil.interview.fill import part_label
from peil.interview.interview import VisibleStep
from peil.interview.order import option_order
from peil.pages.dom_id import dom_id
from peil.pages.field_view import ListView
from peil.pages.limit_hint import ranking_hints
from peil.pages.question_view import QuestionView
from peil.pages.said import Said
from peil.pages.scene import Scene
from peil.study.question import Option


def draw_ranking(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    """Give the question with a list an item; as many places as may be given."""
    items = option_order(step, scene.form.seed)
    places = min(step.question.at_most or len(items), len(items))
    choices = (
        ("", scene.words("rank_none")),
        *((str(one), scene.words("rank_place", number=one)) for one in range(1, places + 1)),
    )
    lists = tuple(_draw_list(scene, step, option, choices) for option in items)
    return replace(plain, lists=lists, hints=ranking_hints(scene, step))


def _draw_list(
    scene: Scene, step: VisibleStep, option: Option, choices: tuple[tuple[str, str], ...]
) -> ListView:
    name = f"{step.step.id}.{option.id}"
    parts = part_label(scene.study, scene.interview, option, scene.language, step.step)
    label = scene.said(parts, option.wording)
    if option.carried in scene.interview.given:
        label = Said(label.text)
    field = dom_id("f", name)
    faults = scene.faults(name, field)
    described = " ".join(fault.id for fault in faults)
    return ListView(field, name, label, choices, scene.text(name), described, faults)
