"""Where somebody is held, as far as a message says it: a station that is named in the sentence of who is held.

    told       stated of who is held, who was brought there, or who is not let out of it: it is where they are
    answers    would be an answer to "where?", if that was asked: the station almost alone, stated
    districts  of stations that are not stated, but asked about, denied, supposed or told by others, or where nothing is
               said to be done (somebody is afraid of it, works there): no scene of an arrest

A station that is asked about, denied, supposed, told by others, near which something happened, where somebody works or goes
to, or where only the writer stands, stays in the words.
"""

from collections.abc import Collection, Sequence

from core.folding import clean_text
from core.intake.cues import Clause, Cues, Status, Whose, read_clauses
from core.places.gazetteer import Gazetteer
from core.places.station_endings import StationRole
from core.places.station_names import NamedStation, StationNames
from core.places.station_words import StationToken, station_tokens
from core.understanding.custody_facts import Custody
from core.understanding.heard import Heard
from core.understanding.heard_people import spoken
from core.understanding.language import heard_tokens
from core.understanding.plain import readable

ALONE = 3  # words beside it, at most, in an answer
_IN_OR_TO = frozenset({StationRole.AT, StationRole.TO})


def read_custody(
    text: str,
    gazetteer: Gazetteer,
    heard: Heard,
    cues: Cues,
    *,
    near: Collection[str] = (),
    names: Collection[str] = (),
) -> Custody | None:
    """None if no station is named. ``near``: towns that are known; ``names``: of people who are told of."""
    shown = readable(text)
    stations = gazetteer.stations
    found = stations.find(shown, near)
    if not found:
        return None
    clear = _without_numbers(shown, found)
    reading = _Reading(shown, stations, heard, read_clauses(clear, cues, heard_tokens(clear, heard)), names)
    told = [station for station in found if reading.tells(station)]
    answers = [station for station in found if reading.answers(station)]
    return Custody(
        _joined(told),
        _joined(answers),
        frozenset(
            station.place
            for station in found
            if station.place and not station.bare and reading.is_no_scene(station)
        ),
    )


def _without_numbers(text: str, stations: Sequence[NamedStation]) -> str:
    """The text with what stands behind each kind blanked: the "No." of a number denies nothing."""
    for station in stations:
        behind = station.core[1]
        text = text[:behind] + " " * (station.end - behind) + text[station.end :]
    return text


def _joined(stations: Sequence[NamedStation]) -> NamedStation | None:
    """The one that is told; nothing where several are."""
    last = stations[-1] if stations else None
    return last if last is not None and all(map(last.is_same, stations[:-1])) else None


class _Reading:
    """One message, while its stations are weighed."""

    def __init__(
        self,
        text: str,
        stations: StationNames,
        heard: Heard,
        clauses: Sequence[Clause],
        names: Collection[str],
    ) -> None:
        self._text, self._heard, self._clauses = text, heard, clauses
        self._words, self._stations = stations.words, stations
        self._tokens = station_tokens(clean_text(text))
        self._names = frozenset(part.lower() for name in names for part in name.split())

    def tells(self, station: NamedStation) -> bool:
        """Whether somebody is held there, by the sentence in which it stands."""
        clause = self._clause_of(station) if station.tells_which else None
        if clause is None or not self._is_stated(clause, station) or self._has("visiting", self._tokens):
            return False
        around, sentence = (
            self._among(clause.start, clause.end, station),
            self._among(*self._sentence_of(station), station),
        )
        if self._is_absent(station) or (
            self._has("elsewhere", around)
            and (not self._has("kept", sentence) or self._has("shut_out", sentence))
        ):
            return False
        if station.weak and self._has("others", sentence):
            return False  # "escorted off a train at Shu station"
        if self._seizes(station, clause):
            return False
        whose = clause.whose_at(*station.core, "station")
        own = self._are_own_words(station)
        to_me = self._has("me", self._tokens) or self._has("holding", around)
        if whose in (Whose.REPORTER, Whose.COMPANION) and not (own or to_me):
            return False  # a relative, a lawyer: somebody who only stands there
        is_writer = own or (whose is not Whose.HELD and to_me)
        return self._is_evidence(station, clause, around, sentence, is_writer=is_writer)

    def _seizes(self, station: NamedStation, clause: Clause) -> bool:
        """Whether it is the police of a town who take somebody there, and no house: "in Almaty police took my son"."""
        core = [token for token in self._tokens if station.core[0] <= token.start < station.core[1]]
        before = [token for token in self._tokens if station.start <= token.start < station.core[0]]
        of_town = len(before) > 1 and self._has("at", before[:1])  # the preposition belongs to the town
        if not of_town or len(core) > 1 or not self._has("force", core):
            return False
        behind = [token for token in self._tokens if station.end <= token.start < clause.end]
        said = [spoken(token.text.lower()) for token in behind[:2]]  # "have taken"
        return any(word.startswith(self._heard.people.taken) for word in said)

    def _is_evidence(
        self,
        station: NamedStation,
        clause: Clause,
        around: Sequence[StationToken],
        sentence: Sequence[StationToken],
        *,
        is_writer: bool,
    ) -> bool:
        holding, bringing = self._has("holding", sentence), self._has("bringing", sentence)
        kept = self._has("kept", sentence) and not self._has("shut_out", sentence)
        done = holding or bringing or kept
        match station.role:
            case StationRole.FROM:
                return kept
            case StationRole.TO:
                return done or (self._has("seizing", sentence) and not station.bare)
            case StationRole.AT if station.bare:
                return bringing or holding or (station.adjective and self._names_somebody(around))
            case StationRole.AT:
                seized = self._has("seizing", sentence) and (not station.weak or station.number is not None)
                return done or seized or is_writer or self._names_somebody(around)
            case StationRole.BARE if not station.bare and not station.weak:
                return self._has("holding", around) or (
                    self._is_alone(station, clause) and self._tells_of_held()
                )
            case _:
                return False

    def _is_alone(self, station: NamedStation, clause: Clause) -> bool:
        """Whether it is a clause by itself, at most with its town: "they took two, Almaly ROVD, Almaty"."""
        besides = self._among(clause.start, clause.end, station)
        return len(besides) <= 1 and all(self._stations.is_town(token) for token in besides)

    def _tells_of_held(self) -> bool:
        """Whether all of it tells that somebody is held, or was taken."""
        said = [name for name in ("holding", "bringing", "seizing") if self._has(name, self._tokens)]
        return bool(said) and not self._has("elsewhere", self._tokens)

    def answers(self, station: NamedStation) -> bool:
        """Whether it would be an answer, if somebody asked where they are."""
        if not station.tells_which or station.role in (StationRole.FROM, StationRole.NEAR, StationRole.OF):
            return False
        clause = self._clause_of(station)
        if clause is None or clause.claims_at(*station.core, "station") is not Status.STATED:
            return False
        if self._seizes(station, clause):
            return False
        besides = [token for token in self._tokens if not station.start <= token.start < station.end]
        most = 1 if station.bare and not station.adjective else ALONE
        return len(besides) <= most and not self._has("elsewhere", besides)

    def is_no_scene(self, station: NamedStation) -> bool:
        """Whether nothing is done there, or it is not stated that it is."""
        sentence = self._among(*self._sentence_of(station), station)
        done = any(self._has(what, sentence) for what in ("seizing", "holding", "bringing", "kept"))
        return not done or self._is_not_stated(station)

    def _is_not_stated(self, station: NamedStation) -> bool:
        """Whether it is asked about, denied, supposed or told by others that somebody is there."""
        clause = self._clause_of(station) if station.role in _IN_OR_TO else None
        return clause is not None and (self._is_absent(station) or not self._is_stated(clause, station))

    def _is_absent(self, station: NamedStation) -> bool:
        """Whether the sentence says that they are not there."""
        first, behind = self._sentence_of(station)
        return self._has("absent", [token for token in self._tokens if first <= token.start < behind])

    def _is_stated(self, clause: Clause, station: NamedStation) -> bool:
        """Stated, or told by those who are held, or by their kin: "he called and said that he is in …"."""
        if clause.claims_at(*station.core, "station") is Status.STATED:
            return True
        told = any(end <= self._at(station) for _, end in self._words.list_of("own").spots(self._tokens))
        return told and clause.status_at(*station.core, "station") is Status.QUOTED

    def _at(self, station: NamedStation) -> int:
        return sum(token.start < station.start for token in self._tokens)

    def _are_own_words(self, station: NamedStation) -> bool:
        """Whether the held person says it: "звонит: я в РОВД"."""
        return any(
            ":" in self._text[self._tokens[end - 1].end : station.start]
            for first, end in self._words.list_of("own").spots(self._tokens)
            if self._tokens[end - 1].end <= station.start
        )

    def _names_somebody(self, tokens: Sequence[StationToken]) -> bool:
        """Whether somebody is spoken of who is not the writer."""
        if self._has("whom", tokens):
            return True
        return any(
            token.text.lower() in self._names or spoken(token.text.lower()) in self._heard.people.kin
            for token in tokens
        )

    def _has(self, what: str, tokens: Sequence[StationToken]) -> bool:
        return next(self._words.list_of(what).spots(tokens), None) is not None

    def _clause_of(self, station: NamedStation) -> Clause | None:
        return next(
            (clause for clause in self._clauses if clause.start < station.end and station.start < clause.end),
            None,
        )

    def _among(self, start: int, end: int, station: NamedStation) -> list[StationToken]:
        """The words there, without those of the station."""
        return [
            token
            for token in self._tokens
            if start <= token.start < end and not station.start <= token.start < station.end
        ]

    def _sentence_of(self, station: NamedStation) -> tuple[int, int]:
        ends = [token.start for token in self._tokens if token.ends]
        first = max((end for end in ends if end <= station.start), default=0)
        return first, min((end for end in ends if end >= station.end), default=len(self._text))
