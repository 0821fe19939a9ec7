"""What is true of a case when several say different things: rule by rule, on toy kinds."""

from typing import Any

import pytest
from msgspec.structs import replace

from core.casework.case_columns import case_priority
from core.casework.case_view import CaseView
from core.casework.case_view import view_case as _describe
from core.casework.claim_kinds import KINDS, Certainty, read_value
from core.casework.claims import Claim, ReportLink, SourceKind, linked_reports
from core.casework.linking import case_feed, claims_of_case
from core.values import CountKind, Moment, People, Precision
from tests.decisions.claims import LATE, TOYS, at, claim, moment


def describe(*claims: Claim, **more: Any) -> CaseView:
    return _describe(claims, more.pop("as_of", LATE), kinds=TOYS, **more)


def test_a_source_corrects_itself_and_what_it_said_before_stays_in_the_history() -> None:
    view = describe(claim("newest", "no", minutes=1), claim("newest", "yes", minutes=2))
    assert view.value("newest") == "yes"
    assert [fact.value for fact in view.history("newest")] == ["no", "yes"]
    fact = view.fact("newest")
    assert fact is not None
    assert fact.others == ()


def test_a_member_is_surer_than_a_reporter_who_speaks_later_and_both_are_shown() -> None:
    view = describe(claim("surest", "lawyer's", "member 7", 1), claim("surest", "sister's", "report 1", 2))
    fact = view.fact("surest")
    assert fact is not None
    assert (fact.value, fact.source) == ("lawyer's", (SourceKind.MEMBER, 7))
    assert [(other.value, other.source) for other in fact.others] == [("sister's", (SourceKind.REPORT, 1))]


def test_a_paper_is_surer_than_a_member_and_words_said_surer_than_words_guessed() -> None:
    assert (
        describe(claim("surest", "a", "paper 1", 1), claim("surest", "b", "member 1", 2)).value("surest")
        == "a"
    )
    said = claim("surest", "said", "report 1", 1)
    guessed = claim("surest", "guessed", "report 2", 2, certainty=Certainty.GUESSED)
    assert describe(said, guessed).value("surest") == "said"


def test_a_source_that_was_found_reliable_is_surer_than_any_other() -> None:
    claims = claim("surest", "reporter's", "report 1", 1), claim("surest", "member's", "member 2", 2)
    assert describe(*claims, reliability={(SourceKind.REPORT, 1): 3}).value("surest") == "reporter's"
    assert describe(*claims, reliability={(SourceKind.REPORT, 1): -1}).value("surest") == "member's"


def test_the_earliest_moment_starts_a_clock_whoever_says_it_later() -> None:
    claims = [claim("earliest", moment(50), "member 2", 1), claim("earliest", moment(20), "report 1", 2)]
    fact = describe(*claims).fact("earliest")
    assert fact is not None
    assert (fact.time, fact.source) == (at(20), (SourceKind.REPORT, 1))


def test_a_paper_says_when_a_clock_started_even_if_it_is_later() -> None:
    claims = [claim("earliest", moment(20), "report 1", 1), claim("earliest", moment(70), "paper 3", 2)]
    assert describe(*claims).value("earliest") == moment(70)


def test_a_moment_that_nobody_could_read_is_later_than_one_that_is_known() -> None:
    unread = claim("earliest", Moment(words="when the tram came"), "report 1", 1)
    assert describe(unread).value("earliest") is not None
    assert describe(unread, claim("earliest", moment(20), "report 2", 2)).value("earliest") == moment(20)


def test_flags_of_all_sources_are_put_together_and_each_source_can_correct_its_own() -> None:
    first = claim("union", ("minor", "injured"), "report 1", 1)
    second = claim("union", ("injured", "alone"), "report 2", 2)
    assert describe(first, second).value("union") == ("minor", "injured", "alone")
    assert describe(first, second, claim("union", (), "report 1", 3)).value("union") == ("injured", "alone")


def test_anybodys_no_counts_until_a_member_decides_and_a_later_no_counts_again() -> None:
    yes, no = claim("strictest", "yes", "report 1", 2), claim("strictest", "no", "report 2", 1)
    assert describe(yes, no).value("strictest") == "no"
    decided = claim("strictest", "yes", "member 9", 3)
    assert describe(yes, no, decided).value("strictest") == "yes"
    assert describe(yes, no, decided, claim("strictest", "no", "report 1", 4)).value("strictest") == "no"


def test_a_history_keeps_every_line_and_is_told_in_the_order_in_which_it_happened() -> None:
    view = describe(
        claim("timed", "delivered", "report 1", 10, at=at(5)),
        claim("timed", "taken", "report 1", 12, at=at(2), precision=Precision.HOUR),
        claim("timed", "moved", "member 2", 11, at=at(8)),
    )
    assert [fact.value for fact in view.history("timed")] == ["taken", "delivered", "moved"]
    assert view.value("timed") == "moved"


def test_what_only_a_member_can_say_is_a_mark_when_a_reporter_says_it_until_a_member_answers() -> None:
    said = claim("member", "yes", "report 1", 1)
    assert describe(said).value("member") is None
    assert [fact.value for fact in describe(said).marks["member"]] == ["yes"]
    answered = describe(said, claim("member", "no", "member 2", 2))
    assert (answered.value("member"), answered.marks) == ("no", {})
    again = describe(said, claim("member", "no", "member 2", 2), claim("member", "yes", "report 1", 3))
    assert (again.value("member"), list(again.marks)) == ("no", ["member"])


def test_a_reporters_word_that_would_quieten_counts_only_before_lawyers_are_wanted() -> None:
    before = claim("quiet", "no", "report 1", 1)
    wanted = claim("alarm", "yes", "bot", 2)
    assert describe(before, wanted).value("quiet") == "no"
    after = describe(claim("quiet", "yes", "report 1", 1), wanted, claim("quiet", "no", "report 1", 3))
    assert (after.value("quiet"), [fact.value for fact in after.marks["quiet"]]) == ("yes", ["no"])
    only = describe(wanted, claim("quiet", "no", "report 1", 3))
    assert (only.value("quiet"), list(only.marks)) == (None, ["quiet"])
    by_member = describe(wanted, claim("quiet", "no", "report 1", 3), claim("quiet", "no", "member 2", 4))
    assert (by_member.value("quiet"), by_member.marks) == ("no", {})


def test_persons_are_kept_apart_by_who_they_are_and_have_all_spellings() -> None:
    view = describe(
        claim("name", "Динара Выдуманная", "report 1", 1, person_id=11),
        claim("name", "Dinara Vydumannaya", "member 2", 2, person_id=11),
        claim("name", "Ерлан Придуманный", "report 1", 1, person_id=12),
        claim("newest", "minor", "report 1", 1, person_id=12),
    )
    first, second = view.persons
    assert (first.id, first.names) == (11, ("Динара Выдуманная", "Dinara Vydumannaya"))
    assert second.facts["newest"].value == "minor"
    assert view.people.names == ("Dinara Vydumannaya", "Ерлан Придуманный")
    assert view.value("newest") is None  # what is said of a person is not said of the case


def test_a_person_of_whom_everything_was_taken_back_is_nobody() -> None:
    gone = claim("name", "Ерлан Придуманный", minutes=1, person_id=12, withdrawn_at=at(5))
    assert describe(gone, as_of=at(4)).people.identified == 1
    assert describe(gone, as_of=at(5)).persons == ()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("weather", "rain"),  # a kind of a newer version
        ("newest", ["a", "b"]),  # another sort of value
        ("earliest", None),
        ("surest", 7),
        ("surest", {"is": "Orbit", "height": 3}),
    ],
)
def test_what_this_version_does_not_understand_is_kept_and_breaks_nothing(kind: str, value: Any) -> None:
    strange = replace(claim(kind, "x", minutes=3), value=value)
    view = describe(claim("newest", "yes", minutes=1), strange)
    assert view.value("newest") == "yes"
    assert view.not_understood == (strange,)


def test_a_link_that_moves_takes_along_what_its_report_says_and_undoing_is_exact() -> None:
    said = [claim("newest", "yes", "report 1", 1), claim("newest", "own", "member 2", 1)]
    first = ReportLink(1, 1, 1, 0, at(0), "opened", ended_at=at(10))
    moved = ReportLink(2, 1, 5, 9, at(10), "same", 0.9, ended_at=at(20))
    back = ReportLink(3, 1, 1, 9, at(20), "undone")
    links = [first, moved, back]
    assert [linked_reports(links, 1, at(minutes)) for minutes in (5, 10, 15, 20)] == [{1}, set(), set(), {1}]
    assert linked_reports(links, 5, at(15)) == {1}
    told = [claims_of_case(said, 1, case_feed(links, 1, at(minutes))) for minutes in (5, 15, 25)]
    assert told == [said, said[1:], said]


def test_every_kind_reads_what_a_claim_of_it_holds() -> None:
    assert read_value(
        KINDS["count"], {"is": "People", "names": [], "count": 2, "kind": "exact", "withheld": False}
    ) == People(count=2, kind=CountKind.EXACT)
    assert (
        read_value(
            KINDS["count"], {"is": "People", "names": [], "count": 2, "kind": "nearly", "withheld": False}
        )
        is None
    )


def test_what_is_said_of_one_person_goes_before_what_is_said_of_the_whole_case() -> None:
    view = describe(
        claim("name", "Динара Выдуманная", minutes=1, person_id=11),
        claim("name", "Ерлан Придуманный", minutes=1, person_id=12),
        claim("earliest", moment(20), minutes=2),
        claim("earliest", moment(50), minutes=3, person_id=12),
    )
    assert [fact.time if (fact := view.of(who, "earliest")) else None for who in (None, 11, 12, 99)] == [
        at(20),
        at(20),
        at(50),
        at(20),
    ]
    assert view.of(11, "surest") is None


def test_where_nobody_speaks_of_the_whole_case_the_first_of_its_persons_counts() -> None:
    view = describe(
        claim("earliest", moment(50), minutes=1, person_id=11),
        claim("earliest", moment(40), minutes=2, person_id=12),
    )
    first = view.earliest("earliest")
    assert first is not None
    assert first.time == at(40)
    assert view.fact("earliest") is None
    assert describe().earliest("earliest") is None


SEVERAL = People(count=8, kind=CountKind.EXACT)
GUESSES = (("count", SEVERAL), ("started", moment(5)), ("urgent", ("injured",)))


@pytest.mark.parametrize(("kind", "value"), GUESSES)
def test_a_guess_stands_beside_the_facts_and_never_in_place_of_one(kind: str, value: Any) -> None:
    guess = claim(kind, value, "report 1", 2, certainty=Certainty.GUESSED)
    alone = _describe([guess], LATE)
    assert alone.fact(kind) is None
    assert alone.history(kind) == ()
    assert [fact.value for fact in alone.guesses[kind]] == [value]
    assert alone.people == People()
    known = claim(kind, read_value(KINDS[kind], guess.value), "report 1", 1)
    both = _describe([known, guess], LATE)
    fact = both.fact(kind)
    assert fact is not None
    assert fact.claim.certainty is Certainty.SAID
    assert len(both.guesses[kind]) == 1


def test_an_urgent_guess_makes_a_case_urgent() -> None:
    guess = claim("urgent", ("injured",), certainty=Certainty.GUESSED)
    assert case_priority(_describe([guess], LATE)) == "urgent"
