"""What a message tells of court: a hearing that is still to come, and what a court has decided.

A hearing needs a word for one and a time ahead, where neither is asked or denied; what is only supposed, or told by others,
is "perhaps". A ruling needs more: a number of days counts only beside a word by which a court gives it, or before the word
for days that are counted for an arrest alone, and never beside what says how long it has been, by when, or at most.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from msgspec import Struct, structs

from core.casework.proceedings import HearingOutcome
from core.intake.cues import Clause, Cues, Status, read_clauses
from core.understanding.clock_words import understand_appointments, with_dates
from core.understanding.court_words import ALONE, court_named
from core.understanding.fitting import corrects
from core.understanding.heard import Heard
from core.understanding.language import guess_language, heard_sentence, heard_tokens
from core.understanding.numbers import KAZAKH, number_at, skip_ending
from core.understanding.phrases import happened, mentions, says
from core.understanding.plain import Sentence, Token, readable
from core.understanding.questions import asks
from core.values import Hearing, Moment, Precision

READ = 1000  # characters
MOST_DAYS, FEW = 60, 4  # of an arrest; words of a clause that is nothing but so many days
A_COURT = 6  # words of a message that names a court and nothing else
BESIDE, SHORT = 1, 2  # words beside a time that say nothing else; letters of a word that does not count
A_CORRECTION, A_PART = 8, 3  # words of one that puts something right; letters of words that say nothing else
HOURS, EARLY, NOON = 2, 8, 12  # the wrong hour and the right one; no hearing is before the second
_BARE_HOURS = re.compile(r"(?<![\d:.])\d{1,2}(?![\d:.]*\d)")
_CLOCK = re.compile(r"\d{1,2}(?::\d\d)?\S*")
DAY = timedelta(days=1)
EARLIEST_YEAR = 1950  # that anybody tells of
FINE = (Precision.MINUTE, Precision.HOUR)
_SAID = frozenset({Status.STATED, Status.QUOTED, Status.SUPPOSED})
_HEARINGS = _SAID | {Status.DENIED}  # "not tomorrow, but on Friday" tells of a hearing
_UNSAID = frozenset(Status) - {Status.STATED, Status.QUOTED}  # anywhere in a clause they leave no ruling


class HearingTold(Struct, frozen=True):
    """``court``: as it was typed, or empty. ``perhaps``: it is only supposed, or told by others. ``moved``: the one that
    stands is on another day now. ``another``: it stands beside that one.
    """

    when: Moment
    court: str = ""
    perhaps: bool = False
    moved: bool = False
    another: bool = False


class RulingTold(Struct, frozen=True):
    """``days``: of arrest, 0 if they are not said; ``words``: how much, as typed. ``hearsay``: others say so. ``alone``:
    nothing but so many days is said, so it is a ruling only where a hearing has been.
    """

    outcome: HearingOutcome
    days: int = 0
    words: str = ""
    hearsay: bool = False
    alone: bool = False
    until: datetime | None = None


class CourtTold(Struct, frozen=True):
    """Also what a message adds to a hearing that is known: a court or a time alone. ``corrects``: what was written of it
    before is not so; ``day``: its time names the day, too. ``release``: when somebody is to be free, which is no release.
    """

    hearing: HearingTold | None = None
    ruling: RulingTold | None = None
    no_lawyer: bool = False
    court: str = ""
    time: Moment | None = None
    corrects: bool = False
    day: bool = False
    release: Moment | None = None

    @property
    def is_nothing(self) -> bool:
        return self == NOTHING

    @property
    def is_fact(self) -> bool:
        """Whether it is one by itself where a member says it: what others say is a note, and so are days alone."""
        return self.hearing is not None or self.states_ruling or self.release is not None

    @property
    def states_ruling(self) -> bool:
        """Whether its writer says what a court has decided."""
        return self.ruling is not None and not self.ruling.hearsay and not self.ruling.alone


NOTHING = CourtTold()


def court_told(
    text: str, heard: Heard, cues: Cues, now: datetime, zone: ZoneInfo, language: str | None = None
) -> CourtTold:
    """``now``: UTC, when it was written; ``language``: of its writer, where the words do not tell."""
    shown = readable(text)[:READ]
    language = guess_language(shown, heard) or language
    reading = _Reading(heard, now, zone, language)
    if len(shown.split()) > A_COURT and not reading.may_tell(shown):
        return NOTHING
    clauses = read_clauses(shown, cues, heard_tokens(shown, heard, language))
    no_lawyer = any(
        reading.has_no_lawyer(clause.text) for clause in clauses if clause.status is not Status.ASKED
    ) or (not clauses[1:] and reading.has_no_lawyer(shown))
    said = [clause for clause in clauses if clause.rings in _SAID]
    rulings = {
        number: ruling for number, clause in enumerate(clauses) if (ruling := reading.ruling(clauses, number))
    }
    hearing = reading.hearing(
        [
            clause
            for number, clause in enumerate(clauses)
            if number not in rulings and clause.rings in _HEARINGS
        ],
        shown,
    )
    ruling, release = next(iter(rulings.values()), None), reading.release(said)
    if ruling is not None and reading.are_two(rulings, clauses):
        return CourtTold(
            hearing, structs.replace(ruling, hearsay=True), no_lawyer
        )  # a person says whose is which
    if hearing is not None and release is not None and release.at == hearing.when.at:
        release = None  # "the court on Friday will release him": nobody knows before what it decides
    if hearing is None and ruling is None and release is None:
        put_right = reading.correction(shown, clauses)
        if put_right is not None:
            return put_right
    if ruling is not None and release is not None and ruling.outcome is HearingOutcome.ARREST:
        ruling = structs.replace(ruling, alone=False, until=release.at)
    if hearing is not None or ruling is not None or release is not None or len(said) != len(clauses):
        return CourtTold(hearing, ruling, no_lawyer, release=release)
    whole = " ".join(clause.text for clause in said)
    return CourtTold(no_lawyer=no_lawyer, court=reading.court_alone(whole), time=reading.time_alone(whole))


class _Reading:
    """How one message is read."""

    def __init__(self, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None) -> None:
        self.heard, self.now, self.zone, self.language = heard, now, zone, language

    def sentence(self, text: str) -> Sentence:
        return heard_sentence(text, self.heard, self.language)

    def may_tell(self, text: str) -> bool:
        """Whether any of these words stands there: most messages have none."""
        said, words = self.sentence(text), self.heard.court
        tables = (
            words.sessions,
            words.moved,
            words.gave,
            words.units,
            words.days,
            words.fine,
            words.remand,
            words.house_arrest,
            words.acquitted,
            words.released,
        )
        return any(mentions(table, said) for table in (*tables, words.no_lawyer, words.wants_lawyer))

    def times(self, text: str, *, counted: bool = True) -> list[Moment]:
        """The moments ahead that it names; ``counted``: also "in two days"."""
        when = (self.heard, self.now, self.zone, self.language)
        return understand_appointments(with_dates(text, *when) if counted else text, *when, hearing=True)

    def has_no_lawyer(self, text: str) -> bool:
        said = self.sentence(text)
        wants = self.heard.court.wants_lawyer
        wanted = happened(wants, said, self.heard.denial) is not None
        return wanted or mentions(self.heard.court.no_lawyer, said)

    def release(self, said: Sequence[Clause]) -> Moment | None:
        """The day ahead on which a clause says that somebody is to be free."""
        for clause in said:
            if clause.rings is Status.STATED and mentions(
                self.heard.court.released, self.sentence(clause.text)
            ):
                found = [
                    when for when in self.times(clause.text) if when.at is not None and when.at > self.now
                ]
                if found:
                    return found[-1]
        return None

    def hearing(self, said: Sequence[Clause], whole: str) -> HearingTold | None:
        """The time stands in the clause that has the word for a hearing, or in one beside it that says nothing else. Where
        the clause is denied, only its time may be: "not tomorrow, but on Friday".
        """
        words = self.heard.court
        for number, clause in enumerate(said):
            spoken = self.sentence(clause.text)  # "which court have I tomorrow" tells of none
            if not mentions(words.sessions, spoken) or asks(spoken, self.heard):
                continue
            beside = [other.text for other in takewhile(self._goes_with_it, said[number + 1 :])]
            before = [
                other.text for other in said[max(number - 1, 0) : number] if self._is_stated_time(other)
            ]
            is_other_time = clause.rings is Status.DENIED
            told = ", ".join(beside if is_other_time else [*before, clause.text, *beside])
            gives, spans = (mentions(table, self.sentence(told)) for table in (words.gives, words.spans))
            found = self.times(
                told, counted=spans or not gives
            )  # days that a court gives are no day of a hearing
            if not found or (is_other_time and not self.times(clause.text)):
                continue
            moved = is_other_time or mentions(words.moved, self.sentence(told)) or corrects(told, self.heard)
            if not moved and mentions(words.ended, self.sentence(clause.text)):
                continue
            court = court_named(whole, self.heard, self.language)
            another = not moved and mentions(words.another, self.sentence(told))
            perhaps = not is_other_time and clause.rings is not Status.STATED
            return HearingTold(found[-1] if moved else found[0], court, perhaps, moved, another)
        return None

    def _goes_with_it(self, clause: Clause) -> bool:
        if clause.rings not in _SAID:
            return False
        names_court = mentions(self.heard.courts.words, self.sentence(clause.text))
        return self._is_time(clause.text) or (names_court and len(clause.text.split()) <= A_COURT)

    def _is_stated_time(self, clause: Clause) -> bool:
        return clause.rings in _SAID and self._is_time(clause.text)

    def _is_time(self, text: str) -> bool:
        """Whether it says little but when."""
        found = self.times(text, counted=False)
        words = [len(word) > SHORT for word in text.split()]
        of_times = [len(word) > SHORT for moment in found for word in moment.words.split()]
        return bool(found) and sum(words) - sum(of_times) <= BESIDE

    def ruling(self, clauses: Sequence[Clause], number: int) -> RulingTold | None:
        """What a court has decided, by one clause."""
        clause = clauses[number]
        words, said = self.heard.court, self.sentence(clause.text)
        is_behind_end = number > 0 and self._has_ended(clauses[number - 1])
        if is_behind_end and clause.rings in _HEARINGS and mentions(words.innocent, said):
            return RulingTold(HearingOutcome.ACQUITTED)
        if clause.rings not in _SAID or any(found.cue.sets in _UNSAID for found in clause.cues):
            return None
        if mentions(words.spoils, said) or self._is_of_another_year(said):
            return None
        hearsay = clause.status is Status.QUOTED
        arrest = self._arrest(clause.text, said)
        if arrest is not None:
            return structs.replace(arrest, hearsay=hearsay)
        for outcome, phrases in (
            (HearingOutcome.HOUSE_ARREST, words.house_arrest),
            (HearingOutcome.REMAND, words.remand),
            (HearingOutcome.FINE, words.fine),
            (HearingOutcome.ACQUITTED, words.acquitted),
        ):
            if says(phrases, said, self.heard.denial):
                return RulingTold(outcome, hearsay=hearsay)
        return None

    def are_two(self, rulings: dict[int, RulingTold], clauses: Sequence[Clause]) -> bool:
        """Whether people have got different things: "a fine for one, 15 days for the other"."""
        beside = (clause for number, clause in enumerate(clauses) if number not in rulings)
        fined = any(mentions(self.heard.court.fine_alone, self.sentence(clause.text)) for clause in beside)
        outcomes = {ruling.outcome for ruling in rulings.values()} | (
            {HearingOutcome.FINE} if fined else set()
        )
        return len(outcomes) > 1

    def _is_of_another_year(self, said: Sentence) -> bool:
        this = self.now.astimezone(self.zone).year
        return any(word.isdecimal() and EARLIEST_YEAR <= int(word) < this for word in said.split())

    def _has_ended(self, clause: Clause) -> bool:
        said, words = self.sentence(clause.text), self.heard.court
        is_over = mentions(words.sessions, said) and mentions(words.ended, said)
        return is_over and clause.rings in _SAID

    def _arrest(self, clause: str, said: Sentence) -> RulingTold | None:
        """How many days a clause says that a court has given."""
        line, words = heard_tokens(clause, self.heard, self.language), self.heard.court
        gives = (words.gives, words.gave)
        given = any(says(table, said, self.heard.denial) for table in gives)
        if not given and any(mentions(table, said) for table in gives):
            return None  # it is denied
        few = len([token for token in line if token.kind in ("word", "number")]) <= FEW
        for i, token in enumerate(line):
            number = self._number(line, i)
            if number is None or not 0 < number[0] <= MOST_DAYS:
                continue
            _, end = skip_ending(line, number[1], self.heard.numbers)
            if self._are_days_alone(line, i, end, said):
                return RulingTold(HearingOutcome.ARREST, number[0], token.text, hearsay=True)
            if end >= len(line) or not (given or few):
                continue
            before, behind = _plain(line[max(0, i - 2) : i]), _plain(line[end + 1 : end + 2])
            if mentions(words.spans, before) or mentions(words.spans_behind, behind):
                continue
            unit, typed = Sentence(f" {line[end].text} "), clause[token.start : line[end].end]
            if mentions(words.units, unit):
                return RulingTold(HearingOutcome.ARREST, number[0], typed)
            if mentions(words.days, unit):
                return RulingTold(HearingOutcome.ARREST, number[0], typed, alone=not given)
        return None

    def _are_days_alone(self, line: Sequence[Token], i: int, end: int, said: Sentence) -> bool:
        """Whether it is only said how many somebody was given: "they gave her 15", «ей дали 15», «оған 10 беріпті»."""
        gave, of_somebody = self.heard.court.gave, mentions(self.heard.later.same, said)
        before, behind = _plain(line[max(0, i - 2) : i]), line[end:]
        is_last = all(token.kind == "mark" for token in behind)
        is_given = mentions(gave, before) if is_last else len(behind) == 1 and mentions(gave, _plain(behind))
        return of_somebody and is_given and not self.times(" ".join(token.text for token in line))

    def _number(self, line: Sequence[Token], i: int) -> tuple[int, int] | None:
        numbers = self.heard.numbers
        found = number_at(line, i, numbers, self.language == KAZAKH)
        together = numbers.together.get(line[i].text)  # «трое суток»
        return found if found is not None or together is None else (together, i + 1)

    def court_alone(self, text: str) -> str:
        """A court that is named where little else is said: "in the Bostandyk district court"."""
        return court_named(text, self.heard, self.language) if len(text.split()) <= A_COURT else ""

    def time_alone(self, text: str) -> Moment | None:
        """A time ahead, where little else is said: "at ten"."""
        fine = [moment for moment in self.times(text, counted=False) if moment.precision in FINE]
        return fine[0] if fine and self._is_time(text) else None

    def correction(self, text: str, clauses: Sequence[Clause]) -> CourtTold | None:
        """What is put right where little else is said: "not 10 but 11:00", "wrong court, Almaly court", "moved to Friday".
        Of several hours the last holds.
        """
        said, words = self.sentence(text), self.heard.members.wrong
        is_wrong = (
            mentions(words, said) or mentions(self.heard.court.moved, said) or corrects(text, self.heard)
        )
        is_wrong = is_wrong or any(
            clause.rings is Status.DENIED and not clause.text.isalpha() for clause in clauses
        )
        if not is_wrong or len(text.split()) > A_CORRECTION or text.rstrip().endswith("?"):
            return None
        bare = _BARE_HOURS.findall(text)
        rest = [word for word in said.split() if not word.isdecimal() and len(word) > A_PART]
        times = self.times(text) or (self.times(f"{bare[-1]}:00") if len(bare) == HOURS and not rest else [])
        named = court_named(text, self.heard, self.language) or self.court_behind(text)
        if not times and not named:
            return None
        day = bool(times) and bool(self.times(_CLOCK.sub(" ", text)))
        return CourtTold(court=named, time=times[-1] if times else None, corrects=True, day=day)

    def court_behind(self, text: str) -> str:
        """A court called by a name alone, behind that another one is wrong: «суд не тот, Алмалинский»."""
        before, comma, behind = text.rpartition(",")
        is_of_court = bool(comma) and mentions(self.heard.courts.words, self.sentence(before))
        name = behind.strip().rstrip(".")
        return name if is_of_court and 0 < len(name.split()) <= ALONE and name[0].isupper() else ""


def _plain(tokens: Sequence[Token]) -> Sentence:
    return Sentence(f" {' '.join(token.text for token in tokens)} ")


def put_right(hearing: Hearing, told: CourtTold, zone: ZoneInfo) -> Hearing:
    """The hearing with another court, day or hour; what is not told of stays. An hour is of the same half of the day."""
    hearing = structs.replace(hearing, court=told.court or hearing.court)
    if told.time is None or told.time.at is None:
        return hearing
    before, now = hearing.at.astimezone(zone), told.time.at.astimezone(zone)
    day = now.date() if told.day else before.date()
    if told.time.precision not in FINE:
        clock, precision = before.time(), hearing.precision
    else:
        clock, precision = now.time(), told.time.precision
        if not told.day and clock.hour < EARLY <= NOON <= before.hour:
            clock = clock.replace(hour=clock.hour + NOON)
    at = datetime.combine(day, clock, zone).astimezone(hearing.at.tzinfo)
    return structs.replace(hearing, at=at, precision=precision)


def with_added(hearing: Hearing, told: CourtTold) -> Hearing:
    """The hearing with a court, or the hour of its day, where these were not known."""
    if told.court and not hearing.court:
        hearing = structs.replace(hearing, court=told.court)
    if told.time is not None and told.time.at is not None and hearing.precision is Precision.DAY:
        hour = (told.time.at - hearing.at) % DAY  # since midnight of the place
        hearing = structs.replace(hearing, at=hearing.at + hour, precision=told.time.precision)
    return hearing


def days_in(text: str, heard: Heard, language: str | None) -> int:
    """The days of an arrest in an answer to "how much?"; 0 where it names none."""
    line = heard_tokens(readable(text), heard, language)
    numbers = (number_at(line, i, heard.numbers, language == KAZAKH) for i in range(len(line)))
    return next((number[0] for number in numbers if number is not None and 0 < number[0] <= MOST_DAYS), 0)
