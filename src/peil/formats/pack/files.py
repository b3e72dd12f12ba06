"""The files of a data pack, by name: the same bytes of the same pack."""

from collections.abc import Mapping

from peil.core.problem import Problem
from peil.core.span import Span
from peil.formats.pack.data_csv import to_csv, to_csvw
from peil.formats.pack.ddi import to_ddi
from peil.formats.pack.pack import Pack
from peil.formats.pack.pack_problems import UNDECLARED
from peil.formats.pack.readme import to_readme
from peil.formats.pack.sav import to_sav
from peil.formats.pack.sav_missing import undeclared
from peil.formats.pack.triple_s import to_triple_s


def pack_files(pack: Pack) -> Mapping[str, bytes]:
    """Give every file: SPSS, CSV and its description, DDI-Codebook, Triple-S, and what is what."""
    stem = pack.stem
    triple_s, rows = to_triple_s(pack)
    files = {
        f"{stem}.sav": to_sav(pack),
        f"{stem}.csv": to_csv(pack),
        f"{stem}.csv-metadata.json": to_csvw(pack, f"{stem}.csv"),
        f"{stem}.ddi.xml": to_ddi(pack, f"{stem}.csv"),
        f"{stem}.sss": triple_s,
        f"{stem}.sss.csv": rows,
    }
    return {**files, f"{stem}.README.md": to_readme(pack, tuple(files))}


def pack_problems(pack: Pack) -> tuple[Problem, ...]:
    """Give what a researcher should know of the files: codes that SPSS can't be told of."""
    found = []
    for variable in pack.variables:
        codes = undeclared(variable)
        if codes:
            told = ", ".join(str(code) for code in codes)
            message = f"{variable.name}: an SPSS file can't declare {told} missing beside its other codes."
            hint = "Number options for no answer above the others, as in 8 dk and 9 refused."
            found.append(UNDECLARED.problem(Span("questionnaire.md"), message, hint=hint))
    return tuple(found)
