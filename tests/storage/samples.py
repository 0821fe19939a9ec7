"""Rows of every table that are connected and have every field set; the names are made up."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from core.casework.claim_kinds import Certainty
from core.casework.claims import Claim, ReportLink, SourceKind
from core.exporting.scope import ExportPermit
from core.incoming import FileKind
from core.model import (
    Address,
    Case,
    DayLine,
    Dialogue,
    Digest,
    Entry,
    EvidenceLine,
    Guest,
    Member,
    Offer,
    Person,
    Report,
    TimelineEntry,
)
from core.qualification import Qualification, Speciality
from core.records.check_ins import CheckIn, Practice
from core.records.door_lists import DoorList, ListState
from core.records.drills import Drill, DrillOffer
from core.records.emergency_steps import EmergencyKind, EmergencyStep, Notice, SealingKey
from core.records.holds import ClockMark, Hold, HowSurely, Signature
from core.records.incidents import Incident, IncidentLink, IncidentPattern, IncidentRule
from core.records.invitations import Binding, Invitation, InvitationState, RosterFile, ToldChannel
from core.records.lookups import LookUp, NameBlock, Pair, PairAnswer
from core.records.papers import OutgoingNumber, Paper, PaperState, PaperTemplate
from core.records.postings import DigestPosting, DigestPreview
from core.records.station_calls import CallRound, StationCall
from core.rota import DutyMark, Override, OverrideKind, Rota, Shift, Stint, StintState
from core.sent_files import FileState, NotFetchedReason, SentFile
from core.timeline import TimelineKind
from core.traffic import Alarm, Card, Choice, Lane, Message, Outgoing, Run, Timer
from core.unread import Act, DraftLine
from core.values import CountKind, Precision
from core.vocabulary import (
    AfterClosing,
    CaseState,
    CheckInState,
    ConsentUse,
    DialogueState,
    GuestStanding,
    LookUpState,
    OfferState,
    RecordKind,
    ReopensFrom,
    ReportState,
    Role,
    StationAnswer,
)

NOW = datetime(2018, 9, 17, 12, 0, 0, 123456, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)
NAME = "Қарлығаш Үмітжанқызы"
PHONE = "+77010000001"
CHAT = "987654321987"
WORDS = "Ұлымды Абай көшесінде ұстап әкетті"

# attribute of the transaction → a row with every field set, parents first
SAMPLES: dict[str, Any] = {
    "addresses": Address(
        1,
        b"\x00lookup\xff",
        "telegram",
        CHAT,
        True,
        NOW,
        "kk",
        True,
        LATER,
        LATER,
        LATER,
        LATER,
        ReopensFrom.DAY,
        AfterClosing.HIDES,
        LATER,
        LATER,
        LATER,
    ),
    "members": Member(
        2,
        1,
        Role.LAWYER,
        NAME,
        ("kk", "ru"),
        ("almaty",),
        True,
        PHONE,
        True,
        NOW,
        LATER,
        drills=True,
        specialities=(Speciality.MINORS,),
        calling=Qualification.ADVOCATE,
        duty=Rota(
            (Shift(4, 1320, 360, "almaty"),),
            (Override(OverrideKind.REPLACE, NOW, LATER, 2, 3),),
            DutyMark(True, NOW, LATER),
        ),
        other_id=1,
    ),
    "cases": Case(
        3,
        "tulip-27",
        RecordKind.DEPRIVATION,
        CaseState.OPEN,
        NOW,
        "taken",
        "kk",
        act="arrest",
        alerting=True,
        region="almaty",
        city="almaty",
        district="medeu",
        elsewhere="astana",
        started_at=NOW,
        started_precision=Precision.HOUR,
        happened_on=date(2018, 9, 17),
        ongoing="yes",
        count_kind=CountKind.AT_LEAST,
        identified=1,
        unidentified_min=2,
        priority="urgent",
        verification="likely",
        says_over=True,
        says_false=True,
        owner_id=2,
        accepted_at=NOW,
        first_action_at=LATER,
        closed_at=LATER,
        outcome="released",
        step=1,
        round=2,
        loops=3,
        found_nobody_at=LATER,
        wanted=("minors",),
        unheard_at=LATER,
        wants_second=True,
        second_id=2,
        forgotten=("help",),
        forgotten_at=LATER,
    ),
    "reports": Report(4, 1, ReportState.OPEN, NOW, "kk", 3, b"receipt", "yes", NOW, NOW, 2),
    "draft_lines": DraftLine(23, 4, NOW, 2, Act.READ, b"previous", b"hash"),
    "guests": Guest(17, 4, 1, GuestStanding.BY_CODE, NOW),
    "files": SentFile(
        18,
        1,
        FileKind.PHOTO,
        FileState.LEFT,
        NOW,
        {"id": "AgACAgIAAxkBAAI", "name": "Үмітжан.jpg"},
        bytes(range(32)),
        2048,
        b"digest",
        3,
        LATER,
        NotFetchedReason.GONE,
    ),
    "entries": Entry(5, 4, NOW, "words", {"text": WORDS}, 77, None, 18),
    "dialogues": Dialogue(
        6, 1, "report", 4, DialogueState.OPEN, NOW, LATER, {"who": {"value": NAME}}, "where"
    ),
    "practices": Practice(17, 1, NOW, LATER, 3, 2, LATER, 2),
    "stints": Stint(18, 2, NOW, LATER, StintState.TAKEN, NOW, LATER, 2, LATER),
    "checkins": CheckIn(16, 1, 6, CheckInState.MISSED, NOW, LATER, "almaty-city", 4),
    "persons": Person(7, 3, 4, NOW),
    "links": ReportLink(14, 4, 3, 2, NOW, "opened", 0.5, LATER, {"7": 8}),
    "pairs": Pair(18, 3, 3, "name", NOW, 0.9, PairAnswer.DIFFERENT, LATER, 2),
    "name_blocks": NameBlock(18, 3, 7, "A", b"\x00hash\xff", b"\x00key"),
    "lookups": LookUp(19, 1, 6, LookUpState.REPORTED, NOW, (NAME,), (WORDS, PHONE), LATER, 2, 4),
    "rounds": CallRound(21, "almaty-city", 2, NOW, 3, LATER),
    "station_calls": StationCall(22, 21, "0123456789", 2, NOW, StationAnswer.LATER, NOW, LATER),
    "invitations": Invitation(
        20, b"\x00code\xff", InvitationState.ASKED, 2, NOW, LATER, NAME, 2, 1, 6, LATER, LATER, 2, LATER
    ),
    "roster_files": RosterFile(21, 1, NOW, f"{NAME},{PHONE}", b"\x00shown"),
    "door_lists": DoorList(
        22,
        ListState.UNDONE,
        2,
        2,
        NOW,
        LATER,
        NOW,
        "almaty",
        {"is": "Place", "text": WORDS},
        ({"typed": NAME, "claims": [15]},),
        (18,),
        3,
        1,
        2,
        3,
        LATER,
        LATER,
        2,
    ),
    "claims": Claim(
        15,
        3,
        4,
        "name",
        NAME,
        SourceKind.REPORT,
        4,
        NOW,
        Certainty.UNDERSTOOD,
        person_id=7,
        at=NOW,
        precision=Precision.HOUR,
        until=LATER,
        entry_id=5,
        withdrawn_at=LATER,
        proceeding_id=14,
    ),
    "incidents": Incident(
        32,
        NAME,
        IncidentRule.MASS,
        NOW,
        2,
        "almaty",
        NOW,
        2,
        LATER,
        2,
        NOW,
        IncidentPattern.KEPT_FROM_MEETING,
    ),
    "incident_links": IncidentLink(33, 32, 3, 2, NOW, IncidentRule.EVENT, LATER, 2),
    "drills": Drill(30, NOW, 2, "almaty", "almaty-city", "kk", 1, 2, 3, LATER, LATER, 4, 3, 2),
    "drill_offers": DrillOffer(31, 30, 2, 1, 2, OfferState.DECLINED, NOW, LATER),
    "clock_marks": ClockMark(
        20,
        3,
        "detention-without-court",
        "48h",
        LATER,
        7,
        NOW,
        LATER,
        LATER,
        2,
        LATER,
        134,
        LATER,
        LATER,
        HowSurely.PERHAPS,
        {"start": NAME},
    ),
    "paper_templates": PaperTemplate("a hash", NOW, WORDS.encode()),
    "papers": Paper(
        37,
        "demand_for_release",
        "kk",
        PaperState.MADE,
        2,
        1,
        NOW,
        3,
        32,
        7,
        2,
        "prosecutor",
        ("case.city",),
        ("person.born",),
        {"lawyer.phone": PHONE},
        "a basis",
        1,
        "a hash",
        {"person": {"name": NAME}},
        "another hash",
        "a third",
        LATER,
        2,
        LATER,
        14,
        "17/2026",
    ),
    "outgoing_numbers": OutgoingNumber(38, 2026, 17, NOW, 2, "demand_for_release", "kk", "prosecutor", 37),
    "signatures": Signature(21, "detention-without-court", 2, NAME, NOW, b"hash", LATER, 2),
    "alerts": Offer(8, 3, 2, 1, 2, OfferState.DECLINED, NOW, LATER, "busy", LATER, 4, 2, NOW, LATER, LATER),
    "cards": Card(
        9,
        "alert",
        8,
        1,
        Lane.ALERT,
        NOW,
        3,
        2,
        1,
        78,
        b"content",
        1,
        not_before=LATER,
        lease="boot",
        failed="x",
        page=2,
        rang_at=NOW,
        chosen="overdue/almaty-region/",
    ),
    "outgoing": Outgoing(
        10,
        1,
        Lane.REPLY,
        "message",
        {"text": WORDS},
        NOW,
        "sent",
        "k",
        "joined",
        1,
        LATER,
        "boot",
        LATER,
        79,
        "no",
    ),
    "timers": Timer("escalation:3", "escalation", LATER, 3, 1, True),
    "timeline": TimelineEntry(
        11, 3, NOW, 2, TimelineKind.CONTACTED, {"phone": PHONE}, b"before", b"hash", b"emptied"
    ),
    "evidence": EvidenceLine(38, 3, NOW, b"rows", b"before", b"hash"),
    "day_lines": DayLine(date(2018, 9, 17), 38, b"digest", b"line"),
    "messages": Message(12, 1, 77, NOW, False, 5, NOW, LATER),
    "holds": Hold(34, 3, 2, NOW, WORDS, LATER, LATER, 2),
    "export_permits": ExportPermit(
        33, 123456, ConsentUse.AUTHORITIES, NOW, LATER, WORDS, NOW, 2, LATER, 2, True, LATER, 3
    ),
    "told_channels": ToldChannel(34, "-1001234567890", WORDS, NOW, LATER),
    "previews": DigestPreview(736954, WORDS, 2, True, NOW, 2, WORDS, LATER, 2),
    "postings": DigestPosting(32, date(2018, 9, 17), "kk", 2, True, 1, NOW, LATER, 2**40),
    "digests": Digest(date(2018, 9, 17), NOW, LATER, LATER, {"new": 3, "regions": {"almaty": 3}}),
    "alarms": Alarm("overdue", LATER, 2, ("escalation:3", "draft:4"), LATER),
    "emergency_steps": EmergencyStep(34, EmergencyKind.ANNOUNCED, NOW, LATER),
    "bindings": Binding(37, b"lookup", 2, NOW, LATER, 1),
    "choices": Choice(36, 1, "11", "accept:9", b"label", NOW, 1, 8, 10, 77, LATER),
    "notices": Notice(35, 34, 1, NOW, LATER),
    "sealing_keys": SealingKey("0a1b2c3d", NOW, LATER),
    "boots": Run(13, NOW, LATER, LATER, "0a1b2c3d"),
}


def address(number: int, lookup: bytes) -> Address:
    """A reporter's address."""
    return Address(number, lookup, "telegram", str(number), True, NOW)


def without_own_lines(rows: Sequence[Any]) -> list[Any]:
    """Rows of a table, but the lines that the transaction itself writes of the samples that are covered."""
    given: EvidenceLine = SAMPLES["evidence"]
    return [row for row in rows if not isinstance(row, EvidenceLine) or row.id == given.id]
