"""Files that people send are fetched and kept; an entry names its own."""

import sqlalchemy as sa
from alembic import op

from storage.schema.columns import Id, UtcTime

revision = "0016"
down_revision = "0015"

# condition of a partial index: its columns
SOME = {
    "state = 'wanted'": ["address_id", "id"],
    "state = 'unwanted'": ["id"],
    "digest IS NOT NULL": ["digest"],
}
NAMES = dict(zip(SOME, ("ix_files_wanted", "ix_files_unwanted", "ix_files_digest"), strict=True))


def upgrade() -> None:
    op.create_table(
        "files",
        sa.Column("id", Id, nullable=False, autoincrement=False),
        sa.Column("address_id", Id, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("received_at", UtcTime, nullable=False),
        sa.Column("about", sa.LargeBinary, nullable=False),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=True),
        sa.Column("digest", sa.LargeBinary, nullable=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", UtcTime, nullable=True),
        sa.Column("why", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
        sa.ForeignKeyConstraint(
            ["address_id"],
            ["addresses.id"],
            name="fk_files_address_id",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_files_address_id_state", "files", ["address_id", "state"])
    for condition, columns in SOME.items():
        _some(NAMES[condition], "files", columns, condition)
    op.add_column("entries", sa.Column("file_id", Id, nullable=True))
    _some("ix_entries_file_id", "entries", ["file_id"], "file_id IS NOT NULL")


def _some(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
