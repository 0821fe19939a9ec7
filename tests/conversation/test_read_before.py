"""Words that were understood before the form got them are not understood again, unless the form knows another zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from core.conversation.context import TextRead
from core.conversation.events import Said
from core.conversation.forms import FormState
from core.conversation.input import understand_input
from core.conversation.typed_shortcuts import TypedControl
from core.incoming import Incoming, IncomingKind
from core.model import LANGUAGES
from core.understanding import Understood
from core.understanding import understand as read_words
from handlers.forms.report_form import FORM
from tests.conversation.person import SETTING

NOW = datetime(2018, 9, 18, 12, tzinfo=UTC)
TEXT = "задержали брата в Алматы"
BEFORE = TextRead(TEXT, SETTING.zone, Understood(situation="missing"))


def situation(read: TextRead | None) -> object:
    incoming = Incoming("telegram", IncomingKind.MESSAGE, "7", "7", "private", text=TEXT)
    event = understand_input(incoming, FORM, FormState(), SETTING, now=NOW, language="ru", read=read)
    assert isinstance(event, Said)
    return event.values["situation"]


def test_what_was_read_before_is_taken() -> None:
    assert situation(BEFORE) == "missing"


def test_another_text_or_another_zone_is_read_anew() -> None:
    assert situation(None) == "other"
    assert situation(replace(BEFORE, text="в Алматы")) == "other"
    assert situation(replace(BEFORE, zone=ZoneInfo("Europe/Moscow"))) == "other"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", TypedControl)
def test_control_words_tell_nothing_that_depends_on_when_they_were_typed(
    which: TypedControl, language: str
) -> None:
    known = (SETTING.heard, SETTING.names)
    for typed in SETTING.words.say(language, f"typed-{which}").split(","):
        for text in (typed.strip(), typed.strip().upper(), f"{typed.strip()}!"):
            told = read_words(
                text,
                *known,
                now=NOW,
                zone=SETTING.zone,
                gazetteer=SETTING.gazetteer,
                evidence=SETTING.evidence,
            )
            assert replace(told, intent=None, language=None) == Understood(), text
