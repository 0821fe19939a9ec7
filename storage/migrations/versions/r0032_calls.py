"""Reports that somebody told on the telephone; rounds of calls to stations, and the calls."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0032"
down_revision = "0031"

AT_COMMIT: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}


def upgrade() -> None:
    op.add_column("reports", sa.Column("told_to", Id, nullable=True))
    op.create_table(
        "rounds",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("region", sa.Text, nullable=False),
        sa.Column("started_by", Id, nullable=False),
        sa.Column("started_at", UtcTime, nullable=False),
        sa.Column("case_id", Id, nullable=True),
        sa.Column("ended_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
        *_foreign("rounds", started_by="members", case_id="cases"),
    )
    op.create_index("ix_rounds_region_started_at", "rounds", ["region", "started_at"])
    op.create_index("ix_rounds_case_id", "rounds", ["case_id"])
    op.create_index("ix_rounds_started_by", "rounds", ["started_by"])
    op.create_table(
        "station_calls",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("round_id", Id, nullable=False),
        sa.Column("station", sa.Text, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("began_at", UtcTime, nullable=False),
        sa.Column("answer", sa.Text, nullable=True),
        sa.Column("answered_at", UtcTime, nullable=True),
        sa.Column("again_at", UtcTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_station_calls"),
        *_foreign("station_calls", round_id="rounds", member_id="members"),
    )
    op.create_index("ix_station_calls_round_id", "station_calls", ["round_id"])
    op.create_index("ix_station_calls_station_began_at", "station_calls", ["station", "began_at"])
    op.create_index("ix_station_calls_station_answer", "station_calls", ["station", "answer"])
    op.create_index("ix_station_calls_member_id_answer", "station_calls", ["member_id", "answer"])


def _foreign(table: str, **parents: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{of}.id"], name=f"fk_{table}_{column}", **AT_COMMIT)
        for column, of in parents.items()
    ]
