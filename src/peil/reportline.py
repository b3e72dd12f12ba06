"""The line's end: the composer of what is published, from a study's texts to its files.

A study publishes several texts (report, deck, press page, site) in several languages, and tables beside
them. All of it comes from one release, made jointly: what one file hides can't be worked out from another.
Stages are loaded when they are used.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from peil import line
from peil.besideline import add_told
from peil.core.problem import Problem, Severity, Unusable, has_errors
from peil.core.span import Span
from peil.report.job import Job
from peil.report.template.part import PARTS, Part
from peil.study.study import Study
from peil.study.tablespec import TableSpec

if TYPE_CHECKING:
    from concurrent.futures import Future

    from peil.data.dataset import Dataset
    from peil.disclose.release import Release
    from peil.report.disagreement import Told
    from peil.report.document import Document
    from peil.report.template.template import Template
    from peil.tabulate.table import Table

__all__ = [
    "Job",
    "MadeReport",
    "Publication",
    "compose_publication",
    "compose_report",
    "demand_report",
    "jobs_of",
    "make_report",
    "show_questionnaire",
]

Progress = Callable[[str], None]
Text = tuple[Part, str]
"""A text: which, and in which language."""


def silent(_: str) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class MadeReport:
    """The files of a report, the problems found in its texts, and what is told of each text's bound words."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    told: "tuple[Told, ...]" = ()


@dataclass(frozen=True)
class Publication:
    """Everything that a study publishes of one data set.

    Args:
        study: The study.
        dataset: The rows that the analysis counts.
        release: What may be shown in all texts and tables together; its words are in the base language.
        templates: The texts there are.
        read_problems: What is wrong with each text by itself.
        problems: What is wrong with the data or what lies beside them.
    """

    study: Study
    dataset: "Dataset"
    release: "Release"
    templates: "Mapping[Text, Template]"
    read_problems: Mapping[Text, tuple[Problem, ...]]
    problems: tuple[Problem, ...]

    def released(self, language: str) -> "Release":
        """Give the release with its words in a language."""
        from peil.weighting.describe import describe_weighting

        return replace(
            self.release, weighting=describe_weighting(self.study, language, self.dataset.weighted)
        )

    def compose(self, part: Part, language: str) -> "tuple[Document, tuple[Problem, ...]]":
        """Fill a text in; beside it everything that is wrong with it."""
        from peil.report.compose.render import render

        template = self.templates[part, language]
        document, more = render(self.study, self.released(language), template)
        return document, (*self.problems, *self.read_problems[part, language], *more)

    def tell(self, part: Part, language: str) -> "Told":
        """Tell which bound words of a text disagree with the data, and which conditional texts stand."""
        from peil.report.compose.tell_bound import tell_bound

        return tell_bound(self.study, self.released(language), self.templates[part, language])


def demand_report(study: Study, language: str, part: Part = Part.REPORT) -> None:
    """Refuse a language that has no text: there would be nothing to write."""
    from peil.report.demand_text import demand_text

    demand_text(study, language, part)


def compose_publication(
    study: Study,
    data: str | Path | None,
    *,
    always: Sequence[Text] = (),
    progress: Progress = silent,
    alone: bool = False,
) -> Publication:
    """Read all texts, tabulate what they and the banner tables ask for, and pass the gate once.

    Args:
        study: The study.
        data: The data file, or None for the study's own.
        always: Texts that are read even where there are no files, for their problem.
        progress: Told what is being done.
        alone: Set beside nothing else: two studies can be waves of each other.
    """
    from peil.data.analysis_set import select_analysis_set
    from peil.disclose.problems import tell_unprotected
    from peil.disclose.registry import find_before
    from peil.disclose.release_coding import release_coding
    from peil.formats.counts_file import read_response
    from peil.report.template.uses import count_uses
    from peil.tabulate.tabulate import tabulate
    from peil.weighting.weigh import weigh

    progress("report text")
    read = read_texts(study, dict.fromkeys((*always, *find_texts(study))))
    progress("data")
    path = line.find_data(study, data)
    everyone = line.read_rows(path, study)
    response, unfit = read_response(path, everyone)
    dataset = weigh(select_analysis_set(everyone))
    progress("tables")
    templates = {text: template for text, (template, _) in read.items()}
    tables = tabulate(dataset, published_specs(study, templates.values()))
    progress("disclosure")
    earlier, broken = find_before(study, path, tables)
    uses = count_uses(
        templates.values(),
        ((one.spec, one.group, tuple(cell.option for cell in one.cells)) for one in tables),
    )
    released = line.release_tables(dataset, tables, everyone.n, None, response, uses=uses, earlier=earlier)
    released = replace(released, coded=release_coding(dataset, released))
    return Publication(
        study=study,
        dataset=dataset,
        release=released if alone else add_told(study, released, release_alone),
        templates=templates,
        read_problems={text: problems for text, (_, problems) in read.items()},
        problems=(*dataset.problems, *unfit, *broken, *tell_unprotected(released)),
    )


def release_alone(study: Study, data: Path | None) -> "Release":
    """Release what a study publishes by itself, as for its own report.

    Raises:
        Unusable: Something keeps it from being published.
    """
    published = compose_publication(study, data, alone=True)
    if has_errors(published.problems):
        raise Unusable(one for one in published.problems if one.severity is Severity.ERROR)
    return published.release


def read_texts(study: Study, texts: Iterable[Text]) -> "dict[Text, tuple[Template, tuple[Problem, ...]]]":
    """Read texts; those in the base language once, though the others are compared with them."""
    from peil.report.template.read import read_template

    wanted, first = tuple(texts), study.about.language
    read: dict[Text, tuple[Template, tuple[Problem, ...]]] = {}
    for part, language in sorted(wanted, key=lambda text: text[1] != first):
        base = read[part, first][0] if (part, first) in read else None
        read[part, language] = read_template(study.folder, study, language, part, base)
    return {text: read[text] for text in wanted}


def find_texts(study: Study) -> Iterator[Text]:
    """Give the texts that have files, in every language of the study."""
    from peil.report.template.read import find_files

    for part in Part:
        for language in study.about.languages:
            if find_files(study.folder, study, language, part):
                yield part, language


def published_specs(study: Study, templates: "Iterable[Template]") -> list[TableSpec]:
    """Give everything that is published: what the texts ask for, and every item by every group."""
    from peil.report.template.needs import needs
    from peil.tabulate.find_items import find_items

    found = {spec.key: spec for template in templates for spec in needs(template)}
    for item in find_items(study, ()):
        for group in (None, *study.plan.groups):
            spec = TableSpec(item, group)
            found.setdefault(spec.key, spec)
    return list(found.values())


def compose_report(
    study: Study, data: str | Path | None, *, language: str, progress: Progress = silent
) -> "tuple[Document, tuple[Problem, ...]]":
    """Compose the report in one language, from the release of all that is published."""
    text = (Part.REPORT, language)
    published = compose_publication(study, data, always=(text,), progress=progress)
    return published.compose(*text)


def make_report(
    study: Study,
    data: str | Path | None = None,
    *,
    formats: Sequence[str] = ("html", "pdf"),
    out: Path,
    languages: Sequence[str],
    progress: Progress = silent,
) -> MadeReport:
    """Compose what is asked for in each language, from one release, and write it in every format.

    The typesetter leaves Python alone. So what it sets is composed first, and is set while the rest is
    composed and while Python writes the other files.
    """
    from concurrent.futures import ThreadPoolExecutor

    asked = [(language, name) for language in languages for name in formats]
    texts = tuple(dict.fromkeys((PARTS[name], language) for language, name in asked if name in PARTS))
    published = compose_publication(study, data, always=texts, progress=progress)
    progress("texts")
    composed: dict[Text, tuple[Document, tuple[Problem, ...]]] = {}
    documents: dict[Text, Document] = {}
    begun: dict[tuple[str, str], list[tuple[Path, Future[tuple[Problem, ...]]]]] = {}
    with ThreadPoolExecutor(max(1, (os.cpu_count() or 1) - 1)) as setters, ThreadPoolExecutor(1) as writer:
        for language, name in sorted(dict.fromkeys(asked), key=lambda one: one[1] != "pdf"):
            text = (PARTS[name], language) if name in PARTS else None
            if text and text not in composed:
                composed[text] = published.compose(*text)
                documents[text] = composed[text][0]
            begun[language, name] = [
                (job.path, (setters if job.typeset else writer).submit(job.write))
                for job in jobs_of(published, documents, name, language, out)
            ]
        progress("files")
        done = [(path, future.result()) for one in asked for path, future in begun[one]]
    problems = [problem for text in texts for problem in composed[text][1]]
    problems += [problem for _, found in done for problem in found]
    told = tuple(published.tell(*text) for text in texts)
    return MadeReport(tuple(path for path, _ in done), tuple(dict.fromkeys(problems)), told)


def jobs_of(
    published: Publication,
    documents: "Mapping[Text, Document]",
    name: str,
    language: str,
    out: Path,
) -> Iterator[Job]:
    """Give the files of a format in a language.

    Args:
        published: What is published.
        documents: The texts that the formats asked for need, filled in.
        name: The format.
        language: The language.
        out: The folder they go to.
    """
    from peil.report.docx.make import make_docx
    from peil.report.pptx.make import make_deck
    from peil.report.press.write import set_press, write_press
    from peil.report.template.read import find_files
    from peil.report.write import WRITERS
    from peil.report.xlsx.write import to_xlsx

    match name:
        case "press":
            document, study = documents[Part.PRESS, language], published.study
            first = find_files(study.folder, study, language, Part.PRESS)[0].relative_to(study.folder)
            yield Job(out / f"press.{language}.html", partial(write_press, document))
            yield Job(out / f"press.{language}.pdf", partial(set_press, document, Span(first.as_posix())))
        case "xlsx":
            banner = partial(to_xlsx, published.study, published.released(language), language)
            yield Job(out / f"report.{language}.xlsx", banner)
        case "docx":
            document = documents[Part.REPORT, language]
            yield Job(out / f"report.{language}.docx", partial(make_docx, document, published.study))
        case "pptx":
            document, template = documents[Part.DECK, language], published.templates[Part.DECK, language]
            released = published.released(language)
            deck = partial(make_deck, document, published.study, released, template)
            yield Job(out / f"deck.{language}.pptx", deck)
        case _:
            document = documents[PARTS[name], language]
            yield Job(out / f"{PARTS[name]}.{language}.{name}", partial(WRITERS[name], document))


def show_questionnaire(
    study: Study, *, formats: Sequence[str], out: Path, language: str, role: str = ""
) -> tuple[Path, ...]:
    """Write the questionnaire as a document, of one role or with all roles side by side."""
    from peil.report.show import show_questionnaire as show

    return show(study, formats=formats, out=out, language=language, role=role)


def release_jointly(
    dataset: "Dataset", tables: "Sequence[Table]", data: Path | None
) -> "tuple[Release, tuple[Problem, ...]]":
    """Release tables together with everything that the study publishes, and give these alone.

    So they never contradict the report, and what they show can't be combined with it: what is hidden
    beside is chosen as for the report, from the same tables in the same order, by how often each is printed,
    and after the same earlier releases; beside it what is wrong with their registry.

    Args:
        dataset: The rows that the analysis counts.
        tables: The tables that are asked for.
        data: The file that they come from; None for rows of a live store.
    """
    from peil.disclose.registry import find_before
    from peil.report.template.uses import count_uses
    from peil.tabulate.tabulate import tabulate

    study = dataset.study
    templates = [template for template, _ in read_texts(study, find_texts(study)).values()]
    asked = {(*table.spec.key, table.group) for table in tables}
    public = tabulate(dataset, published_specs(study, templates))
    known = {table.spec.key for table in public}
    together = (*public, *(table for table in tables if table.spec.key not in known))
    uses = count_uses(
        templates, ((one.spec, one.group, tuple(cell.option for cell in one.cells)) for one in together)
    )
    earlier, broken = find_before(study, data, together)
    released = line.release_tables(dataset, together, uses=uses, earlier=earlier)
    kept = tuple(table for table in released.tables if (*table.spec.key, table.group) in asked)
    return replace(released, tables=kept), broken
