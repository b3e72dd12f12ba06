"""The tutorial and the README's tour, followed to the letter in an empty folder."""

import re
from pathlib import Path

import pytest
from told import ROOT, Command, agrees, page_steps

from peil.cli.main import main


def follow(page: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[tuple[int, str]]]:
    """Do what a page says; give status and output by command name. Output that is shown must come out."""
    outcomes: dict[str, list[tuple[int, str]]] = {}
    text = page.read_text(encoding="utf-8")
    steps = page_steps(text)
    assert len(re.findall(r"^    peil ", text, re.MULTILINE)) == sum(
        isinstance(step, Command) and step.words[0] == "peil" for step in steps
    )
    assert len(re.findall(r"replace$|, add ", text, re.MULTILINE)) == sum(
        not isinstance(step, Command) for step in steps
    )
    for step in steps:
        if not isinstance(step, Command):
            step.make(folder)
        elif step.words[0] == "peil":
            status = main(step.words[1:])
            printed = capsys.readouterr()
            output = printed.err + printed.out
            assert not step.shown or agrees(output, step.shown), f"{step.words}:\n{output}"
            outcomes.setdefault(step.words[1], []).append((status, output))
    return outcomes


@pytest.mark.slow
def test_the_tutorial_goes_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = follow(ROOT / "docs" / "tutorial" / "first-study.md", tmp_path, capsys)
    assert {name: [status for status, _ in each] for name, each in done.items()} == {
        "new": [0],
        "check": [0, 1, 1],
        "simulate": [0],
        "tables": [0, 0],
        "report": [1, 1],
    }
    made = {path.name for path in (tmp_path / "my-survey").iterdir()}
    page = (ROOT / "docs" / "tutorial" / "first-study.md").read_text(encoding="utf-8")
    assert made == {
        name.rstrip("/") for name in re.findall(r"`([\w.]+/?)` ?(?:is|says|what|holds|some)", page)
    }
    released = done["tables"][1][1]
    assert [line.split()[-1] for line in released.splitlines() if line.startswith(("n ", "By "))] == ["–"] * 4
    before, after = (len(re.findall(r"  R0", output)) for _, output in done["report"])
    assert after == before - 1


@pytest.mark.slow
def test_the_readme_tour_goes_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = follow(ROOT / "README.md", tmp_path, capsys)
    assert list(done) == ["new", "check", "simulate", "tables", "report"]
    assert [status for each in done.values() for status, _ in each] == [0] * 5
    assert (tmp_path / "out" / "report" / "report.en.html").exists()


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/tutorial/first-study.md"])
def test_make_has_the_targets_that_pages_name(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(
        r"\bmake ([a-z][\w-]*)\b",
        "\n".join(re.findall(r"`[^`\n]+`|^    .*", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)),
    )
    assert targets
    for target in targets:
        assert re.search(rf"^{target}\b.*:", makefile, re.MULTILINE), target
