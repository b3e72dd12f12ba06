"""A draft of a quotation, written at the end of quotes.toml."""

from pathlib import Path

from peil.cli.outcome import Outcome
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Unusable
from peil.core.span import Span
from peil.data.dataset import Dataset
from peil.data.mask_rows import mask_rows
from peil.formats.whole_file import write_whole
from peil.qual.open_answers import OpenAnswer
from peil.qual.quote_draft import draft_quote, mask_identifiers, quote_id
from peil.study.coding_frame import CodingFrame
from peil.study.study import Study

QUOTES = "quotes.toml"


def quote(
    study: Study, frame: CodingFrame, dataset: Dataset, answers: tuple[OpenAnswer, ...], respondent: str
) -> Outcome:
    """Write a draft of a quotation at the end of quotes.toml.

    Raises:
        Unusable: The respondent gave no answer, or their words are a quotation already.
    """
    answer = next((one for one in answers if one.respondent == respondent), None)
    if answer is None:
        message = f'"{respondent}" has no answer to {frame.variable}.'
        raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint="--search shows the ids.")])
    words, found = mask_identifiers(" ".join(answer.words.split()))
    if any(words in known.words.values() for known in study.quotes.values()):
        message, hint = f"These words are a quotation in {QUOTES} already.", "Read it there."
        raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])
    row = dataset.ids.index(respondent)
    agreed = frame.consent is not None and bool(mask_rows(dataset, frame.consent.tree)[row])
    consent = f"answered: {frame.consent.source}" if frame.consent and agreed else ""
    name = quote_id(frame.variable, study.quotes)
    draft = draft_quote(
        frame, answer, study.about.language, name, consent=consent, synthetic=dataset.synthetic
    )
    path = study.folder / QUOTES
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n" if path.is_file() else ""

    def write(made: Path) -> None:
        made.write_text(before + draft, encoding="utf-8")

    write_whole(path, write)
    told = [f'Written to {path}, to be read and approved: "{name}".', "", draft.rstrip("\n")]
    return Outcome("\n".join(told), {"quote": name, "words": words, "taken_out": list(found)})
