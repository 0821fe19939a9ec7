"""What the organisation knows: people, what they told and sent, what became of it."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    false,
    literal_column,
)

from storage.schema.columns import Id, UtcTime, an_id, index_condition, may, metadata, must, sealed

cases = Table(
    "cases",
    metadata,
    an_id(),
    must("code", Text),
    must("record", Text),
    must("state", Text),
    must("opened_at", UtcTime),
    must("situation", Text),
    must("language", Text),
    may("act", Text),
    must("alerting", Boolean),
    may("region", Text),
    may("city", Text),
    may("district", Text),
    may("elsewhere", Text),
    may("started_at", UtcTime),
    must("started_precision", Text),
    may("happened_on", Date),
    must("ongoing", Text),
    must("count_kind", Text),
    must("identified", Integer),
    must("unidentified_min", Integer),
    must("priority", Text),
    must("verification", Text),
    must("says_over", Boolean),
    must("says_false", Boolean),
    may("owner_id", Id, "members"),
    may("accepted_at", UtcTime),
    may("first_action_at", UtcTime),
    may("closed_at", UtcTime),
    may("outcome", Text),
    must("step", Integer),
    must("round", Integer),
    must("loops", Integer),
    may("found_nobody_at", UtcTime),
    Column("wanted", Text, nullable=False, server_default="[]"),
    may("unheard_at", UtcTime),
    Column("wants_second", Boolean, nullable=False, server_default=false()),
    may("second_id", Id),  # without a check, as entries.file_id
    Column("forgotten", Text, nullable=False, server_default="[]"),
    may("forgotten_at", UtcTime),
    UniqueConstraint("code"),
    Index(None, "state"),
    Index(None, "opened_at"),
    Index(None, "closed_at"),
    Index(None, "happened_on"),
    Index(None, "owner_id", "state"),
)
Index(
    "ix_cases_second_id_state",
    cases.c.second_id,
    cases.c.state,
    **index_condition(cases.c.second_id.is_not(None)),
)

reports = Table(
    "reports",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("state", Text),
    must("created_at", UtcTime),
    must("language", Text),
    may("case_id", Id, "cases"),
    may("receipt_lookup", LargeBinary),
    may("consent", Text),
    may("opened_at", UtcTime),
    may("opened_by_update_at", UtcTime),
    may("told_to", Id),  # without a check, as entries.file_id
    UniqueConstraint("receipt_lookup"),
    Index(None, "address_id", "state"),
    Index(None, "case_id"),
    Index(None, "state", "created_at"),
)

draft_lines = Table(
    "draft_lines",
    metadata,
    an_id(),
    must("report_id", Id, "reports"),
    must("at", UtcTime),
    must("actor_id", Id),  # without a check, as the timeline's
    must("kind", Text),
    must("previous", LargeBinary),
    must("hash", LargeBinary),
    Index(None, "report_id"),
)

guests = Table(
    "guests",
    metadata,
    an_id(),
    must("report_id", Id, "reports"),
    must("address_id", Id, "addresses"),
    must("standing", Text),
    must("since", UtcTime),
    Index(None, "report_id"),
    Index(None, "address_id"),
)

checkins = Table(
    "checkins",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("dialogue_id", Id, "dialogues"),
    must("state", Text),
    must("created_at", UtcTime),
    must("due", UtcTime),
    may("region", Text),
    may("report_id", Id, "reports"),
    Index(None, "address_id"),
    Index(None, "dialogue_id"),
    Index(None, "report_id"),
    Index(None, "region", "state"),
    Index(None, "state"),
)

practices = Table(
    "practices",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("began_at", UtcTime),
    may("asked_at", UtcTime),
    must("reached", Integer),
    must("asked", Integer),
    may("accepted_at", UtcTime),
    may("accepted_by", Id, "members"),
    Index(None, "address_id"),
)

stints = Table(
    "stints",
    metadata,
    an_id(),
    must("member_id", Id, "members"),
    must("starts", UtcTime),
    must("ends", UtcTime),
    must("state", Text),
    must("asked_at", UtcTime),
    may("settled_at", UtcTime),
    may("taken_by", Id, "members"),
    may("told_at", UtcTime),
    Index(None, "member_id"),
    Index(None, "taken_by"),
    Index(None, "state"),
    Index(None, "ends"),
)

entries = Table(
    "entries",
    metadata,
    an_id(),
    must("report_id", Id, "reports"),
    must("at", UtcTime),
    must("kind", Text),
    sealed("payload"),
    may("message_id", BigInteger),
    may("corrects", Id, "entries"),
    may("file_id", Id),  # without a check: SQLite adds no column with one
    Index(None, "report_id"),
    Index(None, "corrects"),
)
Index("ix_entries_file_id", entries.c.file_id, **index_condition(entries.c.file_id.is_not(None)))

dialogues = Table(
    "dialogues",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("form", Text),
    must("subject_id", Id),
    must("state", Text),
    must("started_at", UtcTime),
    must("updated_at", UtcTime),
    sealed("answers"),
    may("revisiting", Text),
    Column("unanswered", Integer, nullable=False, server_default="0"),
    Index(None, "address_id", "state"),
    Index(None, "subject_id"),
)
Index(
    "uq_dialogues_one_open",
    dialogues.c.address_id,
    unique=True,
    **index_condition(dialogues.c.state == "open"),
)

persons = Table(
    "persons",
    metadata,
    an_id(),
    may("case_id", Id, "cases"),
    may("report_id", Id, "reports"),
    must("created_at", UtcTime),
    Index(None, "case_id"),
    Index(None, "report_id"),
)

alerts = Table(
    "alerts",
    metadata,
    an_id(),
    must("case_id", Id, "cases"),
    must("member_id", Id, "members"),
    must("step", Integer),
    must("round", Integer),
    must("state", Text),
    must("offered_at", UtcTime),
    may("answered_at", UtcTime),
    may("reason", Text),
    may("lapsed_at", UtcTime),
    Column("number", Integer, nullable=False, server_default="0"),
    may("asked_by", Id),  # without a check, as entries.file_id
    may("delivered_at", UtcTime),
    may("read_at", UtcTime),
    may("undelivered_at", UtcTime),
    Index(None, "case_id", "state"),
    Index(None, "member_id", "state"),
    Index(None, "member_id", "offered_at"),
    Index(None, "state"),
    Index(None, "offered_at"),
)

timeline = Table(
    "timeline",
    metadata,
    an_id(),
    must("case_id", Id, "cases"),
    must("at", UtcTime),
    must("actor_id", Id),
    must("kind", Text),
    sealed("details"),
    must("previous", LargeBinary),
    must("hash", LargeBinary),
    may("emptied", LargeBinary),
    Index(None, "case_id"),
)

# Their owner is named without a check: it is a case, a report, a file or an incident.
evidence = Table(
    "evidence",
    metadata,
    an_id(),
    must("owner_id", Id),
    must("at", UtcTime),
    must("rows", LargeBinary),
    must("previous", LargeBinary),
    must("hash", LargeBinary),
    Index(None, "owner_id"),
)

day_lines = Table(
    "day_lines",
    metadata,
    Column("day", Date, primary_key=True),
    must("upto", Id),
    must("digest", LargeBinary),
    must("line", LargeBinary),
)

digests = Table(
    "digests",
    metadata,
    Column("day", Date, primary_key=True),
    must("covers_from", UtcTime),
    must("covers_to", UtcTime),
    may("posted_at", UtcTime),
    must("figures", Text),
)


files = Table(
    "files",
    metadata,
    an_id(),
    must("address_id", Id, "addresses"),
    must("kind", Text),
    must("state", Text),
    must("received_at", UtcTime),
    sealed("about"),
    sealed("key"),
    may("size", BigInteger),
    may("digest", LargeBinary),
    must("attempts", Integer),
    may("not_before", UtcTime),
    may("why", Text),
    Index(None, "address_id", "state"),
)
Index("ix_files_digest", files.c.digest, **index_condition(files.c.digest.is_not(None)))
file_wanted = files.c.state == literal_column("'wanted'")
Index("ix_files_wanted", files.c.address_id, files.c.id, **index_condition(file_wanted))
file_unwanted = files.c.state == literal_column("'unwanted'")
Index("ix_files_unwanted", files.c.id, **index_condition(file_unwanted))
