"""One message, and what its words say by themselves. What takes time to read is read once, when it is first asked for."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from core.conversation.context import Setting
from core.conversation.typed_shortcuts import TypedControl, typed_control
from core.incoming import Incoming, IncomingKind
from core.intake.court_told import CourtTold, court_told
from core.intake.cues import Clause, Cues, read_clauses
from core.intake.member_told import MemberTold, member_told
from core.intake.stated import stated_words
from core.places.place_kinds import PlaceMatch
from core.understanding import Understood
from core.understanding.later import facts_told

READ = 1000  # characters; nobody tells what happened behind them


class ReadMessage:
    """``read_words`` understands a text, ``find_place`` its place; ``language`` is a hint for words that tell none."""

    def __init__(
        self,
        incoming: Incoming,
        setting: Setting,
        cues: Cues,
        language: str,
        read_words: Callable[[str], Understood],
        find_place: Callable[[str], PlaceMatch | None],
    ) -> None:
        self.incoming, self.setting, self.language = incoming, setting, language
        self._cues = cues
        self._of_court: dict[tuple[datetime, ZoneInfo], CourtTold] = {}
        self._by_member: dict[tuple[datetime, ZoneInfo], MemberTold] = {}
        self._read_words, self._find_place = read_words, find_place

    def read_words(self, text: str) -> Understood:
        """What a part of its words tells by itself."""
        return self._read_words(text)

    def tells_of_court(self, now: datetime, zone: ZoneInfo) -> CourtTold:
        """What is typed of a hearing or a ruling; by the clock of the place."""
        if (now, zone) not in self._of_court:
            told = court_told(self.typed, self.setting.heard, self._cues, now, zone, self.language)
            self._of_court[now, zone] = told
        return self._of_court[now, zone]

    def told_by_member(self, now: datetime, zone: ZoneInfo) -> MemberTold:
        """What a member types of a case that they have, by the clock of the place."""
        if (now, zone) not in self._by_member:
            court = self.tells_of_court(now, zone)
            told = member_told(self.typed, self.setting.heard, self._cues, court, now, zone, self.language)
            self._by_member[now, zone] = told
        return self._by_member[now, zone]

    @property
    def text(self) -> str:
        """What is read of it."""
        return self.incoming.text

    @property
    def whole(self) -> str:
        """What was typed, as it is kept."""
        return self.typed.strip()

    @property
    def typed(self) -> str:
        """What was typed, or what stands for it."""
        return self.incoming.typed or self.incoming.text

    @property
    def is_new(self) -> bool:
        """Whether it is a message, not an edited one."""
        return self.incoming.kind is IncomingKind.MESSAGE

    @property
    def is_own(self) -> bool:
        """Whether the sender wrote it: what is forwarded tells nothing of today."""
        return self.incoming.forwarded is None

    @property
    def is_typed(self) -> bool:
        """Whether it is a new message that the sender typed, with no file."""
        return self.is_new and self.is_own and self.incoming.file is None

    @property
    def is_words(self) -> bool:
        """Whether it is a new message of the sender's own words, and nothing else."""
        return self.is_typed and bool(self.text.strip())

    @property
    def commanded(self) -> str | None:
        """The command before the words, which is not read with them."""
        return replace(self.incoming, text=self.incoming.typed).command

    def said_at(self, now: datetime) -> datetime:
        """When it was written, as far as the messenger tells."""
        return self.incoming.sent_at or now

    @property
    def number_of_words(self) -> int:
        return len(self.text.split())

    @cached_property
    def control(self) -> TypedControl | None:
        """Yes, no, back and the like, if it is all of the message."""
        return typed_control(self.text.strip().removeprefix("/"), self.setting.words)

    @cached_property
    def read(self) -> Understood:
        """What its words tell; nothing of what is forwarded."""
        return self._read_words(self.text) if self.is_own and self.text else Understood()

    @cached_property
    def stated(self) -> str:
        """What is read of it, without what it only asks."""
        return stated_words(self.text[:READ], self.setting.heard, self._cues, self.language)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """What is read of it, with how each clause is said and of whom."""
        return read_clauses(self.text[:READ], self._cues)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """What they tell of somebody of whom we know already: see ``later.FACTS``."""
        return facts_told(self.text, self.setting.heard) if self.is_own else ()

    @cached_property
    def place(self) -> PlaceMatch | None:
        """The place that they name."""
        return self._find_place(self.text[:READ]) if self.text else None
