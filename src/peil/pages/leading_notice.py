"""The notice that a questionnaire may begin with: it is read on the start page, before consent."""

from peil.study.expr.tree import ALWAYS
from peil.study.question import Kind
from peil.study.study import Study


def leading_notice(study: Study) -> tuple[str, ...]:
    """Give the id of the first page where it holds nothing but notices for everyone, else nothing.

    The opening of an interview passes that page, since the start page shows its text.
    """
    if not study.route.pages:
        return ()
    first = study.route.pages[0]
    steps = [step for step in study.route.steps if step.page == first]
    alone = all(
        step.condition == ALWAYS and study.questionnaire.by_id[step.question].kind is Kind.NOTICE
        for step in steps
    )
    return (first,) if alone else ()
