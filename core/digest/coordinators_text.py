"""What coordinators read beside the digest: cases without a lawyer, response times, who is there tonight, who is flooding.

It holds codes of cases and names of members, none of anybody who is held. It may be longer than one message.
"""

from collections.abc import Sequence
from datetime import date

from core.digest.channel_text import DigestReader
from core.digest.figures import DigestFigures
from core.model import LANGUAGES, Member

NAMED = 10  # codes a line; of more it says how many, and /cases lists them


def coordinators_text(
    figures: DigestFigures,
    reader: DigestReader,
    day: date,
    *,
    on_duty: Sequence[Member],
    unreachable: Sequence[Member],
    tonight: Sequence[tuple[str, int, int]] = (),
) -> str:
    """``tonight``: regions, how many lawyers are on duty in each, and how many have confirmed it; empty where nobody has
    shifts.
    """
    say = reader.say
    lines = [
        say("private-title", date=reader.day(day)),
        "",
        *_cases(figures, reader),
        "",
        say("on-duty", count=len(on_duty)),
    ]
    if tonight:
        places = [
            say("tonight-place", place=reader.place(region), count=count, confirmed=confirmed)
            for region, count, confirmed in tonight
        ]
        lines.append(say("tonight", places=", ".join(places)))
    lines += [
        _on_duty(reader, member) for member in sorted(on_duty, key=lambda m: (m.role, m.cities, m.name))
    ]
    spoken = {language for member in on_duty for language in member.languages}
    lines += [
        say("nobody-speaks", language=language)
        for language in LANGUAGES
        if on_duty and language not in spoken
    ]
    if unreachable:
        names = ", ".join(sorted(member.name for member in unreachable))
        lines += ["", say("unreachable", count=len(unreachable), names=names)]
    return "\n".join(lines)


def _cases(figures: DigestFigures, reader: DigestReader) -> list[str]:
    say, private = reader.say, figures.private
    lines = [
        say(key, count=len(codes), codes=_codes(reader, codes), unanswered=private.unanswered)
        for key, codes in (
            ("found-nobody", private.found_nobody),
            ("without", private.without),
            ("overrun-codes", private.overrun),
            ("overrun-perhaps", private.overrun_perhaps),
            ("hearings-codes", private.hearings),
        )
    ]
    middle, worst = private.median_seconds, private.worst_seconds
    if middle is None or worst is None:
        lines.append(say("no-answers"))
    else:
        count = len(private.answer_seconds)
        lines.append(say("answers", count=count, median=reader.lasting(middle), worst=reader.lasting(worst)))
    offers = {
        state: private.offers.get(state, 0) for state in ("declined", "expired", "offered", "withdrawn")
    }
    offers["accepted"] = figures.accepted  # as the channel reads it
    total = sum(private.offers.values())
    gone = private.offers.get("unreachable", 0)
    lines.append(say("offers", total=total, gone=gone, lapsed=private.lapsed, **offers))
    return [*lines, _floods(figures, reader)]


def _codes(reader: DigestReader, codes: Sequence[str]) -> str:
    said = ", ".join(codes[:NAMED])
    return reader.say("and-more", said=said, count=len(codes) - NAMED) if codes[NAMED:] else said


def _floods(figures: DigestFigures, reader: DigestReader) -> str:
    """Of each chat how many, and one of its cases: by that a coordinator finds it, and may mute it."""
    floods = figures.private.floods
    said = [reader.say("flood", cases=flood.cases, code=flood.code) for flood in floods]
    return reader.say("floods", count=len(floods), chats=_codes(reader, said))


def _on_duty(reader: DigestReader, member: Member) -> str:
    places = ", ".join(reader.place(city) for city in member.cities) or reader.say("everywhere")
    languages = ", ".join(member.languages)
    return reader.say("member", name=member.name, role=member.role, places=places, languages=languages)
