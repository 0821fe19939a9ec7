"""What a lawyer sees before accepting, and what only the one who accepted sees after."""

import pytest

from core.model import Member
from core.vocabulary import Role
from handlers.people import addresses
from tests.stories.staff import EVENING, ever_sent, history, offers_shown, reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

WORDS = "police took Dana Made-Up in Medeu district of Almaty, she is a journalist, call +7 777 123 45 67"
FORBIDDEN = (
    "Made-Up",
    "Dana",
    "ournalist",
    "7771234567",
    "123 45 67",
    "took",
    "Abay",
    "43.238",
    "tried to speak",
)


@pytest.mark.world(start=EVENING)
async def test_before_accept_nothing_tells_who_it_is_and_after_it_only_the_owner_knows(world: World) -> None:
    owner = await world.member("Marat", languages=("en",))
    other = await world.member("Saule", languages=("kk",))
    listed = await world.member("Ruslan", cities=("pavlodar",), escalation=True)
    coordinator = await world.member("Olga", role="coordinator", on_duty=False)
    citizen = await reports(world, WORDS)
    await citizen.shares_location(43.238, 76.945)
    await citizen.sends_photo(b"a picture")
    await says(world, citizen, "she tried to speak at Abay street 10")
    await coordinator.writes("/cases")
    await other.writes("/cases")
    await world.administrator.writes("/cases")
    await world.settle()
    await owner.expects("URGENT", "Almaty, Medeu District", "person", "English", "reported", "not verified")
    for word in FORBIDDEN:
        assert word not in await ever_sent(world, owner)
    await taps(world, owner, "I'll take it")
    seen = await owner.expects("Made-Up", "+77771234567", "43.23800", "Abay street 10", "Journalist")
    assert seen.raw["has_protected_content"] is True
    await world.fast_forward(hours=2)  # offered again, to everybody, and a digest
    for member in (other, listed, coordinator, world.administrator):
        for word in FORBIDDEN:
            assert word not in await ever_sent(world, member)
    digest = await world.channel.last()
    assert not any(word in digest.text for word in FORBIDDEN)


async def test_everybody_reads_the_offer_in_their_own_language(world: World) -> None:
    kazakh = await world.member("Alma", languages=("kk", "ru"))
    russian = await world.member("Marat", languages=("ru",))
    english = await world.member("Saule", languages=("en",))
    await reports(world, "полиция задержала двух человек в Алматы", language="ru")
    await kazakh.expects("біреу ұсталды", "Алматы", "2 адам", "орысша", "тексерілмеген")
    await russian.expects("кто-то задержан", "Алматы", "2 человека", "русский", "не проверено")
    await english.expects("somebody is detained", "Almaty", "2 persons", "Russian", "not verified")


async def test_a_member_is_answered_in_the_language_of_the_roster_until_they_choose(world: World) -> None:
    lawyer = await world.playground.person("Alma", language="en")
    await lawyer.starts()
    await world.settle()
    async with world.app.database.write(world.clock.now()) as tx:
        address = await addresses.of_chat(tx, str(lawyer.id))
        tx.members.add(
            Member(
                tx.new_id(), address.id, Role.LAWYER, "Alma", ("kk",), ("almaty",), True, "", False, tx.now
            )
        )
    await says(world, lawyer, "/case nothing at all")
    await lawyer.expects("ештеңе табылмады")


async def test_photos_come_only_to_the_owner_and_voices_to_a_coordinator_too_and_only_when_asked_for(
    world: World,
) -> None:
    owner = await world.member("Marat", languages=("en",))
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    citizen = await reports(world, WORDS)
    await citizen.sends_photo(b"a picture")
    await citizen.sends_voice(b"a voice")
    await world.settle()
    await taps(world, owner, "I'll take it")
    assert not any(message.file for message in await owner.shown())
    await taps(world, owner, "2 files")
    files = [message for message in await owner.shown() if message.file]
    assert [message.file["kind"] for message in files if message.file] == ["photo", "voice"]
    assert all(message.raw["has_protected_content"] for message in files)
    await says(world, coordinator, f"/case {(await the_case(world)).code}", "the family has called")
    opened = await coordinator.expects("Made-Up")
    assert any(button.label == "1 file" for row in opened.buttons for button in row)
    await taps(world, coordinator, "1 file")
    assert [one.file["kind"] for one in await coordinator.shown() if one.file] == ["voice"]


async def test_a_very_long_report_still_fits_the_card_and_all_words_show_it_whole(world: World) -> None:
    owner = await world.member("Marat", languages=("en",))
    citizen = await reports(world, "police took people in Almaty")
    await says(
        world, citizen, "the corner " + "🚓" * 1900, "\n".join(f"Person{n} Madeup{n}" for n in range(100))
    )
    await taps(world, owner, "I'll take it")
    await owner.expects("Madeup1", "Their words (the last ones")
    await taps(world, owner, "All words")
    await owner.expects("Person99 Madeup99")
    text = "".join(message.text for message in await owner.shown())
    assert text.count("🚓") >= 1900


async def test_forwarded_and_corrected_words_are_marked(world: World) -> None:
    owner = await world.member("Marat", languages=("en",))
    citizen = await reports(world, "police took a man in Almaty")
    await citizen.forwards("they hold him at the station", world.clock.now().replace(hour=4))
    first = await citizen.writes("grey van")
    await world.settle()
    await citizen.edits(first, "white van")
    await world.settle()
    await taps(world, owner, "I'll take it")
    await owner.expects("forwarded, first written 17.09 10:00", "«white van» (corrected)")


async def test_give_back_shrinks_to_a_stub_and_the_others_are_asked_at_once(world: World) -> None:
    first = await world.member("Marat", languages=("en",))
    second = await world.member("Saule", languages=("en",), cities=("konaev",))
    await reports(world, WORDS)
    await taps(world, first, "I'll take it")
    await first.expects("Made-Up")
    await taps(world, first, "Give back")
    await first.expects("given back, others are being asked")
    await first.expects_nothing("Made-Up")
    assert await offers_shown(second) == 1
    case = await the_case(world)
    assert (case.state, case.owner_id) == ("open", None)
    assert "given_back" in await history(world, case)
    await first.taps_data((await first.last()).id, f"back:{case.id}")
    await world.settle()
    await first.expects("not shown to you")


async def test_the_reporter_hears_of_it_sparsely_and_who_is_held_only_with_consent(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    held = await reports(world, "police took me in Almaty")
    await taps(world, lawyer, "I'll take it")
    await held.expects_nothing("A lawyer has taken")
    willing = await reports(world, "police took a woman in Almaty", name="Vera")
    await taps(world, lawyer, "I'll take it", "Contacted", "Released", "Released")
    texts = [message.text for message in await willing.shown() if message.from_bot]
    assert sum("A lawyer has taken" in text for text in texts) == 1
    assert sum("is closed" in text for text in texts) == 1
