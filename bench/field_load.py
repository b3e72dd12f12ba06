"""Respondents as bytes on sockets: as many interviews at once as there are connections, in one thread.

A connection holds one interview after another. Each page is sent from the form that the server's last answer
holds (nonce, revision, seal, what it shows), with the answers that the page offers a field for.
"""

import re
import selectors
import socket
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote_plus

FORM = re.compile(rb'<form id="form" method="post" action="([^"]*)"')
HIDDEN = re.compile(rb'<input type="hidden" name="([^"]*)" value="([^"]*)">')
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
LOCATION = re.compile(rb"\r\nlocation: *([^\r]*)", re.IGNORECASE)
COOKIE = re.compile(rb"\r\nset-cookie: *([^;]*)", re.IGNORECASE)
RECEIVE = 1 << 18


@dataclass(frozen=True)
class Script:
    """One interview to hold: page id to what is sent for it, as pairs of ``name="…"`` and ``name=value``."""

    id: str
    language: str
    pages: Mapping[str, Sequence[tuple[bytes, bytes]]]


@dataclass
class Tally:
    """What came of it.

    ``seconds`` holds, for each page sent, the time until the page after it was there; ``codes`` the personal
    code of each interview by its id.
    """

    seconds: list[float] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    refused: int = 0


class Respondent:
    """One connection that holds interviews."""

    def __init__(
        self, address: tuple[str, int], work: "deque[Script]", tally: Tally, *, direct: bool
    ) -> None:
        self.socket = socket.create_connection(address)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)  # noqa: FBT003 - the library's own
        self._host = f"{address[0]}:{address[1]}".encode()
        self._work = work
        self._tally = tally
        self._direct = direct
        self._got = bytearray()
        self._need = 0
        self._since: float | None = None
        self._cookie = b""
        self._sent_last = b""
        self._holding: Iterator[None] = iter(())

    def begin(self) -> bool:
        """Begin the next interview; False when there are none left."""
        if not self._work:
            return False
        self._script = self._work.popleft()
        self._cookie = b""
        self._since = None
        self._get(f"/{self._script.language}/".encode())
        return True

    def receive(self) -> bool:
        """Take what has come; answer when it is a whole response. False when nothing is left to do."""
        self._got += self.socket.recv(RECEIVE)
        if not self._need:
            end = self._got.find(b"\r\n\r\n")
            if end < 0:
                return True
            length = LENGTH.search(self._got, 0, end + 2)
            self._need = end + 4 + (int(length[1]) if length else 0)
        if len(self._got) < self._need:
            return True
        response, self._got, self._need = bytes(self._got), bytearray(), 0
        return self._answer(response)

    def _answer(self, response: bytes) -> bool:
        status = response[9:12]
        cookie = COOKIE.search(response)
        if cookie:
            self._cookie = cookie[1]
        if status == b"303":
            location = LOCATION.search(response)
            self._get(location[1] if location else b"/")
            return True
        if self._since is not None:
            self._tally.seconds.append(time.perf_counter() - self._since)
            self._since = None
        if status != b"200":
            self._tally.refused += 1
            return self.begin()
        return self._fill_in(response)

    def _fill_in(self, page: bytes) -> bool:
        form = FORM.search(page)
        if form is None:  # the end
            return self.begin()
        hidden = dict(HIDDEN.findall(page))
        action = form[1]
        pairs = [name + b"=" + quote_plus(value).encode() for name, value in hidden.items()]
        if b"/p/" not in action:
            self._tally.codes[self._script.id] = hidden[b".code"].decode()
            self._post(action, b"&".join([*pairs, b".consent=1"]))
            return True
        page_id = action.rpartition(b"/")[2].decode()
        given = self._script.pages.get(page_id)
        if given is None:  # left here
            return self.begin()
        pairs += [pair for name, pair in given if name in page]
        self._since = time.perf_counter()
        self._post(action + b"?direct" if self._direct else action, b"&".join([*pairs, b".go=next"]))
        return True

    def _get(self, path: bytes) -> None:
        self._send(b"GET " + path, b"")

    def _post(self, path: bytes, body: bytes) -> None:
        kind = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n" % len(body)
        self._send(b"POST " + path, kind, body)

    def _send(self, line: bytes, headers: bytes, body: bytes = b"") -> None:
        cookie = b"Cookie: " + self._cookie + b"\r\n" if self._cookie else b""
        self.socket.sendall(
            b"%b HTTP/1.1\r\nHost: %b\r\nAccept-Language: nl\r\n%b%b\r\n%b"
            % (line, self._host, cookie, headers, body)
        )


def hold(
    address: tuple[str, int], scripts: Sequence[Script], *, connections: int, direct: bool
) -> tuple[Tally, float]:
    """Hold the interviews; give what came of them, and how many seconds that took.

    Args:
        address: Host and port of the server.
        scripts: The interviews.
        connections: How many are held at once.
        direct: Ask for the next page in the answer, as the pages' script does; else follow the redirect.
    """
    work, tally = deque(scripts), Tally()
    with selectors.DefaultSelector() as waiting:
        respondents = [Respondent(address, work, tally, direct=direct) for _ in range(connections)]
        began = time.perf_counter()
        for one in respondents:
            if one.begin():
                waiting.register(one.socket, selectors.EVENT_READ, one)
        while waiting.get_map():
            for key, _ in waiting.select():
                if not key.data.receive():
                    waiting.unregister(key.fileobj)
                    key.data.socket.close()
        took = time.perf_counter() - began
    return tally, took


def pump(address: tuple[str, int], request: bytes, connections: int, number: int) -> int:
    """Send one request over and over from several connections; give how many were answered."""
    done = sent = 0
    need = 0
    with selectors.DefaultSelector() as waiting:
        for _ in range(connections):
            one = socket.create_connection(address)
            one.sendall(request)
            sent += 1
            waiting.register(one, selectors.EVENT_READ, [0])
        while done < number:
            for key, _ in waiting.select():
                got = key.fileobj.recv(1 << 18)
                if not need:
                    need = got.index(b"\r\n\r\n") + 4 + _length(got)
                key.data[0] += len(got)
                if key.data[0] >= need:
                    key.data[0] = 0
                    done += 1
                    key.fileobj.sendall(request)
        for key in list(waiting.get_map().values()):
            key.fileobj.close()
    return done


def _length(head: bytes) -> int:
    length = LENGTH.search(head)
    return int(length[1]) if length else 0
