"""The composer of data packs: the rows that the analysis counts, for other programs."""

from pathlib import Path

from peil import line
from peil.core.problem import Unusable
from peil.reportline import MadeReport, compose_publication
from peil.study.study import Study


def make_pack(
    study: Study, data: str | Path | None = None, *, out: Path, language: str, public: bool = False
) -> MadeReport:
    """Write the rows that the analysis counts for other programs: all of them, or what anyone may have.

    Raises:
        Unusable: The study isn't in that language, there can be no public version, answers in own
            words wait for a code, or the folder is the study's own.
    """
    from peil.data.coding_rules import NO_FINAL_CODE
    from peil.disclose.public_file import make_public_pack
    from peil.formats.pack.files import pack_files, pack_problems
    from peil.formats.pack.folders import demand_apart
    from peil.formats.pack.languages import demand_language
    from peil.formats.pack.make_pack import make_restricted_pack
    from peil.formats.pack.write_files import write_files

    demand_language(study, language)
    demand_apart(study, out)
    if public:
        published = compose_publication(study, data)
        if uncoded := [one for one in published.problems if one.code == NO_FINAL_CODE.code]:
            raise Unusable(uncoded)
        made = make_public_pack(published.dataset, published.released(language), language)
        if made.pack is None:
            raise Unusable(made.problems)
        files, problems = made.files, published.problems
    else:
        dataset = line.read_analysis_set(study, data)
        pack = make_restricted_pack(dataset, language)
        files, problems = pack_files(pack), (*dataset.problems, *pack_problems(pack))
    return MadeReport(write_files(out, files, public=public), problems)
