"""What the checks of bindings look things up in."""

from dataclasses import dataclass, field, replace

from peil.disclose.release import Release, ReleasedTable
from peil.report.compose.amount import Amount, amount_of
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import say
from peil.report.template.selection import Selection
from peil.study.base_rule import tell_base
from peil.study.tablespec import TableSpec


@dataclass(frozen=True)
class Checker:
    """Checks the bindings of one report; ``bases`` keeps the words for bases that were told."""

    release: Release
    labels: Labels
    bases: dict[object, str] = field(default_factory=dict)

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
        return self.origin(selection, counts)

    def origin(self, selection: Selection, *more: str) -> str:
        """Say where a value comes from: question, answer, class, what is told of it, base and table."""
        spec = selection.spec
        name = f"{spec.item} × {spec.by}" if spec.by else spec.item
        base = say(self.language, "in_base", rule=self.base(spec))
        who = self.labels.selection(replace(selection, where=None))  # the base tells the condition
        parts = (who, *more, base, say(self.language, "in_table", name=name))
        return "; ".join(parts)

    def base(self, spec: TableSpec) -> str:
        """Give a base in words."""
        if spec.key not in self.bases:
            self.bases[spec.key] = tell_base(self.labels.study, spec, self.language)
        return self.bases[spec.key]
