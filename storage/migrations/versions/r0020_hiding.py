"""A person says how long their chat stays silent after hiding, and whether it is hidden when their case is closed."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("addresses", sa.Column("returns", sa.Text, nullable=True))
    op.add_column("addresses", sa.Column("after_closing", sa.Text, nullable=True))
