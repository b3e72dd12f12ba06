"""Problems with quotations in a text. Codes are frozen: never reused, never renumbered."""

from peil.core.problem import Severity
from peil.core.rule import Rule

FILE = "report/1.md"
AROUND = {
    "plan.toml": '[analysis]\ngroups = ["employment"]\n',
    "quotes.toml": """\
[[quote]]
id = "deadline"
text = { nl = "Zonder haalde ik geen deadline.", en = "I would meet no deadline without it." }
consent = "in the questionnaire"
approved_by = "A. Author"
approved_on = 2026-03-02
attribution = "employment: employer"

[[quote]]
id = "raw"
text = { nl = "Mijn baas weet er niets van.", en = "My boss doesn't know." }

[[quote]]
id = "dutch"
text = "Ik doe het liever zelf."
consent = "in the questionnaire"
approved_by = "A. Author"
approved_on = 2026-03-02
""",
}

HELD_BACK_QUOTE = Rule(
    "R055",
    "held_back_quote",
    Severity.ERROR,
    "A quotation is held back by the disclosure rules, so the text can't print it.",
    "Words give people away sooner than numbers do: they are printed with consent, once a person has read "
    "them for that, and with one broad attribute at most.",
    "# Findings\n\n::: quote raw\n:::\n",
    "# Findings\n\n::: quote deadline\n:::\n",
    file=FILE,
    around=AROUND,
)
UNTRANSLATED_QUOTE = Rule(
    "R056",
    "untranslated_quote",
    Severity.ERROR,
    "A quotation has no words in the language of the text, so it isn't printed.",
    "A translation is approved like the words themselves; one that is made up along the way is no quotation.",
    "# Findings\n\n::: quote dutch\n:::\n",
    "# Findings\n\n::: quote deadline\n:::\n",
    file=FILE,
    around=AROUND,
)
IDENTIFIER_IN_QUOTATION = Rule(
    "R057",
    "identifier_in_quotation",
    Severity.ERROR,
    "A quotation in the text holds an e-mail address, telephone number or the like.",
    "It points at one person by itself, and the text is published as it stands.",
    "# Findings\n\n> Mail me at jan@example.org.\n",
    "# Findings\n\n> Mail me at [address].\n",
    file=FILE,
)

QUOTE_RULES = (HELD_BACK_QUOTE, UNTRANSLATED_QUOTE, IDENTIFIER_IN_QUOTATION)
"""Every rule in order of its code."""
