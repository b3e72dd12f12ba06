"""The line: the composer of the stages, from a study's folder to its released tables.

Stages are loaded when they are used, so that ``peil check`` doesn't wait for a typesetter.
``reportline.py`` goes on from here to what is published.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Severity, Unusable, has_errors
from peil.core.span import Span
from peil.study.checks import check as checking
from peil.study.checks.check import explain_study
from peil.study.checks.evidence.findings import Findings
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec

if TYPE_CHECKING:
    from peil.audit.audit import Audit
    from peil.data.dataset import Dataset
    from peil.disclose.before import Before
    from peil.disclose.gate import Uses
    from peil.disclose.release import Release
    from peil.disclose.told_tables import ToldTables
    from peil.fieldwork.facts import Facts
    from peil.fieldwork.response import ResponseRates
    from peil.study.changes.changes import Changes
    from peil.study.proof.cover import Cover
    from peil.tabulate.table import Table

__all__ = [
    "Problem",
    "audit_study",
    "check_study",
    "compare_populations",
    "compare_versions",
    "cover_to_file",
    "explain_study",
    "find_problems",
    "find_store",
    "make_tables",
    "new_study",
    "read_analysis_set",
    "read_figures",
    "read_sound_study",
    "read_study",
    "release_tables",
    "released_tables_json",
    "simulate_to_file",
    "tables_json",
    "write_findings",
]


def read_sound_study(folder: str | Path) -> Study:
    """Read a study that later stages can use.

    Raises:
        Unusable: The study has errors; carries them all.
    """
    study = read_study(folder)
    problems = checking.check_study(study)  # a mail that is wrong keeps nobody from tabulating
    if has_errors(problems):
        raise Unusable(problem for problem in problems if problem.severity is Severity.ERROR)
    return study


def check_study(study: Study) -> tuple[Problem, ...]:
    """Give every problem of the study at once, those of its mails too, in order of place and code, each once.

    What the study accepts in place, with a reason, is left out.
    """
    return find_problems(study).problems


def find_problems(study: Study) -> Findings:
    """Give every problem of the study and its mails, and apart from these what it accepts, in order."""
    from peil.mail.accepting import find_mail_problems

    found, mails = checking.find_problems(study), find_mail_problems(study)
    return Findings(
        tuple(sorted((*found.problems, *mails.problems), key=checking.order)),
        tuple(sorted((*found.accepted, *mails.accepted), key=checking.order)),
    )


def find_data(study: Study, data: str | Path | None) -> Path:
    """Give the data file: the one named, or the only CSV file in the study's ``data`` folder."""
    from peil.formats.find_data import find_data as find

    return find(study, data)


def find_store(study: Study, url: str | None = None) -> str:
    """Give the store's address: the one named, else the one in PEIL_STORE, else ``store`` in the study.

    An address is ``sqlite:FOLDER``, a plain folder or ``postgresql://…``.
    """
    from peil.store.find_store import find_store as find

    return find(study, url)


def read_data(path: str | Path, study: Study) -> "Dataset":
    """Read all rows of a data file, weighted as the plan says."""
    from peil.weighting.weigh import weigh

    return weigh(read_rows(path, study))


def read_rows(path: str | Path, study: Study) -> "Dataset":
    """Read all rows of a data file, without their weights."""
    from peil.formats.csv_file import read_responses_csv

    return read_responses_csv(Path(path), study)


def read_analysis_set(study: Study, data: str | Path | None) -> "Dataset":
    """Read the rows that the analysis counts; it is these that are weighted."""
    from peil.data.analysis_set import select_analysis_set
    from peil.weighting.weigh import weigh

    return weigh(select_analysis_set(read_rows(find_data(study, data), study)))


def make_tables(
    dataset: "Dataset",
    *,
    rows: Sequence[str] = (),
    by: Sequence[str] = (),
    where: str | None = None,
    responses: bool = False,
) -> "tuple[Table, ...]":
    """Tabulate items for the whole analysis set and by each group; with ``responses`` shares of these too.

    Raises:
        Unusable: A name or the condition means nothing in this study.
    """
    from peil.study.expr.resolve import resolve_condition
    from peil.tabulate.find_items import find_items
    from peil.tabulate.tabulate import tabulate

    study = dataset.study
    condition = None
    if where:
        roles = [role.id for role in study.roles]
        condition, problems = resolve_condition(where, Span("--where", 1, 1), study.codebook, roles)
        if problems:
            raise Unusable(problems)
    items, groups = find_items(study, rows), find_items(study, by) if by else ()
    specs = [TableSpec(item, group, condition) for item in items for group in (None, *groups)]
    return tabulate(dataset, specs, responses=responses)


def count_dataset_facts(dataset: "Dataset", rows: int, response: "ResponseRates | None" = None) -> "Facts":
    """Count how many of the analysed came how far; beside it the response rates, where they are known."""
    from peil.fieldwork.count import count_facts

    study, progress, complete = dataset.study, dataset.progress, dataset.complete
    facts = count_facts(study, rows, progress, complete, synthetic=dataset.synthetic, amended=dataset.amended)
    return replace(facts, response=response)


def release_tables(  # noqa: PLR0913 - what else it may be told is named at the call
    dataset: "Dataset",
    tables: Iterable["Table"],
    rows: int | None = None,
    language: str | None = None,
    response: "ResponseRates | None" = None,
    *,
    uses: "Uses | None" = None,
    earlier: "Before | None" = None,
) -> "Release":
    """Pass tables through the disclosure gate.

    Args:
        dataset: The analysis set that the tables were made from.
        tables: What is to be shown.
        rows: All interviews, those outside the analysis set included; default: the analysis set's.
        language: What the weighting is told in; default: the study's first language.
        response: Response rates, where they are known.
        uses: How often each cell is printed.
        earlier: What earlier releases showed and hid.
    """
    from peil.disclose.before import NOTHING_BEFORE
    from peil.disclose.gate import release
    from peil.weighting.describe import describe_weighting

    study = dataset.study
    facts = count_dataset_facts(dataset, dataset.n if rows is None else rows, response)
    told = describe_weighting(study, language or study.about.language, dataset.weighted)
    return release(study, tuple(tables), facts, told, uses=uses, earlier=earlier or NOTHING_BEFORE)


def tables_json(study: Study, tables: "Iterable[Table]") -> "ToldTables":
    """Give tables and what they say as the JSON contract has them."""
    from peil.disclose.told_tables import tell_tables

    return tell_tables(study, tables)


def released_tables_json(study: Study, released: "Release") -> "ToldTables":
    """Give released tables and what they say as the JSON contract has them; a hidden one says nothing."""
    from peil.disclose.told_tables import tell_released_tables

    return tell_released_tables(study, released)


def simulate_to_file(
    study: Study, n: int, seed: int, out: Path, *, break_off: float = 0.0, labels: bool = False
) -> None:
    """Walk synthetic respondents through the interview and write their answers.

    Raises:
        Unusable: The file isn't named ``.csv``, or something that isn't wholly synthetic stands there.
    """
    from peil.formats.synthetic_file import check_replaceable, write_synthetic_csv
    from peil.interview.simulate import simulate

    check_replaceable(out)
    write_synthetic_csv(out, study, tuple(simulate(study, n, seed, break_off)), labels=labels)


def cover_to_file(study: Study, out: Path, *, labels: bool = False) -> "Cover":
    """Write the fewest interviews that visit everything in the questionnaire.

    Raises:
        Unusable: The file isn't named ``.csv``, or something that isn't wholly synthetic stands there.
    """
    from peil.formats.synthetic_file import check_replaceable, write_synthetic_csv
    from peil.interview.cover import walk_through
    from peil.study.proof.cover import cover

    check_replaceable(out)
    found = cover(study)
    write_synthetic_csv(out, study, tuple(walk_through(study, found.walks)), labels=labels)
    return found


def new_study(folder: Path, title: str, language: str) -> tuple[Path, ...]:
    """Write a small working study."""
    from peil.study.new_study import new_study as write_new_study

    return write_new_study(folder, title, language)


def audit_study(
    study: Study, claims: str | Path | None, data: str | Path | None, *, with_data: bool = True
) -> "tuple[Audit, tuple[Problem, ...]]":
    """Recompute published claims, or try them without data; beside it the problems of the data."""
    from peil.audit.audit import audit
    from peil.audit.draft_problems import draft_problems
    from peil.audit.read_claims import read_claims

    path = Path(claims) if claims else study.folder / "published" / "claims.json"
    read = read_claims(path, study)
    dataset = read_analysis_set(study, data) if with_data else None
    drafts = draft_problems(read, str(path))
    return audit(study, read, dataset), (*drafts, *(dataset.problems if dataset else ()))


def read_figures(
    study: Study, report: str | Path, out: str | Path, language: str
) -> "tuple[Audit, tuple[Problem, ...]]":
    """Read a report's numbers into a file of drafts, and say what is odd about them as they are."""
    from peil.audit.audit import audit
    from peil.audit.read_claims import read_claims
    from peil.audit.reading.read_drafts import read_drafts

    problems = read_drafts(study, Path(report), Path(out), language)
    return audit(study, read_claims(Path(out), study), None), problems


def write_findings(study: Study, found: "Audit", file: str | Path, language: str, *, with_data: bool) -> None:
    """Write what an audit found as a page of Markdown."""
    from peil.audit.findings_page import findings_page

    claims = [one.claim for one in found.judged]
    page = findings_page(found.findings, claims, study, language, found.basis if with_data else "")
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")


def compare_populations(
    study: Study, data: str | Path | None, only: str | None = None
) -> "tuple[dict[str, object], tuple[Problem, ...]]":
    """Set the analysis set beside the study's populations, nothing hidden; beside it problems of the data.

    Args:
        study: The study.
        data: The data file, or None for the study's own.
        only: One population's id, or None for all.

    Raises:
        Unusable: There is no such population.
    """
    from peil.compare.populations_json import populations_json
    from peil.compare.weigh_to_populations import weigh_to_populations
    from peil.data.analysis_set import select_analysis_set
    from peil.study.checks.unknown_name import RULE

    if only is not None and only not in study.populations:
        hint = (
            did_you_mean(only, study.populations) or f"There are: {', '.join(study.populations) or 'none'}."
        )
        raise Unusable([RULE.problem(Span("--population"), f'There is no population "{only}".', hint=hint)])
    wanted = {name: one for name, one in study.populations.items() if only in {None, name}}
    dataset = select_analysis_set(read_rows(find_data(study, data), study))
    found = weigh_to_populations(dataset, tuple(wanted.values()))
    told = populations_json(wanted, found, study.about.language)
    return {**told, "synthetic": dataset.synthetic}, dataset.problems


def compare_versions(old: str, new: str, study: str | None) -> "Changes":
    """Give what changed between two versions: folders, or git revisions of the study's folder."""
    from peil.study.changes.find_changes import find_changes
    from peil.study.reader.version import read_versions

    before, after = read_versions(old, new, study)
    return find_changes(before.study, after.study, (before.place, after.place))
