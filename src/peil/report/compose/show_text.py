"""Texts as a shown questionnaire prints them: blanks drawn, fills as what they are filled with."""

from decimal import Decimal

from peil.core.percent import spell_number
from peil.report.compose.show_view import View
from peil.study.question import Question
from peil.study.text import Fill, NumberBlank, OpenBlank, Text

BLANK = "____"


def printed_text(view: View, text: Text, question: Question) -> str:
    """Give a text of a question with its blanks drawn and its fills named."""
    return "".join(_part(view, part, question) for part in text.parts).strip()


def blank_words(view: View, blank: NumberBlank) -> str:
    """Give a blank for a number with its bounds and decimals: ``____ (0 t/m 500, 1 decimaal)``."""
    low, high = (_digits(view, bound) for bound in (blank.low, blank.high))
    name = "blank_between" if low and high else "blank_from" if low else "blank_to" if high else "blank_any"
    said = [view.say(name, low=low, high=high)]
    if blank.decimals:
        said.append(view.say("decimal" if blank.decimals == 1 else "decimals", count=blank.decimals))
    return f"{BLANK} ({', '.join(said)})"


def _digits(view: View, bound: Decimal | None) -> str:
    return "" if bound is None else spell_number(bound, view.language)


def _part(view: View, part: str | Fill | OpenBlank | NumberBlank, question: Question) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Fill):
        return _fill(view, part, question)
    return blank_words(view, part) if isinstance(part, NumberBlank) else BLANK


def _fill(view: View, fill: Fill, question: Question) -> str:
    about = _about(view, fill.name)
    if question.repeat and question.repeat.question == fill.name:
        return view.say("fill_repeat", about=about)
    item = view.study.codebook.items.get(fill.name)
    if item is not None and item.derived:
        return view.say("fill_derived", about=view.labels.row(item))
    if fill.fallback:
        return view.say("fill_else", about=about, fallback=fill.fallback)
    return view.say("fill", about=about)


def _about(view: View, name: str) -> str:
    """Name what a fill takes its words from: a question, a row of one, what stands beside an option."""
    book = view.study.codebook
    variable = book.variables.get(name)
    item = book.items.get(name) or (book.items[variable.item] if variable else None)
    question = view.study.questionnaire.by_id.get(item.question if item else name)
    if question is None:
        return name
    number, part = view.labels.number(question.id), ""
    if item is not None and item.row_wording is not None:
        part = item.row_wording.label(view.language)
    elif item is not None and variable is not None and variable.option is not None:
        part = view.labels.option(item, variable.option)
    return view.say("about_part", number=number, part=part) if part else view.say("about", number=number)
