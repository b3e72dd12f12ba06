"""The file with the research team's private key: made, and read with care."""

import datetime as dt
import os
from pathlib import Path

from pyrage import IdentityError, x25519

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.store.contact_problems import IN_THE_WAY, KEY_IN_STUDY, LOOSE_KEY, NO_KEY

OTHERS = 0o077
"""What anybody but the owner may do with a file."""

LONGEST = 100_000
"""Bytes; a file with keys is much smaller."""

KEY = "AGE-SECRET-KEY-1"


def make_identity(path: Path, study: Path, day: dt.date) -> str:
    """Make a pair of keys, write the private one to a file that only its owner can read, give the public one.

    Args:
        path: The new file.
        study: The study's folder, which it may not stand in.
        day: Today.

    Raises:
        Unusable: Something stands in its place, or it would stand in the study's folder.
    """
    if path.resolve().is_relative_to(study.resolve()):
        message = "The private key would stand in the study's folder."
        hint = "Name a place outside of it, on a machine that isn't the server."
        raise Unusable([KEY_IN_STUDY.problem(Span(str(path)), message, hint=hint)])
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    text = f"# made on {day.isoformat()} by peil contacts --new-key\n# public key: {public}\n{identity}\n"
    write_new(path, text)
    return public


def write_new(path: Path, text: str) -> None:
    """Write a file that only its owner can read, where nothing stands.

    Raises:
        Unusable: Something stands there.
        OSError: It can't be written.
    """
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Unusable([in_the_way(path)]) from None
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:  # half a file would stand in the way of a second try
        path.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error


def demand_free(*paths: Path) -> None:
    """Refuse where something stands in the place of a file that is to be written.

    Raises:
        Unusable: Something stands there.
    """
    if taken := [in_the_way(path) for path in paths if path.exists() or path.is_symlink()]:
        raise Unusable(taken)


def in_the_way(path: Path) -> Problem:
    """Give the problem of something that stands in a file's place."""
    message, hint = "Something stands here already.", "Name another file, or move that one away."
    return IN_THE_WAY.problem(Span(str(path)), message, hint=hint)


def read_identities(path: Path) -> tuple[x25519.Identity, ...]:
    """Read the private keys in a file of ``make_identity``, or of age's own tools.

    Raises:
        Unusable: Others may read the file, or no key stands in it; no problem holds a key.
        OSError: It can't be read.
    """
    with path.open("rb") as file:
        if os.name == "posix" and os.fstat(file.fileno()).st_mode & OTHERS:
            message = "Others than its owner may read or change this file."
            hint = f"Run chmod 600 {path}, and think of who could have read it."
            raise Unusable([LOOSE_KEY.problem(Span(str(path)), message, hint=hint)])
        lines = file.read(LONGEST).decode("utf-8", "replace").splitlines()
    try:
        found = tuple(
            x25519.Identity.from_str(line.strip()) for line in lines if line.strip().upper().startswith(KEY)
        )
    except IdentityError:
        found = ()
    if not found:
        hint = "Name the file that peil contacts --new-key made."
        raise Unusable([NO_KEY.problem(Span(str(path)), "No private key can be read here.", hint=hint)])
    return found
