from pathlib import Path

from peil.study.base_rule import tell_base
from peil.study.reader.read import read_study
from peil.study.tablespec import TableSpec

PAGE = """# s: S

## consent
end if consent is no: declined
Do you agree to take part?
- ( ) yes: Yes
- ( ) no: No

## job
What is your job?
- ( ) boss: Boss
- ( ) worker: Worker

## team
if job is boss
How large is your team?
- ( ) small: Small
- ( ) large: Large
"""


def test_a_base_tells_its_own_rule_and_not_that_nobody_was_screened_out(tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["en"]\n', encoding="utf-8")
    (tmp_path / "questionnaire.md").write_text(PAGE, encoding="utf-8")
    study = read_study(tmp_path)
    assert study.problems == ()
    assert tell_base(study, TableSpec("job"), "en") == "those who answered the question"
    assert "“Boss”" in tell_base(study, TableSpec("team"), "en")
    assert "agree" not in tell_base(study, TableSpec("team"), "en")
