"""What the checks of bindings look things up in."""

from dataclasses import dataclass

from peil.disclose.release import Release, ReleasedTable
from peil.report.compose.amount import Amount, amount_of
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import say
from peil.report.template.selection import Selection


@dataclass(frozen=True)
class Checker:
    """Checks the bindings of one report."""

    release: Release
    labels: Labels

    @property
    def language(self) -> str:
        """The report's language."""
        return self.labels.language

    def table(self, selection: Selection) -> ReleasedTable | None:
        """Give the released table of a selection, None where it is hidden or nobody is in it."""
        found = self.release.find(selection.spec, selection.group)
        return found if found and found.n else None

    def amount(self, selection: Selection) -> Amount | None:
        """Give a selection's share."""
        return amount_of(self.table(selection), selection.options)

    def told(self, selection: Selection, amount: Amount) -> str:
        """Say where a share comes from."""
        if amount.counted:
            counts = say(self.language, "of", count=amount.count, base=amount.base)
        else:
            counts = f"{amount.printed(self.language, 1)}, {say(self.language, 'n', n=amount.base)}"
            counts = f"{counts}, {say(self.language, 'weighted')}"
        return f"{self.labels.selection(selection)}; {counts}"
