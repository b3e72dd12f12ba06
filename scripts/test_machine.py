"""What the tests need beside Python packages: a browser, PostgreSQL, PSPP, LibreOffice, a C compiler.

``--install`` installs what is missing with apt-get, as root or through sudo without a password. Exit status 0
when all is there, 1 when something is missing, with one line on what to install by hand.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SERVER_PROGRAMS = ("initdb", "pg_ctl", "postgres")
DEBIAN_SERVERS = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Need:
    """Something on the machine: what for, the Debian packages that bring it, where it was found."""

    name: str
    packages: tuple[str, ...]
    found: Path | None


def find_chromium() -> Path | None:
    """Give the browser: the one that CHROMIUM names, else the first on PATH."""
    named = os.environ.get("CHROMIUM")
    places = (shutil.which(name) for name in ([named] if named else BROWSERS))
    return next((Path(place) for place in places if place), None)


def find_postgresql() -> Path | None:
    """Give the folder with PostgreSQL's server programs: on PATH, else Debian's newest."""
    return next((folder for folder in _server_folders() if _has_server(folder)), None)


def _server_folders() -> Iterator[Path]:
    on_path = shutil.which("pg_ctl")
    if on_path:
        yield Path(on_path).resolve().parent
    by_version = {folder.name: folder / "bin" for folder in DEBIAN_SERVERS.glob("*")}
    for version in sorted(filter(str.isdigit, by_version), key=int, reverse=True):
        yield by_version[version]


def _has_server(folder: Path) -> bool:
    return all(os.access(folder / program, os.X_OK) for program in SERVER_PROGRAMS)


def find_compiler() -> Path | None:
    """Give the C compiler, with which tests make a disk that fails."""
    return _program("cc") or _program("gcc")


def find_pspp() -> Path | None:
    """Give PSPP, which reads SPSS files as SPSS does."""
    return _program("pspp")


def find_libreoffice() -> Path | None:
    """Give LibreOffice, which opens workbooks, Word documents and decks."""
    return _program("soffice") or _program("libreoffice")


def _program(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def needs() -> tuple[Need, ...]:
    """Give all that is needed, with where it is."""
    return (
        Need("browser", ("chromium",), find_chromium()),
        Need("database server", ("postgresql",), find_postgresql()),
        Need("certificates", ("openssl",), _program("openssl")),
        Need("statistical package", ("pspp",), find_pspp()),
        Need(
            "office suite",
            ("libreoffice-calc", "libreoffice-writer", "libreoffice-impress"),
            find_libreoffice(),
        ),
        Need("C compiler", ("gcc", "libc6-dev"), find_compiler()),
    )


def install(packages: list[str]) -> bool:
    """Install Debian packages; say whether that was possible and went well."""
    apt = shutil.which("apt-get")
    sudo = shutil.which("sudo")
    if apt is None or (os.geteuid() != 0 and sudo is None):
        return False
    front = [] if os.geteuid() == 0 else [str(sudo), "-n"]
    quiet = [*front, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-q", "-y"]
    commands = [[*quiet, "update"], [*quiet, "install", "--no-install-recommends", *packages]]
    return all(subprocess.run(command, check=False).returncode == 0 for command in commands)  # noqa: S603 - fixed words


def main(arguments: list[str]) -> int:
    """Say what is there, and install what is missing when asked."""
    missing = [one for need in needs() if need.found is None for one in need.packages]
    if missing and "--install" in arguments:
        install(missing)
    found = needs()
    for need in found:
        print(f"{need.name}: {need.found or 'ABSENT'}")
    missing = [one for need in found if need.found is None for one in need.packages]
    if missing:
        print(f"The tests need these too; as root: apt-get install {' '.join(missing)}", file=sys.stderr)
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
