"""A coding frame made of a file's codes, for a variable that has none yet."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.project_code import ProjectCode

LONGEST = 40
UNFIT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class NewFrame:
    """A frame to be written: its variable, its text, and the id of each code by GUID."""

    variable: str
    text: str
    ids: Mapping[str, str]


def new_frame(variable: str, project: CodedProject, kept: Iterable[str], coder: str) -> NewFrame:
    """Make a frame.

    Codes stand in the order of the tree. One that can't be given and holds all that are taken over is the
    frame itself, as Peil and some tools write it. Another with others under it becomes a net of them; a frame
    has one level of nets, so that deeper ones are taken up into the first.

    Args:
        variable: Whose answers the codes are for.
        project: The file.
        kept: GUIDs of the codes that are taken over.
        coder: Who codes.
    """
    wanted = set(kept)
    title, tops = _opened(project.codes, wanted)
    found = [(net, code) for top in tops for net, code in _placed(top) if code.guid in wanted]
    taken: set[str] = set()
    held = tuple(dict.fromkeys(net for net, _ in found if net is not None))
    nets = {net.guid: _free(net.name, taken) for net in held}
    ids = {code.guid: _free(code.name, taken) for _, code in found}
    file, tool = _line(project.name) or "a codebook", _line(project.origin) or "a tool"
    lines = [
        f"# Taken over from {file}, written by {tool}.",
        f"title = {_quoted(title or variable)}",
        f"coders = [{_quoted(coder)}]",
    ]
    for one in held:
        lines += ["", f"[nets.{nets[one.guid]}]", f"title = {_quoted(one.name or nets[one.guid])}"]
    for net, code in found:
        lines += ["", f"[codes.{ids[code.guid]}]", f"title = {_quoted(code.name or ids[code.guid])}"]
        if code.description.strip():
            lines.append(f"definition = {_quoted(code.description.strip())}")
        if net is not None:
            lines.append(f"net = {_quoted(nets[net.guid])}")
    return NewFrame(variable, "\n".join(lines) + "\n", ids)


def _opened(tops: Iterable[ProjectCode], wanted: set[str]) -> tuple[str, tuple[ProjectCode, ...]]:
    """Give the name of the code that stands for the whole frame, or none, and the codes under that."""
    used = tuple(top for top in tops if not wanted.isdisjoint(code.guid for code in top.walk()))
    match used:
        case (ProjectCode(codable=False) as frame,):
            return frame.name.strip(), frame.codes
        case _:
            return "", used


def _placed(
    code: ProjectCode, net: ProjectCode | None = None
) -> Iterable[tuple[ProjectCode | None, ProjectCode]]:
    """Give the codes of a tree, each with its net."""
    under = net or (code if code.codes else None)
    if code.codable:
        yield under, code
    for one in code.codes:
        yield from _placed(one, under)


def _free(name: str, taken: set[str]) -> str:
    """Give an id made of a name that nothing else has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = UNFIT.sub("_", plain).strip("_")[:LONGEST].strip("_")
    stem = stem if stem[:1].isalpha() else f"code_{stem}".strip("_")
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}_{number}"
    taken.add(found)
    return found


def _quoted(text: str) -> str:
    """Give a text as TOML has it, which is as JSON has it but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _line(text: str) -> str:
    """Give a text that a comment can hold."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
