"""What sources say of a case gets tables of its own; storage.carry_over fills them before the next revision."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0006"
down_revision = "0005"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
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
        "links",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("by", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=True),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_links_report_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_links_case_id", **AT_COMMIT),
    )
    for column in ("report_id", "case_id", "at"):
        op.create_index(f"ix_links_{column}", "links", [column])
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
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_claims_case_id", **AT_COMMIT),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_claims_report_id", **AT_COMMIT),
    )
    for column in ("report_id", "noted_at"):
        op.create_index(f"ix_claims_{column}", "claims", [column])
    for column in ("case_id", "withdrawn_at"):
        some = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_claims_{column}", "claims", [column], sqlite_where=some, postgresql_where=some)
    op.add_column("alerts", sa.Column("lapsed_at", UtcTime, nullable=True))
    op.create_table("carried_over", sa.Column("up_to", Id, nullable=False))  # the last case that was
    op.execute("INSERT INTO carried_over VALUES (0)")
