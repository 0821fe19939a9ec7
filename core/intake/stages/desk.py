"""What a member asks of the desk: who is held where, and which case is somebody's. While it is asked why they open another
case it is no reason.
"""

from core.intake.message import ReadMessage
from core.intake.standing import Standing
from core.understanding.names import find_names
from core.understanding.plain import plain, readable

LONGEST = 80  # characters
MOST = 6  # words beside which somebody is only looked for
REASON = "opening"  # the form that asks why


def who_is_there(message: ReadMessage, standing: Standing) -> str:
    """The words for a station in "who is in Medeu?"; empty if it is no such question."""
    member, rest = standing.member, _words_asked(message, standing, "typed-who")
    stations = message.setting.gazetteer.stations
    return rest if member is not None and stations.only(rest, member.cities) is not None else ""


def case_sought(message: ReadMessage, standing: Standing) -> str:
    """The name in "find Sample" or "where is John Sample?"; empty if nobody is looked for so."""
    rest = _words_asked(message, standing, "typed-find")
    if not rest or len(rest.split()) > MOST:
        return ""
    found = find_names(rest, message.setting.names, asked=True)
    return found[0].words if len(found) == 1 else ""


def _words_asked(message: ReadMessage, standing: Standing, key: str) -> str:
    """What a member says beside one of these words, which begins or ends it."""
    asking, setting = standing.asking, message.setting
    if standing.member is None or not message.is_words or len(message.text) > LONGEST:
        return ""
    if asking is not None and asking.name != REASON:
        return ""
    words = readable(message.text).strip(" .!?\n").split()
    of_each = [setting.words.say(language, key) for language in setting.words.languages]
    asked = {plain(word.strip()) for said in of_each for word in said.split(",")}
    if not any(plain(word) in asked for word in (*words[:1], *words[-2:])):
        return ""
    return " ".join(word for word in words if plain(word) not in asked)
