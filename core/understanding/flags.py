"""What makes a case urgent (A6), from words. Ages speak too: under 18 is a minor, 60 and over is elderly.

"phone" (about to be taken) silences a chat, so it is read strictly: only what is happening or about to happen.

A chat is hidden because of words only if somebody says that the phone in their own hand is being taken now. This is read
even more strictly: "they are taking her phone", "he writes: they are taking my phone" and "my phone was taken yesterday" are
about something else. If it is only likely, it is the flag "phone", and we ask back. Somebody whose phone is torn from their
hand sends what they have typed: so the last word of a message may be the beginning of a word.
"""

from collections.abc import Collection

from core.understanding.heard import Ages, Heard
from core.understanding.language import heard_sentence, heard_tokens
from core.understanding.numbers import number_at, skip_ending
from core.understanding.phrases import mentions, says
from core.understanding.plain import Token, plain, readable, sentence_of

ADULT, ELDERLY = 18, 60  # years
_BY_TRADE = frozenset(("journalist", "defender"))  # others of their trade stand by, and tell of it


def understand_flags(text: str, heard: Heard) -> frozenset[str]:
    """The flags of A6 that the words raise: the ids of :data:`heard.FLAGS`."""
    return flags_of(heard_tokens(readable(text), heard), heard)


def flags_of(line: tuple[Token, ...], heard: Heard) -> frozenset[str]:
    """The same of tokens as the tables have them."""
    said = sentence_of(line)
    held = heard.told.bystander.sub(" ,", said)
    flags = {
        flag
        for flag, phrases in heard.flags.items()
        if says(phrases, held if flag in _BY_TRADE else said, heard.denial)
    }
    for age, _, _ in ages_told(line, heard):
        if age < ADULT:
            flags.add("minor")
        if age >= ELDERLY:
            flags.add("elderly")
    return frozenset(flags)


def ages(line: tuple[Token, ...], heard: Heard) -> list[int]:
    """Ages that the tokens name: "17 лет", "15 жаста", "16-year-old", "ему 17"; not prison terms, nor with "ago"."""
    return [age for age, _, _ in ages_told(line, heard)]


def ages_told(line: tuple[Token, ...], heard: Heard) -> list[tuple[int, int, int]]:
    """The same with the characters at which each begins and ends."""
    found = []
    for i in range(len(line)):
        number = number_at(line, i, heard.numbers)
        if number is None or not 0 < number[0] <= 110 or _part_of_number(line, i, heard):
            continue
        age, j = number
        j = skip_ending(line, j, heard.numbers)[1]
        j += j < len(line) and (line[j].text == "-" or line[j].text in heard.numbers.locative)
        if _is_age(line, i, j, heard.ages):
            found.append((age, line[i].start, line[j - 1].end))
    return found


def _is_age(line: tuple[Token, ...], i: int, j: int, words: Ages) -> bool:
    after = line[j].text if j < len(line) else ""
    near = {t.text for t in (*line[max(0, i - 2) : i], *line[j + 1 : j + 3])}
    if after.startswith(words.years):
        return near.isdisjoint(words.not_ages)
    if after in words.short:
        return True
    if after in words.of_old:
        return not near.isdisjoint(words.old)
    if i > 1 and line[i - 1].text in words.before and line[i - 2].kind != "number":  # "парня лет 17"
        return True
    i -= i > 0 and line[i - 1].text in words.only  # "ему только 17"
    alone = j >= len(line) or line[j].kind in ("mark", "line") or line[j].text in words.then
    return alone and i > 0 and line[i - 1].text in words.whose


def _part_of_number(line: tuple[Token, ...], i: int, heard: Heard) -> bool:
    """Whether the number is the unit of one that was read at the token before ("двадцать пять")."""
    before = number_at(line, i - 1, heard.numbers) if i else None
    return before is not None and before[1] > i


READ = 1000  # characters: who writes this writes little


SURE, PERHAPS = 3, 2  # letters of a word that breaks off


def is_taken(text: str, heard: Heard) -> bool:
    """Whether the writer's own phone is being taken at this moment, beyond doubt."""
    return taken(text, heard)[0]


def taken(text: str, heard: Heard) -> tuple[bool, bool]:
    """Whether it surely is; and whether some phone is, the flag "phone", also where the last word breaks off."""
    said = heard_sentence(readable(text)[:READ], heard)
    own, cut = heard.own_phone, _word_cut_off(text, said, heard)
    begun = bool(cut) and _is_begun(text, own.alone_taken)
    is_cut = bool(cut) and says(own.cut, said, heard.denial)
    long = len(cut) >= SURE
    words = said.split()
    is_past = any(past.startswith(cut) for past in own.already)  # «у меня телефон заб» may be either
    is_past = is_past and own.becoming.isdisjoint(words[-2:-1])
    surely = says(own.taken, said, heard.denial) or _is_only(text, own.alone_taken)
    surely = surely or (not is_past and ((is_cut and long) or (begun and (long or len(words) > PERHAPS))))
    perhaps = is_cut or begun or (bool(cut) and says(heard.phone_cut, said, heard.denial))
    return surely and not mentions(own.elsewhere, said), perhaps or says(
        heard.flags["phone"], said, heard.denial
    )


def is_perhaps_own(text: str, heard: Heard) -> bool:
    """Whether the phone that is being taken may be the writer's: nobody else tells it, and nobody else is named."""
    said = heard_sentence(readable(text)[:READ], heard)
    return not mentions(heard.own_phone.elsewhere, said) and not was_taken(said, heard)


def tells_taken_already(text: str, heard: Heard) -> bool:
    """Whether some phone was taken before, and is not being taken now: "they kept my phone"."""
    return taken(text, heard)[1] and was_taken(heard_sentence(readable(text)[:READ], heard), heard)


def was_taken(said: str, heard: Heard) -> bool:
    """Whether a sentence has a word of the past for taking a phone; of which thing, its other words tell."""
    return any(word.startswith(heard.own_phone.already) for word in said.split())


def _word_cut_off(text: str, said: str, heard: Heard) -> str:
    """The last word, where the message may break off in it: no sign ends it, and it is no everyday word. Else nothing."""
    words = said.split()
    if not words or not readable(text).rstrip()[-1:].isalpha() or len(words[-1]) < PERHAPS:
        return ""
    known = any(words[-1] in known_words for known_words in heard.known_words.values())
    return "" if known else words[-1]


def _is_begun(text: str, words: Collection[str]) -> bool:
    typed = " ".join(plain(text).split())
    return " " in typed and any(whole.startswith(typed) for whole in words)


def hides(text: str, heard: Heard) -> bool:
    """Whether it is the words alone that hide a chat, as they are typed where there is no menu to choose it from."""
    return _is_only(text, heard.own_phone.hide)


def _is_only(text: str, words: Collection[str]) -> bool:
    return len(text) <= READ and plain(text).strip(" .!,\n") in words
