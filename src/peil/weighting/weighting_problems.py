"""The catalogue of problems that keep answers from being weighted, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

NO_CLASS = Rule(
    "G001",
    "no_class",
    Severity.ERROR,
    "Rows have no answer to a question that answers are weighted by.",
    "Nothing says how much they count. Leaving them out unseen, or guessing, changes every figure.",
)
NO_TARGET = Rule(
    "G002",
    "no_target",
    Severity.ERROR,
    "Rows are in a class that has no size in the target.",
    "The target says that nobody in the population is like them, so that they would count for nothing.",
)
EMPTY_CLASS = Rule(
    "G003",
    "empty_class",
    Severity.ERROR,
    "A class of a target has no respondents.",
    "There is nobody to stand for that part of the population.",
)
NOT_MET = Rule(
    "G004",
    "targets_not_met",
    Severity.ERROR,
    "No weights meet all targets, within the bounds if there are any.",
    "Combinations that the targets need have no respondents, or too few: the figures would be said to be "
    "weighted to targets that they don't agree with.",
)
NOT_POSITIVE = Rule(
    "G005",
    "not_positive",
    Severity.ERROR,
    "The linear method gives weights of zero or below.",
    "A respondent would count for nothing, or against others who answered alike.",
)
OVER_RESPONSE = Rule(
    "G006",
    "over_response",
    Severity.ERROR,
    "More people answered in a class than the sample had.",
    "A response rate above one is a mistake in the sample's counts, or in the classes of respondents.",
)
OTHER_POPULATION = Rule(
    "G007",
    "other_population",
    Severity.ERROR,
    "Two targets are of populations of different sizes.",
    "No weights can add up to both.",
)

WEIGHTING_RULES = (
    NO_CLASS,
    NO_TARGET,
    EMPTY_CLASS,
    NOT_MET,
    NOT_POSITIVE,
    OVER_RESPONSE,
    OTHER_POPULATION,
)
