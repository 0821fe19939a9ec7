"""The desk of the casework stories, whose exports another program reads."""

from tests.casework.conftest import *  # noqa: F403
