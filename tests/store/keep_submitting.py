"""Respondents who take part as fast as they can; each acknowledgement is a line of output. Runs until killed.

python keep_submitting.py STORE [FULL|NORMAL]
"""

import os
import sys
from itertools import count
from threading import Thread

from store_survey import REACHED, form, opening, survey

from peil.store import sqlite
from peil.store.open_store import open_store
from peil.store.writer import Writer

RESPONDENTS = 6


def take_part(writer: Writer, respondent: int) -> None:
    for number in count():
        who = f"r{respondent}n{number}"
        kept = writer.open_interview(opening(who)).result()
        acknowledge(who, "", "opening")
        for page, values in REACHED:
            own = {**values, "reach.phone": who} if page == "reach" else values
            sent = form(kept, page, own, who)
            receipt = writer.submit(sent).result()
            if receipt.kept is None or receipt.fate != "accepted":
                raise RuntimeError(receipt)
            acknowledge(who, page, sent.nonce)
            kept = receipt.kept


def acknowledge(who: str, page: str, nonce: str) -> None:
    os.write(1, f"{who} {page} {nonce}\n".encode())  # at once, and whole


if __name__ == "__main__":
    if "NORMAL" in sys.argv:  # as it must not be: shows that a test would notice
        sqlite.DURABLE = tuple(one.replace("= FULL", "= NORMAL") for one in sqlite.DURABLE)
    queue = Writer(open_store(sys.argv[1], survey(), serving=True), most_together=4)
    for one in range(RESPONDENTS):
        Thread(target=take_part, args=(queue, one)).start()
