"""A release from which a hidden count can be worked out is not published."""

from pathlib import Path

import pytest
from small_study import COUNTS, make_study, make_table, own_count

from peil.disclose.gate import release
from peil.disclose.release import Release
from peil.fieldwork.facts import Facts
from peil.publishline import audit
from peil.study.study import Study
from peil.study.tablespec import TableSpec

FACTS = Facts(150, 130, 91, {}, synthetic=False)


def released(study: Study, *, secondary: bool) -> Release:
    tables = []
    for spec in (TableSpec("usage"), TableSpec("usage", "employment")):
        groups = [None] if spec.by is None else study.codebook.items[spec.by].option_ids
        for group in groups:
            counts = COUNTS["usage"][group]
            tables.append(make_table(spec, "usage", group, counts, own_count(counts)))
    return release(study, tables, FACTS, "", secondary=secondary)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return make_study(tmp_path)


def test_the_audit_finds_what_subtraction_gives_and_nothing_where_it_is_hidden(study) -> None:
    found = audit(study, released(study, secondary=False))
    assert {problem.code for problem in found} == {"G010"}
    assert {problem.severity for problem in found} == {"error"}
    assert all(problem.hint for problem in found)
    assert audit(study, released(study, secondary=True)) == ()
