"""The plan of analysis: what plan.toml holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peil.core.span import Span
from peil.study.accept import Accept
from peil.study.amendment import Exclusion, Recoding
from peil.study.expr.condition import Condition
from peil.study.interim import Interim
from peil.study.interval_model import IntervalModel
from peil.study.quota import Quota
from peil.study.sample_design import SampleDesign
from peil.study.text import Wording
from peil.study.weighting import UNWEIGHTED, Weighting

IN_PLAN = Span("plan.toml")


@dataclass(frozen=True, slots=True)
class GroupClass:
    """One class of a derived variable; classes are tried in order, the first that holds counts."""

    id: str
    wording: Wording
    condition: Condition


@dataclass(frozen=True, slots=True)
class Derived:
    """A variable computed from answers: a recode of options or any set of conditions."""

    id: str
    wording: Wording
    classes: tuple[GroupClass, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Net:
    """Options of one question taken together, such as agree and fully agree."""

    id: str
    question: str
    wording: Wording
    options: tuple[str, ...]
    span: Span


class Sampling(StrEnum):
    """How respondents came in: decides whether intervals and tests may be printed at all."""

    SELF_SELECTED = "self_selected"
    PROBABILITY = "probability"


DESCRIPTIVE, TESTED = "descriptive", "tested"
CORRECTIONS = ("holm", "bh", "by", "bonferroni")


@dataclass(frozen=True, slots=True)
class DeviationRule:
    """When a group deviates from the total.

    Its base is at least the disclosure minimum. By the ``descriptive`` rule its most chosen option is another
    one or it lies at least ``points`` percentage points from the total. By the ``tested`` rule, of samples
    that have errors, its share differs from that of the rest at ``level``, p adjusted over a family.

    Args:
        rule: ``DESCRIPTIVE`` or ``TESTED``.
        points: Of the descriptive rule.
        level: Of the tested rule.
        family: What of an item split by a group is adjusted together: ``table``, each item by each group;
            ``item``, an item by all groups that it is split by; ``all``, everything tabulated at once.
        correction: One of ``CORRECTIONS``.
        span: Where the rule stands.
    """

    rule: str = DESCRIPTIVE
    points: int = 10
    level: float = 0.05
    family: str = "table"
    correction: str = "holm"
    span: Span = IN_PLAN

    @property
    def tested(self) -> bool:
        """Groups are tested against the rest."""
        return self.rule == TESTED


DRAFT = "draft"
"""Profile of a researcher's draft: hides nothing, and what is made with it says that it is a draft."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What may be shown.

    Bases under ``minimum_base`` show nothing; from there to under ``indicative_below`` a cell is marked
    indicative and printed in whole percents. In a table that an identifying variable is part of, counts of 1
    to ``small_count`` are hidden, and of a sensitive question those of 1 to ``small_sensitive`` and whole
    groups that answered alike or not at all.

    Args:
        profile: Its name; ``DRAFT`` hides nothing.
        minimum_base: The smallest base that is shown.
        indicative_below: Under so many a base is indicative.
        identifying: Items by which a person can be known: single questions, derived variables, and what open
            answers of one of these names were coded as.
        sensitive: Questions whose answers can harm a person.
        small_count: The largest count that is hidden where an identifying variable is part of the table.
        small_sensitive: The same for a sensitive question.
        protection: How wide an attacker's interval of a hidden count must stay, in persons.
        k: How often each combination of what identifies occurs in a public file of rows, at least.
    """

    profile: str = "standard"
    minimum_base: int = 10
    indicative_below: int = 30
    identifying: frozenset[str] = frozenset()
    sensitive: frozenset[str] = frozenset()
    small_count: int = 2
    small_sensitive: int = 4
    protection: int = 3
    k: int = 3


@dataclass(frozen=True)
class Plan:
    """Groups and banners, derived variables and nets, weighting, the deviation rule, the disclosure profile.

    ``groups`` are items (single questions, derived variables, codes one an answer) that tables are split by,
    in order;
    ``group_spans`` holds where each is named.
    ``probabilities`` gives option probabilities for simulation: item key to option id to weight.
    ``titles`` are short headings by item key or question id; ``short_title`` reads them.
    ``accepts`` are findings about plan.toml that stay, each with the reason.
    ``quotas`` are counted while respondents answer; ``exclusions`` and ``recodings`` change what is analysed.
    ``design`` says how the sample was drawn; ``intervals`` under which model it has intervals all the same.
    ``interim`` is what may be shown while the survey runs, or None.
    """

    sampling: Sampling = Sampling.SELF_SELECTED
    groups: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()
    nets: tuple[Net, ...] = ()
    weighting: Weighting = UNWEIGHTED
    deviation: DeviationRule = DeviationRule()
    disclosure: Disclosure = Disclosure()
    probabilities: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    crosswalks: Mapping[str, "Crosswalk"] = field(default_factory=dict)
    titles: Mapping[str, Wording] = field(default_factory=dict)
    group_spans: Mapping[str, Span] = field(default_factory=dict)
    accepts: tuple[Accept, ...] = ()
    quotas: tuple[Quota, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    recodings: tuple[Recoding, ...] = ()
    design: SampleDesign | None = None
    intervals: IntervalModel | None = None
    interim: Interim | None = None

    @property
    def tells_errors(self) -> bool:
        """Standard errors and intervals mean something: rows were drawn, or a model stands in for that."""
        return self.sampling is Sampling.PROBABILITY or self.intervals is not None

    @property
    def row_columns(self) -> tuple[str, ...]:
        """Columns of the data that say something of the rows and are no answers: weights and the design."""
        weights = (self.weighting.column,) if self.weighting.column else ()
        return tuple(dict.fromkeys((*weights, *(self.design.columns if self.design else ()))))

    def net(self, question: str, net_id: str) -> Net | None:
        """Give the net of a question, or None."""
        return next((net for net in self.nets if (net.question, net.id) == (question, net_id)), None)


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """How options of a question correspond to the classes of another source, for the annex.

    ``rows`` hold an option id and the names of the other source's classes that it covers: proper names,
    printed as they are in every language. ``source`` says what the other source is; it may be empty.
    """

    id: str
    question: str
    title: Wording
    source: Wording
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    span: Span
