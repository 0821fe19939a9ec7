"""The first tables: what citizens say, what the organisation does about it, what goes in and out."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0001"
down_revision = None

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.create_table(
        "addresses",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("lookup", sa.LargeBinary, nullable=False),
        sa.Column("messenger", sa.Text, nullable=False),
        sa.Column("chat", sa.LargeBinary, nullable=False),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("language", sa.Text, nullable=True),
        sa.Column("language_chosen", sa.Boolean, nullable=False),
        sa.Column("silenced_at", UtcTime, nullable=True),
        sa.Column("muted_until", UtcTime, nullable=True),
        sa.Column("unreachable_since", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_addresses"),
        sa.UniqueConstraint("lookup", name="uq_addresses_lookup"),
    )
    op.create_table(
        "digests",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("covers_from", UtcTime, nullable=False),
        sa.Column("covers_to", UtcTime, nullable=False),
        sa.Column("posted_at", UtcTime, nullable=True),
        sa.Column("figures", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_digests"),
    )
    op.create_table(
        "inbox",
        sa.Column("id", Id, nullable=False, autoincrement=True),
        sa.Column("messenger", sa.Text, nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("received_at", UtcTime, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("sender", sa.LargeBinary, nullable=True),
        sa.Column("error", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint(
            "messenger", "update_id", "fingerprint", name="uq_inbox_messenger_update_id_fingerprint"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_state_id", "inbox", ["state", "id"])
    op.create_table(
        "secrets",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_secrets"),
    )
    op.create_table(
        "timers",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("due_at", UtcTime, nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("parked", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_timers"),
    )
    op.create_index(
        "ix_timers_due", "timers", ["due_at"], **_where(sa.column("parked", sa.Boolean).is_(False))
    )
    op.create_index("ix_timers_kind_subject_id", "timers", ["kind", "subject_id"])
    op.create_table(
        "cards",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("lane", sa.Integer, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("wanted", sa.Integer, nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=True),
        sa.Column("content", sa.LargeBinary, nullable=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", UtcTime, nullable=True),
        sa.Column("lease", sa.Text, nullable=True),
        sa.Column("failed", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_cards"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_cards_address_id", **AT_COMMIT),
        sa.UniqueConstraint(
            "subject", "subject_id", "address_id", name="uq_cards_subject_subject_id_address_id"
        ),
    )
    op.create_index("ix_cards_address_id", "cards", ["address_id"])
    op.create_index("ix_cards_case_id", "cards", ["case_id"])
    op.create_index("ix_cards_leased", "cards", ["lease"], **_where("lease IS NOT NULL"))
    op.create_index(
        "ix_cards_waiting",
        "cards",
        ["lane", "id"],
        **_where("wanted > shown AND failed IS NULL AND lease IS NULL"),
    )
    op.create_table(
        "dialogues",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("started_at", UtcTime, nullable=False),
        sa.Column("updated_at", UtcTime, nullable=False),
        sa.Column("answers", sa.LargeBinary, nullable=False),
        sa.Column("revisiting", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_dialogues"),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name="fk_dialogues_address_id", **AT_COMMIT
        ),
    )
    op.create_index("ix_dialogues_address_id_state", "dialogues", ["address_id", "state"])
    op.create_index("ix_dialogues_subject_id", "dialogues", ["subject_id"])
    op.create_index(
        "uq_dialogues_one_open",
        "dialogues",
        ["address_id"],
        unique=True,
        **_where("state = 'open'"),
    )
    op.create_table(
        "members",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("languages", sa.Text, nullable=False),
        sa.Column("cities", sa.Text, nullable=False),
        sa.Column("on_duty", sa.Boolean, nullable=False),
        sa.Column("phone", sa.LargeBinary, nullable=False),
        sa.Column("escalation", sa.Boolean, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("suspended_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_members_address_id", **AT_COMMIT),
    )
    op.create_index("ix_members_address_id", "members", ["address_id"])
    op.create_index("ix_members_role", "members", ["role"])
    op.create_table(
        "outbox",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("lane", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", UtcTime, nullable=True),
        sa.Column("lease", sa.Text, nullable=True),
        sa.Column("sent_at", UtcTime, nullable=True),
        sa.Column("message_id", sa.BigInteger, nullable=True),
        sa.Column("failed", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_outbox_address_id", **AT_COMMIT),
        sa.UniqueConstraint("key", name="uq_outbox_key"),
    )
    op.create_index("ix_outbox_address_id", "outbox", ["address_id"])
    op.create_index("ix_outbox_leased", "outbox", ["lease"], **_where("state = 'leased'"))
    op.create_index("ix_outbox_waiting", "outbox", ["lane", "id"], **_where("state = 'waiting'"))
    op.create_table(
        "cases",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("opened_at", UtcTime, nullable=False),
        sa.Column("situation", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
        sa.Column("act", sa.Text, nullable=True),
        sa.Column("act_by", sa.Text, nullable=True),
        sa.Column("alerting", sa.Boolean, nullable=False),
        sa.Column("region", sa.Text, nullable=True),
        sa.Column("city", sa.Text, nullable=True),
        sa.Column("district", sa.Text, nullable=True),
        sa.Column("started_at", UtcTime, nullable=True),
        sa.Column("started_precision", sa.Text, nullable=False),
        sa.Column("happened_on", sa.Date, nullable=True),
        sa.Column("ongoing", sa.Text, nullable=False),
        sa.Column("count_kind", sa.Text, nullable=False),
        sa.Column("identified", sa.Integer, nullable=False),
        sa.Column("unidentified_min", sa.Integer, nullable=False),
        sa.Column("priority", sa.Text, nullable=False),
        sa.Column("verification", sa.Text, nullable=False),
        sa.Column("says_over", sa.Boolean, nullable=False),
        sa.Column("says_false", sa.Boolean, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("accepted_at", UtcTime, nullable=True),
        sa.Column("first_action_at", UtcTime, nullable=True),
        sa.Column("closed_at", UtcTime, nullable=True),
        sa.Column("outcome", sa.Text, nullable=True),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("loops", sa.Integer, nullable=False),
        sa.Column("found_nobody_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.ForeignKeyConstraint(["owner_id"], ["members.id"], name="fk_cases_owner_id", **AT_COMMIT),
        sa.UniqueConstraint("code", name="uq_cases_code"),
    )
    op.create_index("ix_cases_closed_at", "cases", ["closed_at"])
    op.create_index("ix_cases_opened_at", "cases", ["opened_at"])
    op.create_index("ix_cases_owner_id", "cases", ["owner_id"])
    op.create_index("ix_cases_state", "cases", ["state"])
    op.create_table(
        "alerts",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("offered_at", UtcTime, nullable=False),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.Column("reason", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_alerts_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_alerts_member_id", **AT_COMMIT),
    )
    op.create_index("ix_alerts_case_id_state", "alerts", ["case_id", "state"])
    op.create_index("ix_alerts_member_id_state", "alerts", ["member_id", "state"])
    op.create_index("ix_alerts_state", "alerts", ["state"])
    op.create_table(
        "detainees",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("noted_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_detainees"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_detainees_case_id", **AT_COMMIT),
    )
    op.create_index("ix_detainees_case_id", "detainees", ["case_id"])
    op.create_table(
        "reports",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("case_id", Id, nullable=True),
        sa.Column("receipt", sa.LargeBinary, nullable=False),
        sa.Column("receipt_lookup", sa.LargeBinary, nullable=True),
        sa.Column("consent", sa.Text, nullable=True),
        sa.Column("opened_at", UtcTime, nullable=True),
        sa.Column("opened_by_update_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_reports_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_reports_case_id", **AT_COMMIT),
        sa.UniqueConstraint("receipt_lookup", name="uq_reports_receipt_lookup"),
    )
    op.create_index("ix_reports_address_id_state", "reports", ["address_id", "state"])
    op.create_index("ix_reports_case_id", "reports", ["case_id"])
    op.create_index("ix_reports_state_created_at", "reports", ["state", "created_at"])
    op.create_table(
        "timeline",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("actor_id", Id, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("details", sa.LargeBinary, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_timeline"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_timeline_case_id", **AT_COMMIT),
    )
    op.create_index("ix_timeline_case_id", "timeline", ["case_id"])
    op.create_table(
        "entries",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("question", sa.Text, nullable=True),
        sa.Column("message_id", sa.BigInteger, nullable=True),
        sa.Column("corrects", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.ForeignKeyConstraint(["corrects"], ["entries.id"], name="fk_entries_corrects", **AT_COMMIT),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_entries_report_id", **AT_COMMIT),
    )
    op.create_index("ix_entries_corrects", "entries", ["corrects"])
    op.create_index("ix_entries_report_id", "entries", ["report_id"])
    op.create_table(
        "messages",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("outgoing", sa.Boolean, nullable=False),
        sa.Column("entry_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_messages_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_messages_entry_id", **AT_COMMIT),
        sa.UniqueConstraint("address_id", "message_id", name="uq_messages_address_id_message_id"),
    )
    op.create_index("ix_messages_at", "messages", ["at"])
    op.create_index("ix_messages_entry_id", "messages", ["entry_id"])
    op.create_table(
        "boots",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("started_at", UtcTime, nullable=False),
        sa.Column("alive_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_boots"),
    )


def _where(condition: str | sa.ColumnElement[bool]) -> dict[str, Any]:
    """An index over some of the rows, on both dialects."""
    clause = sa.text(condition) if isinstance(condition, str) else condition
    return {"sqlite_where": clause, "postgresql_where": clause}
