"""Papers that were made, and the templates by which they were."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0035"
down_revision = "0034"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
PARENTS = {
    "case_id": "cases",
    "incident_id": "incidents",
    "member_id": "members",
    "address_id": "addresses",
    "signer_id": "members",
    "second_id": "members",
}


def upgrade() -> None:
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
        sa.PrimaryKeyConstraint("id", name="pk_papers"),
        *(
            sa.ForeignKeyConstraint([one], [f"{parent}.id"], name=f"fk_papers_{one}", **AT_COMMIT)
            for one, parent in PARENTS.items()
        ),
    )
    for column in (*PARENTS, "created_at"):
        op.create_index(f"ix_papers_{column}", "papers", [column])
    op.create_table(
        "paper_templates",
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("since", UtcTime, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_paper_templates"),
    )
