"""An export without names: what stands in its records, as of which moment, and what does not."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from core.exporting.table_columns import FULL_EXPORT_ONLY, TABLES
from core.model import Digest
from core.records.incidents import IncidentLink
from core.values import Intervention, Moment, Place, Precision, Proceeding, Value
from handlers.casework import facts
from tests.casework.clocks.test_clocks_of_a_case import claims, taken
from tests.casework.exported import exported
from tests.casework.story_desk import START, Desk

HELD = "police took my brother Timur Made-Up and two others in Almaty, on Abay street"


async def says(
    desk: Desk, kind: str, value: Value, *, hours: float = 0, number: int = -1, person: int | None = None
) -> None:
    """A lawyer who is on the roster says it of the case."""
    case = await desk.case(number)
    async with desk.writing() as tx:
        member = (await tx.members.select())[0]
        when = Moment(desk.now + timedelta(hours=hours), Precision.MINUTE) if hours else None
        await facts.record(
            tx,
            desk.service,
            case,
            facts.member_claim(tx, case, member, kind, value, person=person, when=when),
        )


async def test_a_case_is_a_record_with_people_counted_apart(desk: Desk) -> None:
    await desk.reports(HELD)
    found = await exported(desk, "json")
    (case,) = found.records("cases")
    assert case["case"] == (await desk.case()).code
    assert (case["identified"], case["at_least"]) == (1, 2)
    assert case["verification"] == "unknown"
    assert case["verification_mt41"] == "990000000000"
    assert case["source"].startswith("R")


async def test_unnamed_people_are_one_group_with_its_least_number_and_nobody_is_invented(desk: Desk) -> None:
    await desk.reports(HELD)
    one, group = (await exported(desk, "json")).records("persons")
    assert (one["kind"], one["kind_mt7"], one["at_least"]) == ("individual", "010000000000", 1)
    assert (group["kind"], group["kind_mt7"], group["at_least"]) == ("group", "030000000000", 2)


async def test_nothing_without_a_permit_names_anybody_or_repeats_words(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.writes("+7 701 555 12 34")
    await says(desk, "stated", "he shouted Made-Up words")
    await says(desk, "taken", "the Made-Up station")
    await says(desk, "place", Place("almaty", "almaty-auezov", latitude=43.21, longitude=76.81))
    sent = Intervention(0, "letter", "Office of Made-Up", desk.now, Precision.DAY, reference="No. 5-Made-Up")
    await says(desk, "intervention", replace(sent, number=1, reply="refused", reply_reference="2-Made-Up"))
    async with desk.reading() as tx:
        (timur,) = [one.id for one in await tx.persons.select()]
    await says(desk, "proceeding", Proceeding("administrative", "cao-488", "Made-Up"))
    for kind, value in (("sex", "female"), ("traits", ("journalist",)), ("treatment", "Made-Up bruises")):
        await says(desk, kind, value, person=timur)
    found = await exported(desk)
    for word in ("Timur", "Made-Up", "701 555", "7015551234", "Abay", "shouted", "street", "auezov", "43.21"):
        assert word not in found.text, word
    for table, columns in TABLES.items():
        for record in found.records(table):
            assert not FULL_EXPORT_ONLY.intersection(record), (table, record)
            assert set(record) <= set(columns)


async def test_every_record_says_its_source_and_how_sure_it_is(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports(HELD)
    await says(desk, "verification", "likely")
    await says(desk, "delivered", Moment(desk.now, Precision.MINUTE))
    found = await exported(desk, "json")
    for table in ("cases", "persons", "acts", "places", "statuses"):
        records = found.records(table)
        assert records, table
        for record in records:
            assert record["source"], table
            assert record["verification_mt41"] == "040000000000", table  # likely; 02 would be unlikely
    assert "member" in {record["source"] for record in found.records("statuses")}


async def test_times_that_contradict_each_other_are_both_stated(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports("police took Timur Made-Up in Almaty at 9:30")
    await says(desk, "started", Moment(START - timedelta(hours=1), Precision.MINUTE))
    found = await exported(desk, "json")
    began = [one for one in found.records("statuses") if one["kind"] == "started"]
    assert {one["source"] == "member" for one in began} == {True, False}
    assert len({one["at"] for one in began}) == 2
    assert {one["at"][-6:] for one in began} == {"+06:00"}  # the place's clock of that day


@pytest.mark.slow
async def test_places_have_a_beginning_and_an_end_each_with_its_source(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports("police took Timur Made-Up in Almaty at 9:30")
    await says(desk, "taken", "the second station")
    await says(desk, "delivered", Moment(desk.now, Precision.MINUTE))
    await desk.later(hours=4)
    await says(desk, "released_at", Moment(desk.now, Precision.HOUR))
    seen, taken = (await exported(desk, "json")).records("places")
    assert (seen["held_as"], taken["held_as"]) == ("seen", "taken")
    assert seen["to_at"] == taken["from_at"] == "2018-09-17T12:00:00+06:00"
    assert (taken["from_precision"], taken["to_precision"]) == ("minute", "hour")
    assert (taken["from_source"], taken["to_source"]) == ("member", "member")


@pytest.mark.slow
async def test_a_case_without_a_city_has_an_empty_one_and_is_counted(desk: Desk) -> None:
    rita = await desk.reports("police took Timur Made-Up, I do not know where")
    await rita.presses_data("report/place:unknown")
    found = await exported(desk)
    assert all("city" not in case for case in found.records("cases"))
    assert [row["detentions"] for row in found.rows("days.csv") if not row["incident"]] == ["1"]


async def test_few_cases_of_a_region_do_not_say_where(desk: Desk) -> None:
    for number in range(5):
        if number == 4:
            before = (await exported(desk, "json")).records("cases")
            assert {case["place_withheld"] for case in before} == {"region"}
            assert not any("city" in case or "region" in case for case in before)
        await desk.reports("police took a man in Aktau", name=f"Reporter {number}")
    cases = (await exported(desk, "json")).records("cases")
    assert {case["city"] for case in cases} == {"aktau"}
    assert not any("place_withheld" in case for case in cases)


async def test_a_city_that_is_a_region_is_always_named(desk: Desk) -> None:
    await desk.reports("police took a man in Almaty")
    (case,) = (await exported(desk, "json")).records("cases")
    assert case["city"] == "almaty"


async def test_the_codebook_names_no_place_that_is_withheld(desk: Desk) -> None:
    await desk.reports("police took a man in Aktau")
    await desk.reports("police took a man in Almaty")
    book = (await exported(desk, "csv")).rows("csv/codebook.csv")
    named = {row["value"] for row in book if row["field"] == "place"}
    assert "almaty" in named
    assert "aktau" not in named


@pytest.mark.slow
async def test_yesterdays_file_is_the_same_today_to_the_last_byte(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports(HELD)
    await desk.later(hours=1)
    yesterday = await exported(desk, as_of=desk.now)
    moment = desk.now
    await desk.later(hours=24)
    await desk.reports("police took a man in Aktau")
    await says(desk, "verification", "confirmed", number=0)
    await says(desk, "place", Place("astana"), number=0)
    again = await exported(desk, as_of=moment)
    assert again.sha256 == yesterday.sha256
    assert again.files == yesterday.files
    assert (await exported(desk)).sha256 != yesterday.sha256


@pytest.mark.slow
async def test_since_gives_the_cases_of_which_something_was_learnt(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports("police took a man in Almaty")
    await desk.reports("police took a woman in Almaty")
    await desk.later(hours=24)
    since = desk.now
    assert (await exported(desk, "json", since=since)).records("cases") == []
    await desk.later(hours=1)
    await says(desk, "verification", "confirmed", number=0)
    (case,) = (await exported(desk, "json", since=since)).records("cases")
    assert case["case"] == (await desk.case(0)).code


async def test_the_hashes_are_those_of_the_files_and_the_head_says_what_it_is(desk: Desk) -> None:
    await desk.reports(HELD)
    found = await exported(desk)
    lines = found.files["SHA256SUMS"].decode().splitlines()
    sums = dict(line.split("  ", 1)[::-1] for line in lines)
    assert set(sums) == set(found.files) - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256(found.files[name]).hexdigest() == digest
    about = json.loads(found.files["about.json"])
    assert about["schema"] == "dabyl-export/1"
    assert about["as_of"] == "2018-09-17T12:00:00+06:00"
    assert about["full_for"] is None


async def test_who_told_of_it_stands_nowhere(desk: Desk) -> None:
    await desk.reports(HELD, name="Rita Reporter")
    found = await exported(desk)
    (source,) = found.records("sources")
    assert source["confidentiality"] == "confidential"
    assert "Rita" not in found.text
    (link,) = found.records("links")
    assert (link["from_id"], link["to_id"]) == (source["source"], source["case"])


async def test_an_incident_and_its_cases_are_linked(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took a man in Almaty")
    await olga.writes("/incident Made-Up visit")
    case = await desk.case()
    async with desk.reading() as tx:
        (incident,) = await tx.incidents.select()
    await olga.presses_data(f"enlist:{case.id}:{incident.id}")
    found = await exported(desk)
    (one,) = found.records("incidents")
    assert "name" not in one
    (record,) = found.records("cases")
    assert record["incidents"] == one["incident"]
    (link,) = [one for one in found.records("links") if one["link_kind"] == "case_incident"]
    assert link["link_kind_mt22"] == "210000000000"
    assert [row["incident"] for row in found.rows("days.csv")] == ["", one["incident"]]


async def test_a_joke_and_an_emptied_case_are_no_records(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports("police took a man in Almaty")
    await says(desk, "outcome", "joke")
    found = await exported(desk)
    assert found.records("cases") == []
    assert found.rows("days.csv") == []


async def test_a_day_that_is_known_otherwise_now_says_what_the_digest_said(desk: Desk) -> None:
    await desk.reports("police took a man in Almaty at 9:30")
    case = await desk.case()
    assert case.happened_on is not None
    await _posted(desk, {case.happened_on.isoformat(): [3, 1, 2]})
    (row,) = (await exported(desk, "days")).rows("days.csv")
    assert (row["detentions"], row["corrected_from_detentions"]) == ("1", "3")
    assert row["as_of"] == "2018-09-17T12:00:00+06:00"


async def _posted(desk: Desk, days: dict[str, list[int]]) -> None:
    async with desk.writing() as tx:
        day = desk.now.date() - timedelta(days=1)
        span = desk.now - timedelta(days=1), desk.now - timedelta(hours=1)
        tx.digests.add(Digest(day, *span, posted_at=span[1], figures={"days": days}))


async def test_what_was_sent_and_what_came_back_is_a_record(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports(HELD)
    sent = Intervention(
        1, "complaint", "Made-Up prosecutor", desk.now, reference="17/3", due_at=desk.now + timedelta(days=3)
    )
    await says(desk, "intervention", sent)
    await says(desk, "intervention", replace(sent, reply="refused", replied_at=desk.now))
    found = await exported(desk)
    (one,) = found.records("interventions")
    assert (one["kind"], one["kind_mt20"]) == ("complaint", "020100000000")
    assert (one["response"], "response_mt27" in one) == ("refused", False)
    assert one["due"] == "2018-09-20T12:00:00+06:00"
    for word in ("Made-Up prosecutor", "17/3"):
        assert word not in found.text


async def test_what_the_bot_only_proposes_and_what_was_said_later_is_no_record(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    case = await desk.case()
    await olga.writes("/incident Visit")
    async with desk.writing() as tx:
        (incident,) = await tx.incidents.select()
        tx.incident_links.add(IncidentLink(tx.new_id(), incident.id, case.id, 0, desk.now, incident.rule))
    before, proposed = desk.now, await exported(desk, "json")
    await desk.later(minutes=5)
    await olga.presses("➕ Case")
    await olga.writes(case.code)
    now, then = await exported(desk, "json"), await exported(desk, "json", as_of=before)
    for found, count in ((proposed, 0), (then, 0), (now, 1)):
        assert sum(one["link_kind"] == "case_incident" for one in found.records("links")) == count
        assert bool(found.records("cases")[0].get("incidents")) is bool(count)
    early = await exported(desk, "json", as_of=START - timedelta(hours=1))
    assert early.records("links") == []


async def test_what_began_in_a_year_is_that_year_and_has_the_code_of_an_unknown_month_and_day(
    desk: Desk,
) -> None:
    marat, _ = await taken(desk)
    new_year = datetime(2014, 12, 31, 18, tzinfo=UTC)  # it is 2015 in Almaty
    await claims(desk, marat, "started", Moment(new_year, Precision.YEAR))
    found = await exported(desk)
    (act,) = [act for act in found.records("acts") if "started_at" in act]
    assert (act["started_at"], act["started_precision"]) == ("2015", "year")
    assert act["started_precision_mt48"] == "030000000000"
