"""What a condition is said in: one set of phrases a language.

Each phrase stands in two: as it holds, and denied. A phrase completes "wie …" or "those who …". ``{q}`` is
the question (or its row, or its repeat), ``{o}`` options, ``{n}`` a number in words such as "at least 3".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from peil.study.expr.tree import Order


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language."""

    language: str
    everyone: str
    nobody: str
    who: str
    conjunction: str
    disjunction: str
    again: str
    """Says "or" where its terms hold several things: repeats who is meant, so that grouping is plain."""
    either: tuple[str, str]
    """Before the first of things of which one holds, and between the others, where all of a list hold."""
    orders: Mapping[Order, str]
    between: str
    question: str
    question_words: str
    row: str
    own_row: str
    about: str
    answers: tuple[str, str]
    codes: tuple[str, str]
    clauses: Mapping[str, tuple[str, str]]


DUTCH = Phrases(
    language="nl",
    everyone="iedereen",
    nobody="niemand",
    who="wie",
    conjunction="en",
    disjunction="of",
    again="of wie",
    either=("ofwel", "ofwel"),
    orders=MappingProxyType(
        {
            Order.LESS: "minder dan {}",
            Order.AT_MOST: "hoogstens {}",
            Order.EQUAL: "precies {}",
            Order.AT_LEAST: "minstens {}",
            Order.MORE: "meer dan {}",
        }
    ),
    between="{} tot en met {}",
    question="vraag {}",
    question_words="de vraag “{}”",
    row="het onderdeel “{row}” van {q}",
    own_row="het eigen onderdeel {row} van {q}",
    about="{q} over “{option}”",
    answers=("antwoord", "antwoorden"),
    codes=("code", "codes"),
    clauses=MappingProxyType(
        {
            "is": ("bij {q} {o} antwoordde", "bij {q} niet {o} antwoordde (of geen antwoord gaf)"),
            "is_other": (
                "bij {q} iets anders dan {o} antwoordde",
                "bij {q} {o} antwoordde (of geen antwoord gaf)",
            ),
            "has": ("bij {q} {o} aankruiste", "bij {q} {o} niet aankruiste"),
            "class": ("bij {q} in de klasse {o} valt", "bij {q} niet in de klasse {o} valt"),
            "class_other": (
                "bij {q} in een andere klasse dan {o} valt",
                "bij {q} in de klasse {o} valt (of in geen klasse)",
            ),
            "classed": ("bij {q} in een klasse valt", "bij {q} in geen klasse valt"),
            "coded": ("in {q} de code {o} kreeg", "in {q} niet de code {o} kreeg"),
            "coded_other": (
                "in {q} een andere code dan {o} kreeg",
                "in {q} de code {o} kreeg (of geen code)",
            ),
            "coded_any": ("in {q} een code kreeg", "in {q} geen code kreeg"),
            "coded_count": ("in {q} {n} kreeg", "in {q} niet {n} kreeg (of geen code)"),
            "role": ("als {o} antwoordde", "niet als {o} antwoordde"),
            "number": ("bij {q} {n} invulde", "bij {q} niet {n} invulde (of geen antwoord gaf)"),
            "beside": (
                "bij {q} naast {o} {n} invulde",
                "bij {q} naast {o} niet {n} invulde (of geen antwoord gaf)",
            ),
            "rank": (
                "bij {q} {o} een plaats van {n} gaf",
                "bij {q} {o} geen plaats van {n} gaf",
            ),
            "count": ("bij {q} {n} aankruiste", "bij {q} niet {n} aankruiste (of geen antwoord gaf)"),
            "asked": ("{q} kreeg", "{q} niet kreeg"),
            "answered": ("{q} beantwoordde", "{q} niet beantwoordde"),
            "text_beside": ("bij {q} iets invulde naast {o}", "bij {q} niets invulde naast {o}"),
            "ranked": ("bij {q} {o} een plaats gaf", "bij {q} {o} geen plaats gaf"),
            "named": ("{q} invulde", "{q} niet invulde"),
        }
    ),
)

ENGLISH = Phrases(
    language="en",
    everyone="everyone",
    nobody="nobody",
    who="those who",
    conjunction="and",
    disjunction="or",
    again="or who",
    either=("either", "or"),
    orders=MappingProxyType(
        {
            Order.LESS: "less than {}",
            Order.AT_MOST: "at most {}",
            Order.EQUAL: "exactly {}",
            Order.AT_LEAST: "at least {}",
            Order.MORE: "more than {}",
        }
    ),
    between="{} to {}",
    question="question {}",
    question_words="the question “{}”",
    row="the row “{row}” of {q}",
    own_row="own row {row} of {q}",
    about="{q} about “{option}”",
    answers=("answer", "answers"),
    codes=("code", "codes"),
    clauses=MappingProxyType(
        {
            "is": ("answered {o} to {q}", "did not answer {o} to {q} (or gave no answer)"),
            "is_other": (
                "answered something other than {o} to {q}",
                "answered {o} to {q} (or gave no answer)",
            ),
            "has": ("ticked {o} in {q}", "did not tick {o} in {q}"),
            "class": ("fall in the class {o} of {q}", "do not fall in the class {o} of {q}"),
            "class_other": (
                "fall in another class than {o} of {q}",
                "fall in the class {o} of {q} (or in no class)",
            ),
            "classed": ("fall in a class of {q}", "fall in no class of {q}"),
            "coded": ("were given the code {o} in {q}", "were not given the code {o} in {q}"),
            "coded_other": (
                "were given another code than {o} in {q}",
                "were given the code {o} in {q} (or no code)",
            ),
            "coded_any": ("were given a code in {q}", "were given no code in {q}"),
            "coded_count": ("were given {n} in {q}", "were not given {n} in {q} (or no code)"),
            "role": ("answered as {o}", "did not answer as {o}"),
            "number": ("filled in {n} at {q}", "did not fill in {n} at {q} (or gave no answer)"),
            "beside": (
                "filled in {n} beside {o} at {q}",
                "did not fill in {n} beside {o} at {q} (or gave no answer)",
            ),
            "rank": (
                "gave {o} a place of {n} at {q}",
                "did not give {o} a place of {n} at {q}",
            ),
            "count": ("ticked {n} in {q}", "did not tick {n} in {q} (or gave no answer)"),
            "asked": ("were asked {q}", "were not asked {q}"),
            "answered": ("answered {q}", "did not answer {q}"),
            "text_beside": (
                "filled in something beside {o} at {q}",
                "filled in nothing beside {o} at {q}",
            ),
            "ranked": ("gave {o} a place at {q}", "gave {o} no place at {q}"),
            "named": ("filled in {q}", "did not fill in {q}"),
        }
    ),
)

PHRASES: Mapping[str, Phrases] = MappingProxyType({"nl": DUTCH, "en": ENGLISH})
