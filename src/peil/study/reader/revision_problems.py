"""The catalogue of what keeps a version of a study from being read out of git, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

NO_GIT = Rule(
    "V001",
    "no_git",
    Severity.ERROR,
    "The program git isn't there.",
    "An earlier version is read out of git. Folders can be compared without it.",
)
OUTSIDE_GIT = Rule(
    "V002",
    "outside_git",
    Severity.ERROR,
    "A name is no folder, and the study is in no git repository that could hold it as a revision.",
    "What isn't a folder is taken for a revision: a commit, a branch or a tag.",
)
UNKNOWN_REVISION = Rule(
    "V003",
    "unknown_revision",
    Severity.ERROR,
    "A name is neither a folder nor a revision of the study's repository.",
    "Nothing can be compared with a version that isn't there. A shallow copy of a repository holds no "
    "older ones.",
)
NOT_IN_REVISION = Rule(
    "V004",
    "not_in_revision",
    Severity.ERROR,
    "The revision holds no questionnaire at the place of the study's folder.",
    "The folder was made, renamed or moved after that revision.",
)
REVISION_RULES = (NO_GIT, OUTSIDE_GIT, UNKNOWN_REVISION, NOT_IN_REVISION)
