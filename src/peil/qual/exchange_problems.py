"""The catalogue of problems in the exchange with qualitative tools, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

UNREADABLE_EXCHANGE = Rule(
    "X001",
    "unreadable_exchange",
    Severity.ERROR,
    "The file is absent, no REFI-QDA project or codebook, or its XML is broken.",
    "Nothing in it can be read.",
)
UNSAFE_EXCHANGE = Rule(
    "X002",
    "unsafe_exchange",
    Severity.ERROR,
    "The file does what no qualitative tool does: a document type, a path out of the archive, parts of one "
    "name, a password, or more in it than memory should hold.",
    "A file from elsewhere must not be able to read other files or fill the machine.",
)
LEFT_OUT = Rule(
    "X003",
    "left_out",
    Severity.INFO,
    "The file holds things that Peil has no place for: pictures, sound, variables, cases, links.",
    "They are still in the file, and nowhere else: keep it.",
)
MISPLACED = Rule(
    "X004",
    "misplaced",
    Severity.WARNING,
    "A coding points at a code, a text or words that aren't in the file.",
    "It can't be known what was coded, so that this coding is lost.",
)
CHANGED_WORDS = Rule(
    "X005",
    "changed_words",
    Severity.WARNING,
    "The words of an answer in the file aren't those of the data, or its mark is gone.",
    "A code that was given to other words says nothing about what the respondent wrote; it isn't taken over.",
)
CODING_CONFLICT = Rule(
    "X006",
    "coding_conflict",
    Severity.ERROR,
    "The file gives codes to an answer that this coder, or the frame, says something else about.",
    "One of the two is right, and only a person can say which; nothing was written.",
)
CODE_CONFLICT = Rule(
    "X007",
    "code_conflict",
    Severity.WARNING,
    "A code of the file isn't in the study's coding frame, or is called otherwise there.",
    "A frame is the study's own text: codes come into it by hand, so that all code with the same ones.",
)
WITHHELD = Rule(
    "X008",
    "withheld",
    Severity.WARNING,
    "Words were left out: they hold what points at one person by itself, such as an e-mail address, or they "
    "were said in a talk without consent on record.",
    "The file leaves the house where the answers are kept.",
)
NOTHING_TO_EXCHANGE = Rule(
    "X009",
    "nothing_to_exchange",
    Severity.ERROR,
    "What is to be written or read isn't in the study: a coding frame, a talk, a coder.",
    "An empty file would look like work that was done.",
)

EXCHANGE_RULES = (
    UNREADABLE_EXCHANGE,
    UNSAFE_EXCHANGE,
    LEFT_OUT,
    MISPLACED,
    CHANGED_WORDS,
    CODING_CONFLICT,
    CODE_CONFLICT,
    WITHHELD,
    NOTHING_TO_EXCHANGE,
)
