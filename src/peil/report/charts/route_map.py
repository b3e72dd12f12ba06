"""A route map: lanes from top to bottom, a station for each question that can be asked there."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from peil.report.charts.frame import WIDE, Frame
from peil.report.charts.lanes import Lanes, set_lanes
from peil.report.charts.map_signs import (
    band,
    begin_sign,
    end_sign,
    exit_sign,
    lane_sign,
    onward_sign,
    station_sign,
)
from peil.report.charts.svg import Type, number, plain, quiet, text
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import FAMILY, Face, measure
from peil.report.route_map import Exit, MapPage, MapSection, RouteMap, Station, Stop

_MOST_LINES = 3
_PAD = 7.0
_BETWEEN_PAGES = 5.0
_BETWEEN_ROWS = 7.0
_TITLE_SIZE = 1.5
_SIGN = 21.0
_BETWEEN_SIGNS = 18.0


def draw_route_map(shown: RouteMap, anchor: str, frame: Frame = WIDE) -> str:
    """Draw a route map as one ``<svg>`` element; the same map gives the same text.

    A filled station is a question that all in the lane are asked, a hollow one a question that some of
    them are; where no station is, nobody in the lane is asked it.

    Args:
        shown: What to draw.
        anchor: Told apart from other pictures on the page: makes the ids of title and description.
        frame: Width and sizes.
    """
    lanes = set_lanes(shown.lanes, frame)
    sheet = _Sheet(shown, frame, lanes)
    sheet.draw()
    ident = plain(f"{anchor}-{frame.name}")
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(frame.width)} ',
            f'{number(sheet.y)}" role="img" aria-labelledby="{ident}-title {ident}-desc" ',
            f'lang="{plain(shown.language)}" font-family="\'{FAMILY}\', sans-serif">',
            f'<title id="{ident}-title">{plain(shown.title)}</title>',
            f'<desc id="{ident}-desc">{plain(shown.description)}</desc>',
            *sheet.under,
            *sheet.lines(),
            *sheet.over,
            "</svg>",
        )
    )


def page_height(page: MapPage, lanes: tuple[str, ...], frame: Frame = WIDE) -> float:
    """Give how tall a page of questions is drawn."""
    room = set_lanes(lanes, frame)
    return sum(_row_height(row, frame, room) + _BETWEEN_ROWS for row in page.rows) + _PAD + _BETWEEN_PAGES


def section_height(section: MapSection, shown: RouteMap, frame: Frame = WIDE) -> float:
    """Give how tall a section is drawn without its pages: its title, for whom it is, and the room around."""
    titles, who = _head_lines(section, shown, frame, set_lanes(shown.lanes, frame))
    return _head_height(titles, who, frame) + _BETWEEN_PAGES


def sheet_height(shown: RouteMap, frame: Frame = WIDE) -> float:
    """Give how tall a map is drawn without its sections: legend, names of lanes, and their ends."""
    sheet = _Sheet(replace(shown, sections=()), frame, set_lanes(shown.lanes, frame))
    sheet.draw()
    return sheet.y + frame.line


@dataclass
class _Sheet:
    """The drawing as it grows downwards: what lies under the lanes, and what lies over them."""

    shown: RouteMap
    frame: Frame
    lanes: Lanes
    y: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    under: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)

    def draw(self) -> None:
        """Draw legend, heads, sections and the ends of the lanes."""
        self._legend()
        self.over += self.lanes.heads(self.y)
        self.y += self.lanes.head_height + 6
        self.top = self.y
        if self.shown.first:
            self.over += [begin_sign(x, self.y) for x in self.lanes.xs]
        self.y += 12
        for section in self.shown.sections:
            self._section(section)
        self.bottom = self.y + 10
        if self.shown.last:
            self.over += [end_sign(x, self.bottom) for x in self.lanes.xs]
            size = self.frame.small
            words = self.shown.words.end
            self.over.append(text(self.lanes.labels, self.bottom + size * 0.35, [words], quiet(size)))
        else:
            self.over += [onward_sign(x, self.bottom) for x in self.lanes.xs]
        self.y = self.bottom + 12

    def lines(self) -> Iterator[str]:
        """Draw the lanes themselves."""
        for x in self.lanes.xs:
            yield lane_sign(x, self.top, self.bottom)

    def _legend(self) -> None:
        words, size = self.shown.words, self.frame.small - 1
        exits = any(isinstance(row, Exit) for row in self.shown.rows)
        passed = any(isinstance(row, Station) and Stop.NEVER in row.stops for row in self.shown.rows)
        signs = [
            (words.always, station_sign(7, 0, Stop.ALWAYS)),
            (words.sometimes, station_sign(7, 0, Stop.SOMETIMES)),
            *([(words.never, lane_sign(7, -8, 8))] if passed else []),
            *([(words.exit, exit_sign(2, -6))] if exits else []),
            (words.page, band(0, -7, 14, 14)),
        ]
        line = self.frame.line + 5
        x, y = 0.0, line / 2
        for said, sign in signs:
            lines = wrap_text(said, self.frame.width - _SIGN, size)
            width = _SIGN + max(measure(part, size) for part in lines)
            if x and x + width > self.frame.width:
                x, y = 0.0, y + line
            self.over.append(f'<g transform="translate({number(x)} {number(y)})">{sign}</g>')
            self.over.append(text(x + _SIGN, y + size * 0.345, lines, quiet(size), self.frame.line))
            y += (len(lines) - 1) * self.frame.line
            x += width + _BETWEEN_SIGNS
        self.y = y + line / 2 + 6

    def _section(self, section: MapSection) -> None:
        frame, first = self.frame, self.y + self.frame.line + 3
        titles, who = _head_lines(section, self.shown, frame, self.lanes)
        kind = Type(frame.size, bold=True)
        self.over.append(text(self.lanes.labels, first, titles, kind, frame.line))
        if who:
            below = first + len(titles) * frame.line
            self.over.append(text(self.lanes.labels, below, who, quiet(_who_size(frame)), frame.line - 2))
        self.y += _head_height(titles, who, frame)
        for page in section.pages:
            self._page(page)
        self.y += _BETWEEN_PAGES

    def _page(self, page: MapPage) -> None:
        start = self.y
        self.y += _PAD
        for row in page.rows:
            self._row(row)
        self.under.append(band(0, start, self.frame.width, self.y - start))
        self.y += _BETWEEN_PAGES

    def _row(self, row: Station | Exit) -> None:
        middle = self.y + self.frame.line / 2
        if isinstance(row, Exit):
            self.over += [
                exit_sign(x, self.y) for x, there in zip(self.lanes.xs, row.lanes, strict=True) if there
            ]
        else:
            self.over += [
                station_sign(x, middle, stop, small=row.notice)
                for x, stop in zip(self.lanes.xs, row.stops, strict=True)
            ]
        self._label(row)
        self.y += _row_height(row, self.frame, self.lanes) + _BETWEEN_ROWS

    def _label(self, row: Station | Exit) -> None:
        frame, y = self.frame, self.y + self.frame.size * 0.95
        titles, who = _label_lines(row, frame, self.lanes)
        if isinstance(row, Station) and row.number:
            self.over.append(text(self.lanes.labels, y, [row.number], Type(frame.small, bold=True)))
        plain_title = Type(frame.small, bold=isinstance(row, Exit))
        self.over.append(text(self.lanes.titles, y, titles, plain_title, frame.line))
        if who:
            below = y + len(titles) * frame.line
            self.over.append(text(self.lanes.titles, below, who, quiet(_who_size(frame)), frame.line - 2))


def _who_size(frame: Frame) -> float:
    return frame.small - 1.5


def _head_lines(
    section: MapSection, shown: RouteMap, frame: Frame, lanes: Lanes
) -> tuple[list[str], list[str]]:
    """Break a section's title and for whom it is into lines; the title is never cut off."""
    title = f"{section.title} {shown.words.continued}" if section.continued else section.title
    titles = list(wrap_text(title, lanes.room, frame.size, Face.BOLD))
    who = _clipped(wrap_text(section.who, lanes.room, _who_size(frame))) if section.who else []
    return titles, who


def _head_height(titles: list[str], who: list[str], frame: Frame) -> float:
    return frame.line * (_TITLE_SIZE + len(titles) - 1) + len(who) * (frame.line - 2) + _PAD


def _label_lines(row: Station | Exit, frame: Frame, lanes: Lanes) -> tuple[list[str], list[str]]:
    """Break a row's title and who is asked into lines, no more than a map can bear."""
    titles = _clipped(wrap_text(row.title, lanes.title_room, frame.small, Face.BOLD))
    who = _clipped(wrap_text(row.who, lanes.title_room, _who_size(frame))) if row.who else []
    return titles, who


def _clipped(lines: tuple[str, ...]) -> list[str]:
    if len(lines) <= _MOST_LINES:
        return list(lines)
    return [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1].rstrip(" .,;:") + " …"]


def _row_height(row: Station | Exit, frame: Frame, lanes: Lanes) -> float:
    titles, who = _label_lines(row, frame, lanes)
    return len(titles) * frame.line + len(who) * (frame.line - 2)
