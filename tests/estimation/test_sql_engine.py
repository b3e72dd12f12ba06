"""What the SQL engine asks of a database, and what it refuses."""

import subprocess
import sys
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pytest
from engine_places import duckdb_place
from generated_cases import many_banners, odd_names
from hypothesis import given
from hypothesis import strategies as st

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.impossible_population import ImpossiblePopulation
from peil.estimation.sql.batch import MOST_CELLS, batch_banners
from peil.estimation.sql.dialect import SPARK, STANDARD, Dialect
from peil.estimation.sql.duckdb_rows import DuckdbRows
from peil.estimation.sql.engine import SqlEngine
from peil.estimation.sql.moved_table import MovedTable
from peil.estimation.sql.statement import Draft, Statement
from peil.estimation.sql.table import SqlStage, SqlTable
from peil.estimation.sql.unusable_table import UnusableTable

Q = Question("q", ("a", "b"), ("q",))


@dataclass
class Told:
    """Rows that remember what was asked of them."""

    rows: DuckdbRows
    dialect: Dialect = STANDARD
    asked: list[Statement] = field(default_factory=list)

    def read(self, statement: Statement) -> pa.Table:
        self.asked.append(statement)
        return self.rows.read(statement)


def engine_over(columns: dict[str, object], **meaning: object) -> SqlEngine:
    place = duckdb_place()
    place.store("answers", pa.table(columns))
    return SqlEngine(place.rows, SqlTable(("answers",), **meaning))


@pytest.mark.parametrize(
    ("name", "standard", "spark"),
    [
        ("a", '"a"', "`a`"),
        ('a"b', '"a""b"', '`a"b`'),
        ("a`b", '"a`b"', "`a``b`"),
        ("a.b", '"a.b"', "`a.b`"),
        ('"; DROP TABLE t; --', '"""; DROP TABLE t; --"', '`"; DROP TABLE t; --`'),
    ],
)
def test_names_are_quoted(name: str, standard: str, spark: str) -> None:
    assert (STANDARD.name(name), SPARK.name(name)) == (standard, spark)


def test_a_table_stands_after_its_schema() -> None:
    assert STANDARD.name("my schema", "t") == '"my schema"."t"'


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_no_name_is_empty_or_has_a_zero_byte(name: str) -> None:
    with pytest.raises(ValueError, match="no table or column"):
        STANDARD.name("schema", name)


@given(st.lists(st.text(), max_size=20))
def test_each_text_is_bound_once_and_found_by_its_number(texts: list[str]) -> None:
    draft = Draft(SPARK)
    places = [draft.bind(text) for text in texts]
    values = draft.finish("").values
    assert [values[int(place.removeprefix(":p")) - 1] for place in places] == texts
    assert len(set(values)) == len(values)


def test_no_option_or_group_stands_in_a_statement() -> None:
    case, place = odd_names(), duckdb_place()
    place.store(case.name, case.stored)
    told = Told(place.rows)
    engine = SqlEngine(told, case.table)
    banner = Banner("b", ("secret group",), "a b")
    list(engine.tables([Question("q", ("secret option",), ("SELECT",)), *case.questions], [banner]))
    assert not any("secret" in statement.text for statement in told.asked)
    assert any("secret group" in statement.values for statement in told.asked)


@given(st.lists(st.integers(0, 50), max_size=12), st.integers(0, 100), st.sampled_from((1, 60, MOST_CELLS)))
def test_batches_hold_every_banner_once_and_no_more_cells_than_asked(
    sizes: list[int], units: int, most: int
) -> None:
    banners = [Banner(f"b{at}", tuple(map(str, range(size))), f"b{at}") for at, size in enumerate(sizes)]
    batches = batch_banners(banners, units, most)
    assert sorted(place for batch in batches for place in batch.places) == list(range(len(banners)))
    for batch in batches:
        assert [banners[place] for place in batch.places] == list(batch.banners)
        assert len(batch.banners) == 1 or units * np.prod(batch.levels) <= most


@pytest.mark.slow
def test_a_question_is_one_statement_for_as_many_banners_as_have_room() -> None:
    case, place = many_banners(), duckdb_place()
    place.store(case.name, case.stored)
    few, many = Told(place.rows), Told(place.rows)
    for told, cells in ((few, 10**12), (many, 1)):
        list(SqlEngine(told, case.table, cells).tables(case.questions, case.banners))
    schema_and_units = 2
    assert len(few.asked) == schema_and_units + len(case.questions)
    assert len(many.asked) == schema_and_units + len(case.questions) * len(case.banners)


def test_questions_come_one_by_one() -> None:
    place = duckdb_place()
    place.store("answers", pa.table({"q": ["a", "b"], "p": ["a", None]}))
    told = Told(place.rows)
    found = SqlEngine(told, SqlTable(("answers",))).tables([Q, Question("p", ("a",), ("p",))], [WHOLE])
    next(found)
    asked = len(told.asked)
    next(found)
    assert len(told.asked) == asked + 1


@pytest.mark.parametrize("weight", [None, -0.5, float("nan"), float("inf")])
def test_a_row_without_a_valid_weight_is_refused(weight: float | None) -> None:
    engine = engine_over({"q": ["a", "b", "a"], "w": [1.0, weight, weight]}, weight="w")
    with pytest.raises(UnusableTable, match=r"'w': 2 rows without a weight") as caught:
        list(engine.tables([Q], [WHOLE]))
    assert (caught.value.column, caught.value.rows) == ("w", 2)


@pytest.mark.parametrize("stages", [(SqlStage(),), (SqlStage("psu"),)])
def test_a_row_without_a_unit_is_refused(stages: tuple[SqlStage, ...]) -> None:
    strata = ["x", None, None] if stages == (SqlStage(),) else ["x", "x", "y"]
    columns = {"q": ["a", "b", "a"], "stratum": strata, "psu": ["1", None, "2"]}
    engine = engine_over(columns, strata="stratum", stages=stages)
    with pytest.raises(UnusableTable, match="rows without a unit") as caught:
        _ = engine.frame
    assert (caught.value.column, caught.value.rows) in [("stratum", 2), ("psu", 1)]


@pytest.mark.parametrize(
    "meaning",
    [{"weight": "gone"}, {"strata": "gone"}, {"stages": (SqlStage("", "gone"),)}],
)
def test_a_column_that_is_not_there_is_named(meaning: dict[str, object]) -> None:
    with pytest.raises(UnusableTable, match="'gone': isn't in the table"):
        list(engine_over({"q": ["a"]}, **meaning).tables([Q], [WHOLE]))


def test_a_replicate_that_is_not_there_is_named() -> None:
    with pytest.raises(UnusableTable, match="'gone': isn't in the table"):
        list(engine_over({"q": ["a"]}, replicates=("gone",)).replicates([Q], [WHOLE]))


def test_a_question_that_is_not_there_is_named() -> None:
    with pytest.raises(UnusableTable, match="'gone': isn't in the table"):
        list(engine_over({"q": ["a"]}).tables([Question("q", ("a",), ("gone",))], [WHOLE]))


@pytest.mark.parametrize("weight", [None, float("nan"), float("inf")])
def test_a_row_without_a_weight_of_each_replicate_is_refused(weight: float | None) -> None:
    columns = {"q": ["a", "b"], "r0": [1.0, 1.0], "r1": [weight, 1.0]}
    with pytest.raises(UnusableTable, match="'r1': 1 rows without a weight of this replicate"):
        list(engine_over(columns, replicates=("r0", "r1")).replicates([Q], [WHOLE]))


def test_replicates_need_columns_of_them() -> None:
    with pytest.raises(ValueError, match="no replicate weights"):
        list(engine_over({"q": ["a"]}).replicates([Q], [WHOLE]))


@pytest.mark.parametrize(
    ("population", "why"),
    [([1.5, 1.5, 9.0], "smaller"), ([5.0, 6.0, 9.0], "differs"), ([5.0, None, 9.0], "none")],
)
def test_a_population_that_cannot_be_is_refused(population: list[float | None], why: str) -> None:
    columns = {"q": ["a", "b", "a"], "stratum": ["x", "x", "y"], "n": population}
    engine = engine_over(columns, strata="stratum", stages=(SqlStage("", "n"),))
    with pytest.raises(ImpossiblePopulation) as caught:
        _ = engine.frame
    assert caught.value.why == why


@pytest.mark.parametrize("stages", [(), (SqlStage(), SqlStage("psu"))])
def test_rows_are_drawn_last(stages: tuple[SqlStage, ...]) -> None:
    with pytest.raises(ValueError, match="needs a column of units"):
        SqlTable(("answers",), stages=stages)


def test_units_of_the_same_name_in_two_strata_are_two() -> None:
    columns = {"stratum": ["x", "x", "y", "y"], "psu": [1, 2, 1, 1]}
    frame = engine_over(columns, strata="stratum", stages=(SqlStage("psu"),)).frame
    assert frame.levels[1].parent.tolist() == [0, 0, 1]
    assert frame.levels[0].drawn.tolist() == [2, 1]


def test_parts_that_stick_together_are_not_taken_for_others() -> None:
    columns = {"stratum": ["a", "ab", "a"], "psu": ["bc", "c", "bc"]}
    assert engine_over(columns, strata="stratum", stages=(SqlStage("psu"),)).frame.size == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [(["a", "c"], ["a", "b"]), (["a", "c"], ["a", "d"]), (["a", "c"], ["A", "c"]), ([], ["a"])],
)
def test_a_unit_that_comes_while_the_table_is_read_is_not_taken_for_another(
    before: list[str], after: list[str]
) -> None:
    place = duckdb_place()

    def store(strata: list[str]) -> None:
        cells = pa.array(strata, pa.string())
        place.store("answers", pa.table({"q": cells, "stratum": cells}))

    store(before)
    engine = SqlEngine(place.rows, SqlTable(("answers",), strata="stratum"))
    assert engine.frame.size == len(before)
    store(after)
    with pytest.raises(MovedTable):
        list(engine.tables([Q], [WHOLE]))


def test_a_new_unit_in_an_old_stratum_is_not_taken_for_one_of_another() -> None:
    place = duckdb_place()
    place.store("answers", pa.table({"q": ["a"] * 3, "stratum": ["a", "a", "b"], "psu": ["1", "2", "1"]}))
    table = SqlTable(("answers",), strata="stratum", stages=(SqlStage("psu"),))
    engine = SqlEngine(place.rows, table)
    assert engine.frame.size == 3
    for psu in ("0", "9"):
        place.store("answers", pa.table({"q": ["a"], "stratum": ["b"], "psu": [psu]}))
        with pytest.raises(MovedTable):
            list(engine.tables([Q], [WHOLE]))


@pytest.mark.parametrize(
    ("module", "code", "extra"),
    [
        (
            "duckdb",
            "from peil.estimation.sql.duckdb_rows import DuckdbRows as R; R.connect()",
            "peil[duckdb]",
        ),
        (
            "adbc_driver_postgresql",
            "from peil.estimation.sql.postgres_rows import PostgresRows as R; R.connect('postgresql://')",
            "peil[postgres]",
        ),
        (
            "pyspark",
            "from peil.estimation.sql.spark_rows import SparkRows as R; R.connect('sc://x')",
            "peil[spark]",
        ),
    ],
)
@pytest.mark.slow
def test_what_is_not_installed_is_named(module: str, code: str, extra: str) -> None:
    absent = (
        "import sys\n"
        "class Absent:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name.split('.')[0] == {module!r}: raise ModuleNotFoundError(name=name)\n"
        "sys.meta_path.insert(0, Absent())\n"
    )
    run = subprocess.run([sys.executable, "-c", absent + code], capture_output=True, text=True, check=False)
    assert f"install {extra}" in run.stderr.splitlines()[-1]


@pytest.mark.slow
def test_spark_is_loaded_by_a_program_that_has_no_file() -> None:
    """Without ``named_main`` pyspark ends such a program with status 255."""
    code = (
        "from peil.estimation.sql.spark_rows import SparkRows\n"
        "try:\n    SparkRows.connect('no address')\nexcept Exception as error:\n    print('alive')"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
