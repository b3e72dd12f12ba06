"""The script that says what the tests need beside Python packages."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "test_machine.py"


def say_needs(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT)],
        env={**os.environ, **environment},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )


def make_program(folder: Path, name: str) -> Path:
    program = folder / name
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_all_there_is_no_problem(tmp_path) -> None:
    browser = make_program(tmp_path, "chromium")
    for name in ("initdb", "pg_ctl", "postgres"):
        make_program(tmp_path, name)
    openssl, compiler = make_program(tmp_path, "openssl"), make_program(tmp_path, "cc")
    statistics, office = make_program(tmp_path, "pspp"), make_program(tmp_path, "soffice")
    said = say_needs(tmp_path, PATH=str(tmp_path), CHROMIUM="")
    assert said.returncode == 0, said
    assert said.stdout.splitlines() == [
        f"browser: {browser}",
        f"database server: {tmp_path}",
        f"certificates: {openssl}",
        f"statistical package: {statistics}",
        f"office suite: {office}",
        f"C compiler: {compiler}",
    ]


def test_what_is_missing_is_named_on_one_line(tmp_path) -> None:
    said = say_needs(tmp_path, PATH=str(tmp_path), CHROMIUM="no-such-browser")
    assert said.returncode == 1
    assert "browser: ABSENT" in said.stdout
    assert said.stderr.count("\n") == 1
    assert "apt-get install chromium" in said.stderr


def test_a_browser_named_by_the_environment_goes_first(tmp_path) -> None:
    make_program(tmp_path, "chromium")
    named = make_program(tmp_path, "another-browser")
    said = say_needs(tmp_path, PATH=str(tmp_path), CHROMIUM=str(named))
    assert f"browser: {named}" in said.stdout
