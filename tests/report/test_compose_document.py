"""The whole document: numbering, references, title page, annexes, and a snapshot to read."""

from dataclasses import replace

import pytest
from small_study import FACTS, compose, make_release, make_study, write
from syrupy.assertion import SnapshotAssertion

from peil.report.compose.render import render
from peil.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Grid,
    Heading,
    Inline,
    NumberedTable,
    Paragraph,
    Quote,
)
from peil.report.template.read import read_template
from peil.study.study import Study

TEXT = """\
# Vooraf  {preface}

Dit rapport gaat over {@use}.

# Inleiding

## Vragen

::: questions
- q1: Hoe vaak wordt AI gebruikt? -> @usage, @ability
- q2: Waarom? -> @reasons
:::

### Respons {#resp}

Van de [150]{= fact rows} vragenlijsten telden er [130]{= fact analysed} mee (zie {@response}).

::: response
:::

# Uitkomsten  {findings} {#use}

## Gebruik

**Werkgevers** gebruiken AI [vaker]{= compare usage: often | employment: employer}
([46%]{= usage: often | employment: employer}),
zie {@usage} en *paragraaf* {@resp}.[^1] Een [verwijzing](https://example.org/2).

> "Zonder AI red ik het niet."
>
> Werkgever

- [30%]{= usage: often} vaak
- [27%]{= usage: never} nooit

| wat | hoeveel |
|---|--:|
| vaak | [30%]{= usage: often} |

::: figure usage
Gebruik van AI
show: usage
by: employment
only: employer, zzp
chart: stacked
:::

::: table ability
Wat AI kan
show: ability.mail, ability.music
:::

### Redenen

::: figure reasons
Redenen
show: reasons
note: Ten hoogste [drie]{plain} antwoorden.
:::

[^1]: Van [28]{= base usage | employment: employer} werkgevers.

# Vragenlijst  {annex} {#list}

::: annex questionnaire
:::

# Indeling  {annex}

Zie ook {@list}.

::: annex crosswalk jobs
:::
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def document(study) -> Document:
    found, problems = compose(study, TEXT)
    assert problems == []
    return found


def words(runs: Inline) -> str:
    return "".join(f"[^{run.note}]" if run.note else run.text for run in runs)


def outline(document: Document) -> str:
    """Write a document down so that it can be read."""
    lines = [document.title, *(f"{label}: {value}" for label, value in document.front), document.warning]
    for block in document.blocks:
        lines += told(block)
    lines += [f"[^{name}]: {words(note)}" for name, note in document.notes.items()]
    return "\n".join(lines)


def told(block: Block) -> list[str]:  # noqa: PLR0911 - one case a block
    match block:
        case Heading():
            return ["", f"{'#' * block.level} {block.number} {words(block.text)} ({block.anchor})"]
        case Paragraph():
            return [words(block.text)]
        case Quote():
            return [f"> {words(part)}" for part in block.paragraphs]
        case Bullets():
            return [f"- {line}" for item in block.items for part in item for line in told(part)]
        case Figure():
            head = f"Figuur {block.number} {block.caption} ({block.source}) #{block.anchor}"
            return [head, *grid(block.data), block.chart.description, *under(block)]
        case NumberedTable():
            head = f"Tabel {block.number} {block.caption} ({block.source}) #{block.anchor}"
            return [head, *grid(block.grid), *under(block)]
    return []


def under(block: Figure | NumberedTable) -> list[str]:
    return [block.base, block.cautions, *(words(note) for note in block.notes)]


def grid(found: Grid) -> list[str]:
    return [" | ".join(words(cell.text) for cell in row) for row in (*found.head, *found.body)]


def test_the_composed_document_reads_as_a_report(document, snapshot: SnapshotAssertion) -> None:
    assert outline(document) == snapshot


def test_chapters_sections_annexes_figures_and_tables_are_numbered(document) -> None:
    headings = [(block.number, words(block.text)) for block in document.blocks if isinstance(block, Heading)]
    assert [pair for pair in headings if pair[0] or pair[1] == "Vooraf"] == [
        ("", "Vooraf"),
        ("1", "Inleiding"),
        ("1.1", "Vragen"),
        ("1.1.1", "Respons"),
        ("2", "Uitkomsten"),
        ("2.1", "Gebruik"),
        ("2.1.1", "Redenen"),
        ("A", "Vragenlijst"),
        ("A.1", "Over u"),
        ("A.2", "Gebruik van AI"),
        ("B", "Indeling"),
    ]
    figures = [(block.number, block.anchor) for block in document.blocks if isinstance(block, Figure)]
    tables = [(block.number, block.anchor) for block in document.blocks if isinstance(block, NumberedTable)]
    assert figures == [(1, "usage"), (2, "reasons")]
    assert tables == [(1, "response"), (0, ""), (2, "ability"), (0, "crosswalk-jobs")]


def test_references_are_named_numbered_and_linked(document) -> None:
    runs = [run for block in document.blocks if isinstance(block, Paragraph) for run in block.text]
    assert {(run.text, run.link) for run in runs if run.link.startswith("#")} == {
        ("hoofdstuk 2", "#use"),
        ("Tabel 1", "#response"),
        ("Figuur 1", "#usage"),
        ("paragraaf 1.1.1", "#resp"),
        ("bijlage A", "#list"),
    }
    anchors = {block.anchor for block in document.blocks if hasattr(block, "anchor")}
    assert {run.link[1:] for run in runs if run.link.startswith("#")} <= anchors


def test_every_anchor_stands_for_one_place(document) -> None:
    anchors = [block.anchor for block in document.blocks if getattr(block, "anchor", "")]
    assert len(anchors) == len(set(anchors))


def test_markdown_looks_are_kept(document) -> None:
    runs = [run for block in document.blocks if isinstance(block, Paragraph) for run in block.text]
    assert next(run for run in runs if run.text == "Werkgevers").bold
    assert next(run for run in runs if run.text == "paragraaf").italic
    assert next(run for run in runs if run.text == "verwijzing").link == "https://example.org/2"
    assert [run.note for run in runs if run.note] == ["1"]


def test_footnotes_are_numbered_by_first_call(study) -> None:
    document, problems = compose(study, "# T\n\na[^z] b[^a] c[^z]\n\n[^a]: A, zie[^q]\n[^z]: Z\n[^q]: Q\n")
    assert problems == []
    assert [run.note for run in document.blocks[1].text if run.note] == ["1", "2", "1"]
    assert {name: words(note) for name, note in document.notes.items()} == {
        "1": "Z",
        "2": "A, zie[^3]",
        "3": "Q",
    }


@pytest.mark.parametrize(
    ("language", "warning"),
    [
        ("nl", "Synthetische gegevens: de rijen zijn gemaakt, niet door mensen ingevuld."),
        ("en", "Synthetic data: the rows are made, not filled in by people."),
    ],
)
def test_synthetic_data_is_said_on_the_title_page_and_in_charts(study, language, warning) -> None:
    text = "# T\n\n::: figure f\nF\nshow: usage\n:::\n"
    made, _ = compose(study, text, language, facts=replace(FACTS, synthetic=True))
    assert made.warning == warning
    assert made.blocks[1].chart.synthetic == warning.split(":", maxsplit=1)[0]
    real, _ = compose(study, text, language)
    assert real.warning == real.blocks[1].chart.synthetic == ""


def test_a_draft_says_so(study) -> None:
    write(study.folder, "# T\n")
    template, _ = read_template(study.folder, study, "nl")
    made = make_release(study, template)
    draft = replace(made, disclosure=replace(made.disclosure, profile="draft"))
    document, _ = render(study, draft, template)
    assert document.warning == "Concept: kleine groepen zijn niet afgeschermd. Niet verspreiden."


def test_the_title_page_is_in_the_reports_language(study) -> None:
    document, _ = compose(study, "# T\n", "en")
    assert document.title == "Work and AI"
    assert document.front == (
        ("Commissioned by", "The Union"),
        ("Carried out by", "The Agency"),
        ("Authors", "A. Auteur, B. Beeld"),
        ("Date", "17 April 2026"),
    )
