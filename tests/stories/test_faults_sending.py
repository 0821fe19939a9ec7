"""Telegram refuses, hangs, forgets or is away: everything arrives all the same, alerts first."""

import pytest

from core.traffic import Lane
from playground.limits import Limits
from storage.schema import cards
from tests.stories.faults import address_of, by_hand, from_bot, polling, reader, shows, tells, until
from tests.world.world import World


@pytest.mark.slow
async def test_a_429_pauses_only_the_chat_that_it_names(world: World) -> None:
    slow, other = await reader(world, "Aigul"), await reader(world, "Berik")
    await world.playground.fails("too_many", chat=slow, retry_after=30)
    await tells(world, slow, "first")
    await tells(world, slow, "second")
    await tells(world, other, "third")
    await world.settle()
    await other.expects("third")
    assert await from_bot(slow) == []
    await world.fast_forward(seconds=20)
    assert await from_bot(slow) == []
    await world.fast_forward(seconds=15)
    assert [one.text for one in await from_bot(slow)] == ["first", "second"]


@pytest.mark.slow
async def test_a_429_on_several_chats_pauses_everything_for_some_seconds(world: World) -> None:
    people = [await reader(world, f"Person {number}") for number in range(4)]
    *several, other = people
    await world.settle()
    for person in several:
        await world.playground.fails("too_many", chat=person, retry_after=30)
        await tells(world, person, "words")
    await world.settle()
    await tells(world, other, "words")
    await world.settle()
    assert await from_bot(other) == []
    await world.fast_forward(seconds=11)
    await other.expects("words")  # it was about those chats
    await world.fast_forward(seconds=20)
    for person in people:
        assert len(await from_bot(person)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["error_500", "bad_gateway", "close_before"])
async def test_what_was_not_accepted_arrives_once(world: World, kind: str) -> None:
    citizen = await reader(world, "Aigul")
    await world.playground.fails(kind, times=2, methods=("sendMessage",))
    await tells(world, citizen, "words")
    await world.settle()
    assert len(await from_bot(citizen, "words")) == 1
    assert await world.playground.fault_hits() == 2


async def test_what_was_perhaps_accepted_is_repeated(world: World) -> None:
    citizen = await reader(world, "Aigul")
    await world.playground.fails("close_after", methods=("sendMessage",))
    await tells(world, citizen, "words")
    await world.settle()
    assert len(await from_bot(citizen, "words")) == 2


@pytest.mark.slow
async def test_a_message_that_always_fails_lets_later_ones_pass_and_the_operator_hears_of_it(
    world: World,
) -> None:
    citizen = await reader(world, "Aigul")
    await world.playground.fails("error_500", times=None, text="the poison")
    await tells(world, citizen, "the poison")
    await tells(world, citizen, "later words")
    for _ in range(2):
        await world.fast_forward(seconds=10)
        assert await from_bot(citizen) == []  # in a conversation order matters, for a while
    await until(world, shows(citizen, "later words"), minutes=2)
    await world.settle()
    assert [one.text for one in await from_bot(citizen)] == ["later words"]
    assert len(await from_bot(world.administrator, "again and again")) == 1
    await world.playground.heals()
    await until(world, shows(citizen, "the poison"), minutes=2)
    await world.settle()
    assert [one.text for one in await from_bot(citizen)] == ["later words", "the poison"]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["error_500", "close_before"])
async def test_after_some_failures_a_conversation_is_in_order(world: World, kind: str) -> None:
    citizen = await reader(world, "Aigul")
    await world.playground.fails(kind, times=3, chat=citizen)
    for number in range(4):
        await tells(world, citizen, f"words {number}")
    await until(world, shows(citizen, "words 3"), minutes=5)
    assert [one.text for one in await from_bot(citizen)] == [f"words {number}" for number in range(4)]


@pytest.mark.slow
async def test_when_telegram_is_back_everything_leaves_and_alerts_first(world: World) -> None:
    lawyer = await world.member("Marat")
    people = [await reader(world, f"Person {number}") for number in range(40)]
    await world.playground.goes_down()
    for person in people:
        await tells(world, person, "the digest", Lane.DIGEST)
    await until_failing(world)
    await tells(world, lawyer, "the alert", Lane.ALERT)
    world.clock.move_to(world.clock.now())
    await until_failing(world)
    before = len(await world.playground.calls("sendMessage"))
    await world.playground.heals()
    await until(world, shows(lawyer, "the alert"))
    sent = (await world.playground.calls("sendMessage"))[before:]
    place = [str(call["params"]["chat_id"]) for call in sent].index(str(lawyer.id))
    assert place < 16, "more than what was in flight came before the alert"
    await until(world, shows(people[-1], "the digest"))
    await world.settle()
    for person in people:
        assert len(await from_bot(person, "the digest")) == 1


async def until_failing(world: World) -> None:
    """Some seconds of trying in vain."""
    attempts = world.app.outbox.sender
    start = world.clock.now()

    async def tried() -> bool:
        return len(attempts) > 0 and (world.clock.now() - start).total_seconds() > 10

    await until(world, tried)


@pytest.mark.slow
async def test_a_refused_token_is_tried_on_and_the_operator_is_told_once_and_that_it_is_mended(
    world: World,
) -> None:
    citizen = await world.person("Aigul", "ru")
    await world.settle()
    prefix, world.server.api._prefix = world.server.api._prefix, "/bot1:another/"
    await citizen.starts()
    await until_failing_polls(world)
    world.server.api._prefix = prefix
    await until(world, shows(citizen, "Test Bureau"))
    await until(world, shows(world.administrator, "answers again"), minutes=5)
    await world.settle()
    assert len(await from_bot(world.administrator, "401 or 404")) == 1
    assert len(await from_bot(world.administrator, "answers again")) == 1


async def until_failing_polls(world: World) -> None:
    """Two minutes in which no poll succeeds."""
    start = world.clock.now()

    async def long_enough() -> bool:
        return (world.clock.now() - start).total_seconds() > 120

    await until(world, long_enough)


@pytest.mark.slow
async def test_a_second_poller_is_an_alarm_and_both_go_on(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    await until(world, polling(world))
    world.server.receiving._interrupt((409, "Conflict: terminated by other getUpdates request"))
    await until(world, shows(world.administrator, "409"))
    await citizen.starts()
    await until(world, shows(citizen, "Test Bureau"))
    await until(world, shows(world.administrator, "answers again"))


@pytest.mark.slow
async def test_who_has_blocked_the_bot_is_asked_no_more_and_the_next_lawyer_is(world: World) -> None:
    gone = await world.member("Marat")
    coordinator = await world.member("Saule", role="coordinator", cities=("astana",))
    citizen = await world.person("Aigul", "ru")
    await world.crash()
    await gone.blocks()
    world.server.updates.clear()  # as if Telegram had not said so: the send finds out
    await world.start_bot()
    await citizen.writes("кого-то задержали в Алматы")
    await world.settle()
    assert (await address_of(world, gone)).unreachable_since is not None
    await coordinator.expects("Алматы")
    async with world.app.database.read(world.clock.now()) as tx:
        states = {alert.state for alert in await tx.alerts.select()}
    assert "unreachable" in states


@pytest.mark.slow
async def test_a_channel_that_refuses_one_digest_gets_the_next(world: World) -> None:
    await world.playground.sets_bot(world.channel, "left", by=world.administrator)
    await world.fast_forward(hours=24)
    await world.administrator.expects("channel cannot be reached")
    await world.playground.sets_bot(world.channel, "administrator", by=world.administrator)
    await world.fast_forward(hours=24)
    assert len(await from_bot(world.channel)) == 1


@pytest.mark.slow
async def test_a_group_that_moved_is_followed_when_a_send_finds_out(world: World) -> None:
    owner = await world.person("Saule", "ru")
    group = await world.playground.group("Duty", owner)
    await tells(world, group, "before")
    await world.settle()
    await world.crash()
    moved = await world.playground.migrates(group)
    world.server.updates.clear()
    await world.start_bot()
    await tells(world, group, "after")
    await world.settle()
    assert [one.text for one in await from_bot(moved)] == ["after"]
    assert (await address_of(world, group)).chat == str(moved.chat_id)


@pytest.mark.slow
async def test_a_card_whose_message_is_gone_is_sent_anew(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await citizen.writes("кого-то задержали в Алматы")
    await world.settle()
    (card,) = await from_bot(lawyer, "Алматы")
    chat = world.server.world.chats[lawyer.id]
    world.server.world.delete(chat.messages[card.id])
    await lawyer.taps_data(
        card.id, next(b.data for row in card.buttons for b in row if b.data.startswith("accept"))
    )
    await world.settle()
    assert [one.id > card.id for one in await from_bot(lawyer, "Алматы")] == [True]


@pytest.mark.slow
async def test_a_message_that_is_shown_as_wanted_already_is_content(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await citizen.writes("кого-то задержали в Алматы")
    await world.settle()
    async with world.app.database.write(
        world.clock.now()
    ) as tx:  # as if the record of the send had been lost
        (card,) = [one for one in await tx.cards.select() if one.subject == "alert"]
        await tx.execute(cards.update().values(content=None, shown=0))
    world.app.outbox._rescan = True
    world.app.outbox._wake.set()
    await world.settle()
    refused = [call for call in await world.playground.calls("editMessageText") if call["status"] == 400]
    assert refused
    assert len(await from_bot(lawyer, "Алматы")) == 1
    async with world.app.database.read(world.clock.now()) as tx:
        shown = await tx.cards.get(card.id)
    assert shown is not None
    assert (shown.shown, shown.failed, shown.message_id) == (shown.wanted, None, card.message_id)


@pytest.mark.slow
async def test_a_press_on_a_copy_that_nobody_tracks_repairs_that_copy(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.playground.fails("close_after", methods=("sendMessage",), chat=lawyer)
    await citizen.writes("кого-то задержали в Алматы")
    await world.settle()
    copy, _tracked = await from_bot(lawyer, "Алматы")
    await lawyer.taps("Беру", copy)
    await world.settle()
    after = {one.id: one for one in await lawyer.shown()}
    assert after[copy.id].buttons == ()
    assert "Алматы" not in after[copy.id].text
    (opened,) = await from_bot(lawyer, "Алматы")
    assert opened.buttons


@pytest.mark.slow
async def test_a_press_on_an_old_card_that_is_tracked_does_not_overwrite_it(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await citizen.writes("кого-то задержали в Алматы")
    await world.settle()
    await lawyer.taps("Беру")
    await world.settle()
    (card,) = await from_bot(lawyer, "Алматы")
    async with world.app.database.write(world.clock.now()) as tx:
        for note in await tx.messages.select():
            tx.messages.remove(note.id)  # as housekeeping does after 48 hours
    shown = next(one for one in await lawyer.shown() if one.id == card.id)
    button = shown.buttons[0][0]
    await lawyer.taps_data(card.id, button.data)
    await world.settle()
    assert await from_bot(lawyer, "устарело") == []


@pytest.mark.slow
@pytest.mark.world(limits=Limits())
async def test_an_alert_leaves_before_200_waiting_digests(world: World) -> None:
    lawyer = await world.member("Marat")
    people = [await reader(world, f"Person {number}") for number in range(200)]
    for person in people:
        await tells(world, person, "the digest", Lane.DIGEST)
    await tells(world, lawyer, "the alert", Lane.ALERT)
    await world.settle()
    order = [call["params"]["text"] for call in await world.playground.calls("sendMessage")]
    assert order.count("the digest") == 200
    assert order[: order.index("the alert")].count("the digest") <= 16


@pytest.mark.slow
async def test_a_long_message_comes_in_order_in_pieces(world: World) -> None:
    citizen = await reader(world, "Aigul")
    lines = [f"line {number} " + "ы" * 50 for number in range(200)]
    await tells(world, citizen, "\n".join(lines))
    await world.settle()
    pieces = [one.text for one in await from_bot(citizen)]
    assert len(pieces) == 3
    assert "\n".join(pieces).splitlines() == lines


@pytest.mark.slow
async def test_an_unreachable_telegram_at_the_start_delays_nothing_for_good(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    await world.crash()
    await world.playground.goes_down()
    async with by_hand(world):
        pass
    await world.playground.heals()
    await citizen.starts()
    await until(world, shows(citizen, "Test Bureau"))
