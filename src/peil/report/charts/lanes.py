"""Where a map's lanes and labels stand, and the names above the lanes."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from peil.report.charts.frame import Frame
from peil.report.charts.svg import Type, number, plain, text
from peil.report.charts.wrap import wrap_text
from peil.report.fonts import Face, measure

_EDGE = 8.0
_WIDEST = 100.0
_SHARE = 0.47
_NARROW = 22.0
_NARROW_SHARE = 0.4
_NARROWEST = 15.0
_MOST = 0.7
"""The part of the width that many lanes may take together."""
_LONGEST_NAME = 125.0
_LONGEST_UPRIGHT = 180.0
_NUMBERS = 30.0
_SLANT = 42
_UPRIGHT = 90
_ASLANT = 50.0


@dataclass(frozen=True)
class Lanes:
    """Lanes at ``xs``; numbers of questions at ``labels``, their titles at ``titles``.

    ``turned`` is how far the names above the lanes are turned, in degrees.
    """

    names: tuple[tuple[str, ...], ...]
    turned: int
    xs: tuple[float, ...]
    labels: float
    room: float
    frame: Frame
    head_height: float

    @property
    def titles(self) -> float:
        """Where titles begin."""
        return self.labels + _NUMBERS

    @property
    def title_room(self) -> float:
        """How wide a title may be."""
        return self.room - _NUMBERS

    def heads(self, top: float) -> list[str]:
        """Write the names of the lanes, standing on the line where the lanes begin."""
        size, bottom = _size(self.frame), top + self.head_height - 4
        line = self.frame.line - 1
        found = []
        for x, lines in zip(self.xs, self.names, strict=True):
            if self.turned:
                found.append(_turned(x, bottom, lines, size, line, self.turned))
            else:
                y = bottom - (len(lines) - 1) * line
                found.append(text(x, y, lines, Type(size, anchor="middle", bold=True), line))
        return found


def set_lanes(names: Sequence[str], frame: Frame) -> Lanes:
    """Give lanes a place at the left; what is left of the width is for labels.

    Names stand level above their lanes where every word of them fits, else aslant or upright.
    """
    size = _size(frame)
    widest = _pitch(len(names), frame)
    longest = max((measure(word, size, Face.BOLD) for name in names for word in name.split()), default=0.0)
    turned = 0 if longest <= widest - 6 else _UPRIGHT if frame.above else _SLANT
    pitch = min(widest, _ASLANT if turned else max(longest + 8, _ASLANT))
    wrapped = tuple(_wrapped(name, turned, pitch - 6, size) for name in names)
    xs = tuple(_EDGE + pitch * (place + 0.5) for place in range(len(names)))
    labels = _EDGE + pitch * len(names) + 6
    return Lanes(
        wrapped, turned, xs, labels, frame.width - labels - _EDGE, frame, _height(wrapped, turned, frame)
    )


def _wrapped(name: str, turned: int, room: float, size: float) -> tuple[str, ...]:
    """Break a name into lines: as many as it needs when level, two aslant, one upright."""
    if not turned:
        return wrap_text(name, room, size, Face.BOLD)
    longest, most = (_LONGEST_UPRIGHT, 1) if turned == _UPRIGHT else (_LONGEST_NAME, 2)
    lines = wrap_text(name, longest, size, Face.BOLD)
    return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]}…")


def _pitch(lanes: int, frame: Frame) -> float:
    widest, share = (_NARROW, _NARROW_SHARE) if frame.above else (_WIDEST, _SHARE)
    least = min(_NARROWEST, frame.width * _MOST / lanes)
    return max(min(widest, frame.width * share / lanes), least)


def _height(names: Sequence[Sequence[str]], turned: int, frame: Frame) -> float:
    """Give how tall the names stand."""
    line = frame.line - 1
    if not turned:
        return max(map(len, names)) * line + 4
    longest = max(measure(said, _size(frame), Face.BOLD) for lines in names for said in lines)
    return longest * sin(radians(turned)) + max(map(len, names)) * line * cos(radians(turned)) + 8


def _size(frame: Frame) -> float:
    return frame.small - 1.5


def _turned(x: float, y: float, lines: Sequence[str], size: float, line: float, degrees: int) -> str:
    """Lines of text turned about the foot of the last: the middle of them points at the lane."""
    first = size * 0.35 - (len(lines) - 1) * line / 2
    place = f'transform="translate({number(x)} {number(y)}) rotate(-{degrees})"'
    kind = f'class="ink" fill="{Type(size).colour}" font-size="{number(size)}" font-weight="600"'
    spans = (
        f'<tspan x="3" y="{number(first + i * line)}">{plain(said)}</tspan>' for i, said in enumerate(lines)
    )
    return f"<text {place} {kind}>{' '.join(spans)}</text>"
