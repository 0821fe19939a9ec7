"""How a digest looks before it is posted: who holds it and why, the sentence that goes with it, its text as it is now."""

from datetime import datetime

from bot.core.digest.schedule import times_of
from bot.core.postings import Preview
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card
from handlers.cards import case_lines
from handlers.cards.case_card import stub
from handlers.daily import channels, naming, previews
from handlers.daily.edition import edition, reader
from handlers.daily.naming import Doubt
from handlers.daily.previews import Stage
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

KEEP, DROP = "keep", "drop"  # of the sentence


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """In the reader's language; the channels have their own."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    preview = await tx.previews.get(card.subject_id) or Preview(card.subject_id)
    stage = await previews.stage(tx, service, preview)
    lines = [await _head(tx, service, language, preview, stage)]
    if stage in (Stage.POSTED, Stage.PASSED):
        return Presentation("\n".join(lines), protect=True)
    doubts = await naming.named(tx, service, preview.note)
    lines += await _note_lines(tx, service, language, preview, doubts)
    text = (await edition(tx, service, preview.day, language)).whole
    rows = _rows(tx, service, language, preview, stage, doubts)
    return Presentation("\n".join([*lines, "", text]), rows, protect=True)


async def _head(tx: Transaction, service: Service, language: str, preview: Preview, stage: Stage) -> str:
    say, day = service.words.say, reader(service, language).day(preview.day)
    _, due, _ = times_of(preview.day, service.zone, service.digest_time, service.preview)
    at, where = _local(service, due), ", ".join(await channels.of(tx, service))
    head = say(language, f"preview-{stage}", date=day, time=at, channels=where)
    if stage is Stage.HELD and preview.held_at is not None:
        who = await tx.members.get(preview.held_by or 0)
        name, since = who.name if who is not None else "—", _local(service, preview.held_at)
        head += "\n" + say(language, "preview-held-by", name=name, time=since, reason=preview.reason or "no")
    return head


async def _note_lines(
    tx: Transaction, service: Service, language: str, preview: Preview, doubts: list[Doubt]
) -> list[str]:
    if not preview.note:
        return []
    say, who = service.words.say, await tx.members.get(preview.noted_by or 0)
    lines = [say(language, "preview-note", name=who.name if who is not None else "—", note=preview.note)]
    for doubt in doubts:
        key = "preview-note-bound" if doubt.is_bound else "preview-note-doubt"
        lines.append(say(language, key, code=doubt.code, agreed="yes" if preview.note_agreed else "no"))
    return lines


def _rows(
    tx: Transaction, service: Service, language: str, preview: Preview, stage: Stage, doubts: list[Doubt]
) -> tuple[tuple[Button, ...], ...]:
    def label(name: str) -> str:
        return service.words.say(language, f"button-preview-{name}")

    number = preview.id
    _, due, _ = times_of(preview.day, service.zone, service.digest_time, service.preview)
    go = []
    if previews.may_go_now(tx, service, preview.day):
        go.append(Button(label("post"), f"issue:{number}", Style.SUCCESS))
    if stage is Stage.WAITS:
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


def _local(service: Service, moment: datetime) -> str:
    return case_lines.local(moment, service.zone, service.zone)
