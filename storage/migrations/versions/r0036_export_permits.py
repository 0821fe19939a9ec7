"""Full exports that two people allow."""

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    pass
