"""Both scenes in one house: September, in whose middle the bot is killed; once more, with meddling; then the crowd."""

from datetime import timedelta

import pytest
import pytest_asyncio

from core.model import LANGUAGES, Case
from core.resources.word_files import load_words
from core.vocabulary import LookUpState
from handlers.people.addresses import TELEGRAM
from playground.demo.findings import find
from playground.demo.outcome import differences
from playground.demo.settling import settle
from playground.host import playhouse
from playground.host.cast import GUESTS
from playground.host.crowd import WAVES
from playground.host.play_control import NotNow
from playground.host.playhouse import House
from playground.host.report_scenes import BROTHER_SISTER, BROTHER_STRANGER
from playground.host.routes import Backstage
from playground.host.scenes import September
from tests.host.conftest import narrated, until

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]
KILLED_AT = 9  # the report of row 1
PEOPLE = [person for wave in WAVES for person in wave]

URGENT = "🔴"  # an urgent offer comes as a message of its own


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def backstage(house: House) -> Backstage:
    return Backstage(house)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def played(house: House, backstage: Backstage) -> House:
    """The house after September was played at once; somebody killed the bot in the middle, and started it again."""
    scene, play = backstage.scenes["september"], {"id": "september", "do": "all"}
    await backstage.scene(play)
    chats, reporter = house.server.world.chats, house.scenario.rows["1"].reporter.id
    await until(lambda: reporter in chats and len(chats[reporter].messages) > 6)
    await backstage.bot({"do": "kill"})
    await until(lambda: not backstage.playing)
    assert scene.at == KILLED_AT
    assert narrated(house)[-1] == playhouse.in_all("scene-stopped-without-bot")
    with pytest.raises(NotNow, match="not-without-bot"):
        await backstage.scene(play)
    await backstage.bot({"do": "start"})
    await backstage.scene(play)
    await until(lambda: not backstage.playing)
    assert scene.at == scene.steps == len(house.scenario.moments)
    return house


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def crowded(played: House, backstage: Backstage) -> House:
    """The house after the last of the forty; the first step is played by "all", which is paused at once."""
    await backstage.scene({"id": "crowd", "do": "all"})
    await until(played.orders.locked)
    await backstage.scene({"id": "crowd", "do": "pause"})
    await until(lambda: not played.orders.locked())
    scene = backstage.scenes["crowd"]
    assert scene.at == 1
    while scene.at < len(WAVES):
        await backstage.scene({"id": "crowd", "do": "step"})
    return played


async def test_september_comes_out_as_expected_though_the_bot_was_killed(played: House) -> None:
    assert differences(played.scenario, await find(played.stage, played.scenario)) == []
    interrupted = played.server.world.chats[played.scenario.rows["1"].reporter.id].messages.values()
    assert sum(one.shown.get("text") == "/start" for one in interrupted) == 1  # it went on where it was


async def test_every_step_of_september_has_its_line_in_every_language(played: House) -> None:
    said, moments = narrated(played), played.scenario.moments
    assert all(len({line[language] for language in LANGUAGES}) == len(LANGUAGES) for line in said)
    stopped = said.index(playhouse.in_all("scene-stopped-without-bot"))
    assert said[stopped - 1] == said[stopped + 1]  # the step goes on
    steps = [line["en"] for line in (*said[:stopped], *said[stopped + 2 :])][: len(moments)]
    assert len(set(steps)) == len(moments)
    assert [line for line, moment in zip(steps, moments, strict=True) if moment.says] == [
        moment.says for moment in moments if moment.says
    ]


async def test_whoever_acts_has_joined_the_first_row_and_is_shown(played: House) -> None:
    shown = {card["chat_id"]: card["role"] for card in played.cast.cards}
    led = [event["chat_id"] for event in played.server.told.after(0) if event["type"] == "cast"]
    reporters = []
    for moment in played.scenario.moments:
        if moment.does == "reports":
            reporters.append(played.scenario.rows[moment.row].reporter.id)
            assert reporters[-1] in led
        elif moment.by:
            member = played.scenario.members[moment.by]
            assert (member.id in led, shown[member.id]) == (True, member.role)
    assert played.stage.channel.chat_id in led
    assert played.scenario.members["alma"].id not in led
    guests = [card["chat_id"] for card in played.cast.cards if card["guest"]]
    assert guests == [card["chat_id"] for card in played.cast.cards][:GUESTS] == reporters[: -GUESTS - 1 : -1]
    assert played.cast.cards[-1]["role"] == "channel"


async def test_a_step_that_somebody_made_impossible_says_so_and_the_next_is_played(played: House) -> None:
    row = played.scenario.rows["3"]
    other = row.model_copy(update={"reporter": row.reporter.model_copy(update={"id": 2000033})})
    scene = September(played.scenario.model_copy(update={"rows": {**played.scenario.rows, "3": other}}))
    phones, begun = played.cast.members, await played.stage.world.now()
    await scene.step(played)
    await phones["igor"].taps("Не могу")
    await phones["saule"].taps("Беру")
    await settle(played.stage)
    for who in ("Made-up Igor", "Made-up Saule"):
        await scene.step(played)
        assert narrated(played)[-1] == playhouse.in_all("scene-hindered", who=who)
    await scene.step(played)
    assert narrated(played)[-1] == playhouse.in_all("september-4")
    assert scene.at == 4
    passed = await played.stage.world.now() - begun
    assert timedelta() < passed < timedelta(minutes=5)  # their own moments have passed: neither back nor on


async def test_the_crowd_is_forty_people_in_three_languages(house: House) -> None:
    names = {person.name for person in PEOPLE}
    assert len(PEOPLE) == len(names) == 40
    assert all(name.startswith("Made-up ") for name in names)
    assert names.isdisjoint(member.name for member in house.scenario.members.values())
    assert {person.language for person in PEOPLE} == set(LANGUAGES)
    assert {person.city for person in PEOPLE} == {"Almaty", "Astana", "Shymkent"}


async def cases_by_person(house: House) -> dict[str, Case]:
    """The case of everybody in the crowd who has one. Raises ValueError if somebody has not exactly one report."""
    found: dict[str, Case] = {}
    names = {person.name for person in PEOPLE}
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        for person in house.server.world.people.values():
            if person.first_name in names:
                (address,) = await tx.addresses.by(lookup=tx.lookup(TELEGRAM, str(person.id)))
                (report,) = await tx.reports.by(address_id=address.id)
                if report.case_id and (case := await tx.cases.get(report.case_id)):
                    found[person.first_name] = case
    return found


async def test_nobody_of_the_forty_is_lost_and_lawyers_are_asked_about_each(crowded: House) -> None:
    cases = await cases_by_person(crowded)
    assert set(cases) == {person.name for person in PEOPLE}
    assert {case.city for case in cases.values()} == {"almaty", "astana", "shymkent"}
    async with crowded.stage.database.read(await crowded.stage.world.now()) as tx:
        assert [name for name, case in cases.items() if not await tx.alerts.by(case_id=case.id)] == []
    opened = sorted(case.opened_at for case in cases.values())
    assert timedelta(minutes=8) < opened[-1] - opened[0] < timedelta(minutes=10)


async def test_each_of_the_forty_does_what_they_came_for(crowded: House) -> None:
    said = narrated(crowded)
    hindered = [one.name for wave in WAVES for one in wave]
    assert [who for who in hindered if playhouse.in_all("scene-hindered", who=who) in said] == []


async def test_the_urgent_come_first_and_are_taken(crowded: House) -> None:
    cases = await cases_by_person(crowded)
    for name in ("Лаура", "Камила", "Павел"):  # about a child; from the bus; about somebody injured
        assert cases[f"Made-up {name}"].priority == "urgent", name
    for name in (
        "Лаура",
        "Павел",
    ):  # more are urgent than lawyers can take: twenty people in one case are, too
        assert cases[f"Made-up {name}"].state == "accepted", name


async def test_a_lawyer_gets_a_list_instead_of_forty_messages(crowded: House) -> None:
    fresh = min(case.opened_at for case in (await cases_by_person(crowded)).values())
    for key in ("alma", "ruslan"):
        shown = [one for one in await crowded.cast.members[key].shown() if one.from_bot and one.date >= fresh]
        assert len([one for one in shown if URGENT not in one.text]) < 12  # an urgent offer comes by itself
        buttons = {button.data for one in shown for row in one.buttons for button in row}
        assert sum(data.startswith("accept:") for data in buttons) >= 10


async def test_what_the_narrator_says_of_the_flood_is_so(crowded: House) -> None:
    """No fourth offer as a message of its own; and of forty reports no lawyer got more messages than the narrator says."""
    fresh, bot = (
        min(case.opened_at for case in (await cases_by_person(crowded)).values()),
        crowded.server.world.bot,
    )
    for key, member in crowded.scenario.members.items():
        if member.role != "lawyer":
            continue
        messages = crowded.server.world.chats[member.id].messages.values()
        sent = [one for one in messages if one.sender == bot["id"] and one.at >= fresh]
        assert len([one for one in sent if URGENT not in str(one.shown.get("text", ""))]) <= 12, key
        shown = [one for one in await crowded.cast.members[key].shown() if one.from_bot and one.date >= fresh]
        offers = [
            sum(button.data.startswith("accept:") for row in one.buttons for button in row)
            for one in shown
            if URGENT not in one.text
        ]
        assert len([count for count in offers if count]) <= 4, key  # three, and the list


async def test_the_coordinator_has_one_alert_of_the_mass_detention_which_is_its_live_board(
    crowded: House,
) -> None:
    cases = await cases_by_person(crowded)
    fresh = min(case.opened_at for case in cases.values())
    shown = [one for one in await crowded.cast.members["dana"].shown() if one.from_bot and one.date >= fresh]
    boards = [one.text for one in shown if "Mass detention: at least 10 detained people" in one.text]
    async with crowded.stage.database.read(await crowded.stage.world.now()) as tx:
        mass = [one.id for one in await tx.incidents.select() if one.mass_at is not None]
        linked = {link.case_id for id in mass for link in await tx.incident_links.by(incident_id=id)}
    inside = [case for case in cases.values() if case.id in linked and case.city == "almaty"]
    assert len(inside) >= 25
    assert 1 <= len(boards) <= 2  # what September left may have grown to a second one


async def test_the_phone_that_was_taken_shows_nothing(crowded: House) -> None:
    people = crowded.server.world.people.values()
    chat_id = next(one.id for one in people if one.first_name == "Made-up Камила")
    left = [one for one in crowded.server.world.chats[chat_id].messages.values() if not one.deleted]
    assert [one.shown["text"] for one in left if "автобус" in one.shown["text"]] == []


async def test_only_the_last_two_of_the_forty_are_in_the_first_row_and_lawyers_stay_near(
    crowded: House,
) -> None:
    names = [card["name"] for card in crowded.cast.cards]
    assert names[:GUESTS] == [person.name for person in PEOPLE if person.shown][: -GUESTS - 1 : -1]
    assert len(names) < 20  # of forty, and those who are always there, on both messengers


async def test_what_nobody_has_taken_goes_on_to_others_afterwards(
    crowded: House, backstage: Backstage
) -> None:
    begun, cases = await crowded.stage.world.now(), await cases_by_person(crowded)
    await backstage.scene({"id": "crowd", "do": "step"})
    assert narrated(crowded)[-1] == playhouse.in_all("crowd-9")
    assert backstage.scenes["crowd"].at == backstage.scenes["crowd"].steps == 9
    # with so few lawyers all of a region were asked in the first round, so the neighbours hear after it
    await crowded.cast.members["bolat"].expects("Алматы", "түскелі 5 мин")
    await crowded.cast.members["dana"].expects("Almaty")
    async with crowded.stage.database.read(await crowded.stage.world.now()) as tx:
        asked = [alert for case in cases.values() for alert in await tx.alerts.by(case_id=case.id)]
    assert [alert for alert in asked if alert.offered_at > begun] != []


async def test_who_asks_for_a_brother_reads_what_a_stranger_reads_and_is_called_back(
    crowded: House, backstage: Backstage
) -> None:
    scene = backstage.scenes["brother"]
    while scene.at < scene.steps:
        await backstage.scene({"id": "brother", "do": "step"})
        assert narrated(crowded)[-1] == playhouse.in_all(f"brother-{scene.at}")
    chats = {card["name"]: card["chat_id"] for card in crowded.cast.cards}
    sister, stranger = (
        [one.shown["text"] for one in crowded.server.world.chats[chats[who]].messages.values()]
        for who in (BROTHER_SISTER, BROTHER_STRANGER)
    )
    answer = load_words().say("ru", "lookup-answer")
    assert [text for text in sister if answer in text] == [text for text in stranger if answer in text] != []
    await crowded.cast.members["dana"].expects("Made-up Dana has called back")
    async with crowded.stage.database.read(await crowded.stage.world.now()) as tx:
        states = {one.names[0]: one.state for one in await tx.lookups.select()}
    assert states["Ерлан Касымов"] is LookUpState.CALLED_BACK
    assert states["Данияр Бекжанов"] is LookUpState.WAITING
