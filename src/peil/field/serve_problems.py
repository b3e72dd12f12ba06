"""The catalogue of what is wrong, or deserves a look, when a study is served; each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

PORT_TAKEN = Rule(
    "F001",
    "port_taken",
    Severity.ERROR,
    "Another program answers at this port already.",
    "Respondents would reach that program, or a study that was served before.",
)
UNUSABLE_ADDRESS = Rule(
    "F002",
    "unusable_address",
    Severity.ERROR,
    "The address isn't one of this machine, or the system doesn't let the port be used.",
    "Nobody could reach the pages.",
)
UNTOLD = Rule(
    "F003",
    "untold",
    Severity.INFO,
    "study.toml doesn't say something that respondents are to be told.",
    "Before they answer, people have a right to know who is responsible (`controller`), where questions and "
    "requests go (`contact`), why it is allowed (`lawful_basis`), how long answers are kept "
    "(`retention_months`) and what they agree to (`consent`, and where people are invited its "
    "`consent_version`). The pages can tell only what they are given; `peil phase live` and `peil invite` "
    "refuse to go on without.",
    '[about]\ntitle = "Working from home"\nlanguages = ["en"]\n',
    '[about]\ntitle = "Working from home"\nlanguages = ["en"]\ncontroller = "Example Research"\n'
    'contact = "survey@example.org"\n'
    'lawful_basis = "art. 6(1)(a) GDPR"\nretention_months = 12\n'
    'consent = "I take part of my own free will and agree that my answers are used for this study."\n',
    file="study.toml",
)
UNSHIELDED = Rule(
    "F004",
    "unshielded",
    Severity.INFO,
    "Other machines reach the pages without encryption.",
    "Answers can be read and changed on the way; a web server in front that speaks https prevents it.",
)
NO_STORE = Rule(
    "F005",
    "no_store",
    Severity.ERROR,
    "The store can't be written now.",
    "Answers would be lost; no respondent is let in before they can be kept.",
)
OTHER_VERSION = Rule(
    "F006",
    "other_version",
    Severity.INFO,
    "Not everyone is asked the folder's text.",
    "An interview keeps the text that it was begun with. New ones are asked the folder's when it has been "
    "published: by serving it, as long as no phase was ever said, and by `peil phase` from then on, so that "
    "no restart puts half-finished work before respondents.",
)
UNSEALED = Rule(
    "F007",
    "unsealed",
    Severity.INFO,
    "The questionnaire asks for contact details, and there is no key to seal them to.",
    "Whoever gets hold of the server, or of a backup of it, can read them. With a key only those can "
    "who have its private half.",
)
SERVE_RULES = (PORT_TAKEN, UNUSABLE_ADDRESS, UNTOLD, UNSHIELDED, NO_STORE, OTHER_VERSION, UNSEALED)
