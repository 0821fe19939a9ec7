"""From the case, and from its clock, to a paper that can be signed: asked, ticked, made, sent, in a few taps."""

from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from core.casework.interventions import tracked_interventions
from core.documents.filling import BadTemplate
from core.model import LANGUAGES
from core.papers.dossier import Leaf
from core.records.holds import ClockMark
from core.records.papers import Paper, PaperState
from core.timeline import TimelineKind
from handlers.cards.case_loading import view_of
from handlers.papers import dossiers, paper_drafts
from tests.casework.clocks.test_clocks_of_a_case import claims
from tests.casework.papers.toy_papers import ToyPapers
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty today at 10:00"
TWO = "police took Dana Made-Up and Tim Made-Up in Almaty today at 10:00"


async def has(desk: Desk, words: str = HELD, language: str = "en", **more: Any) -> Person:
    """Somebody who has the case and is on it, where the papers are toys."""
    desk.service = replace(desk.service, papers=ToyPapers("kz"))
    marat = await desk.lawyer("Marat", languages=(language,), **more)
    await desk.reports(words)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    return marat


async def page(desk: Desk, marat: Person, kind: str = "demand") -> Paper:
    """The page of a new paper for the first person."""
    await marat.writes(f"/paper {(await desk.case()).code}")
    await marat.presses_data(f"draft:{(await desk.case()).id}:{kind}:1", max(marat.screen.messages))
    return (await papers(desk))[-1]


async def papers(desk: Desk) -> list[Paper]:
    async with desk.reading() as tx:
        return sorted(await tx.papers.select(), key=lambda one: one.id)


async def confirms(desk: Desk, marat: Person) -> None:
    """The case counts as confirmed, so what reporters say may stand in papers."""
    await marat.presses_data(f"verify:{(await desk.case()).id}:confirmed")


async def says_the_sort(desk: Desk, marat: Person) -> None:
    """Of what has to be known for a clock, only this was not said by the reporter."""
    await claims(desk, marat, "regime", "administrative")


async def values(desk: Desk, kind: str) -> list[tuple[int | None, Any]]:
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    return [
        (person, fact.value) for (name, person), facts in view.said.items() if name == kind for fact in facts
    ]


async def lines(desk: Desk, *kinds: TimelineKind) -> list[tuple[str, str]]:
    return [(kind, who) for kind, who, _ in await desk.history() if kind in kinds]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_list_says_what_the_case_calls_for_and_what_is_missing_in_words(
    desk: Desk, language: str
) -> None:
    marat = await has(desk, language=language)
    say = desk.service.words.say
    await desk.later(hours=2)
    await marat.presses(say(language, "button-papers"))
    text = marat.screen.texts()[-1]
    assert say(language, "papers-for", name="Dana Made-Up") in text
    demand = ToyPapers("kz").kinds["demand"].names[language]
    assert say(language, "papers-ready", number=1, sign="❗️", name=demand) in text


async def test_before_the_hours_are_over_the_demand_lacks_them(desk: Desk) -> None:
    marat = await has(desk)
    await marat.writes(f"/paper {(await desk.case()).code}")
    marat.sees("▫️ Toy demand: not known yet: when the time was over")
    marat.sees("▫️ Toy alert: everything is there")


async def test_a_coordinator_who_has_not_opened_the_case_is_asked_why_and_nobody_else_sees_its_papers(
    desk: Desk,
) -> None:
    await has(desk)
    olga, aliya = await desk.coordinator(), await desk.lawyer("Aliya")
    asked = f"/paper {(await desk.case()).code}"
    await olga.writes(asked)
    olga.sees_nothing_of("Toy demand", "Dana")
    await olga.writes("the family has called", asked)
    assert "Toy demand" in olga.screen.texts()[-1]
    await aliya.writes(asked)
    aliya.sees("This case is not shown to you")
    aliya.sees_nothing_of("Toy demand", "Dana")


async def test_of_several_it_is_asked_for_whom(desk: Desk) -> None:
    marat = await has(desk, TWO)
    await marat.writes(f"/paper {(await desk.case()).code}")
    marat.sees("for whom?")
    await marat.presses("Tim Made-Up")
    assert "For: Tim Made-Up" in marat.screen.texts()[-1]
    await marat.presses_data(f"draft:{(await desk.case()).id}:demand:2", max(marat.screen.messages))
    (paper,) = await papers(desk)
    async with desk.reading() as tx:
        persons = (await view_of(tx, await desk.case())).persons
    assert paper.person_id == persons[1].id


async def test_of_the_whole_case_only_papers_of_the_case_are_offered(desk: Desk) -> None:
    marat = await has(desk, TWO)
    await marat.writes(f"/paper {(await desk.case()).code}")
    await marat.presses("the whole case")
    text = marat.screen.texts()[-1]
    assert "Toy complaint" in text
    assert "Toy demand" not in text


async def test_what_is_missing_is_asked_in_the_chat_and_an_answer_is_a_claim_or_stands_for_this_paper(
    desk: Desk,
) -> None:
    marat = await has(desk)
    await page(desk, marat)
    await marat.presses("❓ Answer 2 questions")
    await marat.writes("a made-up baker")
    person = (await papers(desk))[0].person_id
    assert await values(desk, "occupation") == [(person, "a made-up baker")]
    await marat.writes("Let her go home.")
    (paper,) = await papers(desk)
    assert paper.answers == {"answers.request": "Let her go home."}
    text = marat.screen.texts()[-1]
    assert "Toy demand" in text
    assert "questions" not in text
    assert "Would help" not in text


async def test_a_question_that_is_passed_over_is_not_asked_again(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat)
    await marat.presses("❓ Answer 2 questions", "Skip", "Skip")
    (paper,) = await papers(desk)
    assert paper.skipped == ("person.occupation", "answers.request")
    assert await values(desk, "occupation") == []
    assert "questions" not in marat.screen.texts()[-1]


@pytest.mark.slow
async def test_what_is_not_verified_is_left_out_unless_it_is_ticked_and_says_who_tells_it(desk: Desk) -> None:
    marat = await has(desk)
    await desk.later(hours=2)
    await page(desk, marat)
    marat.sees("Left out, because it is not verified: name of the person, since when held")
    await marat.presses_data(f"paper:{(await papers(desk))[0].id}:ticks", max(marat.screen.messages))
    assert "name of the person: Dana Made-Up (" in marat.screen.texts()[-1]
    await marat.presses("☑️ All of them", "‹ This paper")
    marat.sees_nothing_of("Left out, because")
    await marat.presses("Make")
    marat.sees("Dana Made-Up is held since", "Signed: Marat")
    marat.sees("name of the person: ", "(not verified)")


@pytest.mark.slow
async def test_without_a_tick_the_paper_says_that_it_is_not_known(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat)
    await marat.presses("Make")
    assert "Dana" not in marat.sees(
        "# Demand" if "# Demand" in marat.screen.text() else "Demand\n\n[not known: "
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_the_overrun_it_is_one_tap_where_nothing_is_missing(desk: Desk, language: str) -> None:
    marat = await has(desk, language=language)
    await confirms(desk, marat)
    await says_the_sort(desk, marat)
    await desk.later(hours=2)
    code = (await desk.case()).code
    await marat.presses(desk.service.words.say(language, "button-papers-overrun", code=code))
    (paper,) = await papers(desk)
    assert paper.state is PaperState.MADE
    assert (paper.kind, paper.office, paper.version) == ("demand", "head-of-place", 3)
    assert desk.phones.copies.keys() == {f"demand-{code}-{paper.language}.docx"}
    assert await lines(desk, TimelineKind.PAPER_MADE) == [("paper_made", "Marat")]


@pytest.mark.slow
async def test_where_something_has_to_be_looked_at_the_tap_leads_to_the_page(desk: Desk) -> None:
    marat = await has(desk)
    await desk.later(hours=2)
    await marat.presses(f"📄 Make the demand · {(await desk.case()).code}")
    assert (await papers(desk))[0].state is PaperState.DRAFT
    marat.sees("Left out, because it is not verified")


@pytest.mark.slow
async def test_a_coordinator_gives_a_reason_before_the_clock_leads_them_to_the_paper(desk: Desk) -> None:
    marat, olga = await has(desk), await desk.coordinator()
    await confirms(desk, marat)
    await says_the_sort(desk, marat)
    await desk.later(hours=3)
    demand = f"📄 Make the demand · {(await desk.case()).code}"
    await olga.presses(demand)
    assert await papers(desk) == []
    await olga.writes("the family has called")
    await olga.presses(demand)
    (paper,) = await papers(desk)
    assert paper.address_id == (await desk.membership(olga)).address_id
    olga.sees("Dana Made-Up is held since", "Signed: Marat")
    marat.sees_nothing_of("Demand\n\nDana")


@pytest.mark.slow
async def test_a_case_that_changed_since_the_page_was_drawn_is_shown_anew(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat)
    case = await desk.case()
    await marat.presses_data(f"verify:{case.id}:confirmed")
    await marat.presses("Make")
    marat.sees("The case has changed since you saw this page")
    assert (await papers(desk))[0].state is PaperState.DRAFT
    await marat.presses("Make")
    assert (await papers(desk))[0].state is PaperState.MADE


@pytest.mark.slow
async def test_that_only_time_has_passed_is_no_change(desk: Desk) -> None:
    marat = await has(desk)
    await desk.later(hours=2)
    await page(desk, marat)
    await marat.presses("Not verified (3)", "☑️ All of them", "‹ This paper")  # else nothing is demanded
    await desk.later(minutes=7)
    await marat.presses("Make")
    assert (await papers(desk))[0].state is PaperState.MADE


@pytest.mark.slow
async def test_language_addressee_and_signature_are_a_tap(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat)
    marat.sees("To: head of the place of detention", "Language: English", "Signed by: Marat")
    await marat.presses("Another language", "To whom", "prosecutor")
    marat.sees("To: prosecutor", "Language: Русский")
    await marat.presses("Make")
    assert "-ru.docx" in next(iter(desk.phones.copies))


@pytest.mark.slow
async def test_what_a_lawyer_saw_is_ticked_and_becomes_a_paragraph(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat)
    number = (await papers(desk))[0].id
    await marat.presses("What you saw")
    await marat.presses_data(f"paper:{number}:ground-0", max(marat.screen.messages))
    await marat.presses("‹ This paper", "Make")
    marat.sees("No copies: 17 September 2018, 12:00.")


async def test_a_name_in_another_case_is_shown_and_can_be_put_right(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    marat = await has(desk, "police took Иван Иванов in Almaty today at 10:00")
    real = dossiers.load_dossier

    async def declined(*args: Any, **more: Any) -> Any:
        dossier: Any = await real(*args, **more)
        genitive = Leaf("Ивана Иванова", ("claim:1",))
        return {**dossier, "person": {**dossier["person"], "name_genitive": genitive}}

    monkeypatch.setattr(paper_drafts, "load_dossier", declined)
    await confirms(desk, marat)
    await desk.later(hours=2)
    await marat.presses(f"📄 Make the demand · {(await desk.case()).code}")
    assert (await papers(desk))[0].state is PaperState.DRAFT  # it is looked at first
    marat.sees("The name will stand as: Ивана Иванова")
    await marat.presses("The name")
    number = (await papers(desk))[0].id
    await marat.presses_data(f"paper:{number}:fix-1", max(marat.screen.messages))
    await marat.writes("Ивана Ивановича Иванова")
    marat.sees("The name will stand as: Ивана Ивановича Иванова")


async def test_a_name_that_was_told_in_another_case_is_typed_as_it_must_stand(desk: Desk) -> None:
    marat = await has(desk, "police took Dana Made-Upova in Almaty today at 10:00")
    await page(desk, marat)
    await marat.presses("The name")
    marat.sees("• name of the person: Dana Made-Upova")
    number = (await papers(desk))[0].id
    await marat.presses_data(f"paper:{number}:fix-0", max(marat.screen.messages))
    await marat.writes("Dana Made-Up")
    await marat.presses("The name")
    marat.sees("• name of the person: Dana Made-Up\n")


async def test_a_broken_template_of_the_organisation_is_told_clearly(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    marat = await has(desk)
    await page(desk, marat)

    def broken(self: ToyPapers, id: str, language: str) -> bytes:
        raise BadTemplate("own/demand.en.docx: a mark is not whole")

    monkeypatch.setattr(ToyPapers, "template", broken)
    await marat.presses("Make")
    marat.sees("Toy demand cannot be made: its template is broken")
    assert "demand (en)" in desk.administrator.sees("cannot be filled")
    assert (await papers(desk))[0].state is PaperState.DRAFT


@pytest.mark.slow
async def test_that_it_was_sent_is_an_intervention_with_its_own_term(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat)
    await marat.presses("Make", "📮 It was sent", "today")
    await marat.writes("No. 17 made up")
    (paper,) = await papers(desk)
    async with desk.reading() as tx:
        (sent,) = tracked_interventions(await view_of(tx, await desk.case()))
    assert (sent.what.sort, sent.what.office, sent.what.reference) == (
        "release",
        "head-of-place",
        "No. 17 made up",
    )
    assert (sent.what.paper, sent.number, sent.person) == (paper.id, paper.sent_id, paper.person_id)
    marat.sees("Toy demand", "sent")
    assert "It was sent" not in marat.screen.texts()[-1]


@pytest.mark.slow
async def test_its_term_runs_from_when_it_was_sent_and_not_from_when_that_was_said(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat, "complaint")
    await marat.presses("Make", "📮 It was sent")
    await marat.writes("15.09 10:00", "/skip")
    async with desk.reading() as tx:
        (sent,) = tracked_interventions(await view_of(tx, await desk.case()))
    assert sent.what.at == datetime(2018, 9, 15, 4, tzinfo=UTC)
    assert sent.what.due_at == datetime(2018, 9, 18, 4, tzinfo=UTC)


@pytest.mark.slow
async def test_whoever_has_the_case_now_says_that_it_was_sent_and_it_is_said_once(desk: Desk) -> None:
    marat, olga = await has(desk), await desk.coordinator()
    paper = await page(desk, marat)
    await marat.presses("Make", "📮 It was sent")
    await olga.opens(await desk.case())
    await olga.presses_data(f"paper:{paper.id}:sent")
    olga.sees("When was it sent")
    await olga.writes("17.09 11:00", "No. 17")
    await marat.presses("today")
    await marat.writes("No. 18")
    async with desk.reading() as tx:
        (sent,) = tracked_interventions(await view_of(tx, await desk.case()))
    assert sent.what.reference == "No. 17"


@pytest.mark.slow
async def test_a_question_that_is_answered_after_it_was_made_changes_nothing_of_it(desk: Desk) -> None:
    marat = await has(desk)
    paper = await page(desk, marat)
    await marat.presses("❓ Answer 2 questions", "Skip")
    await marat.presses_data(f"paper:{paper.id}:make")
    made = (await papers(desk))[0]
    assert made.state is PaperState.MADE
    await marat.writes("Let her go home.")
    assert (await papers(desk))[0] == made
    assert "noted" in marat.screen.texts()[-1]  # it is words like others


@pytest.mark.slow
async def test_once_more_it_goes_to_whoever_presses(desk: Desk) -> None:
    marat, olga = await has(desk), await desk.coordinator()
    paper = await page(desk, marat)
    await marat.presses("Make")
    await desk.later(hours=25)
    await olga.opens(await desk.case())
    await olga.presses_data(f"paper:{paper.id}:again")
    olga.sees("before you sign")
    marat.sees_nothing_of("before you sign")


@pytest.mark.slow
async def test_it_can_be_sent_to_the_chat_once_more_and_is_the_same(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat)
    await marat.presses("Make")
    (first,) = desk.phones.copies.values()
    await desk.later(hours=25)
    marat.sees_nothing_of("before you sign")
    (paper,) = await papers(desk)
    await marat.presses_data(f"paper:{paper.id}:again")
    assert (await papers(desk))[0].made_at == paper.made_at
    assert list(desk.phones.copies.values()) == [first]
    marat.sees("before you sign")


async def test_whoever_lost_the_case_meanwhile_writes_and_gets_nothing(desk: Desk) -> None:
    marat = await has(desk)
    paper = await page(desk, marat)
    await marat.presses("❓ Answer 2 questions")
    async with desk.writing() as tx:
        tx.cases.put(replace(await desk.case(), owner_id=None))
    await marat.writes("a made-up baker")
    marat.sees("This case is not shown to you")
    assert await values(desk, "occupation") == []
    await marat.presses_data(f"paper:{paper.id}:make")
    assert (await papers(desk))[0].state is PaperState.DRAFT
    assert not desk.phones.copies


@pytest.mark.slow
async def test_of_a_joke_that_is_wiped_no_paper_is_left(desk: Desk) -> None:
    marat, olga = await has(desk), await desk.coordinator()
    await page(desk, marat)
    await marat.presses("Make")
    case = await desk.case()
    await olga.opens(case)
    await olga.presses_data(f"joke:{case.id}:close")
    await olga.presses_data(f"wipe:{case.id}")
    assert await papers(desk) == []


@pytest.mark.slow
async def test_a_draft_is_its_writers_alone_and_is_forgotten_after_a_day(desk: Desk) -> None:
    marat, olga = await has(desk), await desk.coordinator()
    paper = await page(desk, marat)
    await olga.opens(await desk.case())
    await olga.presses_data(f"paper:{paper.id}:make")
    assert (await papers(desk))[0].state is PaperState.DRAFT
    await desk.later(hours=25)
    assert await papers(desk) == []


async def test_each_person_and_each_member_has_a_draft_of_their_own(desk: Desk) -> None:
    marat, olga = await has(desk, TWO), await desk.coordinator()
    case = await desk.case()
    await olga.opens(case)
    for who, whom in ((marat, 1), (marat, 2), (marat, 1), (olga, 1)):
        await who.writes(f"/paper {case.code}")
        await who.presses_data(f"draft:{case.id}:demand:{whom}", max(who.screen.messages))
    async with desk.reading() as tx:
        dana, tim = (one.id for one in (await view_of(tx, case)).persons)
    hers, his = (await desk.membership(olga)).id, (await desk.membership(marat)).id
    found = [(one.member_id, one.person_id) for one in await papers(desk)]
    assert found == [(his, dana), (his, tim), (hers, dana)]


async def test_the_one_tap_is_for_whom_of_several_the_time_is_over(desk: Desk) -> None:
    marat = await has(desk, TWO)
    case = await desk.case()
    async with desk.writing() as tx:
        tim = (await view_of(tx, case)).persons[1]
        tx.clock_marks.add(
            ClockMark(
                tx.new_id(), case.id, "detention-without-court", "48h", desk.now, tim.id, passed_at=desk.now
            )
        )
    await marat.presses_data(f"occasion:{case.id}:overrun")
    assert [one.person_id for one in await papers(desk)] == [tim.id]


async def test_a_promise_not_to_disclose_stops_the_one_tap_too(desk: Desk) -> None:
    marat = await has(desk)
    await confirms(desk, marat)
    await marat.presses_data(f"bound:{(await desk.case()).id}:yes")
    await desk.later(hours=2)
    await marat.presses(f"📄 Make the demand · {(await desk.case()).code}")
    assert (await papers(desk))[0].state is PaperState.DRAFT
    assert not desk.phones.copies
    marat.sees("Toy demand", "promise not to disclose")


@pytest.mark.slow
async def test_an_answer_that_is_overdue_leads_to_the_next_complaint(desk: Desk) -> None:
    marat = await has(desk)
    await page(desk, marat, "complaint")
    await marat.presses("Make", "📮 It was sent", "today", "Skip")
    for _ in range(9):
        await desk.later(hours=12)
        await marat.presses_data(f"mine:{(await desk.case()).id}")
    await marat.presses("📄 The next complaint")
    first, second = await papers(desk)
    assert (first.kind, second.kind, second.state) == ("complaint", "complaint", PaperState.MADE)
    assert second.person_id is None


@pytest.mark.slow
async def test_whoever_has_made_a_paper_has_answered_whether_the_case_is_still_theirs(desk: Desk) -> None:
    desk.without_clocks()
    olga, marat = await desk.coordinator(), await has(desk)
    await confirms(desk, marat)
    await desk.later(hours=4.1)
    marat.sees("Is it still yours?", "[✅ Yes, it is mine]")
    await page(desk, marat)
    await marat.presses("Make")
    await desk.later(hours=1)
    marat.sees_nothing_of("Is it still yours?", "Yes, it is mine")
    olga.sees_nothing_of("has not answered")
    await desk.later(hours=4)
    marat.sees("Is it still yours?")
