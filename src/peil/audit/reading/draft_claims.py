"""Drafts of claims: numbers of a text in the form of a claims file, each for a person to confirm."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from peil.audit.reading.candidate import Candidate
from peil.audit.reading.caption import caption_name
from peil.audit.reading.cut import cut
from peil.audit.reading.cutting import Cutting
from peil.audit.reading.find_candidates import Matcher, sure
from peil.audit.reading.passage import Part
from peil.audit.reading.sighting import Seen
from peil.study.study import Study

Entry = dict[str, Any]
STATISTICS = {Seen.PERCENT: "share", Seen.COUNT: "count", Seen.BASE: "base"}
TOTALS = {"total", "totaal", "alle", "all", "sum", "som"}


def draft_claims(parts: Iterable[Part], study: Study, language: str, source: str) -> Entry:
    """Give a claims file of drafts.

    Args:
        parts: The report's text.
        study: The study whose names are proposed.
        language: The language of the text, in which the study's words are compared with it.
        source: The file's name.
    """
    matcher = Matcher(study, language)
    cuttings = tuple(cut(parts))
    figures = [one for one in cuttings if one.sighting.kind in STATISTICS]
    hints = [hint_of(one) for one in cuttings if one.sighting.kind is Seen.WORDS]
    claims = [draft_of(one, f"D{place:03}", matcher) for place, one in enumerate(figures, 1)]
    found: Entry = {"title": f"Read from {source}; each draft is to be confirmed", "source": source}
    questions = whole_columns(figures)
    if questions:
        found["questions"] = questions
    return found | {"claims": claims} | ({"hints": hints} if hints else {})


def draft_of(cutting: Cutting, name: str, matcher: Matcher) -> Entry:
    """Give one draft: what the text says, and proposals that nobody has confirmed."""
    seen = cutting.sighting
    value = int(seen.value) if not seen.decimals else float(seen.value)
    items, groups = matcher.find(cutting)
    entry: Entry = {
        "id": name,
        "confirmed": False,
        "section": cutting.spot.section,
        "place": place_of(cutting),
        "statistic": STATISTICS[seen.kind],
        "printed": value,
    }
    entry |= {"decimals": seen.decimals} if seen.decimals else {}
    entry |= {"base": {"n": cutting.base, "known": "printed"}} if cutting.base else {}
    if seen.kind is Seen.PERCENT:
        entry |= filled_in(cutting, sure(items), sure(groups))
    return entry | {"read": reading_of(cutting, items, groups)}


def filled_in(cutting: Cutting, item: Candidate | None, group: Candidate | None) -> Entry:
    """Give the names of a cell whose row, column and table have the study's own words, and no others."""
    if item is None:
        return {}
    other = cutting.column if item.exact == "row" else cutting.row
    everyone = not other or other == "column 1" or total(other)
    if not everyone and (group is None or group.exact == item.exact):
        return {}
    group = None if everyone else group
    where = {"where": {group.item: [group.option]}} if group else {}
    return {"item": item.item, "options": [item.option]} | where


def total(label: str) -> bool:
    """Say whether a row or column is of everyone or everything."""
    return label.split("(", maxsplit=1)[0].strip().casefold() in TOTALS


def reading_of(cutting: Cutting, items: Sequence[Candidate], groups: Sequence[Candidate]) -> Entry:
    """Give what a person needs to judge a draft: the words around it, and proposals with their scores."""
    found: Entry = {"text": cutting.text}
    for key in ("table", "row", "column"):
        found |= {key: getattr(cutting, key)} if cutting.table else {}
    if cutting.by_row:
        found["by"] = "row"
    if cutting.spot.caption and cutting.spot.caption != cutting.text:
        found["caption"] = cutting.spot.caption
    if cutting.bases:
        found["bases"] = list(cutting.bases)
    if items:
        found["items"] = [
            {"item": one.item, "options": [one.option], "label": one.label, "score": one.score}
            for one in items
        ]
    if groups:
        found["groups"] = [
            {"where": {one.item: [one.option]}, "label": one.label, "score": one.score} for one in groups
        ]
    return found


def place_of(cutting: Cutting) -> str:
    """Say where a number stands, as a person looks it up: page, figure or table, row and column."""
    page = f"page {cutting.spot.page}" if cutting.spot.page else ""
    name = caption_name(cutting.spot.caption) or ("table" if cutting.row else "text")
    cell = ", ".join(filter(None, (cutting.row, cutting.column)))
    return ", ".join(filter(None, (page, name, cell)))


def hint_of(cutting: Cutting) -> Entry:
    """Give a share in words, which is no figure: what it says, and about how much that is."""
    seen = cutting.sighting
    return {
        "section": cutting.spot.section,
        "place": place_of(cutting),
        "words": cutting.text[seen.start : seen.end],
        "about": float(seen.value),
        "text": cutting.text,
    }


def whole_columns(figures: Sequence[Cutting]) -> list[Entry]:
    """Give the tables that print a row of totals of 100: their other rows are all answers, one a person."""
    tables: dict[str, list[Cutting]] = {}
    for one in figures:
        if one.table and not one.by_row:
            tables.setdefault(one.table, []).append(one)
    found = []
    for name, cells in tables.items():
        totals = [one for one in cells if total(one.row)]
        if totals and all(one.sighting.value == 100 for one in totals):
            rows = dict.fromkeys(one.row for one in cells if not total(one.row))
            found.append({"question": name, "choices": list(rows)})
    return found


def write_drafts(path: Path, drafts: Entry) -> None:
    """Write a claims file, a key a line, so that a person can confirm in any editor."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(drafts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
