"""Read what a figure or a table shows, from its settings."""

from collections.abc import Mapping

from peil.core.ids import did_you_mean
from peil.report import problems as rules
from peil.report.chart import ChartKind
from peil.report.template.check_chart import Content, check_chart, read_sides
from peil.report.template.check_unbound import check_unbound
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_prose import ProseReader
from peil.report.template.read_selection import Filters, join, known_base, read_setting
from peil.report.template.template import Exhibit, Line, Show
from peil.study.codebook import Item

OF_FIGURES, OF_TABLES = ("chart", "neutral", "left"), ("columns", "mark")
SETTINGS = ("show", "by", "only", "where", "base", "sort", "note", *OF_FIGURES, *OF_TABLES)


def read_exhibit(
    reader: ProseReader, head: Phrase, kind: str, name: str, title: Line, settings: Mapping[str, Phrase]
) -> Exhibit | None:
    """Give a figure or table (``kind``) without its notes; None when nothing that it shows exists."""
    names = reader.names
    for key in OF_FIGURES if kind == "table" else OF_TABLES:
        if key in settings:
            names.report(rules.BAD_BLOCK, settings[key], f"A {kind} has no {key}.", f"Leave {key} out.")
    if "show" not in settings or not settings["show"].plain:
        names.report(rules.BAD_BLOCK, head, f"The {kind} shows nothing.", "Add a line show: ITEM.")
        return None
    shown = [key for part in settings["show"].commas() for key in names.items(part)]
    items = tuple(names.study.codebook.items[key] for key in dict.fromkeys(shown))
    by = names.group(settings["by"]) if "by" in settings else None
    filters = read_base(names, settings, items)
    if not items or filters is None or ("by" in settings and by is None):
        return None
    choices = {
        key: choice(names, settings[key], known) if key in settings else ""
        for key, known in {
            "chart": tuple(ChartKind),
            "sort": ("given", "share"),
            "columns": tuple(Show),
            "mark": ("extremes",),
        }.items()
    }
    content = Content(items, by, read_only(names, settings.get("only"), by), filters)
    if kind == "figure":
        chart = check_chart(names, content, settings, choices["chart"])
        neutral, left = read_sides(names, content, settings, chart)
    else:
        check_mark(names, settings, content)
        chart, neutral, left = "", (), ""
    return Exhibit(
        id=name,
        table=kind == "table",
        caption=title,
        items=tuple(item.key for item in items),
        by=by.key if by else None,
        only=content.only,
        where=filters.where,
        base=filters.base,
        chart=chart,
        sort=choices["sort"] or "given",
        columns=Show(choices["columns"]) if choices["columns"] else None,
        extremes=choices["mark"] == "extremes",
        notes=(),
        span=head.span,
        neutral=neutral,
        left=left,
    )


def choice(names: Names, phrase: Phrase, known: tuple[str, ...]) -> str:
    """Give one of the known words, or the empty string with a problem."""
    if phrase.plain in known:
        return phrase.plain
    hint = did_you_mean(phrase.plain, known) or f"Choose from {', '.join(known)}."
    names.report(rules.BAD_BLOCK, phrase, f'"{phrase.plain}" is none of {", ".join(known)}.', hint)
    return ""


def read_base(names: Names, settings: Mapping[str, Phrase], items: tuple[Item, ...]) -> Filters | None:
    """Read ``where`` and ``base``; None when one can't be read."""
    found: Filters | None = Filters()
    if "where" in settings:
        found = read_setting(names, "where", settings["where"])
    for part in settings["base"].commas() if "base" in settings else ():
        word, rest = part.cut(r"\s+")
        if word.plain not in {"without", "with"} or rest is None:
            hint = "Write without missing, without OPTION or with blanks."
            names.report(rules.BAD_BLOCK, part, f'"{part.plain}" is no base setting.', hint)
            return None
        one = read_setting(names, word.plain, rest)
        if one is None or not all(known_base(names, item, one) for item in items):
            return None
        found = join(found, one) if found else None
    return found


def read_only(names: Names, phrase: Phrase | None, by: Item | None) -> tuple[str, ...]:
    """Read which classes are shown, in which order."""
    if phrase is None:
        return ()
    if by is None:
        names.report(
            rules.BAD_BLOCK, phrase, "There is no group to show only some classes of.", "Add by: GROUP."
        )
        return ()
    found = [names.group_class(by, part) for part in phrase.commas()]
    return tuple(dict.fromkeys(name for name in found if name))


def read_note(reader: ProseReader, phrase: Phrase) -> Line:
    """Read a line under it."""
    if reader.chapter.findings:
        check_unbound(reader.names, phrase, reader.language)
    return reader.line(phrase)


def check_mark(names: Names, settings: Mapping[str, Phrase], content: Content) -> None:
    """Report marks in a table whose rows have nothing to compare."""
    mark = settings.get("mark")
    if mark and content.by is None and (len(content.items) == 1 or not content.alike):
        names.report(
            rules.UNFIT_CHART, mark, "Its rows hold one share each.", "Add by: GROUP or leave mark out."
        )
