"""Files of other studies: what is read of them, and all that can be wrong with one, each at its place."""

from decimal import Decimal
from pathlib import Path

import pytest

from other_studies import FIGURES, POLL, write_study
from peil.core.problem import Severity
from peil.study.other_study import Likeness, OtherKind, OtherSampling, OtherStudy
from peil.study.tablespec import TableSpec


def read(folder: Path, **changed: str) -> tuple[OtherStudy, list[str]]:
    study = write_study(folder, **changed)
    return study.others["poll"], [str(one) for one in study.problems if one.span.file.startswith("compare/")]


def test_a_study_is_read_with_its_publications_questions_groups_and_figures(tmp_path: Path) -> None:
    other, problems = read(tmp_path)
    assert problems == []
    assert (other.id, other.name["en"], other.sampling) == ("poll", "Poll", OtherSampling.UNKNOWN)
    assert [(one.id, one.citation["nl"], one.url) for one in other.publications.values()] == [
        ("report", "De Bond, verslag", ""),
        ("page", "De Bond, webpagina", "https://example.org/peiling"),
    ]
    assert other.questions["members"].kind is OtherKind.COUNT
    assert other.questions["fear"].horizon == {"nl": "vijf jaar", "en": "five years"}
    assert list(other.groups) == ["free", "staff"]
    assert len(other.figures) == 13
    assert other.questions["fund"].crosswalk is None


def test_several_publications_of_one_figure_each_keep_their_value(tmp_path: Path) -> None:
    other, _ = read(tmp_path)
    never = other.find("use", "never", "")
    assert [(one.value, one.decimals, one.place, one.n) for one in never] == [
        (Decimal("29.3"), 1, "p. 5", 713),
        (Decimal(29), 0, "p. 3", 713),
    ]
    assert [(one.value, dict(one.words)) for one in other.find("members", "", "")] == [
        (Decimal(713), {}),
        (None, {"nl": "ruim 700", "en": "just over 700"}),
    ]
    assert [one.claim for one in other.find("fund", "yes", "")] == ["C001"]


def test_a_crosswalk_is_resolved_against_the_codebook(tmp_path: Path) -> None:
    other, _ = read(tmp_path)
    crosswalk = other.questions["use"].crosswalk
    assert crosswalk is not None
    assert (crosswalk.likeness, crosswalk.item) == (Likeness.MAPPED, "usage")
    assert [(row.theirs, row.ours) for row in crosswalk.rows] == [
        (("daily", "weekly"), ("often", "sometimes")),
        (("never",), ("never",)),
    ]
    assert [(one.theirs, one.spec.key, one.group) for one in crosswalk.groups] == [
        ("", TableSpec("usage").key, None),
        ("free", TableSpec("usage", "employment").key, "zzp"),
        ("staff", TableSpec("usage", "employment").key, "other"),
    ]


def test_the_same_options_need_no_rows(tmp_path: Path) -> None:
    rows = POLL[POLL.index('kind = "mapped"') : POLL.index("groups = [{}")]
    other, problems = read(tmp_path, poll=POLL.replace(rows, 'kind = "same"\nitem = "usage"\n'))
    assert problems == []
    crosswalk = other.questions["use"].crosswalk
    assert crosswalk is not None
    assert [(row.theirs, row.ours) for row in crosswalk.rows] == [(("never",), ("never",))]


def test_a_net_and_a_condition_can_be_named(tmp_path: Path) -> None:
    poll = POLL.replace('ours = ["often", "sometimes"]', 'ours = ["net:any"]').replace(
        'item = "usage"\nrows = [\n',
        'item = "usage"\nwhere = "employment is zzp"\nwithout_missing = true\nrows = [\n',
    )
    other, problems = read(tmp_path, poll=poll)
    assert problems == []
    crosswalk = other.questions["use"].crosswalk
    assert crosswalk is not None
    where = crosswalk.groups[0].spec.where
    assert (where.source if where else "", crosswalk.groups[0].spec.base.without_missing) == (
        "employment is zzp",
        True,
    )


BAD = {
    "sampling": (
        'sampling = "unknown"',
        'sampling = "unknwn"',
        'Q100  "unknwn" is no sampling. Did you mean "unknown"?',
    ),
    "setting": ("[groups]\n", "feildwork = 3\n[groups]\n", 'has no setting "feildwork"'),
    "source": ('id = "report"\n', 'id = "Report"\n', "Q100  A source has an id of its own."),
    "citation": ('citation = "De Bond, verslag"', 'citation = ""', "Q100  The source has no citation."),
    "kind": ('kind = "count"', 'kind = "cont"', 'Q100  "cont" is no kind. Did you mean "count"?'),
    "likeness": (
        'kind = "mapped"',
        'kind = "maped"',
        'Q100  "maped" is no kind of crosswalk. Did you mean "mapped"?',
    ),
    "item": (
        'item = "usage"\nrows = [{',
        'item = "usge"\nrows = [{',
        'Q101  There is no item "usge". Did you mean "usage"?',
    ),
    "open": ('item = "usage"\nrows = [{', 'item = "use"\nrows = [{', 'Q101  There is no item "use".'),
    "ours": (
        'ours = ["never"]',
        'ours = ["nver"]',
        'Q101  usage has no option "nver". Did you mean "never"?',
    ),
    "net": (
        'ours = ["never"]',
        'ours = ["net:ny"]',
        'Q101  usage has no option "net:ny". Did you mean "net:any"?',
    ),
    "theirs": ('theirs = ["never"]', 'theirs = ["nver"]', 'Q101  The other question has no option "nver".'),
    "class": ("employment: zzp", "employment: zp", 'Q101  employment has no class "zp". Did you mean "zzp"?'),
    "group": (
        "employment: zzp",
        "emploment: zzp",
        'Q101  There is no group "emploment". Did you mean "employment"?',
    ),
    "their group": ('theirs = "free"', 'theirs = "fre"', 'Q101  The other study has no group "fre".'),
    "no class": ("employment: zzp", "employment", 'Q100  "employment" is no group.'),
    "differs": (
        'differs = [{ nl = "Vijf jaar en twee.", en = "Five years and two." }]\n',
        "",
        "Q100  It doesn't say what differs.",
    ),
    "twice": (
        'theirs = ["never"]',
        'theirs = ["weekly"]',
        "Q100  An option of the other study stands in two rows.",
    ),
    "net in a sum": (
        '"often", "sometimes"]',
        '"often", "net:any"]',
        "Q101  These answers don't exclude each other",
    ),
    "condition": (
        'rows = [{ theirs = ["yes"]',
        'where = "employment is zp"\nrows = [{ theirs = ["yes"]',
        "Q012",
    ),
    "value": ("value = 57", "value = 570", "Q103  570 is no percentage."),
    "decimals": ("value = 57\n", "value = 57.25\ndecimals = 1\n", "Q103  57.25 has more than 1 decimals"),
    "no value": ("value = 57\n", "", "Q100  The figure has no value."),
    "a count's": (
        'kind = "count"\n',
        'kind = "count"\ncrosswalk = { kind = "same", item = "usage" }\n',
        "Q101  A count has no shares",
    ),
    "figure's option": (
        'option = "yes"\nvalue',
        'option = "yess"\nvalue',
        'Q102  The question has no option "yess".',
    ),
    "figure's source": (
        'source = "page"\nclaim',
        'source = "pge"\nclaim',
        'Q102  There is no source "pge". Did you mean "page"?',
    ),
    "base": ("value = 57\n", "value = 57\nn = 0\n", 'Q100  "n" is a whole number from 1.'),
    "language": (
        'title = { nl = "Voor een fonds", en',
        'title = { nl = "Voor een fonds", de',
        'Q100  "de" is no language of the study.',
    ),
    "untranslated": (
        'title = { nl = "Voor een fonds", en = "For a fund" }',
        'title = { nl = "Voor een fonds" }',
        'Q104  "title" has no words in "en".',
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_with_the_file_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    before, after, told = BAD[name]
    assert before in POLL
    _, problems = read(tmp_path, poll=POLL.replace(before, after, 1))
    found = [one for one in problems if told in one]
    assert found, problems
    assert int(found[0].split(":")[1]) > 0


BAD_ROWS = {  # a row, and what is told of it
    "fund,yes,,x,,,,page,,\nfund,no,,3,,,,page,,\n": 'poll.csv:15:1  Q102  The question has no option "no".',
    "use,never,,29,,0,0,report,p. 9,\n": "compare/poll.csv:14:1  Q100  A base is of somebody.",
    "use,never,,29,,about 700,0,report,p. 9,\n": 'Q100  "about 700" is no n.',
    "use,never,,,,,0,report,p. 9,\n": "compare/poll.csv:14:1  Q100  The figure has no value.",
    "use,never,,29,,713,0,report,p. 3,C009\n": (
        "Q103  The same figure of one source and place stands at compare/poll.csv:6:1."
    ),
    "members,,,just over 300,000,,,,page,,\n": "Q100  The row has more cells than columns.",
    "nothing,,,3,,,,page,,\n": 'Q102  There is no question "nothing".',
    "use,never,,101,,,,page,,\n": "Q103  101 is no percentage.",
}


@pytest.mark.parametrize("row", BAD_ROWS)
def test_what_is_wrong_with_a_row_is_told_and_the_others_stand(row: str, tmp_path: Path) -> None:
    other, problems = read(tmp_path, figures=FIGURES + row)
    assert [one for one in problems if BAD_ROWS[row] in one], problems
    assert len(other.find("use", "never", "")) == 2
    assert other.find("use", "daily", "")


def test_columns_are_known_and_those_needed_are_there(tmp_path: Path) -> None:
    _, problems = read(tmp_path, figures="question,optoin,value\nuse,never,29\n")
    assert any('Q100  There is no column "optoin". Did you mean "option"?' in one for one in problems)
    _, problems = read(tmp_path, figures="question,option\nuse,never\n")
    assert any('Q100  The column "value" is missing.' in one for one in problems)


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    poll = POLL
    for name in ("sampling", "kind", "ours", "value", "class"):
        before, after, _ = BAD[name]
        poll = poll.replace(before, after, 1)
    _, problems = read(tmp_path, poll=poll)
    assert {one.split("  ")[1] for one in problems} == {"Q100", "Q101", "Q103"}
    assert len(problems) >= 5


def test_waves_are_no_other_study(tmp_path: Path) -> None:
    study = write_study(tmp_path)
    (tmp_path / "compare/waves.toml").write_text("", encoding="utf-8")
    assert list(study.others) == ["poll"]


def test_an_unreadable_file_is_one_problem(tmp_path: Path) -> None:
    study = write_study(tmp_path, poll="name = \n")
    found = [one for one in study.problems if one.span.file == "compare/poll.toml"]
    assert [one.code for one in found] == ["Q035"]
    assert study.others == {}


def test_errors_and_warnings(tmp_path: Path) -> None:
    before, after, _ = BAD["untranslated"]
    study = write_study(tmp_path, poll=POLL.replace(before, after, 1))
    assert [one.severity for one in study.problems if one.code == "Q104"] == [Severity.WARNING]
