"""What holds for a dossier, whatever was said by whomever."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.casework.claim_kinds import KINDS, Certainty, ValueKind
from core.casework.claims import Claim
from core.papers.catalogue import shape_of
from core.papers.dossier import each_leaf, fingerprint
from core.values import (
    Call,
    Consent,
    Contact,
    CountKind,
    Hearing,
    Intervention,
    Moment,
    People,
    Place,
    Precision,
    Proceeding,
    Texts,
)
from tests.decisions.claims import claim
from tests.papers.matters import COORDINATOR, DANA, FAMILY, LAWYER, START, built

pytestmark = pytest.mark.slow

HIDDEN = "Асетбек Придуманов"
SOURCES = [FAMILY, "report 2", LAWYER, COORDINATOR, "paper 7", "bot 0"]
WORDS = st.sampled_from(["", "  ", "{{ x }}", "били Асетбека", "a\nb", "\u202e=cmd()", "x" * 2000])
OPTIONS = st.sampled_from([
    "yes", "no", "unknown", "unseen", "shown", "refused", "criminal", "arrestable", "suspect", "female", "admitted",
    "at_station", "relative", "self", "married", "from_tomorrow",
])  # fmt: skip
MOMENTS = st.builds(
    Moment,
    st.one_of(st.none(), st.integers(-999, 9999).map(lambda minutes: START + timedelta(minutes=minutes))),
    st.sampled_from(Precision),
    st.booleans(),
    WORDS,
)
TIMES = st.integers(0, 5000).map(lambda minutes: START + timedelta(minutes=minutes))
VALUES: dict[ValueKind, st.SearchStrategy[Any]] = {
    ValueKind.CHOICE: OPTIONS,
    ValueKind.FLAGS: st.lists(st.sampled_from(["minor", "journalist", "phone", "unknown", "police"])).map(
        tuple
    ),
    ValueKind.WORDS: WORDS,
    ValueKind.NAME: st.sampled_from(["Дана Выдумова", "Dana Made-Up", " "]),
    ValueKind.PLACE: st.builds(Place, st.sampled_from([None, "almaty", "nowhere"]), text=WORDS),
    ValueKind.PEOPLE: st.builds(
        People, st.just(()), st.one_of(st.none(), st.integers(0, 9)), st.sampled_from(CountKind)
    ),
    ValueKind.MOMENT: MOMENTS,
    ValueKind.CONTACT: st.just(Contact("+77010000000")),
    ValueKind.CONSENT: OPTIONS.map(Consent),
    ValueKind.PROCEEDING: st.builds(Proceeding, OPTIONS, WORDS, WORDS, OPTIONS),
    ValueKind.HEARING: st.builds(
        Hearing, st.just(901), TIMES, st.just(Precision.DAY), WORDS, WORDS, WORDS, OPTIONS, WORDS
    ),
    ValueKind.TEXTS: st.builds(Texts, WORDS, WORDS, WORDS),
    ValueKind.CALL: st.builds(Call, WORDS, WORDS, st.sampled_from(["there", "denied", "later"])),
    ValueKind.INTERVENTION: st.builds(
        Intervention, st.just(910), OPTIONS, WORDS, TIMES, reference=WORDS, reply=OPTIONS
    ),
    ValueKind.TEXTS: st.builds(Texts, WORDS, WORDS, WORDS),
}


@st.composite
def _claims(draw: st.DrawFn) -> Claim:
    kind = draw(st.sampled_from([*KINDS.values()]))
    return claim(
        kind.name,
        draw(VALUES[kind.holds]),
        draw(st.sampled_from(SOURCES)),
        draw(st.integers(0, 60)),
        person_id=draw(st.sampled_from([None, DANA, 12])),
        proceeding_id=draw(st.sampled_from([None, 900])),
        at=draw(st.one_of(st.none(), TIMES)),
        precision=draw(st.sampled_from(Precision)),
        certainty=draw(st.sampled_from(Certainty)),
    )


ASET = claim("name", HIDDEN, FAMILY, person_id=12)


@settings(max_examples=15, deadline=None)
@given(st.lists(_claims(), max_size=12), st.sampled_from(["en", "ru", "kk"]))
def test_it_is_built_its_leaves_have_origins_and_nobody_is_named_who_may_not_be(
    said: list[Claim], language: str
) -> None:
    tree = built(ASET, *said, language=language, person=DANA, hidden=frozenset({12}))
    assert [path for path, _ in each_leaf(tree) if shape_of(path) is None] == []
    told = [(path, one) for path, one in each_leaf(tree) if one.text]
    assert [path for path, one in told if not one.origins] == []
    assert [path for path, one in told if "Асетбек" in one.text] == []
    assert fingerprint(tree) == fingerprint(
        built(*reversed(said), ASET, language=language, person=DANA, hidden=frozenset({12}))
    )
