"""A lawyer's open cases are found without reading the closed ones, a card by its message without the others of its chat."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_index("ix_cases_owner_id_state", "cases", ["owner_id", "state"])
    op.drop_index("ix_cases_owner_id", "cases")
    op.create_index("ix_cards_address_id_message_id", "cards", ["address_id", "message_id"])
    op.drop_index("ix_cards_address_id", "cards")
