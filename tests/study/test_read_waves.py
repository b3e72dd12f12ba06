"""compare/waves.toml: what is read, and what is wrong with it, each at its place."""

from pathlib import Path

import pytest
from check_example import check_files, codes, write_files

from peil.core.problem import Problem
from peil.study.checks.check import check_study
from peil.study.harmonised import AskedThere
from peil.study.reader.read import read_study
from peil.study.waves import NO_WAVES

EARLIER = {
    "compare/w/study.toml": '[about]\ntitle = "Use of AI at work"\nlanguages = ["en"]\n',
    "compare/w/questionnaire.md": (
        "# part: Use of AI\n\n## use\nHow often do you use AI at work?\n"
        "- ( ) daily: Daily\n- ( ) weekly: Weekly\n- ( ) never: Never\n\n"
        "## tasks\nFor what?\n- [ ] texts: Texts\n- [ ] images: Images\n"
    ),
}
BOTH = '[wave.w]\nfolder = "compare/w"\n\n[wave.now]\nthis = true\n\n'
PLAN = '[analysis]\ngroups = []\n\n[nets.usage]\nany = { title = "any", options = ["often"] }\n'


def problems_of(folder: Path, waves: str) -> tuple[Problem, ...]:
    write_files(folder, {**EARLIER, "plan.toml": PLAN, "compare/waves.toml": waves})
    return check_study(read_study(folder))


def test_a_study_without_the_file_has_no_waves(tmp_path: Path) -> None:
    assert read_study(write_files(tmp_path, {})).waves is NO_WAVES


def test_waves_come_in_the_order_of_the_file_with_their_labels_and_mappings(tmp_path: Path) -> None:
    waves = (
        '[wave.w]\nfolder = "compare/w"\nlabel = "two years ago"\noverlap = true\ndata = "w.csv"\n\n'
        "[wave.now]\nthis = true\n\n"
        '[harmonise.use]\nquestion = "usage"\nshow = ["often", "net:any"]\nreason = "since then"\n\n'
        '[harmonise.use.wave.w]\nquestion = "use"\naccept = "tried out"\n'
        'options = { often = ["daily", "weekly"], "net:any" = "daily" }\n'
    )
    assert problems_of(tmp_path, waves) == ()
    found = read_study(tmp_path).waves
    assert list(found.by_id) == ["w", "now"]
    assert found.by_id["w"].label == {"en": "two years ago"}
    assert (found.by_id["w"].overlap, found.by_id["w"].data) == (True, "w.csv")
    assert (found.by_id["now"].this, found.by_id["now"].label) == (True, {"en": "now"})
    trend = found.trends["use"]
    assert (trend.item, trend.shown, trend.reason) == ("usage", ("often", "net:any"), {"en": "since then"})
    asked = trend.asked["w"]
    assert isinstance(asked, AskedThere)
    assert asked.options == {"often": ("daily", "weekly"), "net:any": ("daily",)}
    assert (asked.item, asked.accept) == ("use", {"en": "tried out"})


def test_a_net_can_be_followed_by_its_own_name(tmp_path: Path) -> None:
    waves = f'{BOTH}[harmonise.use]\nquestion = "usage.any"\n[harmonise.use.wave.w]\nmissing = "not then"\n'
    assert problems_of(tmp_path, waves) == ()
    assert read_study(tmp_path).waves.trends["use"].shown == ("net:any",)


@pytest.mark.parametrize(
    ("waves", "line", "told"),
    [
        (f"{BOTH}[harmonise.usag]\n", 7, 'no item "usag" to follow. Did you mean "usage"?'),
        (f'{BOTH}[harmonise.usage]\nshow = ["oftn"]\n', 8, 'no option or net "oftn". Did you mean "often"?'),
        (f"{BOTH}[harmonise.usage]\nshow = []\n", 8, "Nothing is followed."),
        (f'{BOTH}[harmonise.usage.wave.x]\nmissing = "a"\n', 7, 'no other wave "x"'),
        (f'{BOTH}[harmonise.usage.wave.now]\nmissing = "a"\n', 7, 'no other wave "now"'),
        (f"{BOTH}[harmonise.usage]\nshw = 1\n", 8, 'no setting "shw"'),
        (f'{BOTH}[harmonise.usage.wave.w]\nmissing = "a"\nquestion = "use"\n', 8, "nothing else to say"),
        (f'{BOTH}[harmonise.usage.wave.w]\nquestion = "use"\noptions = {{ x = "a" }}\n', 9, "doesn't show"),
        ('[wave.w]\nfolder = "compare/w"\n', 1, "None of the waves is this study."),
        (f"{BOTH}[wave.again]\nthis = true\n", 8, "This study is one wave."),
        ('[wave.w]\nlabel = "a"\n\n[wave.now]\nthis = true\n', 1, "this study or stands in a folder"),
        ('[wave.w]\nfolder = "."\n\n[wave.now]\nthis = true\n', 2, "folder is this study's own"),
        ('[wave."a b"]\nfolder = "compare/w"\n\n[wave.now]\nthis = true\n', 1, "can't name a wave"),
        ('[wave.now]\nthis = true\nlabel = { nl = "nu" }\n', 3, '"nl" is no language of the study'),
    ],
)
def test_each_mistake_is_told_at_its_place(waves: str, line: int, told: str, tmp_path: Path) -> None:
    found = [one for one in problems_of(tmp_path, waves) if one.code == "Q105"]
    assert [(one.span.file, one.span.line) for one in found[:1]] == [("compare/waves.toml", line)]
    assert told in str(found[0])
    assert found[0].hint


@pytest.mark.parametrize(
    ("there", "line", "told"),
    [
        ("", 7, 'Wave "w" has no item "usage".'),
        ('question = "us"\n', 8, 'Wave "w" has no item "us". Did you mean "use"?'),
        ('question = "use"\noptions = { often = "dayly", never = "never" }\n', 9, 'no option or net "dayly"'),
        ('question = "tasks"\noptions = { often = ["texts", "images"], never = "texts" }\n', 9, "added up"),
    ],
)
def test_names_of_another_wave_are_looked_up_in_its_own_study(
    there: str, line: int, told: str, tmp_path: Path
) -> None:
    waves = f"{BOTH}[harmonise.usage]\n"
    waves = f"{BOTH}[harmonise.usage.wave.w]\n{there}" if there else waves
    found = [one for one in problems_of(tmp_path, waves) if one.code == "Q107"]
    assert [(one.span.file, one.span.line) for one in found] == [("compare/waves.toml", line)]
    assert told in str(found[0])


def test_a_wave_that_cannot_be_read_is_a_warning_so_that_this_one_can_be_fielded(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, BOTH.replace("compare/w", "compare/x"))
    assert (found.code, found.severity, found.span.line) == ("Q106", "warning", 1)
    write_files(tmp_path, {"compare/w/plan.toml": "[analysis]\ngroups = [1]\nx = 2\n"})
    assert codes(check_study(read_study(tmp_path))) == ["Q106"]


def test_two_studies_may_name_each_other_as_waves(tmp_path: Path) -> None:
    write_files(tmp_path / "a", {"compare/waves.toml": BOTH.replace("compare/w", "../b")})
    write_files(tmp_path / "b", {"compare/waves.toml": BOTH.replace("compare/w", "../a")})
    assert check_study(read_study(tmp_path / "a")) == ()


def test_no_waves_are_read_from_a_broken_file(tmp_path: Path) -> None:
    assert codes(problems_of(tmp_path, "[wave\n")) == ["Q035"]


def test_a_reason_is_said_in_every_language(tmp_path: Path) -> None:
    waves = f'{BOTH}[harmonise.usage.wave.w]\nmissing = "niet toen"\n'
    write_files(tmp_path, {**EARLIER, "compare/waves.toml": waves})
    two = '[about]\ntitle = "Use"\nlanguages = ["en", "nl"]\n'
    found = check_files(tmp_path, study=two)
    assert [one.message for one in found if one.code == "Q105"] == ['"missing" isn\'t said in nl.']
