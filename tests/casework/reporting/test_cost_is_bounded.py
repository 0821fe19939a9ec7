"""What one person costs does not grow with what they have sent, and nothing that they said is lost."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from core.model import Entry
from core.traffic import Message
from core.vocabulary import ReportState
from handlers.forms import dialogues, input_reading
from handlers.reporting import drafts, report_choice
from storage.row_map import Known
from storage.schema import reports
from tests.casework.story_desk import Desk, Person

FLOOD = 1_200


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each question brought."""
    found: list[int] = []
    take = Known._take

    def counted(self: Known[Any], records: Iterable[Sequence[Any]], *args: Any) -> list[Any]:
        keys = take(self, records, *args)
        found.append(len(keys))
        return keys

    monkeypatch.setattr(Known, "_take", counted)
    return found


async def has_said_much(desk: Desk, person: Person, state: ReportState) -> None:
    """So many messages of that person are in their newest report of this state."""
    async with desk.database.write(desk.now) as tx:
        (report,) = (await tx.reports.select(reports.c.state == state))[-1:]
        for number in range(FLOOD):
            entry = Entry(
                tx.new_id(), report.id, tx.now, "words", {"text": f"слово {number}"}, number + 5_000
            )
            tx.entries.add(entry)
            tx.messages.add(
                Message(
                    tx.new_id(), report.address_id, number + 5_000, tx.now, outgoing=False, entry_id=entry.id
                )
            )


async def test_one_more_message_loads_no_more_after_a_thousand_than_after_one(
    desk: Desk, loaded: list[int]
) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it")
    loaded.clear()
    await rita.writes("one more thing")
    few = sum(loaded)
    await has_said_much(desk, rita, ReportState.OPEN)
    loaded.clear()
    await rita.writes("and another one")
    assert sum(loaded) <= few + 2 * 100  # what the card of the lawyer looks at
    marat.sees("and another one")


@pytest.mark.slow
async def test_many_words_that_wait_are_kept_and_read_in_one_portion(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rita = await two_reports(desk)
    read: list[str] = []
    reads = dialogues.read_entry

    async def noted(turn: Any, *args: Any, **named: Any) -> Any:
        read.append(turn.incoming.text)
        return await reads(turn, *args, **named)

    long = [f"{number}" + " слово" * 600 for number in range(40)]
    await rita.writes(*long)
    monkeypatch.setattr(dialogues, "read_entry", noted)
    await rita.presses("Это новое")  # she is answered in the language of her words
    assert sum(map(len, read)) <= input_reading.AT_ONCE + 2 * input_reading.MOST
    assert [text.split()[0] for text in read] == ["0", "1", "2", "39"]
    assert (await all_words(desk))[-40:] == long


@pytest.mark.slow
async def test_who_writes_on_without_saying_which_one_is_asked_anew_and_coordinators_read_it(
    desk: Desk,
) -> None:
    dana = await desk.coordinator("Dana")
    rita = await two_reports(desk)
    said = [f"слово {number}" for number in range(report_choice.MOST + 3)]
    await rita.writes(*said)
    assert (await all_words(desk))[-len(said) :] == said
    async with desk.database.read(desk.now) as tx:
        waiting = await tx.reports.select(reports.c.state == ReportState.DRAFT)
        assert [len(await tx.entries.by(report_id=report.id)) for report in waiting] == [3]
    dana.sees("which")


@pytest.mark.slow
async def test_a_draft_of_very_many_words_is_forgotten_in_portions(desk: Desk) -> None:
    rita = desk.person("Rita")
    await rita.writes("/report")
    await has_said_much(desk, rita, ReportState.DRAFT)
    await rita.writes("cancel")
    left = await all_words(desk)
    assert len(left) > FLOOD - drafts.PORTION - 10
    await desk.later(minutes=1)
    assert await all_words(desk) == []


@pytest.mark.slow
async def test_who_begins_report_after_report_goes_on_with_the_newest(desk: Desk) -> None:
    rita = desk.person("Rita")
    await rita.writes(*["/report", "hm"] * 30)
    async with desk.database.read(desk.now) as tx:
        assert len(await tx.reports.select()) == 20
    await rita.writes("police took Dana Made-Up in Almaty")
    assert (await desk.case()).city == "almaty"


async def two_reports(desk: Desk) -> Person:
    """Somebody with two open reports."""
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.writes("/report", "police took a man in Astana")
    await desk.later(hours=13)  # no form is open any more
    return rita


async def all_words(desk: Desk) -> list[str]:
    """Everything that was typed and is kept."""
    async with desk.database.read(desk.now) as tx:
        return [str(entry.payload.get("text", "")) for entry in await tx.entries.select()]
