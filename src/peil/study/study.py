"""A study: everything its folder says, resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from peil.core.problem import Problem
from peil.study.about import About
from peil.study.codebook import Codebook
from peil.study.coding import Codings
from peil.study.coding_frame import CodingFrame
from peil.study.fielding import Fielding
from peil.study.method import Method
from peil.study.other_study import OtherStudy
from peil.study.plan import Plan
from peil.study.population import Population
from peil.study.questionnaire import Questionnaire
from peil.study.quote import Quote
from peil.study.role import Role
from peil.study.route import Route
from peil.study.talk import Talk
from peil.study.theme import Theme
from peil.study.waves import NO_WAVES, Waves


@dataclass(frozen=True)
class Study:
    """One frozen value with the study's parts.

    ``problems`` are those found while reading; ``check_study`` gives these and those of every rule.
    """

    folder: Path
    about: About
    roles: tuple[Role, ...]
    questionnaire: Questionnaire
    codebook: Codebook
    route: Route
    plan: Plan
    fielding: Fielding = field(default_factory=Fielding)
    method: Method = field(default_factory=Method)
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    others: Mapping[str, OtherStudy] = field(default_factory=dict)
    waves: Waves = NO_WAVES
    populations: Mapping[str, Population] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    talks: Mapping[str, Talk] = field(default_factory=dict)
    frames: Mapping[str, CodingFrame] = field(default_factory=dict)
    codings: Mapping[str, Codings] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    untranslated: tuple[tuple[str, str], ...] = ()
    """Pairs of language and msgctxt path without a translation."""
    report_words: frozenset[str] = frozenset()
    """Words of the report's text that could be ids; filled in by ``check_study`` for its rules."""
    report_annexes: frozenset[str] = frozenset()
    """Annexes that the report's text has made, such as ``methodology``; likewise."""
    report_anchors: frozenset[str] = frozenset()
    """Ids of the report's headings, figures and tables; likewise."""
    wave_studies: Mapping[str, "Study | str"] = field(default_factory=dict)
    """The studies of other waves, or why one can't be read; likewise."""
