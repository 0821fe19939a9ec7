"""What the Bot API answers when it refuses, in Telegram's own words.

The sentences are those of the open Bot API server (``Client.cpp``) or, where Telegram itself words them,
those that bots report. A bot may match on them, so they are kept to the letter.
"""

from typing import Any


class ApiError(Exception):
    """A refusal: HTTP status, Telegram's description, and what ``parameters`` of the answer hold."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.description = description
        self.parameters = parameters

    def answer(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(what: str) -> ApiError:
    """400 with the usual beginning."""
    return ApiError(400, f"Bad Request: {what}")


def forbidden(what: str) -> ApiError:
    """403 with the usual beginning."""
    return ApiError(403, f"Forbidden: {what}")


def retry_after(seconds: int) -> ApiError:
    """429: too fast; ask again after so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


UNAUTHORIZED = (401, "Unauthorized")
LOGGED_OUT = (400, "Logged out")
NO_SUCH_METHOD = (404, "Not Found: method not found")
WEBHOOK_ACTIVE = (
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
)
OTHER_POLL = (
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
)
WEBHOOK_SET = (409, "Conflict: terminated by setWebhook request")

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
CANNOT_DELETE = "message can't be deleted for everyone"


class ControlError(Exception):
    """Somebody who drives the playground asked for what a real phone could not do. Not part of the Bot API."""

    def __init__(self, status: int, what: str) -> None:
        super().__init__(what)
        self.status = status
