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


# Refusals that a fault may be told to answer with: what Telegram and its open server say, to the letter, and its status.
# What can be known here is refused without being told: see access.py.
REFUSALS: dict[str, int] = {
    "Bad Request: BUTTON_DATA_INVALID": 400,
    # what is sent may not be sent there
    "Bad Request: VOICE_MESSAGES_FORBIDDEN": 400,
    "Bad Request: user restricted receiving of voice note messages": 400,
    "Bad Request: user restricted receiving of video messages": 400,
    "Bad Request: not enough rights to send photos to the chat": 400,
    "Bad Request: not enough rights to send documents to the chat": 400,
    "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN": 400,
    "Bad Request: CHAT_SEND_MEDIA_FORBIDDEN": 400,
    "Bad Request: CHAT_SEND_VOICES_FORBIDDEN": 400,
    "Bad Request: IMAGE_PROCESS_FAILED": 400,
    "Bad Request: PHOTO_INVALID_DIMENSIONS": 400,
    "Bad Request: PHOTO_SAVE_FILE_INVALID": 400,
    # nothing may be sent there
    "Bad Request: not enough rights to send text messages to the chat": 400,
    "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN": 400,
    "Bad Request: CHAT_WRITE_FORBIDDEN": 400,
    "Bad Request: CHAT_RESTRICTED": 400,
    "Bad Request: CHAT_ADMIN_REQUIRED": 400,
    "Bad Request: CHANNEL_PRIVATE": 400,
    "Bad Request: CHANNEL_INVALID": 400,
    "Bad Request: TOPIC_CLOSED": 400,
    "Bad Request: USER_BANNED_IN_CHANNEL": 400,
    "Bad Request: have no write access to the chat": 400,
    "Bad Request: have no rights to send a message": 400,
    "Bad Request: need administrator rights in the channel chat": 400,
    "Bad Request: group chat was deactivated": 400,
    "Bad Request: chat not found": 400,
    "Bad Request: user not found": 400,
    "Bad Request: PEER_ID_INVALID": 400,
    "Forbidden: bot was blocked by the user": 403,
    "Forbidden: user is deactivated": 403,
    "Forbidden: bot can't initiate conversation with a user": 403,
    "Forbidden: bot was kicked from the channel chat": 403,
    # the message
    "Bad Request: message to edit not found": 400,
    "Bad Request: message can't be edited": 400,
    "Bad Request: message media can't be edited": 400,
    "Bad Request: there is no text in the message to edit": 400,
    "Bad Request: there is no media in the message to edit": 400,
    "Bad Request: message to delete not found": 400,
    "Bad Request: message can't be deleted": 400,
    "Bad Request: message can't be deleted for everyone": 400,
    "Bad Request: MESSAGE_ID_INVALID": 400,
    "Bad Request: query is too old and response timeout expired or query ID is invalid": 400,
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message": 400,
    # the file
    "Bad Request: invalid file_id": 400,
    "Bad Request: wrong file_id or the file is temporarily unavailable": 400,
    "Bad Request: wrong file identifier/HTTP URL specified": 400,
    "Bad Request: wrong remote file identifier specified: Wrong string length": 400,
    "Bad Request: can't use file of type VoiceNote as Photo": 400,
    "Bad Request: file is too big": 400,
    "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes": 400,
    "Request Entity Too Large": 413,
    # the bot
    "Logged out": 400,
    "Unauthorized": 401,
    "Too Many Requests": 429,  # without retry_after
}

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
NO_VOICE = "VOICE_MESSAGES_FORBIDDEN"
CANNOT_DELETE = "message can't be deleted for everyone"


class ControlError(Exception):
    """Somebody who drives the playground asked for what a real phone could not do. Not part of the Bot API."""

    def __init__(self, status: int, what: str) -> None:
        super().__init__(what)
        self.status = status
