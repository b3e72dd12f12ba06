"""Short titles, translated plan texts and the subtitle, as the report prints them."""

from pathlib import Path

from small_study import PLAN, STUDY, catalogue, compose, make_study

from peil.report.document import Document, NumberedTable
from peil.study.reader.read import read_study

DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')
TITLES = '\n[titles]\nemployment = "Arbeidsrelatie"\nuser = "Gebruikers van AI"\n'
TEXT = "# A\n\n::: table who\nWie\nshow: employment, user, usage\n:::\n\n::: annex crosswalk jobs\n:::\n"


def tables(document: Document) -> list[NumberedTable]:
    return [block for block in document.blocks if isinstance(block, NumberedTable)]


def block_heads(table: NumberedTable) -> list[str]:
    return ["".join(run.text for run in row[0].text) for row in table.grid.body if len(row) == 1]


def test_blocks_of_a_composition_are_headed_by_short_titles(tmp_path: Path) -> None:
    table, _ = tables(compose(make_study(tmp_path, plan=PLAN + TITLES, study=DUTCH), TEXT)[0])
    assert block_heads(table) == ["Arbeidsrelatie", "Gebruikers van AI", "Hoe vaak gebruikt u AI in uw werk?"]


def test_without_titles_blocks_have_the_first_sentence_or_the_derived_title(tmp_path: Path) -> None:
    table, _ = tables(compose(make_study(tmp_path), TEXT)[0])
    assert block_heads(table) == ["Wat bent u?", "Gebruikt AI", "Hoe vaak gebruikt u AI in uw werk?"]


def test_a_source_names_questions_and_no_derived_variable(tmp_path: Path) -> None:
    table, _ = tables(compose(make_study(tmp_path), TEXT)[0])
    assert table.source == "Vragen 1 en 6, n = 130"


def test_the_crosswalks_source_and_the_subtitle_are_in_the_reports_language(tmp_path: Path) -> None:
    settings = STUDY.replace("[about]", '[about]\nsubtitle = "Een proef"')
    make_study(tmp_path)
    (tmp_path / "study.toml").write_text(settings, encoding="utf-8")
    entries = {
        "plan.jobs.source": ("CBS", "Statistics Netherlands"),
        "study.subtitle": ("Een proef", "A pilot"),
    }
    more = "".join(f'\nmsgctxt "{path}"\nmsgid "{a}"\nmsgstr "{b}"\n' for path, (a, b) in entries.items())
    (tmp_path / "translations/en.po").write_text(catalogue() + more, encoding="utf-8")
    study = read_study(tmp_path)
    english, dutch = compose(study, TEXT, "en")[0], compose(study, TEXT)[0]
    assert (english.subtitle, dutch.subtitle) == ("A pilot", "Een proef")
    assert tables(english)[1].source == "Question 1; Statistics Netherlands"
    assert tables(dutch)[1].source == "Vraag 1; CBS"
