"""What is found in a mail's text can be accepted in study.toml, for that mail alone."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from mailed_study import MAILS, write_study

import peil
from peil.cli.main import main
from peil.core.span import Span
from peil.line import find_problems, read_sound_study
from peil.study.reader.read import read_study
from peil.study.study import Study

MISSPELT = {
    **MAILS,
    "invitation.md": "# S\n\n{link} {nmae}\n",
    "reminder-1.md": "# S\n\n{link} {nmae} {titel}\n",
}
MISSPELT_RULE = 'misspelt_mail_fill = "the list has such a column"\n'


def accepting(folder: Path, table: str, mails: Mapping[str, str] = MISSPELT) -> Study:
    write_study(folder, mails=mails)
    with (folder / "study.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n{table}")
    return read_study(folder)


def told(study: Study) -> tuple[list[str], list[str]]:
    """Give the problems with their files, and what was accepted, likewise."""
    found = find_problems(study)
    shown = ([f"{one.code} {one.span.file}" for one in part] for part in (found.problems, found.accepted))
    first, second = shown
    return first, second


def test_all_of_a_rule_in_one_mail_is_accepted_and_nothing_in_another(tmp_path: Path) -> None:
    invitation, reminder = "M012 mail/invitation.md", "M012 mail/reminder-1.md"
    assert told(accepting(tmp_path / "a", "")) == ([invitation, reminder, reminder], [])
    one = accepting(tmp_path / "b", f'[accept."mail/reminder-1.md"]\n{MISSPELT_RULE}')
    assert told(one) == ([invitation], [reminder, reminder])


def test_a_file_that_is_no_mail_and_one_that_is_not_there_are_accepted_by_name(tmp_path: Path) -> None:
    mails = {name: text for name, text in MAILS.items() if name != "en/reminder-1.md"}
    table = (
        '[accept."mail/notes.md"]\nstray_mail_file = "for the team"\n'
        '[accept."mail/en/reminder-1.md"]\nuntranslated_mail = "Dutch readers alone are reminded"\n'
    )
    study = accepting(tmp_path, table, {**mails, "notes.md": "x"})
    assert told(study) == ([], ["M013 mail/en/reminder-1.md", "M011 mail/notes.md"])


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        (MISSPELT_RULE, "Q081", "Take this line away."),
        ('misspelt_fill = "x"', "Q080", 'Did you mean "misspelt_mail_fill"?'),
        ('misspelt_mail_fill = ""', "Q080", 'Write misspelt_mail_fill = "why it stays".'),
        ('no_link = "x"', "Q080", "Mend it, and take this line away."),
        ('too_few_invited = "x"', "Q080", "Mend it, and take this line away."),
        ('long_sentence = "x"', "Q080", 'Write NAME = "reason".'),
    ],
)
def test_an_accept_that_accepts_nothing_is_told_at_its_line(
    tmp_path: Path, line: str, code: str, hint: str
) -> None:
    study = accepting(tmp_path, f'[accept."mail/invitation.md"]\n{line}\n', MAILS)
    (problem,) = find_problems(study).problems
    last = (tmp_path / "study.toml").read_text(encoding="utf-8").rstrip().count("\n") + 1
    assert (problem.code, problem.hint, problem.span) == (code, hint, Span("study.toml", last, 1))


def test_an_error_in_a_mail_is_not_accepted(tmp_path: Path) -> None:
    table = f'[accept."mail/invitation.md"]\n{MISSPELT_RULE}'
    study = accepting(tmp_path, table, {**MAILS, "invitation.md": "# S\n\n{nmae}\n"})
    assert told(study) == (["M003 mail/invitation.md"], ["M012 mail/invitation.md"])


def test_another_file_accepts_nothing_of_a_mail(tmp_path: Path) -> None:
    accepting(tmp_path, f"[accept]\n{MISSPELT_RULE}")
    (tmp_path / "plan.toml").write_text(f'[accept."mail/invitation.md"]\n{MISSPELT_RULE}', encoding="utf-8")
    found, accepted = told(read_study(tmp_path))
    assert (sorted(found), accepted) == (
        ["M012 mail/invitation.md", *["M012 mail/reminder-1.md"] * 2, "Q080 plan.toml", "Q080 study.toml"],
        [],
    )


def test_the_library_and_the_command_tell_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = f'[accept."mail/invitation.md"]\n{MISSPELT_RULE}'
    study = accepting(tmp_path, table, {**MISSPELT, "reminder-2.md": "x", "stray.md": "x"})
    assert main(["check", str(tmp_path), "--format", "json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    by_command = [(one["code"], one["file"], one["message"]) for one in printed["problems"]]
    assert [(one.code, one.span.file, one.message) for one in peil.check_study(study)] == by_command
    assert {"M002", "M011", "M012", "M013"} <= {code for code, _, _ in by_command}
    assert printed["accepted"] == 1


def test_a_mail_that_is_wrong_keeps_nobody_from_tabulating(tmp_path: Path) -> None:
    accepting(tmp_path, "", {"invitation.md": "no subject\n"})
    assert "M002" in [one.code for one in peil.check_study(read_sound_study(tmp_path))]


@pytest.mark.slow
def test_checking_a_study_loads_no_server_and_no_typesetter() -> None:
    code = "import peil, sys; peil.check_study; assert not {'starlette', 'typst'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
