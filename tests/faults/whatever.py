"""Anything, in any order: people who tap, type, edit, send, hide, come back and are cut off, and what must hold afterwards.

An act is (who, what, which): which of the things that could be done is chosen by a number, so that any list of acts can
be played. Every word that somebody types carries a mark of theirs, by which it is found again.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from core.model import Entry, Report
from core.vocabulary import CaseState, DialogueState, GuestStanding, ReportState
from handlers.people import addresses
from playground.bubbles import Json
from playground.phone import Phone
from storage import evidence, inbox, timeline
from storage.schema import timers
from storage.transaction import Transaction
from tests.world.world import World

Act = tuple[int, str, int]
LANGUAGES = ("kk", "ru", "en")  # of the reporters, who come first
LAWYER, COORDINATOR = 3, 4
SAYINGS = (
    "Алматыда інімді полиция ұстады {mark}",
    "полиция задержала брата в Алматы {mark}",
    "police took a man in Almaty {mark}",
    "в Астане избивают людей {mark}",
    "his name is Asan Made-Up {mark}",
    "{mark} улица Выдуманная 5",
    "he is 16 years old {mark}",
    "его отпустили {mark}",
    "somebody took Dana, I do not know where {mark}",
    "если через час не напишу, значит забрали {mark}",
    "{mark}",
    "Алматы",
    "Astana",
    "вчера в 7 утра",
    "+7 701 555 01 55",
    "иә",
    "нет",
    "да",
    "2",
    "15:00",
    "all fine",
    "ешкім келмеді",
    "delete everything",
    "скройте чат, когда дело закроют",
    "спасибо",
    "they are taking my phone",
    "/start",
    "/report",
    "/sos",
    "/checkin in two hours",
    "/checkin",
    "/settings",
    "/settings after 1 day",
    "/rights",
    "/help",
    "/cases",
    "/cancel",
    "/skip",
    "/back",
)
EARLY = 11  # the first of these tell something
WAITS = (1, 31, 70, 6 * 60 + 5, 25 * 60)  # minutes
WHAT = (
    "taps",
    "says",
    "tells",
    "edits",
    "files",
    "shares",
    "backs",
    "hides",
    "codes",
    "presses again",
    "restarts",
    "waits",
)
CODE = re.compile(r": (\w+ \w+ \d\d)\.")
EMPTY = {"…"}
STAYS = ("situation", "place")  # of words that went elsewhere: no lawyer could be asked without


@dataclass
class Somebody:
    """A person, with everything that they could press or say again."""

    phone: Phone
    member: bool
    pressed: list[tuple[int, str]] = field(default_factory=list)
    said: list[int] = field(default_factory=list)


class Whatever:
    """One world in which acts happen; after each it is looked at."""

    def __init__(self, world: World, people: list[Somebody]) -> None:
        self.world = world
        self.people = people
        self.codes: list[str] = []
        self.story: list[str] = []  # what was done, for whoever reads of a failure
        self.owners: dict[str, int] = {}  # mark → whose
        self._seen = 0
        self._hidden: set[int] = set()
        self._calls: list[Json] = []

    async def does(self, act: Act) -> None:
        """One act, everything that follows at once, and the look at it."""
        number, what, which = act
        person = self.people[number % len(self.people)]
        self.story.append(f"{self.world.clock.now():%d %H:%M} {person.phone.name}: {what} {which}")
        await self._act(person, what, which)
        await self.world.settle()
        await self._look()

    async def _act(self, person: Somebody, what: str, which: int) -> None:
        phone = person.phone
        match what:
            case "taps":
                await self._taps(person, which)
            case "presses again" if person.pressed:
                await phone.taps_data(*person.pressed[which % len(person.pressed)])
            case "edits":
                own = [message.id for message in await phone.shown() if message.id in person.said]
                if own:
                    await phone.edits(own[which % len(own)], self._words(person, which))
            case "files":
                await (
                    phone.sends_photo(b"picture", self._words(person, which))
                    if which % 2
                    else phone.sends_voice(b"v")
                )
            case "shares":
                await (phone.shares_location(43.238949, 76.889709) if which % 2 else phone.shares_contact())
            case "allows news":
                await phone.taps_data((await phone.last()).id, "report/consent:yes")
            case "backs":
                await phone.writes("/back")
            case "hides":
                await phone.writes("/hide")
            case "codes":
                codes = [*self.codes, "apple river 17"]
                person.said.append(await phone.writes(codes[which % len(codes)]))
            case "restarts":
                await self.world.restart()
            case "waits":
                await self._waits(WAITS[which % len(WAITS)])
            case "tells":
                person.said.append(await phone.writes(self._words(person, which % EARLY)))
            case _:
                person.said.append(await phone.writes(self._words(person, which)))

    async def _waits(self, minutes: int) -> None:
        """Long times pass while the bot is down: what is due runs once, and not at every minute of it."""
        await self.world.crash()
        await self.world.sleeps_through(minutes=minutes)
        await self.world.start_bot()

    async def _taps(self, person: Somebody, which: int) -> None:
        shown = [message for message in await person.phone.shown() if message.from_bot][-4:]
        buttons = [(m.id, b.data) for m in shown for row in m.buttons for b in row if b.data]
        if buttons:
            person.pressed.append(buttons[which % len(buttons)])
            self.story[-1] += f" = {person.pressed[-1][1]}"
            await person.phone.taps_data(*person.pressed[-1])

    def _words(self, person: Somebody, which: int) -> str:
        saying = SAYINGS[which % len(SAYINGS)]
        letters = "abcdefghij"
        mark = "qz" + "".join(letters[int(digit)] for digit in str(len(self.owners) + 100))
        if "{mark}" in saying:
            self.owners[mark] = self.people.index(person)
        self.story[-1] += f" = {saying.format(mark=mark)}"
        return saying.format(mark=mark)

    # --- the look

    async def _look(self) -> None:
        calls = await self.world.playground.calls(after=self._seen)
        self._seen = max([self._seen, *(call["sequence"] for call in calls)])
        self.codes += [code for call in calls for code in CODE.findall(_text(call)) if code not in self.codes]
        async with self.world.app.database.read(self.world.clock.now()) as tx:
            found = {
                n: await addresses.of_chat(tx, str(one.phone.chat_id)) for n, one in enumerate(self.people)
            }
            hidden = {n for n, address in found.items() if address.silenced_at is not None}
            holders = await self._holders(tx, {address.id: n for n, address in found.items()})
            cases = dict(await self._cases(tx))
            assert await inbox.parked(tx, 10) == []
        bland = {self.world.app.service.words.say(of, "bland") for of in LANGUAGES}
        for call in calls:
            chat = str(call["params"].get("chat_id", ""))
            number = next((n for n, one in enumerate(self.people) if str(one.phone.chat_id) == chat), None)
            if number is None:
                continue
            if number in hidden & self._hidden and _shows(call):
                assert _text(call).split("\n")[0] in bland | EMPTY, f"a hidden chat got {_text(call)!r}"
            for mark in re.findall(r"qz[a-j]+", _text(call)):
                self._belongs(number, mark, _text(call), holders, cases)
        for number in hidden - self._hidden:
            left = [m.text.split("\n")[0] for m in await self.people[number].phone.shown() if m.from_bot]
            assert set(left) <= bland | EMPTY, f"after hiding there is {left}"
        self._hidden = hidden

    async def _holders(self, tx: Transaction, persons: dict[int, int]) -> dict[str, set[int]]:
        """Mark → who has, or is a guest of, a report in which it stands."""
        holders: dict[str, set[int]] = defaultdict(set)
        for report in await tx.reports.select():
            chats = {report.address_id, *(one.address_id for one in await tx.guests.by(report_id=report.id))}
            for mark in await _marks(tx, report):
                holders[mark] |= {persons[chat] for chat in chats if chat in persons}
        return holders

    async def _cases(self, tx: Transaction) -> list[tuple[str, set[str]]]:
        """The codes of all cases, and the marks in their reports."""
        return [
            (
                case.code,
                {m for report in await tx.reports.by(case_id=case.id) for m in await _marks(tx, report)},
            )
            for case in await tx.cases.select()
        ]

    def _belongs(
        self, number: int, mark: str, text: str, holders: dict[str, set[int]], cases: dict[str, set[str]]
    ) -> None:
        owner = self.owners.get(mark, number)
        if owner == number or self.people[owner].member:
            return  # their own; or a note, which those who see the case read
        if not self.people[number].member:
            assert number in holders[mark], f"{mark} of another is shown to {number}: {text!r}"
            return
        named = [code for code in cases if code in text]
        assert not named or any(mark in cases[code] for code in named), (
            f"{mark} stands in another case: {text!r}"
        )

    # --- the end

    async def nobody_is_stuck(self) -> None:
        """Whatever somebody writes, one of the next messages brings an answer, or changes what they see."""
        await self.world.restart()
        await self.world.settle()
        for person in self.people:
            answered = [await self._is_answered(person, text) for text in ("and now?", "ну что?", "/start")]
            assert any(answered), f"{person.phone.name} gets no answer:\n{await person.phone.transcript()}"

    async def _is_answered(self, person: Somebody, text: str) -> bool:
        before = (await self.world.playground.calls())[-1]["sequence"]
        await person.phone.writes(text)
        await self.world.settle()
        chat = str(person.phone.chat_id)
        calls = await self.world.playground.calls(after=before)
        return any(_shows(call) and str(call["params"].get("chat_id")) == chat for call in calls)

    async def nothing_is_in_the_wrong_place(self) -> None:
        """What must hold of the rows, whatever happened."""
        async with self.world.app.database.read(self.world.clock.now()) as tx:
            assert await inbox.parked(tx, 10) == []
            assert await tx.timers.select(timers.c.parked) == []
            reports = await tx.reports.select()
            for report in reports:
                await self._report_holds(tx, report)
            for case in await tx.cases.select():
                assert await timeline.first_broken_line(tx, case) is None
                assert await evidence.find_flaws(tx, {case.id: case.code}, evidence.Counts()) == []
                assert (case.owner_id is not None) or case.state is not CaseState.ACCEPTED
                assert [one for one in reports if one.case_id == case.id]
            for address in await tx.addresses.select():
                assert len(await tx.dialogues.by(address_id=address.id, state=DialogueState.OPEN)) <= 1
        assert [m.text for m in await self.world.administrator.shown() if "⚠" in m.text] == []

    async def _report_holds(self, tx: Transaction, report: Report) -> None:
        case = await tx.cases.get(report.case_id) if report.case_id is not None else None
        assert (case is not None) == (report.state in (ReportState.OPEN, ReportState.CLOSED))
        if case is not None:
            assert (case.state is CaseState.CLOSED) == (report.state is ReportState.CLOSED)
        guests = await tx.guests.by(report_id=report.id)
        assert report.address_id not in {guest.address_id for guest in guests}
        chats = {report.address_id, *(g.address_id for g in guests if g.standing is GuestStanding.EARLIER)}
        for entry in await tx.entries.by(report_id=report.id):
            by = entry.payload.get("guest")
            for mark in _marks_of(entry):
                if mark in self.owners:
                    writer = await addresses.of_chat(tx, str(self.people[self.owners[mark]].phone.chat_id))
                    assert writer.id in chats or writer.id == by, f"{mark} is in a report of others"
        for dialogue in await tx.dialogues.by(subject_id=report.id, state=DialogueState.OPEN):
            assert report.state is not ReportState.CLOSED
            assert dialogue.form != "report" or dialogue.address_id == report.address_id
        for claim in await tx.claims.by(report_id=report.id):
            words = await tx.entries.get(claim.entry_id) if claim.entry_id is not None else None
            gone = words is not None and words.report_id != report.id and claim.withdrawn_at is None
            assert not gone or claim.kind in STAYS, f"{claim.kind} rests on words of another report"


async def _marks(tx: Transaction, report: Report) -> set[str]:
    return {mark for entry in await tx.entries.by(report_id=report.id) for mark in _marks_of(entry)}


def _marks_of(entry: Entry) -> list[str]:
    return re.findall(r"qz[a-j]+", str(entry.payload.get("text", "")))


def _text(call: Json) -> str:
    params = call.get("params", {})
    return str(params.get("text", params.get("caption", "")))


def _shows(call: Json) -> bool:
    return str(call["method"]).startswith(("send", "edit"))
