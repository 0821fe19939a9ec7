"""Times of duty in a reader's language, and what people type of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from core.duty.rota_changes import DutyRefusal
from core.duty.schedule import DutyReason, Interval
from core.duty.typed_shifts import MEANINGS, WEEK, TypedDuty, TypingMistake, read_typed_duty
from core.fluent_words import Words
from core.folding import fold_text
from core.model import Member
from core.rota import DAY, Shift
from handlers.people import on_call
from handlers.service import Service

NIGHT = timedelta(hours=24)  # what is shorter bears one date


@lru_cache(maxsize=4)
def duty_meanings(words: Words) -> Mapping[str, str]:
    """What people call days and hours, in all languages at once."""
    return {
        fold_text(phrase.strip()): meaning
        for meaning in MEANINGS
        for language in words.languages
        for phrase in words.say(language, f"duty-typed-{meaning}").split(",")
    }


def typed_act(words: Words, text: str) -> str | None:
    """What is typed in place of a button, in any of the languages: ``on``, ``off``, or ``test``; None for other words."""
    phrases = {
        fold_text(phrase.strip()): meant
        for meant in ("on", "off", "test")
        for language in words.languages
        for phrase in words.say(language, f"duty-{meant}-typed").split(",")
    }
    return phrases.get(fold_text(text.strip()))


def read_typed(service: Service, text: str, now: datetime) -> TypedDuty | TypingMistake | None:
    """What was typed about shifts and days; None: nothing of this kind."""
    return read_typed_duty(text, duty_meanings(service.words), now.astimezone(service.zone).date())


def reason_key(reason: DutyRefusal | TypingMistake | DutyReason) -> str:
    """A reason as the keys of words have it."""
    return reason.replace("_", "-")


def clock_words(minutes: int) -> str:
    """A time of day."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def span_words(service: Service, language: str, times: Interval) -> str:
    """From when until when, on the organisation's clock."""
    starts, ends = (moment.astimezone(service.zone) for moment in times)
    if ends.date() == starts.date() or times[1] - times[0] < NIGHT:
        return f"{_day_words(service, language, starts)}, {starts:%H:%M}–{ends:%H:%M}"
    return f"{_day_words(service, language, starts)} {starts:%H:%M} – {_day_words(service, language, ends)} {ends:%H:%M}"


def moment_words(service: Service, language: str, at: datetime, now: datetime) -> str:
    """A moment; today and in the coming night only its time."""
    local = at.astimezone(service.zone)
    if timedelta() <= at - now < timedelta(hours=16):
        return f"{local:%H:%M}"
    return f"{_day_words(service, language, local)}, {local:%H:%M}"


def _day_words(service: Service, language: str, local: datetime) -> str:
    return f"{service.words.say(language, f'duty-day-{WEEK[local.weekday()]}')} {local:%d.%m}"


def week_lines(
    service: Service, language: str, shifts: Sequence[Shift]
) -> list[tuple[str, tuple[Shift, ...]]]:
    """Shifts as lines, days with the same hours together, each with what it stands for."""
    groups: dict[tuple[int, int, str | None], list[Shift]] = {}
    for shift in shifts:
        groups.setdefault((shift.starts, shift.ends, shift.region), []).append(shift)
    lines = []
    for (starts, ends, region), several in groups.items():
        weekdays = _weekdays(service, language, [shift.weekday for shift in several])
        line = f"{weekdays} {clock_words(starts)}–{clock_words(ends)}"
        if region is not None:
            line += f" ({region_name(service, language, region)})"
        lines.append((line, tuple(several)))
    return lines


def _weekdays(service: Service, language: str, weekdays: Sequence[int]) -> str:
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


def region_name(service: Service, language: str, region: str) -> str:
    """The name of a region."""
    return service.gazetteer.name(region, language) if service.gazetteer.knows(region) else region


def member_places(service: Service, language: str, member: Member) -> str:
    """Where a member works."""
    names = sorted(region_name(service, language, region) for region in on_call.regions_of(service, member))
    return ", ".join(names) or service.words.say(language, "duty-everywhere")


def pack_shifts(shifts: Sequence[Shift]) -> str:
    """Shifts in few signs, for a button: eight for all days with the same hours. Those of a region are not for buttons."""
    groups: dict[tuple[int, int], int] = {}
    for shift in shifts:
        hours = shift.starts, shift.ends
        groups[hours] = groups.get(hours, 0) | 1 << shift.weekday
    return "".join(f"{days:02x}{starts:03x}{ends:03x}" for (starts, ends), days in groups.items())


def unpack_shifts(code: str) -> tuple[Shift, ...] | None:
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
