"""Invitations to the roster, and files of it that wait for a yes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0024"
down_revision = "0023"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
PARENTS = {
    "made_by": "members",
    "former_id": "members",
    "address_id": "addresses",
    "dialogue_id": "dialogues",
    "settled_by": "members",
}


def upgrade() -> None:
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
        sa.UniqueConstraint("lookup", name="uq_invitations_lookup"),
        *_references("invitations", PARENTS),
    )
    for column in (*PARENTS, "state"):
        op.create_index(f"ix_invitations_{column}", "invitations", [column])
    op.create_table(
        "roster_files",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("created_at", UtcTime, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("shown", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_roster_files"),
        *_references("roster_files", {"address_id": "addresses"}),
    )
    op.create_index("ix_roster_files_address_id", "roster_files", ["address_id"])


def _references(table: str, parents: dict[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_{table}_{column}", **AT_COMMIT)
        for column, of in parents.items()
    ]
