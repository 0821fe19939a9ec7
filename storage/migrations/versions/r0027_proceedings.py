"""A claim may belong to one of several proceedings."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.add_column("claims", sa.Column("proceeding_id", Id, nullable=True))
