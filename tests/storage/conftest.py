"""What is stored is tried on both databases each time."""

import pytest

from tests.conftest import DIALECTS


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    """PostgreSQL is not left out here as a second run of the same."""
    return str(request.param)
