"""A question's list items into options and rows, in printed order, carried ones unfolded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_id, duplicate_option, mixed_options, unknown_kind, unreadable_line
from peil.study.expr.condition import Condition
from peil.study.question import Carry, Kind, Option, Row
from peil.study.reader.carry import Sources, carried_options, carried_rows
from peil.study.reader.raw import Attribute, RawCarry, RawItem, RawQuestion, pending
from peil.study.reader.read_attributes import ITEM_WORDS, read_attributes
from peil.study.reader.read_wording import WordingReader
from peil.study.text import Blank, NumberBlank, Text, Wording

LISTLESS = {Kind.OPEN, Kind.NUMBER, Kind.DATE, Kind.NOTICE}
OWN_NAME = "text"
UNBLANKED = {Kind.RANKING: "An item to rank", Kind.SCALE: "A label of a scale"}
ITEM_FITTING = {
    (Kind.MATRIX, "option"): ("if", "missing", "exclusive"),
    (Kind.MATRIX, "row"): ("if", "last"),
    (Kind.CONTACT, "row"): ("if",),
    (Kind.RANKING, "item"): ("if", "last"),
    (Kind.SCALE, "option"): ("if", "missing"),
    (Kind.SCALE, "item"): (),
}
"""The attributes that mean something at a place in a question of a kind, where not all of them do."""
CARRIED_TO = {Kind.SINGLE, Kind.MULTI, Kind.RANKING, Kind.MATRIX}


@dataclass
class ItemBuilder:
    """Collects one question's options, rows and what was carried."""

    raw: RawQuestion
    kind: Kind
    words: WordingReader
    sources: Sources
    shuffled: bool = False
    options: list[Option] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    carries: list[Carry] = field(default_factory=list)
    form: str = ""
    told: set[str] = field(default_factory=set)

    @cached_property
    def guesses(self) -> frozenset[str]:
        """Ids made of lines that have a problem already."""
        return frozenset(item.id for item in self.raw.items if isinstance(item, RawItem) and item.guessed)

    @cached_property
    def column_ids(self) -> frozenset[str]:
        """Ids of a matrix's own columns: a row of the same id has another path for its translation."""
        items = (item for item in self.raw.items if isinstance(item, RawItem))
        return frozenset(
            item.id for item in items if item.under == "columns" or (not item.under and item.form)
        )

    @property
    def problems(self) -> list[Problem]:
        """Where problems go."""
        return self.words.problems

    def build(self) -> None:
        """Go through the list once."""
        for item in self.raw.items:
            if isinstance(item, RawCarry):
                self.carry(item)
            elif self.kind in LISTLESS:
                self.refuse(item.span, f"A question of the kind {self.kind} has no options.")
            elif self.is_row(item):
                self.row(item)
            else:
                self.option(item)
        self.demand()
        self.check_own_name()

    def demand(self) -> None:
        """Report a question that can't be answered because a part of its list isn't there."""
        needed = {
            Kind.MATRIX: (("rows", self.rows), ("columns", self.options)),
            Kind.RANKING: (("items", self.options),),
            Kind.CONTACT: (("fields", self.rows),),
        }
        for name, there in needed.get(self.kind, ()):
            if not there and not self.raw.damaged and not self.carries:
                box = "( ) " if name == "columns" else ""
                hint = f'List its {name} as "- {box}id: label".'
                message = f'"{self.raw.id}" has no {name}.'
                self.problems.append(unknown_kind.RULE.problem(self.raw.span, message, hint=hint))
                self.raw.damaged = True

    def check_own_name(self) -> None:
        """Report a tick that would have the name of what the respondent calls an open row."""
        column = next((option for option in self.options if option.id == OWN_NAME), None)
        if column and self.form == "[]" and any(row.open for row in self.rows):
            message = f'"{OWN_NAME}" is what the name of an open row is called in the data.'
            hint = "Give the column another id."
            self.problems.append(duplicate_option.RULE.problem(column.span, message, hint=hint, got=OWN_NAME))

    def refuse(self, span: Span, message: str, hint: str = "") -> None:
        """Report an item that has the wrong form here; a damaged question was reported already."""
        if not self.raw.damaged:
            self.problems.append(unreadable_line.RULE.problem(span, message, hint=hint))

    def is_row(self, item: RawItem) -> bool:
        """Say whether the item is a row, and report it where its form or place says otherwise."""
        if self.kind is Kind.CONTACT:
            if item.form:
                self.refuse(item.span, "A contact field has no brackets.", f'Write "- {item.id}: …".')
            return True
        if self.kind is not Kind.MATRIX:
            return False
        row = item.under == "rows" if item.under else not item.form
        word = "rows" if row else "columns"
        if not item.under and word not in self.told:
            self.told.add(word)
            self.refuse(
                item.span, f'A matrix has its {word} below the word "{word}".', f'Put "{word}" above.'
            )
        elif row and item.form:
            self.refuse(item.span, "A row has no brackets.", f'Write "- {item.id}: …".')
        return row

    def carry(self, carry: RawCarry) -> None:
        """Unfold what is carried over from another question."""
        use = "open rows" if carry.open_only else carry.target
        if self.kind not in CARRIED_TO:
            message = f"A question of the kind {self.kind} has nothing to carry over to."
            self.refuse(carry.span, message, "Take this line away.")
            return
        if (carry.target == "rows") is not (self.kind is Kind.MATRIX) and carry.target == "rows":
            self.refuse(carry.span, "Only a matrix has rows to carry over to.", 'Write "options from …".')
            return
        source = self.sources.find(carry.question, carry.span, use, self.problems)
        if source is None:
            self.raw.damaged = True
            return
        self.carries.append(Carry(source.id, carry.open_only, carry.span))
        if source.id in self.sources.damaged:
            self.raw.damaged = True
        if carry.target == "rows":
            self.rows.extend(
                row for row in carried_rows(source, carry) if self.unused_in(self.rows, row, carry)
            )
            return
        self.options.extend(
            option for option in carried_options(source, carry) if self.unused_in(self.options, option, carry)
        )

    def unused_in(self, among: list[Option] | list[Row], part: Option | Row, carry: RawCarry) -> bool:
        """Say whether the id of what is carried over is still free, and report it otherwise."""
        if all(other.id != part.id for other in among):
            return True
        if part.id not in self.guesses:
            message = (
                f'"{self.raw.id}" has "{part.id}" already, and carries one over from "{carry.question}".'
            )
            hint = f'Give "{part.id}" another id in one of the two places.'
            self.problems.append(duplicate_option.RULE.problem(carry.span, message, hint=hint, got=part.id))
        return False

    def unused(self, item: RawItem, among: list[Option] | list[Row]) -> bool:
        """Say whether the item's id is still free, and report it otherwise."""
        if all(other.id != item.id for other in among):
            return True
        if not item.guessed and item.id not in self.guesses:
            message = f'"{self.raw.id}" has "{item.id}" twice.'
            hint = "Give the second another id."
            self.problems.append(duplicate_option.RULE.problem(item.span, message, hint=hint, got=item.id))
        return False

    def row(self, item: RawItem) -> None:
        """Add a row or a field."""
        if not self.unused(item, self.rows):
            return
        self.check_id(item)
        if item.code is not None:
            self.refuse(item.span, "A code is for an option or a column.", f'Write "- {item.id}: …".')
        attributes = self.attributes(item, "row")
        inside = "rows." if item.id in self.column_ids else ""
        wording = self.words.wording(f"{self.raw.id}.{inside}{item.id}", item.words)
        blank = self.blank(wording)
        if isinstance(blank, NumberBlank):
            message = "A row's blank is for its name, in the respondent's own words."
            self.problems.append(unreadable_line.RULE.problem(blank.span, message, hint="Write ____."))
        elif blank and self.kind is Kind.CONTACT:
            self.refuse(blank.span, "A contact field is a blank by itself.", "Take the ____ away.")
        is_open = blank is not None and self.kind is Kind.MATRIX
        last = "last" in attributes
        self.rows.append(Row(item.id, wording, item.span, _condition(attributes), is_open, last=last))

    def option(self, item: RawItem) -> None:
        """Add an option or a column."""
        if not self.unused(item, self.options):
            return
        self.check_form(item)
        attributes = self.attributes(item, "option" if item.form else "item")
        wording = self.words.wording(f"{self.raw.id}.{item.id}", item.words)
        blank = self.blank(wording)
        if blank and not item.form and self.kind in UNBLANKED:
            hint = "Ask what it is in a question of its own, and take the blank away here."
            self.refuse(blank.span, f"{UNBLANKED[self.kind]} has no blank.", hint)
        self.options.append(
            Option(
                item.id,
                wording,
                item.span,
                item.code,
                _condition(attributes),
                missing="missing" in attributes,
                exclusive="exclusive" in attributes,
                last="last" in attributes,
                blank=blank,
            )
        )

    def attributes(self, item: RawItem, place: str) -> dict[str, Attribute]:
        """Read an item's attributes; one that means nothing at its place is a problem."""
        words = ITEM_WORDS if self.raw.damaged else ITEM_FITTING.get((self.kind, place), ITEM_WORDS)
        if not self.shuffled and not self.raw.damaged:
            words = tuple(word for word in words if word != "last")
        return read_attributes(item.attributes, words, self.problems)

    def check_id(self, item: RawItem) -> None:
        """Report a bare number as an id: only a scale labels its steps so."""
        if not item.id[0].isalpha() and not (self.kind is Kind.SCALE and not item.form):
            message = f'"{item.id}" is no id.'
            self.problems.append(bad_id.RULE.problem(item.span, message, hint=f'Write "x{item.id}", say.'))

    def check_form(self, item: RawItem) -> None:
        """Report an option whose brackets don't fit the question."""
        self.check_id(item)
        if self.kind is Kind.RANKING:
            if item.form or item.code is not None:
                what = "brackets" if item.form else "code"
                self.refuse(item.span, f"An item to rank has no {what}.", f'Write "- {item.id}: …".')
        elif self.kind is Kind.SCALE and item.form:
            self.check_beside_scale(item)
        elif self.kind is Kind.SCALE and not item.form:
            if item.id[0].isalpha():
                self.refuse(item.span, "A label of a scale belongs to a step.", 'Write "- 0: …".')
        elif not item.form:
            hint = f'Write "- ( ) {item.id}: …".' if self.form != "[]" else f'Write "- [ ] {item.id}: …".'
            self.refuse(item.span, "An option has brackets.", hint)
        elif self.form and item.form != self.form:
            message = "One question has options for one answer and options for several."
            hint = f'Write "- {self.form[0]} {self.form[1]} {item.id}: …".'
            self.problems.append(mixed_options.RULE.problem(item.span, message, hint=hint))
        self.form = self.form or item.form

    def check_beside_scale(self, item: RawItem) -> None:
        """Report an option beside a scale that isn't one answer in place of a step."""
        if item.form != "()":
            self.refuse(item.span, "A scale takes one answer.", f'Write "- ( ) {item.id}: …".')
        elif all(attribute.text != "missing" for attribute in item.attributes):
            hint = "Put {missing} at the line's end, or label a step."
            self.refuse(item.span, "An option beside a scale stands for a missing answer.", hint)

    def blank(self, wording: Wording) -> Blank | None:
        """Give the one blank of a label; a second one is a problem."""
        text = _base_text(wording)
        blanks = text.blanks if text else ()
        if len(blanks) > 1:
            message = "A label holds one blank."
            self.problems.append(
                unreadable_line.RULE.problem(blanks[1].span, message, hint="Take one of the two away.")
            )
        return blanks[0] if blanks else None


def _base_text(wording: Wording) -> Text | None:
    """Give the text in the base language, else that of the first role."""
    for texts in (wording.default, *wording.by_role.values()):
        for text in texts.values():
            return text
    return None


def _condition(attributes: Mapping[str, Attribute]) -> Condition | None:
    """Give the condition between the braces, still to be resolved."""
    found = attributes.get("if")
    if found is None:
        return None
    source = found.text[2:]
    lead = len(source) - len(source.lstrip())
    return pending(source.strip(), found.span.right(2 + lead))
