"""Compose the questionnaire as an annex: every question in order, its routing in words."""

from collections.abc import Iterator

from peil.report.compose.blank_rules import blank_rules
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import say
from peil.report.document import Block, Bullets, Heading, Paragraph, Run
from peil.study.asked import asked_of_question
from peil.study.expr.tree import Always
from peil.study.question import Kind, Option, Question, Row
from peil.study.text import NumberBlank, Wording


def questionnaire_blocks(labels: Labels, number: str) -> Iterator[Block]:
    """Give the questionnaire under an annex of that letter (empty: without numbers)."""
    printed = labels.study.questionnaire
    place = 0
    for section in printed.sections:
        questions = [question for question in printed.questions if question.section == section.id]
        if not questions:
            continue
        place += 1
        head = f"{number}.{place}" if number else ""
        title = section.wording.plain(labels.language)
        yield Heading(2, head, (Run(title),), f"annex-section-{section.id}")
        for question in questions:
            yield from question_blocks(labels, question)


def question_blocks(labels: Labels, question: Question) -> Iterator[Block]:
    """Give one question."""
    notice = question.kind is Kind.NOTICE
    number = labels.number(question.id)
    name = say(labels.language, "notice") if notice else say(labels.language, "question", names=number)
    yield Heading(3, "", (Run(name),), f"annex-question-{question.id}")
    yield Paragraph((Run(" ".join(routing(labels, question)), italic=True),))
    yield from wording_blocks(labels, question.wording)
    rules = [*answer_rules(labels, question), *carried_rules(labels, question)]
    if rules:
        yield Paragraph((Run(" ".join(rules)),))
    yield from answer_blocks(labels, question)
    for end in question.ends:
        told = say(labels.language, "ends", who=labels.told(end.condition.tree))
        yield Paragraph((Run(told, italic=True),))


def routing(labels: Labels, question: Question) -> Iterator[str]:
    """Say who is asked, for what, and when."""
    language = labels.language
    asked = asked_of_question(labels.study, question)
    how = "shown" if question.kind is Kind.NOTICE else "asked"
    if not isinstance(asked, Always):
        yield say(language, f"{how}_if", who=labels.told(asked))
    elif not question.repeat:
        yield say(language, f"{how}_all")
    if question.repeat:
        yield say(language, "repeat", name=labels.number(question.repeat.question))
    if question.later == "end":
        yield say(language, "later_end")
    elif question.later:
        later = labels.study.questionnaire.sections_by_id.get(question.later)
        yield say(language, "later", section=later.wording.plain(language) if later else question.later)


def wording_blocks(labels: Labels, wording: Wording) -> Iterator[Block]:
    """Give the question's text, and the words of roles that have their own."""
    if wording.default:
        yield from paragraphs(wording.plain(labels.language))
    for role in wording.by_role:
        told = say(labels.language, "for_role", role=role_name(labels, role))
        first, *rest = paragraphs(wording.plain(labels.language, role))
        yield Paragraph((Run(told, bold=True), Run(" "), *first.text))
        yield from rest


def paragraphs(text: str) -> list[Paragraph]:
    """Cut text at its blank lines."""
    return [Paragraph((Run(" ".join(part.split())),)) for part in text.split("\n\n")]


def role_name(labels: Labels, role: str) -> str:
    """Give a role's label."""
    known = next((one for one in labels.study.roles if one.id == role), None)
    return known.wording.plain(labels.language) if known else role


def answer_rules(labels: Labels, question: Question, required: str = "") -> Iterator[str]:
    """Say what kind of answer is asked and the rules it keeps; ``required`` says that there must be one."""
    language = labels.language
    kinds = {
        Kind.OPEN: "open",
        Kind.DATE: "date_answer",
        Kind.RANKING: "ranking",
        Kind.CONTACT: "contact",
    }
    if question.kind in kinds:
        yield say(language, kinds[question.kind])
    if question.kind is Kind.SCALE:
        yield say(language, "scale", low=question.low, high=question.high)
    if question.kind is Kind.NUMBER and isinstance(question.blank, NumberBlank):
        yield number_rule(language, question.blank)
    if question.kind is Kind.MULTI or question.multiple:
        yield say(language, "several")
    if question.at_least is not None:
        yield say(language, "at_least", count=question.at_least)
    if question.at_most is not None:
        yield say(language, "at_most", count=question.at_most)
    if question.optional or required:
        yield say(language, "optional") if question.optional else required
    yield from blank_rules(labels, question)
    if question.shuffle:
        yield say(language, "shuffle")


def carried_rules(labels: Labels, question: Question) -> Iterator[str]:
    """Say what options and rows came over from earlier questions."""
    for carry in question.carries:
        yield say(labels.language, "carried", name=labels.number(carry.question))


def number_rule(language: str, blank: NumberBlank) -> str:
    """Say a number's bounds."""
    if blank.low is not None and blank.high is not None:
        return say(language, "bounds", low=blank.low, high=blank.high)
    if blank.low is not None:
        return say(language, "from", low=blank.low)
    return say(language, "to", high=blank.high) if blank.high is not None else say(language, "number")


def answer_blocks(labels: Labels, question: Question) -> Iterator[Block]:
    """Give rows and options."""
    if question.rows:
        if question.kind is not Kind.CONTACT:
            yield Paragraph((Run(say(labels.language, "rows_head"), bold=True),))
        yield bullets(row_text(labels, row, carried=question.came_over(row)) for row in question.rows)
    if question.options:
        if question.rows:
            yield Paragraph((Run(say(labels.language, "columns_head"), bold=True),))
        yield bullets(
            option_text(labels, option, carried=question.came_over(option)) for option in question.options
        )


def bullets(lines: Iterator[str]) -> Bullets:
    """Give a list of plain lines."""
    return Bullets(tuple((Paragraph((Run(line),)),) for line in lines))


def row_text(labels: Labels, row: Row, *, carried: bool) -> str:
    """Give a row's label with who is shown it."""
    label = row.wording.plain(labels.language) or say(labels.language, "open_row")
    return with_remarks(label, condition_of(labels, row, carried=carried))


def option_text(labels: Labels, option: Option, *, carried: bool) -> str:
    """Give an option's label with what holds for it."""
    remarks = condition_of(labels, option, carried=carried)
    if option.exclusive:
        remarks.append(say(labels.language, "exclusive"))
    text = option.wording.plain(labels.language)
    words = option.wording.text(labels.language)
    if words and words.blanks and "…" not in text:
        text += " …"
    if option.id.isdecimal() and text != option.id:
        text = f"{option.id} ({text})"
    return with_remarks(text + role_words(labels, option.wording), remarks)


def role_words(labels: Labels, wording: Wording) -> str:
    """Give the words that roles have of their own for an option."""
    if not wording.default:
        return ""
    told = (
        f"{say(labels.language, 'for_role', role=role_name(labels, role))} "
        f"{wording.plain(labels.language, role)}"
        for role in wording.by_role
    )
    found = "; ".join(told)
    return f" / {found}" if found else ""


def condition_of(labels: Labels, part: Option | Row, *, carried: bool) -> list[str]:
    """Say who is shown an option or row; what is carried over is said once, for the question."""
    if part.condition is None or carried:
        return []
    return [say(labels.language, "only_if", who=labels.told(part.condition.tree))]


def with_remarks(text: str, remarks: list[str]) -> str:
    """Give text with remarks in parentheses."""
    return f"{text} ({'; '.join(remarks)})" if remarks else text
