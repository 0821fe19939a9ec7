"""Which clocks run: from which claim, until which, for whom, and what is not known."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from core.casework.case_view import view_case
from core.casework.claim_kinds import Certainty
from core.casework.claims import NO_TIME, Claim
from core.clocks.clock_rows import AtEnd, ClockLength, ClockRow
from core.clocks.computation import ClockDoubt, LegalClock, legal_clocks
from core.clocks.warning_times import next_look, next_redraw, warns_at
from core.resources.law_files import load_law
from core.values import CountKind, Hearing, Intervention, Moment, People, Precision
from tests.clocks.rows import day, hours, row
from tests.decisions.claims import START, at, claim, moment

ALMATY = ZoneInfo("Asia/Almaty")
ONE = claim("count", People(count=1, kind=CountKind.EXACT))
STARTED = claim("started", moment(0), minutes=30)


def clocks(rows: tuple[ClockRow, ...], *claims: Claim) -> tuple[LegalClock, ...]:
    return legal_clocks(rows, view_case(claims, NO_TIME), ALMATY)


def only(a_row: ClockRow, *claims: Claim) -> LegalClock:
    (clock,) = clocks((a_row,), *claims)
    return clock


def test_the_earliest_start_counts_whoever_names_it() -> None:
    clock = only(row(), STARTED, claim("started", moment(-45), "member 1", 60))
    assert clock.start.at == at(-45)
    assert clock.due == at(-45) + timedelta(hours=3)


def test_a_paper_beats_an_earlier_start_and_a_correction_moves_the_end() -> None:
    on_paper = claim("started", moment(30), "paper 1", 90)
    assert only(row(), STARTED, on_paper).due == at(210)
    corrected = claim("started", moment(-60), "report 1", 120)  # the same source as the first
    assert only(row(), STARTED, corrected).due == at(120)


def test_an_unknown_start_counts_from_the_earliest_claim_and_says_so() -> None:
    of_delivery = row(starts=("started",), else_from=("delivered", "first_said"))
    told = only(of_delivery, claim("situation", "other", minutes=40))
    assert (told.start.at, told.start.kind, told.start.known) == (at(40), "first_said", False)
    brought = only(
        of_delivery, claim("situation", "other", minutes=40), claim("delivered", moment(20), minutes=50)
    )
    assert (brought.start.at, brought.start.kind) == (at(20), "delivered")


def test_without_a_start_and_anything_in_its_place_nothing_runs() -> None:
    assert clocks((row(starts=("ruling_copy",)),), STARTED) == ()


def test_of_a_day_only_its_end_is_sure_and_never_later_than_we_heard_of_it() -> None:
    days = claim("started", Moment(START - timedelta(hours=36), Precision.DAY), minutes=0)
    assert only(row(else_from=("first_said",)), days).start.at == START - timedelta(hours=12)
    today = claim("started", Moment(START - timedelta(hours=12), Precision.DAY), minutes=0)
    assert only(row(else_from=("first_said",)), today).start.at == START


def test_a_release_that_a_member_names_stops_it_and_a_reporters_does_not() -> None:
    by_report = claim("released_at", moment(60), "report 1", 70)
    assert only(row(), STARTED, by_report).stop is None  # the phone may be in other hands
    stopped = only(row(), STARTED, by_report, claim("released_at", moment(200), "member 1", 210))
    assert stopped.stop is not None
    assert stopped.stop.at == at(200)
    assert stopped.over(at(999)) == timedelta(minutes=20)


def test_a_release_before_the_detention_is_marked_and_the_clock_runs_on() -> None:
    clock = only(row(), STARTED, claim("released_at", moment(-60), "member 1", 70))
    assert clock.stop is None
    assert clock.backwards is not None
    assert clock.backwards.at == at(-60)
    assert clock.over(at(240)) == timedelta(hours=1)


def test_it_stops_only_by_what_its_row_names() -> None:
    taken = claim("transferred", moment(60), "member 1", 60)
    charged = claim("charged", moment(70), "member 1", 70)
    court = claim("in_court", moment(80), "member 1", 80)
    assert only(row(), STARTED, taken, charged, court).stop is None
    for kind, said in (("transferred", taken), ("charged", charged), ("in_court", court)):
        stop = only(row(stops=frozenset({kind})), STARTED, taken, charged, court).stop
        assert stop is not None
        assert stop.claim == said


def test_while_the_regime_is_not_known_all_that_may_hold_runs_and_says_so() -> None:
    by_regime = row(lengths=(hours(3, "administrative"), hours(24, "arrestable"), hours(48, "criminal")))
    found = clocks((by_regime,), STARTED)
    assert [clock.length.text for clock in found if clock.length] == ["3h", "24h", "48h"]
    assert all(clock.doubts == {ClockDoubt.REGIME} for clock in found)
    known = only(by_regime, STARTED, claim("regime", "arrestable", "member 1"))
    assert known.due == at(0) + timedelta(hours=24)
    assert known.doubts == frozenset()


AGED = row(lengths=(hours(48, minor=False), hours(24, minor=True)))


def test_while_the_age_is_not_known_a_minors_term_may_hold_and_does_not_lead() -> None:
    adults, minors = clocks((AGED,), STARTED)
    assert minors.length == hours(24, minor=True)
    assert minors.doubts == {ClockDoubt.AGE}
    assert adults.doubts == frozenset()  # an adult's term is over for everybody


COURT = row(
    starts=("complaint_answered",),
    stops=("court_complaint_filed",),
    lengths=(ClockLength(15, "days"),),
    at_end=AtEnd.TERM,
)


def sent(sort: str, number: int = 900, minutes: float = 60, **more: Any) -> Claim:
    what = Intervention(number, sort, "made-up prosecutor", START, **more)
    return claim("intervention", what, "member 1", minutes, id=number + int(minutes), person_id=11)


def test_the_term_for_the_court_runs_from_the_answer_the_refusal_or_the_silence_after_a_complaint() -> None:
    refused: dict[str, Any] = {"reply": "refused", "replied_at": at(2000), "reply_precision": Precision.DAY}
    assert only(COURT, sent("complaint"), sent("complaint", minutes=2900, **refused)).due == at(
        2000
    ) + timedelta(days=15)
    assert only(COURT, sent("complaint", minutes=3000, reply="none")).start.at == at(3000)
    assert only(COURT, sent("complaint", minutes=70, unregistered=True)).start.kind == "complaint_answered"
    for nothing in (sent("complaint"), sent("motion", minutes=90, **refused), sent("complaint", reply="granted"),
                    sent("complaint", withdrawn=True, **refused)):  # fmt: skip
        assert clocks((COURT,), nothing) == ()
    told = only(COURT, sent("complaint", minutes=90, **refused), sent("judge_complaint", 950, 4000))
    assert told.stop is None  # it went before the answer came
    later = Intervention(960, "judge_complaint", "court", at(5000))
    gone = claim("intervention", later, "member 1", 5100, id=6000)
    stopped = only(COURT, sent("complaint", minutes=90, **refused), gone)
    assert (stopped.stop.at, stopped.stop.kind) == (at(5000), "court_complaint_filed")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("said", "term"),
    [
        (claim("urgent", ("minor",)), "24h"),
        (claim("born", "12 May 2003"), "24h"),
        (claim("born", "1980, in Almaty"), "48h"),
    ],
)
def test_the_flag_or_a_year_of_birth_tells_the_age(said: Claim, term: str) -> None:
    clock = only(AGED, STARTED, ONE, said)
    assert clock.length is not None
    assert clock.length.text == term
    assert clock.doubts == frozenset()


def test_in_the_year_of_the_eighteenth_birthday_the_age_is_not_known() -> None:
    assert len(clocks((AGED,), STARTED, ONE, claim("born", "2000"))) == 2


def test_a_minor_among_several_leaves_the_others_ages_open() -> None:
    three = claim("count", People(count=3, kind=CountKind.EXACT))
    assert len(clocks((AGED,), STARTED, three, claim("urgent", ("minor",)))) == 2


def test_a_minor_of_whom_it_is_known_has_a_clock_of_their_own() -> None:
    two = claim("count", People(count=2, kind=CountKind.EXACT))
    names = claim("name", "Dana", person_id=11), claim("name", "Erlan", person_id=12)
    found = clocks((AGED,), STARTED, two, *names, claim("born", "2003", person_id=11))
    assert {(clock.person, clock.length.text) for clock in found if clock.length} == {
        (11, "24h"),
        (None, "24h"),
        (None, "48h"),
    }


def test_who_is_released_alone_stops_their_own_clock_only() -> None:
    two = claim("count", People(count=2, kind=CountKind.EXACT))
    names = claim("name", "Dana", person_id=11), claim("name", "Erlan", person_id=12)
    out = claim("released_at", moment(60), "member 1", 60, person_id=11)
    stops = {clock.person: clock.stop for clock in clocks((row(),), STARTED, two, *names, out)}
    assert stops[None] is None
    assert stops[11] is not None
    assert stops[11].at == at(60)


def test_a_row_that_was_not_the_law_on_that_day_is_not_used() -> None:
    old = row("old", valid_to=day("2018-09-16"))
    new = row("new", valid_from=day("2018-09-18"))
    assert clocks((old, new), STARTED) == ()
    of_the_day = row(valid_from=day("2018-09-17"), valid_to=day("2018-09-17"))
    assert len(clocks((of_the_day,), STARTED)) == 1
    # 23:59 of Almaty is still the day, though it is 17:59 of UTC; a minute later it is not.
    for minute, held in ((359, 1), (360, 0)):
        late = claim("started", moment(minute), minutes=400)
        assert len(clocks((of_the_day,), late)) == held


def test_a_row_without_a_number_counts_and_never_alarms() -> None:
    clock = only(row(lengths=()), STARTED)
    assert clock.due is None
    assert clock.over(at(99_999)) == timedelta()
    assert next_look([clock], at(99_999)) is None
    assert warns_at(clock) is None


def test_a_home_blockade_counts_its_hours_and_no_clock_is_invented() -> None:
    found = clocks(load_law("kz"), STARTED, claim("situation", "blocked"))
    assert [(clock.row.id, clock.due) for clock in found] == [("no-clock-known", None)]


def test_a_blockade_that_was_only_read_from_words_silences_no_clock() -> None:
    read = claim("situation", "blocked", certainty=Certainty.UNDERSTOOD)
    rows = (
        row(situations=frozenset({"me", "other"})),
        row("counts", situations=frozenset({"blocked"}), lengths=()),
    )
    found = clocks(rows, STARTED, read)
    assert [(clock.row.id, clock.due) for clock in found] == [("made-up", at(180)), ("counts", None)]
    assert found[0].doubts == {ClockDoubt.REGIME}
    (coded,) = clocks(rows, STARTED, read, claim("act", "home_blockade", "member 1"))
    assert coded.row.id == "counts"


def test_a_start_that_was_only_read_from_words_is_doubtful_until_a_member_confirms_it() -> None:
    read = claim("started", moment(0), certainty=Certainty.UNDERSTOOD)
    assert only(row(), read).doubts == {ClockDoubt.START}
    assert only(row(), STARTED).doubts == frozenset()
    confirmed = claim("verification", "confirmed", "member 1", 60)
    assert only(row(), read, confirmed).doubts == frozenset()
    named = claim("started", moment(20), "member 1", 60)
    earlier, said = clocks((row(),), read, named)
    assert (said.start.at, said.doubts) == (at(20), frozenset())
    assert (earlier.start.at, earlier.is_perhaps) == (at(0), True)
    assert earlier.doubts == {ClockDoubt.START}
    before = claim("started", moment(-20), "member 1", 60)
    assert only(row(), read, before).start.at == at(-20)  # what comes later warns of nothing
    assert only(row(), read, named, confirmed).start.at == at(20)


def test_a_hearing_that_a_member_tells_ends_the_hours_of_the_police_and_no_other() -> None:
    police = row(stops=frozenset({"ruling"}))

    def hearing(minutes: int, by: str = "member 1", **more: Any) -> Claim:
        held = Hearing(7, at(minutes), Precision.MINUTE, **more)
        return replace(claim("hearing", held, by, 30), proceeding_id=5)

    ended = only(police, STARTED, hearing(120))
    assert ended.stop is not None
    assert (ended.stop.at, ended.is_over(at(999))) == (at(120), False)
    assert only(row(stops=frozenset({"released_at"})), STARTED, hearing(120)).stop is None
    assert only(police, STARTED, hearing(120, "report 1")).stop is None
    assert only(police, STARTED, hearing(120, off=True)).stop is None
    late = (police,), view_case([STARTED, hearing(240)], NO_TIME), ALMATY
    (running,), (been,) = legal_clocks(*late, at(200)), legal_clocks(*late, at(300))
    assert running.stop is None
    assert been.over(at(999)) == timedelta(hours=1)


def test_a_guess_starts_no_clock() -> None:
    guessed = claim("started", moment(0), certainty=Certainty.GUESSED)
    assert clocks((row(),), guessed) == ()


def test_what_is_over_when_it_is_told_and_what_nobody_is_held_by_has_no_clock() -> None:
    for said in (claim("situation", "over"), claim("situation", "trial"), claim("situation", "saw")):
        assert clocks(load_law("kz"), STARTED, said) == ()
    other = claim("situation", "other")
    assert clocks(load_law("kz"), STARTED, other, claim("ongoing", "no", "member 1")) == ()


def test_a_case_that_was_closed_has_none_that_runs_and_a_false_alarm_none_at_all() -> None:
    closed = only(row(), STARTED, claim("outcome", "released", "member 1", 60))
    assert closed.stop is not None
    assert clocks((row(),), STARTED, claim("outcome", "false_alarm", "member 1", 60)) == ()


def test_the_terms_of_an_appeal_run_from_their_own_papers_whether_anybody_is_held_or_not() -> None:
    copy = claim("ruling_copy", moment(0), "member 1")
    (clock,) = clocks(
        load_law("kz"), copy, claim("situation", "trial"), claim("regime", "administrative", "member 1")
    )
    assert (clock.row.id, clock.due) == ("administrative-appeal", at(0) + timedelta(days=10))


def test_months_end_on_the_same_day_of_the_calendar_or_the_last_one() -> None:
    two = ClockLength(2, "months")
    assert two.after(START, ALMATY) == START.replace(month=11)
    last = START.replace(month=12, day=31)
    assert two.after(last, ALMATY) == START.replace(year=2019, month=2, day=28)


def test_it_warns_when_a_quarter_is_left_and_at_most_an_hour_before() -> None:
    (three, day_long) = clocks((row("a"), row("b", lengths=(hours(24),))), STARTED)
    assert (warns_at(three), warns_at(day_long)) == (at(135), at(23 * 60))
    term = only(row(at_end=AtEnd.TERM, lengths=(ClockLength(10, "days"),)), STARTED)
    assert warns_at(term) == at(9 * 24 * 60)
    assert warns_at(only(row(at_end=AtEnd.ASK), STARTED)) is None


def test_it_is_looked_at_when_it_warns_and_at_once_if_that_has_passed() -> None:
    found = clocks((row(),), STARTED)
    assert next_look(found, at(10)) == at(135)
    assert next_look(found, at(136)) == at(136)
    ended = clocks((row(),), STARTED, claim("released_at", moment(200), "member 1", 210))
    assert next_look(ended, at(210)) == at(210)  # an overrun is to be frozen
    in_time = clocks((row(),), STARTED, claim("released_at", moment(100), "member 1", 210))
    assert next_look(in_time, at(210)) is None


def test_its_card_is_drawn_the_more_often_the_nearer_the_end_is() -> None:
    found = clocks((row(lengths=(hours(24),)),), STARTED)
    assert next_redraw(found, at(1)) == at(61)
    assert next_redraw(found, at(22 * 60)) == at(22 * 60 + 20)
    assert next_redraw(found, at(24 * 60 + 5)) == at(24 * 60 + 15)
    assert next_redraw(found, at(49 * 60)) == at(53 * 60 + 10)  # over for more than a day: every few hours
