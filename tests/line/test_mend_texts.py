"""``mend_texts``: the values of all texts of a study, for any data, accepted by the next build."""

from pathlib import Path

import pytest
from edited_study import Row, make_rows, write_study
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judged_sentences import SENTENCES, printed_of, text_of

from peil import line, mendline, reportline
from peil.report.disagreement import Kind
from peil.report.template.part import Part

STYLES = (
    "[46%]{{= {}}}", "[46,1 procent]{{= {}}}", "[Een kwart]{{= {}}}", "[bijna de helft]{{= {}}}",
    "[een op de vijf]{{= {}}}", "[een meerderheid]{{= {}}}", "[46% (n = 1)]{{= {}}}", "[]{{= {}}}",
    "[niemand]{{= {}}}", "[1]{{= count {}}}", "[twee]{{= count {}}}", "[3 van de 4]{{= count {}}}",
    "[]{{= count {}}}", "[vaker]{{= compare {} | sector: film vs rest}}",
    "[lager dan gemiddeld]{{= compare {} | sector: music}}", "[1 punt]{{= difference {} | sector: film}}",
    "[0,1 procentpunt]{{= difference {} | sector: film vs rest}}", "[]{{= difference {} | sector: film}}",
    "[twee keer zo vaak]{{= ratio {} | sector: film}}", "[1,1 keer]{{= ratio {} | sector: film vs rest}}",
)  # fmt: skip
MORE = (
    "[1]{= base usage | sector: film}", "[tweede]{= rank reasons: fun}", "[2e]{= rank reasons: fun}",
    "[de op een na meest genoemde]{= rank reasons: cost}", "[1,23]{= mean mark}", "[]{= mean mark}",
    "[stijgt]{= trend now: much to later: much}", "[]{= list deviating usage: often by sector}",
    "[x]{= list top 2 reasons}", "[]{= top 1 usage}", "[1]{= fact rows}",
)  # fmt: skip
ANSWERS = ("usage: often", "usage: net:any", "reasons: fun", "usage: sometimes + never")
LINES = (*(style.format(answer) for answer in ANSWERS for style in STYLES), *MORE)
TEXT = "# T  {findings}\n\n" + "\n\n".join(f"A {line} b." for line in LINES) + "\n"


@st.composite
def any_rows(draw: st.DrawFn) -> list[Row]:
    """Draw rows of sectors that may be too small to show."""
    sizes = {one: draw(st.integers(0, 24)) for one in ("film", "music", "games", "dance")}
    sizes["film"] = max(sizes["film"], 1)
    rows = []
    for sector, size in sizes.items():
        for _ in range(size):
            row = dict(make_rows()[0]) | {
                "sector": sector,
                "usage": draw(st.sampled_from(["often", "never"])),
            }
            row["reasons.fun"] = draw(st.sampled_from("01"))
            row["later"] = draw(st.sampled_from(["much", "little"]))
            row["mark"] = str(draw(st.integers(1, 10)))
            rows.append(row)
    return rows


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=any_rows())
def test_what_is_written_is_true_for_any_data_and_stays(tmp_path: Path, rows: list[Row]) -> None:
    write_study(tmp_path, rows, TEXT)
    done = mendline.mend_texts(line.read_sound_study(tmp_path))
    text = (tmp_path / "report/1.md").read_text(encoding="utf-8")
    assert done.problems == ()
    study = line.read_sound_study(tmp_path)
    published = reportline.compose_publication(study, None)
    told = published.tell(Part.REPORT, "nl").disagreements
    assert not [one for one in told if one.kind is Kind.CHANGED]
    codes = {problem.code for problem in published.compose(Part.REPORT, "nl")[1]}
    assert not codes & {"R001", "R009", "R010", "R012", "R014", "R029"}
    assert mendline.mend_texts(study).written == ()
    assert (tmp_path / "report/1.md").read_text(encoding="utf-8") == text
    # Nothing but the words between the brackets is touched.
    bindings = [one[one.index("]") :] for one in LINES]
    assert [part[part.index("]") : part.rindex("}") + 1] for part in text.split("\n\n")[1:]] == bindings


def test_all_texts_of_the_languages_asked_for_are_mended(tmp_path: Path) -> None:
    rows = make_rows()
    write_study(tmp_path, rows, text_of([]))
    (tmp_path / "study.toml").write_text('[about]\ntitle = "P"\nlanguages = ["nl", "en"]\n', encoding="utf-8")
    (tmp_path / "translations").mkdir()
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    (tmp_path / "translations/en.po").write_text(head, encoding="utf-8")
    places = [f"{part}/{own}1.md" for part in ("report", "deck", "press", "site") for own in ("", "en/")]
    for place in places:
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# T\n\nX [1%]{= usage: often} y.\n", encoding="utf-8")
    study = line.read_sound_study(tmp_path)
    done = mendline.mend_texts(study, languages=("en",))
    assert {one.span.file for one in done.written} == {place for place in places if "/en/" in place}
    done = mendline.mend_texts(study)
    assert {one.span.file for one in done.written} == {place for place in places if "/en/" not in place}
    assert {(tmp_path / place).read_text(encoding="utf-8") for place in places} == {
        "# T\n\nX [37%]{= usage: often} y.\n"
    }


def test_a_file_that_is_changed_while_it_works_is_left_alone(tmp_path: Path) -> None:
    printed = ["9%", *printed_of(make_rows())[1:]]
    lines = [one.line(words) for one, words in zip(SENTENCES, printed, strict=True)]
    write_study(tmp_path, make_rows(), text_of(lines))
    path = tmp_path / "report/1.md"

    def progress(step: str) -> None:
        if step == "tables":
            path.write_text(path.read_text(encoding="utf-8") + "\nErbij.\n", encoding="utf-8")

    done = mendline.mend_texts(line.read_sound_study(tmp_path), progress=progress)
    assert [problem.code for problem in done.problems] == ["R031"]
    assert path.read_text(encoding="utf-8") == text_of(lines) + "\nErbij.\n"
