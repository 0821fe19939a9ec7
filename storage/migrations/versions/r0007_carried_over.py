"""What was carried over into claims leaves the places where it was."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.drop_table("detainees")
    op.drop_table("carried_over")
    for column in ("facts", "act_by"):
        op.drop_column("cases", column)
