"""Words of which no case was made, as coordinators see them: when and in which language they were written, and where, if a
place was named. The words themselves are in the copy of the coordinator who has pressed *Read*, with what can follow.
"""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from core.conversation.forms import answers_from_data
from core.model import Report
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.traffic import Card
from core.unread import Act, DraftLine, is_answer, readers, waits
from core.values import Place
from core.vocabulary import ReportState
from handlers.cards import case_lines, live_cards
from handlers.cards.stub import stub
from handlers.people.addresses import may_be_answered
from handlers.people.membership import members_at
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from storage import draft_lines
from storage.transaction import Transaction

SEEN, UNCLEAR, UNHANDLED = "seen", "unclear", "unhandled"
# Why coordinators are shown a draft, and the subject of its card.
CARDS = {
    SEEN: "draft",
    **{
        why: f"draft-{why}"
        for why in (UNCLEAR, UNHANDLED, "nobody", "person", "delete", "where", "fear", "consent")
    },
}
LIST = "unread"  # the subject of the one card of all that the bot does not understand (unread_card)
QUIET = frozenset({"fear"})  # read when somebody looks: it makes no sound
HEAD = 1200  # units left for what stands beside the words
LATELY = 100  # messages that a card looks at
LIKELY = 3  # cities to choose from
QUESTION = "question:"  # how the press of *No, a question* begins
CITIES = "cities"  # what a reader has chosen to see: all of them


def wipe_key(report_id: int) -> str:
    """The timer by which the words of a draft are erased."""
    return f"wipe:{report_id}"


def no_place_key(report_id: int) -> str:
    """The timer by which a person sees what has no place yet: without_place."""
    return f"no-place:{report_id}"


def question_key(report_id: int) -> str:
    """The timer by which it is remembered that its writer has pressed *No, a question*: held_asked."""
    return f"question:{report_id}"


async def touch(tx: Transaction, report_id: int) -> None:
    """The draft is something else now, or somebody did something with it."""
    for subject in CARDS.values():
        for card in await tx.cards.by(subject=subject, subject_id=report_id):
            live_cards.touch(tx, card)
    for card in await tx.cards.by(subject=LIST, subject_id=0):
        live_cards.touch(tx, card)


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """One draft, for one coordinator."""
    report = await tx.reports.get(card.subject_id)
    if report is None:
        return None
    language = await language_of(tx, service, card.address_id)
    say = service.words.say
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if report.state is ReportState.EXPIRED:
        return Presentation(say(language, "draft-wiped"))
    if report.case_id is not None:
        return await of_case(tx, service, language, report)
    lines = await draft_lines.all_lines(tx, report.id)
    why = next(why for why, subject in CARDS.items() if subject == card.subject)
    here = {member.id for member in await members_at(tx, card.address_id)}
    if here & readers(lines):
        about = await _about(tx, service, language, report, lines, why)
        about += await _words(tx, service, language, report)
        rows = await _ends(tx, service, language, report, lines, chosen=card.chosen)
        return Presentation("\n".join(about), rows, protect=True)
    rings_soon = why == SEEN and await tx.timers.get(no_place_key(report.id)) is not None  # in the list
    shown = await unread(tx, service, language, report, why)
    return replace(shown, silent=why in QUIET or rings_soon)


async def unread(
    tx: Transaction, service: Service, language: str, report: Report, why: str = UNCLEAR
) -> Presentation:
    """For those who have not read it: what it is, who has, and a button."""
    about = await _about(tx, service, language, report, await draft_lines.all_lines(tx, report.id), why)
    label = service.words.say(language, "button-words-read")
    read = Button(label, f"wordsread:{report.id}", Style.PRIMARY)
    return Presentation("\n".join(about), ((read,),), protect=True)


async def _about(
    tx: Transaction, service: Service, language: str, report: Report, lines: Sequence[DraftLine], why: str
) -> list[str]:
    """What it is, from when, in which language and from where; who did what; until when it is kept. No word of it."""
    key = "draft-answer" if is_answer(lines) else f"draft-{why}"
    return [
        service.words.say(language, key, when=await origin_words(tx, service, language, report)),
        *([service.words.say(language, "draft-question")] if await _is_question(tx, report) else []),
        *await act_lines(tx, service, language, lines),
        await _kept_until(tx, service, language, report, lines),
    ]


async def origin_words(tx: Transaction, service: Service, language: str, report: Report) -> str:
    """The time, the language, and the place if one was named."""
    place = await _place(tx, report)
    told = [
        case_lines.local_time(report.created_at, service.zone, service.zone),
        service.words.say(language, f"spoken-{report.language}"),
        *([service.gazetteer.name(place, language)] if service.gazetteer.knows(place) else []),
    ]
    return ", ".join(told)


async def act_lines(
    tx: Transaction, service: Service, language: str, lines: Sequence[DraftLine]
) -> list[str]:
    """Who read it, answered or put it away, and when."""
    told = []
    for line in lines:
        if line.actor_id:
            member = await tx.members.get(line.actor_id)
            time = case_lines.local_time(line.at, service.zone, service.zone)
            name = member.name if member is not None else "—"
            key = f"draft-line-{line.kind.replace('_', '-')}"
            told.append(service.words.say(language, key, time=time, name=name))
    return told


async def of_case(tx: Transaction, service: Service, language: str, report: Report) -> Presentation:
    """That somebody has made a case of it."""
    case = await tx.cases.get(report.case_id or 0)
    code = case.code if case is not None else ""
    open_ = Button(service.words.say(language, "button-open"), f"open:{report.case_id}")
    return stub(service, language, "draft-is-case", ((open_,),), code=code)


async def _kept_until(
    tx: Transaction, service: Service, language: str, report: Report, lines: Sequence[DraftLine]
) -> str:
    """Until when the words are kept."""
    hours = round(service.retention.drafts / timedelta(hours=1))
    timer = await tx.timers.get(wipe_key(report.id))
    until = case_lines.local_time(timer.due_at, service.zone, service.zone) if timer is not None else "—"
    key = "draft-kept-unread" if waits(lines) else "draft-kept-read"
    return service.words.say(language, key, hours=hours, until=until)


async def _is_question(tx: Transaction, report: Report) -> bool:
    """Whether its writer has pressed *No, a question*."""
    said = await tx.entries.newest(LATELY, report_id=report.id)
    return any(str(entry.payload.get("data", "")).startswith(QUESTION) for entry in said)


async def _words(tx: Transaction, service: Service, language: str, report: Report) -> list[str]:
    said = await tx.entries.newest(LATELY, report_id=report.id)
    room = service.everywhere.text - HEAD
    found = case_lines.words_lines(service, language, said, service.zone, room)
    files = sum("file" in entry.payload for entry in said)
    return [*found, *([service.words.say(language, "draft-files", count=files)] if files else [])]


async def _place(tx: Transaction, report: Report) -> str:
    """The place that was named, as the gazetteer calls it; empty if none was."""
    for dialogue in await tx.dialogues.by(subject_id=report.id):
        answer = answers_from_data(dialogue.answers).get("place")
        if answer is not None and isinstance(answer.value, Place):
            return answer.value.city or answer.value.region or ""
    return ""


async def _ends(
    tx: Transaction,
    service: Service,
    language: str,
    report: Report,
    lines: Sequence[DraftLine],
    *,
    chosen: str,
) -> ButtonRows:
    """What can follow from the words, for those who have read them."""
    say, id = service.words.say, report.id
    named = await _place(tx, report)
    if service.gazetteer.knows(named):
        places = [named]
    else:
        said = await tx.entries.newest(LATELY, report_id=id)
        places = case_lines.likeliest_places(service, [str(e.payload.get("text", "")) for e in said])[:LIKELY]
    if chosen == CITIES:
        places = list(dict.fromkeys([*places, *(city.id for city in service.gazetteer.buttons())]))
    asks = [
        Button(
            say(language, "button-words-ask", place=service.gazetteer.name(place, language)),
            f"wordsask:{id}:{place}",
            Style.PRIMARY,
        )
        for place in places
    ]
    other = Button(say(language, "button-words-cities"), f"wordscities:{id}")
    rows = [*((ask,) for ask in asks), *([(other,)] if chosen != CITIES else [])]
    acts = [Button(say(language, "button-make-case"), f"adopt:{id}")]
    if await may_be_answered(tx, report):
        acts.append(Button(say(language, "button-words-answer"), f"wordsanswer:{id}"))
    if lines and lines[-1].kind is not Act.NOT_OURS:
        acts.append(Button(say(language, "button-words-not"), f"wordsnot:{id}"))
    return (*rows, *in_button_rows(acts))
