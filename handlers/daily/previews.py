"""A digest before it is posted: some time ahead coordinators see it, may hold it, let it go, and add a sentence.

A digest that is held is not posted by itself. Coordinators are reminded at its time and when its day is over; then the next
digest covers what this one would have said.

Names in the sentence are compared with the people of all cases by keyed hashes, and only the cases found are opened. Two
words of a name beside each other, in any order and spelling, or with one word between them, name somebody; one alone does
not. A namesake is found too: then the author of the sentence decides.
"""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from itertools import combinations

from msgspec import Struct

from core.casework import consents
from core.digest.recurrence import digest_times
from core.matching.name_tokens import name_tokens
from core.matching.search_blocks import BlockPass, KnownPerson, blocks_to_search
from core.presentation import Button, Presentation, Style
from core.records.postings import DigestPreview
from core.traffic import Card, Lane, Timer
from core.vocabulary import ConsentUse
from handlers.alerting import tasks
from handlers.cards import case_lines, live_cards
from handlers.cards.case_loading import view_of
from handlers.cards.stub import stub
from handlers.casework import name_index
from handlers.daily import posting
from handlers.daily.edition import digest_reader, make_edition
from handlers.people.membership import home_address
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

READ = 60  # words
WINDOW = 3  # words that stand together
OPENED = 20  # cases


class NamingDoubt(Struct, frozen=True):
    """The case of somebody who may not be named. ``is_bound``: by a promise not to disclose."""

    code: str
    is_bound: bool


async def find_named(tx: Transaction, service: Service, sentence: str) -> list[NamingDoubt]:
    """The newest cases of those whom it may name and who have not permitted that their name is published."""
    hashes = {
        name_index.hash_of(tx, through, text)
        for known in _name_pairs(service, sentence)
        for through, text in blocks_to_search(known)
        if through is BlockPass.WORDS
    }
    await tx.name_blocks.prefetch("hash", hashes)
    found: dict[int, set[int]] = {}
    for hashed in hashes:
        for row in await tx.name_blocks.by(hash=hashed):
            if row.person_id is not None:
                found.setdefault(row.case_id, set()).add(row.person_id)
    doubts = []
    for case_id in sorted(found, reverse=True)[:OPENED]:
        case = await tx.cases.get(case_id)
        if case is not None:
            view = await view_of(tx, case)
            if not all(
                consents.is_permitted(view, ConsentUse.PUBLICATION, person) for person in found[case_id]
            ):
                doubts.append(NamingDoubt(case.code, consents.is_bound(view)))
    return doubts


def _name_pairs(service: Service, sentence: str) -> Iterator[KnownPerson]:
    words = sentence.split()[:READ]
    for begin in range(len(words)):
        spelt = [
            token for word in words[begin : begin + WINDOW] for token in name_tokens(word, service.name_rules)
        ]
        for pair in combinations(spelt, 2):
            yield KnownPerson(pair)


CARD = "preview"
SOON, OVER = "preview", "held"  # kinds of timers, whose keys begin so


class PreviewStage(StrEnum):
    """How far it is."""

    WAITS = "waits"  # for its time
    HELD = "held"
    POSTED = "posted"
    PASSED = "passed"  # its day is over, and it was not posted


async def load_preview(tx: Transaction, day: date) -> DigestPreview:
    """What coordinators said of it so far."""
    return await tx.previews.get(day.toordinal()) or DigestPreview(day.toordinal())


async def stage_of(tx: Transaction, service: Service, preview: DigestPreview) -> PreviewStage:
    """How far it is now."""
    if await tx.digests.get(preview.day) is not None:
        return PreviewStage.POSTED
    _, _, end = digest_times(preview.day, service.zone, service.digest_time, service.preview)
    if tx.now >= end:
        return PreviewStage.PASSED
    return PreviewStage.HELD if preview.is_held else PreviewStage.WAITS


def may_go_now(tx: Transaction, service: Service, day: date) -> bool:
    """Whether it can be posted before its time: on its day, or when it is shown already."""
    begin, _, end = digest_times(day, service.zone, service.digest_time, service.preview)
    return begin <= tx.now < end


async def sentence_of(tx: Transaction, service: Service, preview: DigestPreview) -> str:
    """The sentence that is posted with it; empty where it may not."""
    doubts = await find_named(tx, service, preview.note)
    allowed = not doubts or (preview.note_agreed and not any(doubt.is_bound for doubt in doubts))
    return preview.note if allowed else ""


async def plan_preview(tx: Transaction, service: Service, day: date) -> None:
    """Coordinators will see it ahead, if there is a channel to see it for."""
    if service.preview and await posting.digest_channels(tx, service):
        _, due, _ = digest_times(day, service.zone, service.digest_time, service.preview)
        soon = max(tx.now, due - service.preview)
        tx.timers.put(Timer(f"{SOON}:{day.isoformat()}", SOON, soon, day.toordinal()))


async def on_preview_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Its time comes near: every coordinator sees it."""
    preview = await load_preview(tx, date.fromordinal(timer.subject_id))
    if await posting.digest_channels(tx, service) and await stage_of(tx, service, preview) in (
        PreviewStage.WAITS,
        PreviewStage.HELD,
    ):
        for member in await tasks.coordinators(tx):
            await live_cards.show(tx, CARD, preview.id, await home_address(tx, member), Lane.NEWS)


async def remind_held(tx: Transaction, service: Service, day: date) -> None:
    """Its time has come and it is held: coordinators are reminded, now and when its day is over."""
    await _set_reminder(tx, day)
    _, _, end = digest_times(day, service.zone, service.digest_time, service.preview)
    if tx.now < end:
        tx.timers.put(Timer(f"{OVER}:{day.isoformat()}", OVER, end, day.toordinal()))


async def on_day_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """It was not let go: it is not posted any more."""
    preview = await load_preview(tx, date.fromordinal(timer.subject_id))
    if await stage_of(tx, service, preview) is PreviewStage.PASSED:
        await _set_reminder(tx, preview.day)


async def settle(tx: Transaction, day: date) -> None:
    """It is posted: nothing is left to wait for."""
    for kind in (SOON, OVER):
        tx.timers.remove(f"{kind}:{day.isoformat()}")
    await touch_cards(tx, day)


async def touch_cards(tx: Transaction, day: date) -> None:
    """Everybody sees how it stands."""
    for card in await tx.cards.by(subject=CARD, subject_id=day.toordinal()):
        live_cards.touch(tx, card)


async def _set_reminder(tx: Transaction, day: date) -> None:
    for member in await tasks.coordinators(tx):
        await live_cards.renew(tx, CARD, day.toordinal(), await home_address(tx, member), Lane.NEWS)


KEEP, DROP = "keep", "drop"  # of the sentence


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """In the reader's language; the channels have their own."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    preview = await tx.previews.get(card.subject_id) or DigestPreview(card.subject_id)
    stage = await stage_of(tx, service, preview)
    lines = [await _head_line(tx, service, language, preview, stage)]
    if stage in (PreviewStage.POSTED, PreviewStage.PASSED):
        return Presentation("\n".join(lines), protect=True)
    doubts = await find_named(tx, service, preview.note)
    lines += await _note_lines(tx, service, language, preview, doubts)
    text = (await make_edition(tx, service, preview.day, language)).whole
    rows = _buttons(tx, service, language, preview, stage, doubts)
    return Presentation("\n".join([*lines, "", text]), rows, protect=True)


async def _head_line(
    tx: Transaction, service: Service, language: str, preview: DigestPreview, stage: PreviewStage
) -> str:
    say, day = service.words.say, digest_reader(service, language).day(preview.day)
    _, due, _ = digest_times(preview.day, service.zone, service.digest_time, service.preview)
    at, where = _local_time(service, due), ", ".join(await posting.digest_channels(tx, service))
    head = say(language, f"preview-{stage}", date=day, time=at, channels=where)
    if stage is PreviewStage.HELD and preview.held_at is not None:
        who = await tx.members.get(preview.held_by or 0)
        name, since = who.name if who is not None else "—", _local_time(service, preview.held_at)
        head += "\n" + say(language, "preview-held-by", name=name, time=since, reason=preview.reason or "no")
    return head


async def _note_lines(
    tx: Transaction, service: Service, language: str, preview: DigestPreview, doubts: list[NamingDoubt]
) -> list[str]:
    if not preview.note:
        return []
    say, who = service.words.say, await tx.members.get(preview.noted_by or 0)
    lines = [say(language, "preview-note", name=who.name if who is not None else "—", note=preview.note)]
    for doubt in doubts:
        key = "preview-note-bound" if doubt.is_bound else "preview-note-doubt"
        lines.append(say(language, key, code=doubt.code, agreed="yes" if preview.note_agreed else "no"))
    return lines


def _buttons(
    tx: Transaction,
    service: Service,
    language: str,
    preview: DigestPreview,
    stage: PreviewStage,
    doubts: list[NamingDoubt],
) -> tuple[tuple[Button, ...], ...]:
    def label(name: str) -> str:
        return service.words.say(language, f"button-preview-{name}")

    number = preview.id
    _, due, _ = digest_times(preview.day, service.zone, service.digest_time, service.preview)
    go = []
    if may_go_now(tx, service, preview.day):
        go.append(Button(label("post"), f"issue:{number}", Style.SUCCESS))
    if stage is PreviewStage.WAITS:
        go.append(Button(label("hold"), f"hold:{number}", Style.DANGER))
    elif tx.now < due:
        go.append(Button(label("release"), f"release:{number}"))
    note = [Button(label("note"), f"remark:{number}")]
    if preview.note:
        note.append(Button(label("drop"), f"remark:{number}:{DROP}"))
    rows = [tuple(go), tuple(note)]
    if doubts and not preview.note_agreed and not any(doubt.is_bound for doubt in doubts):
        rows.append((Button(label("keep"), f"remark:{number}:{KEEP}"),))
    return tuple(row for row in rows if row)


def _local_time(service: Service, moment: datetime) -> str:
    return case_lines.local_time(moment, service.zone, service.zone)
