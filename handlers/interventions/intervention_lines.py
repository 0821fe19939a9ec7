"""Papers that were sent, in words: what, to whom, when, what came of it, what is owed. For those who see the case whole."""

from collections.abc import Collection
from datetime import datetime, time, timedelta

from core.casework.interventions import InterventionReply, TrackedIntervention, owed_answers
from core.folding import inert_line
from core.model import Case
from core.presentation import Button, ButtonRows, Style
from core.values import Precision
from handlers.cards import case_lines
from handlers.cards.card_lines import CardReading
from handlers.cards.fact_lines import shorten
from handlers.clocks.law_signatures import unverified_rows
from handlers.service import Service

SHORT, WHOLE = 60, 200  # UTF-16 units of what was typed
ON_CARD = 2  # lines
DAY, MIDNIGHT = timedelta(days=1), time()


async def owed_lines(reading: CardReading) -> list[str]:
    """What is owed by whom: the one that is due first, or over longest, and how many more there are."""
    tx, service, language, case = reading.tx, reading.service, reading.language, reading.case
    found, now = owed_answers(reading.view), tx.now
    unsigned = await unverified_rows(tx, service.law) if found else frozenset()
    lines = [
        f"⏳ {owing_line(service, language, case, sent, now, unsigned)}" for sent in found[: ON_CARD - 1]
    ]
    more = len(found) - len(lines)
    if more == 1:
        lines.append(f"⏳ {owing_line(service, language, case, found[-1], now, unsigned)}")
    elif more:
        over = sum(sent.is_overdue(now) for sent in found[1:])
        lines.append(service.words.say(language, "owed-more", count=more, over=over))
    return lines


def owing_line(
    service: Service,
    language: str,
    case: Case,
    sent: TrackedIntervention,
    now: datetime,
    unsigned: Collection[str],
) -> str:
    """Who owes an answer, by when, and how long it is over."""
    return f"{addressee(sent, SHORT)}: {owed_words(service, language, case, sent, now, unsigned)}"


def owed_words(
    service: Service,
    language: str,
    case: Case,
    sent: TrackedIntervention,
    now: datetime,
    unsigned: Collection[str],
) -> str:
    """By when an answer is owed, and how long it is over; that the term may not hold, or that nobody has checked the row."""
    over = sent.over(now)
    text = service.words.say(
        language,
        "owed-over" if sent.is_overdue(now) else "owed-due",
        time=due_words(service, language, case, sent),
        days=over // DAY,
        hours=over // timedelta(hours=1),
    )
    doubtful = [service.words.say(language, "owed-doubtful")] if sent.what.doubtful else []
    text = ", ".join([text, *doubtful])
    if sent.what.term in unsigned:
        return service.words.say(language, "clock-unverified", what=text)
    return text


def due_words(service: Service, language: str, case: Case, sent: TrackedIntervention) -> str:
    """The hour; the day alone where it ends with the day."""
    assert sent.what.due_at is not None
    zone = case_lines.zone_of(service, case)
    if sent.what.due_at.astimezone(zone).time() == MIDNIGHT:
        return f"{(sent.what.due_at - timedelta(minutes=1)).astimezone(zone):%d.%m}"
    return case_lines.local_time(sent.what.due_at, zone, service.zone)


def paper_line(
    service: Service,
    language: str,
    case: Case,
    sent: TrackedIntervention,
    now: datetime,
    unsigned: Collection[str],
    limit: int = SHORT,
) -> str:
    """One paper: what, to whom, when, its number, by whom; and how it stands."""
    say, what = service.words.say, sent.what
    parts = [sort_words(service, language, what.sort), addressee(sent, limit)]
    parts.append(_time_words(service, case, what.at, what.precision))
    if what.reference:
        parts.append(shorten(inert_line(what.reference), limit))
    if what.by != "us":
        parts.append(say(language, f"intervention-from-{what.by}"))
    return " · ".join([*parts, *state_words(service, language, case, sent, now, unsigned)])


def state_words(
    service: Service,
    language: str,
    case: Case,
    sent: TrackedIntervention,
    now: datetime,
    unsigned: Collection[str],
) -> list[str]:
    """What came of it; else what is owed."""
    say, what = service.words.say, sent.what
    if what.withdrawn:
        return [say(language, "intervention-withdrawn")]
    if what.unregistered:
        return [say(language, "intervention-unregistered")]
    parts = []
    if what.reply:
        came = say(language, f"reply-{what.reply}")
        when = (
            _time_words(service, case, what.replied_at, what.reply_precision)
            if what.replied_at is not None
            else ""
        )
        parts.append(
            " ".join(part for part in (came, when, shorten(inert_line(what.reply_reference), SHORT)) if part)
        )
    if sent.is_owed and what.due_at is not None:
        parts.append(owed_words(service, language, case, sent, now, unsigned))
    return parts


def answer_buttons(service: Service, language: str, sent: TrackedIntervention) -> ButtonRows:
    """What can be said of a paper that waits for its answer."""
    say, number = service.words.say, sent.number
    return (
        (
            Button(say(language, "button-answered"), f"reply:{number}:answered", Style.PRIMARY),
            Button(say(language, "button-no-answer"), f"reply:{number}:{InterventionReply.NONE}"),
        ),
        (Button(say(language, "button-intervention"), f"intervention:{number}"),),
    )


def sort_words(service: Service, language: str, sort: str) -> str:
    """What sort of paper it is."""
    return service.words.say(language, f"sent-{sort.replace('_', '-')}")


def addressee(sent: TrackedIntervention, limit: int) -> str:
    """The addressee as typed."""
    return shorten(inert_line(sent.what.addressee), limit)


def _time_words(service: Service, case: Case, moment: datetime, precision: Precision) -> str:
    zone = case_lines.zone_of(service, case)
    if precision in (Precision.MINUTE, Precision.HOUR):
        return case_lines.local_time(moment, zone, service.zone)
    return f"{moment.astimezone(zone):%d.%m}"
