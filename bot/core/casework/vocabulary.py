"""The words of casework, each once: what a case can be asked, answered, coded and closed with.

Words for people stand in ``bot/words``, found by these ids; the codes of HURIDOCS' microthesauri belong to exports.
"""

from bot.core.model import Case

# How a case ends. ``released`` is the only one after which nobody is held by what the case is about.
OUTCOMES = (
    "released",
    "fine",
    "warning",
    "arrest",
    "house_arrest",
    "remand",
    "other_counsel",
    "lost",
    "other",
    "false_alarm",
)
REASONS = ("busy", "far", "conflict", "other")  # why a lawyer declines
FIRST_ACTIONS = ("contacted", "on_my_way")  # what shows that an owner is on it

# The kinds of act of FIELDS A1 (after HURIDOCS): a member codes them, who knows the words.
ACTS = (
    "arrest",
    "detention",
    "kettling",
    "blockade",
    "interception",
    "summons",
    "search",
    "abduction",
    "disappearance",
    "prosecution",
    "observation",
)

# What coordinators are asked about a case; handlers.alerting.asks says when.
ASKS = (
    "nobody",
    "first-action",
    "owner-gone",
    "moved",
    "region",
    "over",
    "false",
    "record",
    "many",
    "unsorted",
)
URGENT_ASKS = frozenset({"nobody", "first-action", "owner-gone", "moved", "region"})

SILENT = "no_first_action"  # the timeline's line of an owner who did nothing; its details name the member


def outcome_key(outcome: str) -> str:
    """The key of an outcome's words: ``false_alarm`` is ``outcome-false-alarm``."""
    return f"outcome-{outcome.replace('_', '-')}"


def first_action_key(case: Case) -> str:
    """The timer that waits for the owner's first action."""
    return f"first-action:case-{case.id}"
