"""A conversation remembers how many messages in a row answered nothing that was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("dialogues", sa.Column("unanswered", sa.Integer, nullable=False, server_default="0"))
