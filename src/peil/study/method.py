"""What only people know of how a study was done: the part of study.toml that says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.span import Span
from peil.study.text import Wording

METHOD = (
    "funding",
    "population",
    "coverage",
    "frame",
    "selection",
    "recruitment",
    "reminders",
    "incentive",
    "mode",
    "languages",
    "review",
    "pretest",
    "view_rate",
    "duplicates",
    "quality",
    "coding",
    "ethics",
    "data_access",
    "limitations",
)
"""Everything that ``[method]`` can say, in the order in which the annex on methodology tells it."""

NEEDED = ("funding", "population", "frame", "recruitment", "mode", "limitations")
"""What readers need most to judge a study; ``peil check`` asks for it where the annex is printed."""

IN_STUDY = Span("study.toml")


@dataclass(frozen=True)
class Method:
    """Texts of ``[method]`` by name, each of ``METHOD``; what isn't said isn't there.

    ``span`` is where the table stands, or the file where there is none.
    """

    said: Mapping[str, Wording] = field(default_factory=dict)
    span: Span = IN_STUDY

    def tell(self, name: str, language: str) -> str:
        """Give a text in a language, the empty string where nothing is said."""
        found = self.said.get(name)
        return found.plain(language) if found else ""
