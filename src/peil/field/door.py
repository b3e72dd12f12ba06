"""The address at which respondents knock: taken before anything is told about it."""

import errno
import ipaddress
import os
import socket

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.field.serve_problems import PORT_TAKEN, UNSHIELDED, UNUSABLE_ADDRESS

BACKLOG = 2048


def open_door(host: str, port: int) -> socket.socket:
    """Take an address and begin to listen there; port 0 is any free port.

    Raises:
        Unusable: Another program is there, or the address can't be used.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, where = found[0]
        door = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError) as error:
        raise Unusable([_unusable(host, port, error)]) from error
    try:
        if os.name == "posix":  # elsewhere it lets two programs answer at one port
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(where)
        door.listen(BACKLOG)
    except OSError as error:
        door.close()
        raise Unusable([_unusable(host, port, error)]) from error
    return door


def address_of(door: socket.socket, host: str) -> str:
    """Give the address of the start page, with the host as it was asked for."""
    port = door.getsockname()[1]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def unshielded(door: socket.socket, host: str) -> tuple[Problem, ...]:
    """Give what is to be said about an address that other machines can reach."""
    where = ipaddress.ip_address(door.getsockname()[0].partition("%")[0])
    if where.is_loopback:
        return ()
    message = "Other machines can reach these pages, and what they send isn't encrypted."
    hint = "Let a web server in front speak https, and keep this address at 127.0.0.1."
    return (UNSHIELDED.problem(Span(f"{host}:{door.getsockname()[1]}"), message, hint=hint),)


def _unusable(host: str, port: int, error: Exception) -> Problem:
    place = Span(f"{host}:{port}")
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        hint = "Name another with --port; --port 0 takes any that is free."
        return PORT_TAKEN.problem(place, "Another program answers at this port already.", hint=hint)
    if isinstance(error, OSError) and error.errno in {errno.EACCES, errno.EPERM}:
        hint = "Name a port from 1024 on with --port, and let a web server in front answer at 443."
        return UNUSABLE_ADDRESS.problem(place, "The system doesn't let this port be used.", hint=hint)
    hint = "Name 127.0.0.1, or another address of this machine, with --host."
    return UNUSABLE_ADDRESS.problem(place, "This is no address of this machine.", hint=hint)
