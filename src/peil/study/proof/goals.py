"""What a set of interviews has to visit to have been everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from peil.study.expr.tree import And, Expr, Not, Or
from peil.study.proof.encoding import Encoding
from peil.study.proof.parts import say
from peil.study.proof.places import Place, places


class Aim(StrEnum):
    """What kind of thing is visited."""

    QUESTION = "question"
    ROW = "row"
    OPTION = "option"
    FIELD = "field"
    PART = "part"
    ENDING = "ending"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing to visit: its name and the literal that says that an interview does.

    ``holding``: of a comparison, whether somebody is wanted for whom it holds or for whom it doesn't.
    """

    aim: Aim
    name: str
    literal: int
    holding: bool = True

    @property
    def said(self) -> str:
        """Name it, and of a comparison say which way."""
        return self.name if self.holding else f"{self.name} (not holding)"


def goals(encoding: Encoding) -> Iterator[Goal]:
    """Give every question, row, option and text field, every comparison both ways, every ending and role."""
    for step, literal in encoding.steps.items():
        yield Goal(Aim.QUESTION, step, literal)
    for item, literal in encoding.answers.asked.items():
        if encoding.study.codebook.items[item].row is not None:
            yield Goal(Aim.ROW, item, literal)
    for (item, option), literal in encoding.answers.choices.items():
        yield Goal(Aim.OPTION, f"{item}.{option}", literal)
    chosen = set(encoding.answers.choices.values())
    for name, literal in encoding.answers.filled.items():
        if name not in encoding.answers.given and literal not in chosen:
            yield Goal(Aim.FIELD, name, literal)
    for place in places(encoding):
        yield from _parts(encoding, place, place.condition.tree)
    for ending in encoding.endings:
        yield Goal(Aim.ENDING, f"{ending.end.after}: {ending.end.outcome}", ending.ends)
    yield Goal(Aim.ENDING, "complete", encoding.alive[encoding.last])
    for role in encoding.study.roles:
        yield Goal(Aim.ROLE, role.id, encoding.role(role.id))


def _parts(encoding: Encoding, place: Place, expr: Expr) -> Iterator[Goal]:
    """Give each comparison of a condition, holding and not holding for somebody who gets there."""
    match expr:
        case Not(term=term):
            yield from _parts(encoding, place, term)
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from _parts(encoding, place, term)
        case _:
            for reading in place.readings:
                holds = encoding.holds(expr, reading.position)
                for literal, holding in ((holds, True), (-holds, False)):
                    met = encoding.formula.both(reading.context, literal)
                    yield Goal(Aim.PART, f"{place.use} {place.name}: {say(expr)}", met, holding)
