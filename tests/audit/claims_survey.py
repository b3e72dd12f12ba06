"""A small study with ten rows, and claims about it."""

import json
from pathlib import Path
from typing import Any

from peil.audit.audit import Audit, audit
from peil.audit.read_claims import read_claims
from peil.data.dataset import Dataset
from peil.formats.csv_file import read_responses_csv
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.weighting.weigh import weigh

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["nl"]\n'
PLAN = """
[analysis]
groups = ["work"]

[derived.work2]
title = "Werk"
classes.own = { title = "zelfstandig", if = "work is own" }
classes.staff = { title = "in dienst", if = "work is one of (boss, staff)" }
"""
WEIGHTED = '\n[weighting]\nmethod = "given"\ncolumn = "weight"\nreason = "…"\n'
QUESTIONNAIRE = """
# a: A

## work
source: Q1
Werk?
- ( ) own: Zelf
- ( ) boss: Baas
- ( ) staff: Dienst
- ( ) other: Anders, namelijk ____

## usage
source: Q2
Hoe vaak?
- ( ) often: Vaak
- ( ) rarely: Zelden
- ( ) dk: Weet ik niet  {missing}

## reasons  {optional}
source: Q3
if usage is not dk
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] none: Geen  {exclusive}

## ability  {matrix}
source: Q4
Hoe goed?
columns
- ( ) worse: Slechter
- ( ) better: Beter
rows
- mail: Post
- team: Team

## reach  {contact, optional}
Mogen we u mailen?
- email: E-mail
"""
HEAD = "id,synthetic,last_page,outcome,work,work.other.text,usage,reasons.speed,reasons.cost,reasons.none,"
ROWS = """
a,0,ability,complete,own,,often,1,1,0,worse,better,1
b,0,ability,complete,own,,often,1,0,0,worse,worse,1
c,0,ability,complete,own,,rarely,0,0,1,better,worse,1
d,0,ability,complete,own,,dk,,,,worse,worse,1
e,0,ability,complete,boss,,often,1,0,0,better,worse,5
f,0,ability,complete,boss,,rarely,0,1,0,better,better,1
g,0,ability,complete,staff,,rarely,0,0,0,worse,worse,1
h,0,ability,complete,staff,,often,0,1,0,better,worse,1
i,0,reasons,,staff,,often,1,0,0,,,1
j,0,usage,,other,student,rarely,,,,,,1
"""


def make_study(folder: Path, *, weighted: bool = False) -> Study:
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (folder / "plan.toml").write_text(PLAN + (WEIGHTED if weighted else ""), encoding="utf-8")
    study = read_study(folder)
    assert [str(problem) for problem in study.problems if problem.severity == "error"] == []
    return study


def make_data(study: Study) -> Dataset:
    path = study.folder / "data.csv"
    weight = bool(study.plan.weighting.column)
    head = f"{HEAD}ability.mail,ability.team" + (",weight" if weight else "")
    rows = [row if weight else row.rpartition(",")[0] for row in ROWS.split()]
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return weigh(read_responses_csv(path, study))


def write_claims(folder: Path, *claims: dict[str, Any]) -> Path:
    path = folder / "claims.json"
    numbered = [{"id": f"C{number}"} | claim for number, claim in enumerate(claims, 1)]
    path.write_text(json.dumps({"claims": numbered}, indent=1), encoding="utf-8")
    return path


def audited(folder: Path, *claims: dict[str, Any], data: bool = True, weighted: bool = False) -> Audit:
    study = make_study(folder, weighted=weighted)
    read = read_claims(write_claims(folder, *claims), study)
    return audit(study, read, make_data(study) if data else None)
