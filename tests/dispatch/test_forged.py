"""What no button of ours ever carried changes nothing, for anybody, and never raises."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import Row

from core.vocabulary import CaseState
from handlers import arguments
from handlers.interventions import intervention_actions as sent_paper
from handlers.joining import approval, invitations, leaving, member_list, roster_file, start_links
from handlers.proceedings import proceeding_arguments
from handlers.reporting import a_question, drafts, message_reassignment, report_choice, words_read
from handlers.routes import BUTTONS
from storage.schema import metadata
from storage.transaction import Transaction
from tests.dispatch.stage import LATER, STATES, Stage, does

NONSENSE = (
    *("", "0", "-1", "+7", "1.5", "x", "x:y:z", ":", "::", "\x00", "٣", "³", "😀", "ё" * 31, "None", "1e3"),
    *("9" * 18, "9" * 19, "9" * 20, "9" * 62, str(2**63), str(2**63 - 1), f"-{2**63}"),
)
TWISTED = ("{0}:", "{0}::", "{0}:nonsense", " {0}", "{0} ", "0{0}", "{0}{0}", "-{0}", "{0}:😀", "{0}:{0}:{0}")
NAMES = {  # what a button's number is the number of; of anything else it names nothing
    arguments.case: "cases",
    arguments.offer: "alerts",
    drafts.own_draft: "dialogues",
    report_choice.own_reports: "reports",
    message_reassignment.own_words: "entries",
    words_read.draft: "reports",
    a_question.own_draft: "reports",
    start_links.own_invitation: "invitations",
    invitations.open_invitation: "invitations",
    approval.pressed_decision: "invitations",
    member_list.numbered_member: "members",
    member_list.suspended_member: "members",
    leaving.other_member: "members",
    roster_file.own_file: "roster_files",
    proceeding_arguments.new_proceeding: "cases",
    proceeding_arguments.numbered_proceeding: "claims",
    proceeding_arguments.proceeding_and_article: "claims",
    proceeding_arguments.numbered_hearing: "claims",
    sent_paper.sent_paper: "claims",
    sent_paper.left_form: "cases",
}
NUMBERED = {name: NAMES[row.about] for name, row in BUTTONS.items() if row.about in NAMES}
FORGERS = ("reporter", "asked", "owner", "opened", "suspended lawyer", "administrator", "technician")
OUTSIDERS = (
    "reporter",
    "asked",
    "owner",
    "suspended lawyer",
    "suspended coordinator",
    "administrator",
    "technician",
)


async def rows(tx: Transaction) -> dict[str, Sequence[Row[Any]]]:
    """All that is stored, but for what waits to be said."""
    await tx.flush()
    tables = [table for table in metadata.sorted_tables if table.name != "outbox"]
    return {table.name: (await tx.execute(table.select())).all() for table in tables}


async def ids(stage: Stage) -> dict[str, list[int]]:
    """The first and the last number of each table."""
    async with stage.database.read(LATER) as tx:
        found = {
            table.name: (await tx.execute(table.select())).scalars().all()
            for table in metadata.sorted_tables
            if "id" in table.c
        }
    return {name: [numbers[0], numbers[-1]] for name, numbers in found.items() if numbers}


async def changes(stage: Stage, forged: Sequence[tuple[str, str]]) -> list[str]:
    """The tables that change when all of these are pressed, one after the other."""
    async with stage.undone() as tx:
        before = await rows(tx)
        for who, data in forged:
            try:
                await does(tx, stage.service, who, data=data)
            except Exception as error:
                raise AssertionError(f"{who} presses {data!r}") from error
        after = await rows(tx)
    return [name for name in before if before[name] != after[name]]


async def culprit(stage: Stage, forged: Sequence[tuple[str, str]]) -> str:
    """The first of these that changes something alone, for the message; empty if none does."""
    if await changes(stage, forged):
        for one in forged:
            if changed := await changes(stage, [one]):
                return f"{one}: {changed}"
        return "only together"
    return ""


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
async def test_nonsense_in_the_place_of_a_number_changes_nothing(
    stages: dict[CaseState, Stage], state: CaseState
) -> None:
    stage, numbers = stages[state], await ids(stages[state])
    forged = [(who, f"{name}:{text}") for who in FORGERS for name in NUMBERED for text in NONSENSE]
    forged += [
        (who, f"{name}:{form.format(numbers[table][0])}")
        for who in FORGERS
        for name, table in NUMBERED.items()
        for form in TWISTED
    ]
    assert (
        await culprit(stage, [*forged, *((who, f"language:{text}") for who in FORGERS for text in NONSENSE)])
        == ""
    )


@pytest.mark.slow
async def test_the_number_of_anything_else_changes_nothing(stages: dict[CaseState, Stage]) -> None:
    stage = stages[CaseState.ACCEPTED]
    numbers = await ids(stage)
    forged = [
        (who, f"{name}:{number}")
        for who in FORGERS
        for name, table in NUMBERED.items()
        for other, found in numbers.items()
        if other != table
        for number in found
    ]
    assert await culprit(stage, forged) == ""


@pytest.mark.parametrize("state", STATES)
async def test_another_persons_case_offer_and_report_change_nothing(
    stages: dict[CaseState, Stage], state: CaseState
) -> None:
    stage, things = stages[state], stages[state].things
    words = {
        "closed": ":released",
        "first": ":contacted",
        "why": ":far",
        "coded": ":arrest",
        "bound": ":yes",
        "begin": ":criminal",
    }
    theirs = {"cases": things.elsewhere.id, "alerts": things.offer_elsewhere.id}
    forged = [
        (who, f"{name}:{theirs[table]}{words.get(name, '')}")
        for who in OUTSIDERS
        for name, table in NUMBERED.items()
        if table in theirs
    ]
    forged += [
        (who, data)
        for who in OUTSIDERS
        if not (who == "owner" and state is CaseState.ACCEPTED)
        for data in (
            f"change:{things.proceeding}:ended",
            f"charge:{things.proceeding}:cao-488",
            f"sat:{things.hearing}:off",
        )
    ]
    theirs = {"dialogues": things.dialogue, "entries": things.entry.id, "reports": things.draft.id}
    forged += [
        (
            who,
            f"{name}:{theirs[table]}:{theirs[table]}".removesuffix(
                "" if name == "which" else f":{theirs[table]}"
            ),
        )
        for who in OUTSIDERS
        if who != "reporter"
        for name, table in NUMBERED.items()
        if table in theirs
    ]
    assert await culprit(stage, forged) == ""
