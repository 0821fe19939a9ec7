"""Times of duty in a reader's language, and what people type of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from bot.core.duty.changes import Refused
from bot.core.duty.schedule import Interval, Why
from bot.core.duty.typed import MEANINGS, WEEK, Typed, Unread, read
from bot.core.folding import fold
from bot.core.model import Member
from bot.core.rota import DAY, Shift
from bot.core.words import Words
from handlers.people import on_duty
from handlers.service import Service

NIGHT = timedelta(hours=24)  # what is shorter bears one date


@lru_cache(maxsize=4)
def meanings(words: Words) -> Mapping[str, str]:
    """What people call days and hours, in all languages at once."""
    return {
        fold(phrase.strip()): meaning
        for meaning in MEANINGS
        for language in words.languages
        for phrase in words.say(language, f"duty-typed-{meaning}").split(",")
    }


def act(words: Words, text: str) -> str | None:
    """What is typed in place of a button, in any of the languages: ``on``, ``off``, or ``test``; None: none of them."""
    phrases = {
        fold(phrase.strip()): meant
        for meant in ("on", "off", "test")
        for language in words.languages
        for phrase in words.say(language, f"duty-{meant}-typed").split(",")
    }
    return phrases.get(fold(text.strip()))


def typed(service: Service, text: str, now: datetime) -> Typed | Unread | None:
    """What was typed about shifts and days; None: nothing of this kind."""
    return read(text, meanings(service.words), now.astimezone(service.zone).date())


def word(reason: Refused | Unread | Why) -> str:
    """A reason as the keys of words have it."""
    return reason.replace("_", "-")


def clock(minutes: int) -> str:
    """A time of day."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def span(service: Service, language: str, times: Interval) -> str:
    """From when until when, on the organisation's clock."""
    starts, ends = (one.astimezone(service.zone) for one in times)
    if ends.date() == starts.date() or times[1] - times[0] < NIGHT:
        return f"{_day(service, language, starts)}, {starts:%H:%M}–{ends:%H:%M}"
    return f"{_day(service, language, starts)} {starts:%H:%M} – {_day(service, language, ends)} {ends:%H:%M}"


def moment(service: Service, language: str, at: datetime, now: datetime) -> str:
    """A moment: of today and the coming night only its time."""
    local = at.astimezone(service.zone)
    if timedelta() <= at - now < timedelta(hours=16):
        return f"{local:%H:%M}"
    return f"{_day(service, language, local)}, {local:%H:%M}"


def _day(service: Service, language: str, local: datetime) -> str:
    return f"{service.words.say(language, f'duty-day-{WEEK[local.weekday()]}')} {local:%d.%m}"


def week(service: Service, language: str, shifts: Sequence[Shift]) -> list[tuple[str, tuple[Shift, ...]]]:
    """Shifts as lines, days with the same hours together, each with what it stands for."""
    groups: dict[tuple[int, int, str | None], list[Shift]] = {}
    for shift in shifts:
        groups.setdefault((shift.starts, shift.ends, shift.region), []).append(shift)
    lines = []
    for (starts, ends, region), several in groups.items():
        line = f"{_days(service, language, [one.weekday for one in several])} {clock(starts)}–{clock(ends)}"
        if region is not None:
            line += f" ({place(service, language, region)})"
        lines.append((line, tuple(several)))
    return lines


def _days(service: Service, language: str, weekdays: Sequence[int]) -> str:
    """Three and more in a row are joined."""
    runs: list[list[int]] = []
    for day in sorted(set(weekdays)):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = [service.words.say(language, f"duty-day-{day}") for day in WEEK]
    return ", ".join(
        f"{names[run[0]]}–{names[run[-1]]}" if len(run) > 2 else ", ".join(names[day] for day in run)
        for run in runs
    )


def place(service: Service, language: str, region: str) -> str:
    """The name of a region."""
    return service.gazetteer.name(region, language) if service.gazetteer.knows(region) else region


def places(service: Service, language: str, member: Member) -> str:
    """Where a member works."""
    names = sorted(place(service, language, region) for region in on_duty.regions(service, member))
    return ", ".join(names) or service.words.say(language, "duty-everywhere")


def packed(shifts: Sequence[Shift]) -> str:
    """Shifts in few signs, for a button: eight for all days with the same hours. Those of a region are not for buttons."""
    groups: dict[tuple[int, int], int] = {}
    for shift in shifts:
        hours = shift.starts, shift.ends
        groups[hours] = groups.get(hours, 0) | 1 << shift.weekday
    return "".join(f"{days:02x}{starts:03x}{ends:03x}" for (starts, ends), days in groups.items())


def unpacked(code: str) -> tuple[Shift, ...] | None:
    """What :func:`packed` wrote; None for anything else."""
    if not code or len(code) % 8 or set(code) - set("0123456789abcdef"):
        return None
    shifts = []
    for at in range(0, len(code), 8):
        days, starts, ends = (
            int(code[at : at + 2], 16),
            int(code[at + 2 : at + 5], 16),
            int(code[at + 5 : at + 8], 16),
        )
        if days >= 1 << 7 or starts >= DAY or ends > DAY:
            return None
        shifts += [Shift(day, starts, ends) for day in range(7) if days >> day & 1]
    return tuple(shifts)
