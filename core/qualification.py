"""What a lawyer is, and knows best."""

from enum import StrEnum


class Qualification(StrEnum):
    """What a lawyer may do before a court: only an advocate defends in criminal proceedings."""

    ADVOCATE = "advocate"
    CONSULTANT = "consultant"


class Speciality(StrEnum):
    """What a lawyer knows best."""

    ADMINISTRATIVE = "administrative"
    CRIMINAL = "criminal"
    MINORS = "minors"
    TORTURE = "torture"
    MIGRATION = "migration"
    JOURNALISTS = "journalists"
