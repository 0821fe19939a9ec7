"""Names that are one and names that are two, and what has to agree beside a name."""

from datetime import date

import pytest

from bot.core.matching.blocks import Known, Pass, stored, wanted
from bot.core.matching.evidence import COMMON, PERHAPS, SURE, Fact, Likeness, compare
from bot.core.matching.score import score
from bot.core.matching.tokens import Role, born_in, tokens
from bot.resources.matching import load_name_rules
from tests.matching.day import reports
from tests.matching.pairs import figures, load, share_found
from tests.matching.played import play

RULES = load_name_rules()
MONDAY, TUESDAY, FRIDAY = date(2018, 9, 17), date(2018, 9, 18), date(2018, 9, 21)


def known(name: str, place: str | None = "almaty", day: date | None = MONDAY, **more: object) -> Known:
    days = (day,) if day is not None else ()
    return Known(tokens(name, RULES), place, days, **more)  # type: ignore[arg-type]


def test_there_are_eight_hundred_pairs_and_a_third_is_held_out() -> None:
    pairs = load()
    assert len(pairs) >= 800
    assert len({(pair.one, pair.other) for pair in pairs}) == len(pairs)
    assert 0.3 < sum(pair.held_out for pair in pairs) / len(pairs) < 0.36


@pytest.mark.parametrize("held_out", [False, True])
def test_most_of_what_is_one_is_found_and_little_else(held_out: bool) -> None:
    part = [pair for pair in load() if pair.held_out is held_out]
    assert figures(part, RULES).recall >= 0.9
    assert figures(part, RULES).precision >= 0.94
    assert figures(part, RULES, SURE).precision >= 0.95
    assert figures(part, RULES, SURE).recall >= 0.83
    assert share_found(part, RULES) >= 0.8


def test_of_the_part_that_is_held_out_nineteen_of_twenty_are_right_and_nine_of_ten_are_found() -> None:
    found = figures([pair for pair in load() if pair.held_out], RULES)
    assert found.precision >= 0.95
    assert found.recall >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Өтемісова Сара", "Утемисова Сара"),
        ("Xolmatova Nigora", "Холматова Нигора"),
        ("Koch Viktor", "Кох Виктор"),
        ("Нур-Султан Жакиев", "Нурсултан Жакиев"),
        ("Асан Нұрбай", "Асан Нурбаев"),
    ],
)
def test_letters_with_two_sounds_hyphens_and_endings_that_belong_to_a_name(one: str, other: str) -> None:
    assert score(tokens(one, RULES), tokens(other, RULES)) >= SURE


def test_a_surname_from_a_longer_name_is_another() -> None:
    assert score(tokens("Дина Сарсенова", RULES), tokens("Дина Сарсенбаева", RULES)) < SURE
    assert score(tokens("Серик Досов", RULES), tokens("Серикбай Досов", RULES)) < PERHAPS


def test_on_a_day_of_many_detentions_reports_of_one_person_are_brought_together_and_few_others() -> None:
    played = play(reports(500), RULES)
    assert played.pairs == 1500
    assert played.found / played.pairs >= 0.95
    assert played.candidates <= 4
    assert played.answers[Likeness.SAME].precision >= 0.97
    assert played.answers[Likeness.MAYBE].recall >= 0.85  # a given name alone is one report in twenty


def test_two_names_that_people_have_are_two_people_and_a_slip_is_none() -> None:
    assert score(tokens("Алия Садыкова", RULES), tokens("Алина Садыкова", RULES)) < PERHAPS
    assert score(tokens("Асхат Садыков", RULES), tokens("Асқат Садықов", RULES)) >= SURE
    assert score(tokens("Алма Садыкова", RULES), tokens("Амла Садыкова", RULES)) >= PERHAPS


def test_of_a_surname_and_an_initial_nobody_is_sure() -> None:
    assert PERHAPS <= score(tokens("Касымов Е.", RULES), tokens("Ерлан Касымов", RULES)) < SURE


def test_a_fathers_name_is_nobodys_surname_where_there_is_one() -> None:
    daughter, other = tokens("Досова Сауле Алинуровна", RULES), tokens("Сауле Алинурова", RULES)
    assert score(daughter, other) < PERHAPS
    alone = tokens("Сауле Алинурқызы", RULES)
    assert score(alone, other) == score(other, alone) >= SURE


@pytest.mark.parametrize("spelling", ["Yerassyl", "Erasyl", "Ерасыл", "ЕРАСЫЛ", "Érassyl"])
def test_all_spellings_of_a_name_have_one_key(spelling: str) -> None:
    assert [token.key for token in tokens(spelling, RULES)] == ["ARZL"]


@pytest.mark.parametrize("name", ["Болатович", "Болатұлы", "Болат ұлы", "Bolatuly", "Болатовна", "Болатқызы"])
def test_a_patronymic_is_marked(name: str) -> None:
    (token,) = tokens(name, RULES)
    assert (token.role, token.stem) == (Role.PATRONYMIC, "bolat")


def test_a_father_is_not_his_son() -> None:
    father, son = tokens("Болат Касымов", RULES), tokens("Ерлан Болатович Касымов", RULES)
    assert score(father, son) < PERHAPS


def test_one_word_alone_is_nobody() -> None:
    assert score(tokens("Ерлан", RULES), tokens("Ерлан", RULES)) < PERHAPS
    assert score((), tokens("Ерлан", RULES)) == 0


def test_a_name_of_four_thousand_letters_is_cut() -> None:
    assert len(tokens("Ә" * 4000, RULES)[0].folded) <= 200
    assert len(tokens("Ерлан Касымов " * 300, RULES)) == 5


def test_a_year_stands_beside_a_name() -> None:
    assert born_in("Ерлан Касымов, 1996 г.р.") == 1996
    assert born_in("Ерлан Касымов 87010001122") is None


def test_a_name_without_a_city_is_nobody() -> None:
    assert compare(known("Ерлан Касымов", None, None), known("Ерлан Касымов")).likeness is Likeness.NONE
    assert compare(known("Ерлан Касымов", None), known("Ерлан Касымов")).likeness is Likeness.NONE


def test_one_name_in_one_city_on_one_day_may_be_one_person() -> None:
    found = compare(known("Ерлан Касымов"), known("Yerlan Kassymov", day=TUESDAY))
    assert found.likeness is Likeness.SAME
    assert found.facts == {Fact.PLACE: True, Fact.DAY: True}


def test_another_day_makes_it_a_perhaps_and_another_city_nobody() -> None:
    assert compare(known("Ерлан Касымов"), known("Ерлан Касымов", day=FRIDAY)).likeness is Likeness.MAYBE
    assert compare(known("Ерлан Касымов"), known("Ерлан Касымов", "aktau")).likeness is Likeness.NONE


def test_two_names_in_one_city_on_one_day_are_two_people() -> None:
    assert compare(known("Ерлан Касымов"), known("Ерлан Досов")).likeness is Likeness.NONE
    assert (
        compare(known("Ерлан Касымов", born=1996), known("Ерлан Досов", born=1996)).likeness is Likeness.NONE
    )


@pytest.mark.parametrize("place", ["aktau", None])
def test_without_the_city_nothing_makes_it_more_than_a_perhaps(place: str | None) -> None:
    here, there = (
        known("Ерлан Касымов", of, born=1996, phones=("+77010001122",)) for of in ("almaty", place)
    )
    found = compare(here, there)
    assert found.likeness is Likeness.MAYBE


def test_a_name_that_many_have_needs_more_than_a_city() -> None:
    one, other = known("Ерлан Касымов", born=1996), known("Ерлан Касымов")
    assert compare(one, other, bearers=COMMON + 1).likeness is Likeness.MAYBE
    both = compare(one, known("Ерлан Касымов", born=1996), bearers=COMMON + 1)
    assert both.likeness is Likeness.SAME


def test_another_year_of_birth_is_somebody_else() -> None:
    found = compare(known("Ерлан Касымов", born=1996), known("Ерлан Касымов", born=1961))
    assert found.likeness is Likeness.NONE


def test_a_phone_agrees_where_the_city_does_not() -> None:
    one = known("Ерлан Касымов", "aktau", phones=("+77010001122",))
    other = known("Касымов Е.", phones=("+77010001122",))
    assert compare(one, other).likeness is Likeness.MAYBE


def test_blocks_bring_together_two_words_in_any_order_one_word_on_one_day_a_phone_and_a_year() -> None:
    one = known("Касымов Ерлан", phones=("+77010001122",), born=1996)
    assert {through for through, _ in stored(one)} == set(Pass)
    assert {text for through, text in stored(one) if through is Pass.WORDS} == {"ARLN KZM"}
    beside = stored(known("Ерлан", day=MONDAY)) & wanted(known("Ерлан Касымов", day=TUESDAY))
    assert {through for through, _ in beside} == {Pass.DAY}
    assert not stored(known("Ерлан", day=MONDAY)) & wanted(known("Ерлан Касымов", day=FRIDAY))
