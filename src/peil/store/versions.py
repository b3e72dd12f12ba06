"""Versions of the questionnaire, by fingerprint: each interview goes on in the one that it was begun with."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from peil.core.problem import Unusable
from peil.store.version import Version
from peil.study.reader.read import read_study
from peil.study.study import Study

Texts = Mapping[str, str]


class Versions:
    """The study as it was asked, by fingerprint. Safe to use from several threads.

    Args:
        study: The current study.
        current: Its version.
        kept_texts: Gives the texts that are kept under a fingerprint, or None.
    """

    def __init__(self, study: Study, current: Version, kept_texts: Callable[[str], Texts | None]) -> None:
        self._study = study
        self._kept_texts = kept_texts
        self._known = {current.fingerprint: study, "": study}
        self._reading = Lock()
        self.current = current

    def study(self, fingerprint: str) -> Study:
        """Give the study as that version has it.

        What was never kept (interviews from a file) is read as the current study, and so is a text that
        this program can't read any more.

        Raises:
            StoreUnavailable: Its text can't be read now.
        """
        known = self._known.get(fingerprint)
        if known is not None:
            return known
        with self._reading:
            if fingerprint not in self._known:
                texts = self._kept_texts(fingerprint)
                if texts is None:
                    return self._study  # not remembered: another process may be about to keep it
                self._known[fingerprint] = _rebuilt(texts) or self._study
            return self._known[fingerprint]


def _rebuilt(texts: Texts) -> Study | None:
    """Read a study from its texts; None when there is nothing in them that can be asked."""
    with TemporaryDirectory(prefix="peil-version-") as place:
        folder = Path(place)
        (folder / "translations").mkdir()
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        try:
            return read_study(folder)
        except Unusable:
            return None
