"""The reference page of what can be wrong with a data file, made from the catalogue itself."""

from peil.data.data_problems import DATA_RULES, DataRule

HEAD = """\
# Problems of a data file

<!-- Made by scripts/make_docs.py from the catalogue in src/peil/data/data_problems.py; change it there. -->

Every problem of a file is given at once, with line and column. Codes are frozen: none is ever reused. An
*error* makes the file unusable; a *warning* or *info* goes with the tables and the report.

"""


def data_problems_page() -> str:
    """Give the page in Markdown: a table of all problems, then why each is one."""
    table = ["| code | name | severity | what it finds |", "|---|---|---|---|"]
    table += [f"| [{r.code}](#{anchor(r)}) | {r.name} | {r.severity} | {r.summary} |" for r in DATA_RULES]
    return HEAD + "\n".join(table) + "\n" + "".join(entry(rule) for rule in DATA_RULES)


def entry(rule: DataRule) -> str:
    """Give one problem's part of the page."""
    return f"\n## {rule.code} {rule.name}\n\n{rule.summary} ({rule.severity})\n\n{rule.why}\n"


def anchor(rule: DataRule) -> str:
    """Give the fragment that a Markdown viewer makes of the heading."""
    return f"{rule.code}-{rule.name}".lower()
