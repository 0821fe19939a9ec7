"""What a reporter says later reaches the lawyer who has the case at once: by a sound if it matters, else on the card."""

import pytest
from msgspec.structs import replace

from core.incoming import Forwarded
from core.vocabulary import DialogueState
from handlers.casework import disclosure
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def taken(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """Marat has the case; the form of Rita is open at some question."""
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    marat.rang()
    return marat, rita


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("they moved her to another station", "moved"),
        ("her hearing is at 3 pm, in court 5", "court"),
        ("they released her", "said to be released"),
        ("she is in hospital", "ill, hospital or medicine"),
        ("they do not let the lawyer in", "a lawyer not let in"),
    ],
)
async def test_a_fact_that_matters_makes_a_sound_inside_the_open_form(
    desk: Desk, text: str, fact: str
) -> None:
    marat, rita = await taken(desk)
    await rita.writes(text)
    assert marat.rang() == 1
    shown = marat.sees("513-742 · new:")
    assert shown == f"513-742 · new: {fact}. The words are on the card."
    marat.sees("Case 513-742", text)


async def test_what_is_more_urgent_comes_as_a_new_card_and_makes_one_sound(desk: Desk) -> None:
    marat, rita = await taken(desk)
    await rita.writes("she is beaten")
    assert marat.rang() == 1
    marat.sees("URGENT", "she is beaten")
    await desk.later(minutes=11)
    await rita.writes("they beat her again, she is bleeding")
    assert marat.rang() == 1
    marat.sees("new: violence or injury")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "новое: перевезли. Слова на карточке."),
        ("kk", "жаңа: басқа жерге апарған. Сөздері карточкада."),
    ],
)
async def test_it_is_said_in_the_lawyers_language(desk: Desk, language: str, said: str) -> None:
    marat, rita = await taken(desk, language)
    await rita.writes("they moved her to another station")
    marat.sees(said)


async def test_other_words_change_the_card_without_a_sound_inside_the_open_form(desk: Desk) -> None:
    marat, rita = await taken(desk)
    await rita.presses("Skip", "Skip", "Skip")
    await rita.writes("her coat is blue")
    assert marat.rang() == 0
    marat.sees("Case 513-742", "her coat is blue")


async def test_the_same_fact_makes_one_sound_within_ten_minutes(desk: Desk) -> None:
    marat, rita = await taken(desk)
    await rita.writes("they moved her", "they moved her, I said")
    assert marat.rang() == 1
    await rita.writes("she has been moved, and now there is a hearing")
    assert marat.sees("new: court") == "513-742 · new: court. The words are on the card."
    marat.rang()
    await desk.later(minutes=11)
    await rita.writes("moved again to another place")
    assert marat.rang() == 1


async def test_words_of_a_forwarded_post_make_no_sound(desk: Desk) -> None:
    marat, rita = await taken(desk)
    await rita.writes("they moved her to another station", forwarded=Forwarded(desk.now))
    assert marat.rang() == 0


@pytest.mark.slow
async def test_after_the_form_too_and_when_words_are_put_into_a_report_later(desk: Desk) -> None:
    marat, rita = await taken(desk)
    await rita.writes("/report", "police took a man in Astana", "/report", "police took a man in Aktau")
    async with desk.writing() as tx:
        for report in await tx.reports.select():
            for dialogue in await tx.dialogues.by(subject_id=report.id):
                tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED))
    marat.rang()
    await rita.writes("moved to another station")
    rita.sees("Which of your reports")
    assert marat.rang() == 0
    await rita.writes("1")
    assert marat.rang() == 1
    marat.sees("new: moved")


async def test_before_somebody_has_the_case_lawyers_are_asked_again_as_urgent(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    marat.rang()
    await rita.writes("they moved her to another station")
    assert marat.rang() == 1
    marat.sees("URGENT")
    marat.sees_nothing_of("new: moved")
    marat.sees_nothing_of("another station")
    await rita.writes("they moved her, I said")
    assert marat.rang() == 0


async def test_the_sound_goes_with_the_case(desk: Desk) -> None:
    marat, rita = await taken(desk)
    await rita.writes("they moved her to another station")
    await marat.presses("Give back")
    marat.sees_nothing_of("new: moved")
    async with desk.reading() as tx:
        assert not await disclosure.disclosed_rows(tx)  # what is gone is not taken back once more


async def test_the_card_of_a_coordinator_who_opened_it_has_the_words_too(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    await olga.opens(await desk.case())
    olga.rang()
    await rita.presses("Skip", "Skip", "Skip")
    await rita.writes("her coat is blue")
    olga.sees("Case 513-742", "her coat is blue")
    assert olga.rang() == 0


@pytest.mark.slow
async def test_who_loses_one_case_hears_of_that_one_alone(desk: Desk) -> None:
    marat, _ = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it", "Contacted")
    await desk.reports("police took Kairat Invented in Almaty", name="Sara")
    await marat.presses("I'll take it")
    await desk.later(minutes=25)
    marat.rang()
    await desk.later(minutes=5)
    marat.sees("still mine")
    assert marat.rang() == 1
