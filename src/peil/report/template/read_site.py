"""Read the blocks of a public site: ``::: explore`` and ``::: downloads``."""

import re
from typing import TYPE_CHECKING

from peil.core.ids import did_you_mean
from peil.report import problems as rules
from peil.report.site.site_problems import MISPLACED_BLOCK
from peil.report.template.names import Names
from peil.report.template.part import Part
from peil.report.template.phrase import Phrase
from peil.report.template.read_prose import ProseReader
from peil.report.template.site_block import Downloads, Explore
from peil.report.template.template import Template

if TYPE_CHECKING:
    from peil.report.template.read_block import Fenced

SITE_SETTINGS = ("show", "by")
SETTING = re.compile(r"([a-z]+):[ \t]*(.*)", re.DOTALL)


def read_explore(reader: ProseReader, fenced: "Fenced") -> Explore:
    """Read ``::: explore`` with, where they are set, its items (``show``) and groups (``by``)."""
    names, found = reader.names, read_lines(reader.names, fenced)
    items = [key for part in listed(found.get("show")) for key in names.items(part)]
    groups = [name for part in listed(found.get("by")) if (name := planned_group(names, part))]
    return Explore(
        tuple(dict.fromkeys(items)),
        tuple(dict.fromkeys(groups)) if "by" in found else None,
        fenced.head.span,
    )


def read_lines(names: Names, fenced: "Fenced") -> dict[str, Phrase]:
    """Read the block's settings; a line that is none is a problem."""
    found: dict[str, Phrase] = {}
    for line in fenced.lines:
        setting = SETTING.fullmatch(line.text)
        if setting is None:
            names.report(rules.BAD_BLOCK, line, f'"{line.plain}" sets nothing.', "Write key: value.")
        elif setting.group(1) not in SITE_SETTINGS:
            key = line.group(setting, 1)
            hint = did_you_mean(key.plain, SITE_SETTINGS) or f"There are {', '.join(SITE_SETTINGS)}."
            names.report(rules.BAD_BLOCK, key, f'There is no setting "{key.plain}".', hint)
        elif setting.group(1) in found:
            names.report(rules.BAD_BLOCK, line, f"{setting.group(1)} is set twice.", "Keep one of the two.")
        else:
            found[setting.group(1)] = line.group(setting, 2)
    return found


def planned_group(names: Names, phrase: Phrase) -> str:
    """Give a group of the plan, by which everything published is split; empty, and a problem, for another."""
    found, planned = names.group(phrase), names.study.plan.groups
    if found and found.key not in planned:
        hint = "Add it to groups under [analysis] in plan.toml, or name one of: " + f"{', '.join(planned)}."
        names.report(rules.BAD_BLOCK, phrase, f'"{found.key}" is no group of the plan.', hint)
        return ""
    return found.key if found else ""


def listed(phrase: Phrase | None) -> tuple[Phrase, ...]:
    """Give what stands between commas; nothing where nothing is set."""
    return phrase.commas() if phrase else ()


def read_downloads(reader: ProseReader, fenced: "Fenced") -> Downloads:
    """Read ``::: downloads``."""
    if fenced.lines:
        hint = "Take the line away."
        reader.names.report(rules.BAD_BLOCK, fenced.lines[0], "The list of files is made.", hint)
    return Downloads(fenced.head.span)


def check_placed(names: Names, template: Template, part: Part) -> None:
    """Report blocks of a site that stand in another text."""
    if part is Part.SITE:
        return
    for block in template.blocks:
        if isinstance(block, Explore | Downloads):
            kind = type(block).__name__.lower()
            message = f"::: {kind} makes pages of a public site, and this is no site."
            hint = "Move it to a file in site/, or take it away."
            names.problems.append(MISPLACED_BLOCK.problem(block.span, message, hint=hint))
