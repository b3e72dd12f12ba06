"""The line back: from the release to the sources of the texts, whose new values are written into them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from peil import reportline
from peil.report.mend import Mended, mend_files
from peil.report.template.part import Part
from peil.study.study import Study

if TYPE_CHECKING:
    from peil.reportline import Progress

__all__ = ["mend_texts"]


def mend_texts(
    study: Study,
    data: str | Path | None = None,
    *,
    languages: Sequence[str] = (),
    progress: "Progress" = reportline.silent,
) -> Mended:
    """Write every value that changed into the texts of a study: report, deck, press page and site.

    What only a person can write anew stays as it is.

    Args:
        study: The study.
        data: The data file, or None for the study's own.
        languages: The languages whose texts are mended; empty for all.
        progress: Told what is being done.

    Returns:
        What was written, and which files weren't because they changed in the meantime.
    """
    texts = [text for text in reportline.find_texts(study) if not languages or text[1] in languages]
    paths = [path for part in Part for path in sorted((study.folder / part).rglob("*.md"))]
    before = {path.relative_to(study.folder).as_posix(): path.read_bytes() for path in paths}
    published = reportline.compose_publication(study, data, progress=progress)
    found = [one for text in texts for one in published.tell(*text).disagreements]
    progress("sources")
    return mend_files(study.folder, before, found)
