"""A study's folder into a Study: everything that is wrong is told at once, and reading goes on."""

from pathlib import Path

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.study.add_coded import add_coded
from peil.study.build_codebook import build_codebook
from peil.study.checks import bad_setting, missing_file, unknown_name, unreadable_line
from peil.study.compile_route import compile_route
from peil.study.expr.tree import reads
from peil.study.questionnaire import Questionnaire
from peil.study.reader.around import Around
from peil.study.reader.build_questionnaire import build_questionnaire
from peil.study.reader.check_fills import check_fills
from peil.study.reader.decode import decode
from peil.study.reader.explain_codes import explain_codes
from peil.study.reader.raw import RawQuestionnaire
from peil.study.reader.read_about import RawRole, about_table, read_about, read_languages, read_roles
from peil.study.reader.read_catalogue import Catalogue, read_catalogue
from peil.study.reader.read_codings import read_codings
from peil.study.reader.read_fielding import read_fielding
from peil.study.reader.read_frames import read_frames, resolve_consents
from peil.study.reader.read_lines import read_lines
from peil.study.reader.read_method import read_method
from peil.study.reader.read_others import read_others
from peil.study.reader.read_plan import read_plan
from peil.study.reader.read_populations import read_populations
from peil.study.reader.read_quotes import Surroundings, read_quotes
from peil.study.reader.read_talks import read_talks
from peil.study.reader.read_themes import read_themes
from peil.study.reader.read_waves import read_waves
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.resolve import Resolver
from peil.study.reader.settings import Settings, read_settings
from peil.study.reader.settle_codes import settle_codes
from peil.study.reader.translate import Translator
from peil.study.reader.typed import Table
from peil.study.role import Role
from peil.study.study import Study

QUESTIONNAIRE = "questionnaire.md"
SETTINGS = "study.toml"
PLAN = "plan.toml"
TRANSLATIONS = "translations"


def read_study(path: Path | str) -> Study:
    """Read a study's folder.

    Args:
        path: The folder.

    Returns:
        The study, with every problem that reading found; where something could not be read, what could
        be made of it stands there.

    Raises:
        Unusable: The folder or its questionnaire.md isn't there, or that holds no question or is UTF-16.
    """
    folder = Path(path)
    _demand(folder)
    problems: list[Problem] = []
    settings = _settings(folder, SETTINGS, problems, needed=True)
    about = about_table(settings, problems)
    languages = read_languages(about)
    translator = Translator(_catalogues(folder, about, languages, problems), problems)
    roles = read_roles(settings, problems)
    role_ids = _role_ids(roles) if settings.readable else None
    words = WordingReader(languages[0], role_ids, translator, problems)
    raw = read_lines(_questionnaire_text(folder, problems), QUESTIONNAIRE, problems)
    _demand_question(raw, problems)
    skeleton = build_questionnaire(raw, words)
    resolver = Resolver(build_codebook(skeleton.questions), role_ids, raw.broken, raw.damaged, problems)
    questionnaire = _resolved(skeleton, raw, resolver)
    resolver.codebook = build_codebook(questionnaire.questions)
    check_fills(questionnaire, resolver.codebook, raw.broken | raw.damaged, problems)
    study_roles = tuple(_role(role, words, resolver) for role in roles)
    frames = read_frames(folder, languages, resolver.codebook, problems)
    resolver.codebook = add_coded(resolver.codebook, frames.values())
    plan = read_plan(_settings(folder, PLAN, problems, needed=False), resolver, words)
    frames = resolve_consents(frames, resolver.codebook, plan, problems)
    plan, codebook = settle_codes(plan, resolver.codebook, frames, problems)
    said = read_about(about, languages, words)
    _check_analysis_set(about, said.analysis_set, questionnaire, raw, problems)
    fielding = read_fielding(about, said, words)
    method = read_method(about, words)
    quotes = read_quotes(folder, Surroundings(languages, plan.groups, codebook), problems)
    around = Around(languages, codebook, plan)
    themes = read_themes(folder, around, problems)
    talks = read_talks(folder, around, themes, problems)
    translator.leave()
    return Study(
        folder=folder,
        about=said,
        roles=study_roles,
        questionnaire=questionnaire,
        codebook=codebook,
        route=compile_route(questionnaire, codebook),
        plan=plan,
        fielding=fielding,
        method=method,
        quotes=quotes,
        others=read_others(folder, around, problems),
        waves=read_waves(folder, around, problems),
        populations=read_populations(folder, around, problems),
        themes=themes,
        talks=talks,
        frames=frames,
        codings=read_codings(folder, frames, problems),
        problems=tuple(sorted(explain_codes(problems, frames.values()), key=lambda problem: problem.span)),
        untranslated=tuple(translator.untranslated),
    )


def _demand(folder: Path) -> None:
    """Stop where there is no study at all."""
    if not folder.is_dir():
        message, hint = "There is no such folder.", 'Name a study\'s folder, or make one with "peil new".'
        raise Unusable([missing_file.RULE.problem(Span(str(folder)), message, hint=hint)])
    if not (folder / QUESTIONNAIRE).is_file():
        message = f"There is no {QUESTIONNAIRE} in {folder}."
        hint = "Name a study's folder, or write its questionnaire."
        raise Unusable([missing_file.RULE.problem(Span(QUESTIONNAIRE), message, hint=hint)])


def _settings(folder: Path, name: str, problems: list[Problem], *, needed: bool) -> Settings:
    path = folder / name
    if path.is_file():
        return read_settings(path, name, problems)
    if needed:
        hint = f"Write {name} with at least a title and languages under [about]."
        problems.append(missing_file.RULE.problem(Span(name), f"There is no {name}.", hint=hint))
    return Settings(name, readable=False)


def _questionnaire_text(folder: Path, problems: list[Problem]) -> str:
    """Read the questionnaire.

    Raises:
        Unusable: It is in another encoding altogether.
    """
    text = decode((folder / QUESTIONNAIRE).read_bytes(), QUESTIONNAIRE, unreadable_line.RULE, problems)
    if text is None:
        raise Unusable(problems)
    return text


def _demand_question(raw: RawQuestionnaire, problems: list[Problem]) -> None:
    """Stop where the questionnaire asks nothing."""
    if not raw.questions:
        hint = 'Write "# id: Title" for a section, and under it "## id" for a question with its text below.'
        span = Span(QUESTIONNAIRE, 1, 1)
        problems.append(unreadable_line.RULE.problem(span, "There is no question in this file.", hint=hint))
        raise Unusable(sorted(problems, key=lambda problem: problem.span))


def _catalogues(
    folder: Path, about: Table, languages: tuple[str, ...], problems: list[Problem]
) -> tuple[Catalogue, ...]:
    """Read the catalogues of the other languages; a language without one, and the reverse, is a problem."""
    there = {path.stem: path for path in sorted((folder / TRANSLATIONS).glob("*.po"))}
    found: list[Catalogue] = []
    for number, language in enumerate(languages[1:], 1):
        path = there.pop(language, None)
        file = f"{TRANSLATIONS}/{language}.po"
        if path is None:
            span = about.settings.start("about", "languages", number)
            message, hint = f"There is no {file}.", "Write it, or take the language away."
            problems.append(missing_file.RULE.problem(span, message, hint=hint))
        elif catalogue := read_catalogue(path, file, language, problems):
            found.append(catalogue)
    for language in there if about.settings.readable else ():
        message = f'"{language}" is not among the languages to translate into in {SETTINGS}.'
        hint = did_you_mean(language, languages[1:]) or "Add it to languages, after the base language."
        span = Span(f"{TRANSLATIONS}/{language}.po")
        problems.append(bad_setting.RULE.problem(span, message, hint=hint))
    return tuple(found)


def _resolved(skeleton: Questionnaire, raw: RawQuestionnaire, resolver: Resolver) -> Questionnaire:
    """Resolve all conditions, also those of questions that were left out because their id was taken."""
    for question in raw.questions:
        if question.condition:
            resolver.condition(question.condition)
        for condition, _, _ in question.ends:
            resolver.condition(condition)
    return resolver.questionnaire(skeleton)


def _role_ids(roles: tuple[RawRole, ...]) -> tuple[str, ...]:
    """Give the names that roles go by; one that was written wrong is told once, where it is defined."""
    return tuple(dict.fromkeys(name for role in roles for name in (role.id, role.written)))


def _role(role: RawRole, words: WordingReader, resolver: Resolver) -> Role:
    condition = resolver.condition(role.condition) if role.condition else None
    if role.condition and condition and "role" in reads(condition.tree):
        message = f'Who has the role "{role.id}" can\'t depend on roles.'
        hint = "Write the condition in answers; the first role that holds is had, so none needs ruling out."
        resolver.problems.append(bad_setting.RULE.problem(role.condition.span, message, hint=hint))
        condition = role.condition
    return Role(
        role.id, words.plain(f"role.{role.id}", role.label, role.span, made=role.label == role.id), condition
    )


def _check_analysis_set(
    about: Table,
    name: str | None,
    questionnaire: Questionnaire,
    raw: RawQuestionnaire,
    problems: list[Problem],
) -> None:
    """Report an analysis set that is no question."""
    if name is None or name in questionnaire.by_id or name in raw.broken | raw.damaged:
        return
    span = about.settings.start("about", "analysis_set")
    hint = did_you_mean(name, questionnaire.by_id) or "Name the question that must have been reached."
    problems.append(unknown_name.RULE.problem(span, f'There is no question "{name}".', hint=hint, got=name))
