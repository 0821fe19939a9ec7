"""Lists of names that members bring from a station's door."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0031"
down_revision = "0030"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.create_table(
        "door_lists",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("member_id", Id, nullable=False),
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
        *(
            sa.ForeignKeyConstraint([column], ["members.id"], name=f"fk_door_lists_{column}", **AT_COMMIT)
            for column in ("member_id", "reader_id", "undone_by")
        ),
    )
    op.create_index("ix_door_lists_member_id_state", "door_lists", ["member_id", "state"])
    op.create_index("ix_door_lists_reader_id_state", "door_lists", ["reader_id", "state"])
    op.create_index("ix_door_lists_undone_by", "door_lists", ["undone_by"])
    op.create_index("ix_door_lists_place_at", "door_lists", ["place", "at"])
    op.create_index("ix_door_lists_state", "door_lists", ["state"])
