"""Columns packed into codes."""

from collections.abc import Sequence

import numpy as np

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design
from peil.estimation.frame import Frame
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.codes import MOST_OPTIONS, Bits, Codes, no_bits, no_codes
from peil.estimation.packed.columns import NO_ANSWER, Columns
from peil.estimation.packed.threads import make_each, threads_for


def pack(
    columns: Columns,
    design: Design,
    frame: Frame,
    questions: Sequence[Question],
    banners: Sequence[Banner] = (),
    numbers: Sequence[str] = (),
) -> Coded:
    """Give a file's rows as the packed engine counts them.

    A row was asked a question with several choices when at least one of its columns isn't absent.

    Args:
        columns: The columns, each as long as the design has rows.
        design: Weights and replicates.
        frame: The design's units.
        questions: Questions that will be counted.
        banners: Banners that they will be split by.
        numbers: Columns of numbers.

    Raises:
        KeyError: A column isn't there.
        ValueError: A cell of a column of numbers isn't one.
    """
    rows = design.rows

    def one_choice(asked: Question | Banner) -> Codes:
        options = asked.groups if isinstance(asked, Banner) else asked.options
        (name,) = (asked.column,) if isinstance(asked, Banner) else asked.columns
        of = no_codes(rows, len(options))
        columns.write_codes(name, options, of)
        return Codes(of, len(options))

    def several(question: Question) -> Bits:
        words, asked = no_bits(rows, len(question.options)), np.zeros(rows, np.uint8)
        for place, (name, option) in enumerate(zip(question.columns, question.options, strict=True)):
            word = words[place // MOST_OPTIONS]
            shift = word.dtype.type(place % MOST_OPTIONS)
            for part, chosen in columns.read_chosen(name, option):
                asked[part] |= chosen != NO_ANSWER
                word[part] |= np.left_shift((chosen == 1).astype(word.dtype), shift)
        return Bits(words, asked, len(question.options))

    def code(question: Question) -> Codes | Bits:
        return several(question) if question.many else one_choice(question)

    threads = threads_for(rows)
    groups = [each for each in banners if each != WHOLE]
    replicates = None if design.replicates is None else np.ascontiguousarray(design.replicates.weights)
    return Coded(
        rows,
        frame.size,
        frame.unit_of if frame.size > 1 else None,
        design.weights,
        dict(make_each(questions, code, threads)),
        dict(make_each(groups, one_choice, threads)),
        {name: columns.numbers(name) for name in numbers},
        replicates,
    )
