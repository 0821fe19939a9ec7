"""A version of the program after this one: it has one revision more."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import schema_revision
from storage.schema_revision import SCRIPTS, revisions

REVISION = '''"""A toy."""

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = "{before}"


def upgrade() -> None:
    op.create_table("toys", sa.Column("id", sa.Integer, primary_key=True))
    for statement in {statements}:
        op.execute(statement)
'''


@contextmanager
def next_version(folder: Path, *statements: str, this: Sequence[str] = ()) -> Iterator[str]:
    """Within, this is the version that runs; gives its revision, which makes a table and then does ``statements``.

    ``this``: what made the version before it another than the schema is.
    """
    before = revisions()[0]
    number = f"{int(before) + 1:04}"
    scripts = folder / "migrations"
    shutil.copytree(SCRIPTS, scripts, dirs_exist_ok=True)
    text = REVISION.format(number=number, before=before, statements=list(statements))
    (newest,) = (scripts / "versions").glob(f"r{before}_*.py")
    newest.write_text(
        newest.read_text("utf-8") + "".join(f"    op.execute({sql!r})\n" for sql in this), "utf-8"
    )
    (scripts / "versions" / f"r{number}_toys.py").write_text(text, encoding="utf-8")
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(schema_revision, "SCRIPTS", scripts)
            _look_again()
            yield number
    finally:
        _look_again()


def _look_again() -> None:
    """Which revisions there are is looked up once."""
    revisions.cache_clear()
    schema_revision._named.cache_clear()
