"""The page that says what a data pack's files are."""

from collections.abc import Iterator, Sequence

from peil.formats.pack.pack import Pack
from peil.formats.pack.words import words_in

TOLD = {
    ".sav": "file_sav",
    ".csv": "file_csv",
    ".csv-metadata.json": "file_csvw",
    ".ddi.xml": "file_ddi",
    ".sss": "file_sss",
    ".sss.csv": "file_asc",
}
FACTS = ("client", "agency", "controller", "fieldwork")


def to_readme(pack: Pack, files: Sequence[str]) -> bytes:
    """Give the page, in Markdown."""
    return ("\n\n".join(_paragraphs(pack, files)) + "\n").encode()


def _paragraphs(pack: Pack, files: Sequence[str]) -> Iterator[str]:
    words = words_in(pack.language)
    yield f"# {words['about'].format(title=pack.title)}"
    yield words["public" if pack.public else "restricted"]
    if pack.synthetic:
        yield f"**{words['made']}**"
    yield words["rows"].format(n=pack.n, count=len(pack.variables))
    yield f"## {words['files']}"
    yield "\n".join(f"- `{name}`: {words[TOLD[name.removeprefix(pack.stem)]]}" for name in files)
    yield f"## {words['codes']}"
    yield words["codes_text"]
    if pack.notes:
        yield f"## {words['left_out']}"
        yield "\n".join(f"- {note}" for note in pack.notes)
    yield f"## {words['about_study']}"
    facts = [(words[name], pack.facts[name]) for name in FACTS if name in pack.facts]
    facts.append((words["fingerprint"], f"`{pack.fingerprint}`"))
    yield "\n".join(f"- {name}: {text}" for name, text in facts)
    yield f"## {words['licence']}"
    yield pack.facts.get("licence", words["no_licence"])
    if "contact" in pack.facts:
        contact = pack.facts["contact"]
        yield f"## {words['contact']}"
        yield words["more"].format(contact=contact) if pack.public else contact
