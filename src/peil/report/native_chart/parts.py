"""The parts that all charts are made of: text, fills, references to the sheet, axes, legend, the whole."""

from collections.abc import Iterable, Sequence

from peil.report.charts.palette import INK, QUIET, RULE, Colour
from peil.report.native_chart.native_chart import Setting
from peil.report.native_chart.sheet import Sheet
from peil.report.native_chart.xml import NAMESPACES, tag, val, words

_POINT = 12700  # units of a line's width
_HUNDREDTH = 100  # a size's unit
CATEGORY_AXIS, VALUE_AXIS = 111, 222


def colour_of(fill: str) -> str:
    """Give a colour as it stands in a chart: ``1F5C8A``."""
    return tag("a:srgbClr", val=fill.lstrip("#").upper())


def line(fill: str = "", width: float = 0.75) -> str:
    """Give an outline; without a colour there is none."""
    if not fill:
        return tag("a:ln", tag("a:noFill"))
    return tag("a:ln", tag("a:solidFill", colour_of(fill)), w=round(width * _POINT))


def filled(colour: Colour) -> str:
    """Give the looks of a bar."""
    return tag("spPr", tag("a:solidFill", colour_of(colour.fill)), line(colour.edge, 0.5))


def invisible() -> str:
    """Give the looks of what is not drawn."""
    return tag("spPr", tag("a:noFill"), line())


def looks_of_text(setting: Setting, size: float, fill: str = INK) -> str:
    """Give the properties of runs: size, colour, typeface."""
    return tag(
        "a:defRPr",
        tag("a:solidFill", colour_of(fill)),
        tag("a:latin", typeface=setting.font),
        tag("a:cs", typeface=setting.font),
        lang=setting.language,
        sz=round(size * _HUNDREDTH),
        b=0,
    )


def text_properties(setting: Setting, size: float, fill: str = INK, *, wrap: str = "square") -> str:
    """Give how text in a part is set."""
    paragraph = tag("a:p", tag("a:pPr", looks_of_text(setting, size, fill)), tag("a:endParaRPr"))
    return tag("txPr", tag("a:bodyPr", wrap=wrap), tag("a:lstStyle"), paragraph)


def rich_text(
    lines: Iterable[str], setting: Setting, size: float, fill: str = INK, *, wrap: str = "square"
) -> str:
    """Give words of the chart's own, a paragraph for each line."""
    looks = looks_of_text(setting, size, fill)
    run = f'<a:rPr lang="{setting.language}" sz="{round(size * _HUNDREDTH)}" b="0"/>'
    paragraphs = (
        tag("a:p", tag("a:pPr", looks), tag("a:r", run, tag("a:t", words(one)) if one else "<a:t> </a:t>"))
        for one in lines
    )
    return tag("tx", tag("rich", tag("a:bodyPr", wrap=wrap), tag("a:lstStyle"), *paragraphs))


def text_points(labels: Sequence[str]) -> str:
    """Give cached words."""
    points = (tag("pt", tag("v", words(label)), idx=place) for place, label in enumerate(labels))
    return tag("strCache", val("ptCount", len(labels)), *points)


def number_points(values: Sequence[float | None], shown: str = "0%") -> str:
    """Give cached numbers; what is hidden isn't there."""
    points = (
        tag("pt", tag("v", repr(value)), idx=place) for place, value in enumerate(values) if value is not None
    )
    return tag("numCache", tag("formatCode", words(shown)), val("ptCount", len(values)), *points)


def series_name(sheet: Sheet, column: int) -> str:
    """Give a series' name, which is a column's head."""
    head = tag("f", words(sheet.head_at(column)))
    return tag("tx", tag("strRef", head, text_points([sheet.columns[column].name])))


def series_labels(sheet: Sheet) -> str:
    """Give the categories, which are the sheet's labels."""
    return tag("cat", tag("strRef", tag("f", words(sheet.labels_at())), text_points(sheet.labels)))


def series_values(sheet: Sheet, column: int, name: str = "val") -> str:
    """Give a column's numbers."""
    found = sheet.columns[column]
    cached = number_points(found.values, "0%" if found.percent else "General")
    return tag(name, tag("numRef", tag("f", words(sheet.values_at(column))), cached))


def series_start(sheet: Sheet, column: int, place: int | None = None, *, named: bool = True) -> str:
    """Give the beginning of a series: its place (its column's, where none is given) and its name.

    One that only places others has no name: programs don't agree on how an entry is taken off a legend.
    """
    order = column if place is None else place
    name = series_name(sheet, column) if named else tag("tx", tag("v", " "))
    return val("idx", order) + val("order", order) + name


def shown_values(place: str, *, series: bool = False) -> str:
    """Give what labels tell: the value, and the series' name where that is asked for."""
    told = (
        val("showLegendKey", 0),
        val("showVal", 1),
        val("showCatName", 0),
        val("showSerName", int(series)),
        val("showPercent", 0),
        val("showBubbleSize", 0),
    )
    between = tag("separator", " ") if series else ""
    return (val("dLblPos", place) if place else "") + "".join(told) + between


def no_labels() -> str:
    """Give the labels of a series that has none."""
    return tag("dLbls", val("delete", 1))


def inner_layout(left: float, top: float, width: float, height: float) -> str:
    """Give where the plot itself stands, in parts of the chart."""
    kept = (("x", left), ("y", top), ("w", width), ("h", height))
    places = (val(name, f"{min(max(value, 0.0), 1.0):.4f}") for name, value in kept)
    modes = val("layoutTarget", "inner") + val("xMode", "edge") + val("yMode", "edge")
    return tag("layout", tag("manualLayout", modes, *places))


def note_title(note: str, setting: Setting) -> str:
    """Give a chart's note as an axis's title: so it goes along when the chart is copied."""
    if not note:
        return ""
    return tag("title", rich_text([note], setting, setting.size - 1, QUIET), val("overlay", 0))


def category_axis(setting: Setting, *, across: bool, crosses: str = "", note: str = "") -> str:
    """Give the axis of categories: down the side, first on top, or across with the chart's note under it."""
    return tag(
        "catAx",
        val("axId", CATEGORY_AXIS),
        tag("scaling", val("orientation", "minMax" if across else "maxMin")),
        val("delete", 0),
        val("axPos", "b" if across else "l"),
        note_title(note, setting),
        tag("numFmt", formatCode="General", sourceLinked=0),
        val("majorTickMark", "none"),
        val("minorTickMark", "none"),
        val("tickLblPos", "low"),
        tag("spPr", line(RULE)),
        text_properties(setting, setting.size),
        val("crossAx", VALUE_AXIS),
        crosses or val("crosses", "autoZero"),
        val("auto", 0),
        val("lblAlgn", "ctr"),
        val("lblOffset", 60),
        val("tickLblSkip", 1),
        val("noMultiLvlLbl", 1),
    )


def value_axis(setting: Setting, highest: float, note: str, *, down: bool = False) -> str:
    """Give the axis of values, which isn't drawn; under it stands the chart's note."""
    return tag(
        "valAx",
        val("axId", VALUE_AXIS),
        tag("scaling", val("orientation", "minMax"), val("max", highest), val("min", 0)),
        val("delete", 0),
        val("axPos", "l" if down else "b"),
        note_title(note, setting),
        tag("numFmt", formatCode="0%", sourceLinked=0),
        val("majorTickMark", "none"),
        val("minorTickMark", "none"),
        val("tickLblPos", "none"),
        tag("spPr", line()),
        val("crossAx", CATEGORY_AXIS),
        val("crosses", "autoZero" if down else "max"),
        val("crossBetween", "between"),
    )


def legend(setting: Setting, height: float, whole: float) -> str:
    """Give the legend on top, as wide as the chart; ``height`` is its own in a chart as high as ``whole``."""
    places = (("x", 0.01), ("y", 0.0), ("w", 0.98), ("h", min(1.0, height / whole)))
    modes = val("xMode", "edge") + val("yMode", "edge")
    layout = tag("layout", tag("manualLayout", modes, *(val(name, f"{place:.4f}") for name, place in places)))
    return tag(
        "legend", val("legendPos", "t"), layout, val("overlay", 0), text_properties(setting, setting.size)
    )


def chart_space(setting: Setting, plot: str, legend_: str = "", title: str = "") -> bytes:
    """Give the whole chart part; ``title`` is a line above it, for one of several that belong together."""
    said = tag("title", rich_text([title], setting, setting.size), val("overlay", 0)) if title else ""
    head = said + val("autoTitleDeleted", int(not title))
    chart = tag("chart", head, plot, legend_, val("plotVisOnly", 1), val("dispBlanksAs", "gap"))
    begin = val("date1904", 0) + val("lang", setting.language) + val("roundedCorners", 0)
    data = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    ground = tag("spPr", tag("a:noFill"), line())
    whole = begin + chart + ground + text_properties(setting, setting.size) + data
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{declared}<c:chartSpace {NAMESPACES}>{whole}</c:chartSpace>".encode()
