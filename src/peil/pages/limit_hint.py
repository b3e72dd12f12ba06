"""How many answers may be given, and between which bounds a number lies: said where the study doesn't."""

from peil.core.percent import spell_number
from peil.interview.fill import shown_text
from peil.interview.interview import VisibleStep
from peil.pages.paragraphs import plain_text
from peil.pages.said import language_of
from peil.pages.scene import Scene
from peil.pages.tells_limit import tells_limit
from peil.study.text import NumberBlank


def limit_hints(scene: Scene, step: VisibleStep) -> tuple[str, ...]:
    """Say how many options may be ticked, unless the question says so itself."""
    most, least = step.question.at_most, step.question.at_least
    if most is None and least is None:
        return ()
    text = plain_text(
        shown_text(scene.study, scene.interview, step.question.wording, scene.language, step.step)
    )
    spoken = language_of(step.question.wording, scene.language, scene.interview.role)
    if all(limit is None or tells_limit(text, limit, spoken) for limit in (most, least)):
        return ()
    return (_told(scene, most, least),)


def _told(scene: Scene, most: int | None, least: int | None) -> str:
    if most is None:
        return scene.words.counted("hint_at_least", least or 0)
    if least is None:
        return scene.words.counted("hint_at_most", most)
    if most == least:
        return scene.words.counted("hint_exactly", most)
    return scene.words("hint_between", low=least, high=most)


def number_hints(scene: Scene, step: VisibleStep) -> tuple[str, ...]:
    """Say between which bounds the number lies."""
    blank = step.question.blank
    if not isinstance(blank, NumberBlank) or (blank.low is None and blank.high is None):
        return ()
    bounds = {
        name: spell_number(bound, scene.words.language)
        for name, bound in (("low", blank.low), ("high", blank.high))
        if bound is not None
    }
    key = "between" if len(bounds) == 2 else next(iter(bounds))
    return (scene.words(f"hint_number_{key}", **bounds),)


def ranking_hints(scene: Scene, step: VisibleStep) -> tuple[str, ...]:
    """Say how the places are given, and to how many."""
    most, least = step.question.at_most, step.question.at_least
    if most is None and least is None:
        return (scene.words("hint_rank_all"),)
    return (scene.words("hint_rank_some"), *limit_hints(scene, step))
