"""Files as other tools write them, by hand: from the format's structure and what their users report."""

import io
import zipfile

SPACE = "urn:QDA-XML:project:1.0"
USER, CODE, UNDER, TEXT = (f"{digit * 8}-0000-4000-8000-000000000000" for digit in "1234")
PIECE = "55555555-0000-4000-8000-{:012d}".format
CODING = "66666666-0000-4000-8000-{:012d}".format


def package(
    qde: str | bytes, files: dict[str, bytes] | None = None, *, name: str = "project.qde"
) -> io.BytesIO:
    """Give a project's file, of XML and other parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, qde)
        for part, content in (files or {}).items():
            archive.writestr(part, content)
    packed.seek(0)
    return packed


def project(inner: str, *, origin: str = "a tool", attributes: str = "") -> str:
    """Give a project around its parts."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="{SPACE}" name="P" origin="{origin}" '
        f"{attributes}>\n{inner}\n</Project>"
    )


def codes(*, one: str = CODE, other: str = UNDER) -> str:
    """Give a codebook of a code with another under it."""
    return (
        f'<CodeBook><Codes><Code guid="{one}" name="Zorgen" isCodable="true" color="#46AA00">\n'
        f'<Description>alle zorgen</Description><Code guid="{other}" name="Tempo" isCodable="true"/>'
        "</Code></Codes></CodeBook>"
    )


def users(guid: str = USER, name: str = "Ann") -> str:
    """Give the one user."""
    return f'<Users><User guid="{guid}" name="{name}"/></Users>'


def piece(number: int, start: int, end: int, *, name: str = "", code: str = UNDER, by: str = "") -> str:
    """Give a piece of a text with a code; without a code it has none."""
    made = f' creatingUser="{by}"' if by else ""
    coding = f'<Coding guid="{CODING(number)}"{made}><CodeRef targetGUID="{code}"/></Coding>' if code else ""
    title = f' name="{name}"' if name else ""
    places = f'startPosition="{start}" endPosition="{end}"'
    return f'<PlainTextSelection guid="{PIECE(number)}"{title} {places}{made}>{coding}</PlainTextSelection>'


def text(pieces: str, *, guid: str = TEXT, name: str = "gesprek", path: str = "internal://t.txt") -> str:
    """Give the texts: one, by its path."""
    told = f'guid="{guid}" name="{name}" plainTextPath="{path}"'
    return f"<Sources><TextSource {told}>{pieces}</TextSource></Sources>"
