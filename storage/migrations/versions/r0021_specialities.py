"""What a lawyer knows best, and whether they are an advocate."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("members", sa.Column("specialities", sa.Text, nullable=False, server_default="[]"))
    op.add_column("members", sa.Column("calling", sa.Text, nullable=True))
