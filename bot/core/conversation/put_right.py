"""What is known and is said to be a slip, with what is said in its place. The case keeps both: claims are only added."""

from msgspec.structs import replace

from bot.core.conversation.context import Setting
from bot.core.conversation.finer_values import contradicts
from bot.core.conversation.forms import Answers, values_of
from bot.core.places.gazetteer import Gazetteer, Role
from bot.core.understanding.fitting import corrects, tells_where_else
from bot.core.understanding.heard import Heard
from bot.core.understanding.name_book import NameBook
from bot.core.understanding.plain import readable
from bot.core.understanding.slips import (
    corrects_spelling,
    counted_by_now,
    denies,
    is_denied_there,
    name_put_right,
    number_put_right,
    others_meant,
)
from bot.core.values import CountKind, People, Place


def place_put_right(text: str, known: Place, heard: Heard, gazetteer: Gazetteer) -> Place | None:
    """Another place than the known one, where the words say that it was a slip, or that it is not there."""
    slip, shown = corrects(text, heard), readable(text)
    if not slip and not denies(text, heard):
        return None
    said, denied = [], False
    for match in gazetteer.cities_named(shown):
        place = Place(match.city, match.district, match.region)
        taken_back = is_denied_there(shown, match.start, match.end, heard)
        if not contradicts(known, place):
            denied = denied or taken_back
        elif match.exact and not taken_back and (slip or match.role < Role.TO):
            said.append(place)
    return said[0] if said and (slip or (denied and not tells_where_else(text, heard))) else None


def people_put_right(
    text: str, known: People, heard: Heard, names: NameBook, language: str | None
) -> People | None:
    """Those who are known, with a name or their number put right; None where nothing of it is."""
    if denies(text, heard) or corrects_spelling(text, heard):
        renamed = tuple(name_put_right(text, name, heard, names) or name for name in known.names)
        if renamed != known.names:
            return replace(known, names=renamed)
    if known.count is None:
        number = counted_by_now(text, heard, language)
    else:
        number = number_put_right(text, known.count, heard, language)
    if number is None and (others := others_meant(text, heard, language)):
        number = None if known.count is None else max(known.count, others)
    if number is None:
        return None
    return replace(known, count=max(number, len(known.names)), kind=CountKind.EXACT)


def puts_right(text: str, answers: Answers, setting: Setting, language: str) -> bool:
    """Whether anything that is known is put right, so that "oops" and "a mistake" mean no wrong number."""
    heard, known = setting.heard, values_of(answers).values()
    people = (
        people_put_right(text, one, heard, setting.names, language)
        for one in known
        if isinstance(one, People)
    )
    places = (place_put_right(text, one, heard, setting.gazetteer) for one in known if isinstance(one, Place))
    return any((*people, *places))
