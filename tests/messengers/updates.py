"""Raw updates as Telegram sends them, with made-up people."""

import json
from typing import Any

Json = dict[str, Any]

PERSON: Json = {"id": 77, "is_bot": False, "first_name": "Aigul", "language_code": "kk"}
CHAT: Json = {"id": 77, "type": "private", "first_name": "Aigul"}
DATE = 1537164000  # 2018-09-17 06:00 UTC


def message(**content: Any) -> Json:
    """A message of the person in their chat with the bot."""
    return {"message_id": 5, "from": PERSON, "chat": CHAT, "date": DATE, **content}


def raw(**kinds: Any) -> bytes:
    """An update with these kinds in it."""
    return json.dumps({"update_id": 1, **kinds}).encode()
