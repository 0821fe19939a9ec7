"""Members' rows carry a keyed hash; storage.vouched_rows writes those of members who are there already."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("members", sa.Column("seal", sa.LargeBinary, nullable=True))
