"""What may be typed where nothing can be pressed."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0040"
down_revision = "0039"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
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
