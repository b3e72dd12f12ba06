"""A study served by the real command, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import TracebackType
from typing import Self

from peil.interview.code import interview_key
from peil.interview.response import Response
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.store import Store
from peil.study.study import Study

PATIENCE = 60.0
"""Seconds that a server may take to come up on a busy machine."""


class Served:
    """A server that can be killed and started again on the same address and store.

    Args:
        study: What it serves.
        place: Folder for its log, and for the store where no URL is given.
        store: URL of the store.
        preview: Any page may be looked at as any role; nothing is kept then.
        environment: What it is started with; default: as this process.
    """

    def __init__(
        self,
        study: Study,
        place: Path,
        store: str | None = None,
        *,
        preview: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.study = study
        self.store_url = store or f"sqlite:{place / 'store'}"
        self._address = reserve_address()
        self.port: int = self._address.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = place / "serve.log"
        self._preview = preview
        self._environment = dict(environment or os.environ)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self._address.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.stop()
        finally:
            self._address.close()

    def start(self) -> None:
        """Start the server and wait until it answers a request.

        It listens before its store is open: who only waited for that could make trouble before it had begun.
        """
        command = [
            *(sys.executable, "-c", "from peil.cli.main import run; run()"),
            *("serve", str(self.study.folder), "--port", str(self.port)),
            *(["--preview"] if self._preview else ["--store", self.store_url]),
        ]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, env=self._environment)
        try:
            self._wait(self._process)
        except BaseException:
            self.kill()  # nobody else would end it
            raise

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        give_up = time.monotonic() + PATIENCE
        while not answers(self.port):
            assert process.poll() is None, f"the server ended by itself: {self.said()}"
            assert time.monotonic() < give_up, f"the server doesn't answer: {self.said()}"
            time.sleep(0.05)

    def kill(self) -> None:
        """End the server at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask the server to end."""
        self._end(signal.SIGTERM)

    def said(self) -> str:
        """Give all that the server wrote."""
        return self._log.read_text(encoding="utf-8")

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()  # it isn't left behind
            process.wait()
            raise

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """Open the store beside the server."""
        store = open_store(self.store_url, self.study)
        try:
            yield store
        finally:
            store.close()

    def kept(self, code: str) -> Kept:
        """Give the interview of a personal code as it is kept now."""
        with self.opened() as store:
            found = store.find(interview_key(code))
        assert found is not None, f"nothing is kept for {code}"
        return found

    def response(self, code: str) -> Response:
        """Give the response of a personal code as a data set would get it."""
        with self.opened() as store:
            found = store.find(interview_key(code))
            assert found is not None, f"nothing is kept for {code}"
            return next(response for response in store.responses() if response.id == found.id)


def reserve_address() -> socket.socket:
    """Take a free port of this machine, and keep it until the socket is closed.

    It isn't listened on. Who asks for any port, or connects to somewhere, is given another one all the while,
    whether a server is running there or is being started again; and who connects to it is refused.
    """
    address = socket.socket()
    address.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # who says the same, as we do, may listen
    address.bind(("127.0.0.1", 0))
    return address


def answers(port: int) -> bool:
    """Say whether a server answers there: a page that isn't there is asked for, which nothing counts."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        try:
            connection.request("GET", "/static/nothing")
            connection.getresponse().read()
        except (OSError, HTTPException):
            return False
    return True
