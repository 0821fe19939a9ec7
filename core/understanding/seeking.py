"""Whether somebody asks where a person is, and nothing worse is told: a look-up.

To tell that a person was taken, has not come home, does not answer, or has been gone for some time is a report: that is what
stays of the words when those that only ask are left out. To "look for" a relative, or "not find" them, is a report too.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from core.understanding.happenings import Happening
from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.name_facts import NameFound, Who
from core.understanding.phrases import mentions
from core.understanding.situations import GOING_ON, situation_of, table_of, telling
from core.values import Moment

LOOK_UP = "look-up"
MISSING = "missing"
_NOW = timedelta(hours=1)  # "where is he now" tells no time since which somebody is gone
_NOT_SOUGHT = (Who.REPORTER, Who.OFFICER, Who.LAWYER, Who.CONTACT)


def names_sought(named: Sequence[NameFound]) -> tuple[str, ...]:
    """Who of those named may be looked for, with the year of birth where it is told."""
    return tuple(
        f"{name.words} {name.born}" if name.born and str(name.born) not in name.words else name.words
        for name in named
        if name.who not in _NOT_SOUGHT
    )


def seeking(
    said: str,
    told: Happening,
    named: Sequence[NameFound],
    moment: Callable[[], Moment | None],
    now: datetime,
    heard: Heard,
) -> str | None:
    """LOOK_UP; or the situation of a report, where more is told than a question; None where nobody is asked for.

    ``said``: a sentence; ``told``: what it tells; ``moment``: reads the time that it names.
    """
    asks = heard.seeking.asks
    said = heard.seeking.says.sub(" , ", said)
    if told.summons or not mentions(asks, said) or not _is_of_person(said, named, heard):
        return None
    rest = asks.sub(" , ", said)
    situation = situation_of(telling(rest, heard), heard)
    if table_of(telling(said, heard), heard) == MISSING:  # surer than any question
        situation = MISSING
    if situation in GOING_ON:
        return situation
    if situation is not None:
        return None
    if mentions(heard.seeking.worse, said):
        return MISSING
    named_time = moment()
    since = named_time.at if named_time is not None else None
    return MISSING if since is not None and now - since > _NOW else LOOK_UP


def _is_of_person(said: str, named: Sequence[NameFound], heard: Heard) -> bool:
    if names_sought(named):
        return True
    words = said.split()
    return any(word in heard.seeking.whom or spoken(word) in heard.people.kin for word in words)
