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
    meta = ledger["meta"]
    return {"title": meta["title"], "source": meta["source"], "claims": claims}


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
