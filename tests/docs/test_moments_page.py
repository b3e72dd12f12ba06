"""The worked example of the page on moments: its program is run, its SQL is what the engine asks."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from told import ROOT, indented_blocks

from peil.estimation.sql.duckdb_rows import DuckdbRows
from peil.estimation.sql.statement import Statement

PAGE = (ROOT / "docs" / "explanation" / "moments.md").read_text(encoding="utf-8")


def test_the_worked_example_is_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    table, program, shown = indented_blocks(PAGE)
    with duckdb.connect("answers.duckdb") as connection:
        connection.execute(table)
    asked: list[tuple[Statement, pa.Table]] = []
    read = DuckdbRows.read

    def tell(self: DuckdbRows, statement: Statement) -> pa.Table:
        asked.append((statement, read(self, statement)))
        return asked[-1][1]

    monkeypatch.setattr(DuckdbRows, "read", tell)
    exec(compile(program, "moments.md", "exec"), {})  # noqa: S102 - the page's own program
    statement, back = asked[-1]
    assert statement.text.split() == shown.split()
    assert statement.values == ("f", "m")
    lines, printed = (block.split("\n```")[0] for block in PAGE.split("```text\n")[1:])
    assert lines.splitlines()[0].split() == back.column_names
    told = [
        [float(cell) if cell[0].isdigit() else cell for cell in line.split()]
        for line in lines.splitlines()[1:]
    ]
    assert told == sorted(list(row.values()) for row in back.to_pylist())
    assert capsys.readouterr().out == printed + "\n"
