"""Checks a study that was read: what reading found and what every rule finds, in order of place."""

import re
from dataclasses import replace
from pathlib import Path

from peil.core.problem import Problem
from peil.study.checks.catalogue import checks
from peil.study.study import Study

WORD = re.compile(r"[a-z][a-z0-9_]*")


def check_study(study: Study) -> tuple[Problem, ...]:
    """Give every problem of the study at once, in order of place and code, each once.

    The report's words are read from the study's folder here, so that the rules themselves read no files.
    """
    known = replace(study, report_words=read_report_words(study.folder))
    found = [problem for check in checks() for problem in check(known)]
    return tuple(sorted(dict.fromkeys((*study.problems, *found)), key=order))


def read_report_words(folder: Path) -> frozenset[str]:
    """Read which words the report's text holds that could be ids; none where there is no report."""
    texts = (
        path.read_text(encoding="utf-8", errors="replace")
        for path in folder.glob("report/**/*.md")
        if path.is_file()
    )
    return frozenset(word for text in texts for word in WORD.findall(text))


def order(problem: Problem) -> tuple[str, int, int, str, str]:
    """Give the key that sorts problems by place, then code."""
    span = problem.span
    return span.file, span.line, span.column, problem.code, problem.message
