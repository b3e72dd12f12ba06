from pathlib import Path

from peil.cli.tables_text import block_text
from peil.study.reader.read import read_study


def test_a_table_is_headed_by_the_short_title(tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["nl"]\n', encoding="utf-8")
    (tmp_path / "plan.toml").write_text('[titles]\nusage = "Gebruik van AI"\n', encoding="utf-8")
    (tmp_path / "questionnaire.md").write_text(
        "# a: A\n\n## usage\nHoe vaak gebruikt u AI in uw werk?\n- ( ) often: Vaak\n- ( ) never: Nooit\n",
        encoding="utf-8",
    )
    cells = [{"option": "often", "share": 0.5, "status": "shown"}]
    table = {"group": None, "base": {"n": 10, "rule": "iedereen"}, "cells": cells, "mode_without_missing": []}
    table["deviates"] = None
    assert block_text(read_study(tmp_path), "usage", [table]).splitlines()[0] == "usage: Gebruik van AI"
