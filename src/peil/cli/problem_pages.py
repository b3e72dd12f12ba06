"""The reference pages of problems, made from the catalogues themselves."""

from collections.abc import Iterable

from peil.audit.claim_problems import CLAIM_RULES
from peil.cli.path_problem import UNUSABLE_PATH
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.data.data_problems import DATA_RULES
from peil.disclose.problems import GATE_RULES
from peil.field.phase_problems import PHASE_RULES
from peil.field.serve_problems import SERVE_RULES
from peil.formats.pack.pack_problems import PACK_RULES
from peil.mail.mail_problems import MAIL_RULES
from peil.qual.exchange_problems import EXCHANGE_RULES
from peil.report.office_problems import OFFICE_RULES
from peil.report.problems import RULES as REPORT_RULES
from peil.store.contact_problems import CONTACT_RULES
from peil.store.sample.sample_problems import SAMPLE_RULES
from peil.store.store_problems import STORE_RULES
from peil.study.changes.catalogue import CHANGE_RULES
from peil.study.checks.catalogue import rules
from peil.study.new_study_problems import NEW_STUDY_RULES
from peil.study.reader.revision_problems import REVISION_RULES
from peil.tabulate.table_problems import TABLE_RULES
from peil.weighting.weighting_problems import WEIGHTING_RULES

MADE = "<!-- Made by scripts/make_docs.py from the catalogue in {home}; change it there. -->"

CHECKS = """\
`peil check` gives every problem at once, each with its place and one repair. Codes are frozen: none is ever
reused. An *error* breaks the fieldwork or a number, a *warning* deserves a look, *info* informs."""

DATA = """\
Every problem of a file is given at once, with line and column. Codes are frozen: none is ever reused. An
*error* makes the file unusable; a *warning* or *info* goes with the tables and the report."""

REPORT = """\
`peil report` writes the report all the same, so that it can be looked at, and gives every problem in its text
with its place. Codes are frozen: none is ever reused."""

FIELD = """\
`peil serve` tells these before it lets a respondent in; those of the store can come from `peil export` and
`peil import` too. Codes are frozen: none is ever reused. An *error* keeps the study from being served or its
store from being opened; *info* informs."""

CLAIMS = """\
Problems in a file of published claims. Codes are frozen: none is ever reused. What the audit *finds* in
claims that it could read stands in [claims](claims.md)."""

EXCHANGE = """\
`peil qda` tells these. Codes are frozen: none is ever reused. An *error* keeps the file from being written or
taken over as a whole; a *warning* deserves a look; *info* informs."""

CONTACTS = """\
`peil contacts` and `peil retire` tell these. Codes are frozen: none is ever reused. An *error* keeps the
command from doing its work, and nothing was changed unless it says so; a *warning* deserves a look."""

MAIL = """\
`peil invite` and `peil remind` give every problem at once, before anyone is mailed; those of the texts in the
folder `mail` come from `peil check` too. Codes are frozen: none is ever reused. An *error* keeps all mails
from being sent; a *warning* deserves a look."""

CHANGES = """\
What `peil diff` tells, by kind of change, and what keeps it from reading a version. Codes are frozen: none is
ever reused. An *error* breaks a live study: answers already given would lose their place or meaning, or
interviews that were finished would be so no more. *Information* breaks nothing.

Who is asked what is proved for all interviews that there can be, in both versions at once: the same
respondent gives the same answers wherever both ask and show the same, and answers freely what only one of
them asks. Answers that only one version offers are left out of that comparison; they are told as options
added or removed. So where no answer is possible in both versions, nothing after it is compared: mend that
change, and compare again.

Notes, numbers of a source questionnaire and the report aren't compared: no respondent sees them. Of
plan.toml only quotas, exclusions and recodings are."""


def checks_page() -> str:
    """Give the page of a study's checks."""
    return page(
        "Checks of a study",
        "src/peil/study, src/peil/cli",
        CHECKS,
        (*rules(), *NEW_STUDY_RULES, UNUSABLE_PATH, BAD_USAGE),
    )


def data_problems_page() -> str:
    """Give the page of what can be wrong with a data file or with what a table is asked to show."""
    return page(
        "Problems of data and tables",
        "src/peil/data, src/peil/weighting, src/peil/tabulate",
        DATA,
        (*DATA_RULES, *PACK_RULES, *WEIGHTING_RULES, *TABLE_RULES),
    )


def report_problems_page() -> str:
    """Give the page of problems in a report's text."""
    return page(
        "Problems of a report",
        "src/peil/report, src/peil/disclose",
        REPORT,
        (*REPORT_RULES, *OFFICE_RULES, *GATE_RULES),
    )


def claim_problems_page() -> str:
    """Give the page of problems in a file of claims."""
    return page("Problems of a claims file", "src/peil/audit/claim_problems.py", CLAIMS, CLAIM_RULES)


def exchange_problems_page() -> str:
    """Give the page of problems in the exchange with qualitative tools."""
    return page(
        "Problems of the exchange with qualitative tools",
        "src/peil/qual/exchange_problems.py",
        EXCHANGE,
        EXCHANGE_RULES,
    )


def field_problems_page() -> str:
    """Give the page of what keeps a study from being served, or its store from being opened."""
    return page(
        "Problems in the field",
        "src/peil/field, src/peil/store",
        FIELD,
        (*SERVE_RULES, *PHASE_RULES, *STORE_RULES),
    )


def contact_problems_page() -> str:
    """Give the page of what can be wrong with contact details and retention."""
    home = "src/peil/store/contact_problems.py"
    return page("Problems of contact details and retention", home, CONTACTS, CONTACT_RULES)


def mail_problems_page() -> str:
    """Give the page of what keeps people from being invited and reminded: the list, the texts, the server."""
    home = "src/peil/mail, src/peil/store"
    return page("Problems of the sample and its mails", home, MAIL, (*MAIL_RULES, *SAMPLE_RULES))


def change_problems_page() -> str:
    """Give the page of what can change between two versions."""
    home = "src/peil/study/changes, src/peil/study/reader/revision_problems.py"
    return page("Changes between versions", home, CHANGES, (*CHANGE_RULES, *REVISION_RULES))


def page(title: str, home: str, lead: str, catalogue: Iterable[Rule]) -> str:
    """Give a page in Markdown: a table of all rules, then each with its reason and example."""
    found = sorted(catalogue, key=lambda rule: rule.code)
    rows = [f"| [{r.code}](#{anchor(r)}) | {r.name} | {r.severity} | {cell(r.summary)} |" for r in found]
    table = ["| code | name | severity | what it finds |", "|---|---|---|---|", *rows]
    head = "\n\n".join([f"# {title}", MADE.format(home=home), lead, "\n".join(table)])
    return head + "\n" + "".join(map(entry, found))


def entry(rule: Rule) -> str:
    """Give one rule's part of the page."""
    kind = {Severity.ERROR: "An error", Severity.WARNING: "A warning", Severity.INFO: "Information"}
    parts = [f"## {rule.code} {rule.name}", f"{rule.summary} {kind[rule.severity]}.", rule.why]
    if rule.bad:
        parts += [f"Not so, in `{rule.file}`:", fence(rule.file, rule.bad)]
    if rule.good:
        parts += ["But so:", fence(rule.file, rule.good)]
    for name, text in rule.around.items():
        parts += [f"Beside it, `{name}`:", fence(name, text)]
    return "\n" + "\n\n".join(parts) + "\n"


def fence(file: str, text: str) -> str:
    """Give a file's text as a block of code in its language."""
    language = {"toml": "toml", "po": "po"}.get(file.rsplit(".", 1)[-1], "markdown")
    return f"```{language}\n{text}```"


def anchor(rule: Rule) -> str:
    """Give the fragment that a Markdown viewer makes of the rule's heading."""
    return f"{rule.code}-{rule.name}".lower()


def cell(text: str) -> str:
    """Give a text as it may stand in a table's cell."""
    return text.replace("|", r"\|")
