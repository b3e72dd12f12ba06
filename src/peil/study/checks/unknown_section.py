"""Q115: unknown section."""

from collections.abc import Iterator

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.bad_talk import EXAMPLE, THEMES
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find marks that name a section which the report hasn't got; without a report nothing can be said."""
    anchors = sorted(study.report_anchors)
    for talk in study.talks.values() if anchors else ():
        marks = [
            *((note.section, note.section_span or note.span) for note in talk.notes),
            *((said.section, said.section_span or said.span) for said in talk.said),
        ]
        for section, place in marks:
            if section and section not in study.report_anchors:
                hint = did_you_mean(section, anchors) or "Write {#ID} after the heading, and name that."
                message = f'The report has no section, figure or table "{section}".'
                yield RULE.problem(place, message, hint=hint, got=section)


RULE = Rule(
    code="Q115",
    name="unknown_section",
    severity=Severity.WARNING,
    summary="A mark in a talk's notes names a section that the report's text doesn't have.",
    why=(
        "Whoever writes the section looks there for what people said about it, and finds nothing. Sections "
        "go by the id in their heading, figures and tables by their own."
    ),
    bad=EXAMPLE.format(more="quoting = true", mark=" | section: uses"),
    good=EXAMPLE.format(more="quoting = true", mark=" | section: use"),
    file="talks/group1.md",
    around={"talks/themes.toml": THEMES, "report/1.md": "# Results\n\n## Use of AI {#use}\n\nIt is used.\n"},
)
