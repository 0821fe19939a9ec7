"""Lists have pages and stable numbers, and remember when they last made a sound; many reports of one chat are one card."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import UtcTime

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("cards", sa.Column("page", sa.Integer, nullable=False, server_default="0"))
    op.add_column("cards", sa.Column("rang_at", UtcTime, nullable=True))
    op.add_column("alerts", sa.Column("number", sa.Integer, nullable=False, server_default="0"))
    op.execute("DELETE FROM cards WHERE subject = 'ask-many'")
