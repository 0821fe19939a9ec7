"""``dabyl export``: what the cases say, as files for others to work with; and ``dabyl unseal``, which makes an export
readable.

Without a permit there are no names, no words and no exact places. Two coordinators give a permit in the chat (``/export``):
for some days, or for one case, which becomes a packet.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from msgspec import Struct
from msgspec.structs import replace

from bot.building import build_service
from bot.cli.export_packet import packet_files, read_packet
from bot.cli.output import Shown, show_progress
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    database_of,
    fail,
    finish,
    quiet_logs,
    say_json,
    settings_of,
    utc_now,
)
from bot.config.settings import KEY, Settings
from bot.exports.export import FORMATS, ExportOrganisation, read_records, write_archive
from bot.exports.streams import open_spools
from bot.observability.process import seldom_collected
from core.exporting.scope import ExportPermit, ExportScope, parse_moment
from core.exporting.table_columns import TABLES
from core.model import LANGUAGES
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_words
from handlers.arguments import find_case_by_code
from handlers.exporting import export_permits
from storage.database import Database
from storage.sealed_files import open_export, seal_export, write_export
from storage.sealing import Keyring


class Order(Struct, frozen=True):
    """What is to be written where. ``permit``: the number of a full export; 0 for one without names."""

    formats: Sequence[str]
    target: Path | None
    language: str
    is_open: bool
    permit: int
    despite_flaws: bool
    code: str  # of the case that is wanted as a packet


def command(
    config: Config = DEFAULT,
    as_of: Annotated[
        str,
        typer.Option(help="What was known then: 2018-09-18 (its end) or 2018-09-18T20:00.", metavar="TIME"),
    ] = "",
    since: Annotated[
        str, typer.Option(help="Only cases of which something was learnt since.", metavar="TIME")
    ] = "",
    format: Annotated[
        list[str] | None, typer.Option(help=f"One of {', '.join(FORMATS)}; several times; all if left out.")
    ] = None,
    to: Annotated[Path | None, typer.Option(help="The file; made here if left out.", metavar="FILE")] = None,
    language: Annotated[str, typer.Option(help="kk, ru or en: of the workbook and of Uwazi.")] = "",
    is_open: Annotated[bool, typer.Option("--open", help="An unsealed ZIP, for anybody to read.")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="With names, as two coordinators allowed by /export in the chat.")
    ] = False,
    permit: Annotated[int, typer.Option(help="The number that they were given.", metavar="NUMBER")] = 0,
    case: Annotated[
        str, typer.Option(help="One case as a packet, as two coordinators allowed.", metavar="CODE")
    ] = "",
    despite_flaws: Annotated[
        bool,
        typer.Option(
            "--despite-flaws", help="Also if something was changed from outside; about.json says what."
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Export the cases as JSON, CSV, a workbook, for Uwazi, and by days, in one archive: without names.

    The file is sealed with DABYL_KEY; dabyl unseal opens it. What the files hold: docs/law/exports.md.
    The bot may be running.
    """
    settings = settings_of(config, required=(KEY,))
    quiet_logs()
    formats = format or [*FORMATS]
    wrong = [name for name in formats if name not in FORMATS]
    if wrong:
        fail(f"--format is {wrong[0]}: expected one of {', '.join(FORMATS)}", code=2)
    if language and language not in LANGUAGES:
        fail(f"--language is {language}: expected one of {', '.join(LANGUAGES)}", code=2)
    if case and not permit:
        fail(
            "--case needs --permit with the number of a permit: /export CODE in the chat asks for one", code=2
        )
    if (full or bool(case)) != bool(permit):
        fail("--full needs --permit with the number of a permit, and the other way round", code=2)
    if permit and (as_of or since):
        fail("--as-of and --since do not go with a permit, which says which cases", code=2)
    scope = _scope(settings.organisation.zone, utc_now(), as_of, since)
    order = Order([*dict.fromkeys(formats)], to, language, is_open, permit, despite_flaws, case)
    target, digest, cases = finish(_export(settings, scope, order))
    if as_json:
        document = {"export": target, "sha256": digest, "sealed": not is_open, "formats": order.formats}
        say_json({**document, "cases": cases})
        return
    typer.echo(f"{target}: {cases} cases\nSHA-256 of the archive: {digest}")


def _scope(zone: ZoneInfo, moment: datetime, as_of: str, since: str) -> ExportScope:
    until = parse_moment(as_of, zone, end=True) if as_of else moment
    begin = parse_moment(since, zone) if since else None
    for option, typed, found in (("--as-of", as_of, until), ("--since", since, begin)):
        if typed and found is None:
            fail(f"{option} is {typed!r}: expected 2018-09-18 or 2018-09-18T20:00", code=2)
    assert until is not None
    if until > moment:
        fail(f"--as-of is {as_of}: what will be known then nobody knows yet", code=2)
    if begin is not None and begin >= until:
        fail("--since must be before --as-of", code=2)
    return ExportScope(until, begin)


async def _export(settings: Settings, scope: ExportScope, order: Order) -> tuple[Path, str, int]:
    async with database_of(settings) as database:
        if not order.permit:
            return await _written(database, settings, scope, order)
        permit = await _redeemed(database, order)
        try:
            done = await _written(database, settings, permit.scope(utc_now()), order)
        except BaseException:
            async with database.write(utc_now()) as tx:
                await export_permits.give_back_permit(tx, permit)
            raise
        service = build_service(settings)
        async with database.write(utc_now()) as tx:
            await export_permits.tell_made(tx, service, permit)
        return done


async def _redeemed(database: Database, order: Order) -> ExportPermit:
    async with database.write(utc_now()) as tx:
        permit = await export_permits.usable_permit(tx, order.permit)
        case = await find_case_by_code(tx, order.code) if order.code else None
        fits = permit is not None and permit.case_id == (case.id if case is not None else None)
        if permit is not None and fits and bool(order.code) == (case is not None):
            await export_permits.use_permit(tx, permit)
            return permit
    fail(
        f"There is no permit {order.permit} that can be used for it: /export in the chat asks for one", code=2
    )


async def _written(
    database: Database, settings: Settings, scope: ExportScope, order: Order
) -> tuple[Path, str, int]:
    ours = settings.organisation
    gazetteer = load_gazetteer(ours.jurisdiction)
    language = order.language or ours.language
    organisation = ExportOrganisation(load_words(), gazetteer, ours.zone, language, ours.jurisdiction)
    day = scope.as_of.astimezone(ours.zone)
    kind = ".zip" if order.is_open else ".dabyl"
    what = f"-{order.code}" if order.code else "-full" if scope.full else ""
    target = order.target or Path(f"dabyl-{day:%Y-%m-%d-%H%M}{what}{kind}")
    digest = hashlib.sha256()
    with seldom_collected(), open_spools(TABLES) as kept:
        noted = database.noted_lines()  # first: a running bot goes on meanwhile
        with show_progress("Cases") as shown:
            async with database.read(utc_now()) as tx:
                material = await read_records(tx, scope, organisation, kept, noted, shown)
                case = await tx.cases.get(scope.case_id) if scope.case_id is not None else None
                packet = (
                    await read_packet(tx, case, scope, ours.zone, organisation.words)
                    if case is not None
                    else None
                )
        if packet is not None:
            material = replace(material, flaws=[*material.flaws, *packet.flaws])
        if material.flaws and not order.despite_flaws:
            fail("\n".join([*material.flaws, "Nothing was exported; --despite-flaws does it all the same."]))
        with show_progress("Kilobytes written") as shown:
            more = packet_files(packet, may_tell=material.may_tell) if packet is not None else ()
            archive = _passing(write_archive(material, order.formats, more), digest.update, shown)
            write_export(target, archive if order.is_open else seal_export(archive, database.keyring))
    return target, digest.hexdigest(), material.spools["cases"].count


def _passing(pieces: Iterable[bytes], see: Callable[[bytes], None], shown: Shown) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        see(piece)
        size += len(piece)
        shown(size // 1_000, None)
        yield piece


def unseal_export(
    file: Annotated[Path, typer.Argument(help="An export that dabyl export wrote.")],
    config: Config = DEFAULT,
    to: Annotated[Path | None, typer.Option(help="The ZIP; beside it if left out.", metavar="FILE")] = None,
) -> None:
    """Open a sealed export: a ZIP that anybody can read. Delete it when it has been used."""
    settings = settings_of(config, required=(KEY,))
    assert settings.key is not None
    keyring = Keyring.parse(settings.key.get_secret_value())
    target = to or file.with_suffix(".zip")
    finish(_unseal(file, target, keyring))
    typer.echo(f"{target}\nAnybody can read it: delete it when it has been used.")


async def _unseal(file: Path, target: Path, keyring: Keyring) -> None:
    write_export(target, open_export(file, keyring))
