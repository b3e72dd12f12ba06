"""What becomes of a submission, decided from what is kept. Pure; the store runs it inside the transaction."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.answers import Answers, Value
from peil.interview.course import course_of
from peil.interview.depends import changes_itself
from peil.interview.interview import Interview
from peil.interview.private import is_private
from peil.interview.shown_parts import shown_parts
from peil.interview.state import State
from peil.interview.submit import submit
from peil.interview.validate import check_in_place
from peil.interview.visible_values import values_on, visible_values
from peil.interview.walk import walk, walk_on
from peil.store.kept import Kept
from peil.store.page_words import page_words
from peil.store.receipt import Fate
from peil.store.submission import Submission
from peil.study.study import Study

NOTHING: frozenset[str] = frozenset()
INCOMPLETE = frozenset({AnswerCode.REQUIRED, AnswerCode.TOO_FEW})


@dataclass(frozen=True, slots=True)
class Earlier:
    """The accepted submission with the same page and nonce: its digest, and the revision that it made."""

    digest: str
    revision: int


@dataclass(frozen=True)
class PageChange:
    """What is kept of a page from now on: these values for all of its variables, and whether it is passed."""

    page: str
    values: Mapping[str, Value]
    passed: bool


@dataclass(frozen=True)
class Judgement:
    """What is to be done: the changes to write, in order; the first is the submission's own page.

    Further changes take back the marks of contact details on pages that this submission took off the route:
    those details are erased. ``after`` is the interview with the changes made, walked, where there are any.
    """

    fate: Fate
    changes: tuple[PageChange, ...] = ()
    problems: tuple[AnswerProblem, ...] = ()
    after: Interview | None = None


def judge(
    study: Study,
    kept: Kept,
    earlier: Earlier | None,
    submission: Submission,
    made_from: Answers | None = None,
    walked: Interview | None = None,
) -> Judgement:
    """Decide what becomes of a submission.

    Args:
        study: The study.
        kept: The interview as it is kept now.
        earlier: The accepted submission with the same page and nonce, or None.
        submission: What was sent.
        made_from: The answers that the form was made from, where those of another page have changed since.
        walked: The kept answers walked, where somebody has done that already.
    """
    if earlier is not None:
        return Judgement(_again(study, kept, earlier, submission))
    if not 0 <= submission.revision <= kept.revision:
        return Judgement(Fate.MALFORMED)
    interview = walked if walked and walked.answers == kept.answers else walk(study, kept.answers)
    if not is_open(interview, submission.page):
        return Judgement(Fate.OFF_ROUTE)
    if is_stale(study, kept, submission):
        return Judgement(Fate.STALE)
    return _weigh(study, interview, submission, made_from)


def _again(study: Study, kept: Kept, earlier: Earlier, submission: Submission) -> Fate:
    """Tell a form that was sent twice from one that is sent again after its page became another.

    Its sender sees the old answers and means them: to go on as if they were kept would mislead.
    """
    if earlier.digest != submission.digest:
        return Fate.CLASHED
    since = replace(submission, revision=earlier.revision)
    stale = is_stale(study, kept, since) and is_open(walk(study, kept.answers), submission.page)
    return Fate.STALE if stale else Fate.REPEATED


def is_open(interview: Interview, page: str) -> bool:
    """Say whether a page can be shown and sent: on the route, and not beyond the next page."""
    for shown in interview.pages:
        if shown.id == page:
            return True
        if shown.id == interview.next_page:
            return False
    return False


def is_stale(study: Study, kept: Kept, submission: Submission) -> bool:
    """Say whether the page was changed since the form was made, to something other than the form says."""
    if kept.changed.get(submission.page, 0) <= submission.revision:
        return False
    values = visible_values(study, kept.answers, submission.page, _given(submission.values))
    return page_values(study, kept.answers, submission.page) != values or any(
        name in values for name in submission.details
    )


def page_values(study: Study, answers: Answers, page: str) -> dict[str, Value]:
    """Give what is kept of one page, in the order in which it is asked."""
    course, values = course_of(study), answers.values
    if course.page_sets.get(page, NOTHING).isdisjoint(values):
        return {}
    return {name: values[name] for name in course.page_names[page] if name in values}


def _given(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not False and value != ""}


def _weigh(
    study: Study, interview: Interview, submission: Submission, made_from: Answers | None
) -> Judgement:
    page = submission.page
    values, after = _put_in_place(study, interview, submission)
    shown = after.page(page)
    grown = shown_parts(study, shown) - submission.shown if shown else NOTHING
    problems = check_in_place(study, after, page, values)
    missing = submission.draft and any(problem.code in INCOMPLETE for problem in problems)
    if submission.draft:
        problems = tuple(problem for problem in problems if problem.code not in INCOMPLETE)
    elif grown:
        problems = tuple(one for one in problems if not _is_yet_to_ask(study, one, grown))
    if problems:
        return Judgement(Fate.WRONG, (), problems)
    unseen = bool(grown) or (made_from is not None and _says_more(study, after, submission, made_from))
    passed = not (missing or unseen)
    own = PageChange(page, values, passed)
    withdrawn = _withdrawn(study, after)
    if not passed:
        after = walk_on(study, interview, page, values, passed=False)
    for change in withdrawn:
        after = walk_on(study, after, change.page, change.values, passed=change.passed)
    fate = Fate.GREW if unseen and not submission.draft else Fate.ACCEPTED
    return Judgement(fate, (own, *withdrawn), (), after)


def _put_in_place(
    study: Study, interview: Interview, submission: Submission
) -> tuple[dict[str, Value], Interview]:
    """Give what a submission says of all that it still asks, and the interview with that in place.

    What it asks is looked up here and not before, for another device may just have changed it.
    """
    page, values = submission.page, _given(submission.values)
    after = walk_on(study, interview, page, values)
    if changes_itself(study, page):
        asked = values_on(study, after.page(page), values)
        if len(asked) < len(values):
            return asked, walk_on(study, interview, page, asked)
    return values, after


def _is_yet_to_ask(study: Study, problem: AnswerProblem, grown: AbstractSet[str]) -> bool:
    """Say whether an answer is only missing because the form didn't ask for it yet."""
    if problem.code is not AnswerCode.REQUIRED:
        return False
    item = study.codebook.items[problem.name]
    return item.step in grown or f"{item.step}/{item.row}" in grown


def _says_more(study: Study, after: Interview, submission: Submission, made_from: Answers) -> bool:
    """Say whether the page has words now that its form didn't show, through answers on another page.

    Another role or another fill makes it another question. What these answers themselves change on the page
    is the respondent's own doing.
    """
    page, language = submission.page, submission.language
    then = walk(study, submit(study, made_from, page, _given(submission.values)))
    return not page_words(study, after, page, language) <= page_words(study, then, page, language)


def _withdrawn(study: Study, after: Interview) -> tuple[PageChange, ...]:
    """Give the pages with contact details that are no longer asked for, without those details."""
    answers = after.answers
    if course_of(study).private.isdisjoint(answers.values.keys()):
        return ()
    pages: dict[str, set[str]] = {}
    for name in answers.values:
        if not is_private(study, name):
            continue
        item = study.codebook.items[study.codebook.variables[name].item]
        if after.states[item.key] is State.NOT_ASKED:
            pages.setdefault(study.route.by_id[item.step].page, set()).add(name)
    return tuple(
        PageChange(
            page,
            {name: value for name, value in page_values(study, answers, page).items() if name not in names},
            page in answers.pages,
        )
        for page, names in pages.items()
    )
