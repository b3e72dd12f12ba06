"""A scale: a radio button a step, and what stands beside it for who can't say."""

from dataclasses import replace

from peil.interview.fill import part_label
from peil.interview.interview import VisibleStep
from peil.pages.dom_id import dom_id
from peil.pages.option_view import OptionView, radio_buttons, read_choices
from peil.pages.question_view import QuestionView
from peil.pages.said import Said
from peil.pages.scene import Scene


def draw_scale(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    """Give the question with its steps, the labels of those that have one, and the options beside them."""
    name, labels = step.step.id, _labels(scene, step)
    kept = scene.text(name)
    low, high = int(step.question.low or 0), int(step.question.high or 0)
    steps = tuple(
        OptionView(
            dom_id("f", name, str(number)),
            name,
            str(number),
            kept == str(number),
            Said(str(number)),
            unseen=labels.get(str(number), Said("")),
        )
        for number in range(low, high + 1)
    )
    beside = read_choices(scene, step, (option for option in step.options if option.missing))
    return replace(
        plain,
        steps=steps,
        options=radio_buttons(scene, name, beside),
        ends=tuple(labels.items()),
    )


def _labels(scene: Scene, step: VisibleStep) -> dict[str, Said]:
    """Give what steps stand for, of those that say more than their number."""
    found = {
        option.id: scene.said(
            part_label(scene.study, scene.interview, option, scene.language, step.step), option.wording
        )
        for option in step.options
        if not option.missing
    }
    return {number: label for number, label in found.items() if label and label.text != number}
