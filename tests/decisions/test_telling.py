"""What may be said to somebody who told of a case: every text that is news to them has a row, and a row that fits it."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from core.casework.claim_kinds import RANG_BACK, RELIABILITY, Certainty
from core.casework.claims import Claim, SourceKind
from core.casework.telling import TEXTS, Holds, is_verified, may_be_told
from core.casework.transitions import TRANSITIONS
from core.model import LANGUAGES
from handlers.casework.lifecycle import NEWS_OF_THE_WAY
from handlers.linking.case_links import NEWS
from handlers.outbox.news import STATES
from tests.project.tree import ROOT

AT = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)
OF_OTHERS = ("$place", "$station", "$where", "$time", "$when", "$court")
READ_ALREADY = frozenset({"news-found-not"})  # goes only to those who have read what it takes back


def told_in_code() -> Iterator[str]:
    """The keys that ``news.tell`` and ``tell_one`` are called with."""
    for file in sorted((ROOT / "handlers").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("news.tell", "news.tell_one"):
                yield from (
                    str(part.value)
                    for part in node.args
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


def claim(kind: str, value: str, *, minutes: int = 0, withdrawn: bool = False) -> Claim:
    at = AT + timedelta(minutes=minutes)
    return Claim(
        minutes + 1,
        None,
        7,
        kind,
        value,
        SourceKind.MEMBER,
        3,
        at,
        Certainty.SAID,
        withdrawn_at=at if withdrawn else None,
    )


def test_every_news_to_a_reporter_has_a_row() -> None:
    changes = {change.news for change in TRANSITIONS.values() if change.news}
    told = {*told_in_code(), *changes, *NEWS.values(), *NEWS_OF_THE_WAY.values(), *STATES.values()}
    assert len(told) > 8
    assert told - set(TEXTS) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_with_a_place_or_an_hour_is_never_how_far_the_case_is(language: str) -> None:
    texts = texts_of(language)
    for key, holds in TEXTS.items():
        if any(value in texts[key] for value in OF_OTHERS) and key not in READ_ALREADY:
            assert holds is not Holds.STATE, key
        if holds is Holds.OTHERS:
            assert may_be_told(key, [claim(RELIABILITY, "likely")])
            assert not may_be_told(key, [])


def texts_of(language: str) -> dict[str, str]:
    """The source of each text, with its variants."""
    found: dict[str, str] = {}
    key = ""
    for file in sorted((ROOT / "core/words" / language).glob("*.ftl")):
        for line in file.read_text("utf-8").splitlines():
            if line[:1].isalpha():
                key = line.partition(" =")[0]
            found[key] = found.get(key, "") + line.replace(" ", "")
    return found


def test_what_a_member_says_last_of_a_source_counts() -> None:
    assert not is_verified([])
    assert is_verified([claim(RELIABILITY, "highly")])
    assert is_verified([claim(RANG_BACK, "confirms")])
    assert not is_verified([claim(RANG_BACK, "confirms"), claim(RANG_BACK, "denies", minutes=1)])
    assert not is_verified([claim(RELIABILITY, "likely"), claim(RELIABILITY, "not_at_all", minutes=1)])
    assert not is_verified([claim(RELIABILITY, "likely", withdrawn=True)])


def test_a_doubt_of_either_kind_takes_it_away() -> None:
    assert not is_verified([claim(RELIABILITY, "highly"), claim(RANG_BACK, "denies", minutes=1)])
    assert not is_verified([claim(RANG_BACK, "confirms"), claim(RELIABILITY, "likely_not", minutes=1)])
    assert is_verified([claim(RANG_BACK, "confirms"), claim(RELIABILITY, "unsure", minutes=1)])


def test_an_unknown_text_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        may_be_told("news-invented", [])
