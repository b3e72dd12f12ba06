"""Match the classes of a source with those of this study, each once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import unfit_population
from peil.study.codebook import Item
from peil.study.plan import Crosswalk
from peil.study.population import SourceClass
from peil.study.reader.read_population_classes import RawClass


@dataclass
class Matcher:
    """Matches classes of one source.

    Args:
        item: The group of this study.
        base: The base language, in which names are compared.
        crosswalk: The plan's crosswalk of this group, or None.
        problems: Gathers what is wrong.
    """

    item: Item
    base: str
    crosswalk: Crosswalk | None
    problems: list[Problem]
    taken: dict[str, Span] = field(default_factory=dict)

    def match(self, found: Iterable[RawClass]) -> Iterator[SourceClass]:
        """Give the classes with what each corresponds to; of one that stands twice the first is kept.

        Classes that the crosswalk has and the source's file hasn't follow without a size: the source may
        have them, and nothing is known of them.
        """
        walk = self.walk()
        for one in found:
            names = one.takes or (one.name.get(self.base) or next(iter(one.name.values())),)
            new = [self.take(name, one.span) for name in names]  # each is told, not only the first
            if all(new):
                yield SourceClass(one.name, one.size, self.where(one, walk), one.span)
        for name, options in walk.items():
            if name not in self.taken and self.crosswalk:
                self.take(name, self.crosswalk.span)
                yield SourceClass({self.base: name}, None, options[0], self.crosswalk.span)

    def walk(self) -> Mapping[str, tuple[str, ...]]:
        """Give the crosswalk from the source's side: each of its classes to options of this study."""
        found: dict[str, tuple[str, ...]] = {}
        for option, names in self.crosswalk.rows if self.crosswalk else ():
            for name in names:
                found[name] = (*found.get(name, ()), option)
        return found

    def take(self, name: str, span: Span) -> bool:
        """Say whether a class of the source is met for the first time; a second time is a problem."""
        if name not in self.taken:
            self.taken[name] = span
            return True
        message = f'"{name}" is matched twice; it stands at {self.taken[name]} already.'
        self.wrong(message, span, "Take one of the two away: it would count twice.")
        return False

    def where(self, one: RawClass, walk: Mapping[str, tuple[str, ...]]) -> str:
        """Give what a class corresponds to: by its ``to``, else by the plan's crosswalk; empty for none."""
        if one.to:
            return self.known(one)
        for name in one.takes:
            if name not in walk:
                hint = did_you_mean(name, walk) or "Name it as the plan's crosswalk does."
                self.wrong(f'The crosswalk has no class "{name}".', one.span, hint)
        names = one.takes or tuple(one.name.values())
        options = list(dict.fromkeys(option for name in names for option in walk.get(name, ())))
        if len(options) > 1:
            message = f"The class stands under {' and '.join(options)} of {self.item.key} in the crosswalk."
            hint = f'Write to = "{options[0]}" for the one that it is part of, or split it.'
            self.wrong(message, one.span, hint)
            return ""
        return options[0] if options else ""

    def known(self, one: RawClass) -> str:
        """Give the class of this study that is named; empty, with a problem, where there is none."""
        if one.to in self.item.option_ids:
            return one.to
        hint = did_you_mean(one.to, self.item.option_ids) or f"It has {', '.join(self.item.option_ids)}."
        self.wrong(f'{self.item.key} has no class "{one.to}".', one.span, hint)
        return ""

    def wrong(self, message: str, span: Span, hint: str) -> None:
        """Add a problem."""
        self.problems.append(unfit_population.RULE.problem(span, message, hint=hint))
