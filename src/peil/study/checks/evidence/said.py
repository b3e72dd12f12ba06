"""What is said in one language, in everybody's words or in those of roles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.study.checks.evidence.sentences import Sentence, sentences
from peil.study.text import Text, Wording


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a wording; ``roles`` reads it in these words, and nobody in particular if empty."""

    text: Text
    roles: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order."""
        return sentences(self.text)


def said_in(wording: Wording, language: str) -> Iterator[Said]:
    """Give what a wording says in a language: the words for all, then each text for roles once."""
    if language in wording.default:
        yield Said(wording.default[language])
    by_text: dict[Text, list[str]] = {}
    for role, texts in wording.by_role.items():
        if language in texts:
            by_text.setdefault(texts[language], []).append(role)
    yield from (Said(text, tuple(roles)) for text, roles in by_text.items())


def one_problem(rule: Rule, path: str, hits: Sequence[Said], message: str, hint: str) -> Problem:
    """Give one problem for all texts of a wording in which a rule found the same.

    Args:
        rule: The rule.
        path: The wording's path, as the researcher knows it.
        hits: The texts, at least one; the problem stands at the first.
        message: What is wrong, with ``{where}`` for whose words these are.
        hint: One repair.
    """
    roles = ", ".join(dict.fromkeys(role for hit in hits for role in hit.roles))
    everybody = any(not hit.roles for hit in hits)
    of_roles = f", also for {roles}" if everybody and roles else f" for {roles}" if roles else ""
    return rule.problem(hits[0].text.span, message.replace("{where}", f'"{path}"{of_roles}'), hint=hint)
