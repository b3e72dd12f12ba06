"""Draw a synthetic respondent's answers to one visible question, within what the page allows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from peil.interview.answers import Value
from peil.interview.check_item import fewest
from peil.interview.interview import VisibleStep
from peil.study.codebook import Codebook, Item, ValueKind
from peil.study.question import Kind, Option
from peil.study.text import NumberBlank

Weights = Mapping[str, float]

EVEN_TICK = 0.3
"""Chance of a tick where the plan gives none."""

EVEN_ALONE = 0.05
"""Chance of a tick of an option that stands alone (none of these, don't know), where the plan gives none."""

OPTIONAL = 0.5
"""Chance that an optional question is answered."""

NAMED = 0.1
"""Chance that an open row is named."""

WIDE = 100
"""How far a number goes beyond a bound when its other bound is open."""

WORDS = "voorbeeld", "proef", "test", "antwoord", "tekst", "woorden"
"""Synthetic open text is made of these, so that nobody takes it for someone's own words."""


@dataclass(frozen=True)
class Drawing:
    """What is drawn from: the codebook, the plan's option weights by item key, and the generator."""

    codebook: Codebook
    probabilities: Mapping[str, Weights]
    random: Random

    def draw(self, shown: VisibleStep) -> dict[str, Value]:
        """Draw values for all of a visible question's items."""
        if shown.question.kind is Kind.NOTICE:
            return {}
        if shown.question.optional and self.random.random() >= OPTIONAL:
            return {}
        values: dict[str, Value] = {}
        for item in shown.items:
            row = shown.question.row(item.row) if item.row else None
            if row is not None and row.open:
                if self.random.random() >= NAMED:
                    continue
                values[f"{item.key}.text"] = self._text()
            values.update(self._item(item, shown))
        return values

    def weights(self, item: Item) -> Weights:
        """Give the plan's weights of an item's options: its own, else its question's."""
        return self.probabilities.get(item.key) or self.probabilities.get(item.question) or {}

    def _item(self, item: Item, shown: VisibleStep) -> Iterator[tuple[str, Value]]:
        match item.kind:
            case Kind.SINGLE | Kind.SCALE:
                yield from self._choice(item, shown)
            case Kind.MULTI:
                for option in self._ticks(item, shown):
                    yield f"{item.key}.{option}", True
                    yield from self._beside(item, option)
            case Kind.RANKING:
                yield from self._ranks(item, shown)
            case Kind.NUMBER:
                yield item.key, self._number(shown.question.blank)
            case Kind.DATE:
                yield item.key, f"2026-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
            case Kind.CONTACT:
                for row in shown.rows:
                    yield (
                        f"{item.key}.{row.id}",
                        f"{row.id}@example.org" if row.id == "email" else self._text(),
                    )
            case _:
                yield item.key, self._text()

    def _choice(self, item: Item, shown: VisibleStep) -> Iterator[tuple[str, Value]]:
        chosen = self._pick(item, shown.options)
        is_step = item.kind is Kind.SCALE and chosen not in item.missing_ids
        yield item.key, int(chosen) if is_step else chosen
        yield from self._beside(item, chosen)

    def _pick(self, item: Item, options: Sequence[Option]) -> str:
        weights = self.weights(item)
        drawn = [weights.get(option.id, 0.0 if weights else 1.0) for option in options]
        even = [1.0] * len(options)
        ids = [option.id for option in options]
        return self.random.choices(ids, drawn if sum(drawn) > 0 else even)[0]

    def _ticks(self, item: Item, shown: VisibleStep) -> list[str]:
        """Tick each option with its own chance, an option that stands alone first."""
        weights = self.weights(item)
        scale = max(1.0, *weights.values()) if weights else 1.0
        alone = item.exclusive_ids | item.missing_ids
        together = [option.id for option in shown.options if option.id not in alone]
        for option in shown.options:
            chance = weights.get(option.id, 0.0 if weights else EVEN_ALONE) / scale
            if option.id in alone and self.random.random() < chance:
                return [option.id]
        if not together:
            return [self._pick(item, shown.options)]
        chances = {name: weights.get(name, 0.0 if weights else EVEN_TICK) / scale for name in together}
        ticked = [name for name in together if self.random.random() < chances[name]]
        return self._within(item, shown, ticked, together)

    def _within(self, item: Item, shown: VisibleStep, ticked: list[str], together: list[str]) -> list[str]:
        """Drop ticks above the most allowed, and add to the fewest allowed."""
        at_most = shown.question.at_most
        if at_most is not None and len(ticked) > at_most:
            ticked = self.random.sample(ticked, at_most)
        weights = self.weights(item)
        while len(ticked) < fewest(item, shown):
            left = [name for name in together if name not in ticked]
            likely = [weights.get(name, 0.0) for name in left]
            ticked.append(self.random.choices(left, likely if sum(likely) > 0 else None)[0])
        return [name for name in together if name in ticked]

    def _ranks(self, item: Item, shown: VisibleStep) -> Iterator[tuple[str, Value]]:
        left = list(shown.options)
        at_most = shown.question.at_most
        for rank in range(1, (at_most if at_most is not None else len(left)) + 1):
            if left:
                chosen = self._pick(item, left)
                left = [option for option in left if option.id != chosen]
                yield f"{item.key}.{chosen}", rank

    def _beside(self, item: Item, option: str) -> Iterator[tuple[str, Value]]:
        for word, kind in (("text", ValueKind.TEXT), ("number", ValueKind.NUMBER)):
            variable = self.codebook.variables.get(f"{item.key}.{option}.{word}")
            if variable is not None and variable.follows == option:
                yield variable.name, self._text() if kind is ValueKind.TEXT else self._number(variable.blank)

    def _number(self, blank: object) -> Value:
        if not isinstance(blank, NumberBlank):
            return self.random.randint(0, WIDE)
        places = Decimal(1).scaleb(-blank.decimals)
        low = blank.low if blank.low is not None else min(Decimal(0), (blank.high or Decimal(0)) - WIDE)
        high = blank.high if blank.high is not None else low + WIDE
        steps = int((high - low) / places)
        return low + places * self.random.randint(0, steps)

    def _text(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 4)))
