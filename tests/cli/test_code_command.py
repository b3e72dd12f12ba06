"""``peil code``: the desk by lines and on a screen, and what is shown beside it."""

import io
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from prompt_toolkit.input.defaults import create_pipe_input
from prompt_toolkit.output import DummyOutput

from peil.cli.coding.keeper import Keeper
from peil.cli.coding.screen import Mode, Screen, code_on_screen
from peil.cli.main import main
from peil.data.final_codes import Standing, find_final
from peil.formats.codings_file import read_kept
from peil.line import read_analysis_set, read_study
from peil.qual.desk import Desk, open_desk
from peil.qual.groups import near_groups
from peil.qual.open_answers import in_random_order, open_answers
from remarks_study import ALL, FRAME, HEADER, line, write_coded


def run(*arguments: str, capsys, typed: str = "", monkeypatch=None) -> tuple[int, str, str]:
    if monkeypatch is not None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    capsys.readouterr()
    status = main(list(arguments))
    said = capsys.readouterr()
    return status, said.out, said.err


def keeper(folder: Path, coder: str = "an", *, suggesting: bool = False) -> Keeper:
    study = read_study(folder)
    frame = study.frames["remarks"]
    own = in_random_order(open_answers(read_analysis_set(study, None), frame), coder)
    desk = open_desk(Desk(frame, coder, own, study.codings["remarks"], near_groups(own)))
    labels = {code.id: code.wording.plain("en") for code in frame.codes}
    return Keeper(folder, desk, "What would you like to add?", labels, suggesting=suggesting)


def kept(folder: Path, coder: str = "an") -> dict[str, str]:
    return {
        name: " ".join(one.codes)
        for (name, who), one in read_kept(folder, "remarks").by_place.items()
        if who == coder
    }


def test_coding_line_by_line_keeps_each_answer_as_it_goes(tmp_path: Path, capsys, monkeypatch) -> None:
    write_coded(tmp_path, HEADER)
    order = [one.respondent for one in keeper(tmp_path).desk.answers]
    typed = "1 3\nrights\n0\nq\n"
    status, out, _ = run(
        *("code", str(tmp_path), "remarks", "--coder", "an", "--plain"),
        capsys=capsys,
        typed=typed,
        monkeypatch=monkeypatch,
    )
    assert status == 0
    assert kept(tmp_path) == {order[0]: "income tool", order[1]: "rights", order[2]: ""}
    assert "Kept: income, tool." in out
    assert "Kept: no code fits." in out
    assert "Question: What would you like to add" in out
    assert not [name for name in order if name in out]


def test_a_group_a_note_undo_search_and_a_slip_line_by_line(tmp_path: Path, capsys, monkeypatch) -> None:
    write_coded(tmp_path, HEADER)
    coded = "/assignments\n+ income\nu\n/assignments\n+ income\n/mail\nn see the law\nrights\n"
    typed = f"{coded}j\nnonsense\n?\np\n\n/zz\n"
    _, out, _ = run(
        *("code", str(tmp_path), "remarks", "--coder", "bo", "--plain"),
        capsys=capsys,
        typed=typed,
        monkeypatch=monkeypatch,
    )
    assert kept(tmp_path, "bo") == {"r1": "income", "r3": "income", "r5": "income", "r4": "rights"}
    assert read_kept(tmp_path, "remarks").of("r4", "bo").note == "see the law"
    assert "Kept for 3 answers: income." in out
    assert "Undone." in out
    assert 'There is no code or act "nonsense"' in out
    assert 'No answer has "zz".' in out


@pytest.mark.slow
def test_a_pipe_without_a_terminal_is_read_by_lines(tmp_path: Path) -> None:
    write_coded(tmp_path, HEADER)
    done = subprocess.run(
        [str(Path(sys.executable).with_name("peil")), "code", str(tmp_path), "remarks", "--coder", "an"],
        input="1\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(kept(tmp_path).values()) == ["income"]


def test_a_file_that_broke_meanwhile_keeps_the_coder_where_they_are(tmp_path: Path) -> None:
    write_coded(tmp_path, HEADER)
    desk = Screen(keeper(tmp_path))
    path = tmp_path / "coding" / "remarks.csv"
    path.write_text(HEADER + ">>>>>>> theirs\n", encoding="utf-8")
    assert desk.press("1")
    assert desk.press("enter")
    assert desk.message.startswith("NOT KEPT: ")
    assert desk.keeper.desk.at == 0
    assert desk.keeper.desk.chosen == ("income",)
    assert path.read_text(encoding="utf-8") == HEADER + ">>>>>>> theirs\n"
    path.write_text(HEADER, encoding="utf-8")
    assert desk.press("enter")
    assert list(kept(tmp_path).values()) == ["income"]


def test_keys_on_a_screen(tmp_path: Path) -> None:
    write_coded(tmp_path, HEADER)
    own = keeper(tmp_path)
    order = [one.respondent for one in own.desk.answers]
    with create_pipe_input() as keys:
        keys.send_text("13\r")  # two codes
        keys.send_text("\r")  # no code fits
        keys.send_text("\x1b[D2\r")  # back to that one: rights
        keys.send_text("n" + "look" + "\x7f" + "\r" + "3\r")  # a note, its last letter taken back
        keys.send_text("?x1u")  # help, away from it, a code, and the last one undone
        keys.send_text("q")
        with ThreadPoolExecutor(1) as terminal:  # in a thread no other test's event loop goes on
            terminal.submit(code_on_screen, own, keys, DummyOutput()).result()
    assert kept(tmp_path) == {order[0]: "income tool", order[1]: "rights"}


def test_a_group_on_a_screen_is_kept_after_yes_only(tmp_path: Path) -> None:
    write_coded(tmp_path, HEADER)
    desk = Screen(keeper(tmp_path))
    for key in ("/", *"assign", "enter", "1", "g"):
        assert desk.press(key)
    assert desk.mode is Mode.GROUP
    assert "3 answers would be coded: income" in desk.lines(80, 24)[0]
    desk.press("n")
    assert kept(tmp_path) == {}
    desk.press("g")
    desk.press("y")
    assert kept(tmp_path) == {"r1": "income", "r3": "income", "r5": "income"}
    assert desk.lines(80, 24)[-1] == "Kept for 3 answers: income."


def test_whatever_key_is_pressed_the_screen_stands(tmp_path: Path) -> None:
    write_coded(tmp_path, HEADER)
    desk = Screen(keeper(tmp_path))
    for key in (
        "z",
        "up",
        "down",
        "s",
        "g",
        "escape",
        "backspace",
        "left",
        "right",
        "j",
        "u",
        "é",
        "/",
        "escape",
    ):
        assert desk.press(key)
        assert all(len(one) <= 80 for one in desk.lines(80, 24))
    assert kept(tmp_path) == {}
    assert not desk.press("q")


@pytest.mark.slow
def test_suggestions_are_shown_and_never_written(tmp_path: Path, capsys, monkeypatch) -> None:
    path = write_coded(tmp_path, HEADER) / "coding" / "remarks.csv"
    _, out, _ = run(
        *("code", str(tmp_path), "remarks", "--coder", "an", "--plain", "--suggest"),
        capsys=capsys,
        typed="\n\n\n\n\nj\np\n",
        monkeypatch=monkeypatch,
    )
    assert "Perhaps: 1 income" in out
    assert path.read_text(encoding="utf-8") == HEADER
    assert any(
        "perhaps: 1 Less work" in "\n".join(Screen(one).lines(80, 24)) for one in each_answer(tmp_path)
    )


def each_answer(folder: Path) -> list[Keeper]:
    found = []
    for place in range(5):
        own = keeper(folder, suggesting=True)
        own.move(lambda desk, place=place: Desk(desk.frame, desk.coder, desk.answers, desk.codings, at=place))
        found.append(own)
    return found


def test_without_the_extra_suggestions_say_how_to_get_them(tmp_path: Path, capsys, monkeypatch) -> None:
    write_coded(tmp_path)
    monkeypatch.setattr("peil.cli.coding.act.can_suggest", lambda: False)
    status, _, err = run("code", str(tmp_path), "remarks", "--coder", "an", "--suggest", capsys=capsys)
    assert status == 2
    assert 'pip install "peil[suggest]"' in err


def test_how_far_coding_has_come(tmp_path: Path, capsys) -> None:
    write_coded(tmp_path, ALL.replace(line("r3", "bo", "income"), line("r3", "bo", "tool")))
    status, out, _ = run("code", str(tmp_path), "remarks", "--format", "json", capsys=capsys)
    found = json.loads(out)
    assert (status, found["answers"], found["coded"]) == (
        0,
        5,
        [{"coder": "an", "n": 5}, {"coder": "bo", "n": 5}],
    )
    assert found["standings"] == {"coded": 4, "uncoded": 0, "disagreed": 1, "changed": 0}
    _, out, _ = run("code", str(tmp_path), "remarks", capsys=capsys)
    assert "With a final code: 4." in out


def test_who_decides_gets_what_was_coded_differently(tmp_path: Path, capsys, monkeypatch) -> None:
    write_coded(tmp_path, ALL.replace(line("r3", "bo", "income"), line("r3", "bo", "tool")))
    _, out, _ = run(
        *("code", str(tmp_path), "remarks", "--coder", "final"),
        capsys=capsys,
        typed="tool\n",
        monkeypatch=monkeypatch,
    )
    assert "answer 1 of 1" in out
    assert "an found: income" in out
    assert kept(tmp_path, "final") == {"r3": "tool"}
    study = read_study(tmp_path)
    words = "fewer assignments, than before!"
    assert (
        find_final(study.frames["remarks"], study.codings["remarks"], "r3", words).standing is Standing.CODED
    )
    _, out, _ = run("code", str(tmp_path), "remarks", "--agreement", capsys=capsys)
    assert "Coded differently: 1, of which to decide: 0" in out


def test_nothing_to_decide_says_so(tmp_path: Path, capsys) -> None:
    write_coded(tmp_path)
    assert "nothing to decide" in run("code", str(tmp_path), "remarks", "--coder", "final", capsys=capsys)[1]


def test_groups_search_and_agreement_as_json(tmp_path: Path, capsys) -> None:
    write_coded(tmp_path)
    base = ("code", str(tmp_path), "remarks", "--format", "json")
    groups = json.loads(run(*base, "--groups", capsys=capsys)[1])["groups"]
    assert [[one["id"] for one in group["answers"]] for group in groups] == [["r1", "r3", "r5"]]
    strict = json.loads(run(*base, "--groups", "--near", "100", capsys=capsys)[1])["groups"]
    assert [(one["exact"], len(one["answers"])) for one in strict] == [(True, 2)]
    found = json.loads(run(*base, "--search", "fewer than", capsys=capsys)[1])["found"]
    assert [one["id"] for one in found] == ["r1", "r3"]
    agreement = json.loads(run(*base, "--agreement", capsys=capsys)[1])["agreement"]
    assert (agreement["metric"], agreement["overall"]["alpha"], agreement["overall"]["units"]) == (
        "masi",
        1.0,
        5,
    )
    assert agreement["disagreements"] == []
    assert "[1.000; 1.000], 100 %" in run("code", str(tmp_path), "remarks", "--agreement", capsys=capsys)[1]


def test_a_quotation_is_drafted_masked_and_held_back_until_it_is_approved(tmp_path: Path, capsys) -> None:
    write_coded(tmp_path)
    status, out, _ = run("code", str(tmp_path), "remarks", "--quote", "r4", capsys=capsys)
    assert status == 0
    assert "an e-mail address was taken out" in out
    (quote,) = read_study(tmp_path).quotes.values()
    assert (quote.id, quote.source, quote.approved_by) == ("remarks_1", "remarks", "")
    assert quote.words == {"en": "Mail [e-mail address], my work was used"}
    assert quote.consent == "answered: quoted is yes"
    assert not quote.invented
    run("code", str(tmp_path), "remarks", "--quote", "r5", capsys=capsys)
    second = read_study(tmp_path).quotes["remarks_2"]
    assert second.consent == ""
    text = (tmp_path / "quotes.toml").read_text(encoding="utf-8")
    assert "r4" not in text
    assert "r5" not in text
    status, _, err = run("code", str(tmp_path), "remarks", "--quote", "r5", capsys=capsys)
    assert (status, "are a quotation" in err) == (2, True)
    status, _, err = run("code", str(tmp_path), "remarks", "--quote", "r6", capsys=capsys)
    assert (status, "has no answer" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["remark"], 'Did you mean "remarks"?'),
        (["remarks", "--coder", "ann"], '"ann" is no coder'),
        (["remarks", "--groups", "--coder", "an"], "are for coding"),
        (["remarks", "--plain"], "Nobody codes"),
        (["remarks", "--agreement", "--near", "90"], "--near says"),
        (["remarks", "--near", "101"], "no number from 0 to 100"),
        (["remarks", "--groups", "--agreement"], "not allowed with"),
    ],
)
def test_arguments_that_dont_go_together_are_refused(tmp_path: Path, capsys, arguments, told) -> None:
    write_coded(tmp_path)
    status, _, err = run("code", str(tmp_path), *arguments, capsys=capsys)
    assert (status, told in err) == (2, True), err


def test_answers_that_changed_are_told_to_who_codes(tmp_path: Path, capsys) -> None:
    write_coded(tmp_path)
    data = tmp_path / "data" / "responses.csv"
    text = data.read_text(encoding="utf-8").replace("Fewer assignments then", "More assignments then")
    data.write_text(text, encoding="utf-8")
    status, _, err = run("code", str(tmp_path), "remarks", capsys=capsys)
    assert (status, "D056" in err, "D059" in err) == (1, True, False)


def test_no_public_pack_is_made_while_answers_wait_for_a_code(tmp_path: Path, capsys) -> None:
    folder = write_coded(tmp_path / "study", ALL.replace(line("r2", "bo", ""), ""))
    out = tmp_path / "pack"
    status, _, err = run("pack", str(folder), "--public", "--out", str(out), capsys=capsys)
    assert (status, "D059" in err, out.exists()) == (2, True, False)


def test_a_frame_that_becomes_final_changes_nothing_in_the_questionnaire(tmp_path: Path, capsys) -> None:
    write_coded(tmp_path / "a", files={"coding/remarks.toml": FRAME.replace('"final"', '"coding"')})
    write_coded(tmp_path / "b")
    status, out, _ = run("diff", str(tmp_path / "a"), str(tmp_path / "b"), "--format", "json", capsys=capsys)
    assert status == 0
    assert "remarks" not in out
