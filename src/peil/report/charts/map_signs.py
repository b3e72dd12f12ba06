"""The signs of a route map. A page can recolour them by their classes."""

from peil.report.charts.palette import PAPER, PRIMARY
from peil.report.charts.svg import number
from peil.report.route_map import Stop

WASH = "#f0f4f7"
_RADIUS = 6.5
_SMALL = 3.8


def lane_sign(x: float, top: float, bottom: float) -> str:
    """A stretch of a lane."""
    place = f'x1="{number(x)}" y1="{number(top)}" x2="{number(x)}" y2="{number(bottom)}"'
    return f'<line class="lane" {place} stroke="{PRIMARY.fill}" stroke-width="2.4"/>'


def station_sign(x: float, y: float, stop: Stop, *, small: bool = False) -> str:
    """A question: filled where all are asked it, hollow where some are, nothing where nobody is."""
    if stop is Stop.NEVER:
        return ""
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(_SMALL if small else _RADIUS)}"'
    if stop is Stop.ALWAYS:
        return f'<circle class="fill-{PRIMARY.name}" {place} fill="{PRIMARY.fill}"/>'
    line = f'stroke="{PRIMARY.fill}" stroke-width="1.8" stroke-dasharray="3 1.6"'
    return f'<circle class="hollow lane" {place} fill="{PAPER}" {line}/>'


def exit_sign(x: float, y: float) -> str:
    """A way off the lane, to the right, to a closed end."""
    path = f"M{number(x)} {number(y - 5)}q0 11 11 11h3"
    stop = f"M{number(x + 14)} {number(y + 0.5)}v11"
    line = f'fill="none" stroke="{PRIMARY.fill}"'
    return (
        f'<path class="lane" d="{path}" {line} stroke-width="2"/>'
        f'<path class="lane" d="{stop}" {line} stroke-width="3.4"/>'
    )


def begin_sign(x: float, y: float) -> str:
    """Where a lane begins."""
    return (
        f'<path class="lane" d="M{number(x - 6)} {number(y)}h12" stroke="{PRIMARY.fill}" stroke-width="3"/>'
    )


def end_sign(x: float, y: float) -> str:
    """Where a lane ends."""
    return (
        f'<path class="lane" d="M{number(x - 7)} {number(y)}h14" stroke="{PRIMARY.fill}" stroke-width="4"/>'
    )


def onward_sign(x: float, y: float) -> str:
    """A lane that goes on elsewhere."""
    points = f"M{number(x - 5)} {number(y - 3)}h10l-5 7z"
    return f'<path class="fill-{PRIMARY.name}" d="{points}" fill="{PRIMARY.fill}"/>'


def band(x: float, y: float, width: float, height: float) -> str:
    """The ground under what stands on one page."""
    box = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect class="wash" {box} rx="3" fill="{WASH}"/>'
