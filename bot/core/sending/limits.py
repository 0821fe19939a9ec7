"""How fast we may send, as values."""

from msgspec import Struct


class Limits(Struct, frozen=True):
    """What the messenger lets us send. The numbers are Telegram's; paid broadcasts allow more.

    A chat may get ``chat_burst`` messages at once and then ``chat_per_second``; a group or channel
    ``group_per_minute``. At most ``in_flight`` sends wait for an answer or to be recorded, ``reserved`` of them only for
    alerts: those of half a second, so that a slow answer or a busy database does not make it less than 30 a second.
    """

    per_second: float = 30
    chat_burst: int = 5
    chat_per_second: float = 1
    group_per_minute: int = 20
    in_flight: int = 16
    reserved: int = 2
