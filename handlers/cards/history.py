"""What we did about a case, in a reader's language: its timeline, each line with its time, who did it, and why."""

from zoneinfo import ZoneInfo

from bot.core.folding import inert
from bot.core.model import Case, Happening
from bot.core.timeline import Line
from handlers.cards import asked_lines, case_lines, clock_lines, holding_lines
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

SPOKEN = {
    Line.REASON: "reason",
    Line.CLOSED: "outcome",
    Line.CODED: "act",
    Line.VERIFIED: "verification",
    Line.ASSESSED: "reliability",
    Line.RANG_BACK: "rang",
    Line.JOKE: "joke",
    Line.SILENCE: "returns",
    Line.SECOND_WANTED: "answer",
    Line.PROCEEDING: "step",
}  # details that have words of their own


async def lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """The head and every line, oldest first; where the chain is broken, a mark, and at the end that it is. Names members."""
    zone = case_lines.zone_of(service, case)
    told = [service.words.say(language, "history-head", code=case.code)]
    broken = await timeline.broken_at(tx, case)
    for line in await tx.timeline.by(case_id=case.id):
        what = _what(service, language, zone, line)
        if "duty" in line.details:  # why whoever was asked is on duty
            because = str(line.details["duty"]).replace("_", "-")
            what = f"{what} ({service.words.say(language, f'duty-why-{because}')})"
        when = f"{case_lines.local(line.at, zone, service.zone)} {what}"
        mark = "⚠️ " if broken is not None and line is broken.line else ""
        told.append(mark + " · ".join([when, *await _names(tx, line)]))
    if broken is not None:
        told.append(service.words.say(language, "history-broken"))
    return told


def _what(service: Service, language: str, zone: ZoneInfo, line: Happening) -> str:
    if line.kind is Line.OFFERED:
        return asked_lines.asked(service, language, line.details)
    key = f"line-{line.kind.replace('_', '-')}"
    return service.words.say(language, key, why=_why(service, language, zone, line))


def _why(service: Service, language: str, zone: ZoneInfo, line: Happening) -> str:
    if line.kind is Line.HANDING:
        return holding_lines.why_of(service, language, line)
    if line.kind is Line.PLACED:
        return service.gazetteer.name(str(line.details["place"]), language)
    detail = SPOKEN.get(line.kind, "reason")
    if line.kind is Line.CONSENT_DECIDED:
        use, answer = line.details["use"], line.details["answer"]
        return service.words.say(language, f"consents-{use}-{answer}")
    if line.kind in clock_lines.OVERRUNS_TOLD:
        return clock_lines.told(service, language, zone, line.details)
    given = str(line.details.get(detail, ""))
    if line.kind in SPOKEN:
        return service.words.say(language, f"{detail}-{given.replace('_', '-')}")
    return inert(given)


async def _names(tx: Transaction, line: Happening) -> list[str]:
    found = [
        await tx.members.get(id) for id in dict.fromkeys((line.actor_id, line.details.get("member"))) if id
    ]
    return [member.name for member in found if member is not None]
