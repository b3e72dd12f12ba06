"""Each kind of binding, printed right and wrong, in Dutch and English."""

from dataclasses import replace

import pytest
from small_study import COUNTS, compose, make_release, make_study, write

from peil.disclose.release import Status
from peil.report.compose.render import render
from peil.report.document import Document
from peil.report.template.read import read_template
from peil.study.study import Study

EMPLOYER = "employment: employer"
BOTH = "Sneller werken en Betere kwaliteit"
ANSWERED = "basis: wie de vraag beantwoordde"
FIGURE = "::: figure f\nF\nshow: usage\nby: employment\n:::"

RIGHT = {
    "nl": [
        f"[46%]{{= usage: often | {EMPLOYER}}}",
        f"[46 procent]{{= usage: often | {EMPLOYER}}}",
        f"[46,4%]{{= usage: often | {EMPLOYER}}}",
        f"[46]{{= usage: often | {EMPLOYER}}}",
        "[30%]{= usage: often}",
        "[65%]{= usage: often + sometimes}",
        "[65%]{= usage: net:any}",
        "[bijna een derde]{= usage: often}",
        "[ongeveer een derde]{= usage: often}",
        "[ruim een kwart]{= usage: never}",
        "[ongeveer twee derde]{= usage: net:any}",
        "[bijna twee derde]{= usage: net:any}",
        "[39]{= count usage: often}",
        "[dertien]{= count usage: often | employment: employer}",
        "[130]{= base usage}",
        "[28]{= base usage | employment: employer}",
        "[soms]{= mode usage}",
        "[Vaak]{= mode usage | employment: employer}",
        "[geregeld]{= mode usage is often | employment: employer}",
        "[Sneller werken en Betere kwaliteit]{= mode reasons | employment: employer}",
        "[betere kwaliteit en sneller werken]{= mode reasons | employment: employer}",
        "[tweede]{= rank usage: often}",
        "[2e]{= rank usage: often}",
        "[op een na meest genoemde]{= rank usage: often is 2}",
        "[eerste]{= rank reasons: quality | employment: employer}",
        "[vaker dan gemiddeld]{= compare usage: often | employment: employer}",
        "[lager]{= compare usage: often | employment: zzp}",
        "[minder vaak]{= compare usage: often | employment: zzp}",
        "[vaker]{= compare usage: often | employment: employer vs employment: employee}",
        "[minder]{= compare usage: often vs usage: sometimes}",
        "[meer]{= compare usage: often | employment: employer vs usage: never | employment: employer}",
        "[even vaak]{= compare usage: dk | employment: employee vs employment: employer}",
        "[een minderheid]{= claim usage: often < 50%}",
        "[precies drie op de tien]{= claim usage: often = 30%}",
        "[ten minste 30%]{= claim usage: often >= 30}",
        "[21%]{= mean ability.mail, ability.music: equal}",
        "[40%]{= mean ability.* except ability.divide: worse}",
        "[werkgever]{= deviating usage: often by employment}",
        "[bedrijven]{= deviating usage: often by employment is employer}",
        "[150]{= fact rows}",
        "[130]{= fact analysed}",
        "[91]{= fact complete}",
        "[95]{= fact reached.reasons}",
    ],
    "en": [
        f"[46%]{{= usage: often | {EMPLOYER}}}",
        f"[46 percent]{{= usage: often | {EMPLOYER}}}",
        f"[46.4%]{{= usage: often | {EMPLOYER}}}",
        "[nearly a third]{= usage: often}",
        "[just over a quarter]{= usage: never}",
        "[about two thirds]{= usage: net:any}",
        "[about two-thirds]{= usage: net:any}",
        "[thirteen]{= count usage: often | employment: employer}",
        "[130]{= base usage}",
        "[often]{= mode usage | employment: employer}",
        "[second]{= rank usage: often}",
        "[2nd]{= rank usage: often}",
        "[more often than average]{= compare usage: often | employment: employer}",
        "[less often]{= compare usage: often | employment: zzp}",
        "[as often]{= compare usage: dk | employment: employee vs employment: employer}",
        "[a minority]{= claim usage: often < 50%}",
        "[40%]{= mean ability.* except ability.divide: worse}",
        "[employer]{= deviating usage: often by employment}",
        "[none]{= deviating usage: dk by employment}",
        "[91]{= fact complete}",
    ],
}

WRONG = {
    "nl": [
        ("[45%]{= usage: often | employment: employer}", "R001", "46%"),
        ("[46,5%]{= usage: often | employment: employer}", "R001", "46,4%"),
        ("[de helft]{= usage: often}", "R001", "30%"),
        ("[ruim een derde]{= usage: often}", "R001", "30%"),
        ("[niemand]{= usage: often}", "R001", "30%"),
        ("[veel]{= usage: often}", "R014", "30%"),
        ("[twaalf]{= count usage: often | employment: employer}", "R001", "13"),
        ("[enkele]{= count usage: often | employment: employer}", "R014", "13"),
        ("[131]{= base usage}", "R001", "130"),
        ("[vaak]{= mode usage}", "R004", "Soms"),
        ("[vaak]{= mode usage is often}", "R004", "Soms"),
        ("[sneller werken]{= mode reasons | employment: employer}", "R004", BOTH),
        ("[snelheid]{= mode reasons is speed | employment: employer}", "R004", BOTH),
        ("[derde]{= rank usage: often}", "R005", "tweede"),
        ("[grootste]{= rank usage: often is 1}", "R005", "tweede"),
        ("[hoogste]{= rank usage: often}", "R014", "tweede"),
        ("[minder vaak]{= compare usage: often | employment: employer}", "R002", "vaker"),
        ("[even vaak]{= compare usage: often | employment: employer}", "R002", "vaker"),
        ("[lager dan gemiddeld]{= compare usage: often | employment: employer}", "R002", "hoger"),
        ("[vaker]{= compare usage: often | employment: zzp}", "R002", "minder vaak"),
        ("[anders]{= compare usage: often | employment: employer}", "R014", "vaker"),
        ("[niet vaker]{= compare usage: often | employment: employer}", "R014", "vaker"),
        ("[de meerderheid]{= claim usage: often > 50%}", "R003", "30,0%"),
        ("[meer dan]{= claim usage: often > 30%}", "R003", "30,0%"),
        ("[39%]{= mean ability.* except ability.divide: worse}", "R001", "40%"),
        ("[werkgever en werknemer]{= deviating usage: often by employment}", "R006", "werkgever"),
        ("[geen]{= deviating usage: often by employment}", "R006", "werkgever"),
        ("[bedrijven]{= deviating usage: often by employment is none}", "R006", "werkgever"),
        ("[149]{= fact rows}", "R001", "150"),
    ],
    "en": [
        ("[45%]{= usage: often | employment: employer}", "R001", "46%"),
        ("[half]{= usage: often}", "R001", "30%"),
        ("[twelve]{= count usage: often | employment: employer}", "R001", "13"),
        ("[sometimes]{= mode usage | employment: employer}", "R004", "Often"),
        ("[third]{= rank usage: often}", "R005", "second"),
        ("[fewer]{= compare usage: often | employment: employer}", "R002", "more"),
        ("[less often]{= compare usage: often | employment: employer}", "R002", "more often"),
        ("[not more]{= compare usage: often | employment: employer}", "R014", "more"),
        ("[a majority]{= claim usage: often > 50%}", "R003", "30.0%"),
        ("[employee]{= deviating usage: often by employment}", "R006", "employer"),
        ("[90]{= fact complete}", "R001", "91"),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def texts(document: Document) -> str:
    return "".join(run.text for run in document.blocks[1].text)


@pytest.mark.parametrize(
    ("language", "binding"), [(code, one) for code, found in RIGHT.items() for one in found]
)
def test_what_is_true_passes_and_is_printed_as_written(study, language, binding) -> None:
    document, problems = compose(study, f"# T  {{findings}}\n\nX {binding} y.\n", language)
    assert problems == []
    assert texts(document) == f"X {binding[1 : binding.index(']')]} y."
    assert document.blocks[1].text[1].origin


@pytest.mark.parametrize(
    ("language", "binding", "code", "computed"),
    [(language, *one) for language, found in WRONG.items() for one in found],
)
def test_what_is_untrue_is_a_problem_that_holds_both_values(study, language, binding, code, computed) -> None:
    document, problems = compose(study, f"# T  {{findings}}\n\nX {binding} y.\n", language)
    assert [problem.code for problem in problems] == [code]
    assert problems[0].expected == computed
    printed = binding[1 : binding.index("]")]
    assert printed in problems[0].message
    assert computed in problems[0].message
    assert (problems[0].span.line, problems[0].span.column) == (3, 3)
    assert texts(document) == f"X {printed} y."


@pytest.mark.parametrize(
    "value",
    [
        "usage: often | employment: other",
        "count usage: often | employment: other",
        "base usage | employment: other",
        "mode usage | employment: other",
        "mode usage is often | employment: other",
        "rank usage: often | employment: other",
        "compare usage: often | employment: other",
        "compare usage: often | employment: employer vs employment: other",
        "claim usage: often > 1% | employment: other",
    ],
)
def test_a_hidden_value_is_a_problem_and_stays_out_of_the_document(study, value) -> None:
    text = f"# T  {{findings}}\n\nX [7777]{{= {value}}} y.\n\n{FIGURE}\n"
    document, problems = compose(study, text, secondary=True)
    assert [problem.code for problem in problems] == ["R007", "R019"]
    assert "7777" not in repr(document)
    assert texts(document) == "X [niet getoond] y."
    assert "anders (n" not in repr(document)
    assert "Niet getoond: anders (minder dan 10 respondenten)." in repr(document)


def test_a_hidden_value_stays_out_of_a_headings_anchor_and_of_references_to_it(study) -> None:
    text = "# T [7777]{= count usage: often | employment: other}  {preface} {#t}\n\nZie {@t}.\n\n"
    text += "## X [8888]{= count usage: often | employment: other}\n"
    document, _ = compose(study, text)
    assert "7777" not in repr(document)
    assert "8888" not in repr(document)
    assert "Zie T [niet getoond]." in texts(document)


def test_a_table_that_was_not_released_is_hidden(study) -> None:
    counts = {"employment": COUNTS["employment"]}
    _, problems = compose(study, "# T\n\n[30%]{= usage: often}\n", counts=counts)
    assert [problem.code for problem in problems] == ["R007"]


def test_origins_say_in_words_where_a_number_comes_from(study) -> None:
    document, _ = compose(
        study,
        "# T\n\n[46%]{= usage: often | employment: employer}[15%]{= ability.mail: worse}"
        "[130]{= base usage}[soms]{= mode usage}\n",
        counts={**COUNTS, "ability.mail": {None: {"worse": 15, "equal": 85, "better": 0, "dk": 0}}},
    )
    assert [run.origin for run in document.blocks[1].text] == [
        f"Vraag 6; Vaak; werkgever; 13 van 28; {ANSWERED}; tabel usage × employment",
        f"Vraag 23; E-mail schrijven; Slechter; 15 van 100; {ANSWERED}; tabel ability.mail",
        f"Vraag 6; n = 130; {ANSWERED}; tabel usage",
        f"Vraag 6; Soms, 35%; {ANSWERED}; tabel usage",
    ]


def test_a_weighted_share_is_rounded_from_the_share_and_says_so(study) -> None:
    write(study.folder, "# T\n\n[33%]{= usage: often}\n")
    template, _ = read_template(study.folder, study, "nl")
    made = make_release(study, template)
    tables = tuple(
        replace(table, cells=tuple(replace(cell, share=0.325) for cell in table.cells))
        for table in made.tables
    )
    document, problems = render(study, replace(made, tables=tables), template)
    assert problems == ()
    assert document.blocks[1].text[0].origin == (
        f"Vraag 6; Vaak; 32,5%, n = 130, gewogen; {ANSWERED}; tabel usage"
    )


@pytest.mark.parametrize("value", ["mode usage", "rank usage: sometimes"])
def test_a_hidden_cell_may_be_the_largest_so_modes_and_ranks_are_hidden_too(study, value) -> None:
    write(study.folder, f"# T\n\n[soms]{{= {value}}}\n")
    template, _ = read_template(study.folder, study, "nl")
    made = make_release(study, template)
    tables = tuple(
        replace(
            table,
            cells=(replace(table.cells[0], n=None, share=None, status=Status.SUPPRESSED), *table.cells[1:]),
        )
        for table in made.tables
    )
    _, problems = render(study, replace(made, tables=tables), template)
    assert [problem.code for problem in problems] == ["R007"]
