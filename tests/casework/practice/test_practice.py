"""Practice goes the whole way, is marked on every screen, reaches only who agreed, and leaves nothing behind."""

from typing import Any

import pytest

from core.incoming import Forwarded, Location
from core.model import LANGUAGES
from handlers.cards import sounds
from storage.schema import metadata
from tests.casework.story_desk import Desk, Person

CITY = {"kk": "Алматы", "ru": "Алматы", "en": "Almaty"}
TOLD = {
    "kk": "Алматыда ағамды полиция алып кетті",
    "ru": "в Алматы полиция забрала брата",
    "en": "police took my brother in Almaty",
}
REAL = {
    "kk": "бұл жаттығу емес, ағамды шынымен алып кетті",
    "ru": "это не учёба, его правда забрали",
    "en": "this is not a drill, they really took him",
}
# What a practice may write, while it runs and afterwards. Every table has its word here: of a new one this must be decided.
TRAFFIC = {"addresses", "messages", "outbox", "inbox", "boots", "secrets", "alarms", "choices"}
RUNS = {"practices", "dialogues", "cards", "timers"}  # empty again at the end
NEVER = {
    "alerts",
    "bindings",
    "cases",
    "checkins",
    "claims",
    "clock_marks",
    "day_lines",
    "digests",
    "door_lists",
    "draft_lines",
    "drill_offers",
    "drills",
    "emergency_steps",
    "entries",
    "evidence",
    "export_permits",
    "files",
    "guests",
    "holds",
    "incident_links",
    "incidents",
    "links",
    "lookups",
    "name_blocks",
    "notices",
    "outgoing_numbers",
    "pairs",
    "paper_templates",
    "papers",
    "persons",
    "postings",
    "previews",
    "reports",
    "rounds",
    "sealing_keys",
    "signatures",
    "station_calls",
    "stints",
    "timeline",
    "told_channels",
}
ROSTER = {"members", "invitations", "roster_files"}


async def lawyer(desk: Desk, name: str = "Marat", **more: Any) -> Person:
    """One who agreed to be drilled."""
    marat = await desk.lawyer(name, **more)
    await agrees(marat)
    return marat


async def agrees(member: Person) -> None:
    """By the command; and the phone is empty again."""
    await member.writes("/drills on")
    member.screen.messages.clear()
    member.rang()
    member.lanes()


async def practises(desk: Desk, language: str = "en", *said: str) -> Person:
    """Somebody who has begun, and has said this."""
    aset = desk.person("Aset", language)
    await aset.writes("/practice", *said)
    return aset


async def plays(person: Person, place: str = "Almaty") -> Person:
    """They try it out: somebody was taken, in a city."""
    await person.presses_data("practice/situation:other")
    await person.writes(place)
    return person


async def has_played(desk: Desk, language: str = "en") -> Person:
    """Somebody who has begun, and tries out that somebody was taken in Almaty."""
    return await plays(await practises(desk, language), CITY[language])


async def counts(desk: Desk) -> dict[str, int]:
    """How many rows each table has."""
    async with desk.reading() as tx:
        rows = {name: (await tx.execute(table.select())).all() for name, table in metadata.tables.items()}
        rows["timers"] = [
            timer for timer in rows["timers"] if timer.kind != sounds.KIND
        ]  # what a phone has heard
        return {name: len(found) for name, found in rows.items()}


def mark(desk: Desk, language: str) -> str:
    """The line above everything."""
    return desk.service.words.say(language, "practice-mark")


def test_of_every_table_it_is_known_whether_a_practice_writes_it() -> None:
    assert set(metadata.tables) == TRAFFIC | RUNS | NEVER | ROSTER


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_way_by_taps_is_marked_and_leaves_nothing(desk: Desk, language: str) -> None:
    marat = await lawyer(desk)
    say = desk.service.words.say
    before = await counts(desk)
    aset = await practises(desk, language)
    for act in (
        say(language, "button-sos"),
        CITY[language],
        "practice/who:one",
        "practice/where:!skip",
        "practice/when:now",
    ):
        await (aset.presses_data(act) if "/" in act else aset.presses(act))
        assert all(mark(desk, language) in text for text in aset.screen.texts())
        now = await counts(desk)
        assert {name for name in now if now[name] != before[name]} <= TRAFFIC | RUNS
    aset.sees(say(language, "practice-code"), say(language, "report-consent"))
    assert say(language, "button-practice-end") in aset.screen.texts()[-1]
    marat.sees("Practice: nothing real happens.", "URGENT", "Almaty")
    await desk.later(minutes=0.2)
    await marat.presses("I'll take it")
    marat.sees("You took it after 12 s")
    aset.sees(mark(desk, language), say(language, "card-accepted"))
    await aset.presses(say(language, "button-practice-end"))
    over: dict[str, str | int] = {"seconds": 0, "reached": 1, "asked": 1, "after": 12, "who": "member"}
    aset.sees(say(language, "practice-over", **over))
    marat.sees("Practice: nothing real happens.", "It is over")
    after = await counts(desk)
    assert {name: after[name] for name in RUNS | NEVER} == {name: before[name] for name in RUNS | NEVER}
    assert "[" not in marat.screen.text()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_that_tell_what_happens_are_real_whatever_is_practised(desk: Desk, language: str) -> None:
    marat = await lawyer(desk)
    aset = await practises(desk, language, TOLD[language])
    aset.sees(desk.service.words.say(language, "practice-real"))
    assert "Practice" not in marat.sees("somebody is detained", "Almaty")
    assert marat.lanes() == ["alert"]
    assert (await counts(desk))["practices"] == 0


CRIES = {
    "en": (
        "SOS",
        "help me",
        "they are here, breaking the door",
        "breaking the door",
        "police outside my flat right now",
        "Almaty they break in",
        "i cant talk",
    ),
    "ru": (
        "SOS",
        "помогите",
        "они здесь, ломают дверь",
        "ломают дверь",
        "они здесь",
        "Алматы ломают дверь",
        "пришли ко мне с обыском",
        "не могу говорить",
    ),
    "kk": (
        "SOS",
        "көмектесіңдер",
        "олар осында, есікті бұзып жатыр",
        "есікті бұзып жатыр",
        "олар осында",
        "Алматы есікті бұзып жатыр",
        "сөйлей алмаймын",
    ),
}
UP_TO = {  # the question that is asked → what was pressed and typed before
    "situation": (),
    "place": ("practice/situation:other",),
    "who": ("practice/situation:other", "Almaty"),
    "where": ("practice/situation:other", "Almaty", "practice/who:one"),
    "when": ("practice/situation:other", "Almaty", "practice/who:one", "practice/where:!skip"),
    "watched": ("practice/situation:saw", "Almaty", "practice/who:one", "practice/where:!skip"),
}


@pytest.mark.parametrize("question", UP_TO)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_practice_ends_at_a_cry_whatever_is_asked_and_somebody_hears(
    desk: Desk, language: str, question: str
) -> None:
    for cry in CRIES[language]:
        olga = await desk.coordinator(escalation=True)
        aset = await practises(desk, language)
        for act in UP_TO[question]:
            await (aset.presses_data(act) if "/" in act else aset.writes(act))
        await aset.writes(cry)
        aset.sees(desk.service.words.say(language, "practice-real"))
        assert (await counts(desk))["practices"] == 0, cry
        await desk.later(minutes=1.1)
        assert olga.rang() >= 1, cry


LATER = ("when", "ongoing", "taken", "contact", "urgent", "link", "files")  # questions, in their order


@pytest.mark.parametrize("question", [*LATER[1:], "review"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_nor_does_any_later_question_keep_a_cry_or_a_place_with_words(
    desk: Desk, language: str, question: str
) -> None:
    behind = LATER[: LATER.index(question)] if question in LATER else (*LATER, "consent")
    skipped = [f"practice/{name}:!skip" for name in behind]
    for cry in (*CRIES[language][2:3], "SOS", "Алматы, Абая 10, Dana Made-Up, 2 people"):
        olga = await desk.coordinator(escalation=True)
        aset = await practises(desk, language)
        for act in (*UP_TO["when"], *skipped):
            await (aset.presses_data(act) if "/" in act else aset.writes(act))
        await aset.writes(cry)
        aset.sees(desk.service.words.say(language, "practice-real"))
        assert (await counts(desk))["practices"] == 0, cry
        await desk.later(minutes=1.1)
        assert olga.rang() >= 1, cry


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("place", "Almaty"),
        ("place", "in Almaty"),
        ("place", "Алматы"),
        ("place", "Алматыы"),
        ("who", "Dana Made-Up"),
        ("who", "2"),
        ("where", "Abay street 10"),
        ("when", "today at 9"),
        ("when", "+77010001122"),
        ("when", "skip"),
        ("where", "back"),
        ("who", "thank you"),
        ("who", "who are you?"),
    ],
)
async def test_a_plain_answer_to_what_is_asked_stays_practice(desk: Desk, question: str, answer: str) -> None:
    aset = await practises(desk)
    for act in UP_TO[question]:
        await (aset.presses_data(act) if "/" in act else aset.writes(act))
    await aset.writes(answer)
    aset.sees_nothing_of("The practice is over")
    assert [(await counts(desk))[name] for name in ("practices", "reports")] == [1, 0]


async def test_a_place_with_words_a_file_and_what_was_passed_on_are_real(desk: Desk) -> None:
    for act in ("pin", "file", "forward"):
        olga = await desk.coordinator(escalation=True)
        aset = await has_played(desk)
        if act == "pin":
            await aset.writes("we are locked in here", location=Location(43.24, 76.92))
        elif act == "file":
            await aset.sends("photo-1")
        else:
            await aset.writes("police are in the office", forwarded=Forwarded(desk.now))
        aset.sees("The practice is over: from here on it is real.")
        assert (await counts(desk))["practices"] == 0, act
        await desk.later(minutes=1.1)
        assert olga.rang() >= 1 or act == "forward", act


async def test_a_place_that_is_asked_for_stays_practice(desk: Desk) -> None:
    marat = await lawyer(desk)
    aset = await practises(desk)
    await aset.presses_data("practice/situation:other")
    await aset.shares_place(43.24, 76.92)
    marat.sees("Practice: nothing real happens.", "Almaty")
    assert (await counts(desk))["reports"] == 0


async def test_whoever_is_not_on_duty_now_is_not_asked_in_a_practice(desk: Desk) -> None:
    marat = await lawyer(desk)
    await marat.writes("/duty sat 9-18")  # it is Monday
    await has_played(desk)
    marat.sees_nothing_of("Practice: nothing real happens.")


async def test_nobody_is_asked_who_has_not_agreed_and_the_bot_plays_them(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    aset = await has_played(desk)
    aset.sees("In truth we would be contacting now: 1", "the bot plays that side")
    await desk.later(minutes=1)
    aset.sees("A lawyer is on it.", "The bot plays this itself")
    await aset.presses("End the practice")
    aset.sees("have been asked: 1. Asked in the practice: 0", "The bot took it itself 20 s later")
    assert marat.screen.text() == olga.screen.text() == ""


async def test_a_member_agrees_and_takes_it_back_and_a_coordinator_sees_how_many(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await marat.writes("/drills")
    marat.sees("You are not asked")
    await marat.presses("I agree")
    marat.sees("You are asked when somebody practises")
    await olga.writes("/drills")
    olga.sees("Have agreed: 1 of 2 members.")
    await marat.presses("Not any more")
    marat.screen.messages.clear()
    await has_played(desk)
    assert marat.screen.text() == ""
    stranger = desk.person("Rita")
    await stranger.writes("/drills on")
    stranger.sees("for members of the roster")


async def test_a_roster_that_is_put_anew_changes_nothing_of_it(desk: Desk) -> None:
    marat = await lawyer(desk)
    await desk.lawyer("Marat", person=marat, cities=("shymkent",))
    assert (await desk.membership(marat)).drills


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_that_say_it_is_real_open_a_true_report_at_once(desk: Desk, language: str) -> None:
    marat, olga = await lawyer(desk), await desk.coordinator()
    aset = await practises(desk, language)
    await aset.writes(REAL[language])
    aset.sees(desk.service.words.say(language, "practice-real"))
    assert (await counts(desk))["practices"] == 0
    await desk.later(minutes=0.6)
    assert olga.rang() == 1  # no place was said
    olga.sees("nobody has said where")
    await aset.writes(CITY[language])
    assert marat.sees("somebody is detained", "Almaty").count("Practice") == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "i'm not joking"),
        ("en", "no really. they are at my door"),
        ("ru", "я не шучу"),
        ("ru", "я серьёзно, они тут"),
        ("kk", "қалжыңдап тұрған жоқпын"),
        ("kk", "шын айтам, шынымен келді"),
    ],
)
async def test_whoever_says_that_they_do_not_joke_practises_no_longer(
    desk: Desk, language: str, said: str
) -> None:
    olga = await desk.coordinator()
    aset = await practises(desk, language)
    await aset.writes(said)
    aset.sees(desk.service.words.say(language, "practice-real"))
    await desk.later(minutes=0.6)
    assert olga.rang() == 1


async def test_with_a_place_they_alert_in_the_same_moment(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = await plays(await practises(desk), "Shymkent")
    await aset.writes("this is not practice, police took my brother in Almaty")
    marat.sees("somebody is detained", "Almaty")
    assert marat.lanes() == ["alert"]
    assert aset.sees("Received").count("Practice") == 0


async def test_the_button_is_a_true_report_that_is_urgent_and_asks_all_anew(desk: Desk) -> None:
    marat, olga = await lawyer(desk), await desk.coordinator()
    aset = await has_played(desk)
    marat.screen.messages.clear()
    await aset.presses("It is real")
    aset.sees("from here on it is real")
    await aset.presses("It is me", "Almaty")
    assert "Practice" not in marat.sees("URGENT", "Almaty")
    assert olga.screen.text() == ""
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 1


async def test_the_button_without_another_word_is_the_coordinators_in_half_a_minute(desk: Desk) -> None:
    olga = await desk.coordinator()
    aset = await practises(desk)
    await aset.presses("It is real")
    await desk.later(minutes=0.6)
    olga.sees("nobody has said where", "🔴")


async def test_words_behind_a_command_that_reports_are_real(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = await has_played(desk)
    await aset.writes("/sos police took me in Almaty")
    assert "Practice" not in marat.sees("Almaty")
    assert (await counts(desk))["practices"] == 0


async def test_start_begins_from_the_beginning_and_that_is_real(desk: Desk) -> None:
    marat = await desk.lawyer()
    aset = await practises(desk)
    await aset.writes("/start", "police took my brother in Almaty")
    marat.sees("somebody is detained", "Almaty")


@pytest.mark.parametrize("act", ["/sos", "sos:now", "report/situation:me", "/report"])
async def test_whatever_begins_a_true_report_ends_the_practice(desk: Desk, act: str) -> None:
    marat = await lawyer(desk)
    aset = await has_played(desk)
    marat.screen.messages.clear()
    await (aset.presses_data(act) if ":" in act else aset.writes(act))
    aset.sees("The practice is over: from here on it is real.")
    assert (await counts(desk))["practices"] == 0
    if act == "/report":
        await aset.presses("It is me")
    await aset.writes("Almaty")
    assert "Practice" not in marat.sees("the detained person is writing", "Almaty")


async def test_nobody_practises_while_something_true_is_under_way(desk: Desk) -> None:
    rita = await desk.reports("police took my brother in Almaty")
    await rita.writes("/practice")
    rita.sees("Something true is under way")
    await desk.later(hours=13)  # nothing is asked any more
    await rita.writes("/practice")
    assert rita.count("Something true is under way") == 2
    guest = desk.person("Aida")
    code = rita.sees("Your code: ").partition("Your code: ")[2].partition(".")[0]
    await guest.writes(code, "/practice")
    guest.sees("Something true is under way")
    begun = desk.person("Dana")
    await begun.writes("/sos", "/practice")
    begun.sees("Something true is under way")
    assert (await counts(desk))["practices"] == 0


async def test_it_ends_by_itself_after_half_an_hour(desk: Desk) -> None:
    marat = await lawyer(desk)
    aset = await has_played(desk)
    await desk.later(minutes=29)
    assert (await counts(desk))["practices"] == 1
    await desk.later(minutes=2)
    aset.sees("The practice is over", "Nobody took it")
    marat.sees("It is over")
    left = await counts(desk)
    assert [left[name] for name in ("practices", "dialogues", "cards", "timers")] == [0, 0, 0, 0]


async def test_what_is_pressed_afterwards_says_that_nothing_is_practised(desk: Desk) -> None:
    marat = await lawyer(desk)
    aset = await has_played(desk)
    offer = marat.screen.button("I'll take it")[1].data
    await aset.presses("End the practice")
    await aset.presses_data("practice/situation:me")
    aset.sees("Nothing is being practised here")
    await marat.presses_data(offer)
    marat.sees("This is not possible any more")
    assert (await counts(desk))["reports"] == 0


async def test_without_a_place_coordinators_who_agreed_are_asked(desk: Desk) -> None:
    marat, olga, other = await lawyer(desk), await desk.coordinator(), await desk.coordinator("Other")
    await agrees(olga)
    aset = await practises(desk)
    await aset.presses_data("practice/situation:other")
    await desk.later(minutes=1.1)
    olga.sees("Practice: nothing real happens.", "Coordinators would read this now")
    aset.sees("Without a place coordinators would be told now")
    assert marat.screen.text() == other.screen.text() == ""


async def test_an_offer_of_a_drill_is_in_a_lower_lane_and_makes_no_sound_at_night(desk: Desk) -> None:
    marat = await lawyer(desk)
    await has_played(desk)
    assert marat.lanes() == ["news"]
    assert marat.rang() == 1
    await desk.later(hours=14)  # two in the morning
    marat.lanes()
    marat.rang()
    await has_played(desk)
    assert marat.lanes() == ["reminder"]
    assert marat.rang() == 0


async def test_who_is_asked_about_a_true_case_is_not_drilled(desk: Desk) -> None:
    marat = await lawyer(desk)
    await desk.reports("police took my brother in Almaty")
    marat.lanes()
    await has_played(desk)
    assert marat.lanes() == []


async def test_a_true_alert_reaches_who_is_being_drilled_as_ever(desk: Desk) -> None:
    marat = await lawyer(desk)
    await has_played(desk)
    marat.lanes()
    await desk.reports("police took my sister in Almaty", name="Dana")
    assert marat.lanes() == ["alert"]


async def test_nobody_who_practises_is_drilled_by_themselves(desk: Desk) -> None:
    marat = await lawyer(desk)
    await marat.writes("/practice")
    await plays(marat)
    marat.sees("In truth we would be contacting now: 0")


async def test_whoever_declines_sees_no_more_of_it_and_another_takes_it(desk: Desk) -> None:
    marat, aida = await lawyer(desk), await lawyer(desk, "Aida")
    await has_played(desk)
    await marat.presses("I can't")
    marat.sees("Noted: you can't")
    await aida.presses("I'll take it")
    aida.sees("You took it")
    assert marat.count("took it") == 0


async def test_members_read_no_word_of_whoever_practises(desk: Desk) -> None:
    marat = await lawyer(desk)
    aset = await has_played(desk)
    await aset.writes("Dana Made-Up", "Abay street 10", "+77010001122")
    await marat.presses("I'll take it")
    for shown in ("Dana", "Abay", "+7701", "brother"):
        marat.sees_nothing_of(shown)
    aset.sees("A lawyer is on it")


@pytest.mark.parametrize("how", ["/hide", "Phone is being taken", "mark"])
async def test_hiding_is_practised_and_the_chat_is_not_hidden(desk: Desk, how: str) -> None:
    aset = await has_played(desk)
    if how == "mark":
        await aset.presses_data("practice/urgent:+phone")
    else:
        await (aset.presses(how) if how[0] == "P" else aset.writes(how))
    (left,) = aset.screen.texts()
    assert left.startswith("Practice: nothing real happens.")
    assert "In practice it is not hidden." in left
    assert (await desk.address(aset)).silenced_at is None
    assert (await counts(desk))["practices"] == 0
    await aset.writes("police took my brother in Almaty")
    aset.sees("Received", "Your code:")


async def test_words_that_a_phone_is_taken_are_real_and_hide_the_chat(desk: Desk) -> None:
    aset = await has_played(desk)
    await aset.writes("they are taking my phone")
    assert (await desk.address(aset)).silenced_at is not None
    async with desk.reading() as tx:
        assert len(await tx.reports.select()) == 1


async def test_a_member_who_practises_and_cries_is_heard(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator(escalation=True)
    await marat.writes("/practice", "SOS Almaty")
    olga.sees("Almaty")
    assert (await counts(desk))["cases"] == 1


async def test_what_was_there_before_stays_when_hiding_is_practised(desk: Desk) -> None:
    aset = desk.person("Aset")
    await aset.writes("/help")
    await desk.later(minutes=1)
    await aset.writes("/practice", "/hide")
    aset.sees("/report")


async def test_the_board_the_lists_and_the_digest_know_nothing_of_it(desk: Desk) -> None:
    marat, olga = await lawyer(desk), await desk.coordinator()
    for one in (marat, olga, desk.administrator):
        await one.writes("/cases")
    shown = [one.screen.texts()[-1] for one in (olga, desk.administrator)]
    await has_played(desk)
    for one in (olga, desk.administrator):
        await one.writes("/cases")
    assert [one.screen.texts()[-1] for one in (olga, desk.administrator)] == shown
    await marat.writes("/cases")
    assert "Practice" not in marat.screen.texts()[-1]


async def test_the_button_stands_on_the_help_and_not_before_a_frightened_person(desk: Desk) -> None:
    aset = desk.person("Aset")
    await aset.writes("/start")
    assert not aset.screen.has("practice:now")
    await aset.writes("/help")
    await aset.presses("Practise")
    aset.sees("Practice: nothing real happens.", "It ends by itself after 30 minutes")
    await aset.presses("End the practice")
    aset.sees("Nobody was asked")


async def test_a_review_that_is_confirmed_and_a_cancel_end_it(desk: Desk) -> None:
    await lawyer(desk)
    aset = await has_played(desk)
    await aset.writes("/cancel")
    await aset.presses("It was a false alarm")
    aset.sees("The practice is over", "have been asked: 1")
    await practises(desk, "en", "/cancel")
    assert (await counts(desk))["practices"] == 0


async def test_a_file_is_kept_nowhere(desk: Desk) -> None:
    aset = await has_played(desk)
    await aset.presses_data("practice/who:one")
    for question in ("where", "when", "ongoing", "taken", "contact", "urgent", "link"):
        await aset.presses_data(f"practice/{question}:!skip")
    await aset.sends("photo-1")
    before = await counts(desk)
    assert (before["practices"], before["entries"], before["files"]) == (1, 0, 0)
    await aset.presses("End the practice")
    assert (await counts(desk))["dialogues"] == 0
