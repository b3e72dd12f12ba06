"""Where a study's store is, unless it is said."""

import os

from peil.study.study import Study


def find_store(study: Study, url: str | None = None) -> str:
    """Give the store's address: the one named, else the one in PEIL_STORE, else ``store`` in the study.

    An address is ``sqlite:FOLDER``, a plain folder or ``postgresql://…``.
    """
    if url is not None:
        return url  # also an empty one, such as a variable that isn't set: it is told, not passed over
    return os.environ.get("PEIL_STORE", "").strip() or str(study.folder / "store")
