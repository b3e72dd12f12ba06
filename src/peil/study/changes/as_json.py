"""Changes as the JSON contract has them."""

from peil.study.changes.changes import Changes


def changes_json(changes: Changes) -> list[dict[str, object]]:
    """Give every change: what kind, about what, what it was and is, whether it breaks a live study."""
    return [
        {
            "kind": change.kind.rule.name,
            "question": change.question,
            "part": change.part,
            "role": change.role,
            "language": change.language,
            "old": change.old,
            "new": change.new,
            "breaks": change.breaks,
            "witness": [list(pair) for pair in change.witness],
        }
        for change in changes.found
    ]
