"""``published/findings.md`` of the reference study is what the audit finds now, by printed numbers alone."""

from pathlib import Path

import pytest

from peil.cli.main import main

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
PAGE = REFERENCE / "published" / "findings.md"


@pytest.mark.slow
def test_the_page_is_what_the_audit_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = tmp_path / "findings.md"
    assert main(["audit", str(REFERENCE), "--no-data", "--language", "en", "--to", str(found)]) == 0
    capsys.readouterr()
    assert found.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8"), (
        "run: peil audit studies/genai-creative-work --no-data --language en "
        "--to studies/genai-creative-work/published/findings.md"
    )


def test_it_tells_what_was_tried_and_accuses_nobody() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert "556 printed statements about this study and 42 about other studies" in text
    assert "No answers were used" in text
    for word in ("error", "mistake", "wrong", "careless", "Panteia"):
        assert word.lower() not in text.lower()
