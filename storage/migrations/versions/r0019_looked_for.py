"""By what people in cases are found without their names being read; and who asks for somebody."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0019"
down_revision = "0018"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
PARENTS = {
    "address_id": "addresses",
    "dialogue_id": "dialogues",
    "settled_by": "members",
    "report_id": "reports",
}


def upgrade() -> None:
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
        *(
            sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_lookups_{column}", **AT_COMMIT)
            for column, of in PARENTS.items()
        ),
    )
    for column in (*PARENTS, "state"):
        op.create_index(f"ix_lookups_{column}", "lookups", [column])
