"""What coordinators alone read with the digest."""

import re

import pytest
from msgspec.structs import replace

from core.digest.channel_text import DigestReader
from core.digest.coordinators_text import coordinators_text
from core.digest.figures import CoordinatorFigures, DigestFigures
from core.model import LANGUAGES, Member
from core.vocabulary import Role
from tests.decisions.people import member
from tests.decisions.test_digest import ALMATY, BUSY, DAY, EMPTY, WORDS


def private(
    on_duty: list[Member], unreachable: list[Member], figures: DigestFigures = BUSY, language: str = "en"
) -> str:
    """What coordinators read."""
    reader = DigestReader(WORDS, language, ALMATY, str.title)
    return coordinators_text(figures, reader, DAY, on_duty=on_duty, unreachable=unreachable)


def test_coordinators_read_few_codes_however_many_cases_there_are() -> None:
    codes = tuple(f"river lamp {n}" for n in range(5_500))
    shown = private([], [], replace(EMPTY, private=CoordinatorFigures(without=codes)))
    assert "earlier ones included: 5,500 (river lamp 0, " in shown
    assert "river lamp 9 and 5,490 more)" in shown


def test_coordinators_read_codes_times_and_who_is_there() -> None:
    on_duty = [
        member(1, name="Aigul", cities=("almaty",), languages=("kk", "ru")),
        member(2, name="Bolat", cities=(), languages=("ru",), role=Role.COORDINATOR),
    ]
    assert private(on_duty, [member(3, name="Dana")]) == (
        "For coordinators only, 18 September 2018\n"
        "\n"
        "Found no lawyer in time: 1 (river lamp 42)\n"
        "Still without a lawyer, earlier ones included: 2 (river lamp 42, apple moon 17); "
        "of these, nobody took in time: 1\n"
        "Surely held longer than the law allows: 1 (maple song 33)\n"
        "Perhaps held longer than the law allows: none\n"
        "Hearings tomorrow: 2 (tulip book 71, tulip book 71)\n"
        "From opening to acceptance: median 4 min, longest 1 h 5 min (3 cases).\n"
        "Lawyers asked: 9. Accepted: 2, accepted but offered again "
        "because nothing followed: 3, declined: 2, no answer in time: 0, unreachable: 0, "
        "not answered yet: 3, no longer needed: 4.\n"
        "Chats that opened many cases: 1 (9, the last of them violin rose 50)\n"
        "\n"
        "On duty tonight: 2\n"
        "· Bolat (coordinator): everywhere; ru\n"
        "· Aigul (lawyer): Almaty; kk, ru\n"
        "Nobody on duty speaks English.\n"
        "\n"
        "Cannot be reached in the messenger (1): Dana"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_night_without_anybody_is_said_to_coordinators(language: str) -> None:
    shown = private([], [], EMPTY, language)
    assert {"en": "nobody", "ru": "никто не дежурит", "kk": "ешкім кезекшілікте емес"}[language] in shown
    assert not re.search(r"[{}$]", shown)
