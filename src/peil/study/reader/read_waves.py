"""compare/waves.toml: other waves of this study, and the questions that are followed over them.

Names of this study are looked up here; those of another wave when its folder is read.
"""

import re
from pathlib import Path

from peil.core.problem import Problem
from peil.study.checks.bad_wave import RULE
from peil.study.reader.around import Around
from peil.study.reader.read_harmonised import read_harmonised
from peil.study.reader.read_told import read_told_fully
from peil.study.reader.settings import read_settings
from peil.study.reader.typed import Table
from peil.study.wave import Wave
from peil.study.waves import NO_WAVES, Waves

FILE = "compare/waves.toml"
KNOWN = ("folder", "data", "label", "this", "overlap")
WAVE_ID = re.compile(r"[A-Za-z0-9][\w-]*")


def read_waves(folder: Path, around: Around, problems: list[Problem]) -> Waves:
    """Give the waves in the order of the file, and the trends."""
    path = folder / FILE
    if not path.is_file():
        return NO_WAVES
    settings = read_settings(path, FILE, problems)
    if not settings.readable:
        return NO_WAVES
    whole = Table(settings, (), settings.values, RULE, problems)
    whole.known(("wave", "harmonise"))
    tables = whole.table("wave").tables()
    found = [wave for wave in (_wave(table, folder, around.languages) for table in tables) if wave]
    _check_this(whole, found)
    waves = {wave.id: wave for wave in found}
    trends = (read_harmonised(table, waves, around) for table in whole.table("harmonise").tables())
    return Waves(waves, {trend.id: trend for trend in trends if trend})


def _wave(table: Table, folder: Path, languages: tuple[str, ...]) -> Wave | None:
    name = table.path[-1]
    table.known(KNOWN)
    if not WAVE_ID.fullmatch(name):
        table.wrong(f'"{name}" can\'t name a wave.', hint="Use letters, digits, - and _, as in [wave.2024].")
        return None
    this, other = table.flag("this"), table.text("folder").strip()
    if this is bool(other):
        hint = 'Write folder = "../study-2024" for another study, or this = true for this one.'
        table.wrong("A wave is this study or stands in a folder of its own.", hint=hint)
        return None
    if other and (folder / other).resolve() == folder.resolve():
        table.wrong("That folder is this study's own.", "folder", hint="Write this = true in its place.")
        return None
    label = read_told_fully(table, "label", languages, for_all=True) or dict.fromkeys(languages, name)
    return Wave(name, table.at, other, table.text("data").strip(), label, table.flag("overlap"))


def _check_this(whole: Table, waves: list[Wave]) -> None:
    """Report that this study isn't one of the waves, or several."""
    own = [wave for wave in waves if wave.this]
    for extra in own[1:]:
        message = "This study is one wave."
        whole.wrong(message, "wave", extra.id, "this", hint="Give the folder of the other wave.")
    if waves and not own:
        hint = "Write [wave.2026], say, with this = true, where it comes in their order."
        whole.wrong("None of the waves is this study.", "wave", hint=hint)
