"""A report that Peil made is read back: every bound number is found where it was printed."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from small_study import COUNTS, compose, make_study

from peil.audit.reading.draft_claims import draft_claims
from peil.audit.reading.read_report import read_report
from peil.core.percent import percent
from peil.report.write import WRITERS

TEXT = """\
# Gebruik  {findings}

## Hoe vaak

Van de [130]{= base usage} deelnemers gebruikt [30%]{= usage: often} AI vaak,
en [35,4%]{= usage: sometimes} soms. Van de werkgevers is dat [46%]{= usage: often | employment: employer}
(n = [28]{= base usage | employment: employer}).

::: table usage_table
Gebruik van AI
show: usage
by: employment
only: employer, zzp
:::

::: figure usage
Gebruik van AI onder allen
show: usage
:::
"""
BOUND = [130, 30, 35.4, 46, 28]


def cells() -> Counter[Decimal]:
    """Give the percentages of the table: its options in all and in two classes."""
    shown = (
        (group, option) for group in (None, "employer", "zzp") for option in ("often", "sometimes", "never")
    )
    usage = COUNTS["usage"]
    bases = {group: sum(n for option, n in usage[group].items() if ":" not in option) for group in usage}
    return Counter(percent(usage[group][option], bases[group]) for group, option in shown)


@pytest.mark.parametrize("name", ["docx", "pdf"])
def test_every_bound_number_of_a_report_is_found(tmp_path: Path, name: str) -> None:
    study = make_study(tmp_path)
    document, problems = compose(study, TEXT)
    assert problems == []
    path = tmp_path / f"report.nl.{name}"
    path.write_bytes(WRITERS[name](document))
    claims = draft_claims(read_report(path), study, "nl", path.name)["claims"]
    prose = [one for one in claims if "Van de" in one["read"]["text"]]
    assert [one["printed"] for one in prose] == BOUND
    assert {one["section"] for one in prose} == {"1.1 Hoe vaak" if name == "pdf" else prose[0]["section"]}
    assert "Hoe vaak" in prose[0]["section"]
    employers = next(one for one in prose if one["printed"] == 46)
    assert employers["base"] == {"n": 28, "known": "printed"}
    in_table = Counter(
        Decimal(one["printed"]) for one in claims if one not in prose and one["statistic"] == "share"
    )
    assert cells() - in_table == Counter()
    assert all(one["confirmed"] is False for one in claims)


def test_a_tables_cells_of_a_word_report_carry_the_studys_names(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    document, _ = compose(study, TEXT)
    path = tmp_path / "report.docx"
    path.write_bytes(WRITERS["docx"](document))
    claims = draft_claims(read_report(path), study, "nl", path.name)["claims"]
    filled = {
        (
            one["item"],
            *one["options"],
            *(value for values in one.get("where", {}).values() for value in values),
        ): one
        for one in claims
        if "item" in one
    }
    assert filled["usage", "often", "employer"]["printed"] == 46
    assert filled["usage", "never", "zzp"]["base"]["n"] == 71
