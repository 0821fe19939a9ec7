"""A coordinator's list shows what was chosen of it, and cases are found by the day on which they happened."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.add_column("cards", sa.Column("chosen", sa.Text, nullable=False, server_default=""))
    op.create_index("ix_cases_happened_on", "cases", ["happened_on"])
