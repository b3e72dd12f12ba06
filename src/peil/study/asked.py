"""Who is asked, and how that is said: the same words under a chart, in the annex and beside a question."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from peil.study.codebook import Item, Variable
from peil.study.compile_route import compile_route
from peil.study.expr.tell import tell
from peil.study.expr.tree import Always, Expr, Has, Is, both
from peil.study.question import Kind, Question
from peil.study.study import Study


def asked_of_item(study: Study, item: Item) -> Expr:
    """Give who is asked an item: the route's condition of its step and, of a matrix's row, the row's own.

    Early ends are left out: whoever was screened out left the interview, and telling so again under every
    table would bury its own rule. A derived variable is asked of nobody and computed for everyone; what was
    coded was asked of whom the question was, text beside an option of those who chose it.
    """
    if item.coded:
        return _asked_of_words(study, study.codebook.variables[item.coded])
    if item.derived:
        return Always()
    step = study.route.by_id[item.step].condition
    question = study.questionnaire.by_id[item.question]
    row = question.row(item.row) if item.row is not None else None
    return step if row is None or row.condition is None else both(step, row.condition.tree)


def _asked_of_words(study: Study, variable: Variable) -> Expr:
    source = study.codebook.items[variable.item]
    asked = asked_of_item(study, source)
    if variable.follows is None:
        return asked
    several = source.kind is Kind.MULTI
    chose = Has(source.key, variable.follows) if several else Is(source.key, (variable.follows,))
    return both(asked, chose)


def asked_of_question(study: Study, question: Question) -> Expr:
    """Give who is asked a question, as the route has it; of a repeat, what holds for each of its askings."""
    step = study.route.by_id.get(question.id)
    if step:
        return step.condition
    section = study.questionnaire.sections_by_id.get(question.section)
    return both(*(known.condition.tree for known in (section, question) if known and known.condition))


def within_sections(study: Study, sections: Collection[str]) -> Study:
    """Give the study as it is for those whom these sections are for: without the sections' conditions."""
    printed = study.questionnaire
    freed = tuple(replace(one, condition=None) if one.id in sections else one for one in printed.sections)
    questionnaire = replace(printed, sections=freed)
    return replace(study, questionnaire=questionnaire, route=compile_route(questionnaire, study.codebook))


def tell_who(
    study: Study, condition: Expr, language: str, numbers: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Say for whom a condition holds: ``wie …``, ``those who …``; ``everyone`` where it always does.

    Args:
        study: Names questions, options and roles.
        condition: The condition.
        language: Language code.
        numbers: What the document numbers questions without a source number, by question id.
    """
    return tell(condition, study.codebook, study.questionnaire.by_id, study.roles, language, numbers)
