"""The timers of a search, by the number of its case."""


def escalation_key(case_id: int) -> str:
    """The one that looks for a lawyer again."""
    return f"escalation:case-{case_id}"


def pause_key(case_id: int) -> str:
    """The one that is there while nobody is rung."""
    return f"pause:case-{case_id}"
