"""What is kept of a paper: who wanted which, out of what it was made, who agreed, and what became of it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct


class PaperState(StrEnum):
    """How far one is."""

    DRAFT = "draft"  # its page is open: nothing is made
    ASKED = "asked"  # a second person is asked whether it may be made
    REFUSED = "refused"  # the second person, or nobody said yes in time
    LEAVING = "leaving"  # it is made as it leaves for the chat
    MADE = "made"
    BROKEN = "broken"  # its template could not be filled


class Paper(Struct, frozen=True):
    """One paper. Until it is made, what its page was told; then also the facts as they were, so that it can be made again.

    ``member_id`` asked for it, ``address_id`` is where it is handed out, ``signer_id`` signs. ``office``: the addressee, an
    id of the country's. ``basis``: a hash of what its page has shown. ``ticked``: paths that are not verified and stand in
    it all the same; ``skipped``: paths that nobody can tell. ``facts``: the dossier as data, and the words for the unknown.
    ``template``, ``facts_hash``, ``file_hash``: SHA-256, in hexadecimal digits. ``sent_id``: the claim that it was sent.
    """

    id: int
    kind: str
    language: str
    state: PaperState
    member_id: int
    address_id: int
    created_at: datetime
    case_id: int | None = None
    incident_id: int | None = None
    person_id: int | None = None
    signer_id: int | None = None
    office: str = ""
    ticked: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    answers: dict[str, str] = {}  # sealed; for it alone, by path
    basis: str = ""
    version: int = 0  # of the template
    template: str = ""
    facts: dict[str, Any] = {}  # sealed
    facts_hash: str = ""
    file_hash: str = ""
    made_at: datetime | None = None
    second_id: int | None = None  # the coordinator who answered
    answered_at: datetime | None = None
    sent_id: int | None = None
    number: str = ""  # under which it leaves, as the register has it

    def __repr__(self) -> str:
        """Without what is sealed."""
        return f"Paper({self.id})"


class OutgoingNumber(Struct, frozen=True):
    """A line of the register of what leaves the organisation: given once, in order, from 1 in each year. It stays when its
    paper is forgotten, so that no number is ever given twice. ``office``: the addressee, an id of the country's.
    """

    id: int
    year: int
    number: int
    given_at: datetime
    member_id: int
    kind: str
    language: str
    office: str = ""
    paper_id: int | None = None

    @property
    def text(self) -> str:
        """As it stands in the paper."""
        return f"{self.number}/{self.year}"


class PaperTemplate(Struct, frozen=True):
    """The bytes of a template by which a paper was made, kept once. ``hash``: their SHA-256."""

    hash: str
    since: datetime
    content: bytes  # sealed

    def __repr__(self) -> str:
        """Without what is sealed."""
        return f"PaperTemplate({self.hash})"
