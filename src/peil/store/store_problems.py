"""The catalogue of what keeps a store from being opened, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

BAD_URL = Rule(
    "S001",
    "bad_store_url",
    Severity.ERROR,
    "This says no place where a store can be.",
    "A store is a folder (`sqlite:FOLDER`, or the folder's name alone) or a PostgreSQL database "
    "(`postgresql://USER@HOST/DATABASE`).",
)
NEWER = Rule(
    "S002",
    "newer_store",
    Severity.ERROR,
    "The store was written by a later version of the program.",
    "This version doesn't know what the later one keeps there, and could lose it.",
)
SERVED = Rule(
    "S003",
    "store_in_use",
    Severity.ERROR,
    "Another process serves respondents from this store, or brings it up to date.",
    "A store in files is written to by one serving process; several need PostgreSQL. Reading it "
    "(`peil export`) is possible meanwhile.",
)
UNREACHABLE = Rule(
    "S004",
    "unreachable_store",
    Severity.ERROR,
    "The store can't be opened.",
    "The folder or the server refuses it, isn't there, or doesn't answer.",
)
NO_STORE = Rule(
    "S005",
    "no_store_there",
    Severity.ERROR,
    "The folder holds something else than a store.",
    "A store keeps its folder to itself, so that answers never end up in version control or in a backup of "
    "other things.",
)
OTHER_STUDY = Rule(
    "S006",
    "other_study",
    Severity.ERROR,
    "The store holds answers that the study has no place for.",
    "It is another study's store, or a question, option or page was taken out, moved or renamed after it was "
    "answered. Those answers would be in no form and in no export, and others would come to stand among "
    "them. They can still be read (`peil export`).",
)
STORE_RULES = (BAD_URL, NEWER, SERVED, UNREACHABLE, NO_STORE, OTHER_STUDY)
