"""A number of people: "5 человек", "нас трое", "задержали 20", "two of us", "a dozen".

A number counts people only beside a word for people, behind "нас", next to a word for being taken, or as a word that
itself counts people ("трое", "үшеуі"). Police, ages, hours, articles and phones are not counted. A unit that begins at a
word is a number of people, a relative, one person, many, or the writer.
"""

from core.understanding.count_line import CountLine, Unit, What
from core.understanding.numbers import KAZAKH, number_at, skip_ending
from core.understanding.plain import loosened
from core.understanding.takers import came, is_about_takers
from core.values import CountKind

MOST = 1000  # people; a greater number is no count
_SHORT = 3  # letters; shorter words of the calendar are much else
_NOUN_REACH = 3  # words behind a number in which its noun stands


def counted(line: CountLine, i: int) -> Unit | None:
    """The unit of counted people that begins at a word, if any."""
    said, numbers, word = line.heard.people, line.heard.numbers, line.text(i)
    if word in numbers.together and not _lasts(line, i + 1):
        behind = _noun(line, i + 1) or i + 1
        if line.kazakh and line.within(behind - 1, said.kin):  # "екеуі інімді ұстады": they took him
            behind = i + 1
        if _of_a_mother(line, i, behind):
            return None
        return _unit(line, i, behind, numbers.together[word], subject=line.within(i, said.subjects))
    roughly = line.valued(i, said.roughly)
    if roughly is not None:
        return _unit(line, i, i + 1, roughly, CountKind.ABOUT)
    dozens = _dozens(line, i)
    if dozens is not None:
        return _unit(line, i, dozens[1], dozens[0], CountKind.ABOUT)
    pair = line.valued(i, said.pairs)
    if pair is not None:
        if line.within(i + 1, said.several):  # "пара десятков"
            return Unit(i, i + 2, 0, What.MANY, CountKind.SEVERAL)
        near = any(line.starts(k, said.persons) for k in range(i + 1, i + 4)) or line.taken_near(i, 4, 4)
        thing = any(line.starts(k, said.things) for k in range(i + 1, i + 3))
        halved = pair // (1 + any(line.within(k, said.halves) for k in (i - 1, i - 2)))  # "half a dozen"
        return _unit(line, i, i + 1, halved, CountKind.ABOUT) if near and not thing else None
    number = line.number(i)
    if number is None or not 0 < number[0] <= MOST or _inside(line, i):
        return None
    value, end = number
    ending, end = skip_ending(line.tokens, end, numbers)
    if ending in numbers.locative or _is_locative(line, end - 1):  # "9-да", "түнгі үште": an hour
        return None
    labelled = line.within(i - 1, said.labels) and not line.within(end, said.plurals | said.counted_behind)
    if labelled or line.within(end, line.heard.ages.short):  # "дом 8", "возраст 23", "21 yo"
        return None
    bare = not ending
    plus = line.text(end) == "+"
    end += plus
    kind = CountKind.AT_LEAST if plus else _kind(line, i, end)
    ranged = line.text(end) == "-"
    if (ranged or line.within(end, said.about_behind)) and (top := line.number(end + 1)) and top[0] > value:
        if ranged and _noun(line, top[1]) is None:  # "20-30 человек", but "в 10-15"
            return None
        kind, end = CountKind.ABOUT, top[1]
    if line.within(end, said.about_behind) and line.within(end + 1, said.besides):  # "40 or more"
        kind, end = CountKind.AT_LEAST, end + 2
    while line.within(end, said.about_behind | said.at_least_behind) and not line.ends(end):
        end += 1
    noun = _noun(line, end)
    if noun is not None:
        if _of_a_mother(line, i, noun):
            return None
        more = any(line.within(k, said.besides) for k in range(end, noun))
        return _unit(line, i, noun, value, kind, subject=line.within(noun - 1, said.subjects), more=more)
    if line.within(i - 1, said.counted_behind) and not _people_counted(line, i - 1):  # "человек 20"
        return _unit(line, i, end, value, CountKind.ABOUT if kind is CountKind.EXACT else kind)
    if line.within(end, said.of) and line.within(end + 1, said.of_whom):
        return _unit(line, i, end + 2, value, kind)
    if _is_of_more(line, end, value):
        return _unit(line, i, end, value, kind)
    if line.within(end, said.besides) and not line.starts(end + 1, said.takers):
        return _unit(line, i, end + 1, value, kind, more=True)
    one_more = bare and line.within(i - 1, said.more)
    if one_more and (line.within(end, said.too) or _is_just_taken(line, end)):
        return _unit(line, i, end, value, kind)
    taken = _is_taken(line, i, end) or (one_more and _is_taken(line, i - 1, end))
    if bare and (is_all_of_us(line, i) or taken) and not _is_thing(line, end):
        return _unit(line, i, end, value, kind)
    return None


def _dozens(line: CountLine, i: int) -> tuple[int, int] | None:
    """So many tens or dozens, and the index behind: "два десятка", "десятка три", "three dozen"."""
    tens, number = line.valued(i, line.heard.people.pairs), line.number(i)
    if number is not None and (times := line.valued(number[1], line.heard.people.pairs)):
        return (number[0] * times, number[1] + 1) if 1 < number[0] < times else None
    if tens is None or (number := line.number(i + 1)) is None:
        return None
    return (number[0] * tens, number[1]) if 1 < number[0] < tens else None


def _unit(
    line: CountLine,
    i: int,
    end: int,
    value: int,
    kind: CountKind | None = None,
    subject: bool = False,
    more: bool = False,
) -> Unit | None:
    said = line.heard.people
    if is_about_takers(line, end, noun=end > i + 1) or came(line, i - 1):
        return None
    if line.starts(i - 1, said.takers + said.dress) or line.within(i - 1, said.passive):  # "taken by two men"
        return None
    more = more or any(line.within(k, said.more) for k in range(i - 2, i))
    kind = _kind(line, i, end) if kind is None else kind
    return Unit(
        i,
        end,
        value,
        What.NUMBER,
        kind,
        whole=not more and (line.within(i, said.both) or is_all_of_us(line, i)),
        more=more,
        subject=subject,
    )


def is_all_of_us(line: CountLine, i: int) -> bool:
    """Whether the number there is said of all of us, or of all of them."""
    said, k = line.heard.people, i - 1
    while (
        line.within(k, said.being)
        or line.within(k, said.about_before)
        or line.within(k, said.at_least_before)
    ):
        k -= 1
    ours = line.within(k, said.us) and not line.within(k - 1, said.at_whose)  # "у нас 3 детей"
    return ours or line.within(k, said.them)


def _is_taken(line: CountLine, i: int, end: int) -> bool:
    """Whether a word for being taken stands right beside a bare number: "задержали 5", "20 ұсталды"."""
    said, k = line.heard.people, i - 1
    while line.within(k, said.about_before) or line.within(k, said.at_least_before):
        k -= 1
    if line.starts(k, said.taken) or line.within(end, said.kept) or line.starts(end, said.released):
        return True
    passive = end + line.within(end, said.being)
    return line.starts(passive, said.taken) and (line.kazakh or line.ends(k) or passive > end)


def _is_of_more(line: CountLine, i: int, part: int) -> bool:
    """Whether it goes on with the number of all: "two of the three"."""
    whole = line.number(i + 1 + line.within(i + 1, line.heard.people.possessive))
    return line.within(i, line.heard.people.of) and whole is not None and whole[0] > part


def _is_just_taken(line: CountLine, i: int) -> bool:
    """Whether a word for being taken stands behind a few that tell nothing: "ещё одного только что забрали"."""
    while line.within(i, line.heard.people.just):
        i += 1
    return line.starts(i, line.heard.people.taken) and not line.denied(i)


def _is_locative(line: CountLine, i: int) -> bool:
    numbers, word = line.heard.numbers, line.text(i)
    return word in numbers.cardinal[KAZAKH] and word.endswith(tuple(numbers.locative))


def _is_thing(line: CountLine, i: int) -> bool:
    """Whether the word behind a bare number is what it counts, a date, or more of a number."""
    if line.kind(i) in ("number", "date", "time", "dotted"):
        return True
    text = line.text(i)
    return line.starts(i, line.heard.people.things) or text in ("-", "/", "%", ":") or _is_calendar(line, i)


def _is_calendar(line: CountLine, i: int) -> bool:
    word = line.text(i)
    return line.kind(i) == "word" and len(word) > _SHORT and loosened(word) in line.heard.clock.known


def _lasts(line: CountLine, i: int) -> bool:
    """Whether a length of time stands there: "двое суток" are no people."""
    return (loosened(line.text(i)),) in line.heard.clock.units


def _inside(line: CountLine, i: int) -> bool:
    """Whether the number at ``i`` is the tail of a longer one, of a range or of a fraction."""
    if line.text(i - 1) == "-" and line.kind(i - 2) == "number":
        return True
    before = line.number(i - 1) if i else None
    return before is not None and before[1] > i


def _noun(line: CountLine, i: int) -> int | None:
    """The index behind a word for people within three words of the number, which are not the police."""
    said = line.heard.people
    for k in range(i, i + _NOUN_REACH):
        if line.kind(k) != "word" or line.starts(k, said.takers) or line.measures(k):
            return None
        if line.within(k, said.not_taken):
            return k + 1 if line.taken_near(k, 4, 3) else None
        if line.within(k, said.kin) or line.within(k, said.kin_beside) or line.within(k, said.one_person):
            return k + 1
        if line.starts(k, said.persons) and not line.starts(k + 1, said.persons):
            return k + 1
        if number_at(line.tokens, k, line.heard.numbers) is not None or line.starts(k, said.things):
            return None
        if line.within(k, said.and_with) or line.starts(k, said.taken):
            return None
    return None


def _of_a_mother(line: CountLine, i: int, noun: int) -> bool:
    """ "мать двоих детей" and «екі баланың әкесі» are one."""
    said = line.heard.people
    if line.within(noun - 1, said.childrens) and line.within(noun, said.kin):
        return True
    return line.within(noun - 1, said.not_taken) and line.within(i - 1, said.kin)


def _people_counted(line: CountLine, i: int) -> bool:
    """Whether the word for people at ``i`` already has its number before it."""
    return i > 0 and (line.number(i - 1) is not None or line.within(i - 1, line.heard.people.several))


def _kind(line: CountLine, start: int, end: int) -> CountKind:
    said = line.heard.people
    if line.text(end - 1).endswith(tuple(line.heard.numbers.roughly)) and line.number(end - 1):
        return CountKind.ABOUT
    before = () if line.ends(start - 1) else (start - 2, start - 1)
    behind = (end, end + 1)
    for kind, words_before, words_behind in (
        (CountKind.AT_LEAST, said.at_least_before, said.at_least_behind),
        (CountKind.ABOUT, said.about_before, said.about_behind),
    ):
        if any(line.within(k, words_before) for k in before) or any(
            line.within(k, words_behind) for k in behind
        ):
            return kind
    return CountKind.EXACT


_DOOR = 3  # words between a lawyer and being let in


def unit_at(line: CountLine, i: int) -> Unit | None:
    """The unit that begins at token ``i``."""
    number = line.kind(i) == "number" or line.text(i) in line.heard.numbers.known
    if line.within(i, line.heard.people.and_with) and line.within(i - 1, line.heard.people.kin):
        return None
    if (
        not number
        and line.text(i) not in line.heard.who.him
        and not line.within(i, line.heard.people.opening)
    ):
        return None
    return counted(line, i) or _single(line, i) or _many(line, i)


def _single(line: CountLine, i: int) -> Unit | None:
    """A relative, one person, or who writes."""
    said = line.heard.people
    value = line.valued(i, said.sets)
    if value is not None:
        return Unit(i, i + 1, value, What.KIN)
    if line.within(i, said.us):
        return None if line.within(i - 1, said.at_whose) else Unit(i, i + 1, 0, What.US)
    if line.within(i, said.kin) or line.within(i, said.kin_beside):
        weak = line.within(i, said.kin_beside) or _is_beside(line, i)
        return Unit(i, i + 1, 1, What.KIN, weak=weak)
    pointed = line.within(i, said.them) or line.text(i) in line.heard.who.him
    together = pointed and line.within(i + 1, said.and_with)  # "мы с братом", "him and his wife"
    if together:
        return Unit(i, i + 1, 1, What.ME, weak=True, acts=True)
    if line.within(i, said.writer) and (line.ends(i - 1) or not line.within(i, said.and_with)):
        return Unit(i, i + 1, 1, What.ME, acts=True)
    if line.within(i, said.me):
        return Unit(i, i + 1, 1, What.ME, weak=line.within(i - 1, said.at_whose))
    if line.within(i, said.one_person) and not is_about_takers(line, i + 1) and not _is_kept_out(line, i):
        return Unit(i, i + 1, 1, What.ONE, weak=_is_beside(line, i))
    return None


def _is_kept_out(line: CountLine, i: int) -> bool:
    """Whether it is a lawyer who is not let in to those who are held."""
    said = line.heard.people
    near = (*range(i - _DOOR, i), *range(i + 1, i + 1 + _DOOR))
    return line.within(i, said.helpers) and any(line.starts(k, said.let_in) for k in near)


def _is_beside(line: CountLine, i: int) -> bool:
    """Whether the person at ``i`` is where it happened, tells it, or is who the writer is."""
    said, k = line.heard.people, i - 1
    while line.within(k, said.possessive):
        k -= 1
    if line.within(k, said.at_whose) or line.within(k, said.told_of):
        return True
    return any(line.starts(j, said.tells) for j in (i + 1, i + 2) if not line.ends(i + 1))


def _many(line: CountLine, i: int) -> Unit | None:
    said = line.heard.people
    if line.within(i, said.part):
        return Unit(i, i + 1, 0, What.MANY, CountKind.SEVERAL, weak=True)
    if line.within(i, said.several):
        noun = next((k for k in range(i + 1, i + 4) if line.starts(k, said.persons)), None)
        if noun is not None:
            if is_about_takers(line, i + 1, noun=False) or is_about_takers(line, noun + 1):
                return None
            return Unit(i, noun + 1, 0, What.MANY, CountKind.SEVERAL)
    if line.within(i, said.plurals) and not is_about_takers(line, i + 1):
        if line.taken_near(i, 3, 5):
            return Unit(i, i + 1, 0, What.MANY, CountKind.SEVERAL, subject=True)
        if line.done_near(i, 3, 5, said.released):
            return Unit(i, i + 1, 0, What.MANY, CountKind.SEVERAL, weak=True)
    return None
