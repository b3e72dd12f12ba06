"""How cells of the workbook look."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from xlsxwriter.workbook import Workbook

from peil.report.xlsx.block import Kind

if TYPE_CHECKING:
    from xlsxwriter.format import Format

NUMBERS: Mapping[Kind, str] = {
    Kind.BASE: "#,##0",
    Kind.SHARE: "0%",
    Kind.NET: "0%",
    Kind.COUNT: "#,##0",
    Kind.MEAN: "0.00",
    Kind.P: "0.000",
    Kind.TEXT: "@",
    Kind.HEAD: "@",
}
SHADE = "#F2F2F2"


class Looks:
    """The formats of one workbook.

    Args:
        book: The workbook.
    """

    def __init__(self, book: Workbook) -> None:
        wrapped = {"text_wrap": True, "valign": "top"}
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.heading = book.add_format({"bold": True, "font_size": 12, **wrapped})
        self.plain = book.add_format(wrapped)
        self.warning = book.add_format({"bold": True, "font_color": "#9C0006"})
        self.link = book.add_format({"underline": 1, "font_color": "#0B5394", "valign": "top"})
        self.group = book.add_format({"bold": True, "align": "center_across", "bottom": 1, "bg_color": SHADE})
        self.corner = book.add_format({"bg_color": SHADE, "bottom": 2})
        self.head = book.add_format(
            {
                "bold": True,
                "align": "center",
                "valign": "bottom",
                "text_wrap": True,
                "bottom": 2,
                "bg_color": SHADE,
            }
        )
        self.small = book.add_format({"italic": True, "font_color": "#404040"})
        self.labels = {kind: book.add_format(self._label(kind)) for kind in Kind}
        self.cells: Mapping[tuple[Kind, bool], Format] = {
            (kind, indicative): book.add_format(self._cell(kind, indicative=indicative))
            for kind in Kind
            for indicative in (False, True)
        }

    @staticmethod
    def _label(kind: Kind) -> dict[str, object]:
        own: dict[str, object] = {"text_wrap": True, "valign": "top", "indent": 1}
        match kind:
            case Kind.BASE | Kind.HEAD:
                own |= {"bold": True, "indent": 0}
            case Kind.NET:
                own |= {"italic": True}
            case Kind.P | Kind.TEXT:
                own |= {"font_color": "#404040", "indent": 2}
            case _:
                pass
        return own

    @staticmethod
    def _cell(kind: Kind, *, indicative: bool) -> dict[str, object]:
        number = NUMBERS[kind]
        marked = indicative and kind not in {Kind.TEXT, Kind.HEAD, Kind.P}
        own: dict[str, object] = {"align": "right", "valign": "top"}
        own["num_format"] = f'{number}"*"' if marked else number
        if kind is Kind.BASE:
            own |= {"bold": True}
        if kind is Kind.NET:
            own |= {"italic": True}
        return own
