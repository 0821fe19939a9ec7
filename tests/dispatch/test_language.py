"""In which language somebody is written to is one rule, whoever writes: a reply, a card, news, a reminder, the operator."""

import re
from collections.abc import Awaitable, Callable

import pytest
from msgspec.structs import replace

from core.incoming import Incoming, IncomingKind
from core.model import Address, Member, Report
from core.traffic import Lane, Timer
from core.vocabulary import CaseState, ConsentUse, DialogueState, ReportState, Role
from handlers import failures, outgoing
from handlers.cards import live_cards
from handlers.casework import name_consents
from handlers.outbox import administrators, news
from handlers.people import addresses
from handlers.people.readers import reader_language
from handlers.reporting import drafts
from storage.transaction import Transaction
from tests.dispatch.stage import NOW, PEOPLE, Stage, does
from tests.project.tree import ROOT

RULE = [  # what the app or the words are in, chosen?, the languages of each place on the roster → the language
    (None, False, (), "ru"),
    ("en", False, (), "en"),
    ("en", False, (("kk", "ru"),), "kk"),
    ("en", True, (("kk", "ru"),), "en"),
    ("en", False, ((),), "en"),
    ("en", False, ((), ("kk",)), "kk"),
    (None, False, (("kk",),), "kk"),
    (None, True, (), "ru"),
]
READER = "opened"  # a coordinator whose app is English


@pytest.mark.parametrize(("known", "chosen", "languages", "expected"), RULE)
def test_what_was_chosen_then_the_roster_then_the_app_then_the_organisations(
    stages: dict[CaseState, Stage],
    known: str | None,
    chosen: bool,
    languages: tuple[tuple[str, ...], ...],
    expected: str,
) -> None:
    service = replace(stages[CaseState.OPEN].service, language="ru")
    address = Address(1, b"", addresses.TELEGRAM, "1", True, NOW, known, chosen)
    members = [Member(2, 1, Role.LAWYER, "Made-Up", spoken, (), True, "", False, NOW) for spoken in languages]
    assert reader_language(service, address, members) == expected


Writer = Callable[[Transaction, Stage, Address], Awaitable[None]]


async def replies(tx: Transaction, stage: Stage, address: Address) -> None:
    await does(tx, stage.service, READER, text="/id")


async def tells_news(tx: Transaction, stage: Stage, address: Address) -> None:
    case = stage.things.case
    report = tx.reports.add(Report(tx.new_id(), address.id, ReportState.OPEN, NOW, "ru", case.id))
    await name_consents.record_answer(tx, stage.service, report, ConsentUse.WRITE, "yes")
    await news.tell(tx, stage.service, case, "news-accepted")


async def offers_back(tx: Transaction, stage: Stage, address: Address) -> None:
    await does(tx, stage.service, READER, text="/report")
    (dialogue,) = await tx.dialogues.by(address_id=address.id, state=DialogueState.OPEN)
    await drafts.on_draft_due(tx, stage.service, Timer(f"draft:{dialogue.id}", "draft", tx.now, dialogue.id))


async def tells_the_operator(tx: Transaction, stage: Stage, address: Address) -> None:
    service = replace(stage.service, administrators=frozenset({str(PEOPLE[READER])}))
    await administrators.tell(tx, service, "operator-clock", minutes="7")


async def is_sorry(tx: Transaction, stage: Stage, address: Address) -> None:
    person = str(PEOPLE[READER])
    incoming = Incoming(addresses.TELEGRAM, IncomingKind.MESSAGE, person, person, "private", language="en")
    await failures.on_update_parked(tx, stage.service, incoming, 1, "message", NOW, "ValueError")


WRITERS: dict[str, Writer] = {
    "id-yours": replies,
    "news-accepted": tells_news,
    "draft-offered": offers_back,
    "operator-clock": tells_the_operator,
    "failed": is_sorry,
}


async def _speaks_kazakh(tx: Transaction) -> Address:
    """The reader, whose first language on the roster is Kazakh."""
    address = await addresses.of_chat(tx, str(PEOPLE[READER]))
    (member,) = await tx.members.by(address_id=address.id)
    tx.members.put(replace(member, languages=("kk",)))
    return address


@pytest.mark.parametrize("key", WRITERS)
async def test_whoever_writes_to_a_member_writes_in_the_language_of_the_roster(
    stages: dict[CaseState, Stage], key: str
) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        address = await _speaks_kazakh(tx)
        before = {row.id for row in await tx.outgoing.by(address_id=address.id)}
        await WRITERS[key](tx, stage, address)
        written = [row for row in await tx.outgoing.by(address_id=address.id) if row.id not in before]
    expected = stage.service.words.say("kk", key, id=str(PEOPLE[READER]), minutes="7")
    assert any(expected in row.payload["text"] for row in written)


async def test_a_card_is_drawn_in_the_language_of_the_roster(stages: dict[CaseState, Stage]) -> None:
    stage = stages[CaseState.OPEN]
    async with stage.undone() as tx:
        address = await _speaks_kazakh(tx)
        board = await live_cards.show(tx, "board", 0, address.id, Lane.REPLY)
        shown = await outgoing.render(tx, stage.service, board)
    assert shown is not None
    assert stage.service.words.say("kk", "board-free", count=2) in shown.text


def test_nobody_else_decides_it() -> None:
    asks = re.compile(r"\baddress\.language\b|\.language_chosen\b")
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "handlers").rglob("*.py")
        if asks.search(path.read_text(encoding="utf-8"))
    }
    learns = {
        "handlers/people/addresses.py",
        "handlers/forms/dialogues.py",
    }  # from the app, from words, by choice
    assert found - learns == {"handlers/people/readers.py"}
