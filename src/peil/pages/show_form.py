"""Kept values as they stand in a page's form: the inverse of reading it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from peil.interview.answers import Value
from peil.interview.check_value import is_date
from peil.pages.page_fields import PageField, page_fields
from peil.pages.read_date import date_parts
from peil.pages.read_form import TICKED
from peil.pages.read_number import show_number
from peil.study.codebook import ValueKind
from peil.study.study import Study


def form_texts(study: Study, page_id: str, values: Mapping[str, Value], language: str) -> dict[str, str]:
    """Give field name to text for the values of a page; those of other pages are passed over.

    Reading the texts gives the values again. A contact detail is never shown: its mark gives no text.
    """
    if not values:
        return {}
    known = page_fields(study, page_id)
    found: dict[str, str] = {}
    for name, one in known.items():
        if name in values and not one.variable.private:
            found.update(_texts(one, values[name], language))
    return found


def _texts(one: PageField, value: Value, language: str) -> Iterator[tuple[str, str]]:
    name = one.variable.name
    match one.variable.value:
        case ValueKind.TICK:
            if value is True:
                yield name, TICKED
        case ValueKind.DATE:
            if isinstance(value, str) and is_date(value):
                yield from zip(one.names, date_parts(value), strict=True)
        case ValueKind.NUMBER:
            if isinstance(value, Decimal | int) and not isinstance(value, bool):
                yield name, show_number(value, language)
        case _:
            yield name, str(value)
