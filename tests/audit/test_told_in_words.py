"""How claims and their number are told: one is one, and what people wrote stands in quotation marks."""

from pathlib import Path

import pytest
from claims_survey import make_study, write_claims

from peil.audit.audit import audit
from peil.audit.findings_page import findings_page
from peil.audit.read_claims import read_claims
from peil.audit.tell_claim import Teller

SHARE = {"statistic": "share", "item": "usage", "options": ["often"], "printed": 50}
WROTE = {"statistic": "count", "where": {"work.other.text": ["student"]}, "printed": 1}


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "set 1 printed statement about", "set 2 printed statements about"),
        ("nl", "legde 1 gedrukte uitspraak over", "legde 2 gedrukte uitspraken over"),
    ],
)
def test_one_claim_is_told_as_one(tmp_path: Path, language: str, one: str, two: str) -> None:
    study = make_study(tmp_path)
    for claims, told, counted in (([SHARE], one, "1 claim:"), ([SHARE, SHARE], two, "2 claims:")):
        found = read_claims(write_claims(tmp_path, *claims), study)
        assert told in findings_page((), found, study, language)
        assert audit(study, found, None).text.startswith(counted)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_somebody_wrote_is_quoted_as_it_was_written(tmp_path: Path, language: str) -> None:
    study = make_study(tmp_path)
    (claim,) = read_claims(write_claims(tmp_path, WROTE), study)
    assert "“student”" in Teller(study, language).claim(claim).about
