"""Kinds of questions with several wordings a language (more_questions.toml), and what each is heard as."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs

from core.conversation.everyday import EVERYDAY
from core.forgetting.retention_terms import MONTH
from core.model import LANGUAGES
from core.resources.word_files import load_heard, load_words
from core.understanding import understand_intent
from core.understanding.language import heard_sentence
from core.understanding.plain import readable
from core.understanding.questions import topic_of
from tests.casework.reporting.test_kinds_of_questions import TERMS, answer_to
from tests.casework.reporting.test_questions_in_any_state import in_standing
from tests.casework.story_desk import Desk

KINDS = tomllib.loads(Path(__file__).with_name("more_questions.toml").read_text("utf-8"))
HEARD = load_heard()
SENTENCES = [
    pytest.param(topic, text, id=f"{topic}-{language}-{n}")
    for topic, languages in KINDS.items()
    for language, texts in languages.items()
    for n, text in enumerate(texts)
]


@pytest.mark.parametrize(("topic", "text"), SENTENCES)
def test_each_wording_is_heard_as_what_it_asks(topic: str, text: str) -> None:
    assert topic in EVERYDAY
    said = heard_sentence(readable(text), HEARD)
    assert (understand_intent(text, HEARD) or topic_of(said, HEARD)) == topic


YES_OR_NO = ("Yes", "No", "Да", "Нет", "Иә", "Жоқ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", sorted(EVERYDAY))
def test_no_answer_says_yes_or_no_since_it_may_be_asked_the_other_way_round(
    topic: str, language: str
) -> None:
    args: dict[str, str | int] = {"organisation": "Test Bureau", **TERMS}
    said = load_words().say(language, f"everyday-{topic}", **args)
    assert re.split(r"[ ,.]", said)[0] not in YES_OR_NO


ROBOT = {"en": "is this a bot or a human?", "ru": "это бот или человек?", "kk": "бұл бот па, адам ба?"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_asks_whether_people_are_here_hears_how_the_case_stands_too(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    rita = await in_standing(desk, language, "taken", done=True)
    said = await answer_to(desk, rita, ROBOT[language])
    assert say(language, "everyday-robot") in said
    assert say(language, "stands-accepted", stage="none", time="12:02") in said


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_long_words_are_kept_is_told_from_the_terms_that_are_set(desk: Desk, language: str) -> None:
    kept = structs.replace(desk.service.retention, others=7 * MONTH, drafts=timedelta(hours=31))
    desk.service = structs.replace(desk.service, retention=kept)
    rita = await in_standing(desk, language, "before", done=True)
    await rita.writes(KINDS["kept"][language][0])
    terms = {**TERMS, "others": 7, "drafts": 31}
    rita.sees(desk.service.words.say(language, "everyday-kept", **terms))
