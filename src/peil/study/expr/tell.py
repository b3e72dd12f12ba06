"""The fourth reading: an expression told in words, for annexes, captions and the methodology."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from peil.study.codebook import Codebook
from peil.study.expr.clauses import Clauses
from peil.study.expr.phrases import ENGLISH, PHRASES, Phrases
from peil.study.expr.tree import Always, And, Expr, Not, Or
from peil.study.question import Question
from peil.study.role import Role


@dataclass(frozen=True, slots=True)
class Joined:
    """Clauses of which one (``either``) or all hold."""

    either: bool
    parts: tuple["str | Joined", ...]


Said = bool | str | Joined
"""What holds for everyone (True) or nobody (False), one clause, or several."""


def tell(
    expr: Expr,
    codebook: Codebook,
    questions: Mapping[str, Question],
    roles: Sequence[Role],
    language: str,
    numbers: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Say for whom the expression holds, as it completes "Asked of: …".

    Negation is told at each clause, and "or gave no answer" is added where a clause holds for those who
    gave none, so that it can't be misread. A language without phrases is told in English.

    Args:
        expr: The expression.
        codebook: Names its items.
        questions: Questions by id, for their number in the source questionnaire.
        roles: The roles, for their names.
        language: ``nl`` or ``en``.
        numbers: What the document itself numbers questions that have no number in the source questionnaire,
            by question id; those it doesn't number are told by their words.
    """
    phrases = PHRASES.get(language, ENGLISH)
    said = _say(expr, Clauses(codebook, questions, roles, phrases, language, numbers))
    if isinstance(said, bool):
        return phrases.everyone if said else phrases.nobody
    return f"{phrases.who} {said if isinstance(said, str) else _top(said, phrases)}"


def _say(expr: Expr, clauses: Clauses, *, denied: bool = False) -> Said:
    """Say an expression, or its denial, with denial pushed down to the clauses."""
    if isinstance(expr, Always):
        return not denied
    if isinstance(expr, Not):
        return _say(expr.term, clauses, denied=not denied)
    if isinstance(expr, Or) and (whole := clauses.say_whole(expr, denied=denied)):
        return whole
    if isinstance(expr, And | Or):
        either = isinstance(expr, Or) is not denied
        return _join((_say(term, clauses, denied=denied) for term in expr.terms), either=either)
    return clauses.say(expr, denied=denied)


def _join(terms: Iterable[Said], *, either: bool) -> Said:
    """Put clauses together, flattened, without those that add nothing."""
    flat: list[str | Joined] = []
    for term in terms:
        if isinstance(term, bool):
            if term is either:
                return either
        elif isinstance(term, Joined) and term.either is either:
            flat.extend(term.parts)
        else:
            flat.append(term)
    parts = tuple(dict.fromkeys(flat))
    return not either if not parts else parts[0] if len(parts) == 1 else Joined(either, parts)


def _top(said: Joined, phrases: Phrases) -> str:
    if not said.either:
        plain = [part for part in said.parts if isinstance(part, str)]
        groups = [_one_of(part, phrases) for part in said.parts if isinstance(part, Joined)]
        first = [_list(plain, phrases.conjunction)] if plain else []
        return f", {phrases.conjunction} ".join((*first, *groups))
    if all(isinstance(part, str) for part in said.parts):
        return _list([str(part) for part in said.parts], phrases.disjunction)
    return f", {phrases.again} ".join(_all_of(part, phrases) for part in said.parts)


def _one_of(part: Joined, phrases: Phrases) -> str:
    """Say a group of which one holds. It stands after what holds besides, so that its end is plain."""
    first, between = phrases.either
    return f"{first} " + f" {between} ".join(_grouped(inner, phrases) for inner in part.parts)


def _all_of(part: str | Joined, phrases: Phrases) -> str:
    if isinstance(part, str):
        return part
    return _list([_grouped(inner, phrases) for inner in part.parts], phrases.conjunction)


def _grouped(part: str | Joined, phrases: Phrases) -> str:
    """Say what stands so deep that only parentheses keep it together."""
    if isinstance(part, str):
        return part
    word = phrases.disjunction if part.either else phrases.conjunction
    return f"({_list([_grouped(inner, phrases) for inner in part.parts], word)})"


def _list(clauses: Sequence[str], word: str) -> str:
    *first, last = clauses
    return f"{', '.join(first)} {word} {last}" if first else last
