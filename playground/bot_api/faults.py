"""Faults that can be switched on, counted, so that a story can say "the next two sends fail" and see that they did.

There is no idempotency on Telegram: after ``hang_after`` and ``close_after`` the message **is** there, and the bot
cannot know.
"""

from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict

from playground.bot_api.errors import REFUSALS, ApiError
from playground.bot_api.parameters import Params
from playground.journal import Pulse

DISLIKED = "Bad Request: BUTTON_DATA_INVALID"


class FaultKind(StrEnum):
    """What goes wrong; *before* and *after* the call was carried out."""

    ERROR_500 = "error_500"
    BAD_GATEWAY = "bad_gateway"  # 502, answered in HTML by the machine in front
    PORTAL = "portal"  # 403 and a page in HTML: somebody between us and Telegram does not let us through
    REJECTED = "rejected"  # 400: Telegram does not like what it is asked
    TOO_MANY = "too_many"  # 429 with retry_after
    HANG_BEFORE = "hang_before"  # no answer until the client gives up, nothing done
    HANG_AFTER = "hang_after"  # done, but no answer until the client gives up
    CLOSE_BEFORE = "close_before"  # the connection breaks, nothing done
    CLOSE_AFTER = "close_after"  # done, then the connection breaks
    HALF_ANSWER = "half_answer"  # done, but the answer does not say what became of it
    NOT_FOUND = "not_found"  # of a download: 404
    CUT_OFF = "cut_off"  # of a download: the connection breaks half-way
    OTHER_SIZE = "other_size"  # of a download: it ends before as much has come as getFile said


HANGING = frozenset({FaultKind.HANG_BEFORE, FaultKind.HANG_AFTER})
DONE = frozenset({FaultKind.HANG_AFTER, FaultKind.CLOSE_AFTER, FaultKind.HALF_ANSWER})
SILENT = HANGING | {FaultKind.CLOSE_BEFORE, FaultKind.CLOSE_AFTER}
LATER = SILENT | {FaultKind.HALF_ANSWER}  # what they do to the answer is not done before the call


class Fault(Struct):
    """``left`` calls still fail (None: until cleared); empty ``methods`` means all; ``retry_after`` in seconds.

    ``text``: only calls whose text contains it. ``says``: which of REFUSALS a rejected call is answered with.
    """

    id: int
    kind: FaultKind
    left: int | None = 1
    methods: frozenset[str] = frozenset()
    chat_id: int | None = None
    retry_after: int = 1
    text: str = ""
    says: str = DISLIKED
    hits: int = 0

    def refusal(self) -> ApiError:
        """What a rejected call is answered with."""
        return ApiError(REFUSALS[self.says], self.says)

    def meets(self, method: str, params: Params) -> bool:
        """Whether this call is one of those that fail."""
        if self.methods and method not in self.methods:
            return False
        if self.text not in str(params.get("text", "")):
            return False
        return self.chat_id is None or str(params.get("chat_id")) == str(self.chat_id)


class Faults(Struct):
    """All faults; the oldest that meets a call is taken. ``hits`` counts all that ever struck."""

    hits: int = 0
    changed: Pulse = field(default_factory=Pulse)
    _all: list[Fault] = field(default_factory=list)
    _last: int = 0

    def add(
        self,
        kind: FaultKind | str,
        times: int | None = 1,
        methods: list[str] | None = None,
        chat_id: int | None = None,
        retry_after: int = 1,
        text: str = "",
        says: str = "",
    ) -> Fault:
        """Switch a fault on. Raises ValueError for an unknown kind, or a refusal that Telegram does not know."""
        if says and says not in REFUSALS:
            raise ValueError(f"Telegram never says {says!r}")
        self._last += 1
        about = FaultKind(kind), times, frozenset(methods or ()), chat_id, retry_after, text
        fault = Fault(self._last, *about, says or DISLIKED)
        self._all.append(fault)
        self.changed.beat()
        return fault

    def clear(self) -> None:
        """Everything works again."""
        self._all.clear()
        self.changed.beat()

    def draw(self, method: str, params: Params) -> Fault | None:
        """The fault that strikes this call, counted, or None."""
        for fault in self._all:
            if fault.left != 0 and fault.meets(method, params):
                fault.hits += 1
                self.hits += 1
                self.changed.beat()
                if fault.left is not None:
                    fault.left -= 1
                return fault
        return None

    def listing(self) -> list[dict[str, Any]]:
        """All faults as JSON data, spent ones too."""
        return [{**asdict(fault), "methods": sorted(fault.methods)} for fault in self._all]
