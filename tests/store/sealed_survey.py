"""The store's survey with contact keys, and the private keys that open what is sealed to them."""

from dataclasses import replace
from pathlib import Path

from pyrage import x25519  # type: ignore[import-untyped]  # it ships no type information
from store_survey import survey

from peil.study.study import Study

TEAM = x25519.Identity.generate()
COLLEAGUE = x25519.Identity.generate()
STRANGER = x25519.Identity.generate()


def sealing_survey() -> Study:
    keys = tuple(str(one.to_public()) for one in (TEAM, COLLEAGUE))
    study = survey()
    return replace(study, fielding=replace(study.fielding, contact_keys=keys))


def write_identity(path: Path, identity: x25519.Identity = TEAM) -> Path:
    path.touch(mode=0o600)
    path.write_text(f"# a key\n{identity}\n", encoding="utf-8")
    return path
