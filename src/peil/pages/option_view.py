"""Options ready to be drawn: radio buttons and ticks, with what is asked beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from peil.interview.fill import part_label
from peil.interview.interview import VisibleStep
from peil.pages.dom_id import dom_id
from peil.pages.field_view import FieldView
from peil.pages.paragraphs import plain_text
from peil.pages.said import NOTHING, Said
from peil.pages.scene import Scene
from peil.study.question import Option
from peil.study.text import Blank, NumberBlank

GAP = "…"


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it is read here, the same in every row of a matrix.

    ``after`` are the words behind its blank; ``apart`` sets don't know and none of these off a little.
    """

    id: str
    label: Said
    after: str
    blank: Blank | None
    alone: bool
    apart: bool


@dataclass(frozen=True, slots=True)
class OptionView:
    """One radio button or tick.

    Args:
        id: Of the element.
        name: Of the form's field.
        value: What is sent when it is chosen.
        chosen: It stands chosen.
        label: What it says.
        many: A tick, not a radio button.
        alone: Takes the place of every other tick.
        apart: Set off from the others a little.
        beside: Field shown once it is chosen, or None.
        unseen: More of the label, read out only.
    """

    id: str
    name: str
    value: str
    chosen: bool
    label: Said
    many: bool = False
    alone: bool = False
    apart: bool = False
    beside: FieldView | None = None
    unseen: Said = NOTHING

    @property
    def label_id(self) -> str:
        """Id of the label."""
        return f"l{self.id}"


def read_choices(scene: Scene, step: VisibleStep, options: Iterable[Option]) -> tuple[Choice, ...]:
    """Give options as they are read here."""
    return tuple(_choice(scene, step, option) for option in options)


def _choice(scene: Scene, step: VisibleStep, option: Option) -> Choice:
    parts = part_label(scene.study, scene.interview, option, scene.language, step.step)
    at = next((at for at, part in enumerate(parts) if not isinstance(part, str)), None)
    text, after = plain_text(parts), ""
    blank = None if at is None else option.blank
    if at is not None:
        after = plain_text(parts[at + 1 :])
        text = f"{plain_text(parts[:at])} {GAP} {after}".strip()
    lang = scene.lang_of(option.wording) if option.carried not in scene.interview.given else ""
    return Choice(
        option.id, Said(text, lang), after, blank, option.exclusive, option.missing or option.exclusive
    )


def radio_buttons(scene: Scene, name: str, choices: Iterable[Choice]) -> tuple[OptionView, ...]:
    """Give one radio button an option."""
    kept = scene.text(name)
    return tuple(
        _with_beside(
            scene,
            OptionView(
                dom_id("f", name, choice.id),
                name,
                choice.id,
                kept == choice.id,
                choice.label,
                apart=choice.apart,
            ),
            f"{name}.{choice.id}",
            choice,
        )
        for choice in choices
    )


def ticks(scene: Scene, stem: str, choices: Iterable[Choice]) -> tuple[OptionView, ...]:
    """Give one tick an option."""
    return tuple(_ticks(scene, stem, choices))


def _ticks(scene: Scene, stem: str, choices: Iterable[Choice]) -> Iterator[OptionView]:
    for choice in choices:
        name = f"{stem}.{choice.id}"
        view = OptionView(
            dom_id("f", name),
            name,
            "1",
            scene.text(name) == "1",
            choice.label,
            many=True,
            alone=choice.alone,
            apart=choice.apart,
        )
        yield _with_beside(scene, view, name, choice)


def _with_beside(scene: Scene, view: OptionView, stem: str, choice: Choice) -> OptionView:
    if choice.blank is None:
        return view
    number = isinstance(choice.blank, NumberBlank)
    name = f"{stem}.{'number' if number else 'text'}"
    faults = scene.faults(name, dom_id("f", name))
    beside = FieldView(
        dom_id("f", name),
        name,
        scene.text(name),
        shape="number" if number else "line",
        labelled_by=view.label_id,
        suffix=choice.after,
        described_by=" ".join(fault.id for fault in faults),
        faults=faults,
        input_mode=number_keys(choice.blank),
    )
    return replace(view, beside=beside)


def number_keys(blank: Blank | None) -> str:
    """Give the keyboard for a blank: one with a minus only where a number may be below nought."""
    if not isinstance(blank, NumberBlank):
        return ""
    if blank.low is None or blank.low < 0:
        return ""
    return "decimal" if blank.decimals else "numeric"
