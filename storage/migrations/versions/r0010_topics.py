"""Of several messages with one topic that wait for a chat only the newest is sent."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("topic", sa.Text))
