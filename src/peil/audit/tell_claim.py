"""A claim in words of a language: where it was printed, what it is about, what was printed."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from peil.audit.claim import (
    BaseIs,
    Claim,
    Compares,
    CountIs,
    Filter,
    ListBelow,
    MeanShareIs,
    MostChosen,
    MostlyWithin,
    OnlyClasses,
    RankIs,
    Selection,
    ShareIs,
    TicksAtMost,
    TopClass,
)
from peil.audit.claim_words import claim_words
from peil.audit.said import Named
from peil.audit.tell_said import enumerate_words
from peil.audit.told_finding import ToldClaim
from peil.core.percent import spell_number
from peil.study.other_study import OtherStudy, PrintedFigure
from peil.study.short_title import short_title
from peil.study.study import Study
from peil.study.told import in_language

PLACES = {
    "nl": {
        "figure": "figuur", "table": "tabel", "chart": "grafiek", "text": "tekst", "page": "pagina",
        "comparison table": "vergelijkingstabel", "comparison": "vergelijking", "column": "kolom",
        "row": "rij", "web page": "webpagina", "annex": "bijlage", "note": "noot",
    }
}  # fmt: skip
"""Usual words for places in English, and what they are in another language."""

WORDS = {
    "en": {
        "base": "base", "count": "number of people", "mode": "most chosen", "rank": "rank", "of": "of {n}",
        "more": "more than", "less": "less than", "at_least": "at least", "at_most": "at most",
        "same": "as much as", "complete": "came to the end", "incomplete": "didn't come to the end",
        "elsewhere": "another study, {study}", "highest": "highest class", "only": "only classes",
        "mean": "mean of {n} items", "ticks": "most answers ticked", "below": "below {percent}",
        "within": "most of {n} items", "compared": "compared", "everyone": "everyone",
    },
    "nl": {
        "base": "basis", "count": "aantal mensen", "mode": "meest gekozen", "rank": "rang", "of": "van {n}",
        "more": "meer dan", "less": "minder dan", "at_least": "ten minste", "at_most": "ten hoogste",
        "same": "evenveel als", "complete": "tot het einde gekomen",
        "incomplete": "niet tot het einde gekomen",
        "elsewhere": "ander onderzoek, {study}", "highest": "hoogste klasse", "only": "enige klassen",
        "mean": "gemiddelde van {n} onderdelen", "ticks": "meeste antwoorden aangekruist",
        "below": "onder {percent}", "within": "de meeste van {n} onderdelen", "compared": "vergeleken",
        "everyone": "iedereen",
    },
}  # fmt: skip


class Teller:
    """Tells claims about a study in one language."""

    def __init__(self, study: Study, language: str) -> None:
        self.study = study
        self.language = language
        self.figures = {
            figure.claim: (other, figure) for other in study.others.values() for figure in other.figures
        }
        """Figures of other studies by claim; those without a claim are never looked up."""

    def word(self, key: str, **values: object) -> str:
        """Give one of the words above."""
        return WORDS.get(self.language, WORDS["en"])[key].format(**values)

    def claim(self, claim: Claim) -> ToldClaim:
        """Tell a claim."""
        return ToldClaim(claim.id, self.where(claim), self.about(claim), self.printed(claim))

    def where(self, claim: Claim) -> str:
        """Give section and place, usual words for places in the language: ``2.3, figuur 5``."""
        known = PLACES.get(self.language, {})
        said = ", ".join(filter(None, (claim.section, claim.place)))
        for word in sorted(known, key=len, reverse=True):
            said = re.sub(rf"\b{word}\b", known[word], said, flags=re.IGNORECASE)
        return said

    def named(self, named: Named) -> str:
        """Give the title of an item, and its options' labels; what is no item of the study as it stands."""
        title = short_title(self.study, named.item, self.language).rstrip(" .?:")
        item = self.study.codebook.items.get(named.item)
        if item is None:
            return str(named) if named.options else title
        labels = {one.id: one.wording.label(self.language) or one.id for one in item.options}
        options = " + ".join(labels.get(option, option) for option in named.options)
        if named.alone:
            return options
        return f"{title}: {options}" if options else title

    def printed(self, claim: Claim) -> str:
        """Give what was printed, with its base."""
        value = self.value(claim)
        return f"{value} ({self.word('of', n=claim.firm_base)})" if claim.firm_base else value

    def value(self, claim: Claim) -> str:
        """Give what was printed: a number, labels or a relation."""
        match claim.check:
            case ShareIs() | MeanShareIs():
                said = self.percent(claim.check.percent)
            case MostChosen(selection=selection):
                said = self.labels(selection.item, selection.options)
            case TopClass(by=by, classes=classes) | OnlyClasses(by=by, classes=classes):
                said = self.labels(by, classes)
            case Compares():
                right = claim.check.right
                against = f" {self.percent(right)}" if isinstance(right, Decimal) else ""
                said = self.word(claim.check.relation.value) + against
            case ListBelow():
                said = "; ".join(
                    f"{self.named(Named(item))}, {self.labels(by, (name,))}"
                    for item, by, name in sorted(claim.check.listed)
                )
            case None:
                free = claim.free
                percent = free is not None and free.value is not None and claim.printed.endswith("%")
                said = spell_printed(claim.printed, self.language) if percent else claim.printed
            case _:
                said = claim_words(claim.check)
        return said

    def percent(self, value: Decimal) -> str:
        """Give a percentage."""
        return f"{spell_number(value, self.language)}%"

    def labels(self, item: str, options: Iterable[str]) -> str:
        """Give options' labels as a list."""
        known = {
            one.id: one.wording.label(self.language) or one.id
            for one in self.study.codebook.items[item].options
        }
        return enumerate_words([known.get(option, option) for option in options], self.language)

    def about(self, claim: Claim) -> str:
        """Say what a claim is about: item, options, group; of another study as its file or the claim says."""
        if claim.check is not None:
            return "; ".join(self.parts(claim.check))
        free, known = claim.free, self.figures.get(claim.id)
        words: tuple[str, ...] = (free.question, " + ".join(free.options), free.group) if free else ()
        name = claim.study
        if known:
            other, figure = known
            name, words = in_language(other.name, self.language), self.elsewhere(other, figure)
        study = self.word("elsewhere", study=name) if name else ""
        return "; ".join(filter(None, (study, *words)))

    def elsewhere(self, other: OtherStudy, figure: PrintedFigure) -> tuple[str, ...]:
        """Give question, option and group of another study's figure, as its file in compare/ names them."""
        question = other.questions[figure.question]
        option = question.options.get(figure.option, {})
        told = (question.title, option, other.groups.get(figure.group, {}))
        return tuple(in_language(one, self.language) for one in told if one)

    def parts(self, check: object) -> Iterator[str]:  # noqa: C901, PLR0912 - one case a statistic
        """Give the parts of what a check is about."""
        match check:
            case ShareIs(selection=selection):
                yield from self.selection(selection)
            case RankIs(selection=selection):
                yield self.word("rank")
                yield from self.selection(selection)
            case MostChosen(selection=selection):
                yield self.word("mode")
                yield from self.selection(selection, options=False)
            case BaseIs(selection=selection):
                yield self.word("base")
                yield from self.selection(selection, options=False)
            case CountIs(filters=filters):
                yield self.word("count")
                yield from self.filters(filters) if filters else (self.word("everyone"),)
            case Compares(left=left, right=right):
                yield from self.selection(left)
                if isinstance(right, Selection):
                    yield f"{self.word('compared')}: {', '.join(self.selection(right))}"
            case TicksAtMost(item=item):
                yield self.word("ticks")
                yield self.named(Named(item))
            case TopClass(selection=selection, by=by):
                yield f"{self.word('highest')}: {self.named(Named(by))}"
                yield from self.selection(selection)
            case OnlyClasses(selection=selection, by=by, above=above):
                yield f"{self.word('only')}: {self.named(Named(by))} > {self.percent(above)}"
                yield from self.selection(selection)
            case MeanShareIs(selections=selections):
                yield self.word("mean", n=len(selections))
                yield from self.selection(selections[0])
            case ListBelow(selections=selections, below=below):
                yield self.word("below", percent=self.percent(below))
                yield self.labels(selections[0].item, selections[0].options)
            case MostlyWithin(selections=selections):
                yield self.word("within", n=len(selections))
                yield self.labels(selections[0].item, selections[0].options)

    def selection(self, selection: Selection, *, options: bool = True) -> Iterator[str]:
        """Give an item with options, then its filters."""
        yield self.named(Named(selection.item, selection.options if options else ()))
        yield from self.filters(selection.filters)

    def filters(self, filters: Iterable[Filter]) -> Iterator[str]:
        """Give filters, each by its classes' labels."""
        for one in filters:
            if one.name == "complete":
                yield self.word("complete" if one.values == ("yes",) else "incomplete")
            elif one.name in self.study.codebook.items:
                yield self.labels(one.name, one.values)
            else:
                yield enumerate_words([f"“{value}”" for value in one.values], self.language)


def spell_printed(printed: str, language: str) -> str:
    """Give a printed percentage with the language's decimal mark."""
    return f"{spell_number(Decimal(printed.removesuffix('%')), language)}%"
