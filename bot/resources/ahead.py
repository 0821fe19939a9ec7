"""All that is cached of the program's own files, read before anybody waits for it, by who may write there."""

from bot.resources.heard import load_heard
from bot.resources.jurisdictions import known_jurisdictions
from bot.resources.matching import load_name_rules
from bot.resources.names import load_names
from bot.resources.places import load_gazetteer


def read_ahead() -> None:
    """Raises HeardMistake."""
    load_heard()
    load_names()
    load_name_rules()
    for jurisdiction in known_jurisdictions():
        load_gazetteer(jurisdiction)
