"""In which language a data pack can be."""

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.formats.pack.pack_problems import NOT_IN_LANGUAGE
from peil.study.study import Study


def demand_language(study: Study, language: str) -> None:
    """Refuse a language that the study isn't in: its labels would be another's.

    Raises:
        Unusable: It isn't one of the study's.
    """
    known = study.about.languages
    if language not in known:
        message = f'The study isn\'t in "{language}".'
        hint = f"Choose one of {', '.join(known)} with --language."
        raise Unusable([NOT_IN_LANGUAGE.problem(Span("study.toml"), message, hint=hint)])
