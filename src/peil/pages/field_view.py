"""What is typed or picked from a list, ready to be drawn."""

from dataclasses import dataclass

from peil.pages.said import NOTHING, Said


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend, told beside its field and once more at the top of the page.

    ``name`` is that of the variable or item, ``summary`` the line at the top, ``href`` the id of the first
    field that it is about.
    """

    id: str
    name: str
    text: str
    summary: str
    href: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A text field.

    Args:
        id: Of the element.
        name: Of the form's field.
        value: What stands in it.
        shape: ``line``, ``area`` (several lines), ``number``, ``digits`` (two of them), ``year``, or
            ``naming`` (an open row, whose options come up once it has a name).
        label: Its own label; empty where ``labelled_by`` names elements that say it.
        labelled_by: Ids of elements, separated by spaces.
        suffix: Words right after it, already part of what labels it.
        described_by: Ids of hints and faults, separated by spaces.
        faults: What is wrong with it.
        input_mode: Which keyboard a phone shows.
        autocomplete: What a browser may fill in.
        given: What to say where a contact detail was given before, which is never shown; else empty.
    """

    id: str
    name: str
    value: str
    shape: str = "line"
    label: Said = NOTHING
    labelled_by: str = ""
    suffix: str = ""
    described_by: str = ""
    faults: tuple[Fault, ...] = ()
    input_mode: str = ""
    autocomplete: str = "off"
    given: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """A list to pick one from: pairs of value and text, and the value picked."""

    id: str
    name: str
    label: Said
    choices: tuple[tuple[str, str], ...]
    picked: str
    described_by: str = ""
    faults: tuple[Fault, ...] = ()
