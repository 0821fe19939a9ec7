"""What a member asks of the desk: who is held where."""

from core.intake.message import ReadMessage
from core.intake.standing import Standing
from core.understanding.plain import plain, readable

LONGEST = 80  # characters


def who_is_there(message: ReadMessage, standing: Standing) -> str:
    """The words for a station in "who is in Medeu?"; empty if it is no such question."""
    member, setting = standing.member, message.setting
    if member is None or standing.asking is not None or not message.is_words or len(message.text) > LONGEST:
        return ""
    words = readable(message.text).strip(" .!?\n").split()
    of_each = [setting.words.say(language, "typed-who") for language in setting.words.languages]
    who = {plain(word.strip()) for said in of_each for word in said.split(",")}
    if not any(plain(word) in who for word in (*words[:1], *words[-2:])):
        return ""
    rest = " ".join(word for word in words if plain(word) not in who)
    return rest if setting.gazetteer.stations.only(rest, member.cities) is not None else ""
