"""Two checklists for reporting a survey, each item with where it is answered and what of it is missing."""

from collections.abc import Mapping, Sequence

from peil.report.compose.figure import cell
from peil.report.compose.methodology.section import Section, table, told
from peil.report.compose.methodology.source import Source
from peil.report.compose.methodology.words import name_methodology
from peil.report.document import Inline, Run, TableCell

AAPOR: Mapping[str, tuple[str, ...]] = {
    "strategy": ("mode", "access"),
    "sponsor": ("client", "funding", "agency", "authors"),
    "instruments": ("text", "version"),
    "population": ("population", "coverage"),
    "sample": ("frame", "selection", "recruitment", "reminders", "incentive", "quotas"),
    "mode": ("mode", "languages"),
    "dates": ("dates",),
    "sizes": ("sizes", "margins"),
    "response": ("invited", "rates"),
    "weighting": ("weighting",),
    "processing": ("exclusions", "recodings", "duplicates", "quality", "coding"),
    "limitations": ("limitations",),
}
"""Items of the Transparency Initiative, and the subjects that answer each."""

CHERRIES: Mapping[str, tuple[str, ...]] = {
    "design": ("population", "frame", "selection"),
    "review_board": ("ethics",),
    "consent": ("consent", "controller", "purpose"),
    "protection": ("privacy", "retention", "data_access"),
    "testing": ("pretest",),
    "open": ("access",),
    "contact": ("recruitment", "reminders"),
    "advertising": ("recruitment", "links"),
    "web": ("mode",),
    "context": ("recruitment",),
    "voluntary": ("consent",),
    "incentives": ("incentive",),
    "time": ("dates",),
    "randomisation": ("randomised",),
    "adaptive": ("adaptive",),
    "items": ("items",),
    "completeness": ("completeness",),
    "review": ("review",),
    "visitors": ("visitors",),
    "view": ("view_rate",),
    "participation": ("participation",),
    "completion": ("completion",),
    "cookies": ("duplicates",),
    "addresses": ("duplicates",),
    "logs": ("duplicates",),
    "registration": ("duplicates", "access"),
    "incomplete": ("analysis",),
    "timestamps": ("quality",),
    "correction": ("weighting",),
}
"""Items of CHERRIES, likewise."""

LISTS = {"aapor": AAPOR, "cherries": CHERRIES}
WIDTHS = (2.2, 1.0, 2.0)


def tell_checklist(source: Source, name: str, sections: Sequence[Section]) -> Section:
    """Give a checklist.

    Args:
        source: What the annex is made from.
        name: ``aapor`` or ``cherries``.
        sections: The annex's sections before the checklists, in the order in which they are numbered.
    """
    body = tuple(
        (
            cell(name_methodology(source.language, name, item), header=True),
            TableCell(where(source, subjects, sections)),
            cell(lacking(source, subjects, sections)),
        )
        for item, subjects in LISTS[name].items()
    )
    head = tuple(cell(source.say(one), header=True) for one in ("item", "where", "lacking"))
    return Section(name, blocks=(told(source.say(f"{name}_told")), table((head,), body, WIDTHS)))


def where(source: Source, subjects: Sequence[str], sections: Sequence[Section]) -> Inline:
    """Give links to the sections that tell of any of the subjects."""
    runs: list[Run] = []
    for place, section in enumerate(sections, start=1):
        if section.known.intersection(subjects):
            title = name_methodology(source.language, "headings", section.name)
            name = f"{source.number}.{place}" if source.number else title
            runs += [*([Run(", ")] if runs else []), Run(name, link=f"#{source.anchor}-{section.name}")]
    return tuple(runs) or (Run("–"),)


def lacking(source: Source, subjects: Sequence[str], sections: Sequence[Section]) -> str:
    """Name the subjects that nobody stated; a dash where there are none."""
    unsaid = {name for section in sections for name in section.lacking}
    names = [name_methodology(source.language, "names", one) for one in subjects if one in unsaid]
    return ", ".join(names) or "–"
