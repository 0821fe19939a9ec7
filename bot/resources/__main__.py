"""``python -m bot.resources`` reads what is cached, so that it is there where nobody may write later: in an image."""

from bot.resources.heard import load_heard
from bot.resources.jurisdictions import known_jurisdictions
from bot.resources.matching import load_name_rules
from bot.resources.names import load_names
from bot.resources.places import load_gazetteer

if __name__ == "__main__":
    load_heard()
    load_names()
    load_name_rules()
    for jurisdiction in known_jurisdictions():
        load_gazetteer(jurisdiction)
