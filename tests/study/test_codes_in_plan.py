"""What the plan makes of codes: groups, nets, titles, derived variables; and what can't read them."""

from pathlib import Path

import pytest

from peil.core.problem import Problem, Severity
from peil.core.span import Span
from peil.study.asked import tell_who
from peil.study.changes.asked_item import AskedItem
from peil.study.changes.find_breaks import find_breaks
from peil.study.changes.wave_break import BreakKind
from peil.study.checks.check import check_study
from peil.study.expr.resolve import resolve_condition
from peil.study.made_of_codes import made_of_codes
from peil.study.reader.read import read_study
from peil.study.short_title import short_title
from peil.study.study import Study
from remarks_study import FRAME, PLAN, QUESTIONNAIRE, write_coded

SINGLE = FRAME.replace('status = "final"', 'status = "final"\nkind = "single"')
WORRIED = """\
[derived.worried]
title = "Worried"
classes.yes = { title = "worried", if = "remarks.coded has income or remarks.coded has rights" }
classes.rest = { title = "all others", if = "otherwise" }
"""
THROUGH = """\
[derived.heavy]
title = "Worried and often"
if = "worried is yes and usage is often"
"""


def read(folder: Path, plan: str, **files: str) -> Study:
    names = {name.replace("__", "/").replace("_dot_", "."): text for name, text in files.items()}
    return read_study(write_coded(folder, files={"plan.toml": plan, **names}))


def told(study: Study, code: str) -> list[Problem]:
    return [one for one in study.problems if one.code == code]


def test_codes_are_read_by_groups_nets_titles_and_derived_variables(tmp_path: Path) -> None:
    plan = (
        '[analysis]\ngroups = ["remarks.coded", "worried"]\n'
        + WORRIED.replace("has", "is")
        + '[nets."remarks.coded"]\nhelp = { title = "Help", options = ["tool"] }\n'
        + '[titles]\n"remarks.coded" = "What they said"\n'
    )
    study = read(tmp_path, plan, coding__remarks_dot_toml=SINGLE)
    assert study.problems == ()
    assert study.plan.groups == ("remarks.coded", "worried")
    assert {net.id for net in study.plan.nets} == {"help", "worries"}
    assert short_title(study, "remarks.coded", "en") == "What they said"
    assert list(study.codebook.items)[-2:] == ["worried", "remarks.coded"]
    assert list(study.codebook.variables)[-2:] == ["worried", "remarks.coded"]
    made = made_of_codes(study.codebook, study.plan.derived)
    assert made == dict.fromkeys(("remarks.coded", "worried"), frozenset({"remarks.coded"}))


def test_codes_of_text_beside_an_option_are_read_too(tmp_path: Path) -> None:
    plan = (
        '[analysis]\ngroups = ["paid"]\n[derived.paid]\ntitle = "Paid"\n'
        'if = "reasons.other.coded has income"\n'
    )
    study = read(tmp_path, plan, **{"coding/reasons.other.text.toml": FRAME})
    assert study.problems == ()
    assert [(one.code, one.got) for one in check_study(study)] == [("Q065", "paid")]


def test_several_codes_make_no_group_and_a_derived_variable_of_them_does(tmp_path: Path) -> None:
    (found,) = told(read(tmp_path, '[analysis]\ngroups = ["remarks.coded"]\n'), "Q032")
    assert "no classes of which each respondent has one" in found.message
    assert "derive a variable from it" in found.hint
    study = read(tmp_path / "b", '[analysis]\ngroups = ["worried"]\n' + WORRIED)
    assert check_study(study) == ()


def test_what_the_solver_says_of_classes_made_of_codes(tmp_path: Path) -> None:
    """Codes can be given to whoever wrote something, and to nobody else."""
    plan = (
        '[analysis]\ngroups = ["remarks.coded", "never"]\n[derived.never]\ntitle = "Never"\n'
        'classes.said = { title = "said", if = "usage is never and remarks.coded is tool" }\n'
        'classes.rest = { title = "rest", if = "otherwise" }\n'
    )
    study = read(tmp_path, plan, coding__remarks_dot_toml=SINGLE)
    found = {(one.code, one.got) for one in check_study(study)}
    assert ("Q063", "never.said") in found
    assert ("Q065", "remarks.coded") in found
    assert not [code for code, got in found if got == "never"]
    free = read(tmp_path / "b", plan.replace("never and", "often and"), coding__remarks_dot_toml=SINGLE)
    assert "Q063" not in {one.code for one in check_study(free)}


def test_one_code_at_most_is_given_by_a_frame_that_takes_one(tmp_path: Path) -> None:
    plan = (
        '[analysis]\ngroups = ["both"]\n[derived.both]\ntitle = "Both"\n'
        'classes.yes = { title = "yes", if = "remarks.coded has tool and remarks.coded has income" }\n'
        'classes.rest = { title = "rest", if = "otherwise" }\n'
    )
    assert check_study(read(tmp_path / "a", plan)) == ()
    single = read(tmp_path / "b", plan.replace("has", "is"), coding__remarks_dot_toml=SINGLE)
    assert {one.code for one in check_study(single)} & {"Q061", "Q062", "Q063"}


REFUSED = {
    "quota": ('[quotas.q]\nif = "remarks.coded has income"\nlimit = 9\n', "counted while people answer"),
    "quota of a derived one": (
        WORRIED + '[quotas.q]\nif = "usage is often and worried is yes"\nlimit = 9\n',
        "counted while people answer",
    ),
    "simulation": ('[simulate."remarks.coded"]\nincome = 3\n', "nobody codes them"),
    "interim item": (
        '[interim]\nitems = ["remarks.coded"]\nevery = 50\n',
        "listed before anybody answers",
    ),
    "interim group": (
        '[analysis]\ngroups = ["worried"]\n'
        + WORRIED
        + '[interim]\nitems = ["usage"]\ngroups = ["worried"]\nevery = 50\n',
        "listed before anybody answers",
    ),
    "target": (
        WORRIED
        + '[weighting]\nmethod = "rake"\nreason = "x"\n[[weighting.target]]\nvariable = "worried"\n'
        + 'shares = { yes = 40, rest = 60 }\nsource = "x"\ndate = 2026-01-01\n',
        "no population is known by it",
    ),
    "target through another": (
        WORRIED
        + THROUGH
        + '[weighting]\nmethod = "rake"\nreason = "x"\n[[weighting.target]]\nvariable = "heavy"\n'
        + 'shares = { yes = 40, no = 60 }\nsource = "x"\ndate = 2026-01-01\n',
        "no population is known by it",
    ),
}


@pytest.mark.parametrize("place", REFUSED)
@pytest.mark.parametrize("status", ["final", "coding"])
def test_what_codes_cant_decide_says_so_with_one_repair(tmp_path: Path, place: str, status: str) -> None:
    plan, why = REFUSED[place]
    study = read(tmp_path, plan, coding__remarks_dot_toml=FRAME.replace("final", status))
    (found,) = told(study, "Q125")
    assert found.severity is Severity.ERROR
    assert found.span.file == "plan.toml"
    assert why in found.message
    assert found.hint
    assert study.plan.quotas == ()
    assert study.plan.weighting.targets == ()
    assert study.plan.probabilities == {}


def test_amendments_recode_answers_and_no_codes(tmp_path: Path) -> None:
    plan = (
        '[[recodings]]\nitem = "remarks.coded"\noption = "tool"\ntexts = ["x"]\nto = "income"\n'
        'on = 2026-01-01\nreason = "x"\n'
    )
    found = read(tmp_path, plan).problems
    assert any('"remarks.coded" can\'t be recoded' in one.message for one in found)


@pytest.mark.parametrize("source", ["remarks.coded has income", "worried is yes"])
def test_consent_is_what_respondents_said(tmp_path: Path, source: str) -> None:
    frame = FRAME.replace("quoted is yes", source)
    study = read(tmp_path, WORRIED, coding__remarks_dot_toml=frame)
    (found,) = told(study, "Q125")
    assert (found.span.file, found.span.line) == ("coding/remarks.toml", 4)
    assert "who agreed is what respondents said" in found.message
    assert study.frames["remarks"].consent is None


def test_consent_may_read_what_the_plan_derives(tmp_path: Path) -> None:
    plan = PLAN + '[derived.willing]\ntitle = "Willing"\nif = "quoted is yes"\n'
    study = read(tmp_path, plan, coding__remarks_dot_toml=FRAME.replace("quoted is yes", "willing is yes"))
    assert study.problems == ()
    assert study.frames["remarks"].consent is not None


def test_roles_are_told_that_they_cant_read_codes(tmp_path: Path) -> None:
    text = (
        '[about]\ntitle = "U"\nlanguages = ["en"]\n[roles]\n'
        'a = { if = "remarks.coded has tool", label = "a" }\n'
    )
    study = read(tmp_path, PLAN, study_dot_toml=text)
    assert [one.span.file for one in told(study, "Q125")] == ["study.toml"]


def test_until_a_frame_is_final_what_reads_it_is_left_out_and_told(tmp_path: Path) -> None:
    plan = (
        '[analysis]\ngroups = ["usage", "remarks.coded", "worried"]\n'
        + WORRIED.replace("has", "is")
        + THROUGH
        + '[nets."remarks.coded"]\nhelp = { title = "Help", options = ["tool"] }\n'
        + '[nets.worried]\nall = { title = "All", options = ["yes", "rest"] }\n'
        + '[titles]\n"remarks.coded" = "What they said"\nworried = "W"\n'
        + '[disclosure]\nsensitive = ["worried"]\nidentifying = ["remarks.coded"]\n'
        + '[crosswalk.w]\nquestion = "worried"\ntitle = "W"\nsource = "x"\nrows.yes = ["a"]\n'
    )
    study = read(tmp_path, plan, coding__remarks_dot_toml=SINGLE.replace("final", "coding"))
    assert [one.severity for one in study.problems] == [Severity.WARNING] * 4
    assert [one.got for one in told(study, "Q126")] == [
        "remarks.coded",
        "worried",
        "heavy",
        "remarks.coded",
    ]
    assert all("coding/remarks.toml isn't final" in one.message for one in told(study, "Q126"))
    kept = study.plan
    assert (kept.groups, kept.derived, kept.nets, dict(kept.titles)) == (("usage",), (), (), {})
    assert (dict(kept.crosswalks), kept.disclosure.sensitive, kept.disclosure.identifying) == (
        {},
        frozenset(),
        frozenset(),
    )
    assert not {"remarks.coded", "worried", "heavy"} & {*study.codebook.items, *study.codebook.variables}
    assert not [one for one in check_study(study) if one.severity is Severity.ERROR]
    done = read(tmp_path / "b", plan, coding__remarks_dot_toml=SINGLE)
    assert done.problems == ()
    assert set(done.plan.group_spans) == {"usage", "remarks.coded", "worried"}


def test_an_unknown_code_is_told_while_people_still_code(tmp_path: Path) -> None:
    plan = WORRIED.replace("rights", "right")
    (found,) = told(read(tmp_path, plan, coding__remarks_dot_toml=FRAME.replace("final", "coding")), "Q012")
    assert 'Did you mean "rights"?' in str(found)


def test_a_net_that_the_frame_has_already_is_told(tmp_path: Path) -> None:
    plan = '[nets."remarks.coded"]\nworries = { title = "W", options = ["tool"] }\n'
    (found,) = read(tmp_path, plan).problems
    assert (found.code, found.span.file) == ("Q118", "plan.toml")


def test_what_is_made_of_sensitive_codes_is_sensitive(tmp_path: Path) -> None:
    plan = WORRIED + THROUGH + '[derived.user]\ntitle = "User"\nif = "usage is often"\n[disclosure]\n'
    study = read(tmp_path / "a", plan + 'sensitive = ["remarks"]\n')
    assert study.plan.disclosure.sensitive == {"remarks", "remarks.coded", "worried", "heavy"}
    study = read(tmp_path / "b", plan + 'identifying = ["remarks.coded"]\n')
    assert study.plan.disclosure.identifying == {"remarks.coded", "worried", "heavy"}
    assert study.plan.disclosure.sensitive == frozenset()


WORDS = {
    "remarks.coded has income": "those who were given the code “Less work” in “Remarks, coded”",
    "remarks.coded has income or remarks.coded has tool": (
        "those who were given the code “Less work” or “A tool” in “Remarks, coded”"
    ),
    "not remarks.coded has income": "those who were not given the code “Less work” in “Remarks, coded”",
    "remarks.coded was answered": "those who were given a code in “Remarks, coded”",
    "count(remarks.coded) >= 2": "those who were given at least 2 codes in “Remarks, coded”",
    "remarks.coded was asked": "those who were asked the question “What would you like to add?”",
    "single remarks.coded is income": "those who were given the code “Less work” in “Remarks, coded”",
    "single remarks.coded is not income": (
        "those who were given another code than “Less work” in “Remarks, coded”"
    ),
    "single remarks.coded was answered": "those who were given a code in “Remarks, coded”",
}


@pytest.mark.parametrize("written", WORDS)
def test_nobody_is_said_to_have_ticked_what_others_coded(tmp_path: Path, written: str) -> None:
    source = written.removeprefix("single ")
    study = read(tmp_path, PLAN, coding__remarks_dot_toml=FRAME if source == written else SINGLE)
    condition, problems = resolve_condition(source, Span("x"), study.codebook, ())
    assert problems == ()
    assert tell_who(study, condition.tree, "en") == WORDS[written]


def test_a_trend_of_codes_breaks_where_the_question_or_the_frame_changed(tmp_path: Path) -> None:
    before = read(tmp_path / "a", WORRIED)
    reworded = read(
        tmp_path / "b",
        WORRIED,
        questionnaire_dot_md=QUESTIONNAIRE.replace("What would you like to add?", "Your thoughts?"),
    )
    redefined = read(
        tmp_path / "c", WORRIED, coding__remarks_dot_toml=FRAME.replace("Less work or less pay.", "Less.")
    )

    def kinds(after: Study, key: str, option: str) -> set[BreakKind]:
        shown = {option: (option,)}
        return {one.kind for one in find_breaks(*(AskedItem(one, key, shown) for one in (before, after)))}

    for key, option in (("remarks.coded", "income"), ("worried", "yes")):
        assert kinds(before, key, option) == set()
        assert kinds(reworded, key, option) == {BreakKind.WORDING}
        assert kinds(redefined, key, option) == {BreakKind.DEFINITION}
