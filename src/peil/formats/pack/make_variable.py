"""A column of answers becomes a column of a data pack."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from peil.data.dataset import Column, Dataset
from peil.formats.pack.pack import Holds, Level, Numbers, PackCode, PackVariable
from peil.formats.pack.state_codes import (
    BLANK,
    LEFT_BEFORE,
    NOT_ASKED,
    Codes,
    beside_codes,
    beside_numbers,
)
from peil.formats.pack.words import words_in
from peil.interview.state import State
from peil.study.asked import asked_of_item, tell_who
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.expr.tree import Always
from peil.study.short_title import short_title
from peil.study.study import Study
from peil.study.text import NumberBlank

STATES = ("not_asked", "blank", "left_before")


@dataclass(frozen=True)
class VariableMaker:
    """Makes a data pack's columns of a data set's, with words in one language.

    Args:
        dataset: The rows.
        language: Language of the labels.
    """

    dataset: Dataset
    language: str

    @property
    def study(self) -> Study:
        """The study."""
        return self.dataset.study

    @property
    def words(self) -> Mapping[str, str]:
        """The words that the pack says by itself."""
        return words_in(self.language)

    def make(self, variable: Variable) -> PackVariable:
        """Make the column of a variable."""
        item = self.study.codebook.items[variable.item]
        column = self.dataset.columns[variable.name]
        match variable.value:
            case ValueKind.OPTION | ValueKind.STEP:
                return self._chosen(variable, item, column)
            case ValueKind.TICK:
                return self._tick(variable, item, column)
            case ValueKind.NUMBER | ValueKind.RANK:
                return self._number(variable, item, column)
            case ValueKind.TEXT | ValueKind.DATE:
                texts = tuple(str(cell) for cell in column)
                return self._named(variable, item, Level.NOMINAL, Holds.TEXTS, texts=texts)

    def _chosen(self, variable: Variable, item: Item, column: Column) -> PackVariable:
        stepped = variable.value is ValueKind.STEP
        scale = {option.id: int(option.id) for option in item.options if stepped and not option.missing}
        codes = [scale.get(option.id, option.code or 0) for option in item.options]
        by_place = np.array([*codes, 0], np.float64)
        positions = self.dataset.missing_steps.get(variable.name) if stepped else column
        numbers = column.astype(np.float64) if stepped else np.full(self.dataset.n, np.nan)
        if positions is not None:
            places = positions.astype(np.int64)
            numbers = np.where(places >= 0, by_place[places], numbers)
        labelled = tuple(
            PackCode(code, option.wording.label(self.language) or option.id, option.missing)
            for code, option in zip(codes, item.options, strict=True)
        )
        states = beside_codes(codes)
        level = Level.SCALE if stepped else Level.ORDINAL if item.row is not None else Level.NOMINAL
        return self._named(
            variable,
            item,
            level,
            Holds.CODES,
            codes=(*labelled, *self.state_codes(states)),
            numbers=self._stated(item, variable, numbers, states),
        )

    def _tick(self, variable: Variable, item: Item, column: Column) -> PackVariable:
        state = self.dataset.states[item.key]
        answered = (state == State.ANSWERED) | (state == State.DONT_KNOW)
        numbers = np.where(answered, column.astype(np.float64), np.nan)
        codes = (PackCode(0, self.words["unticked"]), PackCode(1, self.words["ticked"]))
        states = beside_codes([1])
        return self._named(
            variable,
            item,
            Level.NOMINAL,
            Holds.CODES,
            codes=(*codes, *self.state_codes(states)),
            numbers=self._stated(item, variable, numbers, states),
            several=item.key,
            ticked=self._option_code(variable, item),
        )

    def _option_code(self, variable: Variable, item: Item) -> PackCode | None:
        option = next((one for one in item.options if one.id == variable.option), None)
        if option is None:
            return None
        return PackCode(option.code or 0, option.wording.label(self.language) or option.id, option.missing)

    def _number(self, variable: Variable, item: Item, column: Column) -> PackVariable:
        numbers = column.astype(np.float64)
        if variable.value is ValueKind.RANK:
            states, level = beside_codes([len(item.options)]), Level.ORDINAL
        else:
            blank = variable.blank
            low, high = (blank.low, blank.high) if isinstance(blank, NumberBlank) else (None, None)
            states, level = beside_numbers(low, high), Level.SCALE
        places = max((_places(float(each)) for each in np.unique(numbers[~np.isnan(numbers)])), default=0)
        return self._named(
            variable,
            item,
            level,
            Holds.NUMBERS,
            codes=self.state_codes(states),
            numbers=self._stated(item, variable, numbers, states),
            decimals=places,
        )

    def state_codes(self, states: Codes) -> tuple[PackCode, ...]:
        """Give the codes that say why there is no answer, with their labels."""
        return tuple(
            PackCode(code, self.words[word], missing=True, state=True)
            for code, word in zip(states, STATES, strict=True)
        )

    def _stated(self, item: Item, variable: Variable, numbers: Numbers, states: Codes) -> Numbers:
        """Put the reason where there is no answer: what belongs to an option is asked of its choosers."""
        state = self.dataset.states[item.key]
        without = np.full(self.dataset.n, float(states[BLANK]))
        if variable.follows is not None:
            without[~self._chose(item, variable.follows)] = states[NOT_ASKED]
        without[state == State.NOT_ASKED] = states[NOT_ASKED]
        without[state == State.LEFT_BEFORE] = states[LEFT_BEFORE]
        without[state == State.NOT_CODED] = np.nan  # there is an answer, and nothing is known of it yet
        return np.where(np.isnan(numbers), without, numbers)

    def _chose(self, item: Item, option: str) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """Say who chose an option of an item."""
        for name in item.variables:
            each = self.study.codebook.variables[name]
            if each.value is ValueKind.TICK and each.option == option:
                return self.dataset.columns[name].astype(np.bool_)
            if each.value is ValueKind.OPTION:
                return np.asarray(self.dataset.columns[name] == item.option_ids.index(option))
        return np.ones(self.dataset.n, np.bool_)

    def _named(  # noqa: PLR0913 - a column has as many sides
        self,
        variable: Variable,
        item: Item,
        level: Level,
        holds: Holds,
        *,
        codes: tuple[PackCode, ...] = (),
        numbers: Numbers | None = None,
        texts: tuple[str, ...] | None = None,
        decimals: int = 0,
        several: str = "",
        ticked: PackCode | None = None,
    ) -> PackVariable:
        question = self.study.questionnaire.by_id.get(item.question)
        return PackVariable(
            name=variable.name,
            label=self.label(variable, item),
            level=level,
            holds=holds,
            question=self.question_text(item),
            universe=self.universe(item),
            codes=codes,
            numbers=numbers,
            texts=texts,
            decimals=decimals,
            several=several,
            ticked=ticked,
            source=question.source if question else "",
        )

    def label(self, variable: Variable, item: Item) -> str:
        """Give what a variable is, in a line."""
        title = short_title(self.study, item.key, self.language)
        if variable.option is None:
            return title
        option = next((one for one in item.options if one.id == variable.option), None)
        name = option.wording.label(self.language) if option else variable.option
        match variable.value:
            case ValueKind.RANK:
                name = self.words["rank"].format(option=name)
            case ValueKind.TEXT | ValueKind.NUMBER:
                name = self.words["beside"].format(option=name)
            case _:
                pass
        return f"{title}: {name}"

    def question_text(self, item: Item) -> str:
        """Give the question as it was asked, with the row of a matrix behind it."""
        asked = item.wording.plain(self.language)
        row = item.row_wording.label(self.language) if item.row_wording else ""
        return f"{asked} [{row}]" if row else asked

    def universe(self, item: Item) -> str:
        """Say who was asked, where that isn't everyone."""
        asked = asked_of_item(self.study, item)
        return "" if isinstance(asked, Always) else tell_who(self.study, asked, self.language)


def _places(number: float) -> int:
    text = np.format_float_positional(number, trim="-")
    return len(text.partition(".")[2])
