"""Who somebody is who wants to join, out of their answers: as lines to read, and as a line of the roster."""

import re

from msgspec import Struct

from bot.core.callings import Calling, Speciality
from bot.core.conversation.forms import Answers
from bot.core.folding import clean, inert
from bot.core.model import Address, Dialogue
from bot.core.roster.places import city_reader, name_to_read
from bot.core.roster.row import RosterRow
from bot.core.values import Contact, Value
from bot.core.vocabulary import Role
from handlers.forms.dialogues import state_of
from handlers.people import addresses
from handlers.service import Service

NAME, CITIES = 100, 20  # characters of a name; cities of one person
_BETWEEN = re.compile(r"\s*[,;\n/|]\s*|\s+(?:и|және|мен|and)\s+")


class Applicant(Struct, frozen=True):
    """The row that they would be, and whether the number came from their own account."""

    row: RosterRow
    own_number: bool


def of(service: Service, address: Address, dialogue: Dialogue, language: str) -> Applicant | None:
    """Who it is; None while the answers are not all there. A lawyer: everything else is an administrator's to give.

    ``language``: in which they were asked.
    """
    answers = state_of(dialogue).answers
    if any(name not in answers or answers[name].value is None for name in ("name", "cities", "contact")):
        return None
    contact = answers["contact"].value
    name = name_of(answers["name"].value)
    cities = cities_of(service, answers["cities"].value)
    if not isinstance(contact, Contact) or not contact.phone or not name or not cities:
        return None
    chosen = {key: answers[key].value for key in ("languages", "specialities", "calling") if key in answers}
    spoken = _several(chosen.get("languages")) or (language,)
    row = RosterRow(
        telegram_id=addresses.telegram_id(address),
        role=Role.LAWYER,
        name=name,
        languages=tuple(sorted(spoken, key=lambda one: one != language)),  # in the first they are written to
        cities=cities,
        on_duty=True,
        phone=contact.phone,
        escalation=False,
        specialities=tuple(Speciality(one) for one in _several(chosen.get("specialities"))),
        calling=Calling(str(chosen["calling"])) if chosen.get("calling") else None,
    )
    return Applicant(row, contact.own is True and not contact.words)  # typed, it has words


def lines(service: Service, language: str, answers: Answers) -> list[str]:
    """What was answered so far, in the reader's language."""
    say, found = service.words.say, []
    for key in ("name", "contact", "calling", "cities", "languages", "specialities"):
        value = answers[key].value if key in answers else None
        if value is not None and (said := _said(service, language, key, value)):
            found.append(f"{say(language, f'joining-{key}-short')}: {said}")
    return found


def _said(service: Service, language: str, key: str, value: Value) -> str:
    match value:
        case Contact():
            return value.phone
        case tuple():
            return ", ".join(service.words.say(language, f"joining-{key}-{one}") for one in value)
        case str() if key == "name":
            return name_of(value)
        case str() if key == "cities":
            return ", ".join(
                name_to_read(service.gazetteer, id, language) for id in cities_of(service, value)
            )
        case _:
            return service.words.say(language, f"joining-{key}-{value}")


def name_of(value: Value | None) -> str:
    """A name as the roster takes it; empty where it is none."""
    name = " ".join(clean(str(value)).replace(";", ",").split())
    return inert(name) if any(c.isalpha() for c in name) and len(name) <= NAME else ""


def cities_of(service: Service, value: Value | None) -> tuple[str, ...]:
    """Ids of the places that were named and are known."""
    read = city_reader(service.gazetteer)
    found = [read(name) for name in _names(value)]
    return tuple(dict.fromkeys(id for id in found if id is not None))[:CITIES]


def unknown_cities(service: Service, value: Value | None) -> list[str]:
    """What was named and is not known."""
    read = city_reader(service.gazetteer)
    return [name for name in _names(value) if read(name) is None]


def _names(value: Value | None) -> list[str]:
    return [name for name in _BETWEEN.split(clean(str(value)).strip()) if name][: CITIES * 2]


def _several(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
