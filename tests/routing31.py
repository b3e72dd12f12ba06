"""The questionnaire with planted faults of the reference material, written as a study of Peil's own.

Its expressions are those of Python; their structure and order are kept. ``role`` is a word of Peil's
language, so that question is called ``position`` here.
"""

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reference_material import REFERENCE

SOURCE = REFERENCE / "questionnaires" / "routing31.json"
RENAMED = {"role": "position"}
MISSING = {"dk": "Don't know"}
SETTINGS = '[about]\ntitle = "AI in education"\nlanguages = ["en"]\n'
PLAN = "[analysis]\ngroups = []\n"
ORDERS = {ast.Lt: "<", ast.LtE: "<=", ast.Eq: "=", ast.GtE: ">=", ast.Gt: ">"}


@dataclass(frozen=True)
class Unasked:
    """A row ``reads unasked``: the question, the option whose condition it is or "", and the comparison."""

    question: str
    option: str
    comparison: str


def read_source() -> Mapping[str, Any]:
    """Read the questionnaire as the reference has it."""
    found: Mapping[str, Any] = json.loads(SOURCE.read_text(encoding="utf-8"))
    return found


def write_study(folder: Path, source: Mapping[str, Any], changed: Mapping[str, str] | None = None) -> Path:
    """Write the study's folder.

    Args:
        folder: Where.
        source: What ``read_source`` gives.
        changed: Question id to the condition to write in the place of its own.
    """
    lines = ["# main: AI in education", ""]
    for question in source["questions"]:
        lines += [*_question(question, changed or {}), ""]
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    (folder / "questionnaire.md").write_text("\n".join(lines), encoding="utf-8")
    return folder


def name(question: str) -> str:
    """Give what a question is called in Peil."""
    return RENAMED.get(question, question)


def unasked_rows(source: Mapping[str, Any]) -> set[Unasked]:
    """Give the rows of the reference that say where an answer is read that was never asked."""
    found = set()
    for row in source["expected"]:
        if row["kind"] == "reads unasked":
            where, _, rest = row["where"].partition(": ")
            question, place, *option = where.split(" ")
            comparison = condition(rest.rpartition(" -> ")[0])
            found.add(Unasked(name(question), option[0] if place == "option" else "", comparison))
    return found


def _question(question: Mapping[str, Any], changed: Mapping[str, str]) -> list[str]:
    own = name(question["id"])
    options = question.get("options", [])
    most, least = question.get("max", len(options)), question.get("min", 0)
    how = [] if question.get("required", True) else ["optional"]
    how += [f"at most {most}"] if question["kind"] == "multi" and most < len(options) else []
    how += [f"at least {least}"] if least else []
    lines = [f"## {own}" + (f"  {{{', '.join(how)}}}" if how else "")]
    when = changed.get(own) or (condition(question["when"]) if "when" in question else "")
    lines += [f"if {when}"] if when else []
    lines += [f"end if {condition(question['end_if'])}: too_young"] if "end_if" in question else []
    text = f"What about {own.replace('_', ' ')}?"
    text += {"open": " ____", "num": f" ___ [{question.get('lo')}..{question.get('hi')}]"}.get(
        question["kind"], ""
    )
    return [*lines, text, *(_option(question, option) for option in options)]


def _option(question: Mapping[str, Any], option: str) -> str:
    box = "[ ]" if question["kind"] == "multi" else "( )"
    known = MISSING | {"other": "Other, namely ____", "none": "None of these"}
    how = []
    if option in question.get("option_when", {}):
        how.append(f"if {condition(question['option_when'][option])}")
    how += ["missing"] if option in MISSING else []
    how += ["exclusive"] if option in question.get("exclusive", []) else []
    tail = f"  {{{', '.join(how)}}}" if how else ""
    return f"- {box} {option}: {known.get(option, f'Answer {option}')}{tail}"


def condition(source: str) -> str:
    """Give an expression in Peil's language, with the same structure and order."""
    return _say(ast.parse(source, mode="eval").body, nested=False)


def _say(node: ast.expr, *, nested: bool) -> str:
    match node:
        case ast.BoolOp(op=op, values=values):
            word = " and " if isinstance(op, ast.And) else " or "
            said = word.join(_say(value, nested=True) for value in values)
            return f"({said})" if nested else said
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return f"not {_say(operand, nested=True)}"
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _compare(left, op, right)
    raise ValueError(ast.unparse(node))


def _compare(left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
    match left, op, right:
        case ast.Constant(value=str(option)), ast.In(), ast.Name(id=question):
            return f"{name(question)} has {option}"
        case ast.Name(id=question), ast.In() | ast.NotIn(), ast.List(elts=elements):
            verb = "is one of" if isinstance(op, ast.In) else "is not one of"
            options = [ast.literal_eval(element) for element in elements]
            return f"{name(question)} {verb} ({', '.join(options)})"
        case ast.Name(id=question), ast.Eq() | ast.NotEq(), ast.Constant(value=str(option)):
            return f"{name(question)} {'is' if isinstance(op, ast.Eq) else 'is not'} {option}"
        case ast.Name(id=question), _, ast.Constant(value=int(number)):
            return f"{name(question)} {ORDERS[type(op)]} {number}"
        case ast.Call(args=[ast.Name(id=question)]), _, ast.Constant(value=int(number)):
            return f"count({name(question)}) {ORDERS[type(op)]} {number}"
    raise ValueError(ast.unparse(left))
