"""Where a store is."""

from dataclasses import dataclass, field
from pathlib import Path

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.store.store_problems import BAD_URL

POSTGRES_SCHEMES = ("postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder with SQLite files."""

    folder: Path

    def __str__(self) -> str:
        return str(self.folder)


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """A PostgreSQL database; ``url`` may hold a password, and isn't shown."""

    url: str = field(repr=False)
    shown: str

    def __str__(self) -> str:
        return self.shown


def read_url(url: str) -> FolderPlace | ServerPlace:
    """Read ``sqlite:FOLDER``, a plain folder's name, or ``postgresql://…``.

    Raises:
        Unusable: It is none of these.
    """
    scheme, colon, rest = url.partition(":")
    if not colon or "/" in scheme:
        folder = url
    elif scheme == "sqlite":
        folder = rest
    elif scheme in POSTGRES_SCHEMES:
        return _server(url)
    else:
        raise Unusable([_problem(scheme + ":", "Begin it with sqlite: or with postgresql://.")])
    if not folder.strip("/") or "\0" in folder:
        raise Unusable([_problem(url.replace("\0", "") or "--store", "Name a folder.")])
    return FolderPlace(Path(folder))


def _server(url: str) -> ServerPlace:
    try:
        known = conninfo_to_dict(url)
    except ProgrammingError:  # its text can hold the password
        known = None
    if known is None:
        hint = "Write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with %40 for an @ in the password."
        raise Unusable([_problem("postgresql:", hint)]) from None
    user = f"{known['user']}@" if known.get("user") else ""
    port = f":{known['port']}" if known.get("port") else ""
    return ServerPlace(url, f"postgresql://{user}{known.get('host', '')}{port}/{known.get('dbname', '')}")


def _problem(place: str, hint: str) -> Problem:
    return BAD_URL.problem(Span(place), "This is no place for a store.", hint=hint)
