"""Who permits what: only who is held or the family, the strictest among them, and a coordinator where they differ."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from core.casework.case_view import view_case
from core.casework.claims import NO_TIME, Claim, Json, SourceKind
from core.casework.consents import is_allowed_by_family, is_disputed, is_permitted
from core.values import Consent, value_to_data
from core.vocabulary import FAMILY, OF_NAMES, ConsentUse
from handlers.forms.report_form import LINKS

NOON = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)
CASE, SISTER, OTHER, COORDINATOR, DANA, TIMUR = 1, 10, 11, 20, 30, 31


class Told:
    """What is claimed, each a minute after the one before."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []

    def _put(self, kind: str, value: Json, source: SourceKind, id: int, person: int | None = None) -> "Told":
        number = len(self.claims) + 1
        case, report = (None, id) if source is SourceKind.REPORT else (CASE, None)
        at = NOON + timedelta(minutes=number)
        self.claims.append(Claim(number, case, report, kind, value, source, id, at, person_id=person))
        return self

    def who(self, report: int, link: str) -> "Told":
        return self._put("link", link, SourceKind.REPORT, report)

    def names(self, report: int, person: int) -> "Told":
        return self._put("name", "Made-Up", SourceKind.REPORT, report, person)

    def says(self, report: int, answer: str, use: ConsentUse = ConsentUse.PUBLICATION) -> "Told":
        return self._put(use, value_to_data(Consent(answer, 1, "ru")), SourceKind.REPORT, report)

    def decides(self, answer: str, use: ConsentUse = ConsentUse.PUBLICATION) -> "Told":
        return self._put(use, value_to_data(Consent(answer)), SourceKind.MEMBER, COORDINATOR)

    def promises(self, answer: str = "yes", person: int | None = None, by: int = COORDINATOR + 1) -> "Told":
        return self._put("undertaking", answer, SourceKind.MEMBER, by, person)

    def frees(self, decided: str = "free") -> "Told":
        return self._put("undertaking_decided", decided, SourceKind.MEMBER, COORDINATOR)

    def permits(self, use: ConsentUse = ConsentUse.PUBLICATION, whom: int = DANA) -> bool:
        return is_permitted(view_case(self.claims, NO_TIME), use, whom)

    @property
    def disputed(self) -> bool:
        return is_disputed(view_case(self.claims, NO_TIME), ConsentUse.PUBLICATION)


def sister() -> Told:
    """A relative who has named one person."""
    return Told().who(SISTER, "relative").names(SISTER, DANA)


@pytest.mark.parametrize("use", OF_NAMES)
def test_what_nobody_has_allowed_is_forbidden(use: ConsentUse) -> None:
    assert not sister().permits(use)
    assert sister().says(SISTER, "yes", use).permits(use)
    others = [other for other in ConsentUse if other is not use]
    assert not any(sister().says(SISTER, "yes", use).permits(other) for other in others)


@pytest.mark.parametrize("link", LINKS)
def test_only_who_is_held_and_the_family_permit(link: str) -> None:
    assert Told().who(SISTER, link).names(SISTER, DANA).says(SISTER, "yes").permits() == (link in FAMILY)


def test_somebody_who_does_not_say_who_they_are_permits_nothing() -> None:
    assert not Told().names(SISTER, DANA).says(SISTER, "yes").permits()


def test_a_relative_who_turns_out_to_be_a_witness_permits_nothing_any_more() -> None:
    assert not sister().says(SISTER, "yes").who(SISTER, "witness").permits()


def test_a_bystander_forbids_nothing() -> None:
    told = sister().says(SISTER, "yes").who(OTHER, "witness").says(OTHER, "no")
    assert (told.permits(), told.disputed) == (True, False)


def test_the_last_answer_of_one_source_counts() -> None:
    assert not sister().says(SISTER, "yes").says(SISTER, "no").permits()
    assert sister().says(SISTER, "no").says(SISTER, "yes").permits()


def test_the_strictest_of_the_family_wins_until_a_coordinator_decides() -> None:
    told = sister().who(OTHER, "self").says(OTHER, "no").says(SISTER, "yes")
    assert (told.permits(), told.disputed) == (False, True)
    told.decides("yes")
    assert (told.permits(), told.disputed) == (True, False)
    told.says(OTHER, "yes").says(OTHER, "no")
    assert (told.permits(), told.disputed) == (False, True)


def test_a_coordinators_no_forbids_what_the_family_allows() -> None:
    told = sister().says(SISTER, "yes").decides("no")
    assert not told.permits()
    assert told.decides("yes").permits()


def test_a_coordinators_yes_is_nobodys_permission() -> None:
    assert not sister().decides("yes").permits()
    assert not sister().who(OTHER, "witness").says(OTHER, "yes").decides("yes").permits()


def test_a_coordinators_yes_turns_no_and_not_now_into_no_permission() -> None:
    assert not sister().says(SISTER, "no").decides("yes").permits()
    assert not sister().says(SISTER, "later").decides("yes").permits()
    assert not sister().says(SISTER, "later").permits()


def test_a_coordinator_who_notes_who_told_it_is_not_family_themselves() -> None:
    told = Told()._put("link", "relative", SourceKind.MEMBER, COORDINATOR)
    told._put("name", "Made-Up", SourceKind.MEMBER, COORDINATOR, DANA)
    assert not told.decides("yes").permits()


def test_there_is_a_yes_to_decide_only_where_who_is_held_or_the_family_gave_one() -> None:
    told = Told().who(SISTER, "witness").says(SISTER, "yes")
    allowed = [is_allowed_by_family(view_case(told.claims, NO_TIME), use) for use in OF_NAMES]
    assert allowed == [False, False]
    told.who(SISTER, "relative")
    assert is_allowed_by_family(view_case(told.claims, NO_TIME), ConsentUse.PUBLICATION)


def test_the_name_that_somebody_else_gave_is_not_theirs_to_allow() -> None:
    told = sister().who(OTHER, "witness").names(OTHER, TIMUR).says(SISTER, "yes")
    assert (told.permits(whom=DANA), told.permits(whom=TIMUR)) == (True, False)


@pytest.mark.parametrize("source", [SISTER, OTHER])
def test_whoever_named_somebody_may_allow_it_also_when_another_has_named_them_since(source: int) -> None:
    assert sister().who(OTHER, "self").names(OTHER, DANA).says(source, "yes").permits()


def test_of_several_names_of_one_source_a_coordinator_says_whose_the_yes_is() -> None:
    told = sister().names(SISTER, TIMUR).says(SISTER, "yes")
    assert not told.permits()
    assert told.decides("yes").permits()


def test_a_person_who_is_not_of_the_case_is_nobodys() -> None:
    assert not sister().says(SISTER, "yes").permits(whom=99)


def test_what_is_taken_back_by_its_source_is_gone() -> None:
    told = sister().says(SISTER, "yes")
    told.claims[-1] = replace(told.claims[-1], withdrawn_at=NOON + timedelta(hours=1))
    assert not told.permits()


# --- a promise not to disclose, which the investigator takes


@pytest.mark.parametrize("person", [None, DANA, TIMUR])
@pytest.mark.parametrize("use", OF_NAMES)
def test_a_promise_of_anybody_in_the_case_forbids_all_its_names(use: ConsentUse, person: int | None) -> None:
    told = sister().says(SISTER, "yes", use)
    assert told.permits(use)
    assert not told.promises(person=person).permits(use)
    assert not told.decides("yes", use).permits(use)  # that was another question


def test_a_coordinator_decides_and_then_it_is_as_the_family_says() -> None:
    told = sister().says(SISTER, "yes").promises().frees()
    assert told.permits()
    assert not told.says(SISTER, "no").permits()


def test_a_coordinators_word_stands_for_nobodys_permission() -> None:
    assert not sister().promises().frees().permits()


def test_one_that_is_told_of_later_forbids_again_and_so_does_a_coordinator() -> None:
    told = sister().says(SISTER, "yes").promises().frees()
    assert not told.promises(by=33).permits()
    assert told.frees().permits()
    assert not told.frees("blocked").permits()


def test_who_said_it_by_mistake_takes_it_back() -> None:
    told = sister().says(SISTER, "yes").promises()
    assert told.promises("no").permits()


def test_what_one_takes_back_another_still_says() -> None:
    told = sister().says(SISTER, "yes").promises().promises(by=33)
    assert not told.promises("no").permits()
