"""A list as its reader sees it: a page of lines with who each is about, one line by itself, or what became of it."""

from collections import Counter

from bot.core.brought import ListState, Meant
from bot.core.presentation import Button, Presentation, Rows, Style, in_rows
from bot.core.traffic import Card
from handlers.cards import overviews
from handlers.cards.case_card import stub
from handlers.cards.paging import on_page, turning
from handlers.door import lists
from handlers.door.reading import TYPED, Reading, cut, line_words, meaning
from handlers.people.membership import active_at
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

ACROSS = 6  # buttons side by side


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Whole to its reader; to whoever brought it, and wrote it, how far it is."""
    language = await language_of(tx, service, card.address_id)
    one = await tx.door_lists.get(card.subject_id)
    members = await active_at(tx, card.address_id)
    mine = [m for m in members if one is not None and m.id in (one.member_id, one.reader_id)]
    if one is None or not mine:
        return stub(service, language, "members-only")
    reading = Reading(tx, service, one, mine[0], language)
    if one.state is ListState.OPEN and one.reader_id == mine[0].id:
        number = one.focus
        if number is not None and number < len(reading.lines):
            return await _line_alone(reading, number)
        return await _page(reading, card)
    return await _how_far(reading)


def _head(reading: Reading) -> str:
    one = reading.one
    place, time = lists.door_words(one), lists.hour_of(reading.service, one)
    return reading.say("door-head", place=place, time=time)


async def _page(reading: Reading, card: Card) -> Presentation:
    lines, one = reading.lines, reading.one
    texts = [_head(reading)]
    if one.reader_id != one.member_id:
        texts.append(reading.say("door-brought", name=await lists.name_of(reading.tx, one.member_id)))
    drop = (reading.button("button-door-drop", "drop"),)
    if not lines:
        key = "door-empty-files" if one.files else "door-empty"
        return Presentation("\n".join([*texts, reading.say(key)]), (drop,), protect=True)
    counts = Counter(line.meant.value for line in lines if not line.written)
    texts += [reading.say("door-counts", **{meant.value: counts[meant.value] for meant in Meant}), ""]
    shown = on_page(list(enumerate(lines)), card)
    texts += [await line_words(reading, number, line) for number, line in shown]
    numbers = [Button(f"{at + 1}", f"door:{one.id}:line:{at}") for at, line in shown if not line.written]
    rows: Rows = in_rows(numbers, ACROSS)
    waits = sum(line.waits for line in lines)
    ready = ((reading.button("button-door-write", "write", Style.SUCCESS, count=waits),),) if waits else ()
    if not waits:
        texts += ["", reading.say("door-which-left" if counts[Meant.WHICH.value] else "door-nothing-new")]
    denied = all(line.denied for line in lines if line.name)
    flip = (
        reading.button("button-door-here", "here") if denied else reading.button("button-door-deny", "deny")
    )
    return Presentation(
        "\n".join(texts), (*rows, *turning(len(lines), card), *ready, (flip, *drop)), protect=True
    )


async def _line_alone(reading: Reading, number: int) -> Presentation:
    """One line, and what it may be: a person chooses."""
    line, at = reading.lines[number], number
    texts = [
        reading.say("door-line", number=at + 1, words=cut(line.typed, TYPED)),
        await meaning(reading, line),
    ]
    rows: list[tuple[Button, ...]] = []
    hidden = False
    for index, (case_id, _) in enumerate(line.among):
        case = await reading.shown(case_id)
        if case is None:
            hidden = True
            continue
        texts.append(f"• {overviews.line(reading.service, reading.language, case)}")
        pick = Button(f"✓ {case.code}", f"door:{reading.one.id}:pick:{at}:{index}", Style.SUCCESS)
        rows.append((pick, Button(reading.say("button-open"), f"open:{case.id}")))
    if hidden and line.meant is Meant.WHICH:
        texts.append(reading.say("door-which-coordinator"))
    if line.name:
        flip = "button-door-is-here" if line.denied else "button-door-not-here"
        rows.append(
            (reading.button("button-door-new", f"new:{at}"), reading.button("button-door-none", f"none:{at}"))
        )
        rows.append((reading.button(flip, f"flip:{at}"),))
    else:
        rows.append((reading.button("button-door-name", f"name:{at}"),))
    rows.append((reading.button("button-door-back", "back"),))
    return Presentation("\n".join(filter(None, texts)), tuple(rows), protect=True)


async def _how_far(reading: Reading) -> Presentation:
    """What became of it, and the way back."""
    one, lines = reading.one, reading.lines
    reader = await lists.name_of(reading.tx, one.reader_id)
    left = sum(line.meant is Meant.WHICH and not line.written for line in lines)
    done = sum(line.written for line in lines)
    said = {"found": one.found, "opened": one.opened, "denied": one.denied, "left": left, "done": done}
    key = f"door-is-{one.state.value}"
    texts = [_head(reading), reading.say(key, reader=reader, count=len(lines), **said)]
    undo = one.written_at is not None and one.state in (ListState.WRITTEN, ListState.WAITS)
    rows: Rows = ((reading.button("button-door-undo", "undo"),),) if undo else ()
    return Presentation("\n".join(texts), rows, protect=True)
