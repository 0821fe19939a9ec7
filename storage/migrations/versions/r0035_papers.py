"""Papers that were made."""

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    pass
