"""The catalogue of what keeps a study from being published as a site. Codes are frozen.

Never reused, never renumbered.
"""

from peil.core.problem import Severity
from peil.core.rule import Rule

DRAFT_SITE = Rule(
    "R065",
    "draft_site",
    Severity.ERROR,
    "The plan's disclosure profile is draft.",
    "A draft hides nothing: a share of four people would stand on a public page.",
    '[disclosure]\nprofile = "draft"\n',
    '[disclosure]\nprofile = "standard"\n',
    file="plan.toml",
)
BAD_PAGE = Rule(
    "R066",
    "bad_page",
    Severity.ERROR,
    "A file of the site can't be a page: its name or its title isn't that of one.",
    "A page needs an address, a place in the menu and one title, in each language alike.",
    "## Results\n\nOf all [30%]{= usage: often} use it often.\n",
    "# Results\n\nOf all [30%]{= usage: often} use it often.\n",
    file="site/10-results.md",
)
ONE_LANGUAGE = Rule(
    "R067",
    "one_language",
    Severity.ERROR,
    "A page of the site is there in one language and not in another.",
    "Each page leads to the same page in the other languages; a link to nothing helps nobody.",
)
MISPLACED_BLOCK = Rule(
    "R068",
    "misplaced_block",
    Severity.ERROR,
    "A block that makes pages of a site stands in a report, a deck or a press page.",
    "Only a site has pages to explore and files beside them; elsewhere there would be nothing to show.",
    "# Results\n\n::: explore\n:::\n",
    "# Results\n\n::: figure usage\nUse of AI\nshow: usage\n:::\n",
    file="report/1.md",
)
NOT_A_SITE = Rule(
    "R069",
    "not_a_site",
    Severity.ERROR,
    "The folder to write to holds something that isn't a site made by Peil.",
    "Publishing replaces what stands there; it never removes a file that it didn't write itself.",
)
NO_INTERIM_PLAN = Rule(
    "R070",
    "no_interim_plan",
    Severity.ERROR,
    "Interim results are asked for, and the plan lists none.",
    "Which subgroups are shown while answers come in is settled before anyone saw an answer; choosing "
    "them later is choosing results.",
)
NOT_OPEN = Rule(
    "R071",
    "not_open",
    Severity.ERROR,
    "Interim results are asked for, and the survey isn't open.",
    "An interim page says that the survey goes on; one that is closed has final results.",
)
BAD_ADDRESS = Rule(
    "R072",
    "bad_address",
    Severity.ERROR,
    "The site's address (--url) isn't one.",
    "Search engines and shared links use it as it stands.",
)
HEAVY_PAGE = Rule(
    "R073",
    "heavy_page",
    Severity.WARNING,
    "A page and its style sheet are larger than 150 KB.",
    "Many read it on a phone, on a slow line, for whom every chart more is a wait.",
)
NO_METHOD = Rule(
    "R074",
    "no_method",
    Severity.ERROR,
    "The site doesn't tell how the study was done.",
    "Numbers in public need who was asked, how, when and with what limits beside them.",
    "# Results\n\nOf all [30%]{= usage: often} use it often.\n",
    "# Results\n\nOf all [30%]{= usage: often} use it often.\n\n## How it was done\n\n"
    "::: annex methodology\n:::\n",
    file="site/10-results.md",
)

SITE_RULES = (
    DRAFT_SITE, BAD_PAGE, ONE_LANGUAGE, MISPLACED_BLOCK, NOT_A_SITE, NO_INTERIM_PLAN, NOT_OPEN, BAD_ADDRESS,
    HEAVY_PAGE, NO_METHOD,
)  # fmt: skip
