"""The answers to a question in a shown questionnaire: options and rows with all that holds for them."""

from collections.abc import Callable, Iterator, Sequence

from peil.report.compose.questionnaire import condition_of
from peil.report.compose.show_view import View
from peil.report.compose.show_wording import Voice, names, plain_cell, voices
from peil.report.document import Block, Grid, NumberedTable, TableCell
from peil.study.build_codebook import assign_codes
from peil.study.question import Kind, Option, Question, Row

Part = Option | Row

WHOLE = 10.0
CODE = 0.7


def answer_blocks(view: View, question: Question) -> Iterator[Block]:
    """Give a table of the rows and one of the options."""
    if question.rows:
        head = "field" if question.kind is Kind.CONTACT else "part"
        yield _table(view, question, question.rows, head, _row_remarks)
    if question.options:
        ranked = question.kind is Kind.RANKING
        options = question.options if ranked else assign_codes(question.options)
        yield _table(view, question, options, "answer", _option_remarks)


def _table(
    view: View,
    question: Question,
    parts: Sequence[Part],
    head: str,
    remarks: "Callable[[View, Question, Part], Iterator[str]]",
) -> NumberedTable:
    labels = [place for place, part in enumerate(parts) if question.came_over(part)]
    spoken = voices(view, question, [part.wording for part in parts], labels)
    told = [_sentence("; ".join(remarks(view, question, part))) for part in parts]
    codes = [_code(question, part) for part in parts]
    coded, remarked = any(codes), any(told)
    titles = [plain_cell(view.say("code"), header=True, numeric=True)] if coded else []
    titles += _heads(view, spoken, head)
    titles += [plain_cell(view.say("remark"), header=True)] if remarked else []
    body = []
    for place, part in enumerate(parts):
        row = [plain_cell(codes[place], numeric=True)] if coded else []
        row += _words(view, part, spoken, place)
        row += [plain_cell(told[place])] if remarked else []
        body.append(tuple(row))
    widths = _widths(len(spoken), coded=coded, remarked=remarked)
    grid = Grid(
        (tuple(titles),), tuple(body), row_headers=0 if coded or len(spoken) > 1 else 1, widths=widths
    )
    return NumberedTable(0, "", "", "", "", (), grid)


def _widths(spoken: int, *, coded: bool, remarked: bool) -> tuple[float, ...]:
    """Give columns the same place in every table: codes narrow, remarks at the right."""
    remarks = (4.0 if spoken == 1 else 3.0) if remarked else 0.0
    words = WHOLE - remarks - (CODE if coded else 0.0)
    return (*([CODE] if coded else []), *([words / spoken] * spoken), *([remarks] if remarked else []))


def _heads(view: View, spoken: Sequence[Voice], head: str) -> list[TableCell]:
    if len(spoken) == 1:
        return [plain_cell(view.say(head), header=True)]
    return [plain_cell(f"{view.say(head)}: {names(view, voice.roles)}", header=True) for voice in spoken]


def _words(view: View, part: Part, spoken: Sequence[Voice], place: int) -> list[TableCell]:
    """Give the words of each group of roles; one cell over all where they are the same."""
    said = [voice.words[place] or _unnamed(view, part) for voice in spoken]
    if len(set(said)) == 1:
        return [plain_cell(said[0], columns=len(said))]
    return [plain_cell(words) for words in said]


def _unnamed(view: View, part: Part) -> str:
    return view.say("open_row") if isinstance(part, Row) and part.open else part.id


def _code(question: Question, part: Part) -> str:
    if isinstance(part, Row) or part.code is None or question.kind is Kind.RANKING:
        return ""
    return str(part.code)


def all_carried(question: Question) -> bool:
    """Say whether all that carrying over could be told of did come over: then it is told once."""
    kinds = (question.rows, question.options)
    return any(parts and all(question.came_over(part) for part in parts) for parts in kinds)


def _option_remarks(view: View, question: Question, part: Part) -> Iterator[str]:
    yield from _shared_remarks(view, question, part)
    if isinstance(part, Option):
        if part.missing:
            yield view.say("missing")
        if part.exclusive:
            yield view.say("exclusive")
        if part.last and question.shuffle:
            yield view.say("stays_last")


def _row_remarks(view: View, question: Question, part: Part) -> Iterator[str]:
    if isinstance(part, Row) and part.open and part.wording.plain(view.language):
        yield view.say("open_row")
    yield from _shared_remarks(view, question, part)
    if isinstance(part, Row) and question.shuffle and (part.last or part.open):
        yield view.say("stays_last")


def _shared_remarks(view: View, question: Question, part: Part) -> Iterator[str]:
    carried = question.came_over(part)
    yield from condition_of(view.labels, part, carried=carried)
    if carried and not all_carried(question):
        source = next(carry.question for carry in question.carries if carry.span == part.span)
        yield view.say("from_question", name=view.labels.number(source))
    if part.carried:
        yield view.say("own_words")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
