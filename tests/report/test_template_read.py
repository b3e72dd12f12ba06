"""Reading a report's text: structure, places, what is needed, what must be bound."""

import pytest
from small_study import compose, make_study, write

from peil.core.problem import Problem
from peil.report.template.needs import needs
from peil.report.template.read import read_template
from peil.report.template.template import Template
from peil.study.base import Base
from peil.study.study import Study


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def read(study: Study, text: str) -> tuple[Template, tuple[Problem, ...]]:
    write(study.folder, text)
    return read_template(study.folder, study, "nl")


def codes(study: Study, text: str, language: str = "nl") -> list[str]:
    _, problems = compose(study, text, language)
    return [problem.code for problem in problems]


def test_a_binding_knows_its_line_and_column(study) -> None:
    text = "# T\n\nEen regel, *dan* [46%]{= usage: often}\nen [twee\nregels]{= count usage: often}.\n"
    template, _ = read(study, text)
    places = [(binding.span.line, binding.span.column) for binding in template.bindings()]
    assert places == [(3, 18), (4, 4)]
    assert [binding.printed for binding in template.bindings()] == ["46%", "twee regels"]


def test_bindings_are_found_in_every_kind_of_text(study) -> None:
    text = (
        "# T [1%]{= usage: often}\n\n- a [2%]{= usage: often}\n  1. b [3%]{= usage: often}\n\n"
        "> q [4%]{= usage: often}\n\n| a | b |\n|---|--:|\n"
        "| [5%]{= usage: often | employment: zzp} | **[6%]{= usage: often}** |\n\n"
        "x[^1]\n\n[^1]: n [7%]{= usage: often}\n\n"
        "::: figure f\nc [8%]{= usage: often}\nshow: usage\nnote: n [9%]{= usage: often}\n:::\n"
    )
    template, problems = read(study, text)
    assert problems == ()
    assert sorted(binding.printed for binding in template.bindings()) == [f"{n}%" for n in range(1, 10)]


def test_needs_names_every_table_once(study) -> None:
    text = (
        "# T\n\n[1%]{= usage: often} [1%]{= usage: never} [1%]{= usage: often | employment: zzp}"
        " [meer]{= compare usage: often | employment: employer, without missing}"
        " [1%]{= usage: often | employment: zzp, where reasons has speed, employment: employer}"
        " [a]{= deviating reasons: speed by employment} [1%]{= mean ability.*: worse}\n\n"
        "::: figure usage\nc\nshow: usage\nby: employment\n"
        "where: reasons has speed or reasons has quality\nbase: with blanks\n:::\n"
    )
    template, problems = read(study, text)
    assert problems == ()
    found = needs(template)
    told = [(spec.item, spec.by, spec.where.source if spec.where else "", spec.base) for spec in found]
    plain, without, blanks = Base(), Base(without_missing=True), Base(blanks=True)
    assert told == [
        ("usage", None, "", plain),
        ("usage", "employment", "", plain),
        ("usage", "employment", "", without),
        ("usage", None, "", without),
        ("usage", "employment", "reasons has speed and employment is employer", plain),
        ("reasons", None, "", plain),
        ("reasons", "employment", "", plain),
        ("ability.mail", None, "", plain),
        ("ability.music", None, "", plain),
        ("ability.divide", None, "", plain),
        ("usage", None, "reasons has speed or reasons has quality", blanks),
        ("usage", "employment", "reasons has speed or reasons has quality", blanks),
    ]


def test_several_conditions_are_joined_so_that_they_parse(study) -> None:
    text = (
        "# T\n\n[1%]{= usage: often | where reasons has speed or reasons has quality, where usage is often}\n"
    )
    template, _ = read(study, text)
    (spec,) = needs(template)
    assert spec.where is not None
    assert spec.where.source == "(reasons has speed or reasons has quality) and usage is often"


@pytest.mark.parametrize(
    "text",
    [
        "[2026]{plain} en [vaker]{plain}",
        "1. eerste\n2. tweede",
        "een [koppeling](https://example.org/2026/3) en <https://example.org/12>",
        "<!-- 12 keer\nmeer -->",
        "> Een citaat met 3 dingen en meer.",
        "`12 meer`",
        "x[^12]\n\n[^12]: noot",
        "::: figure f\nMeest genoemde redenen\nshow: usage\n:::",
        "::: questions\n- q1: Hoeveel meer doet GPT4? -> @f\n:::\n\n::: figure f\nc\nshow: usage\n:::",
    ],
)
def test_what_needs_no_binding_in_a_findings_chapter(study, text) -> None:
    assert codes(study, f"# T  {{findings}}\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("Er zijn 12 mensen.", (3, 9), "R009"),
        ("a **drie** b", (3, 5), "R009"),
        ("x[^a]\n\n[^a]: in 3 gevallen", (5, 10), "R009"),
        ("::: figure f\nTop 3 redenen\nshow: usage\n:::", (4, 5), "R009"),
        ("::: figure f\nc\nshow: usage\nnote: Vaker dan toen.\n:::", (6, 7), "R010"),
        ("## Minder werk", (3, 4), "R010"),
        ("| a | b |\n|---|---|\n| 3 | x |", (5, 3), "R009"),
    ],
)
def test_unbound_words_are_found_where_they_stand(study, text, place, code) -> None:
    _, problems = compose(study, f"# T  {{findings}}\n\n{text}\n")
    assert [(problem.code, problem.span.line, problem.span.column) for problem in problems] == [
        (code, *place)
    ]


def test_only_findings_chapters_are_looked_at(study) -> None:
    text = "# A\n\n12 meer\n\n# B  {findings}\n\n13\n\n# C  {annex}\n\n14\n"
    _, problems = compose(study, text)
    assert [problem.got for problem in problems] == ["13"]


def test_a_broken_figure_is_reported_once_though_it_is_referred_to(study) -> None:
    assert codes(study, "# T\n\n{@f}\n\n::: figure f\nc\nshow: usge\n:::\n") == ["R008"]


def test_chapters_are_read_in_the_order_of_their_names_and_a_language_has_its_own(tmp_path) -> None:
    own = make_study(tmp_path)
    (tmp_path / "report/en").mkdir(parents=True)
    for name in ("2-b", "1-a"):
        (tmp_path / f"report/{name}.md").write_text(f"# {name}\n")
    (tmp_path / "report/en/1.md").write_text("# English\n")
    dutch, _ = read_template(tmp_path, own, "nl")
    english, _ = read_template(tmp_path, own, "en")
    assert [block.text[0].what.text for block in dutch.blocks] == ["1-a", "2-b"]
    assert [block.text[0].what.text for block in english.blocks] == ["English"]


def test_footnotes_of_two_chapters_may_have_the_same_id(tmp_path) -> None:
    own = make_study(tmp_path)
    (tmp_path / "report").mkdir()
    (tmp_path / "report/2.md").write_text("# B\n\nb[^1]\n\n[^1]: tweede\n")
    document, problems = compose(own, "# A\n\na[^1]\n\n[^1]: eerste\n")
    assert problems == []
    assert {name: note[0].text for name, note in document.notes.items()} == {"1": "eerste", "2": "tweede"}


def test_block_errors_do_not_swallow_the_text_after_them(study) -> None:
    document, problems = compose(
        study, "# T\n\n::: figure f\nc\nshow: usage\n\n::: table t\nd\nshow: usage\n:::\n\nna\n"
    )
    assert [problem.code for problem in problems] == ["R013"]
    assert document.blocks[-1].text[0].text == "na"


def test_a_mark_inside_code_is_text(study) -> None:
    document, problems = compose(study, "# T\n\n`[46%]{= usge: x}`\n")
    assert problems == []
    assert document.blocks[1].text[0].text == "[46%]{= usge: x}"


@pytest.mark.parametrize("block", ["    a [30%]{= usage: often} b", "~~~\na [30%]{= usage: often} b\n~~~"])
def test_a_mark_in_a_block_of_code_is_bound(study, block) -> None:
    document, problems = compose(study, f"# T\n\n{block}\n")
    assert problems == []
    assert "".join(run.text for run in document.blocks[1].text) == "a 30% b"


def test_characters_that_stand_for_marks_are_text_where_the_author_wrote_them(study) -> None:
    document, _ = compose(study, "# T\n\n\ue0007\ue001 en [30%]{= usage: often}\n")
    assert "".join(run.text for run in document.blocks[1].text) == "\ufffd7\ufffd en 30%"


def test_a_file_that_is_no_text_is_a_problem(tmp_path) -> None:
    own = make_study(tmp_path)
    (tmp_path / "report").mkdir()
    (tmp_path / "report/1.md").write_bytes(b"# T\xff\xfe")
    _, problems = read_template(tmp_path, own, "nl")
    assert [str(problem) for problem in problems] == [
        "report/1.md  R013  The file isn't UTF-8 text. Save it as UTF-8."
    ]
