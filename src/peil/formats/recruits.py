"""Recruits for talks, drawn from people who left contact details, with a record of the draw.

All that is known of a person here is what the contact form asked. The draw goes by a seed and by that alone:
the same people and the same seed give the same list, in whatever order the file has them. So nothing of when
somebody answered, or what, can be in it. A longer list with the same seed begins with the shorter one.
"""

import datetime as dt
import json
import random
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peil.formats.draw import Draw, question_of
from peil.formats.opened_contacts import OpenedContacts, write_contacts_csv
from peil.store.identity import demand_free, write_new
from peil.study.study import Study

RECORD = ".record.json"
"""What the record's name has after that of the list."""


@dataclass(frozen=True)
class Drawn:
    """People drawn, in the order in which they are asked, and the record of the draw.

    Args:
        people: For each person variable name to text.
        of: How many could be drawn.
        seed: Draws the same again.
        on: The day of the draw.
        by: Who drew, or empty where nobody said.
    """

    people: tuple[Mapping[str, str], ...]
    of: int
    seed: str
    on: dt.date
    by: str = ""

    @property
    def record(self) -> Mapping[str, object]:
        """Tell how it was drawn; nothing in it is of a person who was."""
        return {
            "peil": "draw of recruits",
            "drawn": len(self.people),
            "of": self.of,
            "seed": self.seed,
            "on": self.on.isoformat(),
            "by": self.by or None,
            "how": "simple random draw from all who left contact details; no answers were used",
        }


def draw_recruits(opened: OpenedContacts, draw: Draw, on: dt.date) -> Drawn:
    """Draw so many people at random, in random order; all of them where there are fewer.

    Args:
        opened: Everybody who left details. Of one person who left the same twice, one counts.
        draw: How many, of whom, by which seed.
        on: The day of the draw.
    """
    left = (left_at(person, draw.question) for person in opened.people)
    people = sorted({tuple(sorted(person.items())) for person in left if person})
    seed = draw.seed or secrets.token_hex(8)
    random.Random(f"recruits {seed}").shuffle(people)  # noqa: S311 - to be drawn again, and no secret
    return Drawn(tuple(map(dict, people[: draw.number])), len(people), seed, on, draw.by)


def left_at(person: Mapping[str, str], question: str) -> Mapping[str, str]:
    """Give what a person left at one question."""
    return {name: text for name, text in person.items() if question_of(name) == question}


def write_recruits(path: Path, study: Study, drawn: Drawn) -> Path:
    """Write the list, and beside it the record, as new files that only their owner can read.

    Returns:
        The record's file.

    Raises:
        Unusable: Something stands in the place of one of them; neither is written then.
        OSError: One can't be written.
    """
    record = path.with_name(path.name + RECORD)
    demand_free(path, record)
    write_contacts_csv(path, study, OpenedContacts(drawn.people))
    write_new(record, json.dumps(drawn.record, ensure_ascii=False, indent=2) + "\n")
    return record
