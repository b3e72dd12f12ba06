"""Why something can never happen: the smallest set of routing rules that excludes it."""

from collections.abc import Callable

from pysat.examples.hitman import Hitman
from pysat.solvers import Glucose4

from peil.core.same import once_each
from peil.study.proof.encoding import Encoding
from peil.study.proof.formula import FALSE, Formula
from peil.study.study import Study

ROUNDS = 200
"""How often a smaller set is tried for before the one at hand is told."""


class Explainer:
    """A study's formula in which every rule of routing can be switched off."""

    def __init__(self, study: Study) -> None:
        self.switches: dict[str, int] = {}
        self._formula = Formula()
        self.encoding = Encoding(study, self._formula, guard=self._switch)
        self._solver = Glucose4()
        self._told = 0

    def _switch(self, place: str) -> int:
        if place not in self.switches:
            self.switches[place] = self._formula.new()
        return self.switches[place]

    def smallest(self, target: Callable[[Encoding], int]) -> tuple[str, ...]:
        """Give the places of the fewest rules that keep the target from ever holding.

        A smallest unsatisfiable subset by implicit hitting sets (Ignatiev et al. 2015). Empty where the
        target can't hold whatever the routing.
        """
        literal = target(self.encoding)
        self._solver.append_formula(self.encoding.formula.clauses[self._told :])
        self._told = len(self.encoding.formula.clauses)
        if literal == FALSE:
            return ()
        names = {switch: place for place, switch in self.switches.items()}
        core = self._core(literal, list(names))
        if core is None:
            return ()
        with Hitman(solver="g4", htype="sorted") as hitman:
            for _ in range(ROUNDS):
                chosen = hitman.get() or []
                if len(chosen) >= len(core):
                    break
                if self._core(literal, chosen) is not None:
                    core = chosen
                    break
                hitman.hit(self._grow(literal, chosen, list(names)))
        return tuple(place for switch, place in names.items() if switch in core)

    def _core(self, literal: int, switches: list[int]) -> list[int] | None:
        """Give some of the switches that, on, exclude the literal, made minimal by leaving out; or None."""
        if self._solver.solve(assumptions=[literal, *switches]):
            return None
        core = [one for one in self._solver.get_core() or () if one != literal]
        for switch in list(core):
            without = [one for one in core if one != switch]
            if not self._solver.solve(assumptions=[literal, *without]):
                core = without
        return core

    def _grow(self, literal: int, chosen: list[int], switches: list[int]) -> list[int]:
        """Give switches one of which every set that excludes the literal must hold.

        Where the literal holds with the chosen ones on, those that are off in the model are such; as many of
        them as can be are switched on first.
        """
        self._solver.set_phases(switches)
        self._solver.solve(assumptions=[literal, *chosen])
        model = set(self._solver.get_model() or ())
        on = [switch for switch in switches if switch in model]
        off = [switch for switch in switches if switch not in model]
        for switch in off:
            if self._solver.solve(assumptions=[literal, *on, switch]):
                on.append(switch)
        known = set(on)
        return [switch for switch in off if switch not in known]


def explainer_of(study: Study) -> Explainer:
    """Give the study's explainer, made on first use."""
    return _explainer(study)


@once_each(most=2)
def _explainer(study: Study) -> Explainer:
    return Explainer(study)
