"""The XML of a chart part, as text."""

from xml.sax.saxutils import escape, quoteattr

from peil.report.sound import sound

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def tag(name: str, /, *inside: str, **values: object) -> str:
    """Give an element of the chart (or of ``a:`` or ``r:`` where the name says so) with what is inside it."""
    full = name if ":" in name else f"c:{name}"
    said = "".join(f" {key}={quoteattr(sound(str(value)))}" for key, value in values.items())
    content = "".join(inside)
    return f"<{full}{said}>{content}</{full}>" if content else f"<{full}{said}/>"


def val(name: str, value: object, /) -> str:
    """Give an element that holds one value."""
    return tag(name, val=value)


def words(text: str) -> str:
    """Give text as an element's content."""
    return escape(sound(text))
