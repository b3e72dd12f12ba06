"""Findings as a page of Markdown, for a study's folder."""

from collections.abc import Iterator, Sequence

from peil.audit.claim import Claim
from peil.audit.finding import Finding, Grade
from peil.audit.tell_finding import tell_findings
from peil.audit.told_finding import ToldFinding
from peil.study.study import Study

WORDS = {
    "en": {
        "title": "What the audit finds in the published figures",
        "statement": "1 printed statement",
        "statements": "{many} printed statements",
        "made": "Made by `peil audit STUDY --no-data --to FILE`; don't edit it by hand.",
        "tried": (
            "`peil audit` set {own} about this study and {elsewhere} about other studies "
            "side by side. No answers were used: everything below is arithmetic on numbers as they were "
            "printed. It says where printed numbers can't all be right, or look odd; it doesn't say which "
            "of them is right, nor how the difference came about, and a statement that isn't named here is "
            "not thereby found correct."
        ),
        "data": (
            "`peil audit` set {own} about this study and {elsewhere} about other studies "
            "side by side, and beside the data. {basis}"
        ),
        "drafts": "Of these {drafts} were read from a text and confirmed by nobody.",
        "totals": "Findings: {findings} ({certain} certain, {likely} likely, {explained} explained).",
        "none": "Nothing was found.",
        "certain": "Certain",
        "certain_means": "It follows from the printed numbers, whatever the answers were.",
        "likely": "Likely",
        "likely_means": "It follows unless a number was rounded, or is to be read, in an unusual way.",
        "explained": "Explained",
        "explained_means": "Odd at first sight; the printed numbers themselves show the cause.",
        "claim": "claim", "where": "where", "about": "about", "printed": "printed",
    },
    "nl": {
        "title": "Wat de toets vindt in de gepubliceerde cijfers",
        "statement": "1 gedrukte uitspraak",
        "statements": "{many} gedrukte uitspraken",
        "made": "Gemaakt met `peil audit STUDY --no-data --to FILE`; niet met de hand wijzigen.",
        "tried": (
            "`peil audit` legde {own} over dit onderzoek en {elsewhere} over ander "
            "onderzoek naast elkaar. Daarbij zijn geen antwoorden gebruikt: alles hieronder is rekenwerk met "
            "getallen zoals zij gedrukt zijn. Er staat waar gedrukte getallen niet allemaal kunnen kloppen, "
            "of vreemd ogen; er staat niet welk getal klopt of hoe het verschil ontstond, en een uitspraak "
            "die hier niet staat, is daarmee niet juist bevonden."
        ),
        "data": (
            "`peil audit` legde {own} over dit onderzoek en {elsewhere} over ander "
            "onderzoek naast elkaar, en naast de gegevens. {basis}"
        ),
        "drafts": "Daarvan zijn er {drafts} uit een tekst gelezen en door niemand bevestigd.",
        "totals": (
            "Bevindingen: {findings} ({certain} zeker, {likely} waarschijnlijk, {explained} verklaard)."
        ),
        "none": "Er is niets gevonden.",
        "certain": "Zeker",
        "certain_means": "Het volgt uit de gedrukte getallen, wat de antwoorden ook waren.",
        "likely": "Waarschijnlijk",
        "likely_means": (
            "Het volgt, tenzij een getal op een ongewone manier is afgerond of gelezen moet worden."
        ),
        "explained": "Verklaard",
        "explained_means": "Op het eerste gezicht vreemd; de gedrukte getallen laten zelf de oorzaak zien.",
        "claim": "uitspraak", "where": "waar", "about": "waarover", "printed": "gedrukt",
    },
}  # fmt: skip


def findings_page(
    findings: Sequence[Finding],
    claims: Sequence[Claim],
    study: Study,
    language: str,
    basis: str = "",
) -> str:
    """Give the page.

    Args:
        findings: What was found.
        claims: All claims that were tried.
        study: The study.
        language: nl or en; English where there is no other.
        basis: What the verdicts rest on, where data were used; empty where none were.
    """
    language = language if language in WORDS else "en"
    words = WORDS[language]
    elsewhere = sum(bool(claim.study) for claim in claims)
    many = len(claims) - elsewhere
    own = words["statement" if many == 1 else "statements"].format(many=many)
    counts = {"own": own, "elsewhere": elsewhere, "basis": basis}
    lines = [f"# {words['title']}", "", f"<!-- {words['made']} -->", ""]
    lines += [words["data" if basis else "tried"].format(**counts), ""]
    if drafts := sum(claim.draft for claim in claims):
        lines += [words["drafts"].format(drafts=drafts), ""]
    lines += grades(tell_findings(findings, claims, study, language), words)
    return "\n".join(lines).rstrip() + "\n"


def grades(told: Sequence[ToldFinding], words: dict[str, str]) -> Iterator[str]:
    """Give how many findings there are, then each grade with its own."""
    if not told:
        yield words["none"]
        return
    by_grade = {grade.value: [one for one in told if one.grade == grade.value] for grade in Grade}
    counts = {grade: len(found) for grade, found in by_grade.items()}
    yield from (words["totals"].format(findings=len(told), **counts), "")
    for grade, found in by_grade.items():
        if found:
            yield from (f"## {words[grade]}", "", words[f"{grade}_means"], "")
        for one in found:
            yield from finding_lines(one, words)


def finding_lines(finding: ToldFinding, words: dict[str, str]) -> Iterator[str]:
    """Give a finding: its arithmetic, and its claims as a table."""
    yield from (f"### {finding.code}: {', '.join(one.id for one in finding.claims)}", "")
    yield from (f"{finding.message[:1].upper()}{finding.message[1:]}", "")
    yield f"| {' | '.join(words[key] for key in ('claim', 'where', 'about', 'printed'))} |"
    yield "|---|---|---|---|"
    for one in finding.claims:
        cells = (one.id, one.where, one.about, one.printed)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""
