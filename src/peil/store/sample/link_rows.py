"""The links database of a confidential study: the one thing that joins a person to an interview."""

from collections.abc import Iterator

from peil.interview.code import new_code
from peil.store.database import Database, transaction
from peil.store.migration import migrations_of


def own_token(links: Database, person: str) -> str:
    """Give a person's token, made when there is none yet; synced."""
    found = find_token(links, person)
    if found:
        return found
    with transaction(links):
        links.execute(
            "INSERT INTO links (person, token) VALUES (?, ?) ON CONFLICT (person) DO NOTHING",
            (person, new_code()),
        )
    return find_token(links, person)


def find_token(links: Database, person: str) -> str:
    """Give a person's token, or an empty text."""
    rows = links.execute("SELECT token FROM links WHERE person = ?", (person,))
    return rows[0][0] if rows else ""


def read_links(links: Database) -> Iterator[tuple[str, str]]:
    """Give person and token of each link, sorted by person."""
    yield from links.execute("SELECT person, token FROM links ORDER BY person")


def delete_link(links: Database, person: str) -> None:
    """Delete a person's link, in a transaction of its own."""
    with transaction(links):
        links.execute("DELETE FROM links WHERE person = ?", (person,))
    links.forget_traces()


def destroy(links: Database) -> int:
    """Destroy all links, in the database's files too; give how many there were.

    The table itself goes, with its file where a table has one: rows that an older snapshot could still see
    would come along when the table is only cleaned.

    Raises:
        StoreUnavailable: Somebody is reading them, or the files can't be written; it can be asked again.
    """
    with transaction(links, alone=True):
        number: int = links.execute("SELECT count(*) FROM links")[0][0]
        links.execute("DROP TABLE links")
        for migration in migrations_of("links"):
            for statement in migration.statements:
                links.execute(statement)
    links.forget_traces()
    return number
