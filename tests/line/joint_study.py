"""A small study of which every combination of answers can be written down, and who answered what."""

import random
from collections.abc import Sequence
from pathlib import Path

from joint_attacker import Person, classed

from peil import line
from peil.core.span import Span
from peil.disclose.release import Release
from peil.study.expr.condition import Condition
from peil.study.expr.resolve import resolve_condition
from peil.study.expr.tree import Expr
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.tabulate import tabulate

SMALL, MINIMUM = 2, 6
SINGLE = {"sector": ("dance", "film", "music"), "usage": ("often", "never"), "view": ("good", "bad", "dull")}
TICKS = {"tools": ("text", "sound")}
DERIVED = ("texts", "tooled", "mixed", "known")
ITEMS = (*SINGLE, *TICKS)
QUESTIONNAIRE = (
    "# use: Use\n"
    + "".join(
        f"\n## {name}  {{optional}}\n{name}?\n" + "".join(f"- {box} {one}: {one}\n" for one in options)
        for box, questions in (("( )", SINGLE), ("[ ]", TICKS))
        for name, options in questions.items()
    )
    + "\n## thanks  {notice}\nThank you.\n"
)
PLAN = f"""\
[analysis]
groups = ["sector"]
[derived.texts]
title = "Uses it for text"
classes.yes = {{ title = "yes", if = "tools has text" }}
classes.no = {{ title = "no", if = "otherwise" }}
[derived.tooled]
title = "Uses both"
classes.both = {{ title = "both", if = "tools has text and tools has sound" }}
classes.less = {{ title = "less", if = "otherwise" }}
[derived.mixed]
title = "Two things at once"
classes.here = {{ title = "here", if = "sector is film or usage is often" }}
classes.there = {{ title = "there", if = "not (sector is dance)" }}
classes.rest = {{ title = "rest", if = "otherwise" }}
[derived.known]
title = "Of that again"
classes.some = {{ title = "some", if = "texts is yes and usage is often" }}
classes.few = {{ title = "few", if = "tooled is both" }}
[disclosure]
minimum_base = {MINIMUM}
indicative_below = {MINIMUM}
small_count = {SMALL}
protection = 3
identifying = ["sector"]
"""
STUDY = '[about]\ntitle = "Use"\nlanguages = ["en"]\n'


def write(folder: Path, people: Sequence[Person]) -> Study:
    """Write a study in which these people answered."""
    rows = ["id,last_page,outcome,sector,usage,view,tools.text,tools.sound"]
    for number, one in enumerate(people):
        ticks = [
            ("1" if option in one["tools"] else "0") if one["tools"] else "" for option in TICKS["tools"]
        ]
        answers = [next(iter(one[name]), "") for name in SINGLE]
        rows.append(",".join((f"r{number:03}", "thanks", "complete", *answers, *ticks)))
    files = {"study.toml": STUDY, "plan.toml": PLAN, "questionnaire.md": QUESTIONNAIRE}
    for name, text in {**files, "data/responses.csv": "\n".join(rows) + "\n"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return line.read_sound_study(folder)


def draw(seed: int, count: int) -> list[Person]:
    """Draw who answered what; some leave a question blank."""
    chance = random.Random(seed)  # noqa: S311 - invented answers

    def one(options: Sequence[str]) -> frozenset[str]:
        return frozenset() if chance.random() < 0.08 else frozenset({chance.choice(options)})

    return [
        {
            **{name: one(options) for name, options in SINGLE.items()},
            "tools": frozenset(option for option in TICKS["tools"] if chance.random() < 0.5),
        }
        for _ in range(count)
    ]


def derived_of(study: Study) -> dict[str, dict[str, Expr]]:
    """Give the conditions of the study's derived variables."""
    return {one.id: {each.id: each.condition.tree for each in one.classes} for one in study.plan.derived}


def with_classes(study: Study, people: Sequence[Person]) -> list[Person]:
    """Give people with the classes that they are in."""
    return [classed(one, derived_of(study)) for one in people]


def condition_of(study: Study, source: str) -> Condition:
    """Give a condition as it is written."""
    found, problems = resolve_condition(source, Span("x"), study.codebook, ())
    assert problems == ()
    return found


def release_for(study: Study, sources: Sequence[str], groups: Sequence[str] = ()) -> Release:
    """Release answers of all, by these groups, and of those for whom each condition holds.

    Derived variables are told where a group isn't asked.
    """
    dataset = line.read_analysis_set(study, None)
    specs = [TableSpec(item) for item in (*ITEMS, *groups)]
    specs += [TableSpec(item, by) for by in groups for item in ITEMS if item != by]
    specs += [TableSpec(by, "sector") for by in groups if by != "sector"]
    specs += [
        TableSpec(item, None, condition_of(study, source)) for source in sources for item in ("view", "tools")
    ]
    return line.release_tables(dataset, tabulate(dataset, list(dict.fromkeys(specs))))
