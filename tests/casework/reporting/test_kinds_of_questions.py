"""Whatever people ask in such a night is answered: with nothing reported, in a form, with a case, by its code, as a member.

The table has one wording a language of each kind (kinds_of_questions.toml). No answer is the form's next question alone. A
stranger learns nothing: who only says that they are a brother reads the same whether there is a case or not.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.conversation.everyday import EVERYDAY
from core.model import LANGUAGES
from core.resources.word_files import load_words
from handlers.reporting.general_answers import OF_CODE, OF_US, WHO_READS
from tests.casework.reporting.test_questions_in_any_state import HELD, in_standing
from tests.casework.story_desk import Desk, Person

KINDS = tomllib.loads(Path(__file__).with_name("kinds_of_questions.toml").read_text("utf-8"))["kind"]
ASKED = [kind for kind in KINDS if kind["answer"].startswith("everyday-")]
WORK = [kind for kind in KINDS if kind["answer"].startswith("member-")]
STANDINGS = ("before", "reported", "at_the_station", "closed")
ELSEWHERE = {  # kinds of which another part of the bot has the answer in these standings, and why
    "everyday-where": (
        "before",
        "closed",
    ),  # look-ups: who asks where somebody is may be telling that they vanished
    "everyday-asked": ("before",),  # words that nobody understands: three buttons
    "everyday-languages": (*STANDINGS, "form"),  # who asks for a language gets it
    "everyday-covers": ("before", "closed"),  # it tells that somebody was detained
    "everyday-charge": ("before", "closed"),  # the same
    "everyday-release": ("closed",),  # how it was closed is all that is said
    "everyday-howlong": ("closed",),
    "everyday-waiting": ("closed",),
}
LONGEST = 350
TERMS = {"released": 12, "others": 36, "files": 12, "drafts": 24}  # those of config.example.toml
WITH_MESSENGERS = ("safe", "reads", "police")


def cases() -> Iterator[object]:
    """Each kind in each language, in one standing after the other."""
    for n, kind in enumerate(ASKED):
        for m, language in enumerate(LANGUAGES):
            standing = STANDINGS[(n + m) % len(STANDINGS)]
            if standing not in ELSEWHERE.get(kind["answer"], ()):
                yield pytest.param(kind, language, standing, id=f"{kind['answer']}-{language}-{standing}")


def beginnings(desk: Desk, language: str, answer: str) -> tuple[str, ...]:
    """How this answer begins, in any of its forms."""
    say = desk.service.words.say
    args: dict[str, str | int] = {"organisation": desk.service.organisation, **TERMS}
    keys = (answer, f"{answer}-told", "asked-news" if answer == "everyday-updates" else answer)
    known = [say(language, key, **args) for key in keys if load_words().has(language, key)]
    return tuple(text[:40] for text in known)


async def answer_to(desk: Desk, person: Person, text: str) -> str:
    """All that comes for these words."""
    seen = set(person.screen.messages)
    await person.writes(text)
    await desk.later(seconds=9)
    return "\n".join(shown.text for n, shown in person.screen.messages.items() if n not in seen)


@pytest.mark.parametrize(("kind", "language", "standing"), list(cases()))
async def test_each_kind_is_answered(desk: Desk, kind: dict[str, str], language: str, standing: str) -> None:
    rita = await in_standing(desk, language, standing, done=False)
    said = await answer_to(desk, rita, kind[language])
    assert any(begin in said for begin in beginnings(desk, language, kind["answer"])), said


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_without_a_topic_is_passed_on_before_the_form_goes_on(
    desk: Desk, language: str
) -> None:
    await desk.lawyer()
    await desk.coordinator()
    rita = desk.person(language=language)
    await rita.writes(
        {
            "en": "police took my brother",
            "ru": "полиция забрала моего брата",
            "kk": "ағамды полиция ұстап әкетті",
        }[language]
    )
    (odd,) = [kind[language] for kind in ASKED if kind["answer"] == "everyday-asked"]
    said = await answer_to(desk, rita, odd)
    say = desk.service.words.say
    passed = say(language, "asked-passed", to="coordinator", answered=0)
    assert -1 < said.find(say(language, "stands-draft")) < said.find(passed)
    assert said.find(passed) < said.find(say(language, "report-place", situation="other"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_invented_brother_reads_the_same_whether_there_is_a_case_or_not(
    desk: Desk, language: str
) -> None:
    await desk.coordinator(languages=(language,))
    marat = await desk.lawyer(languages=(language,))
    before = [await answer_to(desk, desk.person(language=language), kind[language]) for kind in ASKED]
    await desk.reports(HELD[language], language=language)
    await marat.presses(desk.service.words.say(language, "button-accept").lstrip("✅ "))
    await marat.presses(desk.service.words.say(language, "button-at-station").lstrip("🚪 "))
    after = [await answer_to(desk, desk.person(language=language), kind[language]) for kind in ASKED]
    codes = re.compile(r"[^\s:.]+ [^\s:.]+ \d\d")
    assert [codes.sub("", text) for text in after] == [codes.sub("", text) for text in before]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_only_the_code_is_told_who_reads_here_and_else_that_a_person_answers(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.coordinator(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    line = next(text for text in rita.screen.texts() if re.search(r"\d\d\.", text))
    code = re.search(r": ([^\s:.]+ [^\s:.]+ \d\d)\.", line)
    assert code is not None
    await marat.presses(desk.service.words.say(language, "button-accept").lstrip("✅ "))
    say = desk.service.words.say
    for kind in ASKED:
        guest, row = desk.person(language=language), EVERYDAY[kind["answer"].removeprefix("everyday-")]
        await guest.writes(code[1])
        said = await answer_to(desk, guest, kind[language])
        is_of_report = row.intent not in WHO_READS | OF_US | OF_CODE
        begins = (
            (say(language, "guest-asked"),) if is_of_report else beginnings(desk, language, kind["answer"])
        )
        assert any(begin in said for begin in begins), said
        assert say(language, "stands-accepted", stage="none", time="12:00") not in said


@pytest.mark.parametrize("kind", WORK, ids=[kind["answer"] for kind in WORK])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_member_is_answered_and_what_they_ask_is_a_note_by_one_tap(
    desk: Desk, kind: dict[str, str], language: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    begins = beginnings(desk, language, kind["answer"])
    await desk.reports(HELD[language], language=language)
    offered = await answer_to(desk, marat, kind[language])
    assert any(begin in offered for begin in begins), offered
    await marat.presses(desk.service.words.say(language, "button-accept").lstrip("✅ "))
    before = await notes_of(desk)
    taken = await answer_to(desk, marat, kind[language])
    assert any(begin in taken for begin in begins), taken
    assert await notes_of(desk) == before
    await marat.presses(desk.service.words.say(language, "button-was-note"))
    assert await notes_of(desk) == [*before, kind[language]]


async def notes_of(desk: Desk) -> list[object]:
    async with desk.reading() as tx:
        return [note.value for note in await tx.claims.by(case_id=(await desk.case()).id, kind="note")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_short(language: str) -> None:
    words = load_words()
    for row in (*EVERYDAY, *(f"{row}-sealed" for row in WITH_MESSENGERS)):
        assert len(words.say(language, f"everyday-{row}", organisation="Test Bureau", **TERMS)) <= LONGEST, (
            row
        )
    for kind in WORK:
        assert len(words.say(language, kind["answer"])) <= LONGEST, kind["answer"]
