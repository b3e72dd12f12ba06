"""The reference page of the catalogue, made from the rules themselves."""

from peil.core.problem import Severity
from peil.study.checks.catalogue import rules
from peil.study.checks.rule import Rule

HEAD = """\
# Checks of a study

<!-- Made by scripts/make_docs.py from the rules in src/peil/study/checks; change it there. -->

`peil check` gives every problem at once, each with its place and one repair. Codes are frozen: none is ever
reused. An *error* breaks the fieldwork or a number, a *warning* deserves a look, *info* informs.

"""


def checks_page() -> str:
    """Give the page in Markdown: a table of all rules, then each with its reason and an example."""
    table = ["| code | name | severity | what it finds |", "|---|---|---|---|"]
    table += [f"| [{r.code}](#{anchor(r)}) | {r.name} | {r.severity} | {cell(r.summary)} |" for r in rules()]
    return HEAD + "\n".join(table) + "\n" + "".join(entry(rule) for rule in rules())


def entry(rule: Rule) -> str:
    """Give one rule's part of the page."""
    kind = {Severity.ERROR: "An error", Severity.WARNING: "A warning", Severity.INFO: "Information"}
    around = [f"Beside it, `{name}`:\n\n{fence(name, text)}" for name, text in rule.around.items()]
    parts = [
        f"## {rule.code} {rule.name}",
        f"{rule.summary} {kind[rule.severity]}.",
        rule.why,
        f"Not so, in `{rule.file}`:\n\n{fence(rule.file, rule.bad)}",
        f"But so:\n\n{fence(rule.file, rule.good)}",
        *around,
    ]
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
