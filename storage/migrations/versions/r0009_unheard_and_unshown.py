"""Since when nothing was heard of Telegram, for the next start; and an index of the cards that were given up."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import UtcTime

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("boots", sa.Column("heard_at", UtcTime, nullable=True))
    given_up = sa.text("failed IS NOT NULL")
    op.create_index("ix_cards_failed", "cards", ["lane"], sqlite_where=given_up, postgresql_where=given_up)
