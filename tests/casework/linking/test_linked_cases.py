"""Who hears that two cases are one: whoever has them, their reporters, coordinators, and the digest."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.digest.tally import Tally
from core.model import Case
from core.vocabulary import CaseState, DialogueState, OfferState, RecordKind, ReportState, Role, TaskKind
from handlers.daily import digest, digest_figures
from tests.casework.linking.test_same_case import FRIEND, SAME, WIFE, cases, two
from tests.casework.story_desk import Desk, Person


async def accepts(desk: Desk, lawyer: Person, number: int) -> Case:
    """The lawyer takes the first or second case, and shows that they are on it."""
    case = await desk.case(number)
    await lawyer.presses_data(f"accept:{(await desk.offer_to(lawyer.name, case)).id}")
    await lawyer.presses_data(f"first:{case.id}:contacted")
    return case


async def asks(desk: Desk) -> set[str]:
    """What coordinators are asked."""
    async with desk.reading() as tx:
        return {card.subject for card in await tx.cards.select() if card.subject.startswith("ask-")}


@pytest.mark.parametrize(
    ("language", "adds"),
    [
        ("en", "one more source. New: Needs medicine, a name or a spelling. Everything is on the card."),
        ("ru", "ещё один источник. Новое: Нужны лекарства, имя или его написание. Всё есть на карточке."),
        ("kk", "тағы бір дереккөз. Жаңасы: Дәрі керек, есім немесе оның жазылуы. Бәрі карточкада тұр."),
    ],
)
async def test_the_owner_hears_at_once_what_the_new_source_adds(desk: Desk, language: str, adds: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    olga = await desk.coordinator()
    await desk.reports(WIFE)
    case = await accepts(desk, marat, 0)
    await desk.later(minutes=2)
    await desk.reports(FRIEND, language="ru")
    await desk.later(minutes=1)
    marat.rang()
    await olga.presses(SAME)
    marat.sees(f"{case.code}: {adds}")
    marat.sees("инсулин", "my husband")  # on the card
    assert marat.rang() > 0


async def test_of_a_source_that_adds_nothing_the_owner_reads_without_a_sound(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await desk.coordinator()
    await desk.reports("police took Erlan Pridumanny in Almaty an hour ago")
    await accepts(desk, marat, 0)
    await desk.reports("police took Erlan Pridumanny in Almaty an hour ago", name="Friend")
    await desk.later(minutes=1)
    marat.rang()
    await olga.presses(SAME)
    marat.sees("one more source. It adds nothing new.")
    assert marat.rang() == 0


async def test_what_a_lawyer_has_stays_and_the_older_one_that_nobody_has_becomes_the_stub(desk: Desk) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 1)
    await olga.presses(SAME)
    stub, held = await cases(desk)
    assert (stub.record, held.state) == (RecordKind.STUB, CaseState.ACCEPTED)
    saule.sees(f"{stub.code}: part of {held.code} now.")
    async with desk.reading() as tx:
        left = {timer.kind for timer in await tx.timers.select() if timer.subject_id == stub.id}
    assert not left & {"escalation", "clock", "first-action", "reminder", "still-yours", "ringing"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("label", "owner", "second"),
    [
        ("Marat keeps it", "Marat", None),
        ("Saule takes it", "Saule", None),
        ("Both, Saule as the second", "Marat", "Saule"),
    ],
)
async def test_two_owners_are_put_to_a_coordinator_who_rings_both(
    desk: Desk, label: str, owner: str, second: str | None
) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 0)
    stub = await accepts(desk, saule, 1)
    await olga.presses(SAME)
    held = await desk.case(0)
    saule.sees(f"{stub.code}: part of {held.code} now", "A coordinator says who keeps it")
    olga.sees("Two cases are one now", f"Marat: +7701000{marat.chat}", f"Saule: +7701000{saule.chat}")
    await olga.presses(label)
    held = await desk.case(0)
    members = {one.name: (await desk.membership(one)).id for one in (marat, saule)}
    assert (held.owner_id, held.second_id) == (members[owner], members.get(second or ""))
    assert f"ask-{TaskKind.TWO_OWNERS}" not in await asks(desk)
    olga.sees("Settled:", f"with {owner}")


@pytest.mark.parametrize("ended", [False, True])
async def test_whom_no_coordinator_is_asked_about_reads_only_of_what_it_is_part(
    desk: Desk, ended: bool
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await two(desk)
    first = await accepts(desk, marat, 0)
    if ended:  # it goes on as the other
        await marat.presses_data(f"closed:{first.id}:released")
        await olga.writes(f"/link {first.code} {(await desk.case(1)).code}")
        await olga.presses("1: the same, still held")
    else:  # they have both
        await accepts(desk, marat, 1)
        await olga.presses(SAME)
    marat.sees("part of")
    marat.sees_nothing_of("A coordinator says who keeps it")
    assert f"ask-{TaskKind.TWO_OWNERS}" not in await asks(desk)


async def test_what_is_asked_about_another_case_stands(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("a trial began in Astana", name="Vera")
    await two(desk)
    await olga.presses(SAME)
    olga.sees("A record", "Astana", "[Open the case]")


@pytest.mark.slow
async def test_undone_each_has_again_what_they_had(desk: Desk) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 0)
    await accepts(desk, saule, 1)
    before = await cases(desk)
    await olga.presses(SAME, f"Undo: {before[1].code}")
    assert await cases(desk) == before
    assert ("parted", "Olga") in [line[:2] for line in await desk.history(0)]
    saule.sees(f"Case {before[1].code} · yours")
    marat.sees(f"{before[0].code}: what one source told does not belong here. It is {before[1].code} again")
    assert f"ask-{TaskKind.TWO_OWNERS}" not in await asks(desk)


async def test_undone_whoever_has_it_again_has_their_time_and_by_day_a_second_is_looked_for(
    desk: Desk,
) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await desk.later(hours=11)  # 23:00
    await desk.reports(WIFE, name="Wife")
    await desk.reports("задержали Ерлана Придуманного в Алматы час назад", name="Friend", language="ru")
    await desk.later(minutes=1)
    await accepts(desk, marat, 0)
    stub = await desk.case(1)
    await saule.presses_data(f"accept:{(await desk.offer_to('Saule', stub)).id}")
    await saule.presses_data(f"second:{stub.id}:yes")
    await olga.presses(SAME, f"Undo: {stub.code}")
    async with desk.reading() as tx:
        due = {
            one.kind: one.due_at - desk.now for one in await tx.timers.select() if one.subject_id == stub.id
        }
    assert due["first-action"] == timedelta(minutes=30)
    assert due["still-yours"] == timedelta(hours=4)
    assert due["escalation"] == timedelta(hours=8, minutes=59)


async def test_undone_a_case_whose_owner_left_meanwhile_is_looked_for_anew(desk: Desk) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 0)
    stub = await accepts(desk, saule, 1)
    async with desk.writing() as tx:
        tx.cases.put(replace(await desk.case(1), second_id=(await desk.membership(marat)).id))
    await olga.presses(SAME)
    await desk.suspends(saule)
    await olga.presses(f"Undo: {stub.code}")
    again = await desk.case(1)
    assert (again.state, again.owner_id, again.second_id) == (CaseState.OPEN, None, None)
    async with desk.reading() as tx:
        assert not await tx.alerts.by(case_id=again.id, state=OfferState.ACCEPTED)
        assert await tx.timers.get(f"escalation:case-{again.id}") is not None


async def test_undone_a_case_that_was_closed_is_closed_again_and_nobody_is_asked(desk: Desk) -> None:
    saule, olga = await desk.lawyer("Saule"), await desk.coordinator()
    _, friend = await two(desk)
    closed = await accepts(desk, saule, 1)
    await friend.tells_all_out("его отпустили")
    await saule.presses_data(f"closed:{closed.id}:released")
    await olga.presses(SAME, f"Undo: {closed.code}")
    again = await desk.case(1)
    assert (again.state, again.record) == (CaseState.CLOSED, RecordKind.DEPRIVATION)  # who closed it knows
    assert again.says_over
    assert f"ask-{TaskKind.OVER}" not in await asks(desk)
    async with desk.reading() as tx:
        assert not await tx.alerts.by(case_id=again.id, state=OfferState.OFFERED)


async def test_undone_after_the_other_was_given_to_a_lawyer_that_lawyer_keeps_it(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await two(desk)
    before = await cases(desk)
    await olga.presses(SAME)
    await accepts(desk, marat, 0)
    await olga.presses(f"Undo: {before[1].code}")
    held, again = await cases(desk)
    assert (held.state, again.state) == (CaseState.ACCEPTED, CaseState.OPEN)
    marat.sees_nothing_of("инсулин")
    assert (await desk.offers())["Marat"].state.value == "offered"


async def test_a_reporter_hears_how_it_stands_with_the_case_to_which_the_report_belongs_now(
    desk: Desk,
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    _, friend = await two(desk)
    await friend.allows_news()
    await accepts(desk, marat, 0)
    await olga.presses(SAME)
    friend.sees("Вашим сообщением занялся юрист.")
    await marat.presses("Released", "Released")
    friend.sees("Ваше сообщение закрыто")


@pytest.mark.slow
async def test_a_hidden_reporter_gets_nothing_of_it(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    _, friend = await two(desk)
    await friend.allows_news()
    await friend.presses_data("hide:now")
    await accepts(desk, marat, 0)
    friend.lanes()
    before = friend.screen.text()
    await olga.presses(SAME)
    await olga.presses(f"Undo: {(await desk.case(1)).code}")
    assert friend.screen.text() == before


async def test_what_a_reporter_asked_for_is_asked_where_the_report_is_now(desk: Desk) -> None:
    olga = await desk.coordinator()
    _, friend = await two(desk)
    await friend.writes("удалите всё")
    first, second = await cases(desk)
    await olga.presses(SAME)
    async with desk.reading() as tx:
        asked = await tx.cards.by(subject=f"ask-{TaskKind.DELETE}")
    assert [card.subject_id for card in asked] == [first.id]
    olga.sees(f"Settled: 🟠 {second.code}", f"see {first.code}")
    await olga.presses(f"Undo: {second.code}")
    async with desk.reading() as tx:
        asked = await tx.cards.by(subject=f"ask-{TaskKind.DELETE}")
    assert [card.subject_id for card in asked] == [second.id]


@pytest.mark.slow
async def test_a_digest_counts_one_arrest_once_and_corrects_what_yesterdays_said(desk: Desk) -> None:
    olga = await desk.coordinator()
    for reporter in await two(desk):
        await reporter.presses_data("report/situation:other")
    async with desk.writing() as tx:
        await digest.schedule(tx, desk.service)
    await desk.later(hours=24)
    await olga.presses(SAME)
    async with desk.reading() as tx:
        last = (await tx.digests.select())[-1]
        counted = await digest_figures.count(tx, desk.service, last, tx.now)
    assert counted.still_open == Tally(1, 1, 0)
    (correction,) = counted.corrections
    assert (correction.was, correction.now) == (Tally(2, 2, 0), Tally(1, 1, 0))


async def ticking(desk: Desk, case: Case) -> set[str]:
    """What waits for its time because of a case."""
    async with desk.reading() as tx:
        return {timer.kind for timer in await tx.timers.select() if timer.subject_id == case.id}


async def test_undone_all_that_waits_for_its_time_waits_again(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await two(desk)
    held = await accepts(desk, marat, 0)
    stub = await desk.case(1)
    await desk.later(minutes=1)
    before = await ticking(desk, held), await ticking(desk, stub)
    await olga.presses(SAME, f"Undo: {stub.code}")
    await desk.later(minutes=1)
    assert "clock" in before[0] & before[1]
    assert before[0] <= await ticking(desk, held)
    assert before[1] <= await ticking(desk, stub)


async def test_what_a_source_says_that_is_urgent_rings_more_lawyers_of_a_case_that_nobody_has(
    desk: Desk,
) -> None:
    desk.without_clocks()
    olga = await desk.coordinator()
    await two(desk)
    lawyers = [await desk.lawyer(f"Lawyer {number}") for number in range(8)]
    before = await desk.case(0)
    await olga.presses(SAME)
    after = await desk.case(0)
    assert (before.priority == "urgent", after.priority) == (False, "urgent")
    assert any("URGENT" in lawyer.screen.text() for lawyer in lawyers)


async def test_a_lawyer_who_had_neither_case_is_not_given_it_by_an_old_button(desk: Desk) -> None:
    marat, saule, vera = await desk.lawyer(), await desk.lawyer("Saule"), await desk.lawyer("Zarina")
    olga = await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 0)
    await accepts(desk, saule, 1)
    await olga.presses(SAME)
    held, stranger = await desk.case(0), (await desk.membership(vera)).id
    for word in ("passes", "both"):
        await olga.presses_data(f"{word}:{held.id}:{stranger}")
    assert await desk.case(0) == held
    assert f"ask-{TaskKind.TWO_OWNERS}" in await asks(desk)


@pytest.mark.slow
async def test_who_left_meanwhile_is_not_offered_as_the_one_who_keeps_it(desk: Desk) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 0)
    await accepts(desk, saule, 1)
    await olga.presses(SAME)
    held, left = await desk.case(0), (await desk.membership(saule)).id
    await desk.suspends(saule)
    await olga.presses_data(f"passes:{held.id}:{left}")
    assert (await desk.case(0)).owner_id == held.owner_id


@pytest.mark.slow
async def test_of_two_sources_that_contradict_each_other_it_is_read_who_says_that_it_is_over(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    wife, friend = await two(desk)
    await olga.presses(SAME)
    await wife.writes("they have released him")
    await friend.writes("нет, его всё ещё держат")
    await olga.opens(await desk.case(0))
    card = olga.sees("2 sources", "Still going on: yes")
    wifes = next(line for line in card.splitlines() if line.startswith("1. Relative"))
    assert "Still going on: no" in wifes
    assert card.count("Still going on: no") == 1


@pytest.mark.slow
async def test_who_coordinates_no_more_reads_neither_owners_nor_their_numbers(desk: Desk) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    _, friend = await two(desk)
    await accepts(desk, marat, 0)
    await accepts(desk, saule, 1)
    await olga.presses(SAME)
    olga.sees("Two cases are one now")
    await desk.member("Olga", Role.LAWYER, person=olga, on_duty=False)
    await friend.writes("он в придуманном отделе полиции")
    olga.sees_nothing_of("Two cases are one now", f"+7701000{saule.chat}")


@pytest.mark.slow
async def test_what_the_owner_reads_of_a_new_source_cannot_be_passed_on_and_goes_with_the_case(
    desk: Desk,
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 0)
    await olga.presses(SAME)
    (told,) = [shown for shown in marat.screen.messages.values() if "one more source" in shown.text]
    assert told.protect
    await marat.presses("Released", "Released")
    marat.sees_nothing_of("one more source")


async def test_an_alarm_that_is_linked_to_a_case_nobody_was_asked_about_rings_lawyers(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports("masked people are watching the house of Erlan Pridumanny in Almaty")
    quiet = await desk.case()
    assert (quiet.alerting, marat.rang()) == (False, 0)
    await desk.later(minutes=2)
    await desk.reports(FRIEND, language="ru")
    alarm = await desk.case()
    await olga.writes(f"/link {quiet.code} {alarm.code}")
    marat.rang()
    await olga.presses(SAME)
    held = await desk.case(0)
    assert (held.record, held.alerting) == (RecordKind.UNCLEAR, True)
    assert (await desk.offer_to("Marat", held)).state.value == "offered"
    assert marat.rang() > 0


@pytest.mark.slow
async def test_a_report_that_goes_to_a_closed_case_and_back_is_closed_and_open_with_it(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(WIFE)
    await accepts(desk, marat, 0)
    await marat.presses("Released", "Released")
    friend = await desk.reports(FRIEND, language="ru", name="Friend")
    before = await desk.report()
    await desk.later(minutes=1)
    await olga.presses("1: the same, it is over")
    assert (await desk.report()).state is ReportState.CLOSED
    async with desk.reading() as tx:
        asked = await tx.dialogues.by(subject_id=before.id)
        assert not [one for one in asked if one.state is DialogueState.OPEN]
    friend.sees("Закрыто: Отпустили.")
    await olga.presses(f"Undo: {(await desk.case(1)).code}")
    assert (await desk.report()).state is before.state


@pytest.mark.slow
async def test_undone_who_has_the_stub_again_has_its_card_below(desk: Desk) -> None:
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await two(desk)
    await accepts(desk, marat, 0)
    stub = await accepts(desk, saule, 1)
    await olga.presses(SAME)
    saule.rang()
    await olga.presses(f"Undo: {stub.code}")
    assert saule.rang() > 0
