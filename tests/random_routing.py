"""Small questionnaires drawn at random, with all that decides a route: two to eight questions."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from peil.study.reader.read import read_study
from peil.study.study import Study

KINDS = [
    "single",
    "single",
    "multi",
    "multi",
    "number",
    "scale",
    "matrix",
    "grid",
    "open",
    "ranking",
    "contact",
]
HEAD = '[about]\ntitle = "T"\nlanguages = ["en"]\n'


@dataclass
class Drawn:
    """What has been asked so far, and what of it conditions may read."""

    draw: st.DrawFn
    asked: dict[str, str] = field(default_factory=dict)
    """Question id to what kind it is, in order."""
    leaves: list[str] = field(default_factory=list)
    """Comparisons that can be made."""
    fills: list[str] = field(default_factory=list)
    section: str = ""
    roles: bool = False
    derived: bool = False

    def one(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def chance(self, of: int) -> bool:
        """Say yes once in so many times; shrinking says no."""
        return self.draw(st.integers(0, of - 1)) == of - 1

    def of_kind(self, *kinds: str) -> list[str]:
        return [name for name, kind in self.asked.items() if kind in kinds]


@st.composite
def routings(draw: st.DrawFn) -> tuple[str, str, str]:
    """Give questionnaire.md, study.toml and plan.toml."""
    drawn = Drawn(draw)
    lines: list[str] = []
    count = draw(st.integers(2, 8))
    for number in range(count):
        name = f"q{number}"
        if number == 0 or drawn.chance(3):
            page = "  {one page}" if drawn.chance(2) else ""
            drawn.section = f"s{number}"
            lines.append(f"# s{number}: Part {number}{page}")
            lines += [f"if {condition(drawn)}"] if drawn.leaves and drawn.chance(4) else []
            lines.append("")
        elif drawn.chance(3):
            lines.append("---\n")
        lines += [*question(drawn, name, number), ""]
        if number == 0:
            drawn.roles = drawn.asked.get("q0") == "single" and drawn.chance(2)
            if drawn.roles:
                drawn.leaves += ["role is boss", "role is not boss", "role is one of (boss, other)"]
            drawn.derived = drawn.asked.get("q0") == "single" and drawn.chance(3)
    groups = [name for name in drawn.of_kind("single") if drawn.chance(4)] + ["grp"] * drawn.derived
    last = [name for name in drawn.asked if drawn.chance(6)]
    return "\n".join(lines), _settings(drawn, last[:1]), _plan(drawn, groups)


def _settings(drawn: Drawn, analysis: list[str]) -> str:
    found = HEAD + "".join(f'analysis_set = "{name}"\n' for name in analysis)
    if drawn.roles:
        boss = drawn.one("q0 is a", "not q0 is a", "q0 is one of (a, b)", "q0 is not c", "q0 was answered")
        found += f'[roles]\nboss = "{boss}"\nstaff = "q0 is b"\nother = "otherwise"\n'
    return found


def _plan(drawn: Drawn, groups: list[str]) -> str:
    found = f"[analysis]\ngroups = {groups}\n".replace("'", '"')
    if drawn.derived:
        first = drawn.one("q0 is a", "not q0 is b", "q0 is not c")
        found += (
            f'[derived.grp]\ntitle = "Group"\nclasses.x = {{ title = "X", if = "{first}" }}\n'
            'classes.y = { title = "Y", if = "q0 is c" }\n'
        )
    return found


def question(drawn: Drawn, name: str, number: int) -> list[str]:
    """Draw one question: its lines; what can be read of it joins what was drawn."""
    kind = drawn.one(*KINDS) if number else drawn.one("single", "single", "multi", "number")
    how = ["optional"] if drawn.chance(4) else []
    multis, singles = drawn.of_kind("multi"), drawn.of_kind("single")
    later = kind in {"single", "multi", "open"} and number > 0 and drawn.chance(10)
    how += [f"later: {drawn.one('end', drawn.section)}"] if later else []
    sources = [*multis, *singles, *drawn.of_kind("matrix")]
    repeated = kind in {"single", "number", "open"} and sources and not later and drawn.chance(8)
    source = drawn.one(*sources) if repeated else ""
    how += [f"for each {source}"] if repeated else []
    how += {
        "matrix": ["matrix"],
        "grid": ["matrix"],
        "ranking": ["ranking"],
        "contact": ["contact"],
        "scale": ["scale 0..3"],
    }.get(kind, [])
    body = _body(drawn, name, kind, how)
    asks_if = drawn.leaves and drawn.chance(2)
    lines = [f"if {condition(drawn)}"] if asks_if else []
    own = [] if repeated or later else own_leaves(name, kind, body)
    ends = [one for one in own if "was" not in one]
    if ends and drawn.chance(5):
        end = f"{drawn.one('', 'not ')}{drawn.one(*ends)}"
        if drawn.leaves and drawn.chance(3):
            end = f"{end} {drawn.one('and', 'or')} {drawn.one(*drawn.leaves)}"
        lines.append(f"end if {end}: stopped{number}")
    if repeated and kind == "single":
        own = [f"{name}[a] is a", f"{name}[a] was asked", f"not {name}[b] is a"]
        own = own if drawn.asked[source] in {"multi", "single"} and _has_ab(drawn, source) else []
    heading = f"## {name}" + (f"  {{{', '.join(how)}}}" if how else "")
    text = f"Question {number}"
    if drawn.fills and drawn.chance(4):
        fallback = drawn.one("", ' | "it"')
        text += f" about {{{drawn.one(*drawn.fills)}{fallback}}}"
    text += _blank(kind)
    if not later:
        drawn.leaves += own
        if not repeated:
            drawn.asked[name] = kind
            drawn.fills += [name] if kind in {"single", "multi", "number", "open"} else []
    else:
        drawn.asked.pop(name, None)
    found = [heading, *lines, text]
    if drawn.roles and drawn.chance(4):
        found += [f"  for {drawn.one('boss', 'staff')}: Other words {number}" + _blank(kind)]
    elif drawn.roles and drawn.chance(8):
        found[-1:] = [
            f"  for boss: Words {number}{_blank(kind)}",
            f"  for staff: Words {number}{_blank(kind)}",
        ]
    return found + list(_worded(drawn, body))


def _worded(drawn: Drawn, body: list[str]) -> Iterator[str]:
    """Give an option or row words of a role's own now and then, beside or in place of those of others."""
    for line in body:
        lead, colon, _ = line.partition(": ")
        plain = (
            drawn.roles and colon and "____" not in line and "[0" not in line and not line.startswith("- 0")
        )
        if not plain or not drawn.chance(8):
            yield line
            continue
        fill = f" {{{drawn.one(*drawn.fills)}}}" if drawn.fills and drawn.chance(2) else ""
        yield line
        yield f"  for {drawn.one('boss', 'staff')}: Own {lead.split()[-1]}{fill}"


def _blank(kind: str) -> str:
    return {"open": " ____", "number": " ___ [0..9]"}.get(kind, "")


def _has_ab(drawn: Drawn, name: str) -> bool:
    return any(leaf.startswith((f"{name} is a", f"{name} has a")) for leaf in drawn.leaves)


def _body(drawn: Drawn, name: str, kind: str, how: list[str]) -> list[str]:  # noqa: PLR0911 - one case a kind
    multis, singles = drawn.of_kind("multi"), drawn.of_kind("single")
    matrices = drawn.of_kind("matrix", "grid")
    match kind:
        case "single":
            if multis and drawn.chance(4):
                carried = [f"options from {drawn.one(*multis)}"]
                return [*carried, *([f"- ( ) z{name}: Z{shown(drawn)}"] if drawn.chance(2) else [])]
            if drawn.leaves and drawn.chance(5):
                return [f"- ( ) {part}: {part.upper()}  {{if {condition(drawn)}}}" for part in "abc"]
            beside = drawn.one("", "", " ____", " ___ [0..9]")
            label = f"A {{{drawn.one(*drawn.fills)}}}" if drawn.fills and drawn.chance(8) else "A"
            found = [f"- ( ) a: {label}{shown(drawn)}", f"- ( ) b: B{shown(drawn)}", f"- ( ) c: C{beside}"]
            return [*found, *(["- ( ) dk: Don't know  {missing}"] if drawn.chance(3) else [])]
        case "multi":
            limit = drawn.one("", "", "", "at least 2", "at most 1", "at most 2")
            how += [limit] if limit else []
            found = [f"- [ ] a: A{shown(drawn)}", f"- [ ] b: B{shown(drawn)}"]
            if (multis or singles) and drawn.chance(6) and not limit:
                return [f"options from {drawn.one(*multis, *singles)}", f"- [ ] z{name}: Z"]
            found += [f"- [ ] c: C{shown(drawn)}"] if drawn.chance(2) or limit == "at least 2" else []
            found += ["- [ ] none: None  {exclusive}"] if drawn.chance(3) else []
            return [*found, *(["- [ ] dk: Don't know  {missing}"] if drawn.chance(4) else [])]
        case "matrix" | "grid":
            return _matrix(drawn, kind, [*multis, *matrices])
        case "scale":
            beside = f"- ( ) dk: Don't know  {{missing{shown(drawn, ', ')}}}"
            return ["- 0: Low", "- 3: High", *([beside] if drawn.chance(2) else [])]
        case "contact":
            return [f"- mail: Mail{shown(drawn)}", f"- phone: Phone{shown(drawn)}"]
        case "ranking":
            how += drawn.draw(st.sampled_from([[], ["at most 1"], ["at least 2"]]))
            return [f"- a: A{shown(drawn)}", f"- b: B{shown(drawn)}", "- c: C"]
        case _:
            return []


def _matrix(drawn: Drawn, kind: str, sources: list[str]) -> list[str]:
    box = "( )" if kind == "matrix" else "[ ]"
    columns = ["columns", f"- {box} a: A{shown(drawn)}", f"- {box} b: B"]
    columns += ["- [ ] none: None  {exclusive}"] if kind == "grid" and drawn.chance(3) else []
    if sources and drawn.chance(4):
        source = drawn.one(*sources)
        if drawn.asked[source] in {"matrix", "grid"} and drawn.chance(2):
            return [*columns, "rows", "- x: X", f"- {{open rows from {source}}}"]
        return [*columns, f"rows from {source}"]
    rows = ["rows", f"- {drawn.one('x', 'a')}: X{shown(drawn)}", f"- y: Y{shown(drawn)}"]
    return [*columns, *rows, *(["- own: ____"] if drawn.chance(3) else [])]


def shown(drawn: Drawn, after: str = "") -> str:
    """Draw a condition of an option or row, mostly none; ``after``: what parts it from an attribute."""
    if not drawn.leaves or not drawn.chance(4):
        return ""
    return f"{after}if {condition(drawn)}" if after else f"  {{if {condition(drawn)}}}"


def own_leaves(name: str, kind: str, body: list[str]) -> list[str]:  # noqa: PLR0911 - one case a kind
    """Give the comparisons that a question can be read with."""
    parts = [line.split(":")[0].split()[-1] for line in body if line.startswith("- ") and ":" in line]
    was = [f"{name} was asked", f"{name} was answered"]
    match kind:
        case "single":
            found = [f"{name} is {part}" for part in parts] + [f"{name} is not {part}" for part in parts]
            if len(parts) > 1:
                found += [f"{name} is one of ({parts[0]}, {parts[1]})"]
                found += [f"{name} is not one of ({parts[0]}, {parts[-1]})"]
            found += [f"{name}.c.text was answered"] if any(line.endswith("C ____") for line in body) else []
            found += [f"{name}.c.number > 5"] if any("C ___ [" in line for line in body) else []
            return [*found, *was]
        case "multi":
            found = [f"{name} has {part}" for part in parts]
            found += [f"count({name}) >= 2", f"count({name}) < 2", f"count({name}) between 1 and 2"]
            return [*found, f"count({name}) = 0", *was]
        case "number":
            found = [f"{name} > 4", f"{name} <= 4", f"{name} < 4", f"{name} between 2 and 6"]
            return [*found, f"{name} = 0", f"{name} >= 0", *was]
        case "scale":
            found = [f"{name} >= 2", f"{name} < 2", *was]
            return found + ([f"{name} is dk", f"{name} is not dk"] if "dk" in parts else [])
        case "matrix" | "grid":
            below = body[body.index("rows") :] if "rows" in body else []
            rows = [line.split(":")[0][2:] for line in below if line.startswith(("- x:", "- a:", "- y:"))]
            verb = "is" if kind == "matrix" else "has"
            found = [f"{name}.{row} {verb} {column}" for row in rows for column in "ab"]
            found += [f"{name}.{row} was asked" for row in rows] + [f"{name} was asked"]
            found += [f"count({name}.y) >= 1"] if kind == "grid" and "y" in rows else []
            found += [f"{name}.y is not a"] if kind == "matrix" and "y" in rows else []
            return found + ([f"{name}.own.text was answered"] if "own" in parts else [])
        case "ranking":
            return [f"{name}.a = 1", f"{name}.b <= 2", f"{name}.a was answered", f"{name} was asked"]
        case "contact":
            return []
        case _:
            return was


def condition(drawn: Drawn) -> str:
    """Draw a condition on what was asked before."""
    one, two, three = (drawn.one(*reversed(drawn.leaves)) for _ in range(3))
    return drawn.one(
        one,
        one,
        f"not {one}",
        f"{one} and {two}",
        f"{one} or {two}",
        f"not {one} and {two}",
        f"not ({one} or {two})",
        f"{one} and (not {two} or {three})",
    )


@cache
def study_of(files: tuple[str, str, str]) -> Study:
    """Read a drawn study, which must have no error that reading finds."""
    with tempfile.TemporaryDirectory() as name:
        for file, text in zip(("questionnaire.md", "study.toml", "plan.toml"), files, strict=True):
            (Path(name) / file).write_text(text, encoding="utf-8")
        study = read_study(name)
    told = [str(problem) for problem in study.problems if problem.severity == "error"]
    assert told == [], "\n".join([files[0], files[1], *told])
    return study
