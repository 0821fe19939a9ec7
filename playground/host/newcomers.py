"""Somebody new with a phone: who reports, or a member, whom the roster of the running bot gets as on any server."""

import tempfile
from pathlib import Path

from bot.building import build_service
from bot.config.settings import load
from core.model import LANGUAGES
from core.resources.place_files import load_gazetteer
from core.roster.person_row import RosterRow
from core.traffic import Lane
from core.vocabulary import Role
from handlers.casework import roster
from playground.demo.processes import run_dabyl
from playground.demo.scenario import Member
from playground.demo.settling import settle
from playground.demo.stage import write_roster
from playground.host import cast
from playground.host.playhouse import House
from playground.phone import Phone
from playground.world import show_person
from storage.database import Database

STAFF = ("lawyer", "coordinator")


async def add_newcomer(
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
        new_phone = await makes(name, language=language, phone=phone)
        house.shows(new_phone.chat_id, cast.somebody(new_phone, role, language, city))
        if role != "citizen":
            await _at_signal(house, new_phone, Role(role), language, city)
        return new_phone.id
    member = await _on_the_roster(house, role, name, language, city, phone)
    await member.starts()
    return member.id


async def _at_signal(house: House, phone: Phone, role: Role, language: str, city: str) -> None:
    """A line of the roster for who has written: nobody is written to who has not, and a file does not name accounts."""
    await phone.writes("/help")
    await settle(house.stage)
    settings = load(house.stage.config, house.stage.variables)
    found = load_gazetteer(settings.organisation.jurisdiction).answer(city)
    cities = (found.city or found.region,) if found is not None else ()
    row = RosterRow(0, role, phone.name, (language,), cities, True, phone.about["phone"], False)
    database = await Database.open(
        settings.storage.url, settings.keyring()
    )  # as a command does beside the bot
    try:
        async with database.write(await house.stage.world.now()) as tx:
            (address,) = await tx.addresses.by(lookup=tx.lookup("signal", phone.about["account"]))
            await roster.save_rows(tx, build_service(settings), [row], Lane.REPLY, at=address)
    finally:
        await database.close()


async def _on_the_roster(house: House, role: str, name: str, language: str, city: str, phone: str) -> Phone:
    """A person, and their line of the roster."""
    about = {"role": role, "languages": [language], "cities": [city], "phone": phone}
    person = house.server.world.add_person(first_name=name, language_code=language, phone=phone)
    line = Member.model_validate({"id": person.id, "name": name, **about})
    with tempfile.TemporaryDirectory(prefix="dabyl-roster-") as folder:
        file = Path(folder) / "roster.csv"
        write_roster([line], file)
        order = ["roster", "import", str(file), "--config", str(house.stage.config)]
        await run_dabyl(order, house.stage.variables)
    house.shows(person.id, cast.on_roster(line, language))
    return house.stage.world.phone(show_person(person))
