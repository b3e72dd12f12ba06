"""A page's forms as a browser knows them. Forms of equal pages are read once, so that many can be read."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser

HIDDEN_VALUE = re.compile(r'(<input\b[^>]*\btype="hidden"[^>]*\bvalue=")([^"]*)')


@dataclass(frozen=True)
class WebForm:
    """A form as a browser knows it.

    Args:
        action: Where it goes.
        offered: Field name to the values that its radios, ticks or choices can send.
        typed: Fields that are typed in, with the most characters that they take, or None.
        filled: What the form sends when nothing is touched, hidden fields included.
        buttons: Name and value of each button that sends it.
    """

    action: str
    offered: Mapping[str, frozenset[str]] = field(default_factory=dict)
    typed: Mapping[str, int | None] = field(default_factory=dict)
    filled: Mapping[str, str] = field(default_factory=dict)
    buttons: tuple[tuple[str, str], ...] = ()

    def takes(self, name: str, value: str) -> bool:
        """Say whether a respondent can send this value with a control of the form."""
        if name in self.typed:
            longest = self.typed[name]
            return longest is None or len(value) <= longest
        return value in self.offered.get(name, ())


class FormParser(HTMLParser):
    """Collects the forms of a page, with controls that stand in none left out."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[WebForm] = []
        self._offered: dict[str, set[str]] = {}
        self._typed: dict[str, int | None] = {}
        self._filled: dict[str, str] = {}
        self._buttons: list[tuple[str, str]] = []
        self._action: str | None = None
        self._select = ""
        self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = {name: value or "" for name, value in attrs}
        name = here.get("name", "")
        if tag == "form":
            self._action = here.get("action", "")
        elif self._action is None or "disabled" in here:
            return
        elif tag == "input":
            self._input(here.get("type", "text"), name, here)
        elif tag == "textarea":
            self._typed[name] = _longest(here)
            self._filled[name] = ""
            self._area = name
        elif tag == "select":
            self._select = name
            self._offered.setdefault(name, set())
        elif tag == "option" and self._select:
            self._offered[self._select].add(here.get("value", ""))
            if "selected" in here or self._select not in self._filled:
                self._filled[self._select] = here.get("value", "")
        elif tag == "button" and here.get("type", "submit") == "submit":
            self._buttons.append((name, here.get("value", "")))

    def _input(self, kind: str, name: str, here: dict[str, str]) -> None:
        if kind in {"radio", "checkbox"}:
            self._offered.setdefault(name, set()).add(here.get("value", "on"))
            if "checked" in here:
                self._filled[name] = here.get("value", "on")
        elif kind == "submit":
            self._buttons.append((name, here.get("value", "")))
        else:
            self._filled[name] = here.get("value", "")
            if kind != "hidden":
                self._typed[name] = _longest(here)

    def handle_data(self, data: str) -> None:
        if self._area:
            self._filled[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._filled[self._area] = self._filled[self._area].removeprefix("\n")
            self._area = ""
        elif tag == "form" and self._action is not None:
            offered = {name: frozenset(values) for name, values in self._offered.items()}
            self.forms.append(WebForm(self._action, offered, self._typed, self._filled, tuple(self._buttons)))
            self._action, self._offered, self._typed, self._filled, self._buttons = None, {}, {}, {}, []


def _longest(here: Mapping[str, str]) -> int | None:
    return int(here["maxlength"]) if "maxlength" in here else None


_read: dict[bytes, tuple[WebForm, ...]] = {}


def read_forms(html: str) -> tuple[WebForm, ...]:
    """Give the forms of a page. Pages that differ in hidden fields alone are read once."""
    hidden: list[str] = []

    def number(match: re.Match[str]) -> str:
        hidden.append(unescape(match[2]))
        return f"{match[1]}\x00{len(hidden) - 1}"

    bare = HIDDEN_VALUE.sub(number, html)
    key = hashlib.blake2b(bare.encode(), digest_size=16).digest()
    if key not in _read:
        parser = FormParser()
        parser.feed(bare)
        parser.close()
        _read[key] = tuple(parser.forms)
    return tuple(
        replace(
            form,
            filled={
                name: hidden[int(value[1:])] if value.startswith("\x00") else value
                for name, value in form.filled.items()
            },
        )
        for form in _read[key]
    )


def form_with(html: str, name: str) -> WebForm:
    """Give the form that has a field of that name."""
    found = [form for form in read_forms(html) if name in form.filled or name in form.offered]
    assert len(found) == 1, f"{len(found)} forms with {name} in:\n{html}"
    return found[0]
