"""A small study with a site in two languages and synthetic answers, for tests of publishing."""

from pathlib import Path

from peil.formats.synthetic_file import write_synthetic_csv
from peil.interview.simulate import simulate
from peil.study.reader.read import read_study
from peil.study.study import Study

STUDY = """\
[about]
title = "Werk en AI"
languages = ["nl", "en"]
client = "De Bond"
agency = "Het Bureau"
report_date = 2026-04-17
controller = "De Bond"
contact = "onderzoek@example.org"
lawful_basis = "art. 6(1)(a) AVG"
retention_months = 12
consent = "U doet vrijwillig mee."

[roles]
neutral = "otherwise"
"""
QUESTIONNAIRE = """\
# who: Over u

## employment
source: Q1
Wat bent u?
- ( ) employer: werkgever
- ( ) employee: werknemer
- ( ) zzp: zelfstandige
- ( ) other: anders

# use: Gebruik van AI

## usage
source: Q6
Hoe vaak gebruikt u AI in uw werk?
- ( ) often: Vaak
- ( ) sometimes: Soms
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

## reasons  {at most 3}
source: Q7
if usage is not never
Waarom gebruikt u AI?
- [ ] speed: Sneller werken
- [ ] quality: Betere kwaliteit
- [ ] other: Anders, namelijk ____

## ability  {matrix}
source: Q23
Hoe goed doet AI dit werk?
columns
- ( ) worse: Slechter
- ( ) equal: Even goed
- ( ) better: Beter
rows
- mail: E-mail schrijven
- music: Muziek maken
- divide: Werk verdelen

## remarks  {optional}
Wilt u nog iets kwijt?
____
"""
PLAN = """\
[analysis]
groups = ["employment"]
"""
ENGLISH = {
    "study.title": ("Werk en AI", "Work and AI"),
    "study.client": ("De Bond", "The Union"),
    "study.agency": ("Het Bureau", "The Agency"),
    "study.consent": ("U doet vrijwillig mee.", "You take part of your own free will."),
    "usage": ("Hoe vaak gebruikt u AI in uw werk?", "How often do you use AI in your work?"),
    "usage.often": ("Vaak", "Often"),
}

TITLES = """
[titles]
employment = "Arbeidsrelatie"
usage = "Gebruik van AI"
reasons = "Redenen"
ability = "Hoe goed AI het doet"
"""
INTERIM = '\n[interim]\nitems = ["usage", "ability"]\ngroups = ["employment"]\nevery = 10\nfrom = 30\n'
FIGURE = "::: figure gebruik\n{title}\nshow: usage\nby: employment\nchart: stacked\n:::\n"
DUTCH_FIGURE = FIGURE.format(title="Gebruik van AI")
FILES = "# Downloads\n\n::: downloads\n:::\n\n## {title}\n\n::: annex methodology\n:::\n"
PAGES = {
    "10-start.md": "# Wat AI doet\n\nDit is het onderzoek. Zie {@gebruik}, of [doe iets](30-doen.md).\n\n"
    + DUTCH_FIGURE,
    "20-verkennen.md": "# Verkennen\n\nAlle vragen.\n\n::: explore\n:::\n",
    "30-doen.md": "# Dit kun je doen\n\n## Afspraken {#afspraken}\n\n- Maak *afspraken*.[^1]\n"
    "- Zie {@gebruik}.\n\n### Later\n\nMeer.\n\n[^1]: Bijvoorbeeld [zo](https://example.org/model).\n",
    "40-bestanden.md": FILES.format(title="Hoe het is gedaan"),
    "en/10-home.md": "# What AI does\n\nThis is the study. See {@gebruik}, or [act](30-act.md).\n\n"
    + FIGURE.format(title="Use of AI"),
    "en/20-explore.md": "# Explore\n\nAll questions.\n\n::: explore\n:::\n",
    "en/30-act.md": "# What you can do\n\n## Agreements {#afspraken}\n\n- Make *agreements*.[^1]\n"
    "- See {@gebruik}.\n\n### Later\n\nMore.\n\n[^1]: For instance [so](https://example.org/model).\n",
    "en/40-files.md": FILES.format(title="How it was done"),
}
REPORT = "# Gebruik\n\nDit is het rapport.\n"


def make_site_study(folder: Path, *, respondents: int = 130, plan: str = PLAN + TITLES + INTERIM) -> Study:
    """Write the study with its site, its report in Dutch and its data."""
    (folder / "translations").mkdir(parents=True, exist_ok=True)
    texts = {"study.toml": STUDY, "questionnaire.md": QUESTIONNAIRE, "plan.toml": plan}
    for name, text in {**texts, "translations/en.po": catalogue()}.items():
        (folder / name).write_text(text, encoding="utf-8")
    write_pages(folder, PAGES)
    (folder / "report").mkdir(exist_ok=True)
    (folder / "report/1.md").write_text(REPORT, encoding="utf-8")
    answer(folder, respondents)
    return read_study(folder)


def catalogue() -> str:
    """Give the English catalogue."""
    entries = (
        f'msgctxt "{path}"\nmsgid "{dutch}"\nmsgstr "{english}"\n'
        for path, (dutch, english) in ENGLISH.items()
    )
    return "\n".join(('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', *entries))


def write_pages(folder: Path, pages: dict[str, str]) -> None:
    """Write files of the site."""
    for name, text in pages.items():
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def answer(folder: Path, respondents: int) -> None:
    """Write as many synthetic answers; more answers hold the fewer."""
    study = read_study(folder)
    (folder / "data").mkdir(exist_ok=True)
    write_synthetic_csv(
        folder / "data/answers.csv", study, tuple(simulate(study, respondents, 7, 0.0)), labels=False
    )
