"""The rules of the audit without data: what their page and their phrases hold."""

import re
from pathlib import Path

from peil.audit.finding_phrases import PHRASES
from peil.audit.rules.catalogue import FINDING_RULES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "claims.md"


def test_the_page_has_each_rule_with_its_name_grade_and_example() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for rule in FINDING_RULES:
        assert re.search(rf"^\| {rule.code} \| {rule.name} \| ", text, re.MULTILINE)
        assert f" | {rule.grades} | {rule.example} |\n" in text
    codes = [rule.code for rule in FINDING_RULES]
    assert codes == sorted(set(codes))


def test_every_phrase_has_the_same_places_in_both_languages() -> None:
    for kind, phrase in PHRASES.items():
        assert {*re.findall(r"{(\w+)}", phrase["en"])} == {*re.findall(r"{(\w+)}", phrase["nl"])}, kind
