"""The permission matrix: every row of COMMANDS and BUTTONS, pressed by everybody, in every state of the case.

``make permissions`` writes it into docs/develop/permissions.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from core.alerting.offer_bundles import pack_offers
from core.fluent_words import Words
from core.vocabulary import CaseState
from handlers.routes import BUTTONS, COMMANDS
from handlers.routing import Route
from tests.dispatch.stage import PEOPLE, STATES, Stage, Things

DONE, SHOWN, NOTHING = "✓", "=", "·"
REFUSALS = {  # the words of refusal → how the matrix writes them
    "button-unknown": "?",
    "case-unknown": "?",
    "draft-gone": "?",
    "jotted-gone": "?",
    "checkin-none": "?",
    "later-none": "?",
    "call-gone": "?",
    "round-over": "?",
    "lookup-none": "?",
    "lookup-settled": "?",
    "invitation-gone": "?",
    "address-gone": "?",
    "invitation-settled": "?",
    "permit-settled": "?",
    "strange-phone-settled": "?",
    "channel-gone": "?",
    "roster-file-gone": "?",
    "door-gone": "?",
    "command-unknown": "U",
    "duty-not-yours": "D",
    "members-only": "M",
    "suspended": "S",
    "case-not-yours": "N",
    "files-owner-only": "F",
    "accept-too-late": "L",
    "case-is-open": "O",
    "case-is-closed": "C",
    "bland": "B",
}
LEGEND = {
    DONE: "done",
    SHOWN: "nothing changes; what was pressed is shown as it is now",
    NOTHING: "nothing: it is so already",
    "?": "“This is not possible any more”: it names nothing of theirs",
    "U": "“There is no such command”",
    "D": "“Administrators have no duty”",
    "M": "“This is for members of the roster”",
    "S": "“Your membership is suspended”",
    "N": "“This case is not shown to you”",
    "F": "“Files go only to the one who took the case”",
    "L": "“A colleague has taken this case already”",
    "O": "“This case is open”",
    "C": "“This case is closed”",
    "B": "the one bland sentence of a muted chat",
}
HEAD = """# Who may do what

Tried, not claimed: every command and button of [handlers/routes.py](../../handlers/routes.py), pressed by everybody through
the dispatcher, with the case open, accepted and closed: three signs, or one where they are alike. What is the same for
everybody shares a row. `make permissions` writes this page, and a test compares it with what happens.
"""
FOOT = """*reporter*: whose report the case is. *asked*, *not asked*: lawyers. *second*: who has the second place.
*owner*: the lawyer who has the case, or had it when it was closed; while nobody has it, who lost it last by doing nothing.
*coordinator*: has not opened it; *opened*: has, with a reason. *suspended*: they were asked, and had opened it, before.
*administrator*: on the roster, a lawyer who was asked before; *technician*: named in the configuration only. *muted*: by a
coordinator, a person without a report and a lawyer who was asked.

The column *may* is the word of the table; `handlers/permission.py` says what it means.
"""
TODAY = date(2018, 9, 17).toordinal()  # the stage's; the day before has its digest
UNIMPORTANT = {"outbox", "messages"}  # the answer itself, and that somebody wrote

# What each row is tried with. A new row needs a line here; then `make permissions`.
TYPED: dict[str, Callable[[Things], str]] = {
    "start": lambda t: "",
    "report": lambda t: "",
    "checkin": lambda t: "",
    "rights": lambda t: "",
    "sos": lambda t: "",
    "status": lambda t: "",
    "practice": lambda t: "",
    "drills": lambda t: "on",
    "drill": lambda t: "Almaty",
    "duty": lambda t: "",
    "hide": lambda t: "",
    "settings": lambda t: "",
    "language": lambda t: "",
    "help": lambda t: "",
    "law": lambda t: "",
    "id": lambda t: "",
    "case": lambda t: t.case.code,
    "cases": lambda t: "",
    "handover": lambda t: "",
    "list": lambda t: "Almaty",
    "incident": lambda t: "Night at the square",
    "incidents": lambda t: "",
    "letter": lambda t: "",
    "invite": lambda t: "Aida Made-Up",
    "members": lambda t: "",
    "leave": lambda t: "",
    "addresses": lambda t: "",
    "owed": lambda t: "",
    "holds": lambda t: "",
    "link": lambda t: f"{t.case.code} {t.elsewhere.code}",
    "calls": lambda t: "Almaty",
    "new": lambda t: "",
    "paper": lambda t: t.case.code,
    "roster": lambda t: "",
    "digest": lambda t: "",
    "export": lambda t: "2018-09-01 2018-09-30 authorities for a made-up letter",
}
PRESSED: dict[
    str, Callable[[Things, int], str]
] = {  # the number is of the offer to the actor, else to another
    "do": lambda t, offer: "owed",
    "hide": lambda t, offer: "now",
    "sos": lambda t, offer: "now",
    "practice": lambda t, offer: "now",
    "drills": lambda t, offer: "on",
    "drill": lambda t, offer: "1:take",
    "drilled": lambda t, offer: "1:take",
    "successor": lambda t, offer: "1",
    "drillbegin": lambda t, offer: "almaty",
    "duty": lambda t, offer: "on",
    "calendar": lambda t, offer: "own",
    "week": lambda t, offer: f"{t.offers['asked'].member_id}:",
    "cannot": lambda t, offer: "which",
    "stint": lambda t, offer: f"{t.stint.id}:back",
    "swap": lambda t, offer: f"{t.stint.id}",
    "team": lambda t, offer: "all",
    "sees": lambda t, offer: "now",
    "settings": lambda t, offer: "day",
    "later": lambda t, offer: "hides",
    "rights": lambda t, offer: "held",
    "answers": lambda t, offer: f"{t.report.id}",
    "wants": lambda t, offer: f"{t.case.id}",
    "move": lambda t, offer: f"{t.guest.id}:here",
    "checkin": lambda t, offer: "new",
    "gone": lambda t, offer: "now",
    "fine": lambda t, offer: "1",
    "well": lambda t, offer: "1:yes",
    "longer": lambda t, offer: "1",
    "language": lambda t, offer: "kk",
    "continue": lambda t, offer: f"{t.dialogue}",
    "drop": lambda t, offer: f"{t.dialogue}",
    "which": lambda t, offer: f"{t.report.id}:{t.draft.id}",
    "out": lambda t, offer: f"{t.report.id}:none",
    "after": lambda t, offer: f"{t.report.id}:well",
    "counsel": lambda t, offer: f"{t.report.id}:no",
    "new": lambda t, offer: f"{t.entry.id}",
    "same": lambda t, offer: f"{t.entry.id}",
    "consent": lambda t, offer: f"{t.report.id}:publication-no",
    "unreadable": lambda t, offer: f"{t.report.id}",
    "report": lambda t, offer: f"{t.words}",
    "accept": lambda t, offer: f"{offer}",
    "decline": lambda t, offer: f"{offer}",
    "bundle": lambda t, offer: pack_offers([offer]),
    "unable": lambda t, offer: pack_offers([offer]),
    "why": lambda t, offer: f"{offer}:far",
    "first": lambda t, offer: f"{t.case.id}:contacted",
    "notthis": lambda t, offer: f"{t.words}",
    "unseen": lambda t, offer: f"{t.words}",
    "unheld": lambda t, offer: f"{t.hearing}",
    "freed": lambda t, offer: f"{t.case.id}:{t.words}",
    "unfreed": lambda t, offer: f"{t.case.id}",
    "unsaid": lambda t, offer: f"{t.case.id}:contacted",
    "unhurt": lambda t, offer: f"{t.case.id}",
    "home": lambda t, offer: f"{t.case.id}:{t.words}",
    "elsewhere": lambda t, offer: f"{t.case.id}:{t.words}",
    "past": lambda t, offer: f"{offer}:{t.words}",
    "doorat": lambda t, offer: f"{t.case.id}",
    "door": lambda t, offer: f"{t.door_list}:deny",
    "doorread": lambda t, offer: f"{t.waiting_list}",
    "inside": lambda t, offer: f"{t.case.id}",
    "saw": lambda t, offer: f"{t.case.id}:0:medical-no",
    "visit": lambda t, offer: f"{t.case.id}:{t.words}",
    "back": lambda t, offer: f"{t.case.id}",
    "tell": lambda t, offer: f"{offer}",
    "unnamed": lambda t, offer: f"{t.case.id}",
    "mycase": lambda t, offer: f"{t.case.id}",
    "mine": lambda t, offer: f"{t.case.id}",
    "allmine": lambda t, offer: "now",
    "hand": lambda t, offer: f"{t.case.id}",
    "handto": lambda t, offer: f"{t.case.id}:{t.offers['asked'].member_id}",
    "second": lambda t, offer: f"{t.case.id}:yes",
    "closing": lambda t, offer: f"{t.case.id}",
    "allout": lambda t, offer: f"{t.case.id}",
    "someout": lambda t, offer: f"{t.case.id}",
    "isout": lambda t, offer: f"{t.case.id}:new:",
    "closed": lambda t, offer: f"{t.case.id}:other",
    "keep": lambda t, offer: f"{t.case.id}",
    "clockseen": lambda t, offer: f"{t.case.id}",
    "law": lambda t, offer: "1",
    "lawrow": lambda t, offer: "detention-without-court",
    "lawsign": lambda t, offer: "detention-without-court:0",
    "lawrevoke": lambda t, offer: "detention-without-court",
    "open": lambda t, offer: f"{t.case.id}",
    "coding": lambda t, offer: f"{t.case.id}",
    "coded": lambda t, offer: f"{t.case.id}:arrest",
    "whole": lambda t, offer: f"{t.case.id}",
    "words": lambda t, offer: f"{t.case.id}",
    "pin": lambda t, offer: f"{t.case.id}",
    "relay": lambda t, offer: f"{t.case.id}:{t.words}",
    "told": lambda t, offer: f"{t.case.id}",
    "unmeant": lambda t, offer: f"{t.case.id}:{t.words}",
    "note": lambda t, offer: f"{t.case.id}:{t.words}",
    "noting": lambda t, offer: f"{t.words}",
    "verify": lambda t, offer: f"{t.case.id}:likely",
    "respond": lambda t, offer: f"{t.report.id}",
    "source": lambda t, offer: f"{t.report.id}:reliability-likely",
    "consents": lambda t, offer: f"{t.case.id}:publication-no",
    "proceedings": lambda t, offer: f"{t.case.id}",
    "begin": lambda t, offer: f"{t.case.id}:criminal",
    "proceeding": lambda t, offer: f"{t.proceeding}",
    "change": lambda t, offer: f"{t.proceeding}:ended",
    "charge": lambda t, offer: f"{t.proceeding}:cao-488",
    "hearing": lambda t, offer: f"{t.hearing}",
    "sat": lambda t, offer: f"{t.hearing}:off",
    "ruled": lambda t, offer: f"{t.ruling}:no",
    "bound": lambda t, offer: f"{t.case.id}:yes",
    "interventions": lambda t, offer: f"{t.case.id}",
    "send": lambda t, offer: f"{t.case.id}:complaint",
    "intervention": lambda t, offer: f"{t.intervention}",
    "reply": lambda t, offer: f"{t.intervention}:withdrawn",
    "unsent": lambda t, offer: f"{t.case.id}:{t.unsent}",
    "papers": lambda t, offer: f"{t.case.id}",
    "draft": lambda t, offer: f"{t.case.id}:demand_for_release:0",
    "paper": lambda t, offer: f"{t.paper}",
    "register": lambda t, offer: "",
    "occasion": lambda t, offer: f"{t.case.id}:overrun",
    "agree": lambda t, offer: f"{t.paper_asked}:yes",
    "preserve": lambda t, offer: f"{t.case.id}",
    "forget": lambda t, offer: f"{t.case.id}",
    "history": lambda t, offer: f"{t.case.id}",
    "files": lambda t, offer: f"{t.case.id}",
    "mute": lambda t, offer: f"{t.case.id}",
    "unmute": lambda t, offer: f"{t.case.id}",
    "proved": lambda t, offer: f"{t.guest.id}",
    "answer": lambda t, offer: f"{t.case.id}",
    "silence": lambda t, offer: f"{t.case.id}:day",
    "joke": lambda t, offer: f"{t.case.id}:close",
    "wipe": lambda t, offer: f"{t.case.id}",
    "handover": lambda t, offer: f"{t.offers['asked'].member_id}",
    "handback": lambda t, offer: "1",
    "handtake": lambda t, offer: "1",
    "sift": lambda t, offer: f"{t.list}:free",
    "phone": lambda t, offer: f"{t.other_phone}:trust",
    "returned": lambda t, offer: f"{t.offers['asked'].member_id}",
    "incident": lambda t, offer: f"{t.incident.id}:pattern",
    "undone": lambda t, offer: f"{t.incident_link.id}:in",
    "incidents": lambda t, offer: f"{t.case.id}",
    "enlist": lambda t, offer: f"{t.elsewhere.id}:{t.incident.id}",
    "delist": lambda t, offer: f"{t.incident_link.id}:in",
    "letters": lambda t, offer: f"{t.incident.id}",
    "letter": lambda t, offer: f"{t.letter}:all.offices",
    "take": lambda t, offer: f"{t.case.id}",
    "more": lambda t, offer: f"{offer}",
    "page": lambda t, offer: f"{t.list}:1",
    "chat": lambda t, offer: f"{t.case.id}",
    "all": lambda t, offer: f"{t.case.id}",
    "allclosed": lambda t, offer: f"{t.case.id}:other",
    "again": lambda t, offer: f"{t.case.id}",
    "ticks": lambda t, offer: "0",
    "tick": lambda t, offer: "1:all",
    "ticked": lambda t, offer: "1:released",
    "unticked": lambda t, offer: "1",
    "stands": lambda t, offer: f"{t.case.id}",
    "missed": lambda t, offer: f"{t.case.id}",
    "ring": lambda t, offer: f"{t.case.id}",
    "ringing": lambda t, offer: f"{t.case.id}",
    "rung": lambda t, offer: f"{t.offers['asked'].id}",
    "ask": lambda t, offer: f"{t.case.id}",
    "assign": lambda t, offer: f"{t.case.id}",
    "assignto": lambda t, offer: f"{t.case.id}:{t.offers['asked'].member_id}",
    "reopen": lambda t, offer: f"{t.case.id}",
    "still": lambda t, offer: f"{t.case.id}",
    "placed": lambda t, offer: f"{t.case.id}:astana",
    "link": lambda t, offer: f"{t.case.id}:{t.elsewhere.id}",
    "linked": lambda t, offer: f"{t.pair}:same",
    "unlink": lambda t, offer: f"{t.link}",
    "stays": lambda t, offer: f"{t.case.id}",
    "passes": lambda t, offer: f"{t.case.id}:{t.offers['asked'].member_id}",
    "both": lambda t, offer: f"{t.case.id}:{t.offers['asked'].member_id}",
    "called": lambda t, offer: f"{t.lookup.id}",
    "vanished": lambda t, offer: f"{t.lookup.id}",
    "calls": lambda t, offer: f"{t.case.id}",
    "evidence": lambda t, offer: f"{t.case.id}",
    "roundof": lambda t, offer: "almaty-city",
    "iring": lambda t, offer: t.station,
    "rang": lambda t, offer: f"{t.ringing}:denied",
    "opencall": lambda t, offer: f"{t.call}",
    "oncall": lambda t, offer: f"{t.call}",
    "dropcall": lambda t, offer: f"{t.call}",
    "wordsread": lambda t, offer: f"{t.draft.id}",
    "wordsask": lambda t, offer: f"{t.draft.id}:almaty",
    "wordscities": lambda t, offer: f"{t.draft.id}",
    "adopt": lambda t, offer: f"{t.draft.id}",
    "wordsanswer": lambda t, offer: f"{t.draft.id}",
    "wordsnot": lambda t, offer: f"{t.draft.id}",
    "question": lambda t, offer: f"{t.draft.id}",
    "issue": lambda t, offer: f"{TODAY}",
    "hold": lambda t, offer: f"{TODAY}",
    "release": lambda t, offer: f"{TODAY}",
    "remark": lambda t, offer: f"{TODAY}:drop",
    "reissue": lambda t, offer: f"{TODAY - 1}",
    "join": lambda t, offer: f"{t.invitations['opened']}",
    "example": lambda t, offer: "now",
    "leave": lambda t, offer: "yes",
    "addresses": lambda t, offer: "add",
    "uninvite": lambda t, offer: f"{t.invitations['open']}",
    "joined": lambda t, offer: f"{t.invitations['asked']}:yes",
    "permit": lambda t, offer: f"{t.permit}:yes",
    "members": lambda t, offer: "0",
    "member": lambda t, offer: f"{t.offers['asked'].member_id}",
    "suspend": lambda t, offer: f"{t.offers['asked'].member_id}",
    "suspended": lambda t, offer: f"{t.offers['asked'].member_id}",
    "reinvite": lambda t, offer: f"{t.offers['suspended lawyer'].member_id}",
    "export": lambda t, offer: "now",
    "import": lambda t, offer: f"{t.roster_file}",
    "noimport": lambda t, offer: f"{t.roster_file}",
    "channel": lambda t, offer: f"{t.channel}",
}

Matrix = dict[str, dict[str, str]]  # row → person → one sign for each state


def forgotten() -> list[str]:
    """Rows of the tables that this page does not try, and the other way round."""
    buttons = PRESSED.keys() ^ BUTTONS.keys()
    return sorted([*(f"/{name}" for name in TYPED.keys() ^ COMMANDS.keys()), *(f"[{b}]" for b in buttons)])


async def matrix(stages: dict[CaseState, Stage]) -> Matrix:
    """What everybody gets for everything."""
    found: Matrix = {}
    for command, argument in TYPED.items():
        found[f"/{command}"] = {
            who: "".join(
                [
                    await sign(stages[s], who, text=f"/{command} {argument(stages[s].things)}".strip())
                    for s in STATES
                ]
            )
            for who in PEOPLE
        }
    for button, pressed in PRESSED.items():
        found[button] = {
            who: "".join(
                [await sign(stages[s], who, data=f"{button}:{pressed(*_of(stages[s], who))}") for s in STATES]
            )
            for who in PEOPLE
        }
    return found


def _of(stage: Stage, who: str) -> tuple[Things, int]:
    """The things, with the words that the actor wrote; and the offer to them, else to another."""
    offers = stage.things.offers
    held = stage.things.held.get(who, stage.things.held["owner"])
    own = stage.things.lists.get(who, stage.things.lists["owner"])
    return replace(stage.things, words=held, list=own), offers.get(who, offers["asked"]).id


async def sign(stage: Stage, who: str, *, data: str = "", text: str = "") -> str:
    """One press: done, shown, nothing, or how it is refused. What is refused must change nothing."""
    tried = await stage.tries(who, data, text)
    texts, changed = tried.texts, tried.tables - UNIMPORTANT
    code = text.partition(" ")[2]
    refusals = {key for key, words in _refused(stage.service.words, code) if words in texts}
    if refusals == {"bland"} and "addresses" in changed:
        return DONE  # the chat is hidden, and says no more than this
    if refusals - {"bland"}:
        assert changed <= {"cards"}, f"{who} {data}{text} is refused ({refusals}) and changes {changed}"
    if refusals:
        (refusal,) = refusals
        return REFUSALS[refusal]
    if texts or changed - {"cards"}:
        return DONE
    return SHOWN if changed else NOTHING


@cache
def _refused(words: Words, code: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, words.say("en", key, code=code)) for key in REFUSALS)


def page(found: Matrix) -> str:
    """docs/develop/permissions.md."""
    lines = [HEAD, *(f"* `{sign}` {meaning}" for sign, meaning in LEGEND.items()), "", FOOT]
    for title, table in (("Typed", COMMANDS), ("Pressed", BUTTONS)):
        names = list(PEOPLE)
        lines += [
            f"## {title}",
            "",
            f"| what | may | {' | '.join(names)} |",
            f"|---|---|{'---|' * len(names)}",
        ]
        lines += [f"|{' '.join(alike)}|{cells}|" for cells, alike in _alike(table, found).items()]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _alike(table: Mapping[str, Route[Any]], found: Matrix) -> dict[str, list[str]]:
    """What stands behind a name, and every name behind which it stands."""
    alike: dict[str, list[str]] = {}
    for name, row in table.items():
        typed = f"/{name}" if table is COMMANDS else name
        alike.setdefault(_cells(row, found[typed]), []).append(f"`{typed}`")
    return alike


def _cells(row: Route[Any], signs: dict[str, str]) -> str:
    short = [each[0] if len(set(each)) == 1 else each for each in signs.values()]
    return "|".join((row.who.name.lower().replace("_", " "), *short))
