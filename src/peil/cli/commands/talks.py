"""``peil talks``: focus groups and interviews looked through, by theme, by section, by words."""

import argparse
from collections.abc import Iterator, Mapping

from peil import line
from peil.cli.command import Command, add_study
from peil.cli.outcome import Outcome, plural
from peil.cli.usage import BAD_USAGE
from peil.core.ids import did_you_mean
from peil.core.problem import Unusable
from peil.core.span import Span
from peil.disclose.talk_excerpts import release_talk_excerpts
from peil.disclose.told_talk import why_untold
from peil.qual.find_passages import Passage, find_passages
from peil.qual.talk_themes import ThemeCounts, count_themes
from peil.study.checks.check import ANCHOR, found_in, read_report_texts
from peil.study.said import Said
from peil.study.study import Study
from peil.study.talk import Talk

FOLDER = "talks/"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what passages are looked for by."""
    add_study(parser)
    parser.add_argument("--theme", default="", metavar="ID", help="passages that are marked with this theme")
    parser.add_argument("--section", default="", metavar="ID", help="passages that explain this section")
    parser.add_argument(
        "--search", default="", metavar="WORDS", help="passages in which all these words stand, in any order"
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Count themes over talks; give passages where they are asked for."""
    study = line.read_study(chosen.study)
    demand_theme(study, chosen.theme)
    demand_section(study, chosen.section)
    problems = tuple(problem for problem in study.problems if problem.span.file.startswith(FOLDER))
    counts = count_themes(study.talks)
    asked = bool(chosen.theme or chosen.section or chosen.search)
    found = find_passages(study.talks, theme=chosen.theme, section=chosen.section, words=chosen.search)
    reasons = {name: one.reason for name, one in release_talk_excerpts(study).items()}
    data = {
        "talks": [talk_json(talk) for talk in study.talks.values()],
        "themes": list(themes_json(study, counts)),
        "passages": [passage_json(passage, reasons) for passage in found] if asked else [],
    }
    if asked:
        text = "\n\n".join((*(passage_text(one, reasons) for one in found), f"{passages(len(found))} found."))
    else:
        text = "\n".join(overview(study, counts))
    return Outcome(text=text, data=data, problems=problems)


def demand_theme(study: Study, theme: str) -> None:
    """Refuse a theme that there isn't: nothing found would seem to be an answer.

    Raises:
        Unusable: The study has no such theme.
    """
    if theme and theme not in study.themes:
        known = f"There are {', '.join(study.themes)}." if study.themes else "Write it in talks/themes.toml."
        hint = did_you_mean(theme, study.themes) or known
        raise Unusable([BAD_USAGE.problem(Span("command line"), f'There is no theme "{theme}".', hint=hint)])


def demand_section(study: Study, section: str) -> None:
    """Refuse a section that neither the report nor any passage has: nothing found would seem to be an answer.

    Raises:
        Unusable: There is no such section.
    """
    if not section:
        return
    marked = {one.what.section for one in find_passages(study.talks) if one.what.section}
    known = sorted(marked | found_in(read_report_texts(study.folder), ANCHOR))
    if section not in known:
        listed = f"There are {', '.join(known)}." if known else 'Write "section: ID" into a mark.'
        hint = did_you_mean(section, known) or listed
        message = f'The report has no section, figure or table "{section}".'
        raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])


def overview(study: Study, counts: ThemeCounts) -> Iterator[str]:
    """Tell of each talk and its state, and how many passages there are of each theme in each."""
    if not study.talks:
        yield "There are no talks: they stand in the folder talks, a file each."
        return
    for talk in study.talks.values():
        untold = why_untold(talk)
        state = f"not told of: {untold}" if untold else "told of in reports"
        kind = f"{talk.kind.replace('_', ' ')} of {talk.participants}"
        yield f"{talk.id}: {kind}{', invented' if talk.invented else ''}; {state}"
    width = max(map(len, (*study.themes, "theme")))
    yield ""
    yield "  ".join(("theme".ljust(width), *study.talks, "talks"))
    for theme in study.themes:
        cells = (str(counts.passages.get((theme, name), 0)).rjust(len(name)) for name in study.talks)
        yield "  ".join((theme.ljust(width), *cells, str(len(counts.talks_with(theme))).rjust(len("talks"))))
    yield ""
    yield "Passages of notes and quotations, not people."


def passage_text(passage: Passage, reasons: Mapping[str, str]) -> str:
    """Give a passage as the terminal shows it."""
    what = passage.what
    who = f" {what.speaker}" if isinstance(what, Said) else ""
    marks = ", ".join((*what.themes, *((f"section {what.section}",) if what.section else ())))
    head = f"{what.span.file}:{what.span.line}{who}{f' [{marks}]' if marks else ''}"
    words = " ".join(passage.words.split())
    if not isinstance(what, Said):
        return f"{head}\n  {words}"
    reason = reasons.get(what.id, "it has no id")
    state = f"not printed: {reason}" if reason else f"::: quote {what.id}"
    return f"{head}\n  “{words}”\n  {state}"


def talk_json(talk: Talk) -> dict[str, object]:
    """Give a talk and its state."""
    return {
        "talk": talk.id,
        "kind": talk.kind.value,
        "participants": talk.participants,
        "invented": talk.invented,
        "untold": why_untold(talk) or None,
    }


def themes_json(study: Study, counts: ThemeCounts) -> Iterator[dict[str, object]]:
    """Give how many passages there are of each theme in each talk, zeros included."""
    for theme in study.themes:
        for name in study.talks:
            yield {
                "theme": theme,
                "talk": name,
                "passages": counts.passages.get((theme, name), 0),
                "quotations": counts.quotations.get((theme, name), 0),
            }


def passage_json(passage: Passage, reasons: Mapping[str, str]) -> dict[str, object]:
    """Give a passage; of a quotation who said it, its name, and why it would be held back."""
    what = passage.what
    quoted = isinstance(what, Said)
    name = what.id if isinstance(what, Said) else ""
    return {
        "talk": passage.talk.id,
        "line": what.span.line,
        "speaker": what.speaker if isinstance(what, Said) else None,
        "quotation": name or None,
        "themes": list(what.themes),
        "section": what.section or None,
        "words": passage.words,
        "held_back": (reasons.get(name, "it has no id") or None) if quoted else None,
    }


def passages(number: int) -> str:
    """Give how many passages there are, in words."""
    return f"{number} {plural(number, 'passage')}"


TALKS = Command(
    name="talks",
    summary="look through focus groups and interviews, by theme, section or words",
    description=(
        "Without an option it tells of each talk whether it is told of in reports, and how many passages of "
        "its notes are about each theme. With --theme, --section or --search it gives the passages for which "
        "all that holds, and of each quotation the name that a report prints it by, or why it would be held "
        "back. For the researcher: it shows codes of speakers, and what isn't approved."
    ),
    example="peil talks studies/genai-creative-work --theme agreements",
    arguments=arguments,
    run=run,
    nothing={"talks": [], "themes": [], "passages": []},
)
