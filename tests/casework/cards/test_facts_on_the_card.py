"""The facts on the card of a case, each as surely as it was said, and what is too long cut."""

import re
from datetime import UTC, datetime

import pytest

from core.incoming import Forwarded, Location, SharedContact
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
NAMELESS = "police took a man in Almaty"  # so that "who?" is asked


async def case_of(desk: Desk, text: str = HELD, **words: str) -> tuple[Person, Person]:
    """A reporter, and the lawyer who has the case."""
    marat = await desk.lawyer("Marat", **words)
    rita = await desk.reports(text)
    await marat.presses("I'll take it", "Contacted")
    return rita, marat


def fact(person: Person, name: str) -> str | None:
    """What stands after a name on the card."""
    found = re.search(rf"^{name}: (.*)$", person.sees("Case "), re.MULTILINE)
    return found[1] if found else None


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("report/when:now", "17.09.2018 12:00"),
        ("report/when:hour", "about 17.09.2018 11:00"),
        ("report/when:morning", "17.09.2018 morning"),
        ("report/when:today", "17.09.2018, hour unknown"),
        ("report/when:yesterday", "16.09.2018, hour unknown"),
        ("report/when:unknown", None),
        ("at 11:20 today", "17.09.2018 11:20"),
        ("at about 9 in the morning", "about 17.09.2018 09:00"),
        ("yesterday in the evening", "16.09.2018 evening"),
        ("last night", "night"),
        ("in August", "08.2018"),
    ],
)
async def test_since_when_at_its_own_precision(desk: Desk, said: str, shown: str | None) -> None:
    rita, marat = await case_of(desk)
    if said.startswith("report/"):
        await rita.presses_data(said)
    else:
        await rita.writes("/skip", "/skip", said)
    since = (fact(marat, "Since") or "").partition(" «")[0]  # beside what was typed
    assert since.endswith(shown or "")
    assert (fact(marat, "Since") is None) == (shown is None)


async def test_words_that_tell_no_time_become_none(desk: Desk) -> None:
    rita, marat = await case_of(desk)
    await rita.writes("/skip", "/skip", "when the bread was baked")
    assert fact(marat, "Since") is None


async def test_times_are_those_of_the_place(desk: Desk) -> None:
    marat = await desk.lawyer("Marat", cities=("aktau",))
    await desk.reports("police took a man in Aktau at 11:20 today")
    marat.sees("reported 17.09 11:00 UTC+5")  # the organisation's clock shows another time
    await marat.presses("I'll take it")
    marat.sees("by 17.09 11:30 UTC+5")
    marat.sees("\n17.09 11:00 UTC+5 «police took")


async def test_times_are_marked_where_the_readers_own_clock_shows_another(desk: Desk) -> None:
    igor, marat = await desk.lawyer("Igor", cities=("aktau", "almaty")), await desk.lawyer("Marat")
    await desk.reports("police took a man in Almaty at 11:20 today")
    igor.sees("reported 17.09 12:00 UTC+6")
    marat.sees("reported 17.09 12:00 ·")
    await igor.presses("I'll take it", "Contacted")
    igor.sees("📞 contacted 17.09 12:00 UTC+6", "\n17.09 12:00 UTC+6 «police took")
    await igor.presses("All words")
    igor.sees("Their words:\n17.09 12:00 UTC+6 «police took")


@pytest.mark.slow
async def test_who_where_whom_to_ring_and_where_taken(desk: Desk) -> None:
    rita, marat = await case_of(desk, NAMELESS)
    await rita.writes("Dana Made-Up\nAsel Example", "Abay street 10")
    assert fact(marat, "Where") == "Abay street 10"
    assert fact(marat, "Who") == "Dana Made-Up; Asel Example"
    marat.sees("👤 2 persons")
    await rita.presses_data("report/when:now")
    await rita.presses_data("report/ongoing:yes")
    await rita.writes("the Saryarka station", "+7 701 000 00 01")
    assert fact(marat, "Taken to") == "the Saryarka station"
    assert fact(marat, "Phone") == "+77010000001"
    assert fact(marat, "Still going on") == "yes"


async def test_a_coordinator_of_another_zone_reads_whose_clock_it_is(desk: Desk) -> None:
    olga = await desk.coordinator(cities=("aktau",))
    await desk.reports("police took Dana Made-Up in Almaty")
    await olga.opens(await desk.case())
    olga.sees("Case ", "\n17.09 12:00 UTC+6 «police took")


async def test_a_shared_contact_and_words_in_place_of_a_number(desk: Desk) -> None:
    rita, marat = await case_of(desk)
    await rita.writes("", contact=SharedContact("+77010000001", "Made-Up Aunt", None))
    assert fact(marat, "Phone") == "+77010000001 Made-Up Aunt"
    marat.sees("\n17.09 12:00 📞 +77010000001 Made-Up Aunt")
    await rita.writes("", contact=SharedContact("", "Made-Up Uncle", None))
    marat.sees("\n17.09 12:00 📞 Made-Up Uncle")


@pytest.mark.parametrize(
    ("option", "shown"), [("withheld", "they do not want to name"), ("two", None), ("unknown", None)]
)
async def test_who_is_not_named_is_said(desk: Desk, option: str, shown: str | None) -> None:
    rita, marat = await case_of(desk, "police took somebody in Almaty")
    await rita.presses_data(f"report/who:{option}")
    assert fact(marat, "Who") == shown


@pytest.mark.parametrize(
    ("option", "count"),
    [
        ("one", "1 person"),
        ("two", "2 persons"),
        ("several", "several persons, at least 2"),
    ],
)
async def test_how_many_as_surely_as_it_was_said(desk: Desk, option: str, count: str) -> None:
    rita, marat = await case_of(desk, "police took somebody in Almaty")
    await rita.presses_data(f"report/who:{option}")
    marat.sees(f"· 👤 {count}\n")


async def test_what_nobody_knows_is_not_listed(desk: Desk) -> None:
    rita, marat = await case_of(desk, "police took somebody in Almaty")
    await rita.presses_data("report/who:unknown")
    await marat.opens_more()
    marat.sees("yours", "📍 Almaty")
    marat.sees_nothing_of("👤", "Still going on", "Act:")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("police took at least 5 people in Almaty", "at least 5 persons"),
        ("police took about 20 people in Almaty", "about 20 persons"),
        ("police took 3 people in Almaty", "3 persons"),
    ],
)
async def test_how_many_in_words(desk: Desk, text: str, count: str) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(text)
    marat.sees(f"👤 {count}\n")


async def test_the_accused_of_a_trial_is_named_and_the_case_described(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.presses_data("report/situation:trial")
    await rita.presses_data("report/place:almaty")
    await rita.writes("Dana Made-Up", "article 400, hearing tomorrow")
    await olga.opens(await desk.case())
    assert fact(olga, "Who") == "Dana Made-Up"
    assert fact(olga, "Proceedings") == "article 400, hearing tomorrow"
    assert fact(olga, "Watched by") is None


async def test_who_watched_is_said_of_an_observation(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.presses_data("report/situation:saw")
    await rita.presses_data("report/place:almaty")
    await rita.presses_data("report/where:skip")
    await rita.writes("/skip", "/skip", "a grey car")
    await olga.opens(await desk.case())
    assert fact(olga, "Watched by") == "a grey car"


async def test_what_is_urgent_is_listed(desk: Desk) -> None:
    rita, marat = await case_of(desk)
    assert fact(marat, "Urgent") is None
    await rita.writes("she is pregnant and injured")
    assert fact(marat, "Urgent") == "Injured or beaten, Pregnant"
    await marat.opens_more()
    assert fact(marat, "Urgent") == "Injured or beaten, Pregnant «she is pregnant and injured»"
    marat.sees("🔴 URGENT")


async def test_a_place_that_no_list_has_stands_in_its_own_words(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.presses_data("report/situation:other")
    await rita.writes("Nowhereville on the hill")
    await rita.presses_data("report/place:unknown")
    await olga.opens(await desk.case())
    olga.sees("📍 place unknown")


@pytest.mark.slow
async def test_a_region_alone_is_a_place(desk: Desk) -> None:
    rita, marat = await case_of(desk)
    await rita.shares_place(43.25, 76.95)
    assert fact(marat, "Where") == "43.25000, 76.95000"
    marat.sees("📍 Almaty")


# --- words


async def test_words_are_shown_with_their_times_and_marks(desk: Desk) -> None:
    rita, marat = await case_of(desk)
    await desk.later(minutes=1)
    await rita.writes("the van is grey", message_id=777)
    await rita.writes("look at this", forwarded=Forwarded(datetime(2018, 9, 16, 5, 0, tzinfo=UTC)))
    await rita.corrects(777, "the van is white")
    await rita.writes("", location=Location(43.2, 76.9))
    await rita.writes("/report")
    shown = marat.sees("Case ")
    assert shown.split("Their words:\n")[1].split("\n[")[0] == (
        f"17.09 12:00 «{HELD}»\n"
        "17.09 12:01 «the van is grey»\n"
        "17.09 12:01 «look at this» (forwarded, first written 16.09 11:00)\n"
        "17.09 12:01 «the van is white» (corrected)\n"
        "17.09 12:01 📍 43.20000, 76.90000"
    )


async def test_commands_are_no_words_and_what_turns_text_around_is_not_shown(desk: Desk) -> None:
    rita, marat = await case_of(desk, NAMELESS)
    await rita.writes("/skip", "left \u202eright")
    assert "«left right»" in marat.sees("Case ")
    assert "/skip" not in marat.screen.text()


async def test_the_oldest_words_go_first_when_there_is_no_room(desk: Desk) -> None:
    rita, marat = await case_of(desk)
    for number in range(4):
        await rita.writes(f"{number} " + "x" * 600)
    await rita.presses_data("report/ongoing:yes")
    shown = marat.sees("Case ")
    assert 'Their words (the last ones; "All words" shows the rest):' in shown
    assert [f"«{number} x" in shown for number in range(4)] == [False, True, True, True]  # three in any case
    assert shown.split("the rest):")[1].split("\n[")[0].count("…") == 3  # each cut, to have room


async def test_one_message_for_which_there_is_no_room_is_cut(desk: Desk) -> None:
    rita, marat = await case_of(desk)
    await rita.writes("they beat him " + "x" * 3000)
    shown = marat.sees("Case ").split("the rest):")[1].split("\n[")[0]
    assert "«they beat him xxx" in shown
    assert "xxx…" in shown


async def test_one_message_that_is_too_long_is_cut_at_its_end(desk: Desk) -> None:
    rita, marat = await case_of(desk)
    await rita.writes("y" * 4000)
    shown = marat.sees("Case ")
    assert "the last ones" in shown
    line = shown.split("shows the rest):\n")[1].split("\n[")[0]
    assert line.endswith("…")
    assert 400 < len(line) <= 500
    await marat.opens_more()
    whole = marat.sees("Case ").split("shows the rest):\n")[1].split("\n[")[0]
    assert 1400 < len(whole) <= 1500


async def test_words_that_just_fit_are_not_cut(desk: Desk) -> None:
    _, marat = await case_of(desk, "police took a man in Almaty " + "z" * 300)
    shown = marat.sees("Case ")
    assert "\nTheir words:\n" in shown
    assert "…»" not in shown.split("Their words:")[1]


@pytest.mark.slow
async def test_long_facts_are_cut_and_longer_names_less(desk: Desk) -> None:
    rita, marat = await case_of(desk, NAMELESS)
    given = ("Dana", "Asel", "Marat", "Serik", "Timur", "Aliya", "Nurlan", "Rustem")
    family = ("Akhmetov", "Ospanov", "Sadykov", "Omarov", "Karimov")
    names = "\n".join(f"{one} {other} Made-Up-Example" for one in given for other in family)
    await rita.writes(names, "Street " + "q" * 500)
    where, who = fact(marat, "Where"), fact(marat, "Who")
    assert where is not None
    assert who is not None
    assert (len(where), where[-1]) == (300, "…")
    assert (len(who) <= 800, len(who) > 700, who[-1]) == (True, True, "…")
    assert len(marat.sees("Case ").split("\n[")[0]) <= 4096


async def test_emoji_count_twice_as_the_messenger_counts(desk: Desk) -> None:
    rita, marat = await case_of(desk, NAMELESS)
    await rita.writes("/skip", "street " + "🙂" * 200)
    where = fact(marat, "Where") or ""
    assert (290 < len(where.encode("utf-16-le")) // 2 <= 300, where[-1:]) == (True, "…")
