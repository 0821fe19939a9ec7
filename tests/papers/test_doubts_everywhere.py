"""All papers in all their languages, with every fact of a full case unknown, told by somebody who is not believed, or told
otherwise by somebody who is.
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

import pytest
from msgspec.structs import replace

from core.casework.claims import Claim, SourceKind
from core.papers.dossier import Dossier, Leaf, each_leaf, node_at, unverified_paths, without_unticked
from core.papers.paper_kinds import PaperKind, PaperSubject
from core.values import Moment, Precision, Value, value_from_data, value_to_data
from tests.decisions.claims import claim
from tests.papers.matters import COORDINATOR, DANA, FAMILY, LAWYER, START, frozen, moment
from tests.papers.nations import CASES, PAPERS, of, of_person
from tests.papers.plainly import written

pytestmark = pytest.mark.slow

FULL = (
    *(told for told in CASES["full"] if told.kind != "verification"),
    of_person("protocol", moment(400), LAWYER),
    of_person("treatment", "was hit on the head", LAWYER),
    of_person("injuries", "a bruise", LAWYER),
    of_person("counsel_order", "No 17", LAWYER),
    claim("witnesses", "a seller", LAWYER),
    claim("urgent", ("injured",), LAWYER),
    claim("protocol_seen", "no", LAWYER),
)
KINDS = sorted(
    {told.kind for told in FULL} - {"name", "authorities", "link"}
)  # who they are, and consents: tests of naming
MARK, TIME = "otherwise", START + timedelta(minutes=277)  # 19:37 in Almaty, which nothing else in the case is
CLOCK = "19:37"
STATES = ("unknown", "doubtful", "contradicted")
OF_PERSONS = [kind for kind in PAPERS.kinds.values() if kind.about is PaperSubject.PERSON]


def told_so(kind: str, state: str) -> tuple[Claim, ...]:
    """The full case with what is said of this kind so."""
    own = [told for told in FULL if told.kind == kind]
    others = tuple(told for told in FULL if told.kind != kind)
    if state == "unknown":
        return others
    if state == "doubtful":
        return (*others, *(_by(told, FAMILY, _marked(told)) for told in own))
    return (*FULL, *(_by(told, COORDINATOR, _marked(told)) for told in own))


def _by(told: Claim, who: str, value: Value) -> Claim:
    by = claim(told.kind, value, who, 3)
    return replace(
        told, id=told.id + 5000, source_kind=by.source_kind, source_id=by.source_id, case_id=by.case_id,
        report_id=by.report_id, noted_at=by.noted_at, value=by.value,
    )  # fmt: skip


def _marked(told: Claim) -> Value:
    """Another value, which can be told from all others in a paper."""
    if isinstance(told.value, str) and " " in told.value:
        return f"{MARK} {told.kind}"
    if told.kind in ("started", "delivered", "protocol"):
        return Moment(TIME, Precision.MINUTE, exact=True)
    other = {"criminal": "arrestable", "female": "male", "refused": "shown", "no": "yes"}.get(str(told.value))
    return other or value_from_data(told.value)


@cache
def tree_of(kind: str, state: str, paper: str, language: str) -> tuple[Dossier, dict[str, Claim]]:
    said = told_so(kind, state)
    marks = frozen(*said, now=START + timedelta(days=4))
    known = of(PAPERS.kinds[paper], *said, language=language, marks=marks)
    return known, {f"claim:{told.id}": told for told in said}


def papers() -> Iterator[tuple[PaperKind, str]]:
    for paper in OF_PERSONS:
        for language in paper.languages:
            yield paper, language


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_nobody_believed_has_said_stands_in_a_paper_unless_it_is_ticked(
    kind: str, state: str
) -> None:
    for paper, language in papers():
        known, claims = tree_of(kind, state, paper.id, language)
        printed = without_unticked(known, ())
        for path, leaf in each_leaf(printed):
            assert leaf.origins or not leaf.text, path
            told = [
                claims[origin] for origin in leaf.origins if origin in claims and claims[origin].kind == kind
            ]
            if state == "doubtful" and leaf.text and told:
                of_law = path.endswith((".length", ".article", ".clock"))
                believed = of_law or [each for each in told if each.source_kind is not SourceKind.REPORT]
                assert believed, (path, leaf.text)
        text = written(paper.id, language, printed)
        if state != "contradicted":
            assert CLOCK not in text, (paper.id, language)
            assert MARK not in text, (paper.id, language)
        ticked = written(paper.id, language, without_unticked(known, unverified_paths(known)))
        for each in (text, ticked):
            _both_stand(known, each, kind, state)


def _both_stand(known: Dossier, text: str, kind: str, state: str) -> None:
    """Where sources differ, no paper prints one of them as if it were all that is known."""
    if state == "contradicted" and kind in ("started", "delivered", "protocol") and CLOCK in text:
        began = node_at(known, f"detention.{'began' if kind == 'started' else kind}")
        assert isinstance(began, Leaf)
        assert began.text.count("; ") > 0


@pytest.mark.parametrize("state", ["doubtful", "contradicted"])
@pytest.mark.parametrize("kind", ["started", "regime"])
def test_an_overrun_that_is_ticked_stands_with_its_doubt_in_every_paper(kind: str, state: str) -> None:
    said = 0
    for paper, language in papers():
        known, _ = tree_of(kind, state, paper.id, language)
        unsure = [
            leaf for path, leaf in each_leaf(known)
            if path.startswith(("overrun.due", "overrun.by", "overruns.")) and not leaf.verified
        ]  # fmt: skip
        assert unsure
        text = written(paper.id, language, without_unticked(known, unverified_paths(known)))
        doubt = {"ru": "не подтвержд", "kk": "расталма", "en": "not confirmed"}[language]
        for leaf in unsure:
            if leaf.text in text and any(map(str.isdigit, leaf.text)) and len(leaf.text) > len("48 hours"):
                said += 1
                assert doubt in leaf.text, (paper.id, leaf.text)
    assert said


def test_the_person_is_the_one_of_the_case() -> None:
    assert {told.person_id for told in FULL if told.kind == "started"} == {DANA}
    assert value_to_data(moment(277)) == value_to_data(Moment(TIME, Precision.MINUTE, exact=True))
