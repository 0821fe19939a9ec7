"""One channel a language: each gets its own, and one that is gone stops no other."""

import json

import pytest
from msgspec.structs import replace

from handlers.daily import digest, posting
from tests.casework.daily.channels import (
    ENGLISH,
    KAZAKH,
    RUSSIAN,
    channel,
    coordinator,
    evening,
    posts,
    texts,
)
from tests.casework.story_desk import Desk

HEADS = {RUSSIAN: "Сводка, 17 сентября", KAZAKH: "Күн қорытындысы, 2018", ENGLISH: "Digest, 17 September"}


@pytest.mark.slow
async def test_each_language_has_its_channel(desk: Desk) -> None:
    await posts(desk, channels={"ru": RUSSIAN, "kk": KAZAKH, "en": ENGLISH})
    await evening(desk)
    for chat, head in HEADS.items():
        (post,) = texts(desk, chat)
        assert post.startswith(head)
    async with desk.reading() as tx:
        rows = await tx.postings.select()
    assert {row.language for row in rows if row.posted_at and row.message_id} == {"ru", "kk", "en"}


@pytest.mark.parametrize(("font", "pictures"), [(None, 1), (b"no font", 0), (b"", 0)])
async def test_the_picture_is_drawn_as_it_leaves_and_the_words_go_alone_without_it(
    desk: Desk, font: bytes | None, pictures: int
) -> None:
    if font is not None:
        desk.service = replace(desk.service, font=font)
    await posts(desk)
    await evening(desk)
    (post,) = channel(desk).messages.values()
    assert post.text.startswith(HEADS[RUSSIAN])
    assert (post.file is not None) == bool(pictures)
    assert [one[:4] for one in desk.phones.copies.values()] == [b"\x89PNG"] * pictures
    async with desk.reading() as tx:
        rows = [row for row in await tx.outgoing.select() if row.key and row.key.startswith(posting.KEY)]
    assert all(len(json.dumps(row.payload)) < 20_000 for row in rows)  # no picture waits in the outbox


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_one_that_is_gone_is_told_once_with_what_to_do(desk: Desk, language: str) -> None:
    admin = desk.administrator
    await admin.writes("/language")
    await admin.presses_data(f"language:{language}")
    olga = await coordinator(desk)
    await posts(desk)
    await evening(desk)
    channel(desk, KAZAKH).blocked = True
    await desk.later(hours=24)
    assert len(texts(desk)) == 2
    admin.sees(desk.service.words.say(language, "operator-channel", language="kk"), "dabyl digest")
    await olga.writes("/digest")
    olga.sees("· 18 September 2018: ru 18.09 20:00, kk: did not arrive")
    await desk.later(hours=48)
    assert admin.count(desk.service.words.say(language, "operator-channel", language="kk")) == 1
    channel(desk, KAZAKH).blocked = False
    await desk.later(hours=24)
    assert len(texts(desk, KAZAKH)) == 2
    channel(desk, KAZAKH).blocked = True
    await desk.later(hours=24)
    assert admin.count(desk.service.words.say(language, "operator-channel", language="kk")) == 2


@pytest.mark.slow
async def test_the_weeks_edition_follows_on_its_days(desk: Desk) -> None:
    await posts(desk, weekly="wed")  # 17 September 2018 is a Monday
    await evening(desk, hours=8 + 24)
    assert len(texts(desk)) == 2
    await desk.later(hours=24)
    async with desk.reading() as tx:
        week = await tx.postings.by(weekly=True)
    assert sorted((row.language, row.day.day) for row in week) == [("kk", 19), ("ru", 19)]
    assert len(texts(desk)) == 4
    await desk.later(hours=6 * 24)
    assert len(texts(desk)) == 10


@pytest.mark.slow
async def test_the_weeks_edition_of_a_held_digest_follows_the_next(desk: Desk) -> None:
    olga = await coordinator(desk)
    await posts(desk, weekly="wed")
    await evening(desk, hours=8 + 47.5)
    await olga.presses("Hold")
    await desk.later(hours=24.5)
    async with desk.reading() as tx:
        week = await tx.postings.by(weekly=True)
    assert {row.day.day for row in week} == {20}


@pytest.mark.slow
async def test_a_start_or_a_second_run_of_its_timer_posts_nothing_twice(desk: Desk) -> None:
    await posts(desk, weekly="mon")
    async with desk.reading() as tx:
        (timer,) = await tx.timers.by(kind="digest")
    await evening(desk)
    async with desk.writing() as tx:
        await digest.on_digest_due(tx, desk.service, replace(timer, due_at=desk.now))
        await digest.schedule(tx, desk.service)
    await desk.later(minutes=30)
    assert len(texts(desk)) == 2  # the day's and the week's
