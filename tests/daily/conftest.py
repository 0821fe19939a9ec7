"""The stories of digests are played on the desk of casework."""

from tests.casework.conftest import desk, folder, service

__all__ = ["desk", "folder", "service"]
