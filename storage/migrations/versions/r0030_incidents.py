"""Cases belong to incidents."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("name", sa.LargeBinary, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("made_at", UtcTime, nullable=False),
        sa.Column("made_by", Id, nullable=False),
        sa.Column("city", sa.Text, nullable=True),
        sa.Column("confirmed_at", UtcTime, nullable=True),
        sa.Column("confirmed_by", Id, nullable=True),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("ended_by", Id, nullable=True),
        sa.Column("mass_at", UtcTime, nullable=True),
        sa.Column("pattern", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
    )
    op.create_index("ix_incidents_ended_at", "incidents", ["ended_at"])
    op.create_table(
        "incident_links",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("by", Id, nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.Column("ended_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_incident_links"),
        *(
            sa.ForeignKeyConstraint(
                [f"{one}_id"],
                [f"{one}s.id"],
                name=f"fk_incident_links_{one}_id",
                deferrable=True,
                initially="DEFERRED",
            )
            for one in ("incident", "case")
        ),
    )
    op.create_index("ix_incident_links_incident_id", "incident_links", ["incident_id"])
    op.create_index("ix_incident_links_case_id", "incident_links", ["case_id"])
