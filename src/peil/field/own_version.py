"""The folder's version, as the study was read from it."""

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.field.phase_problems import CHANGED_MEANWHILE
from peil.store.store import Store
from peil.store.version import Version, read_version
from peil.study.study import Study


def own_version(study: Study, store: Store) -> Version:
    """Give the version that stands in the folder, for it to be published.

    Raises:
        Unusable: The folder isn't as it was when the study was read from it: what would be kept isn't
            what was checked.
    """
    version = read_version(study)
    if version.fingerprint != store.version:
        message = "The folder was changed while it was being read."
        problem = CHANGED_MEANWHILE.problem(Span(str(study.folder)), message, hint="Give the command again.")
        raise Unusable([problem])
    return version
