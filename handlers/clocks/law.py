"""``/law``: what the rows of the country's clocks say, how surely, and who has checked them. Members read; coordinators
sign, and take a signature back. Signed is what was read: a row that has changed since is shown again first.
"""

import hashlib

from msgspec import Struct
from msgspec.structs import replace

from core.clocks.clock_rows import ClockLength, ClockRow, RowSureness
from core.incoming import IncomingKind
from core.presentation import Button, Presentation, Style
from core.records.holds import Signature
from handlers.clocks.law_signatures import checked_by, load_signatures, signature_hash
from handlers.turn import Turn

ON_PAGE = 6
SURE = {
    RowSureness.A: "a",
    RowSureness.B: "b",
    RowSureness.C: "c",
    RowSureness.UNKNOWN: "unknown",
}  # ends of keys


class RowRead(Struct, frozen=True):
    """A row, and the version of it that was on the screen."""

    row: ClockRow
    version: str


async def row_read(turn: Turn, argument: str) -> RowRead | None:
    """``id`` or ``id:version``: a row of the country's law."""
    id, _, version = argument.partition(":")
    found = next((row for row in turn.service.law if row.id == id), None)
    return RowRead(found, version) if found is not None else None


def version_of(row: ClockRow) -> str:
    """By which it is known whether a row is still what was read."""
    return hashlib.sha256(row.text.encode()).hexdigest()[:8]


async def on_asked(turn: Turn, argument: str) -> None:
    """The list of rows, a page at a time; each opens."""
    law = turn.service.law
    if not law:
        turn.reply("law-none")
        return
    pages = -(-len(law) // ON_PAGE)
    page = int(argument) % pages if argument.isdecimal() and len(argument) < 4 else 0
    signatures = await load_signatures(turn.tx)
    unsigned = sum(checked_by(turn.tx, row, signatures) is None for row in law)
    lines, numbers = [turn.say("law-head", count=len(law), unsigned=unsigned), ""], []
    if unsigned:
        lines[1:1] = [turn.say("law-tonight")]
    for number, rule in list(enumerate(law, start=1))[page * ON_PAGE : (page + 1) * ON_PAGE]:
        mark = "☑️" if checked_by(turn.tx, rule, signatures) is not None else "⚠️"
        cited = ", ".join(rule.articles[turn.language])
        terms = [turn.say(f"clock-{length.unit}", count=length.count) for length in rule.lengths]
        lengths = ", ".join(dict.fromkeys(terms)) or turn.say("law-no-number")
        lines.append(
            " · ".join(part for part in (f"{number}. {mark} {_row_name(turn, rule)}", lengths, cited) if part)
        )
        numbers.append(Button(f"{number}", f"lawrow:{rule.id}"))
    turning = (
        Button("◀", f"law:{(page - 1) % pages}"),
        Button(f"{page + 1}/{pages}", f"law:{page}"),
        Button("▶", f"law:{(page + 1) % pages}"),
    )
    _show_text(turn, "\n".join(lines), tuple(numbers), turning if pages > 1 else ())


async def on_row_asked(turn: Turn, found: RowRead) -> None:
    """One row, whole: what starts it, what stops it, how long and for whom, by which article, and how surely."""
    await _show_row(turn, found.row)


async def on_signed(turn: Turn, found: RowRead) -> None:
    """*I have checked it*: by name and date. What has changed since it was read is not signed."""
    assert turn.coordinator is not None
    row, signatures = found.row, await load_signatures(turn.tx)
    if found.version != version_of(row):
        await _show_row(turn, row, turn.say("law-changed"))
        return
    if checked_by(turn.tx, row, signatures) is None:
        by, now = turn.coordinator, turn.now
        of_row = signature_hash(turn.tx, row, by.id, now)
        turn.tx.signatures.add(Signature(turn.tx.new_id(), row.id, by.id, by.name, now, of_row))
    await _show_row(turn, row)


async def on_revoked(turn: Turn, found: RowRead) -> None:
    """*Take the signature back*: the row is unverified again, and who took it back stays known."""
    assert turn.coordinator is not None
    for signature in await turn.tx.signatures.by(row=found.row.id, revoked_at=None):
        turn.tx.signatures.put(replace(signature, revoked_at=turn.now, revoked_by=turn.coordinator.id))
    await _show_row(turn, found.row)


async def _show_row(turn: Turn, row: ClockRow, head: str = "") -> None:
    by = checked_by(turn.tx, row, await load_signatures(turn.tx))
    day = by.signed_at.astimezone(turn.service.zone) if by is not None else None
    state = turn.say("law-unsigned")
    if by is not None and day is not None:  # of the roster lawyers learn nothing
        name = by.name if turn.coordinator is not None else turn.say("law-one-of-us")
        state = turn.say("law-signed", name=name, day=f"{day:%d.%m.%Y}")
    lines = [head, f"{_row_name(turn, row)[:1].upper()}{_row_name(turn, row)[1:]}", state, ""]
    if row.answers:
        sorts = [turn.say(f"sent-{sort.replace('_', '-')}") for sort in sorted(row.answers)]
        lines.append(turn.say("law-starts-sent", what=", ".join(sorts)))
    if row.starts or not row.answers:
        lines.append(turn.say("law-starts", what=_kind_names(turn, row.starts) or turn.say("law-nothing")))
    if row.else_from:
        lines.append(turn.say("law-else", what=_kind_names(turn, row.else_from)))
    stops = turn.say("law-stops", what=_kind_names(turn, sorted(row.stops)) or turn.say("law-nothing"))
    lines.append(turn.say("law-stops-reply") if row.answers else stops)
    lines += [turn.say("law-length", length=_length_words(turn, length)) for length in row.lengths]
    if not row.lengths:
        lines.append(turn.say("law-length", length=turn.say("law-no-number")))
    lines.append(turn.say(f"law-end-{row.at_end}"))
    if row.extended_by:
        lines.append(turn.say("law-extended", who=row.extended_by))
    cited = ", ".join(row.articles[turn.language]) or turn.say("law-no-article")
    lines.append(turn.say("law-articles", articles=cited))
    days = [f"{day:%d.%m.%Y}" if day else "…" for day in (row.valid_from, row.valid_to)]
    if row.valid_from or row.valid_to:
        lines.append(turn.say("law-valid", begins=days[0], ends=days[1]))
    lines.append(turn.say("law-sure", sure=turn.say(f"law-sure-{SURE[row.sure]}"), source=row.source))
    if row.note[turn.language]:
        lines += ["", row.note[turn.language]]
    lines = lines[1:] if not head else lines
    place = turn.service.law.index(row) // ON_PAGE
    rows = []
    if turn.coordinator is not None and by is None:
        label = turn.say("button-law-sign")
        rows.append((Button(label, f"lawsign:{row.id}:{version_of(row)}", Style.PRIMARY),))
    elif turn.coordinator is not None:
        rows.append((Button(turn.say("button-law-revoke"), f"lawrevoke:{row.id}"),))
    rows.append((Button(turn.say("button-law-list"), f"law:{place}"),))
    _show_text(turn, "\n".join(lines), *rows)


def _row_name(turn: Turn, row: ClockRow) -> str:
    return row.names[turn.language]


def _kind_names(turn: Turn, kinds: tuple[str, ...] | list[str]) -> str:
    return ", ".join(turn.say(f"clock-from-{kind.replace('_', '-')}") for kind in kinds)


def _length_words(turn: Turn, length: ClockLength) -> str:
    """How long, and what it holds for."""
    holds = [turn.say(f"regime-{regime.replace('_', '-')}") for regime in sorted(length.regimes)]
    if length.minor is not None:
        holds.append(turn.say("law-minors" if length.minor else "law-adults"))
    if length.doubtful:
        holds.append(turn.say("law-doubtful"))
    said = turn.say(f"clock-{length.unit}", count=length.count)
    return f"{said} ({', '.join(holds)})" if holds else said


def _show_text(turn: Turn, text: str, *rows: tuple[Button, ...]) -> None:
    shown = Presentation(text, tuple(row for row in rows if row))
    if turn.incoming.kind is IncomingKind.TAP and turn.incoming.message_id is not None:
        turn.show_in_place(shown)
    else:
        turn.show(shown)
