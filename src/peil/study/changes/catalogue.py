"""All kinds of change, and their rules."""

from peil.study.changes.base_kinds import BASE_KINDS
from peil.study.changes.fieldwork_kinds import FIELDWORK_KINDS
from peil.study.changes.part_kinds import PART_KINDS
from peil.study.changes.question_kinds import QUESTION_KINDS
from peil.study.changes.study_kinds import STUDY_KINDS

KINDS = (*QUESTION_KINDS, *PART_KINDS, *BASE_KINDS, *STUDY_KINDS, *FIELDWORK_KINDS)
CHANGE_RULES = tuple(kind.rule for kind in KINDS)
