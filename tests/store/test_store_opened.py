"""Opening a store: where it is, what is made, who may serve from it, and what is refused."""

import os
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from store_survey import QUESTIONNAIRE, SETTINGS, answered, opening, survey

from peil.core.problem import Problem, Unusable
from peil.store.database import Database
from peil.store.migrate import NewerStoreError, lacks_migrations, migrate
from peil.store.migration import Migration, migrations_of
from peil.store.open_store import open_store
from peil.store.postgres import Postgres
from peil.store.serving import Serving
from peil.store.sqlite import Sqlite
from peil.store.store_problems import STORE_RULES
from peil.store.url import FolderPlace, read_url
from peil.study.reader.read import read_study

PATIENCE = 60.0


def refused(url: str, *, serving: bool = False) -> Problem:
    with pytest.raises(Unusable) as told:
        open_store(url, survey(), serving=serving).close()
    (problem,) = told.value.problems
    assert problem.hint
    return problem


def database_of(url: str, name: str) -> Database:
    if url.startswith("sqlite:"):
        return Sqlite(Path(url.removeprefix("sqlite:")) / f"{name}.sqlite")
    return Postgres(url, f"peil_{name}")


def test_a_new_folder_is_its_owner_s_alone_and_out_of_version_control(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "store"
    old = os.umask(0)
    try:
        store = open_store(str(folder), survey(), serving=True)
        answered(store)
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes.pop(".gitignore") is not None
    assert {"answers.sqlite", "answers.sqlite-wal", "contacts.sqlite", "serving.sqlite"} <= set(modes)
    assert set(modes.values()) == {0o600}
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"
    store.close()


@pytest.mark.parametrize("url", ["sqlite:here/store", "here/store", "./here/store", "sqlite:./here/store"])
def test_a_folder_is_named_with_or_without_sqlite(url: str) -> None:
    assert read_url(url) == FolderPlace(Path("here/store"))


@pytest.mark.parametrize(
    "url", ["", "sqlite:", "mysql://user:secret@host/x", "s3:bucket", "sqlite:/", "a\0b"]
)
def test_what_is_no_place_for_a_store_is_refused(url: str) -> None:
    problem = refused(url)
    assert problem.code == "S001"
    assert "secret" not in str(problem)


@pytest.mark.slow
@pytest.mark.parametrize(
    "url",
    [
        "postgresql://peil:s3cr%40et@127.0.0.1:{port}/answers?connect_timeout=2",
        "postgresql://127.0.0.1:{port}/answers?user=peil&password=s3cr@et",
        "postgresql://peil:s3cr@et@127.0.0.1:{port}/answers",
        "postgresql://peil:s3cr@et@/answers?sslmode=s3cr@et&port=x",
        "postgresql://peil@127.0.0.1:{port}/answers?password=s3cr@et&nonsense=1",
    ],
)
def test_a_password_never_stands_in_a_problem(url: str) -> None:
    with socket.socket() as taken:  # a port that nobody listens on
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unusable) as told:
            open_store(url.format(port=taken.getsockname()[1]), survey())
    (problem,) = told.value.problems
    assert problem.code in {"S001", "S004"}
    assert "s3cr" not in repr(problem) + str(told.value)
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert "s3cr" not in repr(read_url("postgresql://peil:s3cr%40et@host/x"))


def test_a_database_that_isn_t_there_is_told(postgres_url: str) -> None:
    problem = refused(postgres_url.replace("/postgres", "/nowhere"))
    assert (problem.code, problem.span.file[:18]) == ("S004", "postgresql://peil@")


def test_a_user_who_may_not_make_tables_is_told(postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
    assert refused(postgres_url.replace("peil@", "guest@")).code == "S004"


def test_a_folder_that_can_t_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert refused(str(tmp_path / "file" / "store")).code == "S004"
    assert refused(str(tmp_path / "file")).code == "S004"


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text("", encoding="utf-8")
    assert refused(str(tmp_path)).code == "S005"
    assert [path.name for path in tmp_path.iterdir()] == ["study.toml"]


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite").write_bytes(b"something else " * 100)
    assert refused(str(tmp_path)).code == "S005"
    assert (tmp_path / "answers.sqlite").read_bytes() == b"something else " * 100


def test_a_second_server_of_the_same_folder_is_refused_and_a_reader_is_not(tmp_path: Path) -> None:
    folder = str(tmp_path / "store")
    first = open_store(folder, survey(), serving=True)
    assert refused(folder, serving=True).code == "S003"
    reader = open_store(folder, survey())
    first.open_interview(opening())
    assert [response.id for response in reader.responses()] == ["id-a"]
    reader.close()
    first.close()
    open_store(folder, survey(), serving=True).close()


@pytest.mark.slow
def test_the_right_to_serve_dies_with_the_process(tmp_path: Path) -> None:
    script = Path(__file__).with_name("keep_submitting.py")
    folder = str(tmp_path / "store")
    process = subprocess.Popen([sys.executable, script, folder], stdout=subprocess.PIPE)
    with process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            assert refused(folder, serving=True).code == "S003"
        finally:
            process.kill()
    open_store(folder, survey(), serving=True).close()


def test_several_processes_serve_from_one_postgresql(postgres_url: str) -> None:
    first = open_store(postgres_url, survey(), serving=True)
    second = open_store(postgres_url, survey(), serving=True)
    first.open_interview(opening())
    assert second.find("key a") is not None
    first.close()
    second.close()


@pytest.mark.parametrize("name", ["answers", "contacts"])
def test_a_store_of_a_later_version_is_refused_untouched(store_url: str, name: str) -> None:
    open_store(store_url, survey()).close()
    later = database_of(store_url, name)
    later.execute("INSERT INTO migrations (number, name) VALUES (?, ?)", (9000, "later"))
    later.close()
    assert refused(store_url).code == "S002"


FIRST = Migration(1, "a", "CREATE TABLE people (\n  id text PRIMARY KEY\n) /* without rowid */;\n")
SECOND = Migration(
    2,
    "b",
    "-- with a; in a comment\nALTER TABLE people ADD COLUMN town text NOT NULL DEFAULT 'nowhere';\n"
    "UPDATE people SET town = id;\n",
)
BROKEN = Migration(3, "c", "CREATE TABLE towns (id text);\nINSERT INTO towns (nothing) VALUES (1);\n")


def test_an_older_store_gets_what_it_lacks_and_keeps_what_it_has(store_url: str) -> None:
    open_store(store_url, survey()).close()
    database = database_of(store_url, "answers")
    database.execute("DROP TABLE migrations")
    migrate(database, [FIRST])
    database.execute("INSERT INTO people (id) VALUES (?)", ("x",))
    assert not lacks_migrations(database, [FIRST])
    assert lacks_migrations(database, [FIRST, SECOND])
    migrate(database, [FIRST, SECOND])
    migrate(database, [FIRST, SECOND])
    assert database.execute("SELECT id, town FROM people") == [("x", "x")]
    with pytest.raises(NewerStoreError):
        migrate(database, [FIRST])
    with pytest.raises(Exception, match="nothing"):
        migrate(database, [FIRST, SECOND, BROKEN])
    assert not database.has_table("towns")
    assert database.execute("SELECT number, name FROM migrations ORDER BY number") == [(1, "a"), (2, "b")]
    database.close()


def test_a_store_is_brought_up_to_date_while_nobody_serves_from_it(tmp_path: Path) -> None:
    folder = str(tmp_path / "store")
    store = open_store(folder, survey(), serving=True)
    older = Sqlite(tmp_path / "store" / "contacts.sqlite")
    older.execute("DROP TABLE migrations")
    older.execute("DROP TABLE contacts")
    older.execute("DROP TABLE details")
    older.close()
    assert refused(folder).code == "S003"
    store.close()
    open_store(folder, survey()).close()


def test_several_may_open_a_new_store_at_the_same_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another one sets up a new file SQLite refuses at once, and doesn't wait as it does later on."""
    path = tmp_path / "answers.sqlite"
    other, waits = sqlite3.connect(path, isolation_level=None), list[float]()
    other.execute("BEGIN IMMEDIATE")

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            other.execute("ROLLBACK")

    monkeypatch.setattr("peil.store.sqlite.BUSY_SECONDS", PATIENCE)
    monkeypatch.setattr("peil.store.sqlite.sleep", wait)
    with closing(other), closing(Sqlite(path)):
        assert len(waits) == 2


def test_a_server_that_is_just_starting_brings_the_store_up_to_date_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peil.store.open_store.STARTING", PATIENCE)
    folder = tmp_path / "store"
    folder.mkdir()
    starting = Serving(folder)  # it holds the store, and has no tables yet

    def start() -> None:
        for name in ("answers", "contacts"):
            database = Sqlite(folder / f"{name}.sqlite")
            migrate(database, migrations_of(name))
            database.close()

    late = threading.Timer(0.3, start)
    late.start()
    open_store(str(folder), survey()).close()
    late.join()
    assert refused(str(folder), serving=True).code == "S003"  # it goes on serving
    starting.close()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("## usage\n", "## how\n"), '"usage"'),
        (("- ( ) often: Vaak", "- ( ) daily: Dagelijks"), '"usage"'),
        (("- [ ] speed: Sneller\n", ""), '"reasons.speed"'),
        (("- email: E-mail\n", ""), '"reach.email"'),
        (
            (
                "Steeg uw omzet?\n- ( ) yes: Ja, met ___ [0..500, 1 decimals] procent\n- ( ) no: Nee",
                "Omzet: ___ [0..9]",
            ),
            '"rose"',
        ),
        (("# close: Slot", "# close: Slot  {one page}"), '"call", "reach.email", "reach.phone"'),
    ],
)
def test_a_store_whose_answers_the_study_has_no_place_for_is_refused(
    store_url: str, tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    """Another study's store, or this one's before a change that breaks its answers."""
    store = open_store(store_url, survey())
    kept = answered(store)
    store.close()
    text = QUESTIONNAIRE.replace(*change)
    for condition in ("if usage is often\n", "if rose is yes\n"):
        text = text.replace(condition, "")
    other = tmp_path / "other"
    other.mkdir()
    (other / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (other / "questionnaire.md").write_text(text, encoding="utf-8")
    study = read_study(other)
    assert [problem for problem in study.problems if problem.severity == "error"] == []
    with pytest.raises(Unusable) as told:
        open_store(store_url, study, serving=True)
    (problem,) = told.value.problems
    assert problem.code == "S006"
    assert problem.message.endswith(f"has no place for: {said}.")
    assert "ann@example.org" not in repr(problem)
    open_store(store_url, study, reading=True).close()
    again = open_store(store_url, survey(), serving=True)
    assert again.find("key a") == kept
    again.close()


def test_what_a_changed_study_still_has_a_place_for_is_no_trouble(store_url: str, tmp_path: Path) -> None:
    store = open_store(store_url, survey())
    kept = answered(store)
    store.close()
    text = QUESTIONNAIRE.replace("Vaak", "Heel vaak").replace(
        "- ( ) never: Nooit", "- ( ) never: Nooit\n- ( ) rarely: Zelden"
    )
    (tmp_path / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "questionnaire.md").write_text(text + "\n## more  {optional}\nEn? ____\n", encoding="utf-8")
    store = open_store(store_url, read_study(tmp_path))
    assert store.find("key a") == kept
    store.close()


@pytest.mark.parametrize("name", ["answers", "contacts"])
def test_migrations_are_numbered_in_order(name: str) -> None:
    assert [one.number for one in migrations_of(name)] == list(range(1, len(migrations_of(name)) + 1))


def test_codes_of_the_catalogue_are_frozen() -> None:
    assert {rule.code: rule.name for rule in STORE_RULES} == {
        "S001": "bad_store_url",
        "S002": "newer_store",
        "S003": "store_in_use",
        "S004": "unreachable_store",
        "S005": "no_store_there",
        "S006": "other_study",
    }
