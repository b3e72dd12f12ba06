"""The catalogue of what is wrong, or deserves a look, with contact details and retention."""

from peil.core.problem import Severity
from peil.core.rule import Rule

LOOSE_KEY = Rule(
    "K001",
    "loose_key",
    Severity.ERROR,
    "Others than its owner can read the file with the private key.",
    "Who has the private key can read the contact details of everybody who took part.",
)
NO_KEY = Rule(
    "K002",
    "no_key",
    Severity.ERROR,
    "There is no private key in the file.",
    "A private key of age is a line that begins with AGE-SECRET-KEY-1. A file that is itself locked with a "
    "passphrase has to be opened with age first.",
)
WRONG_KEY = Rule(
    "K003",
    "wrong_key",
    Severity.WARNING,
    "Some contact details can't be opened with this private key.",
    "They were sealed to other keys, or were damaged. Those who left them would otherwise be forgotten "
    "unseen.",
)
IN_THE_WAY = Rule(
    "K004",
    "in_the_way",
    Severity.ERROR,
    "Something stands in the file's place already.",
    "A private key that is written over can't be got back, nor can what was sealed to it.",
)
KEY_IN_STUDY = Rule(
    "K005",
    "key_in_study",
    Severity.ERROR,
    "The file with the private key would stand in the study's folder.",
    "The folder goes to the server and into version control; who has both the store and the key can read "
    "everything.",
)
KEPT_READABLE = Rule(
    "K006",
    "kept_readable",
    Severity.WARNING,
    "Contact details are kept readable.",
    "Who gets at the store gets at them. With a public key in study.toml they are sealed on arrival, and "
    "those that are there at the next opening.",
    '[about]\ntitle = "Working from home"\nlanguages = ["en"]\n',
    '[about]\ntitle = "Working from home"\nlanguages = ["en"]\n\n[fieldwork]\ncontact_keys = ["age1…"]\n',
    file="study.toml",
)
ON_ONE_MACHINE = Rule(
    "K007",
    "on_one_machine",
    Severity.WARNING,
    "The store and the private key are on one machine.",
    "Sealing protects from who gets into the server only while the private key was never there. Also a file "
    "that `peil contacts --out` wrote is opened where the store isn't.",
)
NOT_SEALED = Rule(
    "K008",
    "not_sealed",
    Severity.ERROR,
    "The file holds no sealed contact details.",
    "It isn't a file that `peil contacts --out` wrote, or not the whole of it.",
)
UNKNOWN_CODE = Rule(
    "K009",
    "unknown_code",
    Severity.ERROR,
    "Nothing is kept under this personal code.",
    "Only the code leads to a respondent's answers; they were erased already, or a letter was misheard.",
)
UNKNOWN_PERSON = Rule(
    "K010",
    "unknown_person",
    Severity.ERROR,
    "Nobody with this address is in the sample.",
    "Addresses are looked up as they stand there, apart from capitals.",
)
NOT_LINKED = Rule(
    "K011",
    "not_linked",
    Severity.WARNING,
    "Nothing links this person to answers.",
    "In an anonymous study there never was a link, and in a confidential one it is destroyed at close. Only "
    "the personal code leads to the answers.",
)
NOT_STATED = Rule(
    "K012",
    "not_stated",
    Severity.WARNING,
    "study.toml doesn't say how long something is kept.",
    "What has no time is kept forever, and respondents can't be told.",
    '[about]\ntitle = "Working from home"\nlanguages = ["en"]\n',
    '[about]\ntitle = "Working from home"\nlanguages = ["en"]\nretention_months = 12\n\n'
    "[fieldwork.retention]\ncontacts = 3\naddresses = 1\n",
    file="study.toml",
)
STILL_OPEN = Rule(
    "K013",
    "still_open",
    Severity.ERROR,
    "Fieldwork isn't over, and nothing is due.",
    "Retention is counted from the day on which fieldwork ended.",
)
TRACES_LEFT = Rule(
    "K014",
    "traces_left",
    Severity.ERROR,
    "Deleting was begun and couldn't be finished.",
    "What was deleted can still be read in the database's files. The same command finishes it.",
)
FUTURE_DAY = Rule(
    "K015",
    "future_day",
    Severity.ERROR,
    "Nothing is deleted on a day that is still to come.",
    "Respondents were told how long their answers are kept; a day to come is for looking ahead.",
)
STILL_JOINED = Rule(
    "K016",
    "still_joined",
    Severity.WARNING,
    "Fieldwork is over, and what joins invitations and answers is still there.",
    "Respondents were told that it is destroyed when the study closes. The last day passes by itself; "
    "destroying is done by peil retire --do, from a daily timer say, or by peil phase closed.",
)
UNKNOWN_INTERVIEW = Rule(
    "K017",
    "unknown_interview",
    Severity.ERROR,
    "The store has no interview with this id.",
    "It was erased already, or the id is mistyped: the id stands in the first column of an export.",
)
CONTACT_RULES = (
    LOOSE_KEY,
    NO_KEY,
    WRONG_KEY,
    IN_THE_WAY,
    KEY_IN_STUDY,
    KEPT_READABLE,
    ON_ONE_MACHINE,
    NOT_SEALED,
    UNKNOWN_CODE,
    UNKNOWN_PERSON,
    NOT_LINKED,
    NOT_STATED,
    STILL_OPEN,
    TRACES_LEFT,
    FUTURE_DAY,
    STILL_JOINED,
    UNKNOWN_INTERVIEW,
)
