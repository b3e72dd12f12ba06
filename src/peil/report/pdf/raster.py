"""A drawing as pixels, for files that hold no SVG."""

import json

import typst

from peil.report.pdf.write import drawable, typeface

_SOURCE = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: auto, margin: 0pt)
#set text(font: "Fira Sans")
#image(bytes(json(bytes(sys.inputs.drawing))), format: "svg", width: 100%)
"""


def to_png(drawing: str, width: float, ppi: float = 200.0) -> bytes:
    """Give an SVG as PNG, set in the report's typeface.

    Args:
        drawing: The SVG.
        width: Its width in pt.
        ppi: Pixels to the inch.
    """
    inputs = {"drawing": json.dumps(drawable(drawing), ensure_ascii=False), "width": str(width)}
    made: bytes = typst.compile(_SOURCE, sys_inputs=inputs, font_paths=typeface(), format="png", ppi=ppi)
    return made
