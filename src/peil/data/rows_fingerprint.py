"""A fingerprint of rows that come from no file: the same answers give the same one."""

import hashlib

from peil.data.dataset import Dataset


def rows_fingerprint(dataset: Dataset) -> str:
    """Give a hash of every row's id and answers.

    The ids are random, so that nobody can find an answer by trying out what gives the same hash.
    """
    found = hashlib.sha256("\0".join(dataset.ids).encode())
    for name in sorted(dataset.columns):
        column = dataset.columns[name]
        found.update(f"\n{name}\n".encode())
        texts = "\0".join(map(str, column)) if column.dtype == object else ""
        found.update(texts.encode() or column.tobytes())
    return found.hexdigest()
