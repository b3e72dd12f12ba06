"""A linear program that is kept: what is asked of it next begins where the last answer ended."""

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix

Floats = NDArray[np.float64]
PRIMAL = 4
"""The simplex for other prices: the last answer is still allowed, and the search goes on from there."""


class Program:
    """Numbers from 0 up, so that rows hold and the price of all is least.

    Args:
        matrix: Rows by numbers.
        least: What each row adds up to at least.
        equal: Which rows add up to exactly that.
        most: The most that each number may be; default: no bound.
        whole: Which numbers are whole; default: none has to be.
        nodes: How far a search for whole numbers goes; a limit of work, not of time, so that it ends alike
            everywhere.
        primal: Only prices change between questions, no bounds.
    """

    def __init__(  # noqa: PLR0913 - a program has this many parts
        self,
        matrix: csc_matrix,
        least: Floats,
        equal: NDArray[np.bool_],
        *,
        most: Floats | None = None,
        whole: NDArray[np.bool_] | None = None,
        nodes: int | None = None,
        primal: bool = False,
    ) -> None:
        rows, columns = matrix.shape
        self.numbers = np.arange(columns, dtype=np.int32)
        self.most = np.full(columns, np.inf) if most is None else most
        made = highspy.HighsLp()
        made.num_row_, made.num_col_ = rows, columns
        made.col_cost_, made.col_lower_, made.col_upper_ = np.zeros(columns), np.zeros(columns), self.most
        made.row_lower_, made.row_upper_ = least, np.where(equal, least, np.inf)
        made.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        made.a_matrix_.start_, made.a_matrix_.index_ = matrix.indptr, matrix.indices
        made.a_matrix_.value_ = matrix.data.astype(np.float64)
        if whole is not None:
            kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
            made.integrality_ = [kinds[int(one)] for one in whole]
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call] # its own types leave this one out
        options = {"output_flag": False, "threads": 1, "presolve": "off" if whole is None else "choose"}
        options |= {"simplex_strategy": PRIMAL} if primal else {}
        options |= {"mip_max_nodes": nodes} if nodes is not None else {}
        for name, value in options.items():
            self.solver.setOptionValue(name, value)
        self.solver.passModel(made)

    def price(self, prices: Floats) -> None:
        """Set the price of every number."""
        self.solver.changeColsCost(len(self.numbers), self.numbers, prices)

    def solve(self) -> Floats | None:
        """Give the numbers; None where there are none, or none were found."""
        self.solver.run()
        found = self.solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return np.array(self.solver.getSolution().col_value) if found else None

    @property
    def endless(self) -> bool:
        """The last question had no answer because the price of all falls without end."""
        endless = highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible
        return self.solver.getModelStatus() in endless

    def solve_at(self, place: int, value: float) -> Floats | None:
        """Give the numbers of which one is exactly this."""
        self.solver.changeColBounds(place, value, value)
        found = self.solve()
        self.solver.changeColBounds(place, 0.0, float(self.most[place]))
        return found
