"""Reports that somebody told on the telephone; rounds of calls to stations, and the calls."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id

revision = "0032"
down_revision = "0031"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.add_column("reports", sa.Column("told_to", Id, nullable=True))
