"""Two data sets that differ only inside groups under the minimum base give the same report, byte for byte."""

from pathlib import Path

import pytest

from peil import line, reportline
from peil.report.html.write import to_html
from peil.report.pdf.write import to_pdf

pytestmark = pytest.mark.slow

STUDY = """\
[about]
title = "Proef"
languages = ["nl"]
"""
QUESTIONNAIRE = """\
# main: Vragen

## sector
In welke sector werkt u?
- ( ) film: Film
- ( ) music: Muziek
- ( ) games: Games
- ( ) dance: Dans

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) sometimes: Soms
- ( ) never: Nooit

## reasons  {optional}
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper

## tasks  {matrix, optional}
Wat vindt u van …?
columns
- ( ) good: Goed
- ( ) bad: Slecht
rows
- text: Tekst
- image: Beeld

## mark  {scale 1..5, optional}
Welk cijfer?

## wishes  {ranking, optional}
Wat eerst?
- pay: Loon
- time: Tijd

## hours  {optional}
Hoeveel uur? ___ [0..80]
"""
PLAN = """\
[analysis]
groups = ["sector", "busy"]

[derived.busy]
title = "Drukte"
classes.small = { title = "klein", if = "sector is games" }
classes.large = { title = "groot", if = "sector is one of (film, music)" }

[nets.usage]
any = { title = "wel", options = ["often", "sometimes"] }
"""
REPORT = """\
# Uitkomsten  {findings}

Games: [43%]{= usage: often | sector: games}, [drie]{= count usage: often | sector: games},
[7]{= base usage | sector: games}, [vaak]{= mode usage | sector: games},
[eerste]{= rank usage: often | sector: games}, [vaker]{= compare usage: often | sector: games},
[minder vaak]{= compare usage: often | sector: film vs sector: games},
[ruim een tiende]{= claim usage: often > 10% | where sector is games},
[43%]{= mean tasks.*: good | sector: games}, [geen]{= deviating usage: often by sector},
[57%]{= usage: net:any | busy: small}.

::: figure stacked
Gebruik naar sector
show: usage
by: sector
chart: stacked
sort: share
:::

::: figure grouped
Redenen van games
show: reasons
by: sector
only: games, film
:::

::: figure tasks
Taken van games
show: tasks
where: sector is games
sort: share
:::

::: figure both
Taken
show: tasks
by: sector
:::

::: table counts
Cijfers
show: mark
by: sector
columns: both
mark: extremes
:::

::: table wishes
Wensen
show: wishes, usage
by: busy
:::

::: response
:::
"""
HEAD = (
    "id,synthetic,last_page,outcome,sector,usage,reasons.speed,reasons.cost,tasks.text,tasks.image,"
    "mark,wishes.pay,wishes.time,hours"
)
ORDINARY = "sometimes,1,0,good,bad,3,1,2,20"
ODD = "often,0,1,bad,good,5,2,1,80"
USUAL = "never,1,1,bad,bad,1,1,2,40"
LARGE = {"film": 40, "music": 20}


def written(folder: Path, games: int) -> line.Study:
    """Write the study with seven rows in games, so many of them odd, and six in dance with the other odds."""
    (folder / "data").mkdir(parents=True)
    (folder / "report").mkdir()
    small = {"games": ([ODD] * games + [USUAL] * 7)[:7], "dance": ([ODD] * (6 - games) + [USUAL] * 6)[:6]}
    answers = {sector: [ORDINARY, USUAL] * (n // 2) for sector, n in LARGE.items()} | small
    rows = [f"{sector},{cells}" for sector, listed in answers.items() for cells in listed]
    text = "\n".join([HEAD, *(f"{place},1,hours,complete,{row}" for place, row in enumerate(rows, 1)), ""])
    files = {
        "study.toml": STUDY,
        "questionnaire.md": QUESTIONNAIRE,
        "plan.toml": PLAN,
        "report/1.md": REPORT,
        "data/responses.csv": text,
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return line.read_sound_study(folder)


@pytest.fixture(scope="module")
def studies(tmp_path_factory: pytest.TempPathFactory) -> tuple[line.Study, line.Study]:
    folder = tmp_path_factory.mktemp("twins")
    return written(folder / "one", 1), written(folder / "other", 5)


def test_the_report_is_the_same_whatever_small_groups_answered(studies) -> None:
    one, other = (reportline.compose_report(study, None, language="nl")[0] for study in studies)
    assert to_html(one) == to_html(other)
    assert to_pdf(one) == to_pdf(other)
    assert "Muziek (n = 20)" in to_html(one)


def test_released_tables_are_the_same_whatever_small_groups_answered(studies) -> None:
    def released(study: line.Study) -> str:
        dataset = line.read_analysis_set(study, None)
        made = line.make_tables(dataset, by=["sector", "busy"])
        return repr(line.released_tables_json(study, line.release_tables(dataset, made)))

    def ungated(study: line.Study) -> str:
        dataset = line.read_analysis_set(study, None)
        return repr(line.tables_json(study, line.make_tables(dataset, by=["sector", "busy"])))

    assert released(studies[0]) == released(studies[1])
    assert ungated(studies[0]) != ungated(studies[1])
