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

ROW_WORDS = ("if",)
PLAIN = {Kind.RANKING, Kind.CONTACT}
LISTLESS = {Kind.OPEN, Kind.NUMBER, Kind.DATE, Kind.NOTICE}


@dataclass
class ItemBuilder:
    """Collects one question's options, rows and what was carried."""

    raw: RawQuestion
    kind: Kind
    words: WordingReader
    sources: Sources
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
            for row in carried_rows(source, carry):
                if self.unused(row.id, carry.span, self.rows, guessed=False):
                    self.rows.append(row)
            return
        for option in carried_options(source, carry):
            if self.unused(option.id, carry.span, self.options, guessed=False):
                self.options.append(option)

    def unused(self, name: str, span: Span, among: list[Option] | list[Row], *, guessed: bool) -> bool:
        """Say whether the id is still free, and report it otherwise."""
        if all(other.id != name for other in among):
            return True
        if not guessed and name not in self.guesses:
            message = f'"{self.raw.id}" has "{name}" twice.'
            hint = "Give the second another id."
            self.problems.append(duplicate_option.RULE.problem(span, message, hint=hint, got=name))
        return False

    def row(self, item: RawItem) -> None:
        """Add a row or a field."""
        if not self.unused(item.id, item.span, self.rows, guessed=item.guessed):
            return
        self.check_id(item)
        attributes = read_attributes(item.attributes, ROW_WORDS, self.problems)
        inside = "rows." if item.id in self.column_ids else ""
        wording = self.words.wording(f"{self.raw.id}.{inside}{item.id}", item.words)
        blank = self.blank(wording)
        if isinstance(blank, NumberBlank):
            message = "A row's blank is for its name, in the respondent's own words."
            self.problems.append(unreadable_line.RULE.problem(blank.span, message, hint="Write ____."))
        self.rows.append(Row(item.id, wording, item.span, _condition(attributes), blank is not None))

    def option(self, item: RawItem) -> None:
        """Add an option or a column."""
        if not self.unused(item.id, item.span, self.options, guessed=item.guessed):
            return
        self.check_form(item)
        attributes = read_attributes(item.attributes, ITEM_WORDS, self.problems)
        wording = self.words.wording(f"{self.raw.id}.{item.id}", item.words)
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
                blank=self.blank(wording),
            )
        )

    def check_id(self, item: RawItem) -> None:
        """Report a bare number as an id: only a scale labels its steps so."""
        if not item.id[0].isalpha() and not (self.kind is Kind.SCALE and not item.form):
            message = f'"{item.id}" is no id.'
            self.problems.append(bad_id.RULE.problem(item.span, message, hint=f'Write "x{item.id}", say.'))

    def check_form(self, item: RawItem) -> None:
        """Report an option whose brackets don't fit the question."""
        self.check_id(item)
        if self.kind in PLAIN:
            if item.form:
                self.refuse(item.span, "An item to rank has no brackets.", f'Write "- {item.id}: …".')
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
