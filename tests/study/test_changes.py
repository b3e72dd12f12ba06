"""Every kind of change: an edit that makes it, what is told, and whether a live study would break."""

import re

import pytest
from edits import EDITS, PLANS, SETTINGS
from mutated_studies import Files, read_or_none
from versions import changes, told, version

from peil.core.problem import Severity
from peil.study.changes.as_text import changes_text
from peil.study.changes.catalogue import CHANGE_RULES, KINDS
from peil.study.changes.find_changes import find_changes
from peil.study.changes.kind import ChangeKind
from peil.study.changes.told import as_problems
from peil.study.proof.compare import base_changes
from peil.study.study import Study


@pytest.mark.parametrize("name", sorted(EDITS))
def test_an_edit_is_told_as_what_it_is(name: str) -> None:
    edits, expected = EDITS[name]
    assert sorted(told(changes(*edits))) == sorted(expected)


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_a_change_of_the_settings_is_told_as_what_it_is(name: str) -> None:
    edit, expected = SETTINGS[name]
    assert sorted(told(changes(settings=edit))) == sorted(expected)


@pytest.mark.parametrize("name", sorted(PLANS))
def test_a_change_of_quotas_and_amendments_is_told_and_breaks_nothing(name: str) -> None:
    edit, expected = PLANS[name]
    found = changes(plan=edit)
    assert sorted(told(found)) == sorted(expected)
    assert not found.breaks


def test_another_privacy_mode_breaks_a_live_study_and_a_first_one_does_not() -> None:
    modes = [
        version(settings=('privacy = "confidential"', 'privacy = "anonymous"')),
        version(settings=('access = "both"\nprivacy = "confidential"', "")),
    ]
    for mode in modes:
        assert find_changes(version(), mode).breaks
    assert not find_changes(modes[1], version()).breaks


def test_a_translation_that_another_id_doesn_t_find_is_no_other_wording() -> None:
    two = ('["en"]', '["en", "nl"]')
    found = find_changes(version(settings=two), version(("## remark  ", "## remarks  "), settings=two))
    assert told(found) == [("question_renamed", "remarks", "")]


def test_a_notice_on_a_page_that_nobody_has_passed_is_told() -> None:
    old = version(("Anything to say? ____\n", "Anything to say? ____\n\n## now  {notice}\nNow this.\n"))
    new = version(
        ("Anything to say? ____\n", "Anything to say? ____\n\n---\n\n## now  {notice}\nNow this.\n")
    )
    assert told(find_changes(old, new)) == [("page_changed", "now", "")]


def test_without_an_answer_that_both_allow_nothing_after_it_is_compared() -> None:
    asks = ("if job is boss\nI am", "I am"), ("## remark  {optional}\n", "## remark\nif years was answered\n")
    old = version(*asks, ("[0..60]", "[0..3]"))
    denies = "if not years was answered\n"
    new = version(asks[0], ("## remark  {optional}\n", f"## remark\n{denies}"), ("[0..60]", "[7..9]"))
    assert base_changes(old, new) == ()


SOME = """\
# s: S

## job
What are you?
- ( ) boss: A boss
- ( ) staff: Staff

# t: T  {one page}

## hours
if job is boss
How long? ____
"""


def test_a_page_that_only_some_passed_is_open_for_the_others() -> None:
    files = SOME, '[about]\ntitle = "T"\nlanguages = ["en"]\n', ""
    more = f"{SOME}\n## fresh  {{optional}}\nAnything? ____\n"
    found = find_changes(read(files), read((more, *files[1:])))
    assert told(found) == [("question_left_open", "fresh", "")]
    assert found.found[0].witness == (("job", "staff"),)
    found = find_changes(
        read(files), read((more.replace("{optional}\n", "{optional}\nif job is boss\n"), *files[1:]))
    )
    assert told(found) == [("question_added", "fresh", "")]


def read(files: Files) -> Study:
    study = read_or_none(files)
    assert study is not None
    return study


def test_a_language_less_is_told() -> None:
    two = version(settings=('["en"]', '["en", "nl"]'))
    assert told(find_changes(two, version())) == [("language_removed", "study", "nl")]


def test_every_kind_of_change_has_an_edit_here() -> None:
    shown = {
        kind
        for _, expected in (*EDITS.values(), *SETTINGS.values(), *PLANS.values())
        for kind, _, _ in expected
    }
    assert shown | {"language_removed"} == {rule.name for rule in CHANGE_RULES}


FROZEN = """
C001 question_added C002 question_left_open C003 question_removed C004 notice_removed C005 question_renamed
C006 question_moved C007 page_changed C008 kind_changed C009 reworded C010 words_exchanged C011 made_required
C012 made_optional C013 limits_tightened C014 limits_loosened C015 bounds_narrowed C016 bounds_widened
C017 shown_in_other_order C018 repeat_changed C019 condition_changed C020 end_changed C030 option_added
C031 option_removed C032 option_renamed C033 code_changed C034 marks_changed C035 blank_removed
C036 blank_added C037 row_added C038 row_left_open C039 row_removed C040 row_renamed C050 base_lost
C051 base_shrinks C052 base_left_open C053 base_grows C054 option_hidden C055 option_shown
C056 outcome_changed C057 choice_left_short C060 section_added C061 section_removed C062 role_added
C063 role_removed C064 role_changed C065 language_added C066 language_removed C067 terms_changed
C070 privacy_changed C071 fieldwork_changed C072 quota_changed C073 amendment_changed
"""


def test_codes_are_frozen() -> None:
    assert " ".join(f"{rule.code} {rule.name}" for rule in CHANGE_RULES) == " ".join(FROZEN.split())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.rule.code)
def test_a_change_that_breaks_has_a_repair_and_any_other_is_information(kind: ChangeKind) -> None:
    assert kind.rule.severity is (Severity.ERROR if kind.breaks else Severity.INFO)
    assert bool(kind.hint) is kind.breaks


@pytest.mark.parametrize("name", sorted(EDITS))
def test_every_sentence_is_whole(name: str) -> None:
    found = changes(*EDITS[name][0])
    for problem in as_problems(found):
        assert not re.search(r"\{(old|new|part|parts|count|pairs|questions)\}", problem.message)
        assert not re.search(r"  |: \.|\"\"|, \.", problem.message)
        assert problem.span.line > 0
    assert changes_text(found).count("\n  ! ") <= sum(one.breaks for one in found.found)


def test_what_is_gone_stands_where_it_stood() -> None:
    new = version(("- [ ] fun: It is fun\n", ""))
    (gone, *_) = as_problems(find_changes(version(), new, ("v1:", "v2:")))
    assert (gone.span.file, gone.span.line) == ("v1:questionnaire.md", 39)
    assert gone.message == '"reasons": option removed: fun; answers that chose it lose their place.'


def test_changes_of_one_kind_are_told_together() -> None:
    found = changes(("- [ ] fun: It is fun\n", "- [ ] fun: It is fun\n- [ ] rest: Rest\n- [ ] joy: Joy\n"))
    shown = changes_text(found)
    assert "    2 options added: rest, joy\n" in shown
    assert "  ! 2 options have other codes: duty 5 (it was 3), nothing 6 (it was 4)\n" in shown


def test_a_long_wording_is_told_by_what_changed_in_it() -> None:
    lead = "Think of all that you did at work in the past four weeks, alone or with others, and tell"
    old = version(("What are you?", f"{lead} how often you used AI for it."))
    new = version(("What are you?", f"{lead} how rarely you used AI for it."))
    assert (
        "reworded (en): “… tell how often you used …” became “… tell how rarely you used …”"
        in changes_text(find_changes(old, new))
    )


def test_only_the_answers_that_matter_are_shown_in_words() -> None:
    found = changes(("if usage is one of (often, rarely)", "if usage is often"))
    lost = next(one for one in found.found if one.kind.rule.name == "base_lost")
    assert dict(lost.witness).keys() >= {"job", "usage"}
    under = changes_text(found).split("  ! no longer asked of some")[1].split("\n")[1:3]
    assert under[0] == "        usage: rarely"
    assert not under[1].startswith("        ")
