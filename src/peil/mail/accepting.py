"""What is wrong with a study's mails, apart from what study.toml accepts of it.

``[accept."mail/reminder-2.md"]`` holds for that mail alone, as one under a heading does for a question.
"""

from collections.abc import Iterator

from peil.core.problem import Problem
from peil.mail.check_templates import check_mail
from peil.mail.mail_problems import MAIL_RULES, MISSPELT_FILL, STRAY_FILE, UNTRANSLATED_MAIL
from peil.study.accept import Accept
from peil.study.checks import bad_accept, idle_accept
from peil.study.checks.evidence.accepting import first_of_each
from peil.study.checks.evidence.findings import Findings
from peil.study.study import Study

ACCEPTABLE = frozenset({STRAY_FILE.name, MISSPELT_FILL.name, UNTRANSLATED_MAIL.name})
"""Rules of mails whose findings ``check_mail`` gives and that are no errors."""

NAMES = {rule.code: rule.name for rule in MAIL_RULES}


def find_mail_problems(study: Study) -> Findings:
    """Give what is wrong with the mails' texts, and apart from it what the study accepts."""
    waiting = {file: first_of_each(accepts) for file, accepts in study.about.mail_accepts.items()}
    needed: set[Accept] = set()
    problems: list[Problem] = []
    accepted: list[Problem] = []
    for problem in check_mail(study):
        name = NAMES[problem.code]
        accept = waiting.get(problem.span.file, {}).get(name) if name in ACCEPTABLE else None
        if accept is None:
            problems.append(problem)
        else:
            accepted.append(problem)
            needed.add(accept)
    return Findings((*problems, *_of_accepts(study, needed)), tuple(accepted))


def _of_accepts(study: Study, needed: set[Accept]) -> Iterator[Problem]:
    """Give what is wrong with the accepts themselves, those with nothing to accept among it."""
    known = {rule.name: rule for rule in MAIL_RULES}
    for accepts in study.about.mail_accepts.values():
        for accept in accepts:
            if wrong := bad_accept.judge(accept, known, ACCEPTABLE):
                yield wrong
            elif accept not in needed:
                yield idle_accept.problem(accept)
