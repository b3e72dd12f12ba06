"""The questionnaire's text as it stands when it goes into the field."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from peil.study.study import Study

PLAN = "plan.toml"
"""Kept with a version, and no part of its fingerprint: no respondent is asked or told anything by it."""


@dataclass(frozen=True)
class Version:
    """The full text that respondents are asked from, and its fingerprint.

    Args:
        fingerprint: Hash of the texts, the same wherever the folder stands; of the plan it says nothing.
        texts: File name within the study's folder to text.
    """

    fingerprint: str
    texts: Mapping[str, str]


def read_version(study: Study) -> Version:
    """Read the files that decide what is asked and what respondents are told, and the plan."""
    names = ["study.toml", "questionnaire.md"]
    names += sorted(f"translations/{path.name}" for path in (study.folder / "translations").glob("*.po"))
    texts = {
        name: (study.folder / name).read_text(encoding="utf-8-sig")
        for name in (*names, PLAN)
        if (study.folder / name).is_file()
    }
    canonical = json.dumps({name: texts[name] for name in names if name in texts}, sort_keys=True)
    return Version(hashlib.sha256(canonical.encode()).hexdigest(), texts)
