"""Signal's adapter at the local daemon: what comes in, what leaves, and what each failure means."""

import json
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock.clock import SteppedClock
from bot.messengers.errors import (
    AccessLost,
    Challenged,
    Gone,
    MessengerError,
    NoFile,
    RetryLater,
    Unreachable,
    Unreadable,
    Untrusted,
)
from bot.messengers.signal import parsing
from bot.messengers.signal.client import Signal
from core.incoming import File, FileKind, Incoming, IncomingKind
from core.presentation import Presentation
from playground.signal_cli.daemon import Daemon, serve
from playground.signal_cli.people import OURS, SignalPerson

NOON = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)


@pytest.fixture
async def daemon() -> AsyncIterator[Daemon]:
    async with serve(SteppedClock(NOON)) as running:
        yield running


@pytest.fixture
async def messenger(daemon: Daemon, tmp_path: Path) -> AsyncIterator[Signal]:
    signal = Signal(daemon.url, OURS, patience=5, attachments=str(tmp_path))
    yield signal
    await signal.close()


@pytest.fixture
async def aigul(daemon: Daemon, messenger: Signal) -> SignalPerson:
    """She has written, and was answered."""
    person = daemon.signal.add("Made-Up Aigul")
    daemon.signal.writes(person, "hello")
    await messenger.fetch(None, 5)
    await messenger.accept(person.id)
    return person


async def heard(messenger: Signal, count: int = 1) -> list[Incoming]:
    """The next things that came in, however many are handed over at once."""
    found: list[Incoming] = []
    while len(found) < count:
        found += [messenger.parse(raw) for _, raw in await messenger.fetch(None, 5)]
    return found


async def one(messenger: Signal) -> Incoming:
    (found,) = await heard(messenger)
    return found


async def test_words_come_with_who_said_them_and_the_time_of_signals_server(
    daemon: Daemon, messenger: Signal
) -> None:
    person = daemon.signal.add("Made-Up Aigul", number="+77010000001")
    person.skew = timedelta(days=-17_000)  # a phone that lives in the seventies
    said = daemon.signal.writes(person, "they took my brother")
    came = await one(messenger)
    assert (came.messenger, came.kind, came.sender, came.chat) == (
        "signal",
        IncomingKind.MESSAGE,
        person.id,
        person.id,
    )
    assert came.private
    assert came.text == "they took my brother"
    assert came.message_id == said.number
    assert came.sent_at is not None
    assert abs(came.sent_at - NOON) < timedelta(seconds=1)


def test_words_of_a_phone_whose_clock_stands_before_1970_have_no_number_and_are_words() -> None:
    said = {"timestamp": -5, "message": "they took my brother"}
    about = {"sourceUuid": "made-up", "timestamp": -5, "serverReceivedTimestamp": 1_537_164_000_000}
    came = parsing.parse(json.dumps({"envelope": {**about, "dataMessage": said}}).encode())
    assert (came.text, came.message_id, came.sent_at) == ("they took my brother", None, NOON)


async def test_the_same_envelope_handed_over_later_has_the_same_bytes(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    daemon.signal.writes(aigul, "once")
    event = daemon.signal.undelivered[0]
    later = {**event, "envelope": {**event["envelope"], "serverDeliveredTimestamp": 99}}
    assert parsing.raw_of(event) == parsing.raw_of(later)


async def test_what_a_phone_sends_by_itself_is_nothing_that_was_said(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    daemon.signal.writes(aigul, "")  # a new key of the profile
    daemon.signal.writes(aigul, "", pollVote={"authorUuid": "made-up", "optionIndexes": [0]})
    daemon.signal.writes(aigul, "", pinMessage={"targetSentTimestamp": 1})
    daemon.signal.writes(aigul, "", sticker={"packId": "made-up", "stickerId": 1})
    daemon.signal.writes(aigul, "", payment={"note": "", "receipt": ""})
    daemon.signal.writes(aigul, "", viewOnce=True, attachments=[{"id": "1.jpg", "contentType": "image/jpeg"}])
    came = [(one.kind, one.file and one.file.kind) for one in await heard(messenger, 6)]
    said = [(IncomingKind.MESSAGE, kind) for kind in (FileKind.STICKER, None, FileKind.PHOTO)]
    assert came == [(IncomingKind.OTHER, None)] * 3 + said


async def test_our_own_echo_and_typing_are_not_even_kept(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    daemon.signal.arrives(None, 1, syncMessage={"sentMessage": {"message": "ours"}})
    daemon.signal.arrives(aigul, 2, typingMessage={"action": "STARTED", "timestamp": 2})
    daemon.signal.writes(aigul, "words")
    assert [came.text for came in await heard(messenger)] == ["words"]


async def test_a_message_reaches_the_phone_and_the_phone_says_so(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    number = await messenger.send(aigul.id, Presentation("A lawyer will write to you"))
    assert aigul.texts()[-1] == "A lawyer will write to you"
    receipt = await one(messenger)
    assert (receipt.kind, receipt.status, receipt.about) == (IncomingKind.RECEIPT, "delivered", (number,))
    daemon.signal.reads(aigul)
    assert (await one(messenger)).status == "read"


async def test_a_message_is_changed_and_taken_away(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    number = await messenger.send(aigul.id, Presentation("first"))
    await messenger.edit(aigul.id, number, Presentation("second"))
    assert aigul.bubbles[number].text == "second"
    assert aigul.bubbles[number].history == ["first"]
    await messenger.delete(aigul.id, [number])
    assert aigul.bubbles[number].deleted


async def test_what_makes_no_sound_is_not_urgent_and_an_answer_quotes(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    loud = await messenger.send(aigul.id, Presentation("loud"))
    quiet = await messenger.send(aigul.id, Presentation("quiet", silent=True, answers=loud))
    assert aigul.bubbles[loud].urgent
    assert not aigul.bubbles[quiet].urgent
    assert aigul.bubbles[quiet].quote == loud


async def test_a_correction_a_sign_and_a_quote_name_the_message_that_they_are_about(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    ours = await messenger.send(aigul.id, Presentation("Yes?"))
    await heard(messenger)  # the receipt
    said = daemon.signal.writes(aigul, "no", quote=ours)
    daemon.signal.corrects(aigul, said, "yes")
    daemon.signal.reacts(aigul, ours, "👍")
    daemon.signal.reacts(aigul, ours, "👍", remove=True)
    quoting, corrected, sign, taken = await heard(messenger, 4)
    assert (quoting.kind, quoting.answers, quoting.text) == (IncomingKind.MESSAGE, ours, "no")
    assert (corrected.kind, corrected.message_id, corrected.text) == (IncomingKind.EDITED, said.number, "yes")
    assert (sign.kind, sign.message_id, sign.text) == (IncomingKind.REACTION, ours, "👍")
    assert (taken.kind, taken.text) == (IncomingKind.REACTION, "")


async def test_a_file_is_fetched_and_leaves_the_daemons_folder(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson, tmp_path: Path
) -> None:
    said = daemon.signal.sends(aigul, b"picture", "image/jpeg", name="scene.jpg", text="here")
    clear = tmp_path / said.files[0]
    clear.write_bytes(b"picture")
    came = await one(messenger)
    assert came.text == "here"
    assert came.file is not None
    assert (came.file.kind, came.file.size, came.file.name) == (FileKind.PHOTO, 7, "scene.jpg")
    assert b"".join([piece async for piece in messenger.download(came.file.file_id)]) == b"picture"
    assert clear.exists()  # until it is sealed, and the row says so
    small = tmp_path / f"{said.files[0]}.preview"
    small.write_bytes(b"small")
    await messenger.discard(came.file.file_id)
    assert not clear.exists()
    assert not small.exists()
    with pytest.raises(NoFile):
        [piece async for piece in messenger.download("../secret")]


async def test_each_file_of_several_in_one_message_is_heard_and_the_words_once(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    about = [{"id": f"{n}.jpg", "contentType": "image/jpeg", "size": n} for n in (1, 2, 3)]
    daemon.signal.writes(aigul, "at the station", attachments=about)
    came = await heard(messenger, 3)
    assert [one.file.file_id for one in came if one.file is not None] == ["1.jpg", "2.jpg", "3.jpg"]
    assert [one.text for one in came] == ["at the station", "", ""]
    assert len({one.message_id for one in came}) == 1
    assert parsing.split_files({"envelope": {"dataMessage": {"attachments": "?"}}}) != []


async def test_a_long_message_is_words_and_the_file_in_which_they_came_goes(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson, tmp_path: Path
) -> None:
    words = "they took him " * 200
    long = {"id": "long", "contentType": "text/x-signal-plain", "size": len(words)}
    for name in ("long", "1.jpg"):
        (tmp_path / name).write_bytes(b"in the clear")
    daemon.signal.writes(aigul, words, attachments=[long])
    daemon.signal.writes(
        aigul, words, attachments=[long, {"id": "1.jpg", "contentType": "image/jpeg", "size": 1}]
    )
    daemon.signal.writes(
        aigul, words[:100], attachments=[long]
    )  # it could not be read there: the file is all
    came = await heard(messenger, 3)
    assert [(one.text, one.file.file_id if one.file else "") for one in came] == [
        (words, ""),
        (words, "1.jpg"),
        (words[:100], "long"),
    ]
    assert os.listdir(tmp_path) == ["1.jpg"]


async def test_a_file_of_ours_travels_with_its_words(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    number = await messenger.send_copy(aigul.id, Presentation("the paper"), b"PDF", "paper.pdf")
    assert aigul.bubbles[number].text == "the paper"
    assert aigul.bubbles[number].files[0].startswith("data:application/pdf;filename=paper.pdf;base64,")


async def test_a_file_that_somebody_sent_travels_on_under_its_name(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    said = daemon.signal.sends(aigul, b"voice", "audio/aac")
    given = File(FileKind.VOICE, said.files[0], "audio/aac", 5, None, "")
    number = await messenger.send(aigul.id, Presentation("listen", file=given))
    assert aigul.bubbles[number].text == "listen"
    (sent,) = aigul.bubbles[number].files
    assert sent.startswith("data:audio/")
    assert sent.endswith(";base64,dm9pY2U=")


async def test_what_is_said_disappears_after_as_long_as_was_asked(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    await messenger.vanish(aigul.id, 86_400)
    assert aigul.disappearing == 86_400
    await messenger.vanish(aigul.id, 0)
    assert aigul.disappearing == 0


async def test_what_cannot_be_replaced_says_so_and_a_group_is_left(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    with pytest.raises(Gone):
        await messenger.replace(aigul.id, 1)
    await messenger.leave("Z3JvdXA=")
    assert daemon.methods.calls[-1] == ("quitGroup", {"groupId": "Z3JvdXA="})


async def test_people_begin_by_the_link_where_there_is_one_and_the_number_is_not_told() -> None:
    own = "https://signal.me/#eu/made-up"
    for link, expected in ((own, own), ("", f"https://signal.me/#p/{OURS}")):
        messenger = Signal("http://127.0.0.1:9", OURS, link=link)
        assert await messenger.start_link("word") == f"{expected}\nword"
        await messenger.close()


async def test_a_place_is_a_link_to_a_map(daemon: Daemon, messenger: Signal, aigul: SignalPerson) -> None:
    await messenger.send(aigul.id, Presentation("the scene", place=(43.25, 76.95)))
    assert "mlat=43.25&mlon=76.95" in aigul.texts()[-1]


async def test_a_group_a_call_and_what_nobody_knows(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    daemon.signal.writes(aigul, "all of you", groupInfo={"groupId": "Z3JvdXA=", "type": "DELIVER"})
    daemon.signal.arrives(
        aigul, 5, callMessage={"offerMessage": {"id": 1, "type": "AUDIO_CALL", "opaque": ""}}
    )
    daemon.signal.arrives(aigul, 6, storyMessage={"allowsReplies": True})
    group, call, story = await heard(messenger, 3)
    assert (group.chat, group.chat_type) == ("Z3JvdXA=", "group")
    assert (call.kind, call.text, call.private) == (IncomingKind.CALL, "", True)
    assert story.kind is IncomingKind.OTHER
    for raw in (
        b"{",
        b"[]",
        b'{"envelope": 1}',
        b'{"envelope": {"sourceUuid": "x", "timestamp": 1, "new": 1}}',
    ):
        with pytest.raises(Unreadable):
            messenger.parse(raw)
        assert messenger.kind_of(raw) == "unknown"


@pytest.mark.parametrize(
    ("result", "error"),
    [
        ("UNREGISTERED_FAILURE", Unreachable),
        ("IDENTITY_FAILURE", Untrusted),
        ("NETWORK_FAILURE", RetryLater),
        ("INVALID_PRE_KEY_FAILURE", RetryLater),
    ],
)
async def test_a_failure_of_the_one_recipient_is_named_by_what_to_do(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson, result: str, error: type[MessengerError]
) -> None:
    daemon.methods.failing[aigul.id] = [result]
    with pytest.raises(error) as raised:
        await messenger.send(aigul.id, Presentation("words"))
    assert aigul.id not in str(raised.value)


async def test_a_phone_with_another_key_gets_nothing_until_it_is_trusted(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    daemon.signal.reinstalls(aigul)
    with pytest.raises(Untrusted):
        await messenger.send(aigul.id, Presentation("words"))
    await messenger.trust(aigul.id)
    await messenger.send(aigul.id, Presentation("words"))
    assert aigul.texts() == ["words"]


async def test_a_third_stranger_brings_a_riddle_with_its_token(daemon: Daemon, messenger: Signal) -> None:
    strangers = [daemon.signal.add(f"Made-Up {n}") for n in range(3)]
    for stranger in strangers[:2]:
        await messenger.send(stranger.id, Presentation("words"))
    with pytest.raises(Challenged) as raised:
        await messenger.send(strangers[2].id, Presentation("words"))
    assert raised.value.token == "made-up-challenge"
    assert raised.value.chat_only
    assert raised.value.sent is False


async def test_a_daemon_that_is_gone_is_surely_not_sent_to_and_its_stream_says_that_it_broke(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    await daemon.set_down(True)
    with pytest.raises(RetryLater) as raised:
        await messenger.send(aigul.id, Presentation("words"))
    assert raised.value.sent is False
    with pytest.raises(RetryLater):
        await messenger.fetch(None, 5)
    await daemon.set_down(False)
    daemon.signal.writes(aigul, "still there?")
    assert (await one(messenger)).text == "still there?"


async def test_a_stream_that_breaks_after_an_envelope_loses_nothing_and_before_it_loses_that_one(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    daemon.drop = "after"
    daemon.signal.writes(aigul, "first")
    assert (await one(messenger)).text == "first"
    daemon.drop = "before"
    daemon.signal.writes(aigul, "lost between Signal and us")
    for _ in range(2):
        with pytest.raises(RetryLater):
            await messenger.fetch(None, 5)
    daemon.signal.writes(aigul, "second")
    assert (await one(messenger)).text == "second"


async def test_another_account_is_lost_access(daemon: Daemon) -> None:
    messenger = Signal(daemon.url, "+70000000001", patience=5)
    try:
        with pytest.raises(AccessLost):
            await messenger.version()
    finally:
        await messenger.close()


async def test_who_left_signal_is_told_apart_and_whoever_is_there_sees_nothing_of_the_question(
    daemon: Daemon, messenger: Signal, aigul: SignalPerson
) -> None:
    before = aigul.texts()
    assert await messenger.reaches(aigul.id)
    aigul.registered = False
    assert not await messenger.reaches(aigul.id)
    assert aigul.texts() == before


@pytest.mark.parametrize("linked", [False, True])
async def test_at_a_start_the_account_gets_its_name_also_where_the_rest_is_the_phones(
    daemon: Daemon, linked: bool
) -> None:
    daemon.signal.scanned = linked
    messenger = Signal(daemon.url, OURS, profile="Notes")
    try:
        await messenger.prepare([])
    finally:
        await messenger.close()
    (profile, configuration) = daemon.methods.calls
    assert profile == ("updateProfile", {"givenName": "Notes"})
    assert configuration[1] == {"readReceipts": False, "typingIndicators": False, "linkPreviews": False}


async def test_a_stream_without_a_sign_of_life_breaks_and_is_opened_anew(
    daemon: Daemon, messenger: Signal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.messengers.signal.daemon.SILENCE", 0.05)
    with pytest.raises(RetryLater, match="no sign of life"):
        await messenger.fetch(None, 5)
    person = daemon.signal.add("Made-Up Aigul")
    daemon.signal.writes(person, "hello")
    assert [came.text for came in await heard(messenger)] == ["hello"]
    assert daemon.streams == 2
