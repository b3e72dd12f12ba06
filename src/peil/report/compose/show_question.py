"""A question in a shown questionnaire."""

from collections.abc import Iterator

from peil.report.compose.questionnaire import answer_rules, carried_rules, routing
from peil.report.compose.show_answers import all_carried, answer_blocks
from peil.report.compose.show_view import View
from peil.report.compose.show_wording import wording_blocks
from peil.report.document import Block, Heading, Paragraph, Run
from peil.report.route_map import Stop
from peil.study.expr.tree import Always
from peil.study.question import Kind, Question


def section_blocks(view: View) -> Iterator[Block]:
    """Give every section with its questions, in printed order."""
    for section in view.study.questionnaire.sections:
        questions = [question for question in view.questions if question.section == section.id]
        if not questions:
            continue
        title = section.wording.plain(view.language) or section.id
        yield Heading(2, "", (Run(title),), f"section-{section.id}")
        if told := view.section_told(section.id):
            yield Paragraph((Run(told, italic=True),))
        for question in questions:
            yield from question_blocks(view, question)


def question_blocks(view: View, question: Question) -> Iterator[Block]:
    """Give one question: who is asked, its words, what kind of answer, its answers, what ends after it."""
    yield Heading(3, "", heading(view, question), f"question-{question.id}")
    yield Paragraph((Run(" ".join(asked(view, question)), italic=True),))
    yield from wording_blocks(view, question)
    rules = " ".join(rules_of(view, question))
    if rules:
        yield Paragraph((Run(rules),))
    yield from answer_blocks(view, question)
    for end in question.ends:
        if not any(view.can_leave(role, question, end) for role in view.roles):
            continue
        who = view.labels.told(end.condition.tree)
        yield Paragraph((Run(view.say("ends", who=who, outcome=end.outcome), italic=True),))


def heading(view: View, question: Question) -> tuple[Run, ...]:
    """Give a question's number and, standing back, its id."""
    number = view.labels.number(question.id)
    if question.kind is Kind.NOTICE:
        return Run(view.say("notice")), Run(f" · {question.id}", italic=True)
    name = Run(view.say("question", names=number))
    return (name,) if number == question.id else (name, Run(f" · {question.id}", italic=True))


def asked(view: View, question: Question) -> Iterator[str]:
    """Say who is asked; of one role that always is, just that."""
    who, *rest = routing(view.labels, question)
    notice = question.kind is Kind.NOTICE
    within = view.asked_within(question)
    if view.role and not question.repeat and view.stop(view.role, question) is Stop.ALWAYS:
        yield view.say("shown_role" if notice else "asked_role")
    elif within is None:
        yield who
    elif not isinstance(within, Always):
        yield view.say("shown_within" if notice else "asked_within", who=view.labels.told(within))
    elif not question.repeat:
        yield view.say("shown_within" if notice else "asked_within", who=view.say("everyone").lower())
    yield from rest


def rules_of(view: View, question: Question) -> Iterator[str]:
    """Say what kind of answer is asked, and whether there must be one."""
    if question.kind is Kind.SINGLE:
        yield view.say("one")
    elif question.kind is Kind.MATRIX and not question.multiple:
        yield view.say("one_each")
    if question.kind is Kind.RANKING and question.at_most is None and question.at_least is None:
        yield view.say("all_placed")
    required = "required_each" if question.kind is Kind.MATRIX else "required"
    asks = question.kind is not Kind.NOTICE
    yield from answer_rules(view.labels, question, view.say(required) if asks else "")
    if all_carried(question):
        yield from carried_rules(view.labels, question)
