from pathlib import Path

import numpy as np

from peil.fieldwork.count import count_facts
from peil.study.reader.read import read_study

QUESTIONNAIRE = """
# a: A

## one
Een? ____

## two
Twee? ____

# b: B  {one page}

## three
Drie? ____

## four
Vier? ____
"""


def test_reached_counts_pages_and_complete_counts_ends(tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["nl"]\n', encoding="utf-8")
    (tmp_path / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    study = read_study(tmp_path)
    progress = np.array([0, 1, 2, 2, 3], np.int32)
    complete = np.array([False, False, False, False, True])
    facts = count_facts(study, 9, progress, complete, synthetic=True)
    assert facts.reached == {"one": 4, "two": 3, "three": 1, "four": 1}
    assert (facts.rows, facts.analysed, facts.complete, facts.synthetic) == (9, 5, 1, True)
