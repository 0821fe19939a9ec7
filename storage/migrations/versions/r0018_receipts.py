"""Receipts have a lane of their own, before replies: the lanes behind it move on by one."""

from alembic import op

revision = "0018"
down_revision = "0016"


def upgrade() -> None:
    for table in ("outbox", "cards"):
        op.execute(f"UPDATE {table} SET lane = lane + 1 WHERE lane >= 1")
