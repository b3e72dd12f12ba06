"""Breaks in a trend: every change in how a question is asked is one, and nothing else is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peil.study.changes.asked_item import AskedItem
from peil.study.changes.find_breaks import find_breaks
from peil.study.changes.wave_break import BreakKind, WaveBreak
from peil.study.reader.read import read_study
from wave_studies import DRAWN, ENGLISH, QUESTIONNAIRE, WaveFolder, write_wave

LONG = """\
# who: Wie

## age
Hoe oud bent u?
- ( ) young: Jong
- ( ) old: Oud

# use: Gebruik

## usage
Hoe vaak gebruikt u AI?
- ( ) often: Vaak
- ( ) rarely: Zelden
- ( ) never: Nooit

## reasons  {at most 2}
if usage is not never
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] none: Geen van deze  {exclusive}

## ability  {matrix}
Hoe goed?
columns
- ( ) worse: Slechter
- ( ) better: Beter
rows
- write: Schrijven
- draw: Tekenen

## mark  {scale 1..5}
Welk cijfer?
"""
PLAN = f"""{DRAWN}
[derived.user]
title = "gebruiker"
classes.yes = {{ title = "ja", if = "usage is not never" }}
classes.no = {{ title = "nee", if = "usage is never" }}

[nets.usage]
any = {{ title = "wel", options = ["often", "rarely"] }}
"""
FOLLOWED = {
    "usage": "never",
    "often_used": "never",
    "reasons": "speed",
    "ability.write": "worse",
    "mark": "1",
    "user": "yes",
}
DUTCH = {"study.toml": '[about]\ntitle = "Gebruik"\nlanguages = ["nl"]\n'}


def asked(folder: Path, item: str, text: str, options: dict | None = None, plan: str = PLAN) -> AskedItem:
    write_wave(folder, WaveFolder(questionnaire=text, plan=plan, files=DUTCH))
    (folder / "translations/en.po").unlink()
    study = read_study(folder)
    assert [str(one) for one in study.problems] == []
    return AskedItem(study, item, options or {FOLLOWED[item]: (FOLLOWED[item],)})


def kinds(found: tuple[WaveBreak, ...]) -> list[BreakKind]:
    return [one.kind for one in found]


Edit = Callable[[str], str]


def swap(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edit


@pytest.mark.parametrize(
    ("item", "edit", "kind"),
    [
        ("usage", swap("Hoe vaak gebruikt", "Hoe dikwijls gebruikt"), BreakKind.WORDING),
        ("usage", swap("rarely: Zelden", "rarely: Soms"), BreakKind.OPTION_WORDING),
        ("usage", swap("- ( ) never", "- ( ) dk: Geen idee  {missing}\n- ( ) never"), BreakKind.OPTION_ADDED),
        ("reasons", swap("- [ ] cost: Goedkoper\n", ""), BreakKind.OPTION_REMOVED),
        ("usage", swap("never: Nooit", "never: Nooit  {missing}"), BreakKind.OPTION_MARKED),
        ("usage", swap("## usage\n", "## usage\nif age is old\n"), BreakKind.BASE),
        (
            "usage",
            swap("often: Vaak\n- ( ) rarely: Zelden", "rarely: Zelden\n- ( ) often: Vaak"),
            BreakKind.ORDER,
        ),
        ("usage", swap("## usage\n", "## usage  {shuffle}\n"), BreakKind.ORDER),
        ("usage", swap("## usage\n", "## usage  {optional}\n"), BreakKind.REQUIRED),
        ("usage", swap("often: Vaak", "often: Vaak  {if age is old}"), BreakKind.OPTION_BASE),
        ("reasons", swap("if usage is not never", "if usage is often"), BreakKind.BASE),
        ("reasons", swap("at most 2", "at most 1"), BreakKind.LIMITS),
        ("ability.write", swap("write: Schrijven", "write: Teksten schrijven"), BreakKind.WORDING),
        ("ability.write", swap("better: Beter", "better: Veel beter"), BreakKind.OPTION_WORDING),
        ("ability.write", swap("write: Schrijven", "write: Schrijven  {if age is old}"), BreakKind.BASE),
        ("mark", swap("1..5", "1..7"), BreakKind.SCALE),
        ("user", swap("Hoe vaak gebruikt", "Hoe dikwijls gebruikt"), BreakKind.WORDING),
        ("user", swap("## usage\n", "## usage\nif age is old\n"), BreakKind.BASE),
    ],
)
def test_a_change_is_a_break_of_its_kind(item: str, edit: Edit, kind: BreakKind, tmp_path: Path) -> None:
    old, new = asked(tmp_path / "a", item, LONG), asked(tmp_path / "b", item, edit(LONG))
    assert kind in kinds(find_breaks(old, new))
    assert find_breaks(new, old)


@pytest.mark.parametrize(
    ("item", "edit"),
    [
        ("usage", swap("Hoe oud bent u?", "Wat is uw leeftijd?")),
        ("ability.write", swap("draw: Tekenen", "draw: Schilderen")),
        ("ability.write", swap("- draw: Tekenen\n", "- draw: Tekenen\n- sing: Zingen\n")),
        ("usage", swap("# use: Gebruik", "# use: Het gebruik")),
        ("usage", swap("\n## mark", "\n## more\nNog iets?\n____\n\n## mark")),
    ],
)
def test_a_change_elsewhere_is_none(item: str, edit: Edit, tmp_path: Path) -> None:
    old, new = asked(tmp_path / "a", item, LONG), asked(tmp_path / "b", item, edit(LONG))
    assert find_breaks(old, new) == ()


def test_a_question_that_moved_is_a_break(tmp_path: Path) -> None:
    block = LONG[LONG.index("## mark") :]
    edited = LONG.replace(f"\n{block}", "").replace("## age", f"{block}\n## age") + "\n"
    old, new = asked(tmp_path / "a", "mark", LONG), asked(tmp_path / "b", "mark", edited)
    assert kinds(find_breaks(old, new)) == [BreakKind.MOVED]


def test_a_derived_variable_made_otherwise_is_a_break(tmp_path: Path) -> None:
    other = PLAN.replace('if = "usage is not never"', 'if = "usage is often"')
    old, new = asked(tmp_path / "a", "user", LONG), asked(tmp_path / "b", "user", LONG, plan=other)
    assert kinds(find_breaks(old, new)) == [BreakKind.DEFINITION]


def test_other_options_that_stand_for_one_are_a_break_and_are_named(tmp_path: Path) -> None:
    old = asked(tmp_path / "a", "usage", LONG, {"net:any": ("often",)})
    new = asked(tmp_path / "b", "usage", LONG, {"net:any": ("net:any",)})
    (found,) = find_breaks(old, new)
    assert (found.kind, found.part["nl"]) == (BreakKind.MAPPED, "wel")
    assert (found.old["nl"], found.new["nl"]) == ("Vaak", "Vaak + Zelden")
    same = asked(tmp_path / "c", "usage", LONG, {"net:any": ("rarely", "often")})
    assert find_breaks(same, new) == ()


def test_under_another_name_the_words_for_the_base_are_compared(tmp_path: Path) -> None:
    renamed = LONG.replace("## usage", "## often_used").replace("usage is", "often_used is")
    plan = PLAN.replace("usage is", "often_used is").replace("nets.usage", "nets.often_used")
    old = asked(tmp_path / "a", "often_used", renamed, plan=plan)
    new = asked(tmp_path / "b", "usage", LONG)
    assert find_breaks(old, new) == ()
    fewer = renamed.replace("## often_used\n", "## often_used\nif age is old\n")
    (found,) = find_breaks(asked(tmp_path / "c", "often_used", fewer, plan=plan), new)
    assert found.kind is BreakKind.BASE
    assert "Oud" in found.old["nl"]


words = st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x17F), min_size=1, max_size=12)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=words, other=words, where=st.sampled_from(["question", "english option"]))
def test_words_that_differ_are_a_break_and_words_that_do_not_are_none(
    one: str, other: str, where: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home, english = tmp_path_factory.mktemp("waves"), where == "english option"
    found = []
    for name, word in (("a", one), ("b", other)):
        said = ENGLISH.replace('msgstr "Often"', f'msgstr "Often {word}"') if english else ENGLISH
        text = QUESTIONNAIRE if english else QUESTIONNAIRE.replace("gebruikt u", f"gebruikt {word} u")
        said = said if english else said.replace("gebruikt u", f"gebruikt {word} u")
        write_wave(home / name, WaveFolder(questionnaire=text, english=said))
        found.append(AskedItem(read_study(home / name), "usage", {"often": ("often",)}))
    expected = BreakKind.OPTION_WORDING if english else BreakKind.WORDING
    assert kinds(find_breaks(*found)) == ([] if one == other else [expected])
