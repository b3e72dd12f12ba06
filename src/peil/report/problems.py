"""The catalogue of problems in a report's text. Codes are frozen: never reused, never renumbered.

The examples are about a study in which employers (28 of 130 respondents) use AI often in 13 cases and
all respondents in 39.
"""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.report.audit_problems import AUDIT_RULES
from peil.report.bound_problems import BOUND_RULES
from peil.report.chart_problems import CHART_RULES
from peil.report.other_problems import OTHER_RULES
from peil.report.population_problems import POPULATION_RULES
from peil.report.press_problems import PRESS_RULES
from peil.report.quote_problems import QUOTE_RULES
from peil.report.site.site_problems import SITE_RULES
from peil.report.talk_problems import TALK_RULES
from peil.report.trend_problems import TREND_RULES

FILE = "report/1.md"
HEAD = "# Findings  {findings}\n\n"


def error(code: str, name: str, summary: str, why: str, examples: tuple[str, str]) -> Rule:
    """Give a rule whose problem makes the report untrue or unreadable; examples are bad and good."""
    bad, good = (f"{HEAD}{example}\n" for example in examples)
    return Rule(code, name, Severity.ERROR, summary, why, bad, good, file=FILE)


CHANGED_NUMBER = error(
    "R001",
    "changed_number",
    "A printed number is not the one that the data give.",
    "Data are corrected and texts are copied; a number in a sentence doesn't follow by itself.",
    (
        "Of employers [45%]{= usage: often | employment: employer} use it often.",
        "Of employers [46%]{= usage: often | employment: employer} use it often.",
    ),
)
UNTRUE_COMPARISON = error(
    "R002",
    "untrue_comparison",
    "A comparison word says the opposite of the printed percentages.",
    "Readers remember who is higher, not by how much; a comparison has to follow the data like a number.",
    (
        "Employers use it [less often than average]{= compare usage: often | employment: employer}.",
        "Employers use it [more often than average]{= compare usage: often | employment: employer}.",
    ),
)
UNTRUE_CLAIM = error(
    "R003",
    "untrue_claim",
    "The bound that a claim states doesn't hold.",
    'Words such as "a majority" state a number too.',
    (
        "[A majority]{= claim usage: often > 50%} uses it often.",
        "[A minority]{= claim usage: often < 50%} uses it often.",
    ),
)
UNTRUE_MODE = error(
    "R004",
    "untrue_mode",
    "Another option is the most chosen, or a tie is not told.",
    "A tie that is told as one winner describes a difference that isn't there.",
    (
        "The usual answer of employers is [sometimes]{= mode usage | employment: employer}.",
        "The usual answer of employers is [often]{= mode usage | employment: employer}.",
    ),
)
UNTRUE_RANK = error(
    "R005",
    "untrue_rank",
    "An option has another rank than the text says.",
    "Ranks swap with a handful of answers; the sentence has to follow.",
    (
        "Often comes [third]{= rank usage: often}.",
        "Often comes [second]{= rank usage: often}.",
    ),
)
UNTRUE_LIST = error(
    "R006",
    "untrue_list",
    "The classes that are named aren't those that deviate by the plan's rule.",
    "Naming some of the deviating groups and not others is choosing results after seeing them.",
    (
        "Deviating groups: [employee]{= deviating usage: often by employment}.",
        "Deviating groups: [employer]{= deviating usage: often by employment}.",
    ),
)
HIDDEN_VALUE = error(
    "R007",
    "hidden_value",
    "A value is hidden by the disclosure rules, so the text can't say it.",
    "A share of a handful of people tells about persons; what a table hides, a sentence must not tell.",
    (
        "Of others [50%]{= usage: often | employment: other} use it often.",
        "Of all [30%]{= usage: often} use it often.",
    ),
)
UNKNOWN_NAME = error(
    "R008",
    "unknown_name",
    "A binding, figure or table names an item, option, net, group, class or fact that doesn't exist.",
    "A misspelt name would otherwise bind the sentence to nothing.",
    (
        "Of all [30%]{= usage: oftn} use it often.",
        "Of all [30%]{= usage: often} use it often.",
    ),
)
UNBOUND_NUMBER = error(
    "R009",
    "unbound_number",
    "A findings chapter holds a number that is bound to nothing.",
    "A number that isn't computed can't be checked, and is wrong after the next correction of the data.",
    (
        "Of all 30% use it often.",
        "Of all [30%]{= usage: often} use it often, in [2026]{plain}.",
    ),
)
UNBOUND_COMPARISON = error(
    "R010",
    "unbound_comparison",
    "A findings chapter holds a comparison word that is bound to nothing.",
    "More, less and most are findings; unbound they survive a change of the data that makes them untrue.",
    (
        "Employers use it more often than others.",
        "Employers use it [more often]{= compare usage: often | employment: employer} than others.",
    ),
)
UNKNOWN_REFERENCE = error(
    "R011",
    "unknown_reference",
    "A reference names a figure, table, section or footnote that isn't there.",
    'A reader is sent to "Figure ?"; figures move and are renamed while a report is written.',
    (
        "See {@usge}.\n\n::: figure usage\nUse of AI\nshow: usage\n:::",
        "See {@usage}.\n\n::: figure usage\nUse of AI\nshow: usage\n:::",
    ),
)
BAD_BINDING = error(
    "R012",
    "bad_binding",
    "A binding can't be read.",
    "A binding that can't be read checks nothing.",
    (
        "Of all [30%]{= usage often} use it often.",
        "Of all [30%]{= usage: often} use it often.",
    ),
)
BAD_BLOCK = error(
    "R013",
    "bad_block",
    "A block (`::: …`) or a heading's attribute can't be read: an unknown kind or key, a missing end.",
    "What can't be read would be left out of the report without a word.",
    (
        "::: figure usage\nUse of AI\nshow: usage\nchrt: stacked\n:::",
        "::: figure usage\nUse of AI\nshow: usage\nchart: stacked\n:::",
    ),
)
UNREADABLE_WORDS = error(
    "R014",
    "unreadable_words",
    "The printed words can't be read as a value of the binding's kind.",
    "Words that state no definite value can't be checked against the data.",
    (
        "[Some]{= usage: often} use it often.",
        "[Nearly a third]{= usage: often} use it often, [less than half]{= claim usage: often < 50%}.",
    ),
)
UNFIT_CHART = error(
    "R015",
    "unfit_chart",
    "A chart or mark doesn't fit what is shown.",
    "Parts of a stacked bar are read as adding up to everyone; answers of which several may be chosen don't.",
    (
        "::: figure reasons\nReasons\nshow: reasons\nchart: stacked\n:::",
        "::: figure reasons\nReasons\nshow: reasons\nchart: bars\n:::",
    ),
)
DUPLICATE_ID = error(
    "R016",
    "duplicate_id",
    "Two figures, tables or headings have the same id.",
    "A reference to that id could mean either.",
    (
        "::: figure usage\nUse\nshow: usage\n:::\n\n::: table usage\nUse\nshow: usage\n:::",
        "::: figure usage\nUse\nshow: usage\n:::\n\n::: table usage_table\nUse\nshow: usage\n:::",
    ),
)
DOUBLE_COUNT = error(
    "R017",
    "double_count",
    "A sum of options is asked of a question that takes several answers.",
    "Someone who ticked both would count twice; the share of those who ticked either is another number.",
    (
        "[84%]{= reasons: speed + quality} wants speed or quality.",
        "[53%]{= reasons: speed} wants speed.",
    ),
)
NO_REPORT = error(
    "R018",
    "no_report",
    "The study has no report text in this language.",
    "There is nothing to fill in.",
    ("", ""),
)

RECOVERABLE_CLASS = Rule(
    "R019",
    "recoverable_class",
    Severity.INFO,
    "A class is so small that cells of other classes are hidden to protect it.",
    "The total less the classes shown would give it away; taken together with another it costs nothing.",
    f"{HEAD}::: figure usage\nUse of AI\nshow: usage\nby: employment\n:::\n",
    f"{HEAD}::: figure usage\nUse of AI\nshow: usage\nby: employment\nonly: employer, zzp\n:::\n",
    file=FILE,
)

NO_WEIGHTING_REASON = Rule(
    "R020",
    "no_weighting_reason",
    Severity.WARNING,
    "The report tells how answers were weighted, and the plan gives no reason.",
    "Whether weights were right can be judged only by their reason; so can doing without.",
    '[weighting]\nmethod = "none"\n',
    '[weighting]\nmethod = "none"\nreason = "No register counts who works in this field."\n',
    file="plan.toml",
    around={FILE: "# How it was done\n\n::: weighting\n:::\n"},
)
IMAGE = error(
    "R021",
    "image",
    "The text holds an image.",
    "Pictures can't be carried into every format yet; only an image's words would be printed.",
    (
        "![Use of AI](https://example.org/usage.png)",
        "::: figure usage\nUse of AI\nshow: usage\n:::",
    ),
)
LANGUAGES_DIFFER = Rule(
    "R022",
    "languages_differ",
    Severity.WARNING,
    "The report's text has other headings, figures, tables or bindings than the base language's.",
    "Reports of one study should say the same; a sentence mended in one language is forgotten in the other.",
    "# Use  {findings}\n\nOf all [30%]{= usage: often} use it often.\n",
    "# Use  {findings}\n\nOf all [30%]{= usage: often} use it often, of employers "
    "[46%]{= usage: often | employment: employer}.\n",
    file="report/en/1.md",
    around={
        FILE: "# Gebruik  {findings}\n\nVan de werkgevers gebruikt "
        "[46%]{= usage: often | employment: employer} het vaak, van allen [30%]{= usage: often}.\n"
    },
)
NO_RATES = Rule(
    "R023",
    "no_rates",
    Severity.WARNING,
    "The report tells a response rate, and no counts of fieldwork stand beside the data.",
    "A rate that nothing computes can't be held against what became of everybody.",
    "# How it was done\n\n::: rates\n:::\n",
    "# How it was done\n\n::: response\n:::\n",
    file=FILE,
)

UNTOLD_MODEL = Rule(
    "R024",
    "untold_model",
    Severity.ERROR,
    "Intervals rest on a model, and the report doesn't say so.",
    "Readers take an interval for what a drawn sample has; only the text can tell them that nobody drew one.",
    "# How it was done  {plain}\n\nPeople answered.\n",
    "# How it was done  {plain}\n\nPeople answered.\n\n::: intervals\n:::\n",
    file=FILE,
    around={
        "plan.toml": '[analysis]\nsampling = "self_selected"\n\n[intervals]\nmodel = "as if drawn"\n'
        'assumptions = "whether someone takes part has nothing to do with the answers"\n'
    },
)
SEVERAL_TESTED = Rule(
    "R025",
    "several_tested",
    Severity.ERROR,
    "A list of deviating groups is about several options together, and groups are tested.",
    "Each option was tested by itself; of several together nobody knows what a test would say.",
    f"{HEAD}[none]{{= deviating usage: often + sometimes by employment}} uses it otherwise.\n",
    f"{HEAD}[none]{{= deviating usage: net:any by employment}} uses it otherwise.\n",
    file=FILE,
    around={
        "plan.toml": '[analysis]\nsampling = "probability"\ngroups = ["employment"]\n\n'
        '[nets.usage]\nany = { title = "often or sometimes", options = ["often", "sometimes"] }\n\n'
        '[deviation]\nrule = "tested"\n'
    },
)

RULES = (
    CHANGED_NUMBER, UNTRUE_COMPARISON, UNTRUE_CLAIM, UNTRUE_MODE, UNTRUE_RANK, UNTRUE_LIST, HIDDEN_VALUE,
    UNKNOWN_NAME, UNBOUND_NUMBER, UNBOUND_COMPARISON, UNKNOWN_REFERENCE, BAD_BINDING, BAD_BLOCK,
    UNREADABLE_WORDS, UNFIT_CHART, DUPLICATE_ID, DOUBLE_COUNT, NO_REPORT, RECOVERABLE_CLASS,
    NO_WEIGHTING_REASON, IMAGE, LANGUAGES_DIFFER, NO_RATES, UNTOLD_MODEL, SEVERAL_TESTED,
    *BOUND_RULES,
    *CHART_RULES,
    *PRESS_RULES,
    *QUOTE_RULES,
    *SITE_RULES,
    *OTHER_RULES,
    *TREND_RULES,
    *POPULATION_RULES,
    *AUDIT_RULES,
    *TALK_RULES,
)  # fmt: skip
"""Every rule in order of its code."""
