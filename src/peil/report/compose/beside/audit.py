"""Compose ``AuditAnnex``: what is odd about figures that were printed elsewhere."""

import re
from collections.abc import Iterator, Sequence

from peil.disclose.printed_finding import PrintedAudit, PrintedClaim, PrintedFinding
from peil.report.audit_problems import NO_CLAIMS
from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.audit_words import audit_word, name_kind
from peil.report.compose.figure import cell
from peil.report.document import Block, Grid, NumberedTable, Paragraph, Run
from peil.report.template.beside_block import AuditAnnex

GRADES = ("certain", "likely", "explained")
WIDTHS = (2.4, 5.3, 5.3)
AT_MOST = 8
"""Claims of a finding that are told one by one; a whole table of them is told by its place."""

NUMBERED = re.compile(r"(\D*)(\d+)")


def audit_blocks(call: AuditAnnex, around: AroundBlock) -> Iterator[Block]:
    """Give what was tried and how, then a table for each grade; nothing, and a problem, without claims."""
    found, language = around.release.printed, around.labels.language
    if found.broken or not found.own + found.elsewhere:
        said = f"The published claims can't be read: {found.broken}" if found.broken else ""
        message = said or "The study has no published claims to audit."
        around.problems.append(NO_CLAIMS.problem(call.span, message, hint="Write published/claims.json."))
        return
    findings = found.findings.get(language, ())
    for told in introduction(found, language, bool(findings)):
        yield Paragraph((Run(told),))
    anchor = around.anchor
    for grade in GRADES:
        rows = [one for one in findings if one.grade == grade]
        if rows:
            yield findings_table(rows, grade, anchor, language)
            anchor = ""


def introduction(found: PrintedAudit, language: str, something: bool) -> Iterator[str]:  # noqa: FBT001 - one of two texts
    """Say what was tried, how, and what the grades mean."""
    ids = (claim.id for one in found.findings.get(language, ()) for claim in one.claims)
    counted = audit_word(
        language, "counted", own=found.own, elsewhere=found.elsewhere, example=next(ids, "C001")
    )
    yield f"{counted} {audit_word(language, 'how')}"
    yield audit_word(language, "grades" if something else "none")


def findings_table(
    findings: Sequence[PrintedFinding], grade: str, anchor: str, language: str
) -> NumberedTable:
    """Give the findings of one grade; like those of other annexes, the table stands outside the numbering."""
    head = tuple(cell(audit_word(language, key), header=True) for key in ("code", "printed", "arithmetic"))
    body = tuple(
        (
            cell(name_kind(language, one.code), header=True),
            cell(printed(one.claims, language)),
            cell(sentence(one.message)),
        )
        for one in findings
    )
    return NumberedTable(
        number=0,
        anchor=anchor,
        caption=audit_word(language, grade),
        source=audit_word(language, "source"),
        base="",
        notes=(),
        grid=Grid((head,), body, widths=WIDTHS),
    )


def printed(claims: Sequence[PrintedClaim], language: str) -> str:
    """Say what claims printed where: ``14% (of 82), 2.3, table 2: … (C159)``; of many only where."""
    if len(claims) > AT_MOST:
        where = "; ".join(dict.fromkeys(one.where for one in claims))
        return audit_word(language, "many", n=len(claims), where=where, ids=ids_of(claims))
    return "; ".join(
        f"{one.printed}, {one.where}{f': {one.about}' if one.about else ''} ({one.id})" for one in claims
    )


def ids_of(claims: Sequence[PrintedClaim]) -> str:
    """Give ids, those that follow each other as a stretch: ``C224–C263``."""
    stretches: list[list[str]] = []
    for one in claims:
        if stretches and follows(stretches[-1][-1], one.id):
            stretches[-1].append(one.id)
        else:
            stretches.append([one.id])
    return ", ".join(part[0] if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in stretches)


def follows(first: str, second: str) -> bool:
    """Say whether an id is the next after another: the same letters, one further."""
    before, after = NUMBERED.fullmatch(first), NUMBERED.fullmatch(second)
    if before is None or after is None:
        return False
    return before[1] == after[1] and int(after[2]) == int(before[2]) + 1


def sentence(text: str) -> str:
    """Give a message as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}"
