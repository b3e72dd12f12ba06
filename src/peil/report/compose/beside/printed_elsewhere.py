"""Figures of another study in words: as they were printed there, and where."""

import datetime as dt
from decimal import Decimal

from peil.core.percent import round_half_up, spell_number
from peil.report.compose.beside.comparison_words import say_beside
from peil.report.compose.phrases import say_date, spell_count
from peil.study.other_study import OtherKind, OtherStudy, PrintedFigure, Publication
from peil.study.told import in_language


def print_figure(other: OtherStudy, figure: PrintedFigure, language: str) -> str:
    """Give a figure as it was printed: ``29,3%``, ``713``, or words."""
    if figure.value is None:
        return in_language(figure.words, language)
    if other.questions[figure.question].kind is OtherKind.COUNT:
        return spell_count(int(figure.value), language)
    return print_percentage(figure.value, figure.decimals, language)


def print_percentage(value: Decimal, decimals: int, language: str) -> str:
    """Give a percentage with the decimals that it was rounded to."""
    return f"{spell_number(round_half_up(value, decimals), language)}%"


def name_group(other: OtherStudy, group: str, language: str) -> str:
    """Give the name of a group, or the word for everyone."""
    return in_language(other.groups[group], language) if group else say_beside(language, "everyone")


def name_options(other: OtherStudy, question: str, options: tuple[str, ...], language: str) -> str:
    """Give the names of options that stand together."""
    known = other.questions[question].options
    return " + ".join(in_language(known[one], language) for one in options if one)


def name_figure(other: OtherStudy, figure: PrintedFigure, options: tuple[str, ...], language: str) -> str:
    """Say what a figure is, how it was printed and where: what shows when one points at it."""
    question = other.questions[figure.question]
    parts = (
        f"{in_language(other.name, language)}: {in_language(question.title, language)}",
        name_options(other, figure.question, options, language),
        name_group(other, figure.group, language) if figure.group else "",
        print_figure(other, figure, language),
        cite_figure(other, figure, language),
    )
    return "; ".join(part for part in parts if part)


def cite_figure(other: OtherStudy, figure: PrintedFigure, language: str) -> str:
    """Say where a figure was printed: source, place and day."""
    source = other.publications[figure.source]
    date = figure.date or source.date
    told = (in_language(source.citation, language), figure.place, day_of(date, language))
    return ", ".join(part for part in told if part)


def day_of(date: dt.date | None, language: str) -> str:
    """Say of when a publication is, and where that isn't known, that."""
    return say_date(date, language) if date else say_beside(language, "no_date")


def cite_publication(source: Publication, language: str) -> str:
    """Say what a publication is: citation, day and address."""
    told = (
        in_language(source.citation, language),
        day_of(source.date, language),
        source.url,
    )
    return ", ".join(part for part in told if part)
