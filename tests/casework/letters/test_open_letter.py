"""An open letter: begun from an incident, chosen by taps, written beside by a person; names by consent, facts checked."""

from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.documents.filling import BadTemplate
from core.forgetting.retention_terms import ForgettingStage
from core.model import LANGUAGES, Case
from core.papers.letter import choices_from_text, choices_to_text, shown_hash, toggle_choice
from core.records.holds import Hold
from core.records.papers import Paper, PaperState
from core.resources.paper_files import Papers
from handlers.forgetting.purge import forget_parts
from handlers.letters.letter_content import letter_cases
from handlers.letters.letter_draft import letter_choices
from tests.casework.story_desk import Desk, Person

HELD = "police took my brother Timur Made-Up in Almaty"
FACT = "Timur Made-Up was detained by the police."
TITLES = "kk:\nТақырып: Кездесу туралы\nru:\nЗаголовок: О встрече\nen:\nTitle: On a meeting"
OFFICES_KNOWN_ON = datetime(2018, 9, 20, 4, 0, tzinfo=UTC)


async def family(desk: Desk, answer: str = "yes") -> Case:
    """A relative tells of it, and allows the name to be published, or not."""
    rita = await desk.reports(HELD)
    await rita.presses_data("report/link:relative")
    await rita.allows_news()
    await desk.later(hours=3)
    await rita.presses_data(f"consent:{(await desk.report()).id}:publication-{answer}")
    return await desk.case()


async def begun(desk: Desk, answer: str = "yes") -> Person:
    """A coordinator with the page of a letter about one case, the act of which is coded."""
    desk.now = OFFICES_KNOWN_ON
    olga = await desk.coordinator()
    case = await family(desk, answer)
    await olga.opens(case)
    await olga.presses_data(f"coded:{case.id}:arrest")
    await olga.writes("/incident Visit")
    await olga.presses("➕ Case")
    await olga.writes(case.code)
    await olga.presses("✉️ Open letter")
    return olga


async def chosen(desk: Desk, answer: str = "yes") -> Person:
    """The same, with a title, an office, a right and two demands."""
    olga = await begun(desk, answer)
    await olga.presses("English")
    await olga.writes(TITLES)
    await olga.presses("To whom", "1", "← Back", "Rights", "1", "← Back", "Demands", "2", "1", "← Back")
    return olga


async def checked(desk: Desk, answer: str = "yes", code: str = "") -> Person:
    """The same; who did it is said, and all was checked."""
    olga = await chosen(desk, answer)
    await olga.presses(
        code or (await desk.case()).code, "Who did it", "Police", "← Back", "I have checked it"
    )
    return olga


async def papers(desk: Desk) -> list[Paper]:
    """All letters that were made."""
    async with desk.reading() as tx:
        return [one for one in await tx.papers.select() if one.state is not PaperState.DRAFT]


@pytest.mark.slow
async def test_a_letter_is_made_in_each_language_of_what_was_chosen_and_checked(desk: Desk) -> None:
    olga = await checked(desk)
    await olga.presses("Make it")
    english = olga.sees("Open letter\n\nOn a meeting", f"Almaty. {FACT}")
    assert "Minister of Internal Affairs K. Kasymov" in english
    assert "article 21 of the Constitution of Kazakhstan of 1995" in english
    assert english.index("1. to give a legal") < english.index("2. to stop")
    assert "Prosecutor General" not in english
    assert english.endswith("Almaty, 20 September 2018\n\nTest Bureau\n\nSignature: ________")
    olga.sees("Открытое письмо\n\nО встрече", "Министру внутренних дел К. Касымову")
    olga.sees("Ашық хат\n\nКездесу туралы", "Ішкі істер министрі Қ. Қасымовқа")
    found = await papers(desk)
    assert [(one.language, one.state) for one in found] == [
        (one, PaperState.MADE) for one in ("kk", "ru", "en")
    ]
    assert {f"{one.kind}-{one.id}-{one.language}.docx" for one in found} <= set(desk.phones.copies)
    assert ("in_letter", "Olga", {}) in await desk.history()
    assert {one.number for one in found} == {"1/2018"}  # one letter, under one number
    async with desk.reading() as tx:
        assert [given.language for given in await tx.outgoing_numbers.select()] == ["kk, ru, en"]


@pytest.mark.slow
async def test_whoever_coordinates_no_more_keeps_no_letter(desk: Desk) -> None:
    olga = await checked(desk)
    await olga.presses("Make it")
    olga.sees("Where each sentence comes from")
    await desk.suspends(olga)
    olga.sees_nothing_of(FACT, "Where each sentence comes from", "before you sign")


@pytest.mark.slow
async def test_a_broken_template_of_the_organisation_is_told_and_nothing_is_made_in_any_language(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga, real = await checked(desk), Papers.template

    def broken(self: Papers, id: str, language: str) -> bytes:
        if language == "kk":
            raise BadTemplate("own/open_letter.kk.docx: a mark is not whole")
        return real(self, id, language)

    monkeypatch.setattr(Papers, "template", broken)
    await olga.presses("Make it")
    olga.sees("cannot be made: its template is broken")
    assert "open_letter (kk)" in desk.administrator.sees("cannot be filled")
    assert [one for one in await papers(desk) if one.state is not PaperState.DRAFT] == []


@pytest.mark.slow
async def test_what_nobody_checked_is_missing_and_nothing_is_made(desk: Desk) -> None:
    olga = await chosen(desk)
    olga.sees("Missing: cases of which something is checked", "to check: 1")
    olga.sees_nothing_of("[Make it]")
    await olga.presses_data(f"letter:{await draft(desk)}:make.00000000")
    olga.sees("Something has changed")
    assert await papers(desk) == []


@pytest.mark.slow
async def test_a_letter_that_lacks_something_is_not_made_whatever_is_pressed(desk: Desk) -> None:
    olga, number = await chosen(desk), await draft(desk)
    async with desk.reading() as tx:
        paper = await tx.papers.get(number)
        assert paper is not None
        choices = letter_choices(paper)
        seen = shown_hash(choices, await letter_cases(tx, desk.service, choices.cases, choices.languages[0]))
    await olga.presses_data(f"letter:{number}:make.{seen}")
    assert await papers(desk) == []


@pytest.mark.slow
async def test_a_tick_can_be_taken_back(desk: Desk) -> None:
    olga = await checked(desk)
    olga.sees("[Make it]")
    await olga.presses_data(f"letter:{await draft(desk)}:tick.{(await desk.case()).id}")
    olga.sees("Missing: cases of which something is checked", "to check: 1")


@pytest.mark.slow
async def test_what_was_made_is_no_draft_any_more(desk: Desk) -> None:
    olga = await checked(desk)
    await olga.presses("Make it")
    before = await papers(desk)
    for act in ("all.offices", "pane.offices"):
        await olga.presses_data(f"letter:{before[0].id}:{act}")
    assert await papers(desk) == before


@pytest.mark.slow
async def test_nothing_is_written_into_a_case_of_which_it_does_not_tell(desk: Desk) -> None:
    olga = await checked(desk)
    await desk.reports("police took a man in Aktau")
    other = await desk.case()
    await olga.presses_data(f"letter:{await draft(desk)}:did.{other.id}.police")
    async with desk.reading() as tx:
        assert "perpetrators" not in {one.kind for one in await tx.claims.by(case_id=other.id)}


async def draft(desk: Desk) -> int:
    async with desk.reading() as tx:
        return (await tx.papers.select())[0].id


@pytest.mark.slow
async def test_a_tick_is_marked_in_the_list_of_sources_and_not_in_the_letter(desk: Desk) -> None:
    olga = await checked(desk)
    await olga.presses("Make it")
    assert "what happened: " in olga.sees("Where each sentence comes from", "(not verified)")
    assert "not verified" not in olga.sees("Open letter\n\n")


@pytest.mark.slow
async def test_what_changed_after_the_page_was_drawn_is_looked_at_again(desk: Desk) -> None:
    olga = await checked(desk)
    _, make = olga.screen.button("Make it")
    async with desk.writing() as tx:
        (claim,) = [one for one in await tx.claims.select() if one.kind == "perpetrators"]
        tx.claims.remove(claim.id)
    await olga.presses_data(make.data)
    olga.sees("Something has changed")
    assert await papers(desk) == []
    olga.sees("Missing: cases of which something is checked")


@pytest.mark.slow
async def test_whoever_may_not_be_named_is_a_number_and_the_page_says_why(desk: Desk) -> None:
    olga = await checked(desk, "no")
    olga.sees("not named: 1")
    await olga.presses((await desk.case()).code)
    olga.sees("One person was detained by the police.", "Publication was refused.")
    await olga.presses("← Back", "Make it")
    olga.sees("Open letter\n\n", "One person was detained")
    assert not any(
        "Timur" in olga.sees(title) for title in ("Open letter\n\n", "Открытое письмо\n\n", "Ашық хат\n\n")
    )


@pytest.mark.slow
async def test_own_words_and_titles_that_name_them_are_not_printed(desk: Desk) -> None:
    olga = await checked(desk, "no")
    code = (await desk.case()).code
    await olga.presses("English")
    await olga.writes(f"{code}: Mr Made-Up was on his way.\nTitle: On Timur Made-Up")
    olga.sees("What you typed names somebody who may not be named", "Missing: title")
    await olga.presses(code)
    olga.sees("Its paragraph names somebody who may not be named")


@pytest.mark.slow
async def test_own_words_are_printed_in_the_language_in_which_they_were_written_once_they_are_checked(
    desk: Desk,
) -> None:
    olga, code = await checked(desk), (await desk.case()).code
    await olga.presses("English")
    olga.sees(f"en:\nTitle: On a meeting\n{code}: Almaty. {FACT}\nText:")
    await olga.writes(f"{code}: He was taken on his way.\nText: We object.\nkk:\n{code}: Ол жолда ұсталды.")
    await olga.presses(code)
    olga.sees(
        "He was taken on his way. (not checked: left out)",
        "Ол жолда",
        "Nobody has written this paragraph in: Русский",
    )
    await olga.presses("I have checked it", "Make it")
    english = olga.sees("Open letter\n\n", "He was taken on his way.", "We object.")
    assert FACT not in english
    olga.sees("Ашық хат\n\n", "Ол жолда ұсталды.")
    olga.sees("Открытое письмо\n\n", "Timur Made-Up задержан(а) полицией.")


@pytest.mark.slow
async def test_how_somebody_is_called_and_their_sex_are_said_on_the_page_of_the_case(desk: Desk) -> None:
    olga = await checked(desk)
    await olga.presses((await desk.case()).code, "Name of 1")
    await olga.writes("ru: Тимур Придуманов, врач")
    olga.sees("Тимур Придуманов, врач, задержан(а) полицией.")
    await olga.presses("He")
    olga.sees("Тимур Придуманов, врач, задержан полицией.")


@pytest.mark.slow
async def test_an_office_whose_holder_is_not_known_today_is_addressed_without_a_name(desk: Desk) -> None:
    olga = await checked(desk)
    await desk.later(hours=24)
    await olga.writes("/letter")
    await olga.presses("Visit", "Make it")
    english = olga.sees("Open letter\n\n", "Minister of Internal Affairs")
    assert "Kasymov" not in english
    olga.sees("Открытое письмо\n\n", "– Министру внутренних дел")


@pytest.mark.slow
async def test_who_was_looked_up_long_ago_is_named_only_if_somebody_says_that_it_still_holds(
    desk: Desk, tmp_path: Path
) -> None:
    shipped = (files("core.jurisdictions.kz") / "addressees.toml").read_text("utf-8")
    known = 'days = { from = "2018-01-01", seen = "2018-07-01" }'
    (tmp_path / "addressees.toml").write_text(shipped.replace('days = { on = "2018-09-20" }', known), "utf-8")
    desk.service = replace(desk.service, papers=Papers("kz", tmp_path))
    olga = await begun(desk)
    await olga.presses("To whom")
    olga.sees(
        "1. Minister of Internal Affairs\n2. Minister of Internal Affairs K. Kasymov ⚠️ looked up 81 days ago"
    )
    await olga.presses("All", "← Back")
    olga.sees("To whom: 4.")
    await olga.presses("To whom", "2", "← Back")
    olga.sees(
        "⚠️ Minister of Internal Affairs K. Kasymov ⚠️ looked up 81 days ago: choose the name only if it still holds"
    )


@pytest.mark.slow
async def test_to_whom_rights_and_demands_can_be_typed_and_are_chosen_by_whoever_has_read_them(
    desk: Desk,
) -> None:
    olga = await checked(desk)
    await olga.presses("English")
    await olga.writes(
        "To whom: To the Commissioner for Human Rights\nRight: the right to leave a meeting\nDemand: to answer"
    )
    await olga.presses("Demands")
    olga.sees("5. to answer")
    await olga.presses("5", "← Back")
    olga.sees("Demands: 3.", "[Make it]")
    await olga.presses("Make it")
    olga.sees("demands")  # it was not typed in the other languages
    assert await papers(desk) == []
    await olga.presses("English")
    await olga.writes("Demand: to answer\nru:\nТребование: ответить\nkk:\nТалап: жауап беру")
    await olga.presses("Demands", "5", "← Back", "Make it")
    olga.sees("Open letter\n\n", "3. to answer")
    olga.sees("Открытое письмо\n\n", "3. ответить")


@pytest.mark.slow
async def test_what_was_typed_is_taken_back_by_its_button(desk: Desk) -> None:
    olga, code = await checked(desk), (await desk.case()).code
    await olga.presses("English")
    await olga.writes(f"{code}: He was taken on his way.\nText: We object.")
    olga.sees("en: We object.")
    await olga.presses("Not this")
    await olga.writes("/letter")
    await olga.presses("Visit", code)
    olga.sees(f"Almaty.\n• {FACT}")


@pytest.mark.slow
async def test_the_case_is_left_out_or_recalled_as_an_earlier_one(desk: Desk) -> None:
    olga = await checked(desk)
    code = (await desk.case()).code
    await olga.presses(code, "Recall as earlier", "← Back")
    olga.sees("It recalls, as earlier ones:", code)
    await olga.presses(code, "Tell it in the letter", "Leave out")
    olga.sees("Missing: cases of which something is checked")
    await olga.presses("Add a case")
    await olga.writes(code)
    olga.sees("It recalls, as earlier ones:", code)


@pytest.mark.slow
async def test_cases_of_the_same_pattern_are_recalled(desk: Desk) -> None:
    desk.now = OFFICES_KNOWN_ON
    olga = await desk.coordinator()
    for name in ("Visit", "Earlier visit"):
        await family(desk)
        await olga.writes(f"/incident {name}")
        await olga.presses("➕ Case")
        await olga.writes((await desk.case()).code)
        await olga.presses("🧭 Pattern")
    await olga.presses("✉️ Open letter")
    olga.sees("It tells:", (await desk.case()).code, "It recalls", (await desk.case(0)).code)


async def test_a_letter_about_chosen_cases_begins_with_their_codes(desk: Desk) -> None:
    olga = await desk.coordinator()
    case = await family(desk)
    await olga.writes(f"/letter {case.code}, nonsense")
    olga.sees("nonsense")
    await olga.writes(f"/letter {case.code}")
    olga.sees("Open letter: chosen cases", case.code)


@pytest.mark.slow
async def test_false_alarms_are_never_told(desk: Desk) -> None:
    olga = await checked(desk)
    case = await desk.case()
    await olga.presses_data(f"closed:{case.id}:false_alarm")
    await olga.presses("Languages", "← Back")
    olga.sees("Missing: cases of which something is checked")


@pytest.mark.slow
async def test_another_coordinator_has_a_draft_of_their_own(desk: Desk) -> None:
    await chosen(desk)
    petra = await desk.coordinator("Petra")
    await petra.presses_data(f"letter:{await draft(desk)}:all.offices")
    petra.sees("This is not possible any more")
    await petra.writes("/letter")
    await petra.presses("Visit")
    petra.sees("To whom: 0.")


@pytest.mark.slow
async def test_a_draft_goes_on_where_it_was(desk: Desk) -> None:
    olga = await chosen(desk)
    await olga.writes("/letter")
    await olga.presses("Visit")
    olga.sees("en: «On a meeting»", "To whom: 1.", "Demands: 2.")


@pytest.mark.slow
async def test_a_draft_is_forgotten_a_week_after_it_was_last_touched(desk: Desk) -> None:
    olga = await chosen(desk)
    desk.now += timedelta(days=6)
    await olga.presses("Languages")
    desk.now += timedelta(days=6)
    assert await draft(desk)
    await desk.later(hours=25)
    async with desk.reading() as tx:
        assert await tx.papers.select() == []
    olga.sees_nothing_of("Everything below is chosen by you")


@pytest.mark.slow
async def test_whoever_is_no_coordinator_any_more_makes_nothing(desk: Desk) -> None:
    olga = await checked(desk)
    _, make = olga.screen.button("Make it")
    await desk.suspends(olga)
    await olga.presses_data(make.data)
    assert await papers(desk) == []


async def test_rights_are_those_of_the_day_of_the_facts_and_beside_them_those_of_today(desk: Desk) -> None:
    """The Constitution of 2026 holds since July; nobody has looked who holds an office today."""
    desk.now = datetime(2026, 6, 29, 6, 0, tzinfo=UTC)
    olga = await desk.coordinator()
    rita = await desk.reports("police took my brother Timur Made-Up in Almaty today")
    await rita.presses_data("report/link:relative")
    desk.now = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)
    await olga.writes(f"/letter {(await desk.case()).code}")
    await olga.presses("Rights")
    said = olga.sees("freedom of movement")
    assert "article 21 of the Constitution of Kazakhstan of 1995" in said
    assert "; now article 24 of the Constitution of Kazakhstan of 2026" in said
    await olga.presses("1", "← Back")
    olga.sees("⚠️ Since 1 July 2026 the Constitution no longer gives treaties priority over laws")


@pytest.mark.slow
async def test_buttons_have_room_for_real_numbers(desk: Desk) -> None:
    olga = await checked(desk)
    data = set()
    for label in ("To whom", "← Back", (await desk.case()).code, "Who did it"):
        await olga.presses(label)
        data |= {
            button.data for shown in olga.screen.messages.values() for row in shown.rows for button in row
        }
    for one in (each for each in data if each.startswith("letter:")):
        numbers = [part for part in one.replace(".", ":").split(":") if part.isdecimal() and len(part) > 3]
        assert len(one) + sum(19 - len(number) for number in numbers) <= 64, one


async def made_by_code(desk: Desk) -> Person:
    """A letter about one chosen case was made, and another is begun."""
    desk.now = OFFICES_KNOWN_ON
    olga = await desk.coordinator()
    case = await family(desk)
    await olga.opens(case)
    await olga.presses_data(f"coded:{case.id}:arrest")
    await olga.writes(f"/letter {case.code}")
    await olga.presses("English")
    await olga.writes(TITLES)
    await olga.presses("To whom", "1", "← Back", "Rights", "1", "← Back", "Demands", "2", "1", "← Back")
    await olga.presses(case.code, "Who did it", "Police", "← Back", "I have checked it")
    await olga.presses("Make it")
    await olga.writes(f"/letter {case.code}")
    assert len(await papers(desk)) == len(LANGUAGES)
    return olga


@pytest.mark.slow
@pytest.mark.parametrize("held", [False, True])
async def test_what_is_forgotten_is_in_no_letter_any_more_unless_another_case_of_it_is_held(
    desk: Desk, held: bool
) -> None:
    olga = await made_by_code(desk)
    case = await desk.case()
    if held:
        await desk.reports("police took Somebody Else in Almaty")
        other = await desk.case()
        async with desk.writing() as tx:
            for one in await tx.papers.select():
                chosen = choices_from_text(one.answers["letter"])
                more = choices_to_text(toggle_choice(chosen, "earlier", other.id))
                tx.papers.put(replace(one, answers={**one.answers, "letter": more}))
            tx.holds.add(
                Hold(tx.new_id(), other.id, (await tx.members.select())[0].id, tx.now, "a court asks")
            )
    await olga.presses_data(f"closed:{case.id}:released")
    case = await desk.case(0)
    async with desk.writing() as tx:
        await forget_parts(tx, desk.service, case, tuple(ForgettingStage))
    assert len(await papers(desk)) == (len(LANGUAGES) if held else 0)
    async with desk.reading() as tx:
        drafts = [one for one in await tx.papers.select() if one.state is PaperState.DRAFT]
    assert drafts
    assert all(case.id not in choices_from_text(one.answers["letter"]).cases for one in drafts)
    assert FACT not in "".join(olga.screen.texts()[-1:])
