"""What a letter tells of a case: in each language, whoever may be named, everybody else as a number; what it leaves out."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from core.casework.case_view import CaseView, view_case
from core.casework.claim_kinds import Certainty
from core.casework.claims import Claim, SourceKind
from core.model import LANGUAGES, Case
from core.papers.dossier import each_leaf
from core.papers.letter import (
    LetterChoices,
    LetterFrame,
    LetterRow,
    build_letter,
    checked_case,
    choices_from_text,
    choices_to_text,
    mentions_name,
    shown_hash,
    silence_hidden,
    silence_typed,
    tick_of_part,
    toggle_choice,
    unticked_parts,
)
from core.papers.letter_cases import LetterCase, LetterLanguage, tell_case
from core.papers.letter_typing import (
    TypedPart,
    add_typed,
    add_written,
    split_languages,
    split_typed,
    without_typed,
)
from core.papers.paper_kinds import PaperKind
from core.resources.name_files import load_name_rules
from core.resources.paper_files import Papers
from core.resources.word_files import load_words
from core.values import (
    Consent,
    CountKind,
    Hearing,
    Moment,
    People,
    Place,
    Precision,
    Proceeding,
    Texts,
    Value,
    value_to_data,
)
from core.vocabulary import CaseState, RecordKind

WORDS, NAMES = load_words(), load_name_rules()
KIND: PaperKind = Papers("kz").kinds["open_letter"]
DAY = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
MANY = People(count=3, kind=CountKind.EXACT)
ARREST: tuple[tuple[Any, ...], ...] = (
    ("act", "arrest", SourceKind.MEMBER),
    ("perpetrators", ("police",)),
    ("place", Place(city="almaty")),
    ("started", Moment(DAY, Precision.MINUTE)),
)
FAMILY = (("link", "relative"), ("publication", Consent("yes")))


def idiom(language: str) -> LetterLanguage:
    def say(key: str, **values: str | int) -> str:
        return WORDS.say(language, key, **values)

    return LetterLanguage(
        language, say, lambda place: place.title(), lambda article, on: f"<{article} {on.year}>"
    )


def view(*said: tuple[Any, ...], names: Iterable[str] = (), **more: Any) -> CaseView:
    """Of one report; ``said``: kind, value, and who says it if it is not the report."""
    claims = [_claim(number, *one) for number, one in enumerate((*ARREST, *said), start=1)]
    for person, name in enumerate(names, start=1):
        claims.append(replace(_claim(50 + person, "name", name), person_id=person))
    return view_case(claims, DAY, **more)


def _claim(
    id: int, kind: str, value: Value, source: SourceKind = SourceKind.REPORT, of: int | None = None
) -> Claim:
    case = None if source is SourceKind.REPORT else 1
    report = 1 if source is SourceKind.REPORT else None
    return Claim(
        id, case, report, kind, value_to_data(value), source, 1, DAY, Certainty.SAID, proceeding_id=of,
        at=value.at if isinstance(value, Moment) else None,
    )  # fmt: skip


def tells(seen: CaseView, language: str = "en", act: str | None = "arrest") -> LetterCase:
    case = Case(1, "able baker 11", RecordKind.DEPRIVATION, CaseState.OPEN, DAY, "other", "en", act=act)
    return tell_case(case, seen, KIND, idiom(language), UTC)


def fact(seen: CaseView, language: str = "en", act: str | None = "arrest") -> str:
    return tells(seen, language, act).parts["fact"].text


PEOPLE = {
    "one": ((("count", People(count=1, kind=CountKind.EXACT)),), ()),
    "three": ((("count", MANY),), ()),
    "several": ((("count", People(kind=CountKind.SEVERAL)),), ()),
    "at least": ((("count", People(count=4, kind=CountKind.AT_LEAST)),), ()),
    "unknown": ((), ()),
    "a journalist": ((("count", People(count=1, kind=CountKind.EXACT)), ("urgent", ("journalist",))), ()),
    "named": (FAMILY, ("Made-Up",)),
    "named and two": ((*FAMILY, ("count", MANY)), ("Made-Up",)),
    "several, named": ((*FAMILY, ("count", People(kind=CountKind.SEVERAL))), ("Made-Up",)),
}
SAID = {
    "one": ("One person was", "Один человек задержан полицией.", "Бір адам"),
    "three": ("3 persons were", "3 человека задержаны", "3 адам"),
    "several": ("Several persons were", "Несколько человек задержаны", "Бірнеше адам полиция"),
    "at least": ("At least 4 persons were", "Не менее 4 человек задержаны", "Кемінде 4 адам"),
    "unknown": ("A number of persons that is not known were", "Люди, число которых", "Саны белгісіз адамдар"),
    "a journalist": ("A journalist was", "Журналист задержан", "Журналист"),
    "named": ("Made-Up was", "Made-Up задержан(а)", "Made-Up полиция"),
    "named and two": ("Made-Up and two other persons were", "Made-Up и ещё двое задержаны", "Made-Up және тағы екі адам"),
    "several, named": ("Several persons, among them Made-Up,", "среди них Made-Up, ", "олардың арасында Made-Up, полиция"),
}  # fmt: skip


@pytest.mark.parametrize("who", PEOPLE)
def test_named_people_and_numbers_are_told_in_each_language(who: str) -> None:
    said, names = PEOPLE[who]
    for language, words in zip(("en", "ru", "kk"), SAID[who], strict=True):
        assert words.rstrip(",") in fact(view(*said, names=names), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_and_everybody_who_may_have_done_it_has_a_sentence(language: str) -> None:
    for act in ("arrest", "detention", "kettling", "blockade", "interception", "summons", "search", "abduction",
                "disappearance", "prosecution"):  # fmt: skip
        for sex in ("female", "male", ""):
            seen = view(*FAMILY, *([("sex", sex)] if sex else []), names=["Made-Up"])
            text = fact(seen, language, act)
            assert "Made-Up" in text
            assert text.endswith(".")
            assert ("(" in text) is (language == "ru" and not sex)
    for by in ("police", "special", "guard", "security", "officials", "private", "plain"):
        seen = view(("perpetrators", (by,), SourceKind.MEMBER))
        assert WORDS.say(language, f"letter-by-{by}") in fact(seen, language).lower()


def test_several_who_did_it_stand_together() -> None:
    seen = view(("perpetrators", ("plain",), SourceKind.MEMBER))
    assert (
        fact(seen) == "A number of persons that is not known were detained by the police and unknown people."
    )


def test_a_name_nobody_has_allowed_is_a_number_and_the_reason_is_told() -> None:
    for said, why in (
        ((), "no_consent"),
        ((("link", "witness"), ("publication", Consent("yes"))), "no_consent"),
        ((("link", "relative"), ("publication", Consent("no"))), "refused"),
        ((*FAMILY, ("undertaking", "yes", SourceKind.MEMBER)), "undertaking"),
    ):
        one = tells(view(*said, names=["Dana Made-Up"]))
        assert "Made-Up" not in "".join(leaf.text for leaf in one.parts.values())
        assert one.parts["fact"].text.startswith("One person was")
        assert [reason for _, reason in one.unnamed] == [why]


def test_of_somebody_who_said_no_not_even_the_profession_is_told() -> None:
    said = (("link", "relative"), ("publication", Consent("no")), ("urgent", ("journalist",)))
    assert fact(view(*said, names=["Dana Made-Up"])).startswith("One person was")


def test_somebodys_name_stands_in_the_letters_of_the_language_as_a_coordinator_wrote_it() -> None:
    written = replace(
        _claim(70, "public_name", Texts(ru="Дана Придуманова, врач"), SourceKind.MEMBER), person_id=1
    )
    named = [replace(_claim(number, "name", name), person_id=1) for number, name in ((60, "Dana Made-Up"),)]
    claims = [_claim(n, *one) for n, one in enumerate((*ARREST, *FAMILY, ("count", MANY)), start=1)]
    seen = view_case([*claims, *named, written], DAY)
    assert fact(seen, "ru") == "Дана Придуманова, врач, и ещё двое задержаны полицией."
    assert "Dana Made-Up" in fact(seen, "en")


WHEN = {
    Precision.MINUTE: ("25 November 2026, at 09:30", "25 ноября 2026 года, в 09:30", "2026 жылғы 25 қараша, сағат 09:30"),
    Precision.HOUR: ("about 09:30", "около 09:30", "шамамен сағат 09:30"),
    Precision.PART: ("in the morning", "утром", "таңертең"),
    Precision.DAY: ("25 November 2026, Almaty", "25 ноября 2026 года, Almaty", "2026 жылғы 25 қараша, Almaty"),
    Precision.MONTH: ("November 2026, Almaty", "Ноябрь 2026 года, Almaty", "2026 жылғы қараша, Almaty"),
    Precision.UNKNOWN: ("Almaty.", "Almaty.", "Almaty."),
}  # fmt: skip


@pytest.mark.parametrize("precision", WHEN)
def test_the_date_is_as_precise_as_it_is_known(precision: Precision) -> None:
    seen = view(("started", Moment(DAY, precision), SourceKind.PAPER))
    for language, words in zip(("en", "ru", "kk"), WHEN[precision], strict=True):
        assert words in tells(seen, language).head.text


def test_what_goes_on_is_told_from_a_time_on() -> None:
    assert ", from 09:30" in tells(view(), act="blockade").head.text


def proceedings() -> CaseView:
    ended = Hearing(22, DAY, Precision.DAY, outcome="acquitted")
    return view(
        ("proceeding", Proceeding("criminal", "cc-274"), SourceKind.MEMBER, 21),
        ("proceeding", Proceeding("other", state="ended"), SourceKind.MEMBER, 20),
        ("hearing", ended, SourceKind.MEMBER, 20),
    )


def test_proceedings_are_told_each_for_itself_the_ended_first() -> None:
    assert tells(proceedings()).parts["course"].text == (
        "The proceedings ended on 25 November 2026: not guilty. Separately, a criminal case has been opened under "
        "<cc-274 2026>."
    )
    for language, words in (
        ("ru", "Отдельно возбуждено уголовное дело"),
        ("kk", "Бөлек қылмыстық іс қозғалды"),
    ):
        assert words in tells(proceedings(), language).parts["course"].text


def test_an_observation_and_an_act_that_nobody_has_coded_have_no_sentence_of_their_own() -> None:
    assert fact(view(), act="observation") == fact(view(), act=None) == ""


LINE = Texts("Өз сөзі.", "Свои слова.", "Own words.")


def test_what_nobody_has_checked_is_left_out_and_what_was_ticked_is_marked_as_such() -> None:
    one = tells(view(("public_line", LINE, SourceKind.MEMBER)))
    assert unticked_parts(one, ()) == ("fact", "own")
    assert checked_case(one, ()).parts["own"].text == ""
    ticks = {tick_of_part(one, part) for part in ("fact", "own")}
    assert checked_case(one, ticks).parts["own"].text == "Own words."
    assert checked_case(one, ticks).parts["fact"].text == checked_case(one, ticks).head.text == ""
    assert not checked_case(one, ticks).parts["own"].verified


def test_a_tick_is_of_what_was_known_then_in_all_languages() -> None:
    before = tells(view(("public_line", LINE, SourceKind.MEMBER)))
    assert tick_of_part(before, "fact") == tick_of_part(
        tells(view(("public_line", LINE, SourceKind.MEMBER)), "kk"), "fact"
    )
    after = tells(view(("public_line", LINE, SourceKind.MEMBER), ("count", MANY)))
    assert tick_of_part(before, "fact") != tick_of_part(after, "fact")
    assert tick_of_part(before, "own") != tick_of_part(before, "fact")


def test_a_confirmed_case_needs_no_tick_but_for_somebodys_own_words() -> None:
    seen = view(("verification", "confirmed", SourceKind.MEMBER), ("public_line", LINE, SourceKind.MEMBER))
    assert unticked_parts(tells(seen), ()) == ("own",)


def test_own_words_that_name_whoever_may_not_be_named_are_left_out_in_any_alphabet() -> None:
    for text in ("Дана Придуманова пришла", "they took Pridumanova", "Придумановой не дали"):
        (one,) = silence_hidden(
            [tells(view(("public_line", Texts(en=text), SourceKind.MEMBER)))], ["Дана Придуманова"], NAMES
        )
        assert one.betrays
        assert one.parts["own"].text == ""
    assert not mentions_name("Дана says", ["Дана Придуманова"], NAMES)  # others have that name too


def whole(
    choices: LetterChoices,
    language: str = "en",
) -> dict[str, str]:
    confirmed = view(("verification", "confirmed", SourceKind.MEMBER))
    law = [LetterRow("freedom of movement", ("law:x",))]
    around = LetterFrame(
        "Bureau",
        "25 November 2026",
        "",
        law,
        law,
        law,
        [LetterRow("one", ("demand:a",)), LetterRow("two", ("demand:b",))],
    )
    tree = build_letter([tells(confirmed)], [tells(confirmed)], choices, around, language)
    return {path: leaf.text for path, leaf in each_leaf(tree) if leaf.text}


def test_a_letter_has_nothing_but_what_was_chosen_and_told() -> None:
    found = whole(LetterChoices(occasion={"en": "A meeting"}, text={"en": "We object.", "ru": "Мы против."}))
    assert (found["letter.occasion"], found["letter.text"]) == ("A meeting", "We object.")
    assert found["cases.0.fact"] == found["earlier.0.fact"]
    assert (found["demands.0.text"], found["demands.1.text"]) == ("one", "two")


def test_what_was_chosen_is_kept_and_read_back() -> None:
    choices = toggle_choice(
        LetterChoices((1, 2), languages=("kk",), occasion={"kk": "Кездесу"}), "demands", "stop"
    )
    assert choices_from_text(choices_to_text(choices)) == choices
    assert toggle_choice(choices, "demands", "stop").demands == ()
    assert shown_hash(choices, []) != shown_hash(toggle_choice(choices, "demands", "assess"), [])


def test_one_message_holds_several_languages() -> None:
    assert split_languages("kk: Бір\nекі\nRU: Раз", "en") == {"kk": "Бір екі", "ru": "Раз"}
    assert split_languages("Only this: one", "en") == {"en": "Only this: one"}
    assert add_written(Texts(kk="бұрын", en="before"), {"en": "now"}) == Texts(kk="бұрын", en="now")


MARKS = {
    "заголовок": "title",
    "текст": "text",
    "demand": "demands",
    "кому": "offices",
    "able baker 11": "case-1",
}


def test_a_letter_is_typed_in_one_message_a_language() -> None:
    text = (
        "Заголовок: О встрече\nable-baker 11: Её задержали.\nДвоих тоже.\n"
        "Текст: Первое.\n\nВторое: так.\nКому: Комиссии\nКому: Совету"
    )
    assert [(part.of, part.words) for part in split_typed(text, "ru", MARKS)] == [
        ("title", "О встрече"), ("case-1", "Её задержали.\nДвоих тоже."), ("text", "Первое.\nВторое: так."),
        ("offices", "Комиссии"), ("offices", "Совету"),
    ]  # fmt: skip


def test_what_is_typed_again_stands_in_place_of_what_was_there_in_that_language_alone() -> None:
    first = add_typed(LetterChoices(), split_typed("ru:\nКому: Совету\nТекст: Да.\nen:\nText", "kk", MARKS))
    assert (first.text, first.typed) == ({"ru": "Да.", "en": "Text"}, {"offices": [{"ru": "Совету"}]})
    chosen = toggle_choice(first, "offices", "own-0")
    again = add_typed(chosen, split_typed("Кому: Комиссии", "ru", MARKS))
    assert (again.typed, again.offices, again.text["ru"]) == ({"offices": [{"ru": "Комиссии"}]}, (), "Да.")
    assert add_typed(chosen, split_typed("Text", "en", MARKS)).offices == ("own-0",)
    assert without_typed(again, [TypedPart("ru", "text", "Да.")]).text == {"en": "Text"}


def test_what_was_typed_and_names_whoever_may_not_be_named_is_left_out() -> None:
    typed = LetterChoices(
        occasion={"en": "On a meeting"},
        text={"en": "Pridumanova was right."},
        typed={"demands": [{"en": "free Pridumanova"}]},
    )
    kept, betrays = silence_typed(typed, ["Дана Придуманова"], NAMES, "en")
    assert (betrays, kept.occasion, kept.text, kept.typed) == (
        True,
        {"en": "On a meeting"},
        {"en": ""},
        {"demands": [{}]},
    )
    assert silence_typed(typed, ["Somebody Else"], NAMES, "en") == (typed, False)


def test_a_case_without_a_day_comes_last() -> None:
    assert tells(view(("started", Moment(), SourceKind.PAPER))).on is None
    assert tells(view()).on == date(2026, 11, 25)
