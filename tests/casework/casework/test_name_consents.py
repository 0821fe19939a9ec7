"""May the name be given, be published: asked late, of the family alone; kept with wording and time; taken back by words."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claim_kinds import Certainty
from core.casework.consents import is_permitted
from core.incoming import Forwarded
from core.model import LANGUAGES
from core.values import Consent, value_to_data
from core.vocabulary import OF_NAMES, ConsentUse
from handlers.cards.case_loading import view_of
from handlers.casework import name_consents, report_claims
from handlers.casework.report_claims import Saying
from tests.casework.story_desk import START, Desk, Person

HELD = {
    "en": "police took my brother Timur Made-Up in Almaty",
    "ru": "полиция задержала моего брата Тимура Придуманова в Алматы",
    "kk": "Алматыда ағам Тимур Ойдановты полиция ұстады",
}
FORBIDDEN = {
    "en": [
        "do not give my name",
        "please don't publish his name",
        "I changed my mind",
        "keep his name private",
    ],
    "ru": ["не публикуйте имя", "не называйте имя брата", "я передумала", "имя никому не передавайте"],
    "kk": [
        "атымды бермеңіз",
        "атын жарияламаңызшы",
        "атын жарияламаңыз",
        "ойымды өзгерттім",
        "есімін ешкімге айтпаңыз",
    ],
}
NOWHERE = {
    "en": ("oh no, i don't want his name anywhere", "and don't write about it on the internet"),
    "ru": ("ой нет, не надо нигде его имя", "и в интернете тоже не пишите"),
    "kk": ("жоқ, атын айту керек емес", "интернетке де жазбаңыз"),
}
SAID = [(language, text) for language in LANGUAGES for text in FORBIDDEN[language]]


async def family(desk: Desk, language: str = "en", name: str = "Rita") -> Person:
    """A relative who may be written to."""
    rita = await desk.reports(HELD[language], language=language, name=name)
    await rita.presses_data("report/link:relative")
    await rita.allows_news()
    return rita


async def asked(desk: Desk, language: str = "en") -> Person:
    """The same, some hours later."""
    rita = await family(desk, language)
    await desk.later(hours=3)
    return rita


async def view(desk: Desk, number: int = -1) -> CaseView:
    case = await desk.case(number)
    async with desk.reading() as tx:
        return await view_of(tx, case)


async def may(desk: Desk, use: ConsentUse) -> bool:
    """Whether the one name of the newest case may be used so."""
    found = await view(desk)
    (person,) = found.persons
    return is_permitted(found, use, person.id)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_family_is_asked_hours_later_one_question_after_the_other(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    rita = await family(desk, language)
    await desk.later(minutes=179)
    rita.sees_nothing_of(say(language, "consent-why"))
    rita.rang()
    await desk.later(minutes=1)
    rita.sees(say(language, "consent-why"), say(language, "consent-authorities"))
    async with desk.reading() as tx:
        assert await tx.outgoing.by(topic=f"consents:{(await desk.report()).id}")
    rita.sees_nothing_of(say(language, "consent-publication"))
    assert rita.rang() == 0
    await rita.presses(say(language, "consent-authorities-yes"))
    rita.sees(say(language, "consent-authorities-noted", answer="yes"), say(language, "consent-publication"))
    await rita.presses(say(language, "consent-publication-no"))
    rita.sees(say(language, "consent-publication-noted", answer="no"), say(language, "consent-any-time"))
    assert [await may(desk, use) for use in OF_NAMES] == [True, False]


async def test_an_answer_is_kept_with_its_wording_its_language_and_its_time(desk: Desk) -> None:
    rita = await asked(desk, "ru")
    await rita.presses("Да, передавайте имя")
    fact = (await view(desk)).fact(ConsentUse.AUTHORITIES)
    assert fact is not None
    assert fact.value == Consent("yes", 2, "ru")
    assert fact.claim.noted_at == START + timedelta(hours=3)
    assert fact.claim.certainty is Certainty.SAID
    write = (await view(desk)).fact(ConsentUse.WRITE)
    assert write is not None
    assert write.value == Consent("yes", 1, "ru")


@pytest.mark.slow
async def test_nobody_is_asked_twice_and_not_now_is_an_answer(desk: Desk) -> None:
    rita = await asked(desk)
    assert await desk.waits_until("forget") == desk.now + timedelta(days=180)  # it is remembered as long
    await rita.presses("Not now")
    rita.sees("Until you allow it")
    await desk.later(hours=48)
    assert rita.count("Not urgent") == 0
    assert not await may(desk, ConsentUse.AUTHORITIES)


async def test_an_old_button_changes_the_answer(desk: Desk) -> None:
    rita = await asked(desk)
    report = await desk.report()
    await rita.presses("Yes, give the name", "Yes, publish the name")
    await rita.presses_data(f"consent:{report.id}:authorities-no")
    assert [await may(desk, use) for use in OF_NAMES] == [False, True]


@pytest.mark.slow
@pytest.mark.parametrize("link", ["witness", "colleague", "lawyer", "other"])
async def test_a_bystander_is_never_asked_and_a_yes_of_theirs_is_shown_and_permits_nothing(
    desk: Desk, link: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("police took Timur Made-Up in Almaty")
    await rita.presses_data(f"report/link:{link}")
    await rita.allows_news()
    await desk.later(hours=30)
    rita.sees_nothing_of("Not urgent")
    await marat.presses("I'll take it")
    await rita.presses_data(f"consent:{(await desk.report()).id}:publication-yes")
    assert not await may(desk, ConsentUse.PUBLICATION)
    marat.sees(
        "The name: must not be published",
        "“yes”, 18.09 18:00",
        "not of the family: alone this “yes” changes nothing",
    )


async def test_the_answer_of_another_persons_report_does_nothing(desk: Desk) -> None:
    await asked(desk)
    vera = desk.person("Vera")
    await vera.presses_data(f"consent:{(await desk.report()).id}:publication-yes")
    vera.sees("This is not possible any more")
    assert (await view(desk)).fact(ConsentUse.PUBLICATION) is None


@pytest.mark.slow
async def test_who_does_not_want_to_be_written_to_is_not_asked_until_they_do(desk: Desk) -> None:
    rita = await desk.reports(HELD["en"])
    await rita.presses_data("report/link:relative")
    await rita.allows_news("no")
    await desk.later(hours=24)
    rita.sees_nothing_of("Not urgent")
    await rita.allows_news()
    rita.sees_nothing_of("Not urgent")
    await desk.later(hours=26)
    rita.sees("Not urgent")


@pytest.mark.slow
@pytest.mark.parametrize("how", ["hidden", "muted", "closed"])
async def test_a_hidden_or_muted_chat_and_a_closed_case_are_not_asked(desk: Desk, how: str) -> None:
    olga = await desk.coordinator()
    rita = await family(desk)
    if how == "hidden":
        await rita.writes("/hide")
    else:
        await olga.opens(await desk.case())
        await olga.presses(*(("Mute the reporter for 24 h",) if how == "muted" else ("Released", "Released")))
    rita.rang()
    await desk.later(hours=23)
    rita.sees_nothing_of("Not urgent")


@pytest.mark.slow
async def test_a_case_that_is_opened_again_asks_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await family(desk)
    await olga.opens(await desk.case())
    await olga.presses("Released", "Released")
    await desk.later(hours=4)
    rita.sees_nothing_of("Not urgent")
    again = await desk.case()
    await family(desk, name="Vera")
    await olga.opens(await desk.case())
    await olga.presses("Released", "Released")
    other = (await desk.report()).id
    await desk.later(hours=4)
    await olga.presses_data(f"reopen:{again.id}")
    async with desk.reading() as tx:
        assert (
            await tx.timers.get(name_consents.consent_timer_key(other)) is None
        )  # nobody opened that one again
    await desk.later(hours=14)
    rita.sees("Not urgent")


async def test_at_night_the_question_waits_for_the_morning(desk: Desk) -> None:
    await desk.later(hours=9)  # nine in the evening
    rita = await family(desk)
    await desk.later(hours=10)
    rita.sees_nothing_of("Not urgent")
    await desk.later(hours=2)
    rita.sees("Not urgent")


YES = [("en", "yes"), ("ru", "да"), ("kk", "иә")]


@pytest.mark.parametrize(("language", "text"), YES)
async def test_a_typed_yes_answers_the_question_that_came_last(desk: Desk, language: str, text: str) -> None:
    rita = await asked(desk, language)
    await rita.writes(text)
    rita.sees(desk.service.words.say(language, "consent-authorities-noted", answer="yes"))
    assert [await may(desk, use) for use in OF_NAMES] == [True, False]


@pytest.mark.slow
@pytest.mark.parametrize("what", ["a member", "hiding", "a form"])
async def test_a_yes_to_what_was_asked_after_it_gives_no_name_away(desk: Desk, what: str) -> None:
    marat = await desk.lawyer()
    rita = await family(desk)
    await marat.presses("I'll take it", "On my way")
    await desk.later(hours=3)
    rita.sees("Not urgent")
    await desk.later(minutes=1)
    if what == "a member":
        await marat.writes("Is he at home again?")
        await marat.presses("Send it to the reporter")
    elif what == "hiding":
        await marat.presses("Close…", "Fine")
        rita.sees("Shall this chat be emptied")
    else:
        await rita.writes("/checkin")
    await rita.writes("yes")
    assert not await may(desk, ConsentUse.AUTHORITIES)


async def test_a_yes_behind_other_words_is_no_answer_to_it(desk: Desk) -> None:
    rita = await asked(desk)
    await desk.later(minutes=1)
    await rita.writes("he has a blue jacket")
    await desk.later(minutes=1)
    await rita.writes("yes")
    assert not await may(desk, ConsentUse.AUTHORITIES)


# --- taking it back


@pytest.mark.parametrize(("language", "text"), SAID)
async def test_whoever_allowed_it_takes_it_back_by_words(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    say = desk.service.words.say
    rita = await asked(desk, language)
    await rita.presses(say(language, "consent-authorities-yes"), say(language, "consent-publication-yes"))
    assert await may(desk, ConsentUse.PUBLICATION)
    olga.rang()
    await rita.writes(text)
    last = say(language, "consent-forbidden", what="both", before="yes").split(". ")[-1]
    rita.sees(last)  # what has left does not come back
    assert not await may(desk, ConsentUse.PUBLICATION)
    olga.sees(say(language, "ask-consent"))
    assert olga.rang() == 1
    await olga.opens(await desk.case())
    olga.sees(text)  # the words are kept


@pytest.mark.slow
@pytest.mark.parametrize(("language", "text"), SAID)
async def test_it_is_taken_back_after_closing_too(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    say = desk.service.words.say
    rita = await asked(desk, language)
    await rita.presses(say(language, "consent-authorities-yes"), say(language, "consent-publication-yes"))
    await olga.opens(await desk.case(), "звонили" if language == "ru" else "the family")
    case = await desk.case()
    await olga.presses_data(f"closed:{case.id}:released")
    await desk.later(hours=100)
    await rita.writes(text)
    assert not await may(desk, ConsentUse.PUBLICATION)


MIXED = {
    "en": "police took my brother Timur Made-Up in Almaty, do not publish his name",
    "ru": "полиция задержала моего брата Тимура Придуманова в Алматы, имя не публикуйте",
    "kk": "Алматыда ағам Тимур Ойдановты полиция ұстады, атын жарияламаңыз",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_heard_among_other_words_and_the_alarm_goes_out(desk: Desk, language: str) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(MIXED[language], language=language)
    assert (marat.rang(), olga.rang()) == (1, 0)
    fact = (await view(desk)).fact(ConsentUse.PUBLICATION)
    assert fact is not None
    assert fact.value == Consent("no")
    rita.sees(desk.service.words.say(language, "consent-forbidden", what="publication", before="no"))


async def test_who_says_it_again_is_answered_and_nothing_is_claimed_twice(desk: Desk) -> None:
    rita = await family(desk)
    await rita.writes("do not publish his name", "do not publish his name")
    assert len((await view(desk)).history(ConsentUse.PUBLICATION)) == 1
    assert rita.count("Noted: we do not publish") >= 1


async def test_a_corrected_message_takes_it_back_too(desk: Desk) -> None:
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    await rita.writes("he has a blue jacket")
    message = desk.phones.next_id() - 1
    await rita.corrects(message, "he has a blue jacket, do not publish his name")
    assert not await may(desk, ConsentUse.PUBLICATION)


async def test_a_changed_mind_of_who_allowed_nothing_is_a_word_like_others(desk: Desk) -> None:
    rita = await family(desk)
    await rita.writes("I changed my mind")
    rita.sees_nothing_of("Noted: we do not publish")
    assert (await view(desk)).fact(ConsentUse.PUBLICATION) is None


async def test_what_a_witness_forbids_is_kept_and_asks_a_coordinator_only_against_the_family(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports("police took Timur Made-Up in Almaty")
    await rita.presses_data("report/link:witness")
    olga.rang()
    await rita.writes("do not publish his name")
    rita.sees("whoever works on this reads it")
    assert olga.rang() == 0
    fact = (await view(desk)).fact(ConsentUse.PUBLICATION)
    assert fact is not None
    assert fact.value == Consent("no")


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "не публикуйте имя Тимура"), ("kk", "атымды бермеңіз"), ("en", "do not give his name")],
)
async def test_from_another_account_a_coordinator_is_asked_and_nothing_is_told(
    desk: Desk, language: str, text: str
) -> None:
    olga = await desk.coordinator()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    vera = desk.person("Vera", language)
    olga.rang()
    await vera.writes(text)
    assert vera.screen.texts() == [desk.service.words.say(language, "consent-passed-on")]
    olga.sees("asks not to give or publish a name")
    assert text not in olga.screen.text()
    assert olga.rang() == 1
    assert await may(desk, ConsentUse.PUBLICATION)  # until the coordinator has decided


@pytest.mark.slow
async def test_with_the_code_alone_a_coordinator_is_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    code = rita.sees("Your code: ").split("Your code: ")[1].split(".")[0]
    vera = desk.person("Vera")
    await vera.writes(code)
    olga.rang()
    await vera.writes("do not publish the name")
    vera.sees("whoever works on this reads it")
    olga.sees("Somebody forbids using the name", (await desk.case()).code)
    assert await may(desk, ConsentUse.PUBLICATION)


@pytest.mark.parametrize("how", ["hidden", "muted"])
async def test_from_a_hidden_or_muted_chat_a_coordinator_is_asked_and_no_fact_changes(
    desk: Desk, how: str
) -> None:
    olga = await desk.coordinator()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    if how == "hidden":
        await rita.writes("/hide")
    else:
        await olga.opens(await desk.case())
        await olga.presses("Mute the reporter for 24 h")
    await rita.writes("do not publish his name")
    olga.sees("Somebody forbids using the name")
    assert await may(desk, ConsentUse.PUBLICATION)
    assert rita.screen.texts()[-1] == "Thank you. The message has been received."


async def test_a_member_who_writes_so_writes_a_note(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    await marat.presses("I'll take it")
    await marat.writes("do not publish the name")
    assert await may(desk, ConsentUse.PUBLICATION)


@pytest.mark.slow
async def test_what_is_forwarded_takes_nothing_back(desk: Desk) -> None:
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    await rita.writes("do not publish his name", forwarded=Forwarded(START))
    assert await may(desk, ConsentUse.PUBLICATION)


WRITE = [("en", "don't write to me"), ("ru", "больше не пишите мне"), ("kk", "маған жазбаңыз")]


@pytest.mark.parametrize(("language", "text"), WRITE)
async def test_who_does_not_want_to_be_written_to_any_more_says_so_and_can_undo_it(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    say = desk.service.words.say
    rita = await family(desk, language)
    await rita.writes(text)
    rita.sees(say(language, "consent-silent"))
    assert (await desk.report()).consent == "no"
    await marat.presses(say(language, "button-accept").lstrip("✅ "))
    assert rita.count(say(language, "news-accepted")) == 0
    await rita.presses(say(language, "report-consent-yes"))
    assert (await desk.report()).consent == "yes"
    assert rita.count(say(language, "news-accepted")) == 1


async def test_of_several_reports_it_is_taken_back_in_all_unless_one_is_named(desk: Desk) -> None:
    rita = await family(desk)
    await rita.writes("police took my sister Dana Made-Up in Astana")
    await rita.writes("do not publish the name of Dana")
    found = [(await view(desk, number)).fact(ConsentUse.PUBLICATION) for number in (0, 1)]
    assert [fact is not None for fact in found] == [False, True]
    await rita.writes("do not publish")
    found = [(await view(desk, number)).fact(ConsentUse.PUBLICATION) for number in (0, 1)]
    assert [fact is not None for fact in found] == [True, True]


# --- a coordinator


async def test_a_coordinator_sees_who_said_what_when_and_decides(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "No, do not publish it")
    await olga.opens(await desk.case())
    olga.sees(
        "Name to authorities and the UN: may be given. Answers: Relative: “yes”, 17.09 15:00, wording 2"
    )
    await olga.presses("Consents")
    shown = olga.sees(
        "what may be done with the name",
        "must not be published. Answers: Relative: “no”, 17.09 15:00, wording 1",
    )
    assert "[Give the name to authorities]" in shown
    assert "[Publish the name]" not in shown  # nobody has allowed it
    await desk.later(minutes=5)
    await olga.presses("Do not give it to authorities")
    assert olga.screen.drawn("what may be done with the name").startswith("🔒")
    on_both = olga.count(
        "must not be given. Answers: Relative: “yes”, 17.09 15:00, wording 2 · Olga: “no”, 17.09 15:05"
    )
    assert on_both == 2, "what was pressed, and the card of the case"
    assert not await may(desk, ConsentUse.AUTHORITIES)
    assert ("consent_decided", "Olga", {"use": "authorities", "answer": "no"}) in await desk.history()
    await olga.presses("History")
    olga.sees("decided about the name: Do not give it to authorities")


async def test_a_coordinator_has_the_family_asked_at_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await family(desk)
    await olga.opens(await desk.case())
    await olga.presses("Consents", "Ask the family")
    olga.sees("asked. The answer will stand on the card.")
    assert (await desk.history())[-1] == ("consent_asked", "Olga", {})
    rita.sees("Not urgent")
    await desk.later(hours=4)
    assert rita.count("Not urgent") == 1
    await rita.writes("/hide")
    await olga.presses_data(f"consents:{(await desk.case()).id}:ask")
    olga.sees("nobody was asked")


async def test_who_allowed_it_when_the_question_said_less_can_be_asked_again_and_the_old_yes_holds(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    rita = await family(desk)
    async with desk.writing() as tx:
        before = await desk.report()
        said = value_to_data(Consent("yes", 1, "en"))
        tx.claims.add(report_claims.make_claim(tx, before, Saying(ConsentUse.AUTHORITIES, said)))
    assert await may(desk, ConsentUse.AUTHORITIES)
    await olga.opens(await desk.case())
    await olga.presses("Consents")
    olga.sees("wording 1")
    await olga.presses("Ask the family")
    assert "some publish their decisions with it" in rita.sees("Not urgent")
    await rita.presses("Yes, give the name")
    fact = (await view(desk)).fact(ConsentUse.AUTHORITIES)
    assert fact is not None
    assert fact.value == Consent("yes", 2, "en")


async def test_a_witness_is_not_asked_by_a_coordinator_either(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports("police took Timur Made-Up in Almaty")
    await rita.presses_data("report/link:witness")
    await rita.allows_news()
    await olga.opens(await desk.case())
    await olga.presses("Consents")
    olga.sees_nothing_of("Ask the family")
    await olga.presses_data(f"consents:{(await desk.case()).id}:ask")
    olga.sees("nobody was asked. The chat is hidden")
    rita.sees_nothing_of("Not urgent")
    assert "consent_asked" not in [kind for kind, *_ in await desk.history()]


@pytest.mark.slow
async def test_where_the_family_differs_a_coordinator_is_asked_and_settles_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    vera = await desk.reports("I am held in Almaty", name="Vera")
    case, report = await desk.case(0), await desk.report()
    async with desk.writing() as tx:  # both reports are of one case
        (link,) = await tx.links.by(report_id=report.id)
        tx.links.put(replace(link, case_id=case.id))
        tx.reports.put(replace(report, case_id=case.id))
    await olga.opens(case)
    olga.sees_nothing_of("the family disagrees")
    await vera.presses_data(f"consent:{report.id}:publication-no")
    olga.sees("the family disagrees", case.code)
    found = await view(desk, 0)
    (timur,) = found.persons
    assert not is_permitted(found, ConsentUse.PUBLICATION, timur.id)
    await olga.presses("Consents", "Publish the name")
    assert is_permitted(await view(desk, 0), ConsentUse.PUBLICATION, timur.id)
    olga.sees_nothing_of("the family disagrees")


@pytest.mark.slow
async def test_a_lawyer_reads_it_and_decides_nothing(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    await marat.presses("I'll take it")
    marat.sees("The name: may be published")
    await marat.presses_data(f"consents:{(await desk.case()).id}:publication-no")
    assert await may(desk, ConsentUse.PUBLICATION)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_is_taken_back_by_words_while_the_second_question_stands(
    desk: Desk, language: str
) -> None:
    rita = await asked(desk, language)
    say = desk.service.words.say
    await rita.presses(say(language, "consent-authorities-yes"))
    assert await may(desk, ConsentUse.AUTHORITIES)
    await rita.writes(NOWHERE[language][0])
    assert not await may(desk, ConsentUse.AUTHORITIES)
    assert not await may(desk, ConsentUse.PUBLICATION)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_not_on_the_internet_forbids_publication_alone(desk: Desk, language: str) -> None:
    rita = await asked(desk, language)
    say = desk.service.words.say
    await rita.presses(say(language, "consent-authorities-yes"), say(language, "consent-publication-yes"))
    assert await may(desk, ConsentUse.PUBLICATION)
    await rita.writes(NOWHERE[language][1])
    assert not await may(desk, ConsentUse.PUBLICATION)
    assert await may(desk, ConsentUse.AUTHORITIES)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "i don't want to give the name"), ("ru", "не хочу называть имя")]
)
async def test_who_does_not_want_to_name_forbids_nothing(desk: Desk, language: str, said: str) -> None:
    rita = await desk.reports("police took my brother in Almaty", language=language)
    await rita.writes(said)
    rita.sees_nothing_of(desk.service.words.say(language, "consent-forbidden", what="both", before="no"))
