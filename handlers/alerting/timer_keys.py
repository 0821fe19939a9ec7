"""The timers of a search, by the number of its case; and that of a check-in."""


def escalation_key(case_id: int) -> str:
    """The one that looks for a lawyer again."""
    return f"escalation:case-{case_id}"


def unheard_key(case_id: int) -> str:
    """The one after which coordinators ring about an urgent case."""
    return f"unheard:case-{case_id}"


def check_in_key(number: int) -> str:
    """The timer of a check-in."""
    return f"check-in:{number}"


def pause_key(case_id: int) -> str:
    """The one that is there while nobody is rung."""
    return f"pause:case-{case_id}"


def undelivered_key(alert_id: int) -> str:
    """The timer after which others are asked, if the offer has not reached the phone."""
    return f"undelivered:{alert_id}"
