"""One item's answers as clauses: what may be answered, and together with what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from peil.study.codebook import Codebook, Item, ValueKind, Variable
from peil.study.proof.answers import Answers
from peil.study.proof.cuts import Cuts, number_classes
from peil.study.proof.formula import FALSE, TRUE, Formula
from peil.study.question import Kind, Question
from peil.study.text import NumberBlank


@dataclass(frozen=True)
class Shown:
    """An item as it is shown: whether it is asked, and which options are visible when it is."""

    item: Item
    question: Question
    asked: int
    visible: Mapping[str, int]


class ItemEncoder:
    """Writes items into a formula; the limits are those that an interview checks before it keeps a page."""

    def __init__(self, formula: Formula, answers: Answers, codebook: Codebook, cuts: Cuts) -> None:
        self.formula = formula
        self.answers = answers
        self.codebook = codebook
        self.cuts = cuts

    def encode(self, shown: Shown) -> int:
        """Write an item's answers; give whether it can be answered at all by those who see it."""
        match shown.item.kind:
            case Kind.SINGLE:
                answerable = self._single(shown)
            case Kind.MULTI:
                answerable = self._multi(shown)
            case Kind.SCALE:
                answerable = self._scale(shown)
            case Kind.RANKING:
                answerable = self._ranking(shown)
            case Kind.NUMBER:
                answerable = self._number(shown)
            case _:
                answerable = self._filled(shown)
        self._beside(shown)
        return answerable

    def encode_codes(self, item: Item) -> None:
        """Write what answers in own words can be coded as; one that no code fits has none."""
        words = self.answers.filled.get(item.coded, FALSE)
        codes = {option: self._under(words) for option in item.option_ids}
        if item.kind is Kind.SINGLE:
            self.formula.at_most_one(list(codes.values()))
        for option, literal in codes.items():
            self.answers.choices[item.key, option] = literal
            self.answers.filled[f"{item.key}.{option}"] = literal
        given = self.formula.any_of(codes.values())
        self.answers.given[item.key] = self.answers.filled[item.key] = given

    def _choices(self, shown: Shown) -> dict[str, int]:
        """Give a literal for each option that can be chosen; a scale's steps are no options but numbers."""
        found: dict[str, int] = {}
        missing = shown.item.missing_ids
        for option in shown.item.option_ids:
            if shown.item.kind is Kind.SCALE and option not in missing:
                continue
            visible = shown.visible.get(option, TRUE)
            found[option] = self._under(shown.asked, visible)
            self.answers.choices[shown.item.key, option] = found[option]
        return found

    def _under(self, *needed: int) -> int:
        """Give a fresh literal that can hold only where all of these do."""
        if FALSE in needed:
            return FALSE
        literal = self.formula.new()
        for one in needed:
            self.formula.add(-literal, one)
        return literal

    def _give(self, shown: Shown, literals: Sequence[int]) -> int:
        given = self.formula.any_of(literals)
        self.answers.given[shown.item.key] = given
        return given

    def _single(self, shown: Shown) -> int:
        choices = self._choices(shown)
        self.formula.at_most_one(list(choices.values()))
        self.answers.filled[shown.item.key] = self._give(shown, list(choices.values()))
        return self.formula.any_of(shown.visible.get(option, TRUE) for option in choices)

    def _multi(self, shown: Shown) -> int:
        item, question, formula = shown.item, shown.question, self.formula
        ticks = self._choices(shown)
        given = self._give(shown, list(ticks.values()))
        for option in item.option_ids:
            self.answers.filled[f"{item.key}.{option}"] = ticks[option]
        for alone in (o for o in item.option_ids if o in item.exclusive_ids):  # a set's order differs by run
            for other, literal in ticks.items():
                if other != alone:
                    formula.add(-ticks[alone], -literal)
        together = [o for o in item.option_ids if o not in item.exclusive_ids | item.missing_ids]
        excused = [ticks[o] for o in item.option_ids if o not in together]
        seen = [shown.visible.get(o, TRUE) for o in together]
        standing = formula.any_of(shown.visible.get(o, TRUE) for o in item.option_ids if o not in together)
        if question.at_most is not None:
            formula.add(-formula.at_least(list(ticks.values()), question.at_most + 1))
        enough = formula.any_of((standing, formula.any_of(seen)))
        if (question.at_least or 1) > 1:
            wanted = question.at_least or 1
            every = formula.all_of(formula.any_of((-shown.visible.get(o, TRUE), ticks[o])) for o in together)
            reached = formula.at_least([ticks[o] for o in together], wanted)
            formula.add(-given, reached, every, *excused)
            if question.at_most is not None and question.at_most < wanted:
                few = -formula.at_least(seen, question.at_most + 1)
                enough = formula.any_of((standing, formula.both(formula.any_of(seen), few)))
        return FALSE if question.at_most == 0 else enough

    def _scale(self, shown: Shown) -> int:
        choices = self._choices(shown)
        low, high = shown.question.low, shown.question.high
        steps = number_classes(self.cuts.get(shown.item.key, ()), low, high, 0)
        classes = tuple((step, self._under(shown.asked)) for step in steps)
        self.answers.numbers[shown.item.key] = classes
        answers = [*choices.values(), *(literal for _, literal in classes)]
        self.formula.at_most_one(answers)
        self.answers.filled[shown.item.key] = self._give(shown, answers)
        return TRUE if classes else self.formula.any_of(shown.visible.get(o, TRUE) for o in choices)

    def _ranking(self, shown: Shown) -> int:
        """Ranks run from 1 without a gap; each is given once. ``options`` of a ranking are its items."""
        item, question, formula = shown.item, shown.question, self.formula
        choices = self._choices(shown)
        places = len(choices) if question.at_most is None else min(question.at_most, len(choices))
        ranks = {o: [self._under(literal) for _ in range(places)] for o, literal in choices.items()}
        for option, literals in ranks.items():
            formula.at_most_one(literals)
            formula.add(-choices[option], *literals)
            name = f"{item.key}.{option}"
            self.answers.filled[name] = choices[option]
            self.answers.numbers[name] = tuple(self._ranked(literals))
        used = [[literals[place] for literals in ranks.values()] for place in range(places)]
        for literals in used:
            formula.at_most_one(literals)
        for earlier, later in pairwise(used):
            formula.add(-formula.any_of(later), *earlier)
        self._count_ranks(list(choices.values()), used)
        given = self._give(shown, list(choices.values()))
        seen = [shown.visible.get(o, TRUE) for o in choices]
        every = formula.all_of(formula.any_of((-shown.visible.get(o, TRUE), choices[o])) for o in choices)
        if question.at_least is None and question.at_most is None:
            formula.add(-given, every)
            return formula.any_of(seen)
        wanted = question.at_least or 1
        formula.add(-given, formula.at_least(list(choices.values()), wanted), every)
        few = TRUE if wanted <= places else -formula.at_least(seen, places + 1)
        return formula.both(formula.any_of(seen), few) if places else FALSE

    def _count_ranks(self, choices: Sequence[int], used: Sequence[Sequence[int]]) -> None:
        """Write that the last rank given says how many have one.

        It follows from the rest, but a solver that has to find it tries out every order of the items.
        """
        for rank, literals in enumerate(used, start=1):
            reached = self.formula.at_least(choices, rank)
            self.formula.add(-reached, *literals)
            self.formula.add(reached, -self.formula.any_of(literals))

    @staticmethod
    def _ranked(literals: Sequence[int]) -> Sequence[tuple[Decimal, int]]:
        return [(Decimal(place), literal) for place, literal in enumerate(literals, start=1)]

    def _number(self, shown: Shown) -> int:
        key = shown.item.key
        literals = self._classes(key, shown.question.blank, shown.asked)
        self.answers.filled[key] = self._give(shown, literals)
        return TRUE if literals else FALSE

    def _classes(self, variable: str, blank: object, under: int) -> list[int]:
        """Write a number's classes; give their literals, of which one holds at most."""
        bounds = (
            (blank.low, blank.high, blank.decimals) if isinstance(blank, NumberBlank) else (None, None, 0)
        )
        values = number_classes(self.cuts.get(variable, ()), *bounds)
        classes = tuple((value, self._under(under)) for value in values)
        literals = [literal for _, literal in classes]
        self.answers.numbers[variable] = classes
        self.formula.at_most_one(literals)
        return literals

    def _filled(self, shown: Shown) -> int:
        """Write what is only filled in or not: open text, a date, the fields of a contact question."""
        seen: list[int] = []
        for name in shown.item.variables:
            visible = shown.visible.get(name.rpartition(".")[2], TRUE)
            seen.append(visible)
            self.answers.filled[name] = self._under(shown.asked, visible)
        self._give(shown, [self.answers.filled[name] for name in shown.item.variables])
        return self.formula.any_of(seen)

    def _beside(self, shown: Shown) -> None:
        """Write what is asked beside options, and the own name of an open row: never required."""
        for name in shown.item.variables:
            variable = self.codebook.variables[name]
            if variable.name in self.answers.filled or variable.value is ValueKind.TICK:
                continue
            under = shown.asked
            if variable.follows is not None:
                under = self.answers.choices.get((shown.item.key, variable.follows), FALSE)
            self.answers.filled[name] = self._value_beside(variable, under)

    def _value_beside(self, variable: Variable, under: int) -> int:
        if variable.value is ValueKind.NUMBER:
            return self.formula.any_of(self._classes(variable.name, variable.blank, under))
        return self._under(under)
