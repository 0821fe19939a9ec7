"""One input being handled: who, what, when, and the two or three things every handler does with it."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from core.incoming import Incoming, IncomingKind
from core.model import Address, Member
from core.places.place_kinds import PlaceMatch
from core.presentation import Button, Presentation
from core.traffic import Lane
from core.understanding import Understood
from core.vocabulary import Role
from handlers.outbox import sending
from handlers.people import readers
from handlers.service import Service
from storage.transaction import Transaction

ID_DIGITS = 19  # of a 63-bit id


def id_in(argument: str) -> int | None:
    """The id that a button carries; None for what no button of ours ever carried."""
    number = int(argument) if argument.isdecimal() and len(argument) <= ID_DIGITS else 0
    return number if 0 < number < 2**63 else None


class Turn(Struct):
    """``member`` is the actor's place on the roster, if any, also when suspended; ``received_at`` is UTC.

    ``entry_id`` is the report's entry that keeps this input, once there is one. ``told``: an input, and what its words tell;
    ``place``: an input, and the place its words name. ``head`` is shown above everything in this turn: that it is only
    practice.
    """

    tx: Transaction
    service: Service
    incoming: Incoming
    address: Address
    member: Member | None
    received_at: datetime
    entry_id: int | None = None
    told: tuple[Incoming, Understood] | None = None
    place: tuple[Incoming, PlaceMatch | None] | None = None
    head: str = ""
    ends_practice: bool = False  # its words ended a practice: they are real
    file_id: int | None = None  # the row of the file that came with it, once there is one
    is_answered: bool = False  # by a new message
    foot: Presentation | None = (
        None  # stands below what is shown next: what a question took, which case was meant
    )
    foot_key: str | None = None  # of that message, if nothing else gives it a key
    coded: int | None = None  # the actor's report whose code stood beside the words
    given_back: Any = None  # words that a question took and that were not for it

    @property
    def now(self) -> datetime:
        return self.tx.now

    @property
    def language(self) -> str:
        """The actor's language, by the one rule of ``readers``."""
        return readers.reader_language(
            self.service, self.address, [self.member] if self.member is not None else []
        )

    def say(self, key: str, **args: Any) -> str:
        """Words in the actor's language."""
        return self.service.words.say(self.language, key, **args)

    def reply(
        self, key: str, rows: tuple[tuple[Button, ...], ...] = (), *, topic: str | None = None, **args: Any
    ) -> None:
        """Answer the actor with a message of our words. What is always the same is said once to a burst of messages."""
        always_the_same = key if not rows and not args else None
        self.show(Presentation(self.say(key, **args), rows), topic=topic or always_the_same)

    def reply_in_place(self, key: str, rows: tuple[tuple[Button, ...], ...] = (), **args: Any) -> None:
        """Answer by changing the message whose button was pressed: its question is answered."""
        if self.incoming.message_id is None:
            self.reply(key, rows, **args)
        else:
            self.show_in_place(Presentation(self.say(key, **args), rows))

    def show_in_place(self, shown: Presentation, *, key: str | None = None) -> None:
        """Change the message whose button was pressed. Somebody who typed a number does not look for it: they get a message
        with this key.
        """
        if self.incoming.message_id is None:
            return
        if self.presses:
            sending.edit_message(self.tx, self.address.id, self.incoming.message_id, shown)
        else:
            self.show(shown, key=key)

    def with_hotline(self, text: str) -> str:
        """The text, and below it the number to ring, in the actor's language."""
        return self.service.with_hotline(self.language, text)

    def show(
        self,
        shown: Presentation,
        *,
        key: str | None = None,
        topic: str | None = None,
        lane: Lane = Lane.REPLY,
    ) -> None:
        """Answer the actor. If several answers with one ``topic`` have not left yet, only the newest is sent.

        A member who presses has the chat before them: the answer makes no sound.
        """
        if self.active is not None and self.incoming.kind is IncomingKind.TAP:
            shown = replace(shown, silent=True)
        if self.head:
            shown = replace(shown, text=f"{self.head}\n\n{shown.text}")
        key = key or (self.foot_key if self.foot is not None else None)
        shown = self.with_foot(shown)
        self.is_answered = True
        sending.send_message(self.tx, self.service, self.address.id, shown, lane, key=key, topic=topic)

    def with_foot(self, shown: Presentation) -> Presentation:
        """What is shown, and below it once what a question took."""
        if self.foot is None:
            return shown
        foot, self.foot = self.foot, None
        text, rows = f"{shown.text}\n\n{foot.text}", (*shown.rows, *foot.rows)
        protect = shown.protect or foot.protect
        return replace(shown, text=text, rows=rows, protect=protect, answers=shown.answers or foot.answers)

    def bland(self) -> None:
        """The one sentence that a silenced chat, or one in doubt, gets, no matter what was said; nobody is to hear it."""
        shown = Presentation(self.say("bland"), silent=True)
        tx, service, address = self.tx, self.service, self.address
        sending.send_message(tx, service, address.id, shown, Lane.HIDE, topic="bland", despite_silence=True)

    @property
    def presses(self) -> bool:
        """Whether the actor has buttons, and so sees what happens to the message that has them."""
        return self.service.abilities[self.incoming.messenger].buttons

    @property
    def is_administrator(self) -> bool:
        """Named in the configuration, or on the roster as one."""
        on_roster = self.active is not None and self.active.role is Role.ADMINISTRATOR
        return on_roster or self.incoming.sender in self.service.administrators

    @property
    def active(self) -> Member | None:
        """The member, unless suspended."""
        return self.member if self.member is not None and self.member.suspended_at is None else None

    @property
    def coordinator(self) -> Member | None:
        """The member, if they are a coordinator who is not suspended."""
        return self.active if self.active is not None and self.active.role is Role.COORDINATOR else None

    def update_address(self, **changes: Any) -> None:
        """Change the actor's address, here and in the transaction."""
        self.address = self.tx.addresses.put(replace(self.address, **changes))
