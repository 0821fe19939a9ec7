"""Since when another phone answers at an address, and until when its messenger takes nothing more from us for it."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import UtcTime

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    op.add_column("addresses", sa.Column("untrusted_since", UtcTime, nullable=True))
    op.add_column("addresses", sa.Column("limited_until", UtcTime, nullable=True))
