"""A paper to the UN is made by two people: who may say yes, what they see, and what may happen meanwhile."""

import pytest
from msgspec.structs import replace

from bot.messengers.messenger import TELEGRAM_ABILITIES
from core.model import LANGUAGES
from core.papers.asked_fields import FIELDS, field_options
from core.records.papers import PaperState
from core.resources.paper_files import Papers
from core.resources.word_files import load_words
from core.timeline import TimelineKind
from core.vocabulary import ConsentUse, TaskKind
from handlers.alerting import tasks
from handlers.casework import name_consents
from handlers.papers import paper_arguments
from tests.casework.papers.test_papers import HELD, has, lines, page, papers, values
from tests.casework.story_desk import Desk, Person

ASK = "Ask a second coordinator"
STEPS = (
    TimelineKind.PAPER_ASKED,
    TimelineKind.PAPER_AGREED,
    TimelineKind.PAPER_REFUSED,
    TimelineKind.PAPER_MADE,
)


async def answered(desk: Desk, answer: str) -> None:
    """The family says whether the name may go to authorities and the UN."""
    async with desk.writing() as tx:
        await name_consents.record_answer(
            tx, desk.service, await desk.report(), ConsentUse.AUTHORITIES, answer
        )


async def prepared(desk: Desk, answer: str = "yes") -> tuple[Person, Person]:
    """Olga has opened the case, confirmed it, and asks; Pavel coordinates, too."""
    marat = await has(desk, "police took my brother Dana Made-Up in Almaty today at 10:00")
    olga, pavel = await desk.coordinator(), await desk.coordinator("Pavel")
    assert marat.screen.messages
    case, report = await desk.case(), await desk.report()
    async with desk.reading() as tx:
        chat = (await tx.addresses.get(report.address_id)).chat  # type: ignore[union-attr]
    rita = desk._person("Rita", "en", chat=chat)
    await rita.presses_data("report/link:relative")
    if answer:
        await answered(desk, answer)
    await olga.opens(case)
    await olga.presses_data(f"verify:{case.id}:confirmed")
    await page(desk, olga, "alert")
    return olga, pavel


@pytest.mark.slow
async def test_it_is_made_when_another_coordinator_says_yes_and_both_stand_in_the_timeline(
    desk: Desk,
) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK)
    assert not desk.phones.copies
    card = pavel.sees("Toy alert", "Olga wants to make it")
    assert "Whom it names: D.M." in card
    assert "Name to authorities and the UN: allowed" in card
    assert "Name in public: nobody was asked" in card
    assert "Not verified and in it all the same: nothing" in card
    pavel.sees_nothing_of("Dana")
    await pavel.presses("May be made")
    (paper,) = await papers(desk)
    assert paper.state is PaperState.MADE
    assert paper.second_id == (await desk.membership(pavel)).id
    olga.sees("Alert\n\nDana Made-Up")
    pavel.sees_nothing_of("Dana", "Where each sentence")
    assert await lines(desk, *STEPS) == [
        ("paper_asked", "Olga"), ("paper_agreed", "Pavel"), ("paper_made", "Olga"),
    ]  # fmt: skip
    pavel.sees("answered already")


@pytest.mark.slow
async def test_whoever_asked_cannot_say_yes(desk: Desk) -> None:
    olga, _ = await prepared(desk)
    await olga.presses(ASK)
    (paper,) = await papers(desk)
    assert not olga.screen.has(f"agree:{paper.id}:yes")
    await olga.presses_data(f"agree:{paper.id}:yes")
    assert (await papers(desk))[0].state is PaperState.ASKED
    assert not desk.phones.copies


@pytest.mark.slow
async def test_nor_when_they_have_joined_anew_in_the_same_chat(desk: Desk) -> None:
    olga, _ = await prepared(desk)
    await olga.presses(ASK)
    (paper,) = await papers(desk)
    before = await desk.membership(olga)
    async with desk.writing() as tx:
        tx.members.put(replace(before, suspended_at=tx.now))
        tx.members.add(replace(before, id=tx.new_id()))
    await olga.presses_data(f"agree:{paper.id}:yes")
    assert (await papers(desk))[0].state is PaperState.ASKED


@pytest.mark.slow
async def test_a_lawyer_cannot_say_yes(desk: Desk) -> None:
    olga, _ = await prepared(desk)
    await olga.presses(ASK)
    (paper,) = await papers(desk)
    aliya = await desk.lawyer("Aliya")
    await aliya.presses_data(f"agree:{paper.id}:yes")
    assert (await papers(desk))[0].state is PaperState.ASKED


@pytest.mark.slow
async def test_a_no_is_told_and_stands_in_the_timeline(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK)
    await pavel.presses("✖️ May not")
    olga.sees("a coordinator did not allow it")
    assert (await papers(desk))[0].state is PaperState.REFUSED
    assert (await lines(desk, *STEPS))[-1] == ("paper_refused", "Pavel")
    assert not desk.phones.copies


@pytest.mark.slow
async def test_nobody_says_anything_for_a_day(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK)
    (paper,) = await papers(desk)
    await desk.later(hours=24)
    olga.sees("nobody answered within a day")
    assert [kind for kind, _ in await lines(desk, *STEPS)] == ["paper_asked", "paper_refused"]
    await pavel.presses_data(f"agree:{paper.id}:yes")
    assert (await papers(desk))[0].state is PaperState.REFUSED
    assert not desk.phones.copies


@pytest.mark.slow
async def test_the_case_changed_meanwhile_and_it_is_asked_anew(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK)
    await olga.presses_data(f"verify:{(await desk.case()).id}:likely")
    await pavel.presses("May be made")
    olga.sees("the case has changed since you asked")
    (paper,) = await papers(desk)
    assert (paper.state, paper.facts, paper.facts_hash) == (PaperState.DRAFT, {}, "")
    assert not desk.phones.copies
    await desk.later(hours=25)
    assert await papers(desk) == []  # like any draft that nobody touches


@pytest.mark.slow
async def test_whoever_asked_and_may_not_have_it_any_more_gets_nothing_and_the_timeline_says_so(
    desk: Desk,
) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK)
    await desk.suspends(olga)
    await pavel.presses("May be made")
    assert (await papers(desk))[0].state is PaperState.REFUSED
    assert not desk.phones.copies
    assert [kind for kind, _ in await lines(desk, *STEPS)] == ["paper_asked", "paper_refused"]


@pytest.mark.slow
async def test_whoever_coordinates_no_more_does_not_see_whom_it_names(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK)
    pavel.sees("Whom it names: D.M.")
    await desk.suspends(pavel)
    pavel.sees_nothing_of("D.M.", "Toy alert")


@pytest.mark.slow
async def test_the_card_says_what_is_ticked_and_which_names_may_not_be_used(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    async with desk.writing() as tx:
        await name_consents.record_answer(tx, desk.service, await desk.report(), ConsentUse.PUBLICATION, "no")
    await olga.presses_data(f"verify:{(await desk.case()).id}:likely")
    paper = await page(desk, olga, "alert")
    await olga.presses_data(f"paper:{paper.id}:ticks", max(olga.screen.messages))
    await olga.presses("☑️ All of them", "‹ This paper", ASK)
    card = pavel.sees("Toy alert", "Olga wants to make it")
    assert "Not verified and in it all the same: name of the person" in card
    assert "Name to authorities and the UN: allowed" in card
    assert "Name in public: somebody said no" in card


@pytest.mark.slow
async def test_a_name_that_may_not_be_used_any_more_is_not_handed_out_once_more(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK)
    await pavel.presses("May be made")
    desk.phones.copies.clear()
    await answered(desk, "no")
    (paper,) = await papers(desk)
    await olga.presses_data(f"paper:{paper.id}:again", max(olga.screen.messages))
    assert not desk.phones.copies
    olga.sees("Toy alert", "somebody who may speak for the person said no")
    assert not olga.screen.has(f"paper:{paper.id}:again")


@pytest.mark.slow
async def test_a_question_that_was_left_open_hides_no_change_from_the_second_person(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses("❓ Answer one question")
    (paper,) = await papers(desk)
    await olga.presses_data(f"paper:{paper.id}:make")
    (asked,) = await papers(desk)
    assert asked.state is PaperState.ASKED
    await olga.presses_data(f"verify:{(await desk.case()).id}:likely")
    await olga.writes("/cancel")
    assert await papers(desk) == [asked]
    await pavel.presses("May be made")
    assert (await papers(desk))[0].state is PaperState.DRAFT
    assert not desk.phones.copies


async def test_a_permission_that_is_taken_back_meanwhile_counts(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK)
    await answered(desk, "no")
    await pavel.presses("May be made")
    assert (await papers(desk))[0].state is PaperState.DRAFT
    assert not desk.phones.copies


@pytest.mark.slow
async def test_whoever_asked_can_take_it_back(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    await olga.presses(ASK, "Take the question back")
    (paper,) = await papers(desk)
    assert (paper.state, paper.facts) == (PaperState.DRAFT, {})
    pavel.sees("answered already")
    await pavel.presses_data(f"agree:{paper.id}:yes")
    assert not desk.phones.copies


@pytest.mark.slow
async def test_what_a_body_would_refuse_is_not_made_and_the_page_says_why(desk: Desk) -> None:
    olga, pavel = await prepared(desk)
    desk.service = replace(desk.service, papers=Papers("kz"))
    case = await desk.case()
    await olga.presses_data(f"draft:{case.id}:un_ced:1", max(olga.screen.messages))
    assert "⛔ The Committee takes no case that was not first reported" in olga.screen.texts()[-1]
    paper = (await papers(desk))[-1]
    await olga.presses_data(f"paper:{paper.id}:make", max(olga.screen.messages))
    assert (await papers(desk))[-1].state is PaperState.DRAFT
    pavel.sees_nothing_of("Urgent action")


def test_every_sort_fits_into_a_button() -> None:
    longest = max(
        len(f"draft:{2**63 - 1}:{id}:{10**paper_arguments.PLACES - 1}".encode()) for id in Papers("kz").kinds
    )
    assert longest <= TELEGRAM_ABILITIES.press


def test_every_option_has_its_words() -> None:
    words = load_words()
    keys = {field.option_key(one) for field in FIELDS.values() for one in field_options(field.kind)}
    assert all(words.has(language, key) for language in LANGUAGES for key in keys)


@pytest.mark.slow
async def test_what_can_be_chosen_has_buttons_and_is_a_claim(desk: Desk) -> None:
    olga, _ = await prepared(desk)
    await olga.presses("❓ Answer one question", "female")
    person = (await papers(desk))[0].person_id
    assert await values(desk, "sex") == [(person, "female")]
    assert "Would help" not in olga.screen.texts()[-1]


@pytest.mark.slow
@pytest.mark.parametrize(("answer", "why"), [("", "Nobody who may speak"), ("no", "somebody who may speak")])
async def test_without_consent_it_is_blocked_with_the_reason(desk: Desk, answer: str, why: str) -> None:
    olga, pavel = await prepared(desk, answer)
    assert why in olga.screen.texts()[-1]
    (paper,) = await papers(desk)
    assert not olga.screen.has(f"paper:{paper.id}:ask")  # nobody is asked for what would not be made
    await olga.presses_data(f"paper:{paper.id}:make", max(olga.screen.messages))
    assert (await papers(desk))[0].state is PaperState.DRAFT
    pavel.sees_nothing_of("Toy alert")


async def test_a_paper_of_two_people_is_never_made_at_one_tap(desk: Desk) -> None:
    olga, _ = await prepared(desk)
    async with desk.writing() as tx:
        await tasks.ask_coordinators(tx, desk.service, await desk.case(), TaskKind.DENIED)
    await olga.presses(desk.service.words.say("en", "button-papers-denied"))
    assert [one.state for one in await papers(desk)] == [PaperState.DRAFT]
    assert not desk.phones.copies


async def test_a_promise_not_to_disclose_blocks_every_paper_with_the_reason(desk: Desk) -> None:
    marat = await has(desk)
    await marat.presses_data(f"bound:{(await desk.case()).id}:yes")
    await page(desk, marat)
    assert "promise not to disclose" in marat.screen.texts()[-1]
    (paper,) = await papers(desk)
    await marat.presses_data(f"paper:{paper.id}:make", max(marat.screen.messages))
    assert (await papers(desk))[0].state is PaperState.DRAFT
    assert not desk.phones.copies


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_holding_that_is_denied_leads_to_the_paper_on_a_disappearance(
    desk: Desk, language: str
) -> None:
    await has(desk, HELD)
    olga = await desk.coordinator(languages=(language,))
    async with desk.writing() as tx:
        await tasks.ask_coordinators(tx, desk.service, await desk.case(), TaskKind.DENIED)
    await olga.presses(desk.service.words.say(language, "button-papers-denied"))
    assert await papers(desk) == []  # a reason first
    await olga.writes("the family has called")
    await olga.presses(desk.service.words.say(language, "button-papers-denied"))
    (paper,) = await papers(desk)
    assert (paper.kind, paper.state) == ("alert", PaperState.DRAFT)
