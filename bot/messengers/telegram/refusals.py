"""What the Bot API's refusals mean: their texts are stable, and nothing else in an answer tells them apart.

The first row whose text stands in the answer decides. A test walks the table, and what our own server can be told to say.
"""

from collections.abc import Callable

from bot.messengers.errors import (
    AccessLost,
    Gone,
    MessengerError,
    NoFile,
    NotTaken,
    Rejected,
    TooBig,
    Unchanged,
    Unreachable,
)


def access_lost(why: str) -> AccessLost:
    """The bot itself is refused. Nothing was sent; it is tried again after half a minute."""
    return AccessLost(why, seconds=30, sent=False)


Reaction = Callable[[str], MessengerError]

# Small letters: an answer is folded before it is looked up.
REFUSALS: tuple[tuple[str, Reaction], ...] = (
    # it is shown like that, or there is nothing to change
    ("message is not modified", Unchanged),
    ("message to edit not found", Gone),
    ("message can't be edited", Gone),
    ("message media can't be edited", Gone),
    ("there is no text in the message", Gone),
    ("there is no media in the message", Gone),
    ("message to delete not found", Gone),
    ("message can't be deleted", Gone),
    ("message_id_invalid", Gone),
    ("query is too old", Gone),
    # the file
    ("is too big for a photo", NotTaken),
    ("file is too big", TooBig),
    ("invalid file_id", NoFile),
    ("wrong file_id", NoFile),
    ("wrong file identifier", NoFile),
    ("wrong remote file identifier", NoFile),
    ("can't use file of type", NoFile),
    ("image_process_failed", NotTaken),
    ("photo_invalid_dimensions", NotTaken),
    ("photo_save_file_invalid", NotTaken),
    # what a person, group or channel does not take, and what is then taken from nobody there
    ("voice_messages_forbidden", NotTaken),
    ("restricted receiving of", NotTaken),
    ("not enough rights to send text", Unreachable),
    ("not enough rights to send", NotTaken),
    ("chat_send_plain_forbidden", Unreachable),
    ("chat_send_", NotTaken),
    # nothing at all is taken there
    ("chat not found", Unreachable),
    ("user not found", Unreachable),
    ("peer_id_invalid", Unreachable),
    ("user is deactivated", Unreachable),
    ("chat was deactivated", Unreachable),
    ("bot was blocked", Unreachable),
    ("have no rights to send", Unreachable),
    ("have no write access", Unreachable),
    ("need administrator rights", Unreachable),
    ("chat_write_forbidden", Unreachable),
    ("chat_restricted", Unreachable),
    ("chat_admin_required", Unreachable),
    ("channel_private", Unreachable),
    ("channel_invalid", Unreachable),
    ("user_banned_in_channel", Unreachable),
    ("topic_closed", Unreachable),
    # the bot
    ("logged out", access_lost),
)


def reaction(text: str, otherwise: Reaction = Rejected) -> MessengerError:
    """What to do about a 400 or 403 with this text. What no row knows is ``otherwise``, and says what was said."""
    folded = text.casefold()
    for part, meaning in REFUSALS:
        if part in folded:
            return meaning(part)
    return otherwise(text)
