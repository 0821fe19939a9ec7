"""What can go wrong with a messenger, named by what to do.

MessengerError
├── RetryLater    try again after a while; nobody is to blame
│   ├── AccessLost    it refuses us altogether
│   └── Limited       it takes nothing more from us for this chat, for long: ask somewhere else, tell the operator
│       └── Challenged    until a person proves that they are one
├── Unreachable   this chat is gone or has blocked us: stop asking it
│   └── Untrusted     its phone has another key than before: nothing is sent until a coordinator trusts it
├── Moved         the chat has a new id: ask there
├── Gone          the message to change does not exist any more: send a new one
├── Unchanged     it is already shown like that: be content
├── NoFile        it has no such file, or not for us: use our copy, or do without
├── NotTaken      it takes nothing of this kind there: send it as a document, or the words alone
├── TooBig        it gives no bot a file so large, or takes none: do without
└── Rejected      our mistake: do not repeat, tell the operator

Unreadable        an update that cannot be understood: keep it, park it
"""


class MessengerError(Exception):
    """The root. Messages carry no text of ours to people and no token."""


class RetryLater(MessengerError):
    """``seconds``: how long to wait, because the messenger asks for it (None: it does not). ``chat_only``: about one chat.

    ``sent`` is False when the request surely was not accepted, None when nobody knows. ``at_last``: what it counts as once
    it has been tried, with growing pauses, so often that waiting longer is of no use; None: there is no such time.
    """

    def __init__(
        self,
        why: str,
        *,
        seconds: float | None = None,
        chat_only: bool = False,
        sent: bool | None = None,
        at_last: "Unreachable | Rejected | None" = None,
    ) -> None:
        super().__init__(why)
        self.at_last = at_last
        self.seconds = seconds
        self.chat_only = chat_only
        self.sent = sent


class AccessLost(RetryLater):
    """The messenger refuses our token (401, 404) or serves another poller (409): keep trying, tell the operator."""


class Limited(RetryLater):
    """Too much was written in its opinion. ``token``: of the riddle that it asks; empty: it only wants us to wait."""

    token = ""

    def __init__(self, why: str, *, seconds: float | None = None) -> None:
        super().__init__(why, seconds=seconds, chat_only=True, sent=False)


class Challenged(Limited):
    """``token``: to be handed in together with the solution of the riddle. It is not a person's secret."""

    def __init__(self, why: str, token: str, *, seconds: float | None = None) -> None:
        super().__init__(why, seconds=seconds)
        self.token = token


class Unreachable(MessengerError):
    """Blocked, deactivated, kicked, or never started."""


class Untrusted(Unreachable):
    """Another phone answers for this person, or the same after a reinstallation: nobody knows whose it is."""


class Moved(MessengerError):
    """A group became a supergroup."""

    def __init__(self, new_chat: str) -> None:
        super().__init__("the group has a new chat id")
        self.new_chat = new_chat


class Gone(MessengerError):
    """The message to edit or delete is not there, or too old."""


class Unchanged(MessengerError):
    """The edit would change nothing."""


class NoFile(MessengerError):
    """The messenger does not know the file (any more), or gives something else in its place."""


class NotTaken(MessengerError):
    """This person, group or channel does not take such a file, or the messenger not this one: no voice, no picture."""


class TooBig(MessengerError):
    """The file is larger than what a bot may fetch, or send."""


class Rejected(MessengerError):
    """The messenger says that the request is wrong."""


class Unreadable(Exception):
    """An update that cannot be parsed; the message is the class of the error alone."""
