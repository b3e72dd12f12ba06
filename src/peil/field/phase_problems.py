"""The catalogue of what keeps fieldwork from entering a phase, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

BREAKS = Rule(
    "P001",
    "breaks_given_answers",
    Severity.ERROR,
    "The folder's text would break answers that were given already.",
    "Answers would lose their place or their meaning, or interviews that were finished would be so no more. "
    "`peil diff` and [the changes](change-problems.md) say which change does it, and what to do instead.",
)
UNTOLD_LIVE = Rule(
    "P002",
    "untold_live",
    Severity.ERROR,
    "study.toml doesn't say something that respondents have to be told.",
    "Before they answer, people have a right to know who is responsible, why that is allowed, how long "
    "answers are kept and where to turn to. Where people are invited, consent has a text and a version too, "
    "so that it can be shown later what each of them agreed to.",
    '[about]\ntitle = "Working from home"\nlanguages = ["en"]\n',
    '[about]\ntitle = "Working from home"\nlanguages = ["en"]\ncontroller = "Example Research"\n'
    'contact = "survey@example.org"\nlawful_basis = "art. 6(1)(e) GDPR"\nretention_months = 12\n',
    file="study.toml",
)
UNSEALED_LIVE = Rule(
    "P003",
    "unsealed_live",
    Severity.ERROR,
    "The questionnaire asks for contact details, and there is no key to seal them to.",
    "They would be readable for whoever gets hold of the server or of a backup of it.",
)
NO_REASON = Rule(
    "P004",
    "no_reason",
    Severity.ERROR,
    "This step is taken with a reason.",
    "Who accounts for the fieldwork later has to be able to say why it was closed, or opened again.",
)
NOT_BEGUN = Rule(
    "P005",
    "not_begun",
    Severity.ERROR,
    "There is no fieldwork here that could be closed.",
    "A store that was named by mistake would be closed in place of the one that was meant.",
)
CHANGED_MEANWHILE = Rule(
    "P006",
    "changed_meanwhile",
    Severity.ERROR,
    "The folder was changed while it was being read.",
    "What would be published isn't what was checked.",
)
OTHER_QUOTAS = Rule(
    "P007",
    "other_quotas",
    Severity.INFO,
    "Quotas are counted by another plan or another text than the folder's.",
    "Publishing brings a text to every server at once; quotas each server takes from the folder when it "
    "begins. Until all are restarted, some respondents can be let in or turned away by the quotas of before.",
)
PHASE_RULES = (BREAKS, UNTOLD_LIVE, UNSEALED_LIVE, NO_REASON, NOT_BEGUN, CHANGED_MEANWHILE, OTHER_QUOTAS)
