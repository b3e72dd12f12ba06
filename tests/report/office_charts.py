"""Charts of every kind, and what an office program reads of a native one."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import openpyxl
from sample_document import GROUPS, OPTIONS, REASONS, bars_chart, bars_of, chart, grouped_chart, stacked_chart

from peil.report.chart import Bar, Chart, ChartKind, Series

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MADE = "Synthetische gegevens"


def diverging_chart(**more: str) -> Chart:
    names = ("Veel slechter", "Slechter", "Even goed", "Beter", "Veel beter", "Weet ik niet")
    sides = (-1, -1, 0, 1, 1, 1)
    rows = ((10, 20, 30, 25, 5, 10), (30, 30, 10, 10, 5, 15), (None, None, 20, 40, 20, 10))
    series = tuple(
        Series(name, bars_of(*(row[i] for row in rows)), neutral=name.startswith("Weet"), side=sides[i])
        for i, name in enumerate(names)
    )
    return chart(ChartKind.DIVERGING, GROUPS[:3], series, "Hoe goed AI het doet", **more)


def multiples_chart(**more: str) -> Chart:
    shares = ((64, 41, 23), (70, 39, 14), (56, None, 38))
    series = tuple(Series(name, bars_of(*row)) for name, row in zip(GROUPS[:3], shares, strict=True))
    return chart(ChartKind.MULTIPLES, REASONS[:3], series, "Redenen naar arbeidsrelatie", **more)


def slope_chart(**more: str) -> Chart:
    series = (
        Series("voorjaar 2024", bars_of(18, 28, 24)),
        Series("voorjaar 2026", bars_of(31, None, 14)),
    )
    return chart(ChartKind.SLOPE, OPTIONS[:3], series, "Toen en nu", **more)


def dots_chart(**more: str) -> Chart:
    def with_margins(*shares: int | None) -> tuple[Bar, ...]:
        return tuple(
            Bar(None, "–")
            if share is None
            else Bar(share / 100, f"{share}%", low=(share - 3) / 100, high=(share + 4) / 100)
            for share in shares
        )

    series = (
        Series("Totaal (n = 130)", with_margins(64, 41, 23)),
        Series("Zzp’er (n = 71)", with_margins(70, 39, None)),
    )
    return chart(ChartKind.DOTS, REASONS[:3], series, "Redenen met marges", **more)


LARGE = {
    "employment": {None: {"employer": 28, "employee": 25, "zzp": 71, "other": 12}},
    "usage": {
        None: {"often": 41, "sometimes": 48, "never": 37, "dk": 10, "net:any": 89},
        "employer": {"often": 13, "sometimes": 9, "never": 5, "dk": 1, "net:any": 22},
        "employee": {"often": 7, "sometimes": 9, "never": 8, "dk": 1, "net:any": 16},
        "zzp": {"often": 16, "sometimes": 26, "never": 21, "dk": 8, "net:any": 42},
        "other": {"often": 5, "sometimes": 4, "never": 3, "dk": 0, "net:any": 9},
    },
}
"""Counts of the small study in which no class is too small to be shown."""

KINDS = {
    ChartKind.BARS: bars_chart,
    ChartKind.STACKED: stacked_chart,
    ChartKind.GROUPED: grouped_chart,
    ChartKind.DIVERGING: diverging_chart,
    ChartKind.MULTIPLES: multiples_chart,
    ChartKind.SLOPE: slope_chart,
    ChartKind.DOTS: dots_chart,
}


@dataclass(frozen=True)
class Drawn:
    """A series as the chart part holds it: its name, and for each of its references address and cells."""

    name: str
    cells: dict[str, tuple[str, list[str | None]]]


def drawn_series(xml: bytes) -> Iterator[Drawn]:
    """Read the series of a chart part."""
    for element in ET.fromstring(xml).iter(f"{C}ser"):  # noqa: S314 - our own file
        found = {}
        for part in ("tx", "cat", "val", "xVal", "yVal"):
            holder = element.find(f"{C}{part}")
            address = holder.find(f".//{C}f") if holder is not None else None
            if address is not None:
                found[part] = (address.text, cached(holder))
        literal = element.find(f"{C}tx/{C}v")
        name = literal.text if literal is not None else found["tx"][1][0]
        yield Drawn(name, found)


def cached(holder: ET.Element) -> list[str | None]:
    count = int(holder.find(f".//{C}ptCount").get("val"))
    points = {int(point.get("idx")): point.find(f"{C}v").text for point in holder.iter(f"{C}pt")}
    return [points.get(place) for place in range(count)]


def cells_at(workbook: bytes, address: str) -> list[object]:
    """Read the cells that an address names, whatever their type."""
    book = openpyxl.load_workbook(BytesIO(workbook))
    sheet, _, area = address.partition("!")
    found = book[sheet.strip("'")][area.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for row in rows for cell in row]


def parts_of(package: bytes) -> dict[str, bytes]:
    """Give every part of a package, those of the workbooks in it too."""
    found = {}
    with ZipFile(BytesIO(package)) as parts:
        for name in parts.namelist():
            content = parts.read(name)
            found[name] = content
            if name.endswith(".xlsx"):
                found |= {f"{name}/{inner}": part for inner, part in parts_of(content).items()}
    return found
