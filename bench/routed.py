"""A study of any number of routed questions, the same each time: what the prover's speed is measured on.

Four in five questions have a condition on earlier answers, up to forty questions back, some of three parts;
one in three options and rows has a condition too. There are roles, early ends and carried options. Now and
then an option contradicts the condition of its question, so that explanations are measured too.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SETTINGS = """\
[about]
title = "Routed questions"
languages = ["en"]

[roles]
owner = "q1 is owner"
staff = "q1 is staff"
other = "otherwise"
"""
PLAN = '[analysis]\ngroups = ["q1"]\n'
REACH = 40
"""How many questions back a condition reads."""

PLANTED = 40
"""One in so many questions has an option or a row that contradicts its own condition."""

KINDS = ("single", "single", "multi", "number", "grid", "chosen", "scale", "open")


@dataclass
class Made:
    """What has been asked so far: comparisons by question, and questions to carry or fill from."""

    chance: random.Random
    leaves: dict[int, list[str]] = field(default_factory=dict)
    multis: list[int] = field(default_factory=list)
    asked_of_all: list[int] = field(default_factory=list)
    """Questions without a condition."""

    def leaf(self, number: int) -> str:
        """Give a comparison with an earlier answer; one in three reads an answer that everyone gave."""
        near = [one for one in self.leaves if number - REACH <= one < number]
        base = [one for one in self.asked_of_all if one in near]
        one = self.chance.choice(base if base and self.chance.random() < 0.35 else near)
        return self.chance.choice(self.leaves[one])

    def condition(self, number: int) -> str:
        """Give a condition of one to three comparisons."""
        first, second, third = (self.leaf(number) for _ in range(3))
        shape = self.chance.randrange(6)
        if shape == 0:
            return f"{first} and {second}"
        if shape == 1:
            return f"{first} or {second}"
        if shape == 2:
            return f"{first} or ({second} and {third})"
        return first


def write_routed(folder: Path, questions: int) -> None:
    """Write a study of so many questions."""
    made = Made(random.Random(2026))  # noqa: S311 - the same study each time
    lines: list[str] = []
    for number in range(1, questions + 1):
        if number % 31 == 1:
            lines += [f"# part{number // 31}: Part {number // 31 + 1}", ""]
        lines += [*question(made, number), ""]
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    (folder / "questionnaire.md").write_text("\n".join(lines), encoding="utf-8")


def question(made: Made, number: int) -> Iterator[str]:
    """Give one question's lines; what can be read of it joins what was made."""
    name = f"q{number}"
    if number == 1:
        yield from (f"## {name}", "What are you at work?", "- ( ) owner: Owner", "- ( ) staff: Employee")
        yield "- ( ) solo: On my own"
        made.leaves[1] = ["q1 is owner", "q1 is not solo", "role is staff", "q1 is one of (owner, solo)"]
        made.asked_of_all.append(1)
        return
    kind = KINDS[number % len(KINDS)] if number > len(KINDS) else "single"
    routed = number > 4 and made.chance.random() < 0.8
    yield f"## {name}" + {"multi": "  {at most 3}", "grid": "  {matrix}", "scale": "  {scale 0..10}"}.get(
        kind, ""
    )
    if number % PLANTED == 25:
        yield f"if {made.leaf(number)} and q1 is owner"
    elif routed:
        yield f"if {made.condition(number)}"
    else:
        made.asked_of_all.append(number)
    if kind == "number" and number % 62 == 3:
        yield f"end if {name} > 95: stopped{number}"
    yield from body(made, number, kind)


def body(made: Made, number: int, kind: str) -> Iterator[str]:
    """Give a question's text and answers."""
    name = f"q{number}"
    yield f"What about subject number {number}?" + {"number": " ___ [0..100]", "open": " ____"}.get(kind, "")
    match kind:
        case "multi":
            for part in "abcdef":
                yield f"- [ ] {part}: Thing {part}" + shown(made, number, part)
            yield "- [ ] none: None of these  {exclusive}"
            made.multis.append(number)
            made.leaves[number] = [
                f"{name} has a",
                f"{name} has b",
                f"count({name}) >= 2",
                f"count({name}) = 1",
            ]
        case "chosen" if made.multis:
            yield f"options from q{made.multis[-1]}"
            yield "- ( ) same: All alike"
            made.leaves[number] = [f"{name} is a", f"{name} is not same"]
        case "grid":
            yield from ("columns", "- ( ) low: Low", "- ( ) mid: Middle", "- ( ) high: High", "rows")
            for part in "abcde":
                yield f"- {part}: Statement {part}" + shown(made, number, part)
            made.leaves[number] = [
                f"{name}.a is low",
                f"{name}.b is not high",
                f"{name}.c is one of (mid, high)",
            ]
        case "number":
            made.leaves[number] = [f"{name} > 50", f"{name} between 10 and 30", f"{name} <= 80"]
        case "scale":
            yield from ("- 0: Nothing", "- 10: Everything", "- ( ) dk: I don't know  {missing}")
            made.leaves[number] = [f"{name} >= 7", f"{name} < 3", f"{name} is dk"]
        case "open":
            made.leaves[number] = [f"{name} was asked"]
        case _:
            for part in "abcd":
                yield f"- ( ) {part}: Answer {part}" + (shown(made, number, part) if part != "a" else "")
            made.leaves[number] = [f"{name} is a", f"{name} is not b", f"{name} is one of (a, c)"]


def shown(made: Made, number: int, part: str) -> str:
    """Give one in three options and rows a condition."""
    if number % PLANTED == 25 and part == "b":
        return "  {if q1 is staff}"
    if part == "a" or number < 5 or made.chance.random() > 0.35:
        return ""
    return f"  {{if {made.leaf(number)}}}"
