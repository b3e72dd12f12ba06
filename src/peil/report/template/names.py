"""Names in a report's text, looked up in the study; what isn't there becomes a problem."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.report import problems as rules
from peil.report.template.phrase import Phrase
from peil.study.codebook import Item
from peil.study.expr.condition import Condition
from peil.study.expr.resolve import resolve_condition
from peil.study.question import Kind
from peil.study.study import Study

TABULATED = {Kind.SINGLE, Kind.MULTI, Kind.SCALE, Kind.RANKING}


@dataclass
class Names:
    """Looks names up in one study and gathers the problems of one reading."""

    study: Study
    problems: list[Problem] = field(default_factory=list)

    def report(self, rule: Rule, phrase: Phrase, message: str, hint: str = "", expected: str = "") -> None:
        """Add a problem at a phrase."""
        got = phrase.plain
        self.problems.append(rule.problem(phrase.span, message, hint=hint, expected=expected, got=got))

    def unknown(self, phrase: Phrase, what: str, known: Iterable[str]) -> None:
        """Add the problem that a name isn't there."""
        names = tuple(known)
        hint = did_you_mean(phrase.plain, names) or (f"There are: {', '.join(names)}." if names else "")
        self.report(rules.UNKNOWN_NAME, phrase, f'{what} "{phrase.plain}".', hint)

    def item(self, phrase: Phrase) -> Item | None:
        """Give the item of a name, one that can be tabulated."""
        items = self.study.codebook.items
        found = items.get(phrase.plain)
        if found is None:
            self.no_item(phrase)
        elif found.kind not in TABULATED:
            message = f"{found.key} is a question of kind {found.kind}, which has no options to count."
            hint = "Name a question with options."
            if found.kind is Kind.NUMBER:
                hint = "Make classes of it in plan.toml, as a [derived] variable."
            self.report(rules.UNKNOWN_NAME, phrase, message, hint)
            return None
        return found

    def numeric(self, phrase: Phrase) -> Item | None:
        """Give the item of a name, one that has a mean: a number or a scale."""
        found = self.study.codebook.items.get(phrase.plain)
        if found and found.kind in {Kind.NUMBER, Kind.SCALE}:
            return found
        if found or self.study.codebook.rows_of.get(phrase.plain.removesuffix(".*")):
            hint = "Write mean switch.*: never, or name a number or a scale."
            self.report(rules.BAD_BINDING, phrase, "The mean names no option.", hint)
        else:
            self.no_item(phrase)
        return None

    def no_item(self, phrase: Phrase) -> None:
        """Add the problem that an item isn't there, or is a question with rows."""
        rows = self.study.codebook.rows_of.get(phrase.plain)
        if rows:
            message = f"{phrase.plain} has several rows; a binding is about one."
            self.report(rules.UNKNOWN_NAME, phrase, message, f"Name one, such as {rows[0]}.")
        else:
            known = [*self.study.codebook.items, *self.study.codebook.rows_of]
            self.unknown(phrase, "There is no item", dict.fromkeys(known))

    def items(self, phrase: Phrase) -> tuple[str, ...]:
        """Give the item keys of an item, or of all rows of a matrix (``ability`` or ``ability.*``)."""
        name = phrase.plain.removesuffix(".*")
        rows = self.study.codebook.rows_of.get(name, ())
        if rows and (phrase.plain.endswith(".*") or name not in self.study.codebook.items):
            return rows
        found = self.item(phrase)
        return (found.key,) if found else ()

    def group(self, phrase: Phrase) -> Item | None:
        """Give the item that tables are split by: a single question or a derived variable."""
        found = self.study.codebook.items.get(phrase.plain)
        if found is None or found.kind is not Kind.SINGLE:
            groups = self.study.plan.groups
            singles = [key for key, item in self.study.codebook.items.items() if item.kind is Kind.SINGLE]
            self.unknown(phrase, "There is no group", groups if found else dict.fromkeys((*groups, *singles)))
            return None
        return found

    def group_class(self, group: Item, phrase: Phrase) -> str | None:
        """Give a class of a group."""
        if phrase.plain in group.option_ids:
            return phrase.plain
        self.unknown(phrase, f"{group.key} has no class", group.option_ids)
        return None

    def option(self, item: Item, phrase: Phrase) -> str | None:
        """Give an option id, ``net:ID`` or ``blank`` of an item."""
        known = self.option_names(item)
        if phrase.plain in known:
            return phrase.plain
        what = "net" if phrase.plain.startswith("net:") else "option"
        self.unknown(phrase, f"{item.key} has no {what}", [name for name in known if name != "blank"])
        return None

    def option_names(self, item: Item) -> tuple[str, ...]:
        """Give all names that cells of an item go by."""
        nets = tuple(f"net:{net.id}" for net in self.study.plan.nets if net.question == item.question)
        return (*item.option_ids, *nets, "blank")

    def condition(self, phrase: Phrase) -> Condition | None:
        """Give a condition; what is wrong with it is reported under the questionnaire's own codes."""
        roles = [role.id for role in self.study.roles]
        source = phrase.text.replace("\n", " ")
        found, problems = resolve_condition(source, phrase.span, self.study.codebook, roles)
        self.problems.extend(problems)
        return None if problems else found
