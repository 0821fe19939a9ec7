"""What a lawyer should know for a case; since when coordinators ring about it; when each member was asked last."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import UtcTime

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.add_column("cases", sa.Column("wanted", sa.Text, nullable=False, server_default="[]"))
    op.add_column("cases", sa.Column("unheard_at", UtcTime, nullable=True))
    op.create_index("ix_alerts_member_id_offered_at", "alerts", ["member_id", "offered_at"])
