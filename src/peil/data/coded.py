"""Codings become columns: an item of codes for each frame that is final."""

import numpy as np

from peil.data.columns import Mask, VisibleColumns
from peil.data.dataset import Column, Dataset, States
from peil.data.final_codes import FinalCodes, Standing, find_final
from peil.interview.state import State
from peil.study.coding import Codings
from peil.study.coding_frame import CodingFrame
from peil.study.study import Study


def derive_coded(
    study: Study, ids: tuple[str, ...], visible: VisibleColumns, states: dict[str, States]
) -> None:
    """Add the items that open answers were coded as.

    Who wasn't asked, left before or left it blank is in the same state as for the question itself; of text
    beside an option only who chose the option is asked. An answer without a final code is NOT_CODED. One that
    no code fits is ANSWERED without any.
    """
    for frame in study.frames.values():
        if frame.final and frame.key in visible.codebook.items:
            words = visible.column(visible.codebook.variables[frame.variable])
            found = {
                row: find_final(frame, codings_of(study, frame), ids[row], str(words[row]))
                for row in np.flatnonzero(words != "").tolist()
            }
            state = _states(visible, frame, states, found)
            states[frame.key] = state
            visible.ask(frame.key, np.asarray(state != State.NOT_ASKED))
            for name, column in _columns(visible, frame, found).items():
                visible.show(name, column)


def codings_of(study: Study, frame: CodingFrame) -> Codings:
    """Give the codings of a frame, none where nobody has coded yet."""
    return study.codings.get(frame.variable, Codings(frame.variable))


def find_standings(dataset: Dataset, frame: CodingFrame) -> dict[str, FinalCodes]:
    """Give how far each answer in the data has come, by respondent in the order of the rows."""
    codings = codings_of(dataset.study, frame)
    words = dataset.columns[frame.variable]
    return {
        dataset.ids[row]: find_final(frame, codings, dataset.ids[row], str(words[row]))
        for row in np.flatnonzero(words != "").tolist()
    }


def _states(
    visible: VisibleColumns, frame: CodingFrame, states: dict[str, States], found: dict[int, FinalCodes]
) -> States:
    variable = visible.codebook.variables[frame.variable]
    source = states[variable.item]
    state = np.where(np.isin(source, (State.ANSWERED, State.DONT_KNOW)), State.BLANK, source).astype(np.uint8)
    if variable.follows is not None:
        chose = _chose(visible, variable.item, variable.follows)
        state[~chose & (state == State.BLANK)] = State.NOT_ASKED
    for row, final in found.items():
        state[row] = State.ANSWERED if final.standing is Standing.CODED else State.NOT_CODED
    return state


def _chose(visible: VisibleColumns, key: str, option: str) -> Mask:
    """Say who chose an option of an item."""
    item = visible.codebook.items[key]
    tick = f"{key}.{option}"
    if tick in visible.codebook.variables:
        return visible.tick(tick)
    return np.asarray(visible.option_positions(key) == item.option_ids.index(option))


def _columns(visible: VisibleColumns, frame: CodingFrame, found: dict[int, FinalCodes]) -> dict[str, Column]:
    if frame.single:
        chosen = np.full(visible.n, -1, np.int16)
        for row, final in found.items():
            if final.codes:
                chosen[row] = frame.code_ids.index(final.codes[0])
        return {frame.key: chosen}
    ticks = {code: np.zeros(visible.n, np.bool_) for code in frame.code_ids}
    for row, final in found.items():
        for code in final.codes:
            ticks[code][row] = True
    return {f"{frame.key}.{code}": column for code, column in ticks.items()}
