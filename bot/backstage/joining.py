"""Somebody new with a phone: who reports, or a member, whom the roster of the running bot gets as on any server."""

import tempfile
from pathlib import Path

from bot.backstage import cast
from bot.backstage.house import House
from bot.backstage.recording import place_of
from bot.building import build_service
from bot.config.settings import load
from bot.core.model import LANGUAGES
from bot.core.roster.row import RosterRow
from bot.core.traffic import Lane
from bot.core.vocabulary import Role
from bot.demo.processes import run
from bot.demo.quiet import quiet
from bot.demo.scenario import Member
from bot.demo.stage import write_roster
from bot.playground.phone import Phone
from bot.playground.views import show_person
from bot.resources.places import load_gazetteer
from handlers.casework import roster
from storage.database import Database

STAFF = ("lawyer", "coordinator")


async def joins(
    house: House, role: str, name: str, language: str, city: str, phone: str, messenger: str = "telegram"
) -> int:
    """Their id; their phone joins the first row. Raises ValueError for a role, language or name that cannot be.

    Raises PlayFailed if the roster does not take them.
    """
    name = name.strip()
    if role not in ("citizen", *STAFF) or language not in LANGUAGES or not name:
        raise ValueError(f"nobody can join as {role!r} with the language {language!r} and the name {name!r}")
    if role == "citizen" or messenger == "signal":
        world = house.stage.world
        makes = world.on_signal if messenger == "signal" else world.person
        one = await makes(name, language=language, phone=phone)
        house.shows(one.chat_id, cast.somebody(one, role, language, city))
        if role != "citizen":
            await _at_signal(house, one, Role(role), language, city)
        return one.id
    member = await _on_the_roster(house, role, name, language, city, phone)
    await member.starts()
    return member.id


async def _at_signal(house: House, one: Phone, role: Role, language: str, city: str) -> None:
    """A line of the roster for who has written: nobody is written to who has not, and a file does not name accounts."""
    await one.writes("/help")
    await quiet(house.stage)
    settings = load(house.stage.config, house.stage.variables)
    found = load_gazetteer(settings.organisation.jurisdiction).answer(city)
    cities = (found.city or found.region,) if found is not None else ()
    row = RosterRow(0, role, one.name, (language,), cities, True, one.about["phone"], False)
    database = await Database.open(
        settings.storage.url, settings.keyring()
    )  # as a command does beside the bot
    try:
        async with database.write(await house.stage.world.now()) as tx:
            (address,) = await tx.addresses.by(lookup=tx.lookup("signal", one.about["account"]))
            await roster.put(tx, build_service(settings), [row], Lane.REPLY, at=address)
    finally:
        await database.close()


async def _on_the_roster(house: House, role: str, name: str, language: str, city: str, phone: str) -> Phone:
    """One order for who records: a person, and their line of the roster."""
    about = {"role": role, "languages": [language], "cities": [city], "phone": phone}
    async with house.watched("ROSTER") as told:
        person = house.server.world.add_person(first_name=name, language_code=language, phone=phone)
        line = Member.model_validate({"id": person.id, "name": name, **about})
        with tempfile.TemporaryDirectory(prefix="dabyl-roster-") as folder:
            file = Path(folder) / "roster.csv"
            write_roster([line], file)
            order = ["roster", "import", str(file), "--config", str(house.stage.config)]
            await run(order, house.stage.variables)
        told.update(
            {**about, "cities": place_of(line).cities, "id": person.id, "name": name, "language": language}
        )
    house.shows(person.id, cast.on_roster(line, language))
    return house.stage.world.phone(show_person(person))
