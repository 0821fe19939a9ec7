"""One case, in each of its states, with everybody around it: a database on which buttons are pressed through the dispatcher.

Nothing travels: a press is an ``Incoming`` given to handlers.dispatch in a transaction. Where somebody may have changed
something, the transaction is thrown away, and the next one finds the same world.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from bot.building import build_service
from bot.config.settings import load
from core.casework.claims import ReportLink
from core.casework.transitions import first_action_key
from core.conversation.forms import Answer, AnswerSource, answers_to_data
from core.digest.figures import figures_to_data as figures_as_data
from core.incoming import Incoming, IncomingKind
from core.model import LANGUAGES, Address, Case, Dialogue, Digest, Entry, Guest, Member, Offer, Report
from core.records.door_lists import DoorList, ListState
from core.records.incidents import Incident, IncidentLink
from core.records.invitations import Invitation, InvitationState, RosterFile, ToldChannel
from core.records.lookups import LookUp, Pair
from core.records.papers import Paper, PaperState
from core.roster.csv_file import format_roster
from core.rota import Stint, StintState
from core.stations import Station
from core.traffic import Lane, Timer
from core.values import Contact, Hearing, Place, Precision, Value, value_to_data
from core.vocabulary import CaseState, DialogueState, GuestStanding, LookUpState, ReportState, Role
from handlers import arguments, dispatch, timing
from handlers.cards import live_cards
from handlers.casework import report_claims, roster
from handlers.casework.report_claims import Saying
from handlers.daily import digest_figures
from handlers.duty import swaps
from handlers.forms.held_words import WORDS
from handlers.people import addresses
from handlers.people.membership import members_at
from handlers.service import Service
from storage.database import Database
from storage.migrate import migrate
from storage.schema import cards, cases, door_lists
from storage.sealing import Keyring, new_key
from storage.statements import Prepared, Values
from storage.transaction import Transaction

NOW = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)
STATES = tuple(CaseState)
CONFIG = """
[organisation]
name = "Test Bureau"
language = "en"
[telegram]
administrators = [{technician}]
[storage]
url = "sqlite+aiosqlite:///{folder}/dabyl.db"
[[escalation.steps]]
ask = "region"
at_once = 9
wait_minutes = 1440
"""
NAMED = dict.fromkeys(LANGUAGES, "Made-up station")
STATION = Station("one", NAMED, "almaty-city", "almaty", ("+77270000001",), "made up", NOW.date())

# Everybody, by the number of their chat.
PEOPLE = {
    "reporter": 1,  # of the case
    "other reporter": 2,
    "asked": 3,  # a lawyer to whom it was offered
    "not asked": 4,
    "owner": 5,  # who has it; while nobody has, who lost it last by doing nothing
    "coordinator": 6,
    "opened": 7,  # a coordinator to whom it was opened
    "suspended lawyer": 8,
    "suspended coordinator": 9,  # to whom it had been opened
    "administrator": 10,  # on the roster; was a lawyer who was asked
    "technician": 11,  # an administrator of the configuration
    "muted reporter": 12,  # nobody's, without a report
    "muted lawyer": 13,  # was asked
    "second": 14,  # a lawyer who has the second place beside the owner
}
ROLES = {
    "asked": Role.LAWYER,
    "not asked": Role.LAWYER,
    "owner": Role.LAWYER,
    "coordinator": Role.COORDINATOR,
    "opened": Role.COORDINATOR,
    "suspended lawyer": Role.LAWYER,
    "suspended coordinator": Role.COORDINATOR,
    "administrator": Role.LAWYER,  # becomes one
    "muted lawyer": Role.LAWYER,
    "second": Role.LAWYER,
}
LISTS = ("asked", "owner", "coordinator", "technician")  # who have a list or the board before them
FAR = {"not asked": ("aktau",)}
HELD = "police took Dana Made-Up in Almaty"


class _Undone(Exception):
    """Throws a transaction away."""


@dataclass(frozen=True, slots=True)
class Things:
    """What buttons can name."""

    case: Case
    elsewhere: Case  # of the other reporter
    offers: dict[str, Offer]  # of the case, by whom it was made to
    offer_elsewhere: Offer
    report: Report
    entry: Entry  # the second thing that the reporter said
    guest: Guest  # somebody who has written the code of the case
    lookup: LookUp  # of the other reporter
    incident: Incident  # in which the case is
    incident_link: IncidentLink
    letter: int  # about it, at which the coordinator works
    stint: Stint  # of the owner, offered to whoever was asked
    draft: Report  # of the reporter, whose words wait for "which report?"
    dialogue: int  # the reporter's
    pair: int  # the case and the other reporter's, about which it is asked whether they are one
    link: int  # of a second report of the case, which had a case of its own
    proceeding: int  # the claim that opened it
    hearing: int
    ruling: int  # of which the reporter tells
    intervention: int
    unsent: int  # the form of a paper that the coordinator who opened the case has left
    paper: int  # that was made
    paper_asked: int  # about which another coordinator is asked
    held: dict[str, int]  # words that each member wrote, until they say where these belong
    lists: dict[str, int]  # the cards with the boards and lists of some
    invitations: dict[str, int]  # one in each state; the reporter has opened two of them
    roster_file: int  # of the administrator
    door_list: int  # of names, that the coordinator reads
    waiting_list: int  # that waits for one
    permit: int  # of a full export, for which the coordinator who opened the case asks
    words: int = 0  # those of the actor
    list: int = 0  # the actor's, else another's
    station: str = ""  # of the round of the case, and who opened it rings it
    ringing: int = 0
    channel: int = 0  # that made the bot its administrator
    call: int = 0  # the report that the coordinator wrote down on the telephone, set aside
    other_phone: int = 0  # an address at which another phone answers than before


@dataclass(frozen=True, slots=True)
class Tried:
    """What was said to the actor, and which tables would have changed."""

    texts: set[str]
    tables: set[str]


@dataclass(frozen=True, slots=True)
class Stage:
    """The world with the case in one state."""

    service: Service
    database: Database
    things: Things

    @asynccontextmanager
    async def undone(self) -> AsyncIterator[Transaction]:
        """A transaction of which nothing stays."""
        with suppress(_Undone):
            async with self.database.write(LATER) as tx:
                yield tx
                raise _Undone

    async def tries(self, who: str, data: str = "", text: str = "") -> Tried:
        """A press, or a typed text, of which nothing stays."""
        async with self.undone() as tx:
            tables = _written(tx)
            address = await addresses.of_chat(tx, str(PEOPLE[who]))
            before = {row.id for row in await tx.outgoing.by(address_id=address.id)}
            await does(tx, self.service, who, data=data, text=text)
            answers = [row for row in await tx.outgoing.by(address_id=address.id) if row.id not in before]
            await tx.flush()
        return Tried({str(row.payload.get("text", "")) for row in answers} - {""}, tables)


def _written(tx: Transaction) -> set[str]:
    """The names of the tables that this transaction writes into, from now on."""
    tables: set[str] = set()
    write = tx.session.write

    async def noted(prepared: Prepared, rows: Sequence[Values]) -> None:
        if rows:
            tables.add(prepared.clause.table.name)  # type: ignore[attr-defined]  # of an insert, update or delete
        await write(prepared, rows)

    tx.session.write = noted  # type: ignore[method-assign]
    return tables


async def does(tx: Transaction, service: Service, who: str, *, data: str = "", text: str = "") -> None:
    """Somebody presses a button that carries ``data``, or types ``text``."""
    kind, person = IncomingKind.TAP if data else IncomingKind.MESSAGE, str(PEOPLE[who])
    incoming = Incoming(
        addresses.TELEGRAM,
        kind,
        person,
        person,
        "private",
        sent_at=tx.now,
        text=text,
        data=data,
        language="en",
    )
    await dispatch.handle(tx, service, incoming, tx.now)


def service_of(folder: Path) -> Service:
    """An organisation whose language is English, with a patient policy."""
    (folder / "config.toml").write_text(CONFIG.format(technician=PEOPLE["technician"], folder=folder))
    built = build_service(load(folder / "config.toml", required=(), environ={}))
    return replace(built, stations=(STATION,))


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the stages are made of: for each state a file, and what is in it."""

    service: Service
    keyring: Keyring
    files: dict[CaseState, tuple[Path, Things]]


async def scenery(folder: Path) -> Scenery:
    """The three files, of which each is a copy of the one before with one step more."""
    service, keyring = service_of(folder), Keyring.parse(new_key())
    steps = {CaseState.OPEN: _opens, CaseState.ACCEPTED: _is_taken, CaseState.CLOSED: _is_closed}
    files: dict[CaseState, tuple[Path, Things]] = {}
    before = folder / "empty.db"
    await asyncio.to_thread(lambda: asyncio.run(migrate(f"sqlite:///{before}")))
    for state, step in steps.items():
        file = folder / f"{state}.db"
        shutil.copy(before, file)
        database = await Database.open(f"sqlite:///{file}", keyring)
        try:
            files[state] = file, await step(service, database)
            await _has_left(database)
            await _checkpoint(database)
        finally:
            await database.close()
        before = file
    return Scenery(service, keyring, files)


@asynccontextmanager
async def staged(made: Scenery, folder: Path) -> AsyncIterator[dict[CaseState, Stage]]:
    """The stages, on copies of these files."""
    stages: dict[CaseState, Stage] = {}
    try:
        for state, (file, things) in made.files.items():
            copy = shutil.copy(file, folder / f"copy-{file.name}")
            database = await Database.open(f"sqlite:///{copy}", made.keyring)
            stages[state] = Stage(made.service, database, things)
        yield stages
    finally:
        for stage in stages.values():
            await stage.database.close()


async def _has_left(database: Database) -> None:
    """The cards stand in the chats: one that waits is not written again when it is touched."""
    async with database.write(LATER) as tx:
        for card in await tx.cards.select(cards.c.wanted > cards.c.shown):
            tx.cards.put(replace(card, shown=card.wanted))


async def _checkpoint(database: Database) -> None:
    """All of it into the file, which is copied next."""
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


async def _sends(tx: Transaction, service: Service, case: Case) -> None:
    """A reporter tells of a ruling, and a complaint is written down."""
    await _tells_of_ruling(tx, case)
    await does(tx, service, "opened", data=f"send:{case.id}:complaint")
    await does(tx, service, "opened", text="The made-up prosecutor")
    for data in ("intervention/by:us", "intervention/moment:now"):
        await does(tx, service, "opened", data=data)
    await does(tx, service, "opened", text="/skip")
    await does(tx, service, "opened", data=f"send:{case.id}:motion")  # and another, half of it
    await does(tx, service, "opened", text="The made-up investigator")
    await does(tx, service, "opened", data=f"proceedings:{case.id}")


async def _opens(service: Service, database: Database) -> Things:
    """Two reports; the case is offered, taken, lost by silence, opened by two coordinators; then two are suspended."""
    async with database.write(NOW) as tx:
        await _are_there(tx, service)
        await does(tx, service, "reporter", text=HELD)
        await does(tx, service, "reporter", text="he is 16 years old")
        await does(tx, service, "other reporter", text="police took Tim Made-Up in Aktau")
        case = (await tx.cases.select(order_by=cases.c.id))[0]
        await does(tx, service, "owner", data=f"accept:{(await _offers(tx, case))['owner'].id}")
    async with database.write(NOW + timedelta(hours=1)) as tx:
        lapsed = await tx.timers.get(first_action_key(case.id))
        assert lapsed is not None
        await timing.on_timer(tx, service, lapsed)
        for who in ("opened", "suspended coordinator"):
            await does(tx, service, who, data=f"open:{case.id}")
            await does(tx, service, who, text="the family has called")
        await does(tx, service, "opened", text="/incident Visit")
        (incident,) = await tx.incidents.select()
        await does(tx, service, "opened", data=f"enlist:{case.id}:{incident.id}")
        await does(tx, service, "opened", data=f"letters:{incident.id}")
        await does(tx, service, "opened", data=f"begin:{case.id}:administrative")
        (proceeding,) = await _claims(tx, case, "proceeding")
        await does(tx, service, "opened", data=f"change:{proceeding}:hearing")
        for text in ("19.09 10:00", "/skip", "/skip", "/skip"):
            await does(tx, service, "opened", text=text)
        await _sends(tx, service, case)
        await _makes_papers(tx, case)
        administrator = await addresses.of_chat(tx, str(PEOPLE["administrator"]))
        (member,) = await tx.members.by(address_id=administrator.id)
        row = replace(await roster.row_of(tx, member), role=Role.ADMINISTRATOR)
        await roster.save_rows(tx, service, [row])
        await _are_kept_out(tx, service)
        await _wrote(tx)
        for who in LISTS:
            await does(tx, service, who, text="/cases")
        await _was_posted(tx, service)
        reporter = await addresses.of_chat(tx, str(PEOPLE["reporter"]))
        draft = tx.reports.add(Report(tx.new_id(), reporter.id, ReportState.DRAFT, tx.now, "en"))
        tx.entries.add(Entry(tx.new_id(), draft.id, tx.now, "words", {"text": "they beat him"}))
        (told,) = await tx.reports.by(case_id=case.id)
        stranger = await addresses.of_chat(tx, "20")
        tx.guests.add(Guest(tx.new_id(), told.id, stranger.id, GuestStanding.BY_CODE, tx.now))
        other = await addresses.of_chat(tx, str(PEOPLE["other reporter"]))
        asked = Dialogue(tx.new_id(), other.id, "lookup", 0, DialogueState.FINISHED, tx.now, tx.now)
        tx.dialogues.add(asked)
        names = ("Aida Made-Up",)
        tx.lookups.add(LookUp(tx.new_id(), other.id, asked.id, LookUpState.WAITING, tx.now, names, names))
        await _are_compared(tx, case, other)
        await _some_join(tx, reporter, administrator, member)
        await does(tx, service, "opened", text="/export 2018-09-01 2018-09-30 authorities a made-up letter")
        await _offers_duty(tx, service)
        await _bring_lists(tx)
        await _telephone(tx, service, case)
        tx.timers.put(Timer(f"which:{reporter.id}", "which", NOW + timedelta(days=1), draft.id))
    return await _things(database)


async def _are_there(tx: Transaction, service: Service) -> None:
    """Everybody has written once, and members are on the roster. Of somebody else another phone answers."""
    tx.addresses.put(replace(await addresses.of_chat(tx, "21"), untrusted_since=tx.now))
    for who in PEOPLE:
        await does(tx, service, who, text="/id")
    for who, role in ROLES.items():
        address = await addresses.of_chat(tx, str(PEOPLE[who]))
        cities, number = FAR.get(who, ("almaty",)), tx.new_id()
        tx.members.add(Member(number, address.id, role, who, ("en",), cities, True, "", False, tx.now))


async def _are_kept_out(tx: Transaction, service: Service) -> None:
    """Some are suspended, some muted."""
    for who in ("suspended lawyer", "suspended coordinator"):
        address = await addresses.of_chat(tx, str(PEOPLE[who]))
        assert await roster.suspend(tx, service, (await members_at(tx, address.id))[0])
    for who in ("muted reporter", "muted lawyer"):
        address = await addresses.of_chat(tx, str(PEOPLE[who]))
        tx.addresses.put(replace(address, muted_until=NOW + timedelta(days=1)))


async def _wrote(tx: Transaction) -> None:
    """Words of every member, that are held until they say where these belong."""
    for who in ROLES:
        address = await addresses.of_chat(tx, str(PEOPLE[who]))
        words = answers_to_data({WORDS: Answer("they beat him", AnswerSource.TYPED, tx.now)})
        number, ended = tx.new_id(), DialogueState.FINISHED
        tx.dialogues.add(Dialogue(number, address.id, arguments.HELD_WORDS, 0, ended, tx.now, tx.now, words))


async def _was_posted(tx: Transaction, service: Service) -> None:
    """The digest of the day before."""
    counted = await digest_figures.count(tx, service, None, NOW - timedelta(hours=16))
    yesterday = Digest(
        date(2018, 9, 16), counted.covers_from, counted.covers_to, NOW, figures_as_data(counted)
    )
    tx.digests.add(yesterday)


async def _are_compared(tx: Transaction, case: Case, other: Address) -> None:
    """The two cases may be one; and a second report of the case was linked to the other one."""
    elsewhere = (await tx.cases.select(order_by=cases.c.id))[1]
    tx.pairs.add(Pair(tx.new_id(), elsewhere.id, case.id, "hand", tx.now))
    report = Report(tx.new_id(), other.id, ReportState.OPEN, tx.now, "en", elsewhere.id)
    tx.reports.add(report)
    tx.links.add(ReportLink(tx.new_id(), report.id, case.id, 0, NOW, "opened", ended_at=tx.now))
    tx.links.add(ReportLink(tx.new_id(), report.id, elsewhere.id, 7, tx.now, "hand"))


async def _some_join(tx: Transaction, invited: Address, administrator: Address, member: Member) -> None:
    """An invitation in each state that can be pressed, two of them opened by the same person; and a roster file."""
    coordinator = await addresses.of_chat(tx, str(PEOPLE["coordinator"]))
    (inviting,) = await tx.members.by(address_id=coordinator.id)
    told: dict[str, Value] = {"name": "Aida Made-Up", "cities": "Almaty", "contact": Contact("+77010000020")}
    answers = answers_to_data({key: Answer(value, AnswerSource.TYPED, tx.now) for key, value in told.items()})
    for state in (InvitationState.OPEN, InvitationState.OPENED, InvitationState.ASKED):
        whose = None if state is InvitationState.OPEN else invited.id
        form = tx.new_id()
        ended = DialogueState.FINISHED
        tx.dialogues.add(Dialogue(form, invited.id, "joining", 0, ended, tx.now, tx.now, answers))
        code, until = tx.keyed_hash("invitation", state), NOW + timedelta(days=7)
        tx.invitations.add(
            Invitation(
                tx.new_id(), code, state, inviting.id, tx.now, until, "Aida", None, whose, form, tx.now
            )
        )
    csv = format_roster([await roster.row_of(tx, member)], str)
    tx.told_channels.add(ToldChannel(tx.new_id(), "-1009", "Made-up channel", tx.now))
    tx.roster_files.add(RosterFile(tx.new_id(), administrator.id, tx.now, csv, b""))


async def _telephone(tx: Transaction, service: Service, case: Case) -> None:
    """A call that the coordinator wrote down and set aside; a station that is rung by whoever opened the case."""
    await does(tx, service, "coordinator", text="/new they took Aida Made-Up in Almaty")
    (call,) = await tx.dialogues.by(form="call")
    tx.dialogues.put(replace(call, state=DialogueState.FINISHED))
    await does(tx, service, "opened", data=f"calls:{case.id}")
    (one,) = await tx.rounds.by(case_id=case.id)
    await does(tx, service, "opened", data=f"iring:{one.id}:{STATION.id}")


async def _offers_duty(tx: Transaction, service: Service) -> None:
    """The owner cannot come the next day; whoever was asked about the case may take it."""
    owner = (await tx.members.by(address_id=(await addresses.of_chat(tx, str(PEOPLE["owner"]))).id))[0]
    starts, ends = NOW + timedelta(days=1), NOW + timedelta(days=1, hours=8)
    stint = Stint(tx.new_id(), owner.id, starts, ends, StintState.OFFERED, tx.now)
    tx.stints.add(stint)
    for who in ("asked", "suspended lawyer", "muted lawyer"):
        address = await addresses.of_chat(tx, str(PEOPLE[who]))
        await live_cards.show(tx, swaps.OFFER, stint.id, address.id, Lane.NEWS)


async def _makes_papers(tx: Transaction, case: Case) -> None:
    """The lawyer who had the case has made one, and asked about another."""
    owner = await addresses.of_chat(tx, str(PEOPLE["owner"]))
    (member,) = await tx.members.by(address_id=owner.id)
    for state in (PaperState.MADE, PaperState.ASKED):
        tx.papers.add(
            Paper(tx.new_id(), "demand_for_release", "ru", state, member.id, owner.id, tx.now, case.id)
        )


async def _bring_lists(tx: Transaction) -> None:
    """A coordinator reads one, another waits."""
    coordinator = await addresses.of_chat(tx, str(PEOPLE["coordinator"]))
    (reader,) = await tx.members.by(address_id=coordinator.id)
    where, lines = (
        value_to_data(Place("almaty", text="Almaty")),
        ({"typed": "Aida Made-Up", "name": "Aida Made-Up"},),
    )
    for state, whose in ((ListState.OPEN, reader.id), (ListState.WAITS, None)):
        now, number = tx.now, tx.new_id()
        tx.door_lists.add(DoorList(number, state, reader.id, whose, now, now, now, "almaty", where, lines))


async def _is_taken(service: Service, database: Database) -> Things:
    async with database.write(NOW + timedelta(hours=1)) as tx:
        case = (await tx.cases.select(order_by=cases.c.id))[0]
        for who in ("owner", "second"):
            await does(tx, service, who, data=f"accept:{(await _offers(tx, case))[who].id}")
    return await _things(database)


async def _is_closed(service: Service, database: Database) -> Things:
    async with database.write(NOW + timedelta(hours=1)) as tx:
        case = (await tx.cases.select(order_by=cases.c.id))[0]
        await does(tx, service, "owner", data=f"closed:{case.id}:released")
    return await _things(database)


async def _things(database: Database) -> Things:
    async with database.read(NOW) as tx:
        case, elsewhere = await tx.cases.select(order_by=cases.c.id)
        (report,) = await tx.reports.by(case_id=case.id)
        (draft,) = await tx.reports.by(address_id=report.address_id, state=ReportState.DRAFT)
        (dialogue,) = await tx.dialogues.by(subject_id=report.id)
        (ringing,) = await tx.station_calls.select()
        brought = await tx.door_lists.select(order_by=door_lists.c.id)
        return Things(
            case,
            elsewhere,
            await _offers(tx, case),
            (await tx.alerts.by(case_id=elsewhere.id))[0],
            report,
            (await tx.entries.by(report_id=report.id))[1],
            (await tx.guests.by(report_id=report.id))[0],
            (await tx.lookups.select())[0],
            (await tx.incidents.select())[0],
            (await tx.incident_links.select())[0],
            (await tx.papers.select())[0].id,
            (await tx.stints.select())[0],
            draft,
            dialogue.id,
            (await tx.pairs.select())[0].id,
            next(link.id for link in await tx.links.by(case_id=elsewhere.id) if link.rule == "hand"),
            (await _claims(tx, case, "proceeding"))[0],
            (await _claims(tx, case, "hearing"))[0],
            next(claim.id for claim in await tx.claims.select() if claim.kind == "ruling_told"),
            (await _claims(tx, case, "intervention"))[0],
            (await tx.dialogues.by(form="intervention"))[0].id,
            (await tx.papers.by(case_id=case.id))[0].id,
            (await tx.papers.by(case_id=case.id))[1].id,
            {who: await _held(tx, who) for who in ROLES},
            {who: await _list(tx, who) for who in LISTS},
            {one.state.value: one.id for one in await tx.invitations.select()},
            (await tx.roster_files.select())[0].id,
            brought[0].id,
            brought[1].id,
            (await tx.export_permits.select())[0].id,
            station=f"{ringing.round_id}:{ringing.station}",
            ringing=ringing.id,
            channel=(await tx.told_channels.select())[0].id,
            call=(await tx.dialogues.by(form="call"))[0].subject_id,
            other_phone=(await addresses.of_chat(tx, "21")).id,
        )


async def _tells_of_ruling(tx: Transaction, case: Case) -> None:
    report = (await tx.reports.by(case_id=case.id))[0]
    arrest = value_to_data(Hearing(0, NOW, Precision.DAY, outcome="arrest", days=15))
    tx.claims.add(report_claims.make_claim(tx, report, Saying("ruling_told", arrest)))


async def _claims(tx: Transaction, case: Case, kind: str) -> list[int]:
    return [claim.id for claim in await tx.claims.by(case_id=case.id) if claim.kind == kind]


async def _held(tx: Transaction, who: str) -> int:
    address = await addresses.of_chat(tx, str(PEOPLE[who]))
    return next(d.id for d in await tx.dialogues.by(address_id=address.id) if d.form == arguments.HELD_WORDS)


async def _list(tx: Transaction, who: str) -> int:
    address = await addresses.of_chat(tx, str(PEOPLE[who]))
    cards = await tx.cards.by(address_id=address.id)
    return next(card.id for card in cards if card.subject in ("list", "board"))


async def _offers(tx: Transaction, case: Case) -> dict[str, Offer]:
    found = {}
    for alert in await tx.alerts.by(case_id=case.id):
        member = await tx.members.get(alert.member_id)
        assert member is not None
        found[member.name] = alert
    return found
