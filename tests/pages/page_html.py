"""A strict reader of our own pages: what is wrong with a page's structure, and a tree to ask things of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "wbr"})
TYPED = frozenset({"input", "textarea", "select"})
REFERENCES = ("aria-labelledby", "aria-describedby", "for")


@dataclass(eq=False)
class Element:
    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        return name in self.attributes

    @property
    def text(self) -> str:
        """The words in it, each run of spaces as one."""
        return " ".join("".join(self.texts()).split())

    def texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()

    def all(self, tag: str = "", **wanted: str) -> list["Element"]:
        """Every element below with this tag and these attributes; ``class_`` matches one class of several."""
        return [one for one in self.walk() if (not tag or one.tag == tag) and one.fits(wanted)]

    def one(self, tag: str = "", **wanted: str) -> "Element":
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} of {tag} {wanted}"
        return found[0]

    def fits(self, wanted: dict[str, str]) -> bool:
        for name, value in wanted.items():
            if name == "class_":
                if value not in self.get("class").split():
                    return False
            elif self.attributes.get(name.rstrip("_").replace("_", "-")) != value:
                return False
        return True

    def walk(self) -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def above(self) -> Iterator["Element"]:
        here = self.parent
        while here is not None:
            yield here
            here = here.parent


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self.here = self.root
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.wrong.append(f"{tag} has an attribute twice: {names}")
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_endtag(self, tag: str) -> None:
        if tag != self.here.tag:
            self.wrong.append(f"</{tag}> closes <{self.here.tag} id={self.here.get('id')}>")
        if self.here.parent is not None:
            self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def read_page(text: str) -> Element:
    """Read a page, or a piece of one; tags that don't match are a failure."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.wrong == [], reader.wrong
    assert reader.here is reader.root, f"<{reader.here.tag}> is never closed"
    return reader.root


def faults_of(text: str) -> list[str]:
    """Give everything in a page that breaks our rules."""
    root = read_page(text)
    return [
        *_document(text, root),
        *_ids(root),
        *_names(root),
        *_groups(root),
        *_forbidden(root),
    ]


def _document(text: str, root: Element) -> Iterator[str]:
    if not text.startswith("<!doctype html>"):
        yield "no doctype"
    if not root.one("html").get("lang"):
        yield "html has no lang"
    if not root.one("title").text:
        yield "no title"
    if (count := len(root.all("h1"))) != 1:
        yield f"{count} h1"
    if len(root.all("main")) != 1:
        yield "not one main"
    yield from (f"empty lang on {one.tag}" for one in root.walk() if one.has("lang") and not one["lang"])
    levels = [int(one.tag[1]) for one in root.walk() if one.tag in {"h1", "h2", "h3"}]
    first = levels.index(1) if 1 in levels else 0
    for before, after in zip(levels[first:], levels[first + 1 :], strict=False):
        if after > before + 1:
            yield f"h{after} comes after h{before}"


def _ids(root: Element) -> Iterator[str]:
    ids = [one["id"] for one in root.walk() if one.has("id")]
    yield from (f"id {one} stands twice" for one in sorted({one for one in ids if ids.count(one) > 1}))
    yield from (f"odd id {one!r}" for one in ids if not one or set(one) & set(" .[]#%\"'"))
    for element in root.walk():
        for name in REFERENCES:
            for target in element.get(name).split():
                if target not in ids:
                    yield f"{element.tag} {name} leads to {target}, which isn't there"
            if element.has(name) and not element[name].strip():
                yield f"{element.tag} has an empty {name}"
        if element.get("href").startswith("#") and element["href"][1:] not in ids:
            yield f"href {element['href']} leads nowhere"


def _names(root: Element) -> Iterator[str]:
    labels = {one["for"]: one for one in root.all("label")}
    for element in root.walk():
        hidden = element.get("type") == "hidden" or element.has("hidden")
        if element.tag in TYPED and not hidden:
            by = [one for name in element.get("aria-labelledby").split() for one in root.all(id=name)]
            own = [labels[element["id"]]] if element.get("id") in labels else []
            if not " ".join(one.text for one in by or own).strip():
                yield f"{element.tag} {element.get('name')} has no label"
        if element.tag in TYPED and not element.get("name"):
            yield f"{element.tag} {element.get('id')} has no name"
        if element.tag in {"a", "button", "legend", "label", "h1", "h2"} and not element.text:
            yield f"empty {element.tag}"
        if element.tag == "nav" and not element.get("aria-label"):
            yield "nav without a label"


def _groups(root: Element) -> Iterator[str]:
    for group in root.all("fieldset"):
        parts = [child for child in group.children if isinstance(child, Element)]
        if not parts or parts[0].tag != "legend" or not parts[0].text:
            yield f"fieldset without a legend: {group.text[:40]}"
    for radio in root.all("input", type="radio"):
        if all(one.tag != "fieldset" for one in radio.above()):
            yield f"radio {radio['id']} stands in no fieldset"
    for element in root.walk():
        inside = [one.tag for one in element.above()]
        if element.tag == "form" and "form" in inside:
            yield "a form in a form"
        if element.tag in {"a", "button"} and ({"a", "button", "label"} & set(inside)):
            yield f"{element.tag} inside what can be pressed itself"


def _forbidden(root: Element) -> Iterator[str]:
    for element in root.walk():
        if element.tag == "style" or element.has("style"):
            yield f"style on {element.tag}"
        if element.tag == "script" and (element.children or not element.get("src")):
            yield "script in the page"
        yield from (f"{name} on {element.tag}" for name in element.attributes if name.startswith("on"))
        for name in ("href", "src", "action"):
            value = element.get(name)
            if value.lower().startswith(("javascript:", "//")):
                yield f"{name} {value}"
