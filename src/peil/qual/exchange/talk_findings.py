"""What a file says of a talk that its notes don't: told, and written into the notes by hand.

Notes are prose that people agreed to; a program doesn't write in them.
"""

from collections.abc import Iterator

from peil.qual.exchange.answer_text import bare
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.study_guids import guids_of
from peil.qual.exchange.talk_source import passages_of, talk_source
from peil.qual.exchange.text_source import TextSource
from peil.study.study import Study

SHOWN = 60
"""So many characters of a passage are told."""


def talk_findings(study: Study, name: str, source: TextSource, project: CodedProject) -> Iterator[str]:
    """Tell the themes of passages that the notes don't give them, and whether the text was changed."""
    talk, guids = study.talks[name], guids_of(study)
    written = {
        bare(talk_source(talk, guids, study.about.language, with_identifiers=one)[0].text)
        for one in (True, False)
    }
    theme_of = {guids.of("theme", theme): theme for theme in study.themes}
    named = {code.guid: theme_of.get(code.guid, code.name) for code in project.code_of.values()}
    known = {(theme, bare(passage.words)) for passage in passages_of(talk) for theme in passage.themes}
    if bare(source.text) not in written:
        yield f"talks/{name}.md: the text in the file isn't that of the notes."
    new = [
        (named[use.code], " ".join(source.text[piece.start : piece.end].split()))
        for piece in source.selections
        for use in piece.uses
    ]
    for theme, words in dict.fromkeys(new):
        if not any(theme == one and bare(words) in passage for one, passage in known):
            shown = words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
            yield f'talks/{name}.md: {theme} in the file, not in the notes: "{shown}"'
