"""Checks a study that was read: what reading found and what every rule finds, in order of place."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from peil.core.problem import Problem
from peil.study.checks import reads_unasked
from peil.study.checks.catalogue import checks, rules
from peil.study.checks.evidence.accepting import set_apart
from peil.study.checks.evidence.findings import Findings
from peil.study.reader.read_wave_studies import read_wave_studies
from peil.study.study import Study

WORD = re.compile(r"[a-z][a-z0-9_]*")
ANNEX = re.compile(r"^:::[ \t]*annex[ \t]+([a-z]+)", re.MULTILINE)
ANCHOR = re.compile(r"^(?:#+[ \t].*\{[^}\n]*#|:::[ \t]*(?:figure|table)[ \t]+)([\w-]+)", re.MULTILINE)


def check_study(study: Study) -> tuple[Problem, ...]:
    """Give every problem of the study at once, in order of place and code, each once.

    What the study accepts in place, with a reason, is left out.
    """
    return find_problems(study).problems


def find_problems(study: Study) -> Findings:
    """Give every problem of the study, and apart from these what it accepts, in order of place and code.

    The report's texts and other waves are read from their folders here, so that the rules themselves read
    no files.
    """
    texts = read_report_texts(study.folder)
    known = replace(
        study,
        report_words=found_in(texts, WORD),
        report_annexes=found_in(texts, ANNEX),
        report_anchors=found_in(texts, ANCHOR),
        wave_studies=read_wave_studies(study),
    )
    found = [problem for check in checks() for problem in check(known)]
    told = set_apart(study, dict.fromkeys((*study.problems, *found)), rules())
    return Findings(*(tuple(sorted(part, key=order)) for part in (told.problems, told.accepted)))


def explain_study(study: Study) -> tuple[Problem, ...]:
    """Give what there is to know of the routing though nothing is wrong with it, in order of place."""
    return tuple(sorted(dict.fromkeys(reads_unasked.tell(study)), key=order))


def read_report_texts(folder: Path) -> tuple[str, ...]:
    """Read the report's texts, in every language; none where there is no report."""
    return tuple(
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.glob("report/**/*.md"))
        if path.is_file()
    )


def found_in(texts: Iterable[str], pattern: re.Pattern[str]) -> frozenset[str]:
    """Give what a pattern finds in texts."""
    return frozenset(word for text in texts for word in pattern.findall(text))


def order(problem: Problem) -> tuple[str, int, int, str, str]:
    """Give the key that sorts problems by place, then code."""
    span = problem.span
    return span.file, span.line, span.column, problem.code, problem.message
