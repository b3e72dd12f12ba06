"""Small random surveys: a study in text, and answers kept as one number of bits an option."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from peil.audit.claim import Filter, Selection
from peil.study.question import Kind
from peil.study.reader.read import read_study
from peil.study.study import Study

ABOUT = '[about]\ntitle = "T"\nlanguages = ["en"]\n'
OWN_WEIGHTS = '\n[weighting]\nmethod = "given"\ncolumn = "weight"\nreason = "known chances"\n'


def options_of(draw: random.Random, low: int, high: int, *, missing: bool = False) -> list[str]:
    lines = [f"- ( ) o{number}: Option {number}" for number in range(1, draw.randint(low, high) + 1)]
    return [*lines, "- ( ) dk: Don't know  {missing}"] if missing else lines


def question(head: str, lines: Iterable[str], condition: str = "") -> str:
    return "\n".join([f"## {head}", *([condition] if condition else []), "Which?", *lines, ""])


def questionnaire(draw: random.Random) -> str:
    ticks = [f"- [ ] t{number}: Tick {number}" for number in range(1, draw.randint(3, 6) + 1)]
    ticks += ["- [ ] none: None  {exclusive}"] if draw.random() < 0.4 else []
    most = draw.choice(["", "  {at most 3}", "  {optional}"])
    columns = options_of(draw, 3, 5, missing=draw.random() < 0.4)
    rows = [f"- r{number}: Row {number}" for number in range(1, draw.randint(4, 10) + 1)]
    return "\n".join(
        [
            "# a: A\n",
            question("region", options_of(draw, 2, 4)),
            question("kind", options_of(draw, 2, 5), draw.choice(["", "if region is not o1"])),
            question("usage", options_of(draw, 3, 6, missing=draw.random() < 0.5)),
            question(f"why{most}", ticks, "if usage is not o1"),
            question("depth", options_of(draw, 3, 5), "if usage is one of (o2, o3)"),
            question("mood", options_of(draw, 5, 5, missing=draw.random() < 0.5)),
            question("effect", options_of(draw, 3, 4), "if mood is not o1 and usage is not o1"),
            question(
                "ability  {matrix}",
                ["columns", *columns, "rows", *rows],
                draw.choice(["", "if usage is not o1"]),
            ),
        ]
    )


@cache
def study_of(seed: int) -> Study:
    draw = random.Random(seed)  # noqa: S311 - the same seed gives the same study
    plan = '[analysis]\ngroups = ["region"]\n'
    plan += f"\n[disclosure]\nminimum_base = {draw.choice([5, 10])}\n"
    if draw.random() < 0.3:
        plan += '\n[derived.region2]\ntitle = "R"\nclasses.a = { title = "a", if = "region is o1" }\n'
        plan += 'classes.b = { title = "b", if = "region is not o1" }\n'
    plan += OWN_WEIGHTS if draw.random() < 0.1 else ""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "study.toml").write_text(ABOUT, encoding="utf-8")
        (folder / "questionnaire.md").write_text(questionnaire(draw), encoding="utf-8")
        (folder / "plan.toml").write_text(plan, encoding="utf-8")
        study = read_study(folder)
    errors = [str(problem) for problem in study.problems if problem.severity == "error"]
    if errors:
        raise ValueError(errors)
    return study


@dataclass
class Answers:
    """Who chose what: bit i is respondent i. ``weights`` is empty, or whole weights of the respondents."""

    study: Study
    n: int
    chosen: dict[str, dict[str, int]]
    answered: dict[str, int]
    weights: list[int] = field(default_factory=list)

    def passing(self, filters: Iterable[Filter]) -> int:
        rows = (1 << self.n) - 1
        for one in filters:
            rows &= self.any_of(one.name, one.values)
        return rows

    def any_of(self, item: str, options: Iterable[str]) -> int:
        found = 0
        for option in options:
            found |= self.chosen[item].get(option, 0)
        return found

    def base_rows(self, selection: Selection) -> int:
        rows = self.answered[selection.item] & self.passing(selection.filters)
        left_out = list(selection.base.without)
        if selection.base.without_missing:
            left_out += self.study.codebook.items[selection.item].missing_ids
        return rows & ~self.any_of(selection.item, left_out)

    def base(self, selection: Selection) -> int:
        return self.base_rows(selection).bit_count()

    def count(self, selection: Selection) -> int:
        return (self.base_rows(selection) & self.any_of(selection.item, selection.options)).bit_count()

    def share(self, selection: Selection) -> Fraction:
        """In percent; the base must be somebody."""
        base = self.base_rows(selection)
        rows = base & self.any_of(selection.item, selection.options)
        if not self.weights:
            return Fraction(100 * rows.bit_count(), base.bit_count())
        return Fraction(100 * self.weigh(rows), self.weigh(base))

    def weigh(self, rows: int) -> int:
        return sum(weight for number, weight in enumerate(self.weights) if rows >> number & 1)

    def options(self, selection: Selection) -> list[str]:
        item = self.study.codebook.items[selection.item]
        left_out = {*selection.base.without, *(item.missing_ids if selection.base.without_missing else ())}
        return [option for option in item.option_ids if option not in left_out]

    def shares(self, selection: Selection) -> dict[str, Fraction]:
        return {one: self.share(replace(selection, options=(one,))) for one in self.options(selection)}


def answer(study: Study, draw: random.Random) -> Answers:
    """Let random people answer on the study's route; some leave before the end."""
    n = draw.choice([draw.randint(25, 60), draw.randint(40, 130), draw.randint(100, 400)])
    items = study.codebook.items
    found = Answers(study, n, {key: dict.fromkeys(item.option_ids, 0) for key, item in items.items()}, {})
    there = (1 << n) - 1
    for step in study.route.steps:
        if step.question != "region" and draw.random() < 0.2:
            there &= ~bits(draw, n, draw.uniform(0, 0.15))
        asked = there & asked_of(step.question, found)
        for key in study.codebook.rows_of[step.question]:
            item = items[key]
            fill(found, key, asked, draw, several=item.kind is Kind.MULTI)
    for derived in study.plan.derived:
        first, *others = items["region"].option_ids
        found.chosen[derived.id] = {
            "a": found.chosen["region"][first],
            "b": found.any_of("region", others),
        }
        found.answered[derived.id] = found.answered["region"]
    if study.plan.weighting.method != "none":
        found.weights = [draw.randint(1, 5) for _ in range(n)]
    return found


def bits(draw: random.Random, n: int, chance: float) -> int:
    return sum(1 << number for number in range(n) if draw.random() < chance)


def asked_of(name: str, found: Answers) -> int:
    """The route a second time, by hand: who is asked."""
    everyone = (1 << found.n) - 1
    condition = {step.question: step.condition for step in found.study.route.steps}[name]
    if not hasattr(condition, "terms") and not hasattr(condition, "item"):
        return everyone
    rows = everyone
    for term in getattr(condition, "terms", (condition,)):
        options = found.any_of(term.item, term.options)
        rows &= found.answered[term.item] & ~options if term.negated else options
    return rows


def fill(found: Answers, key: str, asked: int, draw: random.Random, *, several: bool) -> None:
    item = found.study.codebook.items[key]
    options = list(item.option_ids)
    chances = [draw.gammavariate(draw.choice([0.4, 1, 3]), 1) + 0.01 for _ in options]
    answered = 0
    for number in ones(asked):
        one = 1 << number
        if not several:
            found.chosen[key][draw.choices(options, chances)[0]] |= one
        else:
            free = [option for option in options if option not in item.exclusive_ids]
            ticked = {draw.choices(options, chances)[0]}
            if not ticked & item.exclusive_ids:
                ticked |= set(draw.sample(free, draw.randint(0, min(2, len(free) - 1))))
            for option in list(ticked)[:3]:
                found.chosen[key][option] |= one
            if draw.random() < 0.03 and key == "why" and optional(found.study):
                for option in options:
                    found.chosen[key][option] &= ~one
                continue
        answered |= one
    found.answered[key] = answered


def optional(study: Study) -> bool:
    return any(one.id == "why" and one.optional for one in study.questionnaire.questions)


def ones(rows: int) -> Iterator[int]:
    while rows:
        low = rows & -rows
        yield low.bit_length() - 1
        rows ^= low
