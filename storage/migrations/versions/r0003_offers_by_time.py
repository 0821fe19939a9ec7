"""An index for the digest, which reads the offers of the last day and no older ones."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_index("ix_alerts_offered_at", "alerts", ["offered_at"])
