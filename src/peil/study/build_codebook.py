"""Questions and derived variables into the codebook: items, variables and numeric codes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from peil.study.codebook import Codebook, Item, ValueKind, Variable
from peil.study.plan import Derived
from peil.study.question import Kind, Option, Question, Row
from peil.study.text import Blank, OpenBlank

VALUES = {
    Kind.SINGLE: ValueKind.OPTION,
    Kind.OPEN: ValueKind.TEXT,
    Kind.NUMBER: ValueKind.NUMBER,
    Kind.DATE: ValueKind.DATE,
    Kind.SCALE: ValueKind.STEP,
}
"""What the one variable of a question of the kind holds."""


def build_codebook(questions: Iterable[Question], derived: Iterable[Derived] = ()) -> Codebook:
    """Give the items and variables of the questions in printed order, then those of the plan.

    Codes are those pinned in the source, else the next free from 1 in printed order. A repeat has its
    items and variables once for each option (of a matrix: each row) of its source. Notices have none.
    """
    listed = tuple(questions)
    by_id = {question.id: question for question in reversed(listed)}
    items: dict[str, Item] = {}
    variables: dict[str, Variable] = {}
    for question in listed:
        coded = assign_codes(question.options)
        for step in _steps(question, by_id):
            for item, held in _items(question, step, coded):
                items.setdefault(item.key, item)
                for variable in held:
                    variables.setdefault(variable.name, variable)
    return add_derived(Codebook(items, variables), derived)


def add_derived(codebook: Codebook, derived: Iterable[Derived]) -> Codebook:
    """Give the codebook with the plan's variables after the asked ones."""
    found = tuple(derived)
    if not found:
        return codebook
    items = dict(codebook.items)
    variables = dict(codebook.variables)
    for one in found:
        items.setdefault(one.id, _derived_item(one))
        variables.setdefault(one.id, Variable(one.id, one.id, ValueKind.OPTION))
    return Codebook(items, variables)


def assign_codes(options: Iterable[Option]) -> tuple[Option, ...]:
    """Give the options with their codes: pinned, else the next free from 1 in printed order."""
    listed = tuple(options)
    taken = {option.code for option in listed if option.code is not None}
    following = 1
    found: list[Option] = []
    for option in listed:
        if option.code is None:
            while following in taken:
                following += 1
            found.append(replace(option, code=following))
            following += 1
        else:
            found.append(option)
    return tuple(found)


def _steps(question: Question, by_id: Mapping[str, Question]) -> tuple[str, ...]:
    """Give the names under which the question is asked."""
    if question.repeat is None:
        return (question.id,)
    source = by_id.get(question.repeat.question)
    if source is None:
        return ()
    return tuple(f"{question.id}[{part}]" for part in source.repeated_for)


def _items(
    question: Question, step: str, coded: tuple[Option, ...]
) -> Iterator[tuple[Item, tuple[Variable, ...]]]:
    """Give each item of one asking with its variables."""
    if question.kind is Kind.NOTICE:
        return
    if question.kind is Kind.MATRIX:
        for row in question.rows:
            yield _row_item(question, step, row, coded)
        return
    variables = tuple(_variables(question, step, coded))
    yield _item(question, step, step, coded, variables), variables


def _item(
    question: Question, step: str, key: str, coded: tuple[Option, ...], variables: tuple[Variable, ...]
) -> Item:
    names = tuple(variable.name for variable in variables)
    return Item(key, step, question.id, question.kind, None, question.wording, None, coded, names)


def _row_item(
    question: Question, step: str, row: Row, coded: tuple[Option, ...]
) -> tuple[Item, tuple[Variable, ...]]:
    key = f"{step}.{row.id}"
    kind = Kind.MULTI if question.multiple else Kind.SINGLE
    variables = [*_choices(kind, key, coded), *_beside(key, coded)]
    if row.open:
        variables.append(Variable(f"{key}.text", key, ValueKind.TEXT, blank=OpenBlank(row.span)))
    plain = _item(question, step, key, coded, tuple(variables))
    return replace(plain, kind=kind, row=row.id, row_wording=row.wording), tuple(variables)


def _variables(question: Question, step: str, coded: tuple[Option, ...]) -> Iterator[Variable]:
    """Give the variables of a question that is one item, the main ones first."""
    match question.kind:
        case Kind.CONTACT:
            for row in question.rows:
                yield Variable(f"{step}.{row.id}", step, ValueKind.TEXT, private=True)
        case Kind.RANKING:
            for option in coded:
                yield Variable(f"{step}.{option.id}", step, ValueKind.RANK, option=option.id)
        case Kind.SINGLE | Kind.MULTI:
            yield from _choices(question.kind, step, coded)
        case _:
            yield Variable(step, step, VALUES[question.kind], blank=question.blank)
    yield from _beside(step, coded)


def _choices(kind: Kind, key: str, coded: tuple[Option, ...]) -> Iterator[Variable]:
    """Give the one variable of a single item, or the ticks of a multi item."""
    if kind is Kind.SINGLE:
        yield Variable(key, key, ValueKind.OPTION)
        return
    for option in coded:
        yield Variable(f"{key}.{option.id}", key, ValueKind.TICK, option=option.id)


def _beside(key: str, coded: tuple[Option, ...]) -> Iterator[Variable]:
    """Give the text or number asked beside options."""
    for option in coded:
        if option.blank is not None:
            word, value = _blank_value(option.blank)
            name = f"{key}.{option.id}.{word}"
            yield Variable(name, key, value, option.id, option.blank, follows=option.id)


def _blank_value(blank: Blank) -> tuple[str, ValueKind]:
    return ("text", ValueKind.TEXT) if isinstance(blank, OpenBlank) else ("number", ValueKind.NUMBER)


def _derived_item(derived: Derived) -> Item:
    options = assign_codes(Option(one.id, one.wording, derived.span) for one in derived.classes)
    return Item(
        derived.id,
        "",
        derived.id,
        Kind.SINGLE,
        None,
        derived.wording,
        None,
        options,
        (derived.id,),
        derived=True,
    )
