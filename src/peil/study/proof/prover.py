"""The prover: is there an interview in which this holds, and which?"""

from collections import deque
from collections.abc import Iterable

from pysat.solvers import Glucose4

from peil.core.same import once_each
from peil.study.proof.encoding import Encoding
from peil.study.proof.formula import FALSE, TRUE, Formula
from peil.study.proof.walk import Walk, read_walk
from peil.study.study import Study

RECENT = 200
"""How many models are kept, to look up whether two things were seen together."""


class Models:
    """A formula with its solver. Every model found answers later questions too: most need no search.

    The solver is Glucose (Audemard and Simon 2009) through python-sat (Ignatiev, Morgado and Marques-Silva
    2018). It is told to try first what no model has shown yet, so that each model shows much at once; that
    makes it faster here than CaDiCaL, which can't be told so.
    """

    def __init__(self, formula: Formula) -> None:
        self.formula = formula
        self._solver = Glucose4()
        self._told = 0
        self._wanted: set[int] = set()
        self._phases: dict[int, int] = {}
        self._seen = {TRUE}
        self._never = {FALSE}
        self._recent: deque[set[int]] = deque(maxlen=RECENT)

    def want(self, literals: Iterable[int]) -> None:
        """Say what will be asked, so that models are looked for that show it together."""
        fresh = {abs(literal): literal for literal in literals if abs(literal) not in self._phases}
        self._wanted.update(fresh.values())
        self._phases.update(fresh)

    def can(self, *literals: int) -> bool:
        """Say whether these can hold together."""
        literal = self.formula.all_of(literals)
        if literal in self._seen:
            return True
        if literal in self._never:
            return False
        if self._search([literal]):
            return True
        self._never.add(literal)
        self.formula.add(-literal)
        return False

    def meet(self, one: int, other: int) -> bool:
        """Say whether two literals can hold together, without making a gate of the pair."""
        if any(one in model and other in model for model in self._recent):
            return True
        return self._search([one, other])

    def model(self, *literals: int) -> frozenset[int] | None:
        """Give the literals of a model in which these hold, or None."""
        if FALSE in literals:
            return None
        # once each: Glucose writes beyond its memory where more is assumed than there are variables
        wanted = [literal for literal in dict.fromkeys(literals) if literal != TRUE]
        return frozenset(self._solver.get_model()) if self._search(wanted) else None

    def _tell(self) -> None:
        """Give the solver the clauses that it hasn't got yet."""
        self._solver.append_formula(self.formula.clauses[self._told :])
        self._told = len(self.formula.clauses)

    def _search(self, assumptions: list[int]) -> bool:
        self._tell()
        self._solver.set_phases(self._phases.values())
        if not self._solver.solve(assumptions=assumptions):
            return False
        model = set(self._solver.get_model())
        shown = self._wanted & model
        self._wanted -= shown
        self._phases.update({abs(literal): -literal for literal in shown})
        self._seen |= model
        self._recent.append(model)
        return True


class Prover:
    """What can happen in interviews with a study."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.encoding = Encoding(study)
        self.models = Models(self.encoding.formula)
        self.models.want((*self.encoding.steps.values(), *self.encoding.answers.choices.values()))

    def can(self, *literals: int) -> bool:
        """Say whether there is an interview in which these hold together."""
        return self.models.can(*literals)

    def walk(self, *literals: int, until: int | None = None) -> Walk | None:
        """Give an interview in which these hold, as far as the position, or None where there is none."""
        model = self.models.model(*literals)
        if model is None:
            return None
        return read_walk(self.encoding, model.__contains__, until)


def prover_of(study: Study) -> Prover:
    """Give the study's prover, made on first use and kept for the last few studies."""
    return _prover(study)


@once_each(most=4)
def _prover(study: Study) -> Prover:
    return Prover(study)
