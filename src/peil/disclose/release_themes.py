"""Themes of talks through the gate: which came up in which groups, and nothing of who raised them.

A group of three or more has a column of its own. What came up in a smaller talk is what one or two people
said: such talks share a column where at least three people took part in them together, and have none
otherwise. A theme that came up in no column has no row, whether it came up elsewhere or nowhere: an empty
row would say that it came up in the talk without a column.
"""

from collections.abc import Iterable, Mapping

from peil.disclose.theme_matrix import ThemeMatrix, ToldColumn, ToldTalk, ToldTheme
from peil.disclose.told_talk import LEAST, is_large, told_composition, why_untold
from peil.qual.talk_themes import count_themes
from peil.study.study import Study
from peil.study.talk import Talk, TalkKind


def release_themes(study: Study) -> ThemeMatrix:
    """Give which themes came up in which talks, as far as that may be told; the same in a draft."""
    reasons = {name: why_untold(talk) for name, talk in study.talks.items()}
    talks = in_order(talk for talk in study.talks.values() if not reasons[talk.id])
    told = tell_talks(talks)
    columns = columns_of(talks)
    counts = count_themes({talk.id: talk for talk in talks}, drafts=False)
    came_up = {
        theme: tuple(any((theme, name) in counts.passages for name in column) for column in columns)
        for theme in study.themes
    }
    return ThemeMatrix(
        talks=tuple(told.values()),
        columns=tuple(ToldColumn(tuple(told[name] for name in column)) for column in columns),
        themes=tuple(
            ToldTheme(study.themes[theme].titles, marks) for theme, marks in came_up.items() if any(marks)
        ),
        held_back=tuple((name, reason) for name, reason in reasons.items() if reason),
    )


def in_order(talks: Iterable[Talk]) -> list[Talk]:
    """Give focus groups before interviews, each in the order of their files."""
    return sorted(talks, key=lambda talk: (talk.kind is not TalkKind.FOCUS_GROUP, talk.id))


def columns_of(talks: list[Talk]) -> list[tuple[str, ...]]:
    """Give the talks of each column: large groups by themselves, small talks together or not at all."""
    small = [talk for talk in talks if not is_large(talk)]
    together = sum(talk.participants for talk in small) >= LEAST
    columns = [(talk.id,) for talk in talks if is_large(talk)]
    return [*columns, *((tuple(talk.id for talk in small),) if together else ())]


def tell_talks(talks: list[Talk]) -> Mapping[str, ToldTalk]:
    """Give each talk as it is told, by id."""
    told: dict[str, ToldTalk] = {}
    for talk in talks:
        number = 1 + sum(other.kind is talk.kind for other in told.values())
        told[talk.id] = tell_talk(talk, number)
    return told


def tell_talk(talk: Talk, number: int) -> ToldTalk:
    """Give one talk as it is told: the month of a large group, the quarter of another."""
    large, day = is_large(talk), talk.date
    return ToldTalk(
        kind=talk.kind,
        number=number,
        year=day.year if day else None,
        month=day.month if day and large else None,
        quarter=(day.month + 2) // 3 if day and not large else None,
        participants=talk.participants if large else None,
        composition=told_composition(talk),
        invented=talk.invented,
    )
