"""A paper that was made: what leaves, what follows it, who gets it, and that it can be made again."""

from typing import Any

import pytest
from msgspec.structs import replace

from bot.loops.outgoing_files import UnmadePaper
from core.documents.typeset import typeset_template
from core.papers.dossier import Dossier, Leaf
from core.papers.paper_kinds import PaperKind
from core.records.papers import Paper, PaperState
from handlers.cards.paper_names import kind_of
from handlers.papers import paper_making
from tests.casework.story_desk import Desk, Person

SOURCE = "# Demand\n{{ person.name }} is held since {{ detention.began }}. Born {{ person.born }}.\n"
KIND = "demand_for_release"
FILE = "demand_for_release-{code}-ru.docx"


async def has_case(desk: Desk) -> Person:
    """A lawyer who has a case."""
    marat = await desk.lawyer()
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it", "Contacted")
    return marat


def dossier(name: str = "Dana Made-Up") -> Dossier:
    return {
        "person": {"name": Leaf(name, ("answer",)), "born": Leaf("")},
        "detention": {"began": Leaf("15:00", ("law:x",), verified=False)},
    }


async def made(desk: Desk, person: Person, source: str = SOURCE, **more: Any) -> Paper:
    """Made for this person, and delivered."""
    case, member = await desk.case(), await desk.membership(person)
    async with desk.writing() as tx:
        new = Paper(
            tx.new_id(), KIND, "ru", PaperState.DRAFT, member.id, member.address_id, tx.now, case.id, **more
        )
        kind: PaperKind | None = kind_of(desk.service, KIND)
        assert kind is not None
        await paper_making.make(tx, desk.service, new, kind, dossier(), typeset_template(source))
    return await stored(desk, new.id)


async def stored(desk: Desk, number: int) -> Paper:
    async with desk.reading() as tx:
        found = await tx.papers.get(number)
    assert found is not None
    return found


@pytest.mark.slow
async def test_the_document_its_text_and_its_sources_reach_whoever_asked_protected(desk: Desk) -> None:
    marat = await has_case(desk)
    paper = await made(desk, marat)
    assert paper.state is PaperState.MADE
    assert (await desk.case()).code in marat.sees("Demand for release")
    text = "Demand\n\nDana Made-Up is held since [неизвестно: "
    assert "🔒" in marat.screen.drawn(text)
    assert "said for this paper" in marat.sees("Where each sentence comes from")
    assert "🔒" in marat.screen.drawn("Where each sentence comes from")
    (file,) = [shown for shown in marat.screen.messages.values() if shown.file is not None]
    assert file.protect


async def test_what_is_not_verified_stands_in_it_only_where_it_is_ticked(desk: Desk) -> None:
    marat = await has_case(desk)
    await made(desk, marat, ticked=("detention.began",))
    assert "held since 15:00" in marat.sees("Demand\n\nDana")
    assert "(not verified)" in marat.sees("Where each sentence comes from")


async def test_it_can_be_made_again_and_is_the_same_whatever_has_changed_since(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    marat = await has_case(desk)
    paper = await made(desk, marat)
    sent = desk.phones.copies[FILE.format(code=(await desk.case()).code)]
    monkeypatch.setattr(paper_making, "unknown_words", None)  # words have changed
    async with desk.reading() as tx:
        (template,) = await tx.paper_templates.select()
    again = paper_making.make_again(paper, template.content)
    assert again.content == sent
    assert paper_making.content_hash(again.content) == paper.file_hash


@pytest.mark.slow
async def test_a_template_is_kept_once(desk: Desk) -> None:
    marat = await has_case(desk)
    await made(desk, marat)
    await made(desk, marat)
    async with desk.reading() as tx:
        assert len(await tx.papers.select()) == 2
        assert len(await tx.paper_templates.select()) == 1


@pytest.mark.slow
async def test_it_leaves_the_chat_a_day_later(desk: Desk) -> None:
    marat = await has_case(desk)
    await made(desk, marat)
    await desk.later(hours=23)
    marat.sees("Where each sentence")
    await desk.later(hours=1)
    marat.sees_nothing_of("Where each sentence", "is held since", "before you sign")


async def test_it_leaves_the_chat_when_the_case_is_closed(desk: Desk) -> None:
    marat = await has_case(desk)
    await made(desk, marat)
    await marat.presses_data(f"closed:{(await desk.case()).id}:other")
    marat.sees_nothing_of("Where each sentence", "is held since", "before you sign")


async def test_whoever_lost_the_case_before_it_left_gets_nothing(desk: Desk) -> None:
    marat = await has_case(desk)
    case, member = await desk.case(), await desk.membership(marat)
    async with desk.writing() as tx:
        new = Paper(tx.new_id(), KIND, "ru", PaperState.DRAFT, member.id, member.address_id, tx.now, case.id)
        kind = kind_of(desk.service, KIND)
        assert kind is not None
        await paper_making.make(tx, desk.service, new, kind, dossier(), typeset_template(SOURCE))
        tx.cases.put(replace(case, owner_id=None))  # a second ago, in the same moment
    marat.sees_nothing_of("Where each sentence", "is held since", "before you sign")
    assert not desk.phones.copies


@pytest.mark.slow
async def test_a_paper_of_no_case_is_handed_out_to_coordinators_alone(desk: Desk) -> None:
    marat, olga = await has_case(desk), await desk.coordinator()

    async def makes(who: Person) -> None:
        member, kind = await desk.membership(who), kind_of(desk.service, KIND)
        assert kind is not None
        async with desk.writing() as tx:
            new = Paper(tx.new_id(), KIND, "ru", PaperState.DRAFT, member.id, member.address_id, tx.now)
            await paper_making.make(tx, desk.service, new, kind, dossier(), typeset_template(SOURCE))

    await makes(marat)
    assert not desk.phones.copies
    marat.sees_nothing_of("Where each sentence", "is held since", "before you sign")
    await makes(olga)
    olga.sees("Where each sentence")
    await desk.suspends(olga)
    olga.sees_nothing_of("Where each sentence", "is held since", "before you sign")


@pytest.mark.slow
async def test_whoever_loses_the_case_while_it_is_made_keeps_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    marat = await has_case(desk)
    case, real = await desk.case(), paper_making.may_be_handed_out
    asked: list[bool] = []

    async def may_have(tx: Any, paper: Paper) -> bool:
        if asked:  # it has left, and is looked at once more
            tx.cases.put(replace(await tx.cases.get(case.id), owner_id=None))
        asked.append(True)
        return await real(tx, paper)

    monkeypatch.setattr(paper_making, "may_be_handed_out", may_have)
    await made(desk, marat)
    marat.sees_nothing_of("Where each sentence", "is held since", "before you sign")


async def test_a_broken_template_is_told_to_whoever_asked_and_to_administrators_without_a_word_of_the_case(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    marat = await has_case(desk)
    paper = await made(desk, marat, "{{ person.nick }}\n")
    assert f"paper {paper.id}" in caplog.text
    assert "Dana" not in caplog.text
    assert paper.state is PaperState.BROKEN
    marat.sees("cannot be made: its template is broken")
    told = desk.administrator.sees("The template of demand_for_release (ru) cannot be filled")
    assert "Dana" not in told
    assert (await desk.case()).code not in told


async def test_nothing_that_waits_to_be_made_shows_what_it_says(desk: Desk) -> None:
    paper = await made(desk, await has_case(desk), answers={"answers.request": "Dana goes home."})
    shown = repr(paper) + repr(UnmadePaper(paper, b"Dana", "a.docx", "broken"))
    assert "Dana" not in shown
