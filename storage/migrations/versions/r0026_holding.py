"""A case can have a second lawyer, and be handed over: who asked whom."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("cases", sa.Column("wants_second", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("cases", sa.Column("second_id", Id, nullable=True))
    helped = sa.text("second_id IS NOT NULL")
    op.create_index(
        "ix_cases_second_id_state",
        "cases",
        ["second_id", "state"],
        sqlite_where=helped,
        postgresql_where=helped,
    )
    op.add_column("alerts", sa.Column("asked_by", Id, nullable=True))
