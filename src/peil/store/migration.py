"""A step that brings a store's tables from one form to the next."""

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Migration:
    """SQL statements by number; a store remembers the numbers that it has had."""

    number: int
    name: str
    sql: str

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements one by one, without comment lines."""
        lines = (line for line in self.sql.splitlines() if not line.lstrip().startswith("--"))
        return tuple(part.strip() for part in "\n".join(lines).split(";") if part.strip())


def migrations_of(database: str) -> tuple[Migration, ...]:
    """Give the migrations of ``answers`` or of ``contacts``, in order."""
    folder = files("peil.store") / "migrations" / database
    found = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name
    )
    return tuple(
        Migration(int(file.name[:4]), file.name[5:-4], file.read_text(encoding="utf-8")) for file in found
    )
