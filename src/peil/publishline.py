"""The line's very end: a study's public site, final or while the survey runs.

What is published goes through one release, is written down in the study's registry of releases, and then
takes the place of the site that stood there. Stages are loaded when they are used.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peil import line, reportline
from peil.core.problem import Problem, Unusable, has_errors
from peil.core.span import Span
from peil.report.template.part import Part
from peil.study.interim import Interim
from peil.study.study import Study

if TYPE_CHECKING:
    import datetime as dt

    from peil.data.dataset import Dataset
    from peil.disclose.release import Release
    from peil.report.document import Document
    from peil.report.site.compose_pages import Sources
    from peil.report.site.download import Download

__all__ = ["Published", "publish_interim", "publish_site"]

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Published:
    """What publishing came to.

    Args:
        files: Files of the site, by path in its folder; empty where nothing was published.
        release: Number of the release in the registry, or None.
        problems: What is wrong with the texts or the data.
        changed: The site on disk was changed.
        told: What there is to say beside that.
    """

    files: tuple[str, ...] = ()
    release: int | None = None
    problems: tuple[Problem, ...] = ()
    changed: bool = False
    told: str = ""


def publish_site(
    study: Study,
    data: str | Path | None = None,
    *,
    out: Path,
    url: str = "",
    progress: Progress = reportline.silent,
) -> Published:
    """Publish the final site; where anything in the texts is untrue, only say so.

    Raises:
        Unusable: The plan's profile is draft, there is no site's text, or the folder can't be written to.
    """
    from peil.disclose.registry import data_fingerprint
    from peil.report.site.make_site import heavy_pages, make_site
    from peil.report.site.refusals import read_address, refuse_draft
    from peil.report.site.write import write_site
    from peil.store.today import today

    refuse_draft(study)
    address = read_address(url)
    reportline.demand_report(study, study.about.language, Part.SITE)
    published = reportline.compose_publication(study, data, progress=progress)
    progress("texts")
    composed = {text: published.compose(*text) for text in published.templates if text[0] is not Part.SITE}
    documents = {text: document for text, (document, _) in composed.items()}
    told = [problem for _, problems in composed.values() for problem in problems]
    progress("files")
    downloads, unmade = ((), ()) if has_errors(told) else make_downloads(published, documents)
    sources, named = site_sources(published, downloads)
    told += [*unmade, *published.problems, *named]
    progress("pages")
    site, more = make_site(study, sources, address)
    problems = tuple(dict.fromkeys((*told, *more)))
    if not has_errors(problems):
        progress("audit")
        problems = (*problems, *audit(study, published.release))
    if has_errors(problems):
        return Published(problems=problems)
    files = write_site(site)
    heavy = tuple(heavy_pages(site, files))
    files |= {one.path: one.content for one in downloads}
    made = (study.about.report_date or today(), data_fingerprint(line.find_data(study, data)))
    number = write_down(study, published.release, files, out, made, interim=False)
    return place(files, out, number, (*problems, *heavy))


def publish_interim(
    study: Study,
    data: str | Path | None = None,
    *,
    store: str | None = None,
    out: Path,
    url: str = "",
    progress: Progress = reportline.silent,
) -> Published:
    """Publish what the plan lists for while the survey runs; where too few came since the last time, nothing.

    Args:
        study: The study.
        data: A data file; None reads the store.
        store: The store's address; None finds the study's.
        out: The site's folder.
        url: The site's address, or empty.
        progress: Told what is being done.

    Raises:
        Unusable: The plan lists nothing or its profile is draft, the survey isn't open, or something can't
            be read or written.
    """
    from peil.data.rows_fingerprint import rows_fingerprint
    from peil.disclose.registry import data_fingerprint
    from peil.report.site.interim import interim_notice, interim_pages
    from peil.report.site.make_site import frame_site, heavy_pages, last_interim
    from peil.report.site.refusals import demand_interim, read_address, refuse_draft
    from peil.report.site.words import spoken
    from peil.report.site.write import write_site
    from peil.store.today import today

    interim = demand_interim(study)
    refuse_draft(study)
    address, day = read_address(url), today()
    progress("data")
    dataset = line.read_analysis_set(study, data) if data else read_open_store(study, store)
    fingerprint = data_fingerprint(Path(data)) if data else rows_fingerprint(dataset) if dataset else ""
    n = dataset.n if dataset else 0
    if dataset is None or n < interim.start:
        return Published(told=f"{n} respondents so far: interim results come from {interim.start} on.")
    progress("tables")
    released, wrong = release_interim(study, dataset, interim, fingerprint)
    before = last_interim(released.earlier)
    if before and (n - before.respondents < interim.every or not released.has_totals):
        new = max(n - before.respondents, 0)
        told = f"{new} respondents since release {before.number}: too few to refresh it."
        return Published(release=before.number, told=told)
    problems = (*dataset.problems, *wrong, *audit(study, released))
    if has_errors(problems):
        return Published(problems=problems)
    progress("pages")
    languages = spoken(study.about.languages)
    pages = [page for one in languages for page in interim_pages(study, interim, released, one)]
    notices = {one: (interim_notice(study, released, day, one),) for one in languages}
    site = frame_site(study, pages, dict.fromkeys(languages, released), address, notices)
    files = write_site(site)
    problems = (*problems, *heavy_pages(site, files))
    number = write_down(study, released, files, out, (day, fingerprint), interim=True)
    return place(files, out, number, problems)


def read_open_store(study: Study, store: str | None) -> "Dataset | None":
    """Give the rows of a survey that is open, as they may be told; None where there is no store yet.

    Raises:
        Unusable: The survey isn't open, or its plan listed other results when it opened.
    """
    from contextlib import closing

    from peil import fieldline

    url = line.find_store(study, store)
    refuse_not_open(study, url)
    with closing(fieldline.watch_rows(study, url)) as looks:
        return next(looks)


def refuse_not_open(study: Study, url: str) -> None:
    """Refuse interim results of a survey that isn't open, or whose plan listed others when it opened.

    Raises:
        Unusable: Either is so.
    """
    from peil import fieldline
    from peil.report.site.site_problems import NO_INTERIM_PLAN, NOT_OPEN

    report = fieldline.show_phase(study, url)
    if report.log and not fieldline.is_open(report):
        message = f"Fieldwork is {report.told}: there are no interim results now."
        hint = "Publish the final results, without --interim, once the survey is closed."
        raise Unusable([NOT_OPEN.problem(Span(fieldline.store_name(url)), message, hint=hint)])
    late = fieldline.interim_listed_since(study, url)
    if late:
        message = f"[interim] lists what it didn't when the survey opened: {', '.join(late)}."
        hint = "Take it away: it can be told in the final results."
        raise Unusable([NO_INTERIM_PLAN.problem(Span("plan.toml"), message, hint=hint)])


def release_interim(
    study: Study, dataset: "Dataset", interim: Interim, fingerprint: str
) -> "tuple[Release, tuple[Problem, ...]]":
    """Pass what the plan lists, and nothing else, through the gate; beside it what stands in its way.

    Raises:
        Unusable: Final results were released already.
    """
    from peil.disclose.mark_definitions import mark_definitions
    from peil.disclose.problems import tell_unprotected
    from peil.disclose.registry import before_of, read_releases
    from peil.report.site.site_problems import NOT_OPEN
    from peil.study.tablespec import TableSpec
    from peil.tabulate.tabulate import tabulate

    releases, broken = read_releases(study.folder)
    final = next((one for one in releases if not one.interim), None)
    if final:
        message = f"Final results were released on {final.date}, as release {final.number}."
        hint = "Publish without --interim."
        raise Unusable([NOT_OPEN.problem(Span(f"releases/{final.number:03}.json"), message, hint=hint)])
    specs = [TableSpec(item, group) for item in interim.items for group in (None, *interim.groups)]
    tables = tabulate(dataset, specs)
    definitions = mark_definitions(study)
    earlier = before_of(releases, tables, fingerprint=fingerprint, definitions=definitions)
    released = line.release_tables(dataset, tables, earlier=earlier)
    return released, (*broken, *tell_unprotected(released))


def audit(study: Study, released: "Release") -> tuple[Problem, ...]:
    """Give a problem for each hidden count that can be worked out from what is released, by the audit."""
    from peil.disclose.audit_release import audit_release
    from peil.disclose.problems import tell_cell

    narrow = (one for one in audit_release(study, released) if not one.protected)
    return tuple(tell_cell(one.table[0], one.table[1], one.table[4], one.option) for one in narrow)


def write_down(
    study: Study,
    released: "Release",
    files: Mapping[str, bytes],
    out: Path,
    made: "tuple[dt.date, str]",
    *,
    interim: bool,
) -> int:
    """Write a release into the study's registry, before anyone can see it; give its number.

    What was written down and then not published costs nothing; the other way round it would be forgotten.

    Args:
        study: The study.
        released: What is published.
        files: The site's files.
        out: Where they go; a folder that can't be written to is refused first.
        made: The day, and the data's fingerprint.
        interim: The survey goes on.

    Raises:
        Unusable: The folder holds something that isn't a site made by Peil.
    """
    from peil.disclose.mark_definitions import mark_definitions
    from peil.disclose.registry import write_release
    from peil.report.site.place import check_place, recover

    recover(out)
    check_place(files, out)
    day, fingerprint = made
    path = write_release(
        study.folder,
        released,
        date=day.isoformat(),
        interim=interim,
        questionnaire=released.facts.questionnaire,
        fingerprint=fingerprint,
        definitions=mark_definitions(study),
    )
    return int(path.stem)


def place(files: Mapping[str, bytes], out: Path, number: int, problems: tuple[Problem, ...]) -> Published:
    """Put a site in its place."""
    from peil.report.site.place import place_site

    changed = place_site(files, out)
    return Published(tuple(sorted(files)), number, problems, changed)


def site_sources(
    published: reportline.Publication, downloads: "tuple[Download, ...]"
) -> "tuple[dict[str, Sources], tuple[Problem, ...]]":
    """Give what the pages of each language are made from, and what is wrong with its files."""
    from peil.report.site.compose_pages import Sources
    from peil.report.site.page_file import find_pages

    sources: dict[str, Sources] = {}
    problems: list[Problem] = []
    for (part, language), template in published.templates.items():
        if part is Part.SITE:
            pages, wrong = find_pages(published.study, language)
            released = published.released(language)
            sources[language] = Sources(published.study, released, template, pages, downloads)
            problems += [*wrong, *published.read_problems[part, language]]
    return sources, tuple(problems)


def make_downloads(
    published: reportline.Publication, documents: "Mapping[reportline.Text, Document]"
) -> "tuple[tuple[Download, ...], tuple[Problem, ...]]":
    """Give the files beside the pages, and what was wrong with making them.

    They are each text in every format, the tables by group, and the data as anyone may have them; the
    typesetter leaves Python alone, so they are made side by side.
    """
    from concurrent.futures import ThreadPoolExecutor

    from peil.report.site.download import Download
    from peil.report.site.words import tell
    from peil.report.template.part import PARTS

    spoken = [language for part, language in published.templates if part is Part.SITE]
    formats = [(language, name) for language in spoken for name in (*PARTS, "xlsx")]
    jobs = [
        (job, tell(language, PARTS.get(name, "workbook")), language)
        for language, name in formats
        if name not in PARTS or (PARTS[name], language) in documents
        for job in reportline.jobs_of(published, documents, name, language, Path())
    ]
    with ThreadPoolExecutor() as pool:
        made = list(pool.map(lambda one: one[0].make(), jobs))
    contents = [one if isinstance(one, bytes) else one[0] for one in made]
    wrong = [problem for one in made if not isinstance(one, bytes) for problem in one[1]]
    downloads = [
        Download(job.path.name, content, {language: title}, job.path.suffix.removeprefix("."))
        for (job, title, language), content in zip(jobs, contents, strict=True)
    ]
    packs = [pack for language in spoken for pack in pack_data(published, language)]
    return (*downloads, *packs), tuple(wrong)


def pack_data(published: reportline.Publication, language: str) -> "Iterator[Download]":
    """Give the public version of the data, where there can be one; never another version."""
    from peil.disclose.public_file import make_public_pack
    from peil.report.site.download import Download, zip_files
    from peil.report.site.words import tell

    files = make_public_pack(published.dataset, published.released(language), language).files
    if files:
        title = {language: tell(language, "public_data")}
        yield Download(f"data.{language}.zip", zip_files(files), title, "zip")
