"""The first minute: which button is the next one, whatever way somebody has gone so far."""

import pytest

from playground.demo.settling import settle
from playground.host.guide import PAIRS, STEPS, Guide, Seen, next_step
from playground.host.playhouse import House, in_all
from playground.phone import Phone

pytestmark = pytest.mark.slow

FIRST_SCREEN = ["report/situation:me", "report/situation:other"]
CARD = ["first:7:contacted", "first:7:on_my_way", "closing:7:released", "closing:7:false_alarm"]


def seen(
    *,
    wrote: bool = True,
    citizen: str = "",
    lawyer: str = "",
    shows: list[str],
    card: list[str] | None = None,
) -> Seen:
    return Seen(
        wrote,
        {"citizen": citizen.split(), "lawyer": lawyer.split()},
        {"citizen": shows, "lawyer": card or []},
    )


@pytest.mark.parametrize(
    ("looks", "key", "press"),
    [
        (seen(wrote=False, shows=[]), "begin", ""),
        (seen(wrote=False, shows=[], card=["accept:9"]), "begin", ""),  # somebody else's case
        (seen(shows=FIRST_SCREEN), "situation", "report/situation:other"),
        (seen(shows=[]), "situation", ""),  # the bot has not answered yet
        (seen(citizen="report/situation:other", shows=["report/place:!more", "report/place:almaty"]), "place",
         "report/place:almaty"),
        (seen(citizen="report/place:almaty report/consent:no", shows=[], card=["accept:9"]), "accept", "accept:9"),
        (seen(citizen="report/place:almaty", lawyer="accept:9", shows=["report/consent:no"], card=CARD), "first",
         "first:7:contacted"),
        (seen(lawyer="accept:9 first:7:contacted", shows=[], card=CARD[1:]), "closing", "closing:7:released"),
        (seen(lawyer="accept:9 closing:7:released", shows=[], card=["closed:7:released", *CARD]), "closed",
         "closed:7:released"),
    ],
)  # fmt: skip
def test_the_next_step_is_what_has_not_been_done_yet(looks: Seen, key: str, press: str) -> None:
    step, data = next_step(looks, "almaty")
    assert step is not None
    assert (step.key, data) == (key, press)


def test_whoever_types_the_report_instead_is_led_on_from_where_they_are() -> None:
    step, data = next_step(seen(shows=["report/who:one", "report/consent:no"], card=["accept:9"]), "almaty")
    assert step is not None
    assert (step.key, data) == ("accept", "accept:9")


def test_to_skip_a_question_is_no_answer_to_it() -> None:
    looks = seen(citizen="report/situation:other report/place:!more", shows=["report/place:almaty"])
    assert next_step(looks, "almaty")[1] == "report/place:almaty"


def test_in_the_end_nothing_is_left() -> None:
    assert next_step(seen(lawyer="accept:9 closed:7:released", shows=FIRST_SCREEN), "almaty") == (None, "")


@pytest.mark.asyncio(loop_scope="module")
async def test_whoever_presses_what_is_marked_comes_to_the_end_in_every_language_and_can_begin_again(
    house: House,
) -> None:
    guide, people = Guide(house), {one.id: one for one in house.cast.citizens}
    people |= {one.id: one for one in house.cast.members.values()}
    for language in (*PAIRS, "en"):
        if language == "en" and guide.hints()["en"]["step"] == len(STEPS):
            guide.begin()
        keys: list[tuple[int, str]] = []
        while "press" in (hint := guide.hints()[language]):
            assert len(keys) < 2 * len(STEPS), keys
            phone = people[hint["chat_id"]]
            keys.append((hint["step"], phone.about["language_code"]))
            if hint["types"]:
                await phone.writes(hint["types"])
            elif hint["press"] == "start":
                await phone.starts()
            else:
                assert hint["press"], hint
                await phone.taps(hint["press"])
            await settle(house.stage)
            await house.stage.world.advance(2)  # a chat gets one message a second
            await settle(house.stage)
        assert [number for number, _ in keys] == list(range(len(STEPS)))
        assert {spoken for _, spoken in keys[:3]} == {language}
        assert hint["text"] == in_all("guide-done")
        reporter = people[hint["chat_id"]]
        assert reporter in house.cast.citizens
        assert reporter.about["language_code"] == language
        assert await reporter.last()


@pytest.mark.asyncio(loop_scope="module")
async def test_what_a_lawyer_does_for_others_is_no_step_of_it(house: House) -> None:
    guide, lawyer = Guide(house), house.cast.members["ruslan"]
    other = await house.stage.world.person("Made-up Aisha", language="en")
    await other.writes("police took my brother in Almaty")
    await settle(house.stage)
    await lawyer.taps("accept:" + (await _offered(lawyer)))
    await settle(house.stage)
    assert (guide.hints()["en"]["step"], guide.hints()["en"]["types"]) == (0, "/report")


async def _offered(lawyer: Phone) -> str:
    data = [button.data for one in await lawyer.shown() for row in one.buttons for button in row]
    return next(one.partition(":")[2] for one in data if one.startswith("accept:"))


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("first", ["/start", "/report"])
async def test_a_question_that_was_answered_in_writing_is_not_asked_for_again(
    house: House, first: str
) -> None:
    guide = Guide(house)
    citizen = next(one for one in house.cast.citizens if one.about["language_code"] == "en")
    asked = []
    for words in (first, "my brother was just detained", "in almatu"):
        await citizen.writes(words)
        await settle(house.stage)
        await house.stage.world.advance(2)
        await settle(house.stage)
        asked.append(guide.hints()["en"]["press"].partition(":")[0])
    assert asked[:2] == ["report/situation", "report/place"]
    assert asked[2] in ("accept", "")  # as soon as it is that lawyer's turn
