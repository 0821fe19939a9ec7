"""``dabyl check``: is everything as it must be, before the worst day? It reports all that is wrong, not only the first
mistake.

ok     as it must be
note   works, but is probably not meant
wrong  does not work; the exit code is 1
?      could not be checked, because a secret is not set; the exit code is 2 if neither secret is

The checks of folders (of the files that people send, and of backups) are here; the others have modules of their own.
"""

import logging
import os
import sys
from shutil import disk_usage

import typer

from bot.building import papers_of
from bot.cli.audit import audit as audit_histories
from bot.cli.check_readiness import ReachedPerson, look_at_emergencies, look_at_roster
from bot.cli.check_signal import look_at_signal
from bot.cli.check_telegram import look_at_telegram
from bot.cli.output import is_quiet
from bot.cli.report import Report
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    database_of,
    fail,
    finish,
    place_of,
    quiet_logs,
    say_json,
    settings_of,
    utc_now,
)
from bot.config.secret_sources import everybody_reads
from bot.config.secrets import bot_of
from bot.config.settings import KEY, SECRETS, TOKEN, Settings, advice
from bot.messengers.signal.client import Signal
from core.clocks.clock_rows import Law, LawError
from core.resources.file_cache import KEPT_IN, not_kept
from core.resources.fonts import can_draw, load_font
from core.resources.law_files import cited_mistakes, load_law
from core.resources.paper_checks import paper_mistakes
from core.resources.preloading import read_ahead
from core.resources.word_files import load_words
from core.sent_files import ROOM, FileState
from core.vocabulary import Role
from core.watch.alarms import finding_details
from core.watch.audit import NAMED, RULES, Sight, judge_sights
from handlers.clocks.law_signatures import checked_by, load_signatures
from handlers.daily import posting as digest_channels
from handlers.people import membership
from handlers.people.addresses import TELEGRAM
from storage import audit, bot_identity, inbox
from storage.audit import changed_by_hand
from storage.backup.before_migration import copies_of
from storage.engine import files_folder, lock_file, parse_url, sqlite_file
from storage.errors import StorageError
from storage.file_owner import owner, way_in
from storage.schema import boots, files
from storage.sqlite_notes import HighWater, read_progress
from storage.transaction import Transaction

PORTION = 500  # files whose rows are read at once


async def missing_files(tx: Transaction) -> list[int]:
    """The rows of kept files that are not in the folder, or not whole."""
    folder, found, last = tx.folder, [], 0
    while folder is not None and (
        portion := await tx.files.select(
            files.c.id > last, files.c.state == FileState.KEPT.value, order_by=files.c.id, limit=PORTION
        )
    ):
        found += [file.id for file in portion if not folder.is_whole(file.id, file.size or 0)]
        last = portion[-1].id
    return found


def look_at_files(settings: Settings, report: Report, missing: list[int]) -> None:
    """Whether the files that people sent are there, and new ones can be kept."""
    file = sqlite_file(parse_url(settings.storage.url))
    place = settings.storage.folder or (files_folder(file) if file is not None else None)
    if place is None:
        return  # said already: see advice
    if missing:
        named = ", ".join(map(str, missing[:NAMED]))
        report.wrong("checked-files-missing", count=len(missing), place=place, named=named)
    there = next(path for path in (place, *place.absolute().parents) if path.exists())
    if not there.is_dir():
        report.wrong("checked-files-no-folder", place=there)
    elif not os.access(there, os.W_OK | os.X_OK):
        report.wrong("checked-files-closed", place=there, why=way_in(there))
    elif there != place:
        report.ok("checked-files-later", place=place)
    else:
        report.ok("checked-files-writable", place=place)
    if (free := disk_usage(there).free) < ROOM:
        report.wrong("checked-disk-full", place=place, free=str(free // 1_000_000))


def look_at_backups(settings: Settings, report: Report) -> None:
    """Whether they can be seen where the configuration says, and how old the newest is."""
    watched = settings.backup.watched
    if watched is None:
        return  # said already: see advice
    folder = watched.folder
    if not folder.is_dir():
        report.wrong("checked-backup-no-folder", place=folder)
    elif not os.access(folder, os.R_OK | os.X_OK):
        report.wrong("checked-backup-closed", place=folder, why=way_in(folder))
    elif (newest := watched.newest(utc_now())) is None:
        report.note("checked-backup-none", place=folder)
    else:
        report.ok("checked-backup-newest", place=folder, at=f"{newest:%Y-%m-%d %H:%M} UTC")


def command(config: Config = DEFAULT, as_json: Json = False) -> None:
    """Check the configuration; with the secrets also the database, Telegram, Signal, the channel and every member.

    The bot may be running. Members see for a moment that the bot is typing; nothing is written to anybody.
    """
    settings = settings_of(config, required=())
    quiet_logs(logging.WARNING)
    report = Report(silent=as_json)
    finish(check(settings, report))
    if as_json:
        say_json(report.document())
    elif report.mistakes or not is_quiet():
        typer.echo(report.verdict())
    if report.mistakes:
        raise typer.Exit(1)
    if settings.key is None and settings.token is None:
        fail(report.say("checked-only-file", key=KEY, token=TOKEN), code=2)


async def check(settings: Settings, report: Report) -> None:
    """Everything that can be checked with the secrets at hand."""
    report.ok("checked-configuration")
    read_ahead()  # a mistake in it would end the start, so it ends the check
    report.ok("checked-words")
    if not_kept:
        whose, told = owner(KEPT_IN.parent), "PYTHONDONTWRITEBYTECODE= " if sys.dont_write_bytecode else ""
        report.note("checked-not-kept", who=whose, command=f"{told}{sys.executable} -P -m core.resources")
    try:
        law = load_law(settings.organisation.jurisdiction, settings.papers.folder)
    except LawError as error:
        law = ()
        report.found(str(error))
    for mistake in cited_mistakes(settings.organisation.jurisdiction, settings.papers.folder):
        report.found(mistake)
    if not can_draw(load_font()):
        report.wrong("operator-font")
    _look_at_papers(settings, report)
    people: list[ReachedPerson] = []
    chosen: dict[str, str] = {}
    looked = True
    if settings.key is None:
        report.unknown("checked-no-key", name=KEY)
    else:
        try:
            people, chosen = await _look_at_database(settings, report, law)
        except StorageError as error:
            report.wrong("checked-no-database", why=error)
            looked = False
    settled = {"telegram.administrators" for person in people if person.role == Role.ADMINISTRATOR}
    settled |= {"telegram.channel" for _ in chosen if not settings.channels}
    if not looked:  # both may stand in the database that does not open
        settled |= {"telegram.administrators", "telegram.channel"}
    for hint in advice(settings, report.language):
        if hint.key not in settled:  # by a code or a tap in the chat
            report.hint(str(hint))
    for source in map(settings.source, SECRETS):
        if source is not None and everybody_reads(source):
            report.note("checked-secret-read", name=source.name, place=source.where)
    at_signal = {
        person.chat: str(person) for person in people if person.messenger == Signal.name and not person.hidden
    }
    people = [person for person in people if person.messenger == TELEGRAM]
    if settings.token is None:
        report.unknown("checked-no-token", name=TOKEN)
    else:
        known = {person.chat for person in people}
        administrators = [str(chat) for chat in settings.telegram.administrators]
        people = [
            ReachedPerson("administrator", chat, "") for chat in administrators if chat not in known
        ] + people
        hidden = {person.chat for person in people if person.hidden}
        who, channels = {person.chat: str(person) for person in people}, settings.channels or chosen
        await look_at_telegram(settings, report, who, channels, hidden)
    await look_at_signal(settings, report, at_signal)
    await look_at_emergencies(settings, report)


def _look_at_papers(settings: Settings, report: Report) -> None:
    """Their templates, those of the organisation too: one that is wrong is found out here, not in the night."""
    papers = papers_of(settings)
    mistakes = paper_mistakes(papers)
    for mistake in mistakes:
        report.found(f"papers: {mistake}")
    if not mistakes:
        report.ok("checked-papers", count=len(papers.kinds))


async def _look_at_database(
    settings: Settings, report: Report, law: Law
) -> tuple[list[ReachedPerson], dict[str, str]]:
    """Open it, try to write, count. Everybody who is not suspended, and the channel that was chosen in a chat."""
    people, channel = [], None
    file = sqlite_file(parse_url(settings.storage.url))
    was = (
        HighWater(lock_file(file)).read() if file is not None else None
    )  # first: a running bot goes on meanwhile
    async with database_of(settings) as database:
        async with database.write(utc_now()):
            pass  # a database that may only be read is found out here
        noted = database.noted_lines()
        async with database.read(utc_now()) as tx:
            members = await tx.members.by(suspended_at=None)
            for owner, place in (
                (member, id) for member in members for id in membership.addresses_of(member)
            ):
                address = await tx.addresses.get(place)
                if address is not None:
                    hidden = address.silenced_at is not None
                    people.append(
                        ReachedPerson(owner.role, address.chat, owner.name, hidden, address.messenger)
                    )
            channel = await digest_channels.chosen_channel(tx)
            parked = len(await inbox.parked(tx, 100))
            missing = await missing_files(tx)
            findings = [
                *await _audit(tx, settings, report.language),
                *(await audit_histories(tx, noted)).findings,
            ]
            signatures = await load_signatures(tx)
            unsigned = [row.id for row in law if checked_by(tx, row, signatures) is None]
            if settings.token is not None:
                findings += filter(
                    None, [await bot_identity.why_not(tx, bot_of(settings.token.get_secret_value()))]
                )
            older = was is not None and (await read_progress(tx)).is_behind(was)
    report.ok("checked-database", place=place_of(settings))
    for copy in copies_of(file) if file is not None else []:
        report.note("checked-copy", place=copy)
    look_at_roster(settings, report, members)
    for person in people:
        if person.hidden:
            report.wrong("checked-hidden", who=person, chat=person.chat)
    look_at_files(settings, report, missing)
    look_at_backups(settings, report)
    if unsigned:
        named = ", ".join(unsigned[:NAMED]) + (", …" if len(unsigned) > NAMED else "")
        report.note("checked-law-unsigned", count=str(len(unsigned)), all=str(len(law)), named=named)
    elif law:
        report.ok("checked-law-signed", count=len(law))
    if older:
        report.wrong("checked-older")
    if parked:
        report.note("checked-parked", count=parked)
    for finding in findings:
        report.found(finding)
    return people, {settings.organisation.language: channel.chat} if channel is not None else {}


async def _audit(tx: Transaction, settings: Settings, language: str) -> list[str]:
    """What the watchman would find in the database; of a bot that does not run, at its last sign of life."""
    runs = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
    if not runs:
        return []  # it never ran: nothing is planned yet
    words, zone = load_words(), settings.organisation.zone
    sights = {**await audit.read_sights(tx), "forged": [Sight(str(id)) for id in await changed_by_hand(tx)]}
    findings = judge_sights(sights, {}, runs[0].started_at, runs[0].alive_at)
    spoken = [finding for finding in findings if RULES[finding.kind].spoken]
    return [
        words.say(language, f"watch-{finding.kind}", **finding_details(finding, zone)) for finding in spoken
    ]
