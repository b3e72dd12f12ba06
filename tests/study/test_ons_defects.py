"""Each defect that a statistical office's invalid schemas are named after is found in a study that has it.

The studies are our own. Where Peil's language has no way to write the defect down, what comes nearest is
refused by the reader, and the comment says how the language rules it out.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from check_example import codes, write_files

from peil.core.problem import Problem
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study
from reference_material import REFERENCE

SCHEMAS = REFERENCE / "questionnaires" / "ons-eq"
JOB = """\
# work: Your work

## job
What are you?
- ( ) boss: Employer
- ( ) staff: Employee

## age
"""
ROLES = """\
[about]
title = "Work"
languages = ["en"]

[roles]
boss = "job is boss"
other = "otherwise"
"""
DUTCH = """\
[about]
title = "Household"
languages = ["en", "nl"]
"""
HOME = """\
# home: Your household

## people
How many people live here? ___ [1..20]

## right
You said that {people} live here. Is that correct?
- ( ) yes: Yes
- ( ) no: No
"""


TOOLS = """\
# use: Tools

## tool
Which tool do you use?
- ( ) own: Our own, called ____
- ( ) bought: A bought one

"""


@dataclass(frozen=True)
class Defect:
    """A study with a defect, the same study without it, and the rules that find it."""

    schema: str
    found: tuple[str, ...]
    bad: str
    good: str
    study: str = ""
    bad_translation: str = ""
    good_translation: str = ""


def dutch(right: str) -> str:
    """Write the Dutch catalogue with one of its texts given."""
    texts = {
        "study.title": ("Household", "Huishouden"),
        "home": ("Your household", "Uw huishouden"),
        "people": ("How many people live here? ___ [1..20]", "Hoeveel mensen wonen hier? ___ [1..20]"),
        "right": ("You said that {people} live here. Is that correct?", right),
        "right.yes": ("Yes", "Ja"),
        "right.no": ("No", "Nee"),
    }
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: nl\\n"\n'
    entries = [f'msgctxt "{path}"\nmsgid "{one}"\nmsgstr "{other}"\n' for path, (one, other) in texts.items()]
    return "\n".join([head, *entries])


NUMBERS = "# numbers: Numbers\n\n## first\nGive a number. ___ [0..99]\n\n## second\nGive a higher number. "
COUNTRIES = """\
# travel: Travel

## countries  {optional}
Which countries have you visited?
- [ ] spain: Spain
- [ ] italy: Italy

## stay
"""

DEFECTS = [
    Defect(
        "answer_comparison_types",  # a number against words
        ("Q011",),
        NUMBERS + "____\n\n## higher  {notice}\nif second > 9\nThat is a high number.\n",
        NUMBERS + "___ [0..99]\n\n## higher  {notice}\nif second > 9\nThat is a high number.\n",
    ),
    Defect(
        "answer_comparison_types",  # an answer against an answer: the language compares with constants alone
        ("Q011",),
        NUMBERS + "___ [0..99]\n\n## higher  {notice}\nif second > first\nThat is higher.\n",
        NUMBERS + "___ [0..99]\n\n## higher  {notice}\nif second > 9\nThat is a high number.\n",
    ),
    Defect(
        "answer_value_in_when_rule",
        ("Q012",),
        COUNTRIES + "if countries has france\nHow long did you stay there? ____\n",
        COUNTRIES + "if countries has italy\nHow long did you stay there? ____\n",
    ),
    Defect(
        "answer_value_in_when_rule",  # a number where options are words
        ("Q012",),
        COUNTRIES + "if countries has spain or countries has 7\nHow long did you stay there? ____\n",
        COUNTRIES + "if countries has spain or countries has italy\nHow long did you stay there? ____\n",
    ),
    Defect(
        "duplicate_ids",
        ("Q003",),
        "# you: You\n\n## age\nHow old are you? ___ [0..120]\n\n## age\nWhat is your age? ___ [0..120]\n",
        "# you: You\n\n## age\nHow old are you? ___ [0..120]\n\n## age_2\nAnd your father? ___ [0..120]\n",
    ),
    Defect(
        "duplicate_ids",  # a question with the name of its section
        ("Q003",),
        "# age: About you\n\n## age\nHow old are you? ___ [0..120]\n",
        "# you: About you\n\n## age\nHow old are you? ___ [0..120]\n",
    ),
    # Nothing is filled in before the respondent does: there are no defaults that variants could disagree on.
    Defect(
        "inconsistent_default_answers_in_variants",
        ("Q005",),
        JOB.replace("## age", "## age  {default 0}") + "How old are you? ___ [0..120]\n",
        JOB + "How old are you? ___ [0..120]\n  for boss: What is your age? ___ [0..120]\n",
        ROLES,
    ),
    # Variants are words of one question: they have no ids of their own. One that is given an id is no role.
    Defect(
        "inconsistent_ids_in_variants",
        ("Q009",),
        JOB + "How old are you? ___ [0..120]\n  for boss age_boss: What is your age? ___ [0..120]\n",
        JOB + "How old are you? ___ [0..120]\n  for boss: What is your age? ___ [0..120]\n",
        ROLES,
    ),
    Defect(
        "inconsistent_ids_in_variants",  # an answer more in one variant
        ("Q001",),
        JOB + "Your age? ___ [0..120]\n  for boss: Your age? ___ [0..120] And of your staff? ___ [0..120]\n",
        JOB + "Your age? ___ [0..120]\n  for boss: And your age? ___ [0..120]\n",
        ROLES,
    ),
    Defect(
        "inconsistent_ids_in_variants",  # variants written as two questions, under codes that differ
        ("Q064",),
        JOB
        + "if job is staff\nHow are you?\n- ( ) well: Well\n- ( ) ill: Not well\n\n"
        + "## age_boss\nif job is boss\nHow are you?\n- ( ) ill: Not well\n- ( ) well: Well\n",
        JOB + "How are you?\n  for boss: How are you today?\n- ( ) well: Well\n- ( ) ill: Not well\n",
        ROLES,
    ),
    Defect(
        "inconsistent_types_in_variants",
        ("Q001",),
        JOB + "How old are you? ____\n  for boss: How old are you? ___ [0..120]\n",
        JOB + "How old are you? ___ [0..120]\n  for boss: What is your age? ___ [0..120]\n",
        ROLES,
    ),
    Defect(
        "mutually_exclusive_conditions",  # an answer that excludes the others must be a tick
        ("Q023",),
        "# you: About you\n\n## nation\nWhat is your nationality?\n- ( ) uk: British\n- ( ) fr: French\n"
        "- ( ) none: Not one of these  {exclusive}\n",
        "# you: About you\n\n## nation\nWhat is your nationality?\n- [ ] uk: British\n- [ ] fr: French\n"
        "- [ ] none: Not one of these  {exclusive}\n",
    ),
    Defect(
        "mutually_exclusive_conditions",  # nor can it stand beside a date
        ("Q001",),
        "# you: You\n\n## left  {date}\nWhen did you leave your job?\n- [ ] never: Never  {exclusive}\n",
        "# you: About you\n\n## left  {date, optional}\nWhen did you leave your job?\n",
    ),
    Defect(
        "mutually_exclusive_conditions",  # the other answers may not be demanded as well
        ("Q024",),
        "# you: About you\n\n## nation  {at least 3}\nWhat is your nationality?\n- [ ] uk: British\n"
        "- [ ] fr: French\n- [ ] none: Not one of these  {exclusive}\n",
        "# you: About you\n\n## nation  {at least 2}\nWhat is your nationality?\n- [ ] uk: British\n"
        "- [ ] fr: French\n- [ ] none: Not one of these  {exclusive}\n",
    ),
    Defect(
        "placeholder_plurals",  # a count of what nobody is asked
        ("Q010",),
        HOME.replace("{people}", "{number_of_people}"),
        HOME,
    ),
    # There are no plural forms. Forms of one text that show other answers are those of other languages.
    Defect(
        "placeholder_plurals",
        ("Q029",),
        HOME,
        HOME,
        DUTCH,
        dutch("U zei dat hier een persoon woont. Klopt dat?"),
        dutch("U zei dat hier {people} wonen. Klopt dat?"),
    ),
    Defect(
        "placeholder_question_not_mandatory",
        ("Q061",),
        "# use: Tools\n\n## tool  {optional}\nWhich tool? ____\n\n## wish\nWhat should {tool} learn? ____\n",
        "# use: Tools\n\n## tool\nWhich tool? ____\n\n## wish\nWhat should {tool} learn? ____\n",
    ),
    Defect(
        "placeholder_question_not_mandatory",  # what is written beside an option is never required
        ("Q061",),
        TOOLS + "## wish\nif tool is own\nWhat should {tool.own.text} learn? ____\n",
        TOOLS + '## wish\nif tool is own\nWhat should {tool.own.text | "your tool"} learn? ____\n',
    ),
    Defect(
        "single_variant",  # words for some, and none for those left over
        ("Q025",),
        JOB + "  for boss: How old are you? ___ [0..120]\n",
        JOB + "How old are you? ___ [0..120]\n  for boss: What is your age? ___ [0..120]\n",
        ROLES,
    ),
]
each = pytest.mark.parametrize("number", range(len(DEFECTS)), ids=lambda at: f"{DEFECTS[at].schema}-{at}")


def check(folder: Path, defect: Defect, questionnaire: str, translation: str) -> tuple[Problem, ...]:
    files = {"questionnaire.md": questionnaire}
    files |= {"study.toml": defect.study} if defect.study else {}
    files |= {"translations/nl.po": translation} if translation else {}
    return check_study(read_study(write_files(folder, files)))


@each
def test_the_defect_is_found_and_nothing_else_is(tmp_path: Path, number: int) -> None:
    defect = DEFECTS[number]
    found = check(tmp_path, defect, defect.bad, defect.bad_translation)
    assert tuple(dict.fromkeys(codes(found))) == defect.found, "\n".join(map(str, found))


@each
def test_the_same_study_without_the_defect_has_no_problem(tmp_path: Path, number: int) -> None:
    defect = DEFECTS[number]
    assert check(tmp_path, defect, defect.good, defect.good_translation) == ()


@pytest.mark.skipif(
    not REFERENCE.is_dir(),
    reason="the shared reference material (../shared/reference/questionnaires/ons-eq) is absent",
)
def test_every_schema_has_a_study_with_its_defect() -> None:
    named = {path.stem.removeprefix("test_invalid_") for path in SCHEMAS.glob("*.json")}
    assert named == {defect.schema for defect in DEFECTS}
