"""The wording checks: sentences and scales that have the fault and those that haven't, in each language."""

from collections.abc import Callable
from pathlib import Path

import pytest
from check_example import check_files
from double_barrelled_cases import DOUBLE
from double_negation_cases import NEGATIVE
from leading_cases import LEADING
from scale_cases import SCALES
from wording_cases import Cases

from peil.core.span import Span
from peil.study.checks.check import check_study
from peil.study.checks.evidence.sentences import sentences
from peil.study.checks.evidence.syllables import count_syllables
from peil.study.new_study import new_study
from peil.study.reader.raw import RawText
from peil.study.reader.read import read_study
from peil.study.reader.read_text import read_text

PLAIN = {"en": "Often / Rarely", "nl": "Vaak / Zelden", "de": "Oft / Selten", "fr": "Souvent / Rarement"}
YES_NO = {"en": "Yes / No", "nl": "Ja / Nee", "de": "Ja / Nein", "fr": "Oui / Non"}
LANGUAGES = sorted(PLAIN)


def study_toml(language: str) -> str:
    return f'[about]\ntitle = "AI"\nlanguages = ["{language}"]\n'


def options(labels: str) -> str:
    return "".join(f"- ( ) o{number}: {label}\n" for number, label in enumerate(labels.split(" / ")))


def found_at(folder: Path, language: str, code: str, questions: list[tuple[str, str]]) -> set[int]:
    """Give the numbers of the questions (text, labels) at which a rule finds something."""
    blocks = [f"## q{number}\n{text}\n{options(labels)}\n" for number, (text, labels) in enumerate(questions)]
    questionnaire = "# use: AI\n\n" + "".join(blocks)
    owner = []
    for line in questionnaire.splitlines():
        owner.append(int(line[4:]) if line.startswith("## q") else owner[-1] if owner else -1)
    problems = check_files(folder, questionnaire=questionnaire, study=study_toml(language))
    assert not [problem for problem in problems if problem.severity == "error"]
    return {owner[problem.span.line - 1] for problem in problems if problem.code == code}


def wrongly_judged(
    folder: Path, language: str, code: str, cases: Cases, question: Callable[[str], tuple[str, str]]
) -> tuple[list[str], list[str]]:
    """Give the bad ones that weren't found, and the good ones that were."""
    bad, good = (part.splitlines() for part in cases[language])
    assert min(len(bad), len(good)) >= 12
    found = found_at(folder, language, code, [question(case) for case in (*bad, *good)])
    missed = [case for number, case in enumerate(bad) if number not in found]
    return missed, [case for number, case in enumerate(good, len(bad)) if number in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_double_barrelled(language: str, tmp_path: Path) -> None:
    judged = wrongly_judged(tmp_path, language, "Q072", DOUBLE, lambda case: (case, PLAIN[language]))
    assert judged == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_double_negation(language: str, tmp_path: Path) -> None:
    judged = wrongly_judged(tmp_path, language, "Q073", NEGATIVE, lambda case: (case, YES_NO[language]))
    assert judged == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_leading_wording(language: str, tmp_path: Path) -> None:
    judged = wrongly_judged(tmp_path, language, "Q074", LEADING, lambda case: (case, PLAIN[language]))
    assert judged == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_unbalanced_scale(language: str, tmp_path: Path) -> None:
    judged = wrongly_judged(tmp_path, language, "Q075", SCALES, lambda case: ("AI?", case))
    assert judged == ([], [])


WORDS = {
    "en": (
        "Think of the past week and tell us how often you used a tool of this kind for your own work "
        "or at home"
    ),
    "nl": (
        "Denk aan de afgelopen week en vertel hoe vaak u zo'n hulpmiddel gebruikte voor uw eigen werk "
        "of gewoon thuis"
    ),
    "de": (
        "Denken Sie an die letzte Woche und sagen Sie, wie oft Sie so ein Mittel bei der Arbeit oder "
        "zu Hause nutzten"
    ),
    "fr": (
        "Pensez à la semaine passée et dites combien de fois vous avez utilisé un tel outil au "
        "travail ou chez vous"
    ),
}
MOST = {"en": 28, "nl": 28, "de": 28, "fr": 32}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_long_from_one_word_over_the_limit_on(language: str, tmp_path: Path) -> None:
    known = WORDS[language].split()
    lengths = range(MOST[language] - 12, MOST[language] + 13)
    texts = [" ".join((known * 3)[:length]) + "." for length in lengths]
    found = found_at(tmp_path, language, "Q070", [(text, PLAIN[language]) for text in texts])
    assert [length for number, length in enumerate(lengths) if number in found] == list(
        range(MOST[language] + 1, MOST[language] + 13)
    )


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("One. Two three! Four five six?", [1, 2, 3]),
        ("Denk b.v. aan fruit, d.w.z. appels. Lust u die?", [6, 3]),
        ("Kosten van ca. 20 euro, incl. btw, resp. 25 euro. Klopt dat?", [10, 2]),
        ("Fragen Sie Dr. Weber, z. B. morgen. Geht das?", [7, 2]),
        ("Voir M. Dupont, p. ex. demain. Est-ce possible ?", [6, 2]),
        ("How old are you? ____", [4]),
        ("I use AI for ___ [0..9] tasks. Mostly at home.", [5, 3]),
        ("First paragraph without a stop\n\nSecond paragraph", [5, 2]),
        ("He said “Stop.” Then he left.", [3, 3]),
        ("Work-life balance, e-mail and/or chat.", [5]),
        ("It took 3.5 hours. Then 4.", [4, 2]),
        ('Why {q0 | "do you say so"} at all?', [7]),
    ],
)
def test_a_text_falls_into_sentences(text: str, lengths: list[int]) -> None:
    raw = RawText([(Span("questionnaire.md", 1, 1), line) for line in text.split("\n")])
    read = read_text(raw, [])
    assert [len(sentence.words) for sentence in sentences(read)] == lengths


SYLLABLES = {
    "nl": (
        "werk 1 vragenlijst 3 organisatie 5 zelfstandige 4 museum 3 creativiteit 5 ideeën 3 bureau 2 "
        "nieuw 1 beïnvloeden 4 eeuw 1 mooie 2 groeien 2 nationaal 4 financieel 4 verantwoordelijkheid "
        "6 tevreden 3 januari 4 onmiddellijk 4 coördinatie 5 technologie 4 radio 3 geïnteresseerd 5 "
        "wij 1 kwaliteit 3 buiten 2 thuiswerk 2"
    ),
    "en": (
        "work 1 questionnaire 3 people 2 employer 3 employee 3 changed 1 wanted 2 table 2 create 2 "
        "creativity 5 science 2 government 3 area 3 statement 2 completely 3 society 4 video 3 "
        "experience 4 responsible 4 available 4 places 2 estimate 3 previous 3 worked 1 association 5 "
        "opinion 3 individual 5 families 3 judges 2 replacement 3 colleague 2 museum 3 value 2 "
        "serious 3 true 1 evaluate 4"
    ),
    "de": (
        "Arbeit 2 Fragebogen 4 Organisation 6 Selbstständige 4 Museum 3 Kreativität 5 Ideen 2 neu 1 "
        "Qualität 3 Familie 4 Häuser 2 finanziell 4 Verantwortung 4 Technologie 4 Journalismus 4 "
        "Radio 3 Bürger 2 Universität 5 Möglichkeit 3 Leute 2 Bayern 2 überhaupt 3 Ferien 3 bequem 2 "
        "zufrieden 3"
    ),
    "fr": (
        "travail 2 combien 2 organisation 5 question 2 employeur 3 musée 2 créativité 5 nouveau 2 "
        "famille 2 société 3 entreprise 3 réponse 2 eau 1 beaucoup 2 lieu 1 étude 2 langue 1 oui 1 "
        "heureux 2 journaliste 3 évaluation 5 étaient 2 réunion 3 nuit 1 pays 2 semaine 2 vie 1 "
        "développement 5"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_syllables_are_those_of_the_dictionary(language: str) -> None:
    known = SYLLABLES[language].split()
    counted = {word: count_syllables(word, language) for word in known[::2]}
    assert counted == dict(zip(known[::2], map(int, known[1::2]), strict=True))


EASY = {
    "en": (
        "We ask how you work at home. You can stop at any time. It takes ten minutes. Your name is "
        "kept apart."
    ),
    "nl": (
        "Wij vragen hoe u thuis werkt. U kunt op elk moment stoppen. Het duurt tien minuten. Wij "
        "noemen geen naam."
    ),
    "de": (
        "Wir fragen, wie Sie zu Hause leben. Sie können immer aufhören. Es dauert zehn Minuten. Wir "
        "nennen nie Namen."
    ),
    "fr": (
        "Nous parlons de votre vie à la maison. Vous pouvez arrêter. Cela dure dix minutes. Votre nom "
        "reste secret."
    ),
}
HARD = {
    "en": (
        "Organisational considerations necessitate comprehensive documentation concerning individual "
        "participation, notwithstanding institutional accountability regarding confidentiality and "
        "anonymisation procedures."
    ),
    "nl": (
        "Organisatorische overwegingen noodzaken onderzoekers tot uitgebreide documentatie "
        "betreffende individuele deelname, onverminderd de institutionele verantwoordelijkheid inzake "
        "vertrouwelijkheid en anonimisering."
    ),
    "de": (
        "Organisatorische Erwägungen erfordern umfangreiche Dokumentationen bezüglich individueller "
        "Beteiligungen, ungeachtet institutioneller Verantwortlichkeiten hinsichtlich Vertraulichkeit "
        "und Anonymisierungsverfahren."
    ),
    "fr": (
        "Les considérations organisationnelles nécessitent une documentation approfondie concernant "
        "les participations individuelles, indépendamment des responsabilités institutionnelles "
        "relatives à l'anonymisation."
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_text_is_judged_by_its_reading_ease(language: str, tmp_path: Path) -> None:
    questions = [
        (" ".join([EASY[language]] * 6), PLAIN[language]),
        (" ".join([HARD[language]] * 7), PLAIN[language]),
        (HARD[language], PLAIN[language]),
    ]
    assert found_at(tmp_path, language, "Q071", questions) == {1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_texts_are_judged_together_by_section(language: str, tmp_path: Path) -> None:
    assert found_at(tmp_path, language, "Q071", [(HARD[language], PLAIN[language])] * 7) == {-1}
    assert found_at(tmp_path, language, "Q071", [(EASY[language], PLAIN[language])] * 7) == set()
    assert found_at(tmp_path, language, "Q071", [(HARD[language], PLAIN[language])] * 4) == set()


DK = "- ( ) dk: Don't know  {missing}\n"


def ask(name: str, labels: str, *, missing: bool = False, heading: str = "") -> str:
    return f"## {name}{heading}\nWhat about {name}?\n{options(labels)}{DK if missing else ''}\n"


OFTEN = "Often / Rarely / Never"
STARS = "## {name}  {{scale 0..10}}\nHow much {name}?\n- 0: Little\n- 10: Much\n"


@pytest.mark.parametrize(
    ("questions", "odd"),
    [
        (ask("a", OFTEN, missing=True) + ask("b", OFTEN), ["b"]),
        (ask("a", OFTEN) + ask("b", OFTEN, missing=True), ["a"]),
        (ask("a", OFTEN, missing=True) + ask("b", "Never / Rarely / Often"), ["b"]),
        (ask("a", "Good / Fair / Poor", missing=True) + ask("b", "Very good / Good / Bad / Very bad"), ["b"]),
        (ask("a", "Yes / No", missing=True) + ask("b", "Yes / No"), ["b"]),
        (
            ask("a", "Agree / Disagree", missing=True) + "# more: More\n\n" + ask("b", "Agree / Disagree"),
            ["b"],
        ),
        (STARS.format(name="a") + DK + "\n" + STARS.format(name="b"), ["b"]),
        (ask("a", OFTEN, missing=True) + ask("b", OFTEN, missing=True) + ask("c", OFTEN), ["c"]),
        (ask("a", OFTEN, missing=True) + ask("b", "1. Often / 2. Rarely / 3. Never"), ["b"]),
        (ask("a", OFTEN, missing=True) + ask("b", "often / rarely / never."), ["b"]),
        (ask("a", OFTEN, missing=True) + "# more: More\n\n" + ask("b", OFTEN), ["b"]),
        (
            ask("a", OFTEN, missing=True)
            + "## b  {matrix}\nHow often?\ncolumns\n"
            + options(OFTEN)
            + "rows\n- x: X\n- y: Y\n",
            ["b"],
        ),
        (ask("a", OFTEN, missing=True) + ask("b", OFTEN, missing=True), []),
        (ask("a", OFTEN) + ask("b", OFTEN), []),
        (ask("a", OFTEN, missing=True) + ask("b", OFTEN, heading="  {optional}"), []),
        (ask("a", OFTEN, missing=True) + ask("b", "Often / Rarely"), []),
        (ask("a", OFTEN, missing=True) + ask("b", OFTEN) + ask("c", OFTEN), []),
        (ask("a", "Yes / No", missing=True) + "# more: More\n\n" + ask("b", "Yes / No"), []),
        (ask("a", OFTEN, missing=True) + ask("b", "Red / Green / Blue"), []),
        (ask("a", OFTEN, missing=True) + ask("b", OFTEN).replace("( )", "[ ]"), []),
        (STARS.format(name="a") + DK + "\n" + STARS.format(name="b").replace("10", "7"), []),
        (STARS.format(name="a") + DK + "\n" + STARS.format(name="b").replace("Much", "A lot"), []),
        (
            ask("a", "Good / Fair / Poor", missing=True)
            + ask("b", "Very satisfied / Satisfied / Dissatisfied"),
            [],
        ),
        (ask("a", OFTEN, missing=True) + "## b\nHow often? ____\n", []),
    ],
)
def test_a_question_without_a_way_out_where_its_siblings_have_one(
    questions: str, odd: list[str], tmp_path: Path
) -> None:
    text = "# use: AI\n\n" + questions
    found = [problem for problem in check_files(tmp_path, questionnaire=text) if problem.code == "Q076"]
    assert [problem.got for problem in found] == odd


def test_words_for_several_roles_are_one_problem_that_names_them(tmp_path: Path) -> None:
    both = "Do you use text and/or images?"
    text = (
        "# use: AI\n\n## job\nWhat are you?\n- ( ) boss: Employer\n- ( ) worker: Employee\n"
        "- ( ) other: Other\n\n"
        f"## tools\n{both}\n  for boss: {both} In your firm?\n  for worker, other: {both} At work?\n"
        f"{options('Often / Rarely')}"
    )
    roles = '[roles]\nboss = "job is boss"\nworker = "job is worker"\nother = "otherwise"\n'
    (problem,) = check_files(tmp_path, questionnaire=text, study=study_toml("en") + roles)
    assert (problem.code, problem.span.line) == ("Q072", 10)
    assert (
        problem.message == '"tools", also for boss, worker, other asks two things in one question: "and/or".'
    )


def test_a_translation_is_checked_in_its_own_file(tmp_path: Path) -> None:
    po = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nl\\n"\n\n'
        'msgctxt "tools"\nmsgid "Do you use a tool?"\nmsgstr "Vindt u ook niet dat AI helpt?"\n'
    )
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "nl.po").write_text(po, encoding="utf-8")
    text = f"# use: AI\n\n## tools\nDo you use a tool?\n{options('Often / Rarely')}"
    found = check_files(tmp_path, questionnaire=text, study=study_toml('en", "nl'))
    (problem,) = (problem for problem in found if problem.code == "Q074")
    assert str(problem.span).startswith("translations/nl.po:8:")


def test_an_open_question_and_one_with_room_to_explain_may_ask_two_things(tmp_path: Path) -> None:
    text = (
        "# use: AI\n\n## a\nWhat did you do, and why? ____\n\n"
        "## b\nDo you use AI, and why?\n- ( ) yes: Yes, because ____\n- ( ) no: No\n\n"
        "## c\nWhich tools and/or services do you use?\n- [ ] x: X\n- [ ] y: Y\n"
    )
    assert check_files(tmp_path, questionnaire=text) == ()


def test_to_ask_whether_one_agrees_leads_nobody_where_the_options_name_both_sides(tmp_path: Path) -> None:
    questions = [
        ("Do you agree with this plan?", "Agree / Neither agree nor disagree / Disagree"),
        ("Do you agree with this plan?", "Yes / No"),
        ("Don't you think this plan is good?", "Agree / Neither agree nor disagree / Disagree"),
    ]
    assert found_at(tmp_path, "en", "Q074", questions) == {1, 2}


STATEMENTS = """\
# use: AI

## views  {matrix}
How much do you agree?
columns
- ( ) disagree: Disagree
- ( ) agree: Agree
rows
- help: AI is no help to me
- both: Both my boss and my colleagues use AI
- kind: AI writes text and/or code
- part: AI helps people who do not write well
- fine: AI makes work easier and faster
"""


def test_statements_to_agree_with_are_checked_too(tmp_path: Path) -> None:
    found = check_files(tmp_path, questionnaire=STATEMENTS)
    assert [(problem.code, problem.span.line) for problem in found] == [
        ("Q073", 9),
        ("Q072", 10),
        ("Q072", 11),
    ]
    often = STATEMENTS.replace("Disagree", "Rarely").replace("Agree", "Often")
    assert check_files(tmp_path, questionnaire=often) == ()


@pytest.mark.parametrize("language", ["it", "es", "pl"])
def test_a_language_without_rules_is_left_out(language: str, tmp_path: Path) -> None:
    long = " ".join(["parola"] * 200) + "?"
    text = (
        f"# use: AI\n\n## a\n{long} Don't you think? Do you agree that and/or?\n{options('Often / Rarely')}"
    )
    assert check_files(tmp_path, questionnaire=text, study=study_toml(language)) == ()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_new_study_has_no_faults_of_wording(language: str, tmp_path: Path) -> None:
    new_study(tmp_path / "new", "AI", language)
    assert check_study(read_study(tmp_path / "new")) == ()
