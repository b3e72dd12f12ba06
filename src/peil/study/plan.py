"""The plan of analysis: what plan.toml holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peil.core.span import Span
from peil.study.accept import Accept
from peil.study.amendment import Exclusion, Recoding
from peil.study.expr.condition import Condition
from peil.study.quota import Quota
from peil.study.text import Wording


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


@dataclass(frozen=True, slots=True)
class DeviationRule:
    """When a group deviates from the total, by the ``descriptive`` rule.

    Its base is at least the disclosure minimum, and its most chosen option is another one or it lies at
    least ``points`` percentage points from the total.
    """

    points: int = 10


DRAFT = "draft"
"""Profile of a researcher's draft: hides nothing, and what is made with it says that it is a draft."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What may be shown.

    Bases under ``minimum_base`` show nothing; from there to under ``indicative_below`` a cell is marked
    indicative.
    """

    profile: str = "standard"
    minimum_base: int = 10
    indicative_below: int = 30


NO_REASON = Wording("plan.weighting.reason")


@dataclass(frozen=True, slots=True)
class Weighting:
    """``none`` or ``given``: a column of the data. The methodology prints the reason, if there is one."""

    method: str = "none"
    column: str | None = None
    reason: Wording = NO_REASON


@dataclass(frozen=True)
class Plan:
    """Groups and banners, derived variables and nets, weighting, the deviation rule, the disclosure profile.

    ``groups`` are items (single questions or derived variables) that tables are split by, in order;
    ``group_spans`` holds where each is named.
    ``probabilities`` gives option probabilities for simulation: item key to option id to weight.
    ``titles`` are short headings by item key or question id; ``short_title`` reads them.
    ``accepts`` are findings about plan.toml that stay, each with the reason.
    ``quotas`` are counted while respondents answer; ``exclusions`` and ``recodings`` change what is analysed.
    """

    sampling: Sampling = Sampling.SELF_SELECTED
    groups: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()
    nets: tuple[Net, ...] = ()
    weighting: Weighting = Weighting()
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
