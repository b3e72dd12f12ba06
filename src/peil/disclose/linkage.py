"""Whom published tables would put into a class, though a file of rows doesn't say it.

For each row it is unknown in which class of a group it is. Every count that a table shows of the class is an
equation in these unknowns. Where no other solution exists, the row's class is found as surely as if it stood
in the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, linprog, milp
from scipy.sparse import coo_array

Mask = NDArray[np.bool_]
Classes = NDArray[np.int64]
NODES = 1
"""So far a search for whole persons goes; a limit of time would make the file depend on the machine."""
MOST_PROFILES = 300
"""Above so many kinds of rows the search takes too long, and so what it would be about isn't published."""
MOVED = 1e-6


@dataclass(frozen=True)
class Linkage:
    """One group, as whoever has the file and the tables sees it.

    Args:
        classes: The class that each row is in, from 0.
        allowed: For each row the classes that the file leaves open, rows by classes.
        answers: Who gave each answer that the file holds and the tables count by class.
    """

    classes: Classes
    allowed: Mask
    answers: Sequence[Mask]


@dataclass(frozen=True)
class _Equations:
    """Rows that look alike are one profile; the unknowns are how many of each profile are in each class."""

    profile_of: Classes
    sizes: NDArray[np.float64]
    truth: NDArray[np.float64]
    highest: NDArray[np.float64]
    matrix: coo_array
    totals: NDArray[np.float64]


def find_linked(linkage: Linkage, *, whole: bool = False) -> Mask:
    """Say which rows' class is found: given by the file, or the only one that fits the tables.

    Args:
        linkage: The file and the tables.
        whole: Look for other solutions in whole persons who change places between two classes: what is not
            called found then surely isn't. Otherwise in parts of persons, which is faster and finds less
            than an attacker might.

    Returns:
        True where the class is found.
    """
    equations = _equations(linkage)
    rest = (equations.truth > 0).sum(axis=1) == 1
    every = tuple(range(equations.truth.shape[1]))
    for changing in combinations(every, 2) if whole else [every]:
        while rest.any():
            other = _other_solution(equations, rest, changing, whole=whole)
            moved = rest & (np.abs(other - equations.truth).sum(axis=1) > MOVED)
            if not moved.any():
                break
            rest &= ~moved
    return np.asarray(rest[equations.profile_of], np.bool_)


def _equations(linkage: Linkage) -> _Equations:
    distinct, first, profile_of = np.unique(_looks(linkage), axis=0, return_index=True, return_inverse=True)
    count, classes = len(distinct), linkage.allowed.shape[1]
    profile_of = profile_of.ravel()
    truth = np.zeros((count, classes))
    np.add.at(truth, (profile_of, linkage.classes), 1)
    sizes = truth.sum(axis=1)
    highest = np.where(linkage.allowed[first], sizes[:, None], 0)
    place = np.arange(count * classes).reshape(count, classes)
    rows, columns, totals = [np.repeat(np.arange(count), classes)], [place.ravel()], [*sizes]
    for answer in (np.ones(len(profile_of), np.bool_), *linkage.answers):
        inside = np.flatnonzero(answer[first])
        for each in range(classes):
            rows.append(np.full(len(inside), len(totals)))
            columns.append(place[inside, each])
            totals.append(truth[inside, each].sum())
    where = (np.concatenate(rows), np.concatenate(columns))
    matrix = coo_array((np.ones(len(where[0])), where), shape=(len(totals), count * classes))
    return _Equations(profile_of, sizes, truth, highest, matrix, np.array(totals))


def _other_solution(
    equations: _Equations, rest: Mask, changing: tuple[int, ...], *, whole: bool
) -> NDArray[np.float64]:
    """Give a solution that differs from the truth in these profiles as far as it can; else the truth.

    Only the classes named change; all others stay as they are.
    """
    truth = equations.truth
    low, high = truth.copy(), truth.copy()
    low[:, changing], high[:, changing] = 0, equations.highest[:, changing]
    cost = ((truth > 0) & rest[:, None]).astype(np.float64).ravel()
    if whole:
        found = milp(
            cost,
            constraints=LinearConstraint(equations.matrix.tocsc(), equations.totals, equations.totals),
            bounds=(low.ravel(), high.ravel()),
            integrality=np.ones(truth.size),
            options={"node_limit": NODES, "mip_rel_gap": 0.5},
        )
    else:
        found = linprog(
            cost,
            A_eq=equations.matrix.tocsr(),
            b_eq=equations.totals,
            bounds=np.column_stack([low.ravel(), high.ravel()]),
            method="highs",
        )
    return truth if found.x is None else np.asarray(found.x).reshape(truth.shape)


def count_profiles(linkage: Linkage) -> int:
    """Give how many kinds of rows there are, by what the file holds of them."""
    return len(np.unique(_looks(linkage), axis=0))


def _looks(linkage: Linkage) -> Mask:
    return np.column_stack([linkage.allowed, *linkage.answers])


def linked_rows(linkages: Mapping[str, Linkage], *, whole: bool = False) -> list[tuple[int, ...]]:
    """Give each row's class in every group as far as it is found, -1 elsewhere."""
    columns = [
        np.where(find_linked(linkage, whole=whole), linkage.classes, -1).tolist()
        for linkage in linkages.values()
    ]
    return list(zip(*columns, strict=True))
