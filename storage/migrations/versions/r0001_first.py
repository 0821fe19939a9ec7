"""All tables of the first version.

Until 0.1.0 is released this one revision is edited in place; from then on every change is a revision of its own.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0001"
down_revision = None

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def some(condition: str | sa.ColumnElement[bool]) -> dict[str, Any]:
    """An index over the rows that meet a condition."""
    clause = sa.text(condition) if isinstance(condition, str) else condition
    return {"sqlite_where": clause, "postgresql_where": clause}


def upgrade() -> None:  # noqa: PLR0915 - every table, one after the other
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
        sa.Column("doubted_at", UtcTime, nullable=True),
        sa.Column("muted_until", UtcTime, nullable=True),
        sa.Column("unreachable_since", UtcTime, nullable=True),
        sa.Column("returns", sa.Text, nullable=True),
        sa.Column("after_closing", sa.Text, nullable=True),
        sa.Column("untrusted_since", UtcTime, nullable=True),
        sa.Column("limited_until", UtcTime, nullable=True),
        sa.Column("quiet_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_addresses"),
        sa.UniqueConstraint("lookup", name="uq_addresses_lookup"),
    )
    op.create_table(
        "alarms",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("told_at", UtcTime, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("quiet_since", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("kind", name="pk_alarms"),
    )
    op.create_table(
        "boots",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("started_at", UtcTime, nullable=False),
        sa.Column("alive_at", UtcTime, nullable=False),
        sa.Column("heard_at", UtcTime, nullable=True),
        sa.Column("key", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_boots"),
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
        "emergency_steps",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_emergency_steps"),
    )
    op.create_index("ix_emergency_steps_under_way", "emergency_steps", ["id"], **some("ended_at IS NULL"))
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
        sa.Column("error", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint(
            "messenger", "update_id", "fingerprint", name="uq_inbox_messenger_update_id_fingerprint"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_state_id", "inbox", ["state", "id"])
    op.create_table(
        "incidents",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("made_at", UtcTime, nullable=False),
        sa.Column("made_by", Id, nullable=False),
        sa.Column("city", sa.Text, nullable=True),
        sa.Column("confirmed_at", UtcTime, nullable=True),
        sa.Column("confirmed_by", Id, nullable=True),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("ended_by", Id, nullable=True),
        sa.Column("mass_at", UtcTime, nullable=True),
        sa.Column("pattern", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
    )
    op.create_index("ix_incidents_ended_at", "incidents", ["ended_at"])
    op.create_table(
        "paper_templates",
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("since", UtcTime, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_paper_templates"),
    )
    op.create_table(
        "sealing_keys",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("since", UtcTime, nullable=False),
        sa.Column("alone_since", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_sealing_keys"),
    )
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
    op.create_index("ix_timers_due", "timers", ["due_at"], **some(sa.column("parked").is_(sa.false())))
    op.create_index("ix_timers_kind_subject_id", "timers", ["kind", "subject_id"])
    op.create_index("ix_timers_parked", "timers", ["due_at"], **some(sa.column("parked").is_(sa.true())))
    op.create_table(
        "told_channels",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("chat", sa.LargeBinary, nullable=False),
        sa.Column("title", sa.LargeBinary, nullable=False),
        sa.Column("told_at", UtcTime, nullable=False),
        sa.Column("chosen_at", UtcTime, nullable=True),
        sa.Column("seal", sa.LargeBinary, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_told_channels"),
    )
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
        sa.Column("page", sa.Integer, nullable=False, server_default="0"),
        sa.Column("rang_at", UtcTime, nullable=True),
        sa.Column("chosen", sa.Text, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_cards"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_cards_address_id", **AT_COMMIT),
        sa.UniqueConstraint(
            "subject", "subject_id", "address_id", name="uq_cards_subject_subject_id_address_id"
        ),
    )
    op.create_index("ix_cards_address_id_message_id", "cards", ["address_id", "message_id"])
    op.create_index("ix_cards_case_id", "cards", ["case_id"])
    op.create_index("ix_cards_failed", "cards", ["lane"], **some("failed IS NOT NULL"))
    op.create_index("ix_cards_leased", "cards", ["lease"], **some("lease IS NOT NULL"))
    op.create_index(
        "ix_cards_waiting",
        "cards",
        ["lane", "id"],
        **some("wanted > shown AND failed IS NULL AND lease IS NULL"),
    )
    op.create_table(
        "choices",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("sign", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("label", sa.LargeBinary, nullable=False),
        sa.Column("given_at", UtcTime, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("card_id", Id, nullable=True),
        sa.Column("outgoing_id", Id, nullable=True),
        sa.Column("message_id", sa.BigInteger, nullable=True),
        sa.Column("gone_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_choices"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_choices_address_id", **AT_COMMIT),
    )
    op.create_index("ix_choices_address_id", "choices", ["address_id"])
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
        sa.Column("unanswered", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_dialogues"),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name="fk_dialogues_address_id", **AT_COMMIT
        ),
    )
    op.create_index("ix_dialogues_address_id_state", "dialogues", ["address_id", "state"])
    op.create_index("ix_dialogues_subject_id", "dialogues", ["subject_id"])
    op.create_index(
        "uq_dialogues_one_open", "dialogues", ["address_id"], **some("state = 'open'"), unique=True
    )
    op.create_table(
        "files",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("received_at", UtcTime, nullable=False),
        sa.Column("about", sa.LargeBinary, nullable=False),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=True),
        sa.Column("digest", sa.LargeBinary, nullable=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", UtcTime, nullable=True),
        sa.Column("why", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_files_address_id", **AT_COMMIT),
    )
    op.create_index("ix_files_address_id_state", "files", ["address_id", "state"])
    op.create_index("ix_files_digest", "files", ["digest"], **some("digest IS NOT NULL"))
    op.create_index("ix_files_unwanted", "files", ["id"], **some("state = 'unwanted'"))
    op.create_index("ix_files_wanted", "files", ["address_id", "id"], **some("state = 'wanted'"))
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
        sa.Column("seal", sa.LargeBinary, nullable=True),
        sa.Column("drills", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("specialities", sa.Text, nullable=False, server_default="[]"),
        sa.Column("calling", sa.Text, nullable=True),
        sa.Column("duty", sa.Text, nullable=True),
        sa.Column("other_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_members_address_id", **AT_COMMIT),
    )
    op.create_index("ix_members_address_id", "members", ["address_id"])
    op.create_index("ix_members_other_id", "members", ["other_id"], **some("other_id IS NOT NULL"))
    op.create_index("ix_members_role", "members", ["role"])
    op.create_table(
        "notices",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("step_id", Id, nullable=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("told_at", UtcTime, nullable=False),
        sa.Column("confirmed_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_notices_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["step_id"], ["emergency_steps.id"], name="fk_notices_step_id", **AT_COMMIT),
    )
    op.create_index("ix_notices_address_id", "notices", ["address_id"])
    op.create_index("ix_notices_step_id", "notices", ["step_id"])
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
        sa.Column("topic", sa.Text, nullable=True),
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
    op.create_index("ix_outbox_leased", "outbox", ["lease"], **some("state = 'leased'"))
    op.create_index("ix_outbox_waiting", "outbox", ["lane", "id"], **some("state = 'waiting'"))
    op.create_table(
        "postings",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("weekly", sa.Boolean, nullable=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("made_at", UtcTime, nullable=False),
        sa.Column("posted_at", UtcTime, nullable=True),
        sa.Column("message_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_postings"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_postings_address_id", **AT_COMMIT),
        sa.UniqueConstraint(
            "day", "weekly", "language", "number", name="uq_postings_day_weekly_language_number"
        ),
    )
    op.create_index("ix_postings_address_id", "postings", ["address_id"])
    op.create_index("ix_postings_made_at", "postings", ["made_at"])
    op.create_table(
        "roster_files",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("shown", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_roster_files"),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name="fk_roster_files_address_id", **AT_COMMIT
        ),
    )
    op.create_index("ix_roster_files_address_id", "roster_files", ["address_id"])
    op.create_table(
        "bindings",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("lookup", sa.LargeBinary, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("made_at", UtcTime, nullable=False),
        sa.Column("expires_at", UtcTime, nullable=False),
        sa.Column("address_id", Id, nullable=True),
        sa.Column("seal", sa.LargeBinary, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_bindings"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_bindings_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_bindings_member_id", **AT_COMMIT),
        sa.UniqueConstraint("lookup", name="uq_bindings_lookup"),
    )
    op.create_index("ix_bindings_address_id", "bindings", ["address_id"])
    op.create_index("ix_bindings_member_id", "bindings", ["member_id"])
    op.create_table(
        "cases",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("opened_at", UtcTime, nullable=False),
        sa.Column("situation", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=True),
        sa.Column("alerting", sa.Boolean, nullable=False),
        sa.Column("region", sa.Text, nullable=True),
        sa.Column("city", sa.Text, nullable=True),
        sa.Column("district", sa.Text, nullable=True),
        sa.Column("elsewhere", sa.Text, nullable=True),
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
        sa.Column("wanted", sa.Text, nullable=False, server_default="[]"),
        sa.Column("unheard_at", UtcTime, nullable=True),
        sa.Column("wants_second", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("second_id", Id, nullable=True),
        sa.Column("forgotten", sa.Text, nullable=False, server_default="[]"),
        sa.Column("forgotten_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.ForeignKeyConstraint(["owner_id"], ["members.id"], name="fk_cases_owner_id", **AT_COMMIT),
        sa.UniqueConstraint("code", name="uq_cases_code"),
    )
    op.create_index("ix_cases_closed_at", "cases", ["closed_at"])
    op.create_index("ix_cases_happened_on", "cases", ["happened_on"])
    op.create_index("ix_cases_opened_at", "cases", ["opened_at"])
    op.create_index("ix_cases_owner_id_state", "cases", ["owner_id", "state"])
    op.create_index(
        "ix_cases_second_id_state", "cases", ["second_id", "state"], **some("second_id IS NOT NULL")
    )
    op.create_index("ix_cases_state", "cases", ["state"])
    op.create_table(
        "door_lists",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("member_id", Id, nullable=True),
        sa.Column("reader_id", Id, nullable=True),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("updated_at", UtcTime, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("place", sa.Text, nullable=True),
        sa.Column("where", sa.LargeBinary, nullable=False),
        sa.Column("lines", sa.LargeBinary, nullable=False),
        sa.Column("files", sa.Text, nullable=False),
        sa.Column("focus", sa.Integer, nullable=True),
        sa.Column("found", sa.Integer, nullable=False),
        sa.Column("opened", sa.Integer, nullable=False),
        sa.Column("denied", sa.Integer, nullable=False),
        sa.Column("written_at", UtcTime, nullable=True),
        sa.Column("undone_at", UtcTime, nullable=True),
        sa.Column("undone_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_door_lists"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_door_lists_member_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["reader_id"], ["members.id"], name="fk_door_lists_reader_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["undone_by"], ["members.id"], name="fk_door_lists_undone_by", **AT_COMMIT),
    )
    op.create_index("ix_door_lists_member_id_state", "door_lists", ["member_id", "state"])
    op.create_index("ix_door_lists_place_at", "door_lists", ["place", "at"])
    op.create_index("ix_door_lists_reader_id_state", "door_lists", ["reader_id", "state"])
    op.create_index("ix_door_lists_state", "door_lists", ["state"])
    op.create_index("ix_door_lists_undone_by", "door_lists", ["undone_by"])
    op.create_table(
        "drills",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("began_at", UtcTime, nullable=False),
        sa.Column("began_by", Id, nullable=True),
        sa.Column("city", sa.Text, nullable=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("loops", sa.Integer, nullable=False),
        sa.Column("first_answer_at", UtcTime, nullable=True),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.Column("unreachable", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drills"),
        sa.ForeignKeyConstraint(["began_by"], ["members.id"], name="fk_drills_began_by", **AT_COMMIT),
    )
    op.create_index("ix_drills_began_by", "drills", ["began_by"])
    op.create_index("ix_drills_ended_at", "drills", ["ended_at"])
    op.create_table(
        "export_permits",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("opened_from", UtcTime, nullable=False),
        sa.Column("opened_before", UtcTime, nullable=False),
        sa.Column("reason", sa.LargeBinary, nullable=False),
        sa.Column("asked_at", UtcTime, nullable=False),
        sa.Column("asked_by", Id, nullable=False),
        sa.Column("settled_at", UtcTime, nullable=True),
        sa.Column("settled_by", Id, nullable=True),
        sa.Column("allowed", sa.Boolean, nullable=False),
        sa.Column("used_at", UtcTime, nullable=True),
        sa.Column("case_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_export_permits"),
        sa.ForeignKeyConstraint(["asked_by"], ["members.id"], name="fk_export_permits_asked_by", **AT_COMMIT),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["members.id"], name="fk_export_permits_settled_by", **AT_COMMIT
        ),
        sa.UniqueConstraint("number", name="uq_export_permits_number"),
    )
    op.create_index("ix_export_permits_asked_by", "export_permits", ["asked_by"])
    op.create_index("ix_export_permits_settled_by", "export_permits", ["settled_by"])
    op.create_table(
        "invitations",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("lookup", sa.LargeBinary, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("made_by", Id, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("expires_at", UtcTime, nullable=False),
        sa.Column("note", sa.LargeBinary, nullable=False),
        sa.Column("former_id", Id, nullable=True),
        sa.Column("address_id", Id, nullable=True),
        sa.Column("dialogue_id", Id, nullable=True),
        sa.Column("asked_at", UtcTime, nullable=True),
        sa.Column("settled_at", UtcTime, nullable=True),
        sa.Column("settled_by", Id, nullable=True),
        sa.Column("leaked_at", UtcTime, nullable=True),
        sa.Column("seal", sa.LargeBinary, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name="fk_invitations_address_id", **AT_COMMIT
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogues.id"], name="fk_invitations_dialogue_id", **AT_COMMIT
        ),
        sa.ForeignKeyConstraint(["former_id"], ["members.id"], name="fk_invitations_former_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["made_by"], ["members.id"], name="fk_invitations_made_by", **AT_COMMIT),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["members.id"], name="fk_invitations_settled_by", **AT_COMMIT
        ),
        sa.UniqueConstraint("lookup", name="uq_invitations_lookup"),
    )
    op.create_index("ix_invitations_address_id", "invitations", ["address_id"])
    op.create_index("ix_invitations_dialogue_id", "invitations", ["dialogue_id"])
    op.create_index("ix_invitations_former_id", "invitations", ["former_id"])
    op.create_index("ix_invitations_made_by", "invitations", ["made_by"])
    op.create_index("ix_invitations_settled_by", "invitations", ["settled_by"])
    op.create_index("ix_invitations_state", "invitations", ["state"])
    op.create_table(
        "practices",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("began_at", UtcTime, nullable=False),
        sa.Column("asked_at", UtcTime, nullable=True),
        sa.Column("reached", sa.Integer, nullable=False),
        sa.Column("asked", sa.Integer, nullable=False),
        sa.Column("accepted_at", UtcTime, nullable=True),
        sa.Column("accepted_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_practices"),
        sa.ForeignKeyConstraint(
            ["accepted_by"], ["members.id"], name="fk_practices_accepted_by", **AT_COMMIT
        ),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name="fk_practices_address_id", **AT_COMMIT
        ),
    )
    op.create_index("ix_practices_address_id", "practices", ["address_id"])
    op.create_table(
        "previews",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("note", sa.LargeBinary, nullable=False),
        sa.Column("noted_by", Id, nullable=True),
        sa.Column("note_agreed", sa.Boolean, nullable=False),
        sa.Column("held_at", UtcTime, nullable=True),
        sa.Column("held_by", Id, nullable=True),
        sa.Column("reason", sa.LargeBinary, nullable=False),
        sa.Column("released_at", UtcTime, nullable=True),
        sa.Column("released_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_previews"),
        sa.ForeignKeyConstraint(["held_by"], ["members.id"], name="fk_previews_held_by", **AT_COMMIT),
        sa.ForeignKeyConstraint(["noted_by"], ["members.id"], name="fk_previews_noted_by", **AT_COMMIT),
        sa.ForeignKeyConstraint(["released_by"], ["members.id"], name="fk_previews_released_by", **AT_COMMIT),
    )
    op.create_index("ix_previews_held_by", "previews", ["held_by"])
    op.create_index("ix_previews_noted_by", "previews", ["noted_by"])
    op.create_index("ix_previews_released_by", "previews", ["released_by"])
    op.create_table(
        "signatures",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("row", sa.Text, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("signed_at", UtcTime, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("revoked_at", UtcTime, nullable=True),
        sa.Column("revoked_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_signatures"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_signatures_member_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["revoked_by"], ["members.id"], name="fk_signatures_revoked_by", **AT_COMMIT),
    )
    op.create_index("ix_signatures_row", "signatures", ["row"])
    op.create_table(
        "stints",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("starts", UtcTime, nullable=False),
        sa.Column("ends", UtcTime, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("asked_at", UtcTime, nullable=False),
        sa.Column("settled_at", UtcTime, nullable=True),
        sa.Column("taken_by", Id, nullable=True),
        sa.Column("told_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_stints"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_stints_member_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["taken_by"], ["members.id"], name="fk_stints_taken_by", **AT_COMMIT),
    )
    op.create_index("ix_stints_ends", "stints", ["ends"])
    op.create_index("ix_stints_member_id", "stints", ["member_id"])
    op.create_index("ix_stints_state", "stints", ["state"])
    op.create_index("ix_stints_taken_by", "stints", ["taken_by"])
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
        sa.Column("lapsed_at", UtcTime, nullable=True),
        sa.Column("number", sa.Integer, nullable=False, server_default="0"),
        sa.Column("asked_by", Id, nullable=True),
        sa.Column("delivered_at", UtcTime, nullable=True),
        sa.Column("read_at", UtcTime, nullable=True),
        sa.Column("undelivered_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_alerts_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_alerts_member_id", **AT_COMMIT),
    )
    op.create_index("ix_alerts_case_id_state", "alerts", ["case_id", "state"])
    op.create_index("ix_alerts_member_id_offered_at", "alerts", ["member_id", "offered_at"])
    op.create_index("ix_alerts_member_id_state", "alerts", ["member_id", "state"])
    op.create_index("ix_alerts_offered_at", "alerts", ["offered_at"])
    op.create_index("ix_alerts_state", "alerts", ["state"])
    op.create_table(
        "drill_offers",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("drill_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("offered_at", UtcTime, nullable=False),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_drill_offers"),
        sa.ForeignKeyConstraint(["drill_id"], ["drills.id"], name="fk_drill_offers_drill_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_drill_offers_member_id", **AT_COMMIT),
    )
    op.create_index("ix_drill_offers_drill_id", "drill_offers", ["drill_id"])
    op.create_index("ix_drill_offers_member_id", "drill_offers", ["member_id"])
    op.create_table(
        "holds",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("by", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("reason", sa.LargeBinary, nullable=False),
        sa.Column("until", UtcTime, nullable=True),
        sa.Column("lifted_at", UtcTime, nullable=True),
        sa.Column("lifted_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_holds"),
        sa.ForeignKeyConstraint(["by"], ["members.id"], name="fk_holds_by", **AT_COMMIT),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_holds_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["lifted_by"], ["members.id"], name="fk_holds_lifted_by", **AT_COMMIT),
    )
    op.create_index("ix_holds_by", "holds", ["by"])
    op.create_index("ix_holds_case_id", "holds", ["case_id"])
    op.create_index("ix_holds_lifted_by", "holds", ["lifted_by"])
    op.create_table(
        "incident_links",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("by", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("ended_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_incident_links"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_incident_links_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name="fk_incident_links_incident_id", **AT_COMMIT
        ),
    )
    op.create_index("ix_incident_links_case_id", "incident_links", ["case_id"])
    op.create_index("ix_incident_links_incident_id", "incident_links", ["incident_id"])
    op.create_table(
        "name_blocks",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("through", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_name_blocks"),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name="fk_name_blocks_case_id", ondelete="CASCADE", **AT_COMMIT
        ),
    )
    op.create_index("ix_name_blocks_case_id", "name_blocks", ["case_id"])
    op.create_index("ix_name_blocks_hash", "name_blocks", ["hash"])
    op.create_table(
        "pairs",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("other_id", Id, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("found_at", UtcTime, nullable=False),
        sa.Column("score", sa.Float, nullable=True),
        sa.Column("answer", sa.Text, nullable=True),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.Column("answered_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pairs"),
        sa.ForeignKeyConstraint(["answered_by"], ["members.id"], name="fk_pairs_answered_by", **AT_COMMIT),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_pairs_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["other_id"], ["cases.id"], name="fk_pairs_other_id", **AT_COMMIT),
    )
    op.create_index("ix_pairs_case_id", "pairs", ["case_id"])
    op.create_index("ix_pairs_found_at", "pairs", ["found_at"], **some("answer IS NULL"))
    op.create_index("ix_pairs_other_id", "pairs", ["other_id"])
    op.create_table(
        "papers",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("case_id", Id, nullable=True),
        sa.Column("incident_id", Id, nullable=True),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("signer_id", Id, nullable=True),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("ticked", sa.Text, nullable=False),
        sa.Column("skipped", sa.Text, nullable=False),
        sa.Column("answers", sa.LargeBinary, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("template", sa.Text, nullable=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
        sa.Column("facts_hash", sa.Text, nullable=False),
        sa.Column("file_hash", sa.Text, nullable=False),
        sa.Column("made_at", UtcTime, nullable=True),
        sa.Column("second_id", Id, nullable=True),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.Column("sent_id", Id, nullable=True),
        sa.Column("number", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_papers"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_papers_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_papers_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name="fk_papers_incident_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_papers_member_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["second_id"], ["members.id"], name="fk_papers_second_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["signer_id"], ["members.id"], name="fk_papers_signer_id", **AT_COMMIT),
    )
    op.create_index("ix_papers_address_id", "papers", ["address_id"])
    op.create_index("ix_papers_case_id", "papers", ["case_id"])
    op.create_index("ix_papers_created_at", "papers", ["created_at"])
    op.create_index("ix_papers_incident_id", "papers", ["incident_id"])
    op.create_index("ix_papers_member_id", "papers", ["member_id"])
    op.create_index("ix_papers_second_id", "papers", ["second_id"])
    op.create_index("ix_papers_signer_id", "papers", ["signer_id"])
    op.create_table(
        "outgoing_numbers",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("given_at", UtcTime, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("paper_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outgoing_numbers"),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name="fk_outgoing_numbers_member_id", **AT_COMMIT
        ),
        sa.UniqueConstraint("year", "number", name="uq_outgoing_numbers_year_number"),
    )
    op.create_index("ix_outgoing_numbers_member_id", "outgoing_numbers", ["member_id"])
    op.create_table(
        "reports",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("case_id", Id, nullable=True),
        sa.Column("receipt_lookup", sa.LargeBinary, nullable=True),
        sa.Column("consent", sa.Text, nullable=True),
        sa.Column("opened_at", UtcTime, nullable=True),
        sa.Column("opened_by_update_at", UtcTime, nullable=True),
        sa.Column("told_to", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_reports_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_reports_case_id", **AT_COMMIT),
        sa.UniqueConstraint("receipt_lookup", name="uq_reports_receipt_lookup"),
    )
    op.create_index("ix_reports_address_id_state", "reports", ["address_id", "state"])
    op.create_index("ix_reports_case_id", "reports", ["case_id"])
    op.create_index("ix_reports_state_created_at", "reports", ["state", "created_at"])
    op.create_table(
        "rounds",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("started_by", Id, nullable=False),
        sa.Column("started_at", UtcTime, nullable=False),
        sa.Column("case_id", Id, nullable=True),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_rounds_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["started_by"], ["members.id"], name="fk_rounds_started_by", **AT_COMMIT),
    )
    op.create_index("ix_rounds_case_id", "rounds", ["case_id"])
    op.create_index("ix_rounds_region_started_at", "rounds", ["region", "started_at"])
    op.create_index("ix_rounds_started_by", "rounds", ["started_by"])
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
        sa.Column("emptied", sa.LargeBinary, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_timeline"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_timeline_case_id", **AT_COMMIT),
    )
    op.create_index("ix_timeline_case_id", "timeline", ["case_id"])
    op.create_table(
        "evidence",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("rows", sa.LargeBinary, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
    )
    op.create_index("ix_evidence_owner_id", "evidence", ["owner_id"])
    op.create_table(
        "day_lines",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("upto", Id, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("line", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_day_lines"),
    )
    op.create_table(
        "checkins",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("dialogue_id", Id, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("due", UtcTime, nullable=False),
        sa.Column("region", sa.Text, nullable=True),
        sa.Column("report_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_checkins"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_checkins_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogues.id"], name="fk_checkins_dialogue_id", **AT_COMMIT
        ),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_checkins_report_id", **AT_COMMIT),
    )
    op.create_index("ix_checkins_address_id", "checkins", ["address_id"])
    op.create_index("ix_checkins_dialogue_id", "checkins", ["dialogue_id"])
    op.create_index("ix_checkins_region_state", "checkins", ["region", "state"])
    op.create_index("ix_checkins_report_id", "checkins", ["report_id"])
    op.create_index("ix_checkins_state", "checkins", ["state"])
    op.create_table(
        "claims",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=True),
        sa.Column("report_id", Id, nullable=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sa.Column("source_kind", sa.Text, nullable=False),
        sa.Column("source_id", Id, nullable=False),
        sa.Column("noted_at", UtcTime, nullable=False),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("at", UtcTime, nullable=True),
        sa.Column("precision", sa.Text, nullable=False),
        sa.Column("until", UtcTime, nullable=True),
        sa.Column("entry_id", Id, nullable=True),
        sa.Column("withdrawn_at", UtcTime, nullable=True),
        sa.Column("proceeding_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_claims_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_claims_report_id", **AT_COMMIT),
    )
    op.create_index("ix_claims_case_id", "claims", ["case_id"], **some("case_id IS NOT NULL"))
    op.create_index("ix_claims_noted_at", "claims", ["noted_at"])
    op.create_index("ix_claims_report_id", "claims", ["report_id"])
    op.create_index("ix_claims_withdrawn_at", "claims", ["withdrawn_at"], **some("withdrawn_at IS NOT NULL"))
    op.create_table(
        "draft_lines",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("actor_id", Id, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_draft_lines"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_draft_lines_report_id", **AT_COMMIT),
    )
    op.create_index("ix_draft_lines_report_id", "draft_lines", ["report_id"])
    op.create_table(
        "entries",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=True),
        sa.Column("corrects", Id, nullable=True),
        sa.Column("file_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.ForeignKeyConstraint(["corrects"], ["entries.id"], name="fk_entries_corrects", **AT_COMMIT),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_entries_report_id", **AT_COMMIT),
    )
    op.create_index("ix_entries_corrects", "entries", ["corrects"])
    op.create_index("ix_entries_file_id", "entries", ["file_id"], **some("file_id IS NOT NULL"))
    op.create_index("ix_entries_report_id", "entries", ["report_id"])
    op.create_table(
        "guests",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("since", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_guests"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_guests_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_guests_report_id", **AT_COMMIT),
    )
    op.create_index("ix_guests_address_id", "guests", ["address_id"])
    op.create_index("ix_guests_report_id", "guests", ["report_id"])
    op.create_table(
        "links",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("by", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=True),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("persons", sa.Text, nullable=False, server_default="{}"),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_links_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_links_report_id", **AT_COMMIT),
    )
    op.create_index("ix_links_at", "links", ["at"])
    op.create_index("ix_links_case_id", "links", ["case_id"])
    op.create_index("ix_links_report_id", "links", ["report_id"])
    op.create_table(
        "lookups",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("dialogue_id", Id, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("names", sa.LargeBinary, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("settled_at", UtcTime, nullable=True),
        sa.Column("settled_by", Id, nullable=True),
        sa.Column("report_id", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_lookups"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_lookups_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogues.id"], name="fk_lookups_dialogue_id", **AT_COMMIT
        ),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_lookups_report_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["settled_by"], ["members.id"], name="fk_lookups_settled_by", **AT_COMMIT),
    )
    op.create_index("ix_lookups_address_id", "lookups", ["address_id"])
    op.create_index("ix_lookups_dialogue_id", "lookups", ["dialogue_id"])
    op.create_index("ix_lookups_report_id", "lookups", ["report_id"])
    op.create_index("ix_lookups_settled_by", "lookups", ["settled_by"])
    op.create_index("ix_lookups_state", "lookups", ["state"])
    op.create_table(
        "persons",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=True),
        sa.Column("report_id", Id, nullable=True),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_persons_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_persons_report_id", **AT_COMMIT),
    )
    op.create_index("ix_persons_case_id", "persons", ["case_id"])
    op.create_index("ix_persons_report_id", "persons", ["report_id"])
    op.create_table(
        "station_calls",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("began_at", UtcTime, nullable=False),
        sa.Column("answer", sa.Text, nullable=True),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.Column("again_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_station_calls"),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name="fk_station_calls_member_id", **AT_COMMIT
        ),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_station_calls_round_id", **AT_COMMIT),
    )
    op.create_index("ix_station_calls_member_id_answer", "station_calls", ["member_id", "answer"])
    op.create_index("ix_station_calls_round_id", "station_calls", ["round_id"])
    op.create_index("ix_station_calls_station_answer", "station_calls", ["station", "answer"])
    op.create_index("ix_station_calls_station_began_at", "station_calls", ["station", "began_at"])
    op.create_table(
        "clock_marks",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("clock", sa.Text, nullable=False),
        sa.Column("length", sa.Text, nullable=False),
        sa.Column("due_at", UtcTime, nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("warned_at", UtcTime, nullable=True),
        sa.Column("passed_at", UtcTime, nullable=True),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.Column("answered_by", Id, nullable=True),
        sa.Column("told_at", UtcTime, nullable=True),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("void_at", UtcTime, nullable=True),
        sa.Column("over", sa.Text, nullable=True),
        sa.Column("known", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_clock_marks"),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["members.id"], name="fk_clock_marks_answered_by", **AT_COMMIT
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_clock_marks_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_clock_marks_person_id", **AT_COMMIT),
    )
    op.create_index("ix_clock_marks_case_id", "clock_marks", ["case_id"])
    op.create_index("ix_clock_marks_told_at", "clock_marks", ["told_at"])
    op.create_table(
        "messages",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("outgoing", sa.Boolean, nullable=False),
        sa.Column("entry_id", Id, nullable=True),
        sa.Column("delivered_at", UtcTime, nullable=True),
        sa.Column("read_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name="fk_messages_address_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_messages_entry_id", **AT_COMMIT),
        sa.UniqueConstraint("address_id", "message_id", name="uq_messages_address_id_message_id"),
    )
    op.create_index("ix_messages_at", "messages", ["at"])
    op.create_index("ix_messages_entry_id", "messages", ["entry_id"])
