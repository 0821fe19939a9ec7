"""Casework without loops and network: inputs go to ``handlers.dispatch``, timers to ``handlers.routes``, and what the
outbox would send is drawn on phones at once. Everything else is real: rules, words, places, transactions on SQLite.

rita = await desk.reports("police took Dana Made-Up in Almaty")
await marat.presses("I'll take it"); marat.sees("yours", "Dana Made-Up")
await desk.later(minutes=30)
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from msgspec.structs import replace
from sqlalchemy import bindparam, select

from bot.loops.send_jobs import Result, lease, perform
from bot.loops.send_results import record
from bot.messengers.messenger import SIGNAL_ABILITIES, TELEGRAM_ABILITIES
from bot.messengers.telegram.client import Telegram
from core.abilities import Abilities
from core.incoming import File, FileKind, Incoming, IncomingKind, Location
from core.model import Address, Case, Member, Offer, Report
from core.presentation import Button
from core.qualification import Speciality
from core.roster.person_row import RosterRow
from core.traffic import Outgoing, Timer
from core.vocabulary import Role
from handlers import dispatch, timing
from handlers.casework import roster
from handlers.people import addresses
from handlers.people.membership import members_at
from handlers.service import Service
from storage import evidence, timeline
from storage.database import Database
from storage.outbox import Committed, waiting
from storage.schema import alerts, cases, reports, timers
from storage.statements import Prepared
from storage.transaction import Transaction
from tests.casework.phones import Phones, Screen, drawn

START = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)  # noon in Almaty, which was at UTC+6
BOOT = "1"  # whose leases the rows bear
FIRST_DUE = Prepared(  # asked before and after every step of time
    select(timers.c.key)
    .where(timers.c.due_at <= bindparam("goal", type_=timers.c.due_at.type))
    .order_by(timers.c.due_at)
    .limit(1),
    [timers.c.key],
)


class Person:
    """Somebody with a phone."""

    def __init__(self, desk: "Desk", name: str, chat: str, language: str, messenger: str) -> None:
        self._desk = desk
        self.name = name
        self.chat = chat
        self._language = language
        self.messenger = messenger

    @property
    def screen(self) -> Screen:
        """What is on the phone."""
        return self._phones.of(self.chat)

    @property
    def _phones(self) -> Phones:
        return self._desk.messengers[self.messenger]

    async def writes(self, *texts: str, **more: Any) -> None:
        """Typed messages, one after the other."""
        for text in texts:
            await self._desk.receive(self._incoming(IncomingKind.MESSAGE, text=text, **more))

    async def tells_all_out(self, *texts: str) -> None:
        """Writes that somebody is out; asked, says that all are."""
        await self.writes(*texts)
        asked = [b.data for shown in self.screen.messages.values() for row in shown.rows for b in row]
        await self.presses_data(
            next(d for d in reversed(asked) if d.startswith("out:") and d.endswith(":all"))
        )

    async def corrects(self, message: int, text: str) -> None:
        """An earlier message, edited."""
        await self._desk.receive(self._incoming(IncomingKind.EDITED, message_id=message, text=text))

    async def sends(self, file: str, caption: str = "") -> None:
        """A photo."""
        await self.writes(caption, file=File(FileKind.PHOTO, file))

    async def shares_place(self, latitude: float, longitude: float) -> None:
        """A location."""
        await self.writes("", location=Location(latitude, longitude))

    async def presses(self, *labels: str) -> None:
        """The newest buttons with these labels, one after the other; where there are none, what stands for them is typed.
        What a card of a case does not show is looked for behind *More…*.
        """
        for label in labels:
            if not self.screen.offers(label) or self.screen.is_of_an_older_case(label):
                await self.opens_more()
            message, button = self.screen.button(label)
            if self._phones.abilities.buttons:
                await self.presses_data(button.data, message)
            else:
                newest = message == max(self.screen.signs)
                await self.writes(
                    self.screen.signs[message][button.data], answers=None if newest else message
                )

    async def chooses(self, case: Case) -> None:
        """The newest button that is about this case, whatever it is called."""
        message, button = self.button_of(case)
        await self.presses_data(button.data, message)

    def button_of(self, case: Case, act: str = "") -> tuple[int, Button]:
        """That button, and the message that has it; ``act``: how what it carries begins."""
        for number, shown in reversed(self.screen.messages.items()):
            for row in shown.rows:
                for button in row:
                    if str(case.id) in button.data.split(":") and button.data.startswith(act):
                        return number, button
        raise AssertionError(f"{self.name} has no button of {case.code}:\n{self.screen.text()}")

    async def opens_more(self) -> None:
        """Of each case that is shown, all of it."""
        for number, shown in reversed(list(self.screen.messages.items())):
            for button in [b for row in shown.rows for b in row if b.data.startswith("whole:")]:
                if not button.data.endswith(":less"):
                    await self.presses_data(button.data, number)

    async def presses_data(self, data: str, message: int | None = None) -> None:
        """A button, also one that is not there any more; where it is listed, its sign answers the message."""
        listed = self.screen.listed(data, message)
        if listed is not None:
            number, sign = listed
            await self.writes(sign, answers=number)
        else:
            await self._desk.receive(self.tap(data, message))

    def tap(self, data: str, message: int | None = None) -> Incoming:
        """The press as it comes in."""
        return self._incoming(IncomingKind.TAP, data=data, message_id=message)

    async def allows_news(self, answer: str = "yes") -> None:
        """The answer to "may we write news to you here?"."""
        await self.presses_data(f"report/consent:{answer}")

    async def opens(self, case: Case, why: str = "the family has called") -> None:
        """A coordinator opens a case, and says why."""
        await self.writes(f"/case {case.code}", why)

    def sees(self, *parts: str) -> str:
        """The newest message that has all parts in it."""
        for number, shown in reversed(self.screen.messages.items()):
            looks = drawn(shown)
            listed = self.screen.raw.get(number, shown).text
            if all(part in looks or part in listed for part in parts):
                return looks
        raise AssertionError(f"{self.name} does not see {parts}, but:\n{self.screen.text()}")

    def sees_nothing_of(self, *parts: str) -> None:
        """No message on the screen has any of these in it."""
        for part in parts:
            assert part not in self.screen.text(), f"{self.name} sees {part!r}:\n{self.screen.text()}"

    def count(self, *parts: str) -> int:
        """How many messages on the screen have all parts in them."""
        return sum(all(part in text for part in parts) for text in self.screen.texts())

    def rang(self) -> int:
        """How many messages have come since this was last asked."""
        rang, self.screen.rang = self.screen.rang, 0
        return rang

    async def gets(self) -> None:
        """The phone is on again: it tells that everything has reached it."""
        self.screen.off = False
        await self._desk.confirm(self)

    async def reads(self) -> None:
        """What is on the screen is read, and the phone tells so."""
        numbers = tuple(self.screen.messages)
        await self._desk.receive(self._incoming(IncomingKind.RECEIPT, status="read", about=numbers))

    def confirms(self) -> Incoming | None:
        """What the phone tells of by itself: messages that have reached it since."""
        screen = self.screen
        if screen.off or not screen.unconfirmed:
            return None
        numbers, screen.unconfirmed = tuple(screen.unconfirmed), []
        return self._incoming(IncomingKind.RECEIPT, status="delivered", about=numbers)

    def lanes(self) -> list[str]:
        """In which lanes of the outbox something has left for this chat since this was last asked."""
        left = [lane for chat, lane in self._desk.left if chat == self.chat]
        self._desk.left = [one for one in self._desk.left if one[0] != self.chat]
        return left

    def _incoming(self, kind: IncomingKind, **more: Any) -> Incoming:
        given: dict[str, Any] = {"message_id": self._phones.next_id()} if kind is IncomingKind.MESSAGE else {}
        return Incoming(
            self.messenger,
            kind,
            sender=self.chat,
            chat=self.chat,
            chat_type="private",
            sent_at=self._desk.now,
            language=self._language,
            **(given | more),
        )


class Desk:
    """An organisation, its database and its clock. ``now`` moves by :meth:`later` alone."""

    def __init__(self, database: Database, service: Service) -> None:
        self.database = database
        self.service = service
        self.now = START
        self.phones = Phones(lambda: self.now)
        self.messengers = {"telegram": self.phones}
        self._on_signal: list[Person] = []
        self.left: list[tuple[str, str]] = []  # chat and lane of whatever was sent
        self._chats = 1000
        self._unsent = False
        self.administrator = self._person("Admin", "en", chat="900")
        self.staff = {self.administrator.chat}  # chats of whoever was ever on the roster, too

    def without_buttons(self) -> None:
        """What people would press they type: everybody is on Signal. (Its receipts, and that only its writer can delete a
        message there, are told elsewhere.)
        """
        self.phones.abilities = replace(SIGNAL_ABILITIES, receipts=False, deletes_theirs=True)
        self._at_home("signal", {"telegram": TELEGRAM_ABILITIES, "signal": self.phones.abilities})

    def with_buttons(self) -> None:
        """As it is unless said otherwise."""
        self.phones.abilities = TELEGRAM_ABILITIES
        self._at_home("telegram", {**self.service.abilities, "telegram": TELEGRAM_ABILITIES})

    def _at_home(self, messenger: str, abilities: dict[str, Abilities]) -> None:
        self.service = replace(self.service, home=messenger, abilities=abilities)
        self.messengers = {messenger: self.phones}
        self.administrator.messenger = messenger

    def with_signal(self) -> None:
        """A second messenger: without buttons, and it tells when a message has reached the phone."""
        self.messengers["signal"] = Phones(lambda: self.now, SIGNAL_ABILITIES)
        self.service = replace(self.service, abilities={**self.service.abilities, "signal": SIGNAL_ABILITIES})

    def without_clocks(self) -> None:
        """As in a country whose law sets no hours: for stories that count sounds of something else."""
        self.service = replace(self.service, law=())

    def without_hours(self) -> None:
        """From now on the law sets terms for answers alone: no card is drawn again each hour of a month."""
        self.service = replace(self.service, law=tuple(row for row in self.service.law if row.answers))

    # --- people

    def person(self, name: str = "Rita", language: str = "en") -> Person:
        """Somebody who is not on the roster."""
        self._chats += 1
        return self._person(name, language, chat=str(self._chats))

    def on_signal(self, name: str = "Rita", language: str = "en") -> Person:
        """Somebody with a phone of the second messenger, who is not on the roster there."""
        if "signal" not in self.messengers:
            self.with_signal()
        self._chats += 1
        chat = f"00000000-0000-4000-8000-{self._chats:012}"
        self._on_signal.append(person := Person(self, name, chat, language, "signal"))
        return person

    async def also_on_signal(self, person: Person, *, first: bool = False) -> Person:
        """The other phone of a member. ``first``: the one where they are asked."""
        other = self.on_signal(person.name, person._language)
        one = await self.membership(person)
        async with self.writing() as tx:
            address = await addresses.of_chat(tx, other.chat, messenger=other.messenger)
            ids = (address.id, one.address_id) if first else (one.address_id, address.id)
            tx.members.put(replace(one, address_id=ids[0], other_id=ids[1]))
        return other

    async def confirm(self, person: Person) -> None:
        """What this phone tells of by itself, if anything."""
        if (receipt := person.confirms()) is not None:
            await self.receive(receipt)

    async def reports(
        self, text: str, *, name: str = "Rita", language: str = "en", confirms: bool = False
    ) -> Person:
        """Somebody whose typed words opened a case or a record. ``confirms``: and who taps that somebody is detained."""
        person = self.person(name, language)
        await person.writes(text)
        if confirms:
            await person.presses_data("report/situation:other")
        return person

    async def lawyer(self, name: str = "Marat", **more: Any) -> Person:
        """A lawyer on duty in Almaty who reads English, unless said otherwise."""
        return await self.member(name, Role.LAWYER, **more)

    async def coordinator(self, name: str = "Olga", **more: Any) -> Person:
        """A coordinator whom no step of the escalation asks, unless said otherwise."""
        return await self.member(name, Role.COORDINATOR, **{"on_duty": False, **more})

    async def member(
        self,
        name: str,
        role: Role,
        *,
        person: Person | None = None,
        languages: tuple[str, ...] = ("en",),
        cities: tuple[str, ...] = ("almaty",),
        on_duty: bool = True,
        phone: str = "",
        escalation: bool = False,
        specialities: tuple[Speciality, ...] = (),
        welcomed: bool = False,
    ) -> Person:
        """Somebody imported from the roster file; ``person``: who was on it; ``welcomed``: keeps the first message."""
        person = person or self.person(name, languages[0] if languages else "en")
        self.staff.add(person.chat)
        phone = phone or f"+7701000{person.chat}"
        row = RosterRow(
            int(person.chat), role, name, languages, cities, on_duty, phone, escalation, specialities
        )
        async with self.writing() as tx:
            await roster.save_rows(tx, self.service, [row])
        self.left = [one for one in self.left if one[0] != person.chat]  # that they are on the roster
        if not welcomed:
            messages = person.screen.messages
            for number in [n for n, shown in messages.items() if "on the roster of" in shown.text]:
                del messages[number]
        return person

    async def suspends(self, person: Person) -> bool:
        """The person's membership ends."""
        one = await self.membership(person)
        async with self.writing() as tx:
            return await roster.suspend(tx, self.service, one)

    async def blocks(self, person: Person) -> None:
        """The person blocks the bot."""
        person.screen.blocked = True
        incoming = Incoming(
            person.messenger,
            IncomingKind.MEMBERSHIP,
            person.chat,
            person.chat,
            "private",
            self.now,
            status="kicked",
        )
        await self.receive(incoming)

    # --- what happens

    async def receive(self, *incoming: Incoming) -> None:
        """One input, or several in one batch, handled and answered."""
        async with self.writing() as tx:
            await dispatch.prefetch(tx, self.service, incoming)
            for one in incoming:
                await dispatch.handle(tx, self.service, one, self.now)

    async def later(self, *, minutes: float = 0, hours: float = 0, seconds: float = 0) -> None:
        """Time passes, and every timer on the way runs at its own time."""
        goal = self.now + timedelta(minutes=minutes, hours=hours, seconds=seconds)
        while due := await self._due(goal):
            self.now = max(self.now, due.due_at)
            async with self.writing() as tx:
                await timing.on_timer(tx, self.service, due)
        self.now = goal

    async def _due(self, goal: datetime) -> Timer | None:
        async with self.reading() as tx:
            found = await tx.session.fetch(FIRST_DUE, {"goal": goal})
            return await tx.timers.get(found[0][0]) if found else None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        """A transaction; after it, what it wrote is on the phones."""
        if self._on_commit not in self.database.on_commit:  # a story may open it again
            self.database.on_commit.append(self._on_commit)
        async with self.database.write(self.now) as tx:
            yield tx
        while self._unsent:
            self._unsent = False
            await self._deliver()
        for person in self._on_signal:
            await self.confirm(person)

    def _on_commit(self, changes: Committed) -> None:
        self._unsent = self._unsent or bool(changes.waiting)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """What is stored."""
        async with self.database.read(self.now) as tx:
            yield tx

    async def _deliver(self) -> None:
        async with self.database.write(self.now) as tx:
            for item in await waiting(tx, 1000):
                job = await lease(tx, self.service, item, BOOT)
                if job is not None:
                    self.left.append((job.chat, item.lane.name.lower()))
                    phones = self.messengers[item.messenger]
                    result = await perform(cast(Telegram, phones), job)
                    await record(tx, self.service, result)
                    if not phones.abilities.buttons:
                        await self._note(tx, phones, result)

    async def _note(self, tx: Transaction, phones: Phones, result: Result) -> None:
        """What the signs in a message stand for: so a story can ask for the words of a button, and what it carries."""
        row, number = result.job.row, result.message_id
        if isinstance(row, Outgoing):
            number = number or row.payload.get("message_id")
        known = await tx.choices.by(address_id=row.address_id)
        mine = [one for one in known if row.id in (one.card_id, one.outgoing_id) and one.gone_at is None]
        if number is not None:
            phones.of(result.job.chat).note(number, {one.data: one.sign for one in mine})

    def _person(self, name: str, language: str, *, chat: str) -> Person:
        return Person(self, name, chat, language, self.service.home)

    # --- what is stored

    async def case(self, number: int = -1) -> Case:
        """The case opened last, or as the first, second …"""
        async with self.reading() as tx:
            return (await tx.cases.select(order_by=cases.c.id))[number]

    async def report(self, number: int = -1) -> Report:
        """The newest report, or the first, second …"""
        async with self.reading() as tx:
            return (await tx.reports.select(order_by=reports.c.id))[number]

    async def address(self, person: Person) -> Address:
        """The person's address."""
        async with self.reading() as tx:
            return await addresses.of_chat(tx, person.chat, messenger=person.messenger)

    async def membership(self, person: Person) -> Member:
        """The person's place on the roster."""
        async with self.reading() as tx:
            address = (await tx.addresses.by(lookup=tx.lookup(person.messenger, person.chat)))[0]
            return (await members_at(tx, address.id))[0]

    async def offers(self) -> dict[str, Offer]:
        """The offers of the newest case, by the member's name."""
        case = await self.case()
        async with self.reading() as tx:
            found = await tx.alerts.select(alerts.c.case_id == case.id)
            named = {alert.id: await tx.members.get(alert.member_id) for alert in found}
        return {member.name: alert for alert in found if (member := named[alert.id]) is not None}

    async def offer_to(self, name: str, case: Case) -> Offer:
        """The offer of a case to the member of this name."""
        async with self.reading() as tx:
            (member,) = [one for one in await tx.members.select() if one.name == name]
            (offer,) = [one for one in await tx.alerts.by(case_id=case.id) if one.member_id == member.id]
        return offer

    async def states(self) -> dict[str, str]:
        """The states of these offers."""
        return {name: alert.state.value for name, alert in (await self.offers()).items()}

    async def history(self, number: int = -1) -> list[tuple[str, str, dict[str, Any]]]:
        """The lines of a case's timeline: kind, who did it (empty: the bot or a reporter), details with names for ids."""
        case = await self.case(number)
        async with self.reading() as tx:
            assert await timeline.find_flaw(tx, case) is None
            assert await evidence.find_flaws(tx, {case.id: case.code}, evidence.Counts()) == []
            names = {0: "", **{member.id: member.name for member in await tx.members.select()}}
            return [
                (
                    line.kind.value,
                    names[line.actor_id],
                    {k: names[v] if k == "member" else v for k, v in line.details.items()},
                )
                for line in await tx.timeline.by(case_id=case.id)
            ]

    async def waits_until(self, kind: str) -> datetime | None:
        """When the timer of this kind is due; None if there is none."""
        async with self.reading() as tx:
            found = await tx.timers.select(timers.c.kind == kind, order_by=timers.c.due_at)
        return found[0].due_at if found else None
