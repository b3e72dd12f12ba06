"""Write the reference study's published claims under the study's own ids.

Reads the ledger of published figures (question numbers and option positions of the printed questionnaire)
and writes the same claims, with their ids, as ``published/claims.json``.

    python scripts/convert_claims.py [SOURCE.json [TARGET.json]]
"""

import json
import sys
from pathlib import Path
from typing import Any

from convert_reference_data import OTHER_EMPLOYMENT

from peil.audit.numbered_claims import from_numbered
from peil.audit.numbering import Numbering
from peil.study.reader.read import read_study

ROOT = Path(__file__).resolve().parent.parent
STUDY = ROOT / "studies" / "genai-creative-work"
SOURCE = ROOT.parent / "shared" / "reference" / "genai-2026" / "claims.json"
TARGET = STUDY / "published" / "claims.json"

DROPPED_AT_Q17 = "loss_share_expected"
"""The printed question offers "no effect" first, which the study dropped."""

OTHER_TEXT = "employment.other.text"

NETS = {"agree total": ["fully agree", "agree"]}
"""Answers that the ledger takes together under a name of its own, printed of the same question."""

ONE_ANSWER = (
    ("boekman2025", "number of assignments last 12 months due to GenAI"),
    ("boekman2025", "GenAI will reduce employment in 5 years"),
)
"""Questions of other studies that are printed with all answers, of which each person gave one."""


def convert(ledger: dict[str, Any]) -> dict[str, Any]:
    """Give the ledger in the study's names."""
    study = read_study(STUDY)
    first_code = study.codebook.items[DROPPED_AT_Q17].options[0].code
    numbering = Numbering(study, {DROPPED_AT_Q17: 0 if first_code == 2 else 1})
    claims = [from_numbered(entry, numbering) for entry in ledger["claims"]]
    for claim in claims:
        where = claim.get("where", {})
        if OTHER_TEXT in where:
            where[OTHER_TEXT] = [OTHER_EMPLOYMENT[text] for text in where[OTHER_TEXT]]
    for claim in claims:
        spell_net(claim)
    meta = ledger["meta"]
    questions = [
        {"study": of, "question": question, "choices": find_choices(claims, of, question)}
        for of, question in ONE_ANSWER
    ]
    return {"title": meta["title"], "source": meta["source"], "questions": questions, "claims": claims}


def spell_net(claim: dict[str, Any]) -> None:
    """Put the answers that were taken together in the place of their name, with the question's own words."""
    options = claim.get("options", [])
    if "study" in claim and len(options) == 1 and options[0] in NETS:
        claim["options"] = NETS[options[0]]
        claim["question"] = claim["question"].removesuffix(" (agree)")


def find_choices(claims: list[dict[str, Any]], study: str, question: str) -> list[str]:
    """Give a question's answers in the order that they are printed in."""
    found = (claim for claim in claims if (claim.get("study"), claim.get("question")) == (study, question))
    return list(dict.fromkeys(option for claim in found for option in claim["options"]))


def main(source: Path = SOURCE, target: Path = TARGET) -> None:
    """Convert the file at ``source`` into ``target``: a claim a line, so that changes read well."""
    found = convert(json.loads(source.read_text(encoding="utf-8")))
    claims = ",\n  ".join(json.dumps(claim, ensure_ascii=False) for claim in found.pop("claims"))
    head = "".join(
        f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)},\n" for key, value in found.items()
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f'{{\n{head} "claims": [\n  {claims}\n ]\n}}\n', encoding="utf-8")
    print(f"{target.name}: {claims.count(chr(10)) + 1} claims")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
