"""How many people: "двоих", "человек 20", "кем дегенде 10 адам", "me and my brother", "несколько активистов".

A number counts people only beside a word for people, or as a word that itself counts people ("трое", "үшеуі"). Police,
ages, hours, articles and phones are not counted. The first count in the text is the one.
"""

from dataclasses import dataclass

from bot.core.understanding.language import guess_language
from bot.core.understanding.numbers import COLLECTIVE, LOCATIVE, number_at, skip_ending
from bot.core.understanding.phones import without_phones
from bot.core.understanding.plain import Token, listed, plain_words, readable, tokens
from bot.core.values import CountKind, People

MOST = 1000  # people; a greater number is no count


# Words for people, as beginnings.
PEOPLE = listed(
    "человек людей люд чел адам кісі people person persons men women man woman guys girls boys activist "
    "protester "
    "journalist student friend detainee lawyer colleague relative brother sister neighbour "
    "рабоч нефтян жител worker resident жұмысшы тұрғын "
    "активист журналист студент парн девуш девоч мужчин женщин ребят друз друг протест задержанн "
    "товарищ коллег "
    "знаком сотрудниц прохож подрост правозащит адвокат гражд сосед волонт наблюдат школьн "
    "родствен блогер "
    "белсенді жігіт қыз бала дос азамат ер әйел тілші құқыққорғаушы әріптес көрші оқушы наразы студент"
)
# Those who take, not those who are taken: counted themselves ("двое полицейских"), or by what they wear.
_POLICE = listed(
    "полицейск сотрудник омонов спецназов силовик военн солдат полицей police officer cop soldier сарбаз жасақ"
)
_COME = plain_words(
    "келіп келді кіріп пришли приехали подошли подъехали ворвались вошли came arrived entered approached"
)
_DRESS = listed("штатск гражданск маск форм черн plain mask uniform")
_NOT_THE_TAKEN = plain_words("детей дети ребенка children kids")
_BEFORE = {
    CountKind.ABOUT: plain_words(
        "около примерно приблизительно порядка гдето то about around approximately roughly шамамен шамасы"
    ),
    CountKind.AT_LEAST: plain_words(
        "менее меньше минимум более больше свыше least than over кемінде дегенде аса"
    ),
}
_AFTER = {
    CountKind.ABOUT: plain_words("жуық шақты шамалы таяу примерно или"),
    CountKind.AT_LEAST: plain_words("астам артық көп минимум"),
}
_MORE = plain_words("еще тағы another")
_SEVERAL = plain_words(
    "несколько нескольких много многих бірнеше көп several some many few lots dozens hundreds десятки "
    "кучу куча"
)
_PLURALS = plain_words(
    "активистов журналистов людей ребят парней девушек студентов женщин мужчин прохожих протестующих "
    "митингующих наших "
    "правозащитников activists protesters journalists students people белсенділерді жігіттерді "
    "адамдарды студенттерді "
    "журналистерді қыздарды наразыларды"
)
_TAKEN = listed(
    "задерж забр забир арест увез увоз хвата схват винт останов detain arrest took taken stopped ұста алып қама"
)
_ME = plain_words("я меня мы мені мен me i")
_AND = plain_words("и с со да және мен пен бен and with &")
POSSESSIVE = plain_words("мой моего моим моя мою моей мои моих моими менің my his her our её ее его")
KIN = plain_words(
    "муж мужа мужем жена жену женой сын сына сыном дочь дочку дочерью брат брата братом сестра сестру "
    "сестрой отец отца "
    "отцом папа папу папой мама маму мамой мать матерью друг друга другом подруга подругу подругой "
    "сосед соседа соседку "
    "соседом соседкой коллега коллегу коллегой дядя дядю тетя тетю племянник племянника "
    "күйеуім күйеуімді күйеуім әйелім әйелімді ұлым ұлымды балам баламды қызым қызымды ағам ағамды "
    "інім інімді апам "
    "апамды әпкем әпкемді әкем әкемді анам анамды досым досымды сіңлім сіңлімді қарындасым "
    "қарындасымды бауырым "
    "бауырымды көршім көршімді құрбым құрбымды "
    "husband wife son daughter brother sister father mother dad mom mum friend neighbour neighbor "
    "colleague cousin uncle aunt"
)
# Behind a number these end the search for people: it counts something else.
_NO_PEOPLE = listed(
    "час лет год минут дня дней день месяц сагат жил кун hour year day am pm утра вечера ночи жаста км "
    "метр машин раз сут "
    "автозак отдел дом квартир этаж школ класс"
)
_PAIRS = {"couple": 2, "пару": 2, "пара": 2, "dozen": 12, "десяток": 10}


@dataclass(frozen=True, slots=True)
class _Count:
    value: int
    kind: CountKind
    end: int


def understand_people(text: str, language: str | None = None) -> People | None:
    """The first count of people in the text; names are not looked for. None where nobody is counted.

    ``language`` is used where the words do not tell their own.
    """
    line = tokens(without_phones(readable(text)))
    kazakh = (guess_language(text) or language) == "kk"
    several = None
    for i in range(len(line)):
        found = _pair(line, i) or _counted(line, i, kazakh)
        if found is not None:
            if several and found.value <= 2:  # "several persons, one is a journalist"
                continue
            extra = any(line[k].text in _MORE for k in range(max(0, i - 2), i))
            return People(count=found.value + extra, kind=found.kind)
        several = several or _several(line, i)
    return several


def _word(line: tuple[Token, ...], i: int) -> str:
    return line[i].text if 0 <= i < len(line) else ""


def _starts(line: tuple[Token, ...], i: int, beginnings: tuple[str, ...]) -> bool:
    return 0 <= i < len(line) and line[i].kind == "word" and line[i].text.startswith(beginnings)


def _pair(line: tuple[Token, ...], i: int) -> _Count | None:
    """ "меня и моего брата", "мы с братом", "әкем мен анамды", "my mother and sister": two, named by what they are."""
    first = _word(line, i)
    if first not in _ME and first not in KIN:
        return None
    if _word(line, i - 1) in ("у", "за", "к"):
        return None
    if _word(line, i + 1) not in _AND:
        return None
    j = i + 2 + (_word(line, i + 2) in POSSESSIVE)
    if _word(line, j) not in KIN and not (first in KIN and _word(line, j) in _ME):
        return None
    value, end = 2, j + 1
    while end < len(line) and _word(line, end) in _AND and value < MOST:
        more = end + 1 + (_word(line, end + 1) in POSSESSIVE)
        if _word(line, more) not in KIN:
            break
        value, end = value + 1, more + 1
    return _Count(value, CountKind.EXACT, end)


def _counted(line: tuple[Token, ...], i: int, kazakh: bool) -> _Count | None:
    """A number beside a word for people, or a word that counts people."""
    word = _word(line, i)
    if line[i].kind == "word" and word in COLLECTIVE:
        if _is_about_others(line, i + 1):
            return None
        return _Count(COLLECTIVE[word], _kind(line, i, i + 1), i + 1)
    if word in _PAIRS and (_word(line, i + 1) == "of" or _starts(line, i + 1, PEOPLE)):
        near = range(i + 1, i + 4)
        return (
            _Count(_PAIRS[word], CountKind.ABOUT, i + 1)
            if any(_starts(line, k, PEOPLE) for k in near)
            else None
        )
    if word == "оншакты":
        return _Count(10, CountKind.ABOUT, i + 1)
    number = number_at(line, i, kazakh)
    if number is None or not 0 < number[0] <= MOST or _inside(line, i, kazakh):
        return None
    value, end = number
    ending, end = skip_ending(line, end)
    if ending in LOCATIVE:  # "9-да": an hour
        return None
    plus = _word(line, end) == "+"
    end += plus
    if (
        _word(line, end) == "-" and (top := number_at(line, end + 1, kazakh)) and top[0] > value
    ):  # "20-30 человек"
        return _Count(value, CountKind.ABOUT, top[1]) if _people_after(line, top[1]) else None
    kind = CountKind.AT_LEAST if plus else _kind(line, i, end)
    if _people_after(line, end):
        return _Count(value, kind, end)
    if _word(line, i - 1) in ("человек", "чел") and not _people_counted(line, i - 1, kazakh):  # "человек 20"
        return _Count(value, CountKind.ABOUT if kind is CountKind.EXACT else kind, end)
    if _word(line, end) == "of" and _word(line, end + 1) in ("us", "them", "my", "our"):
        return _Count(value, kind, end + 2)
    if _word(line, end) in ("others", "more") and not _starts(line, end + 1, _POLICE):
        return _Count(value + 1, kind, end + 1)
    return None


def _inside(line: tuple[Token, ...], i: int, kazakh: bool) -> bool:
    """Whether the number at ``i`` is the tail of a longer one, of a range or of a fraction."""
    if i and _word(line, i - 1) == "-" and i >= 2 and line[i - 2].kind == "number":
        return True
    before = number_at(line, i - 1, kazakh) if i else None
    return before is not None and before[1] > i


def _people_after(line: tuple[Token, ...], i: int) -> bool:
    """A word for people within three words of the number, which are not the police; "адам" or an adjective before it."""
    for k in range(i, min(i + 3, len(line))):
        if line[k].kind != "word" or _starts(line, k, _POLICE):
            return False
        if _word(line, k) in _NOT_THE_TAKEN:
            return False
        if _starts(line, k, PEOPLE) and not _starts(line, k + 1, PEOPLE):
            return not _is_about_others(line, k + 1)
        if number_at(line, k) is not None or _starts(line, k, _NO_PEOPLE):
            return False
    return False


def _people_counted(line: tuple[Token, ...], i: int, kazakh: bool) -> bool:
    """Whether the word for people at ``i`` already has its number before it."""
    return i > 0 and (number_at(line, i - 1, kazakh) is not None or _word(line, i - 1) in _SEVERAL)


def _is_about_others(line: tuple[Token, ...], i: int) -> bool:
    """Whether those counted are the ones who take: "двое полицейских", "двое в штатском", "екі адам келіп"."""
    return (
        _word(line, i) in _COME
        or _starts(line, i, _POLICE)
        or (_word(line, i) in ("в", "in") and _starts(line, i + 1, _DRESS))
    )


def _kind(line: tuple[Token, ...], start: int, end: int) -> CountKind:
    before = {_word(line, k) for k in range(start - 2, start)}
    after = {_word(line, k) for k in range(end, end + 2)}
    for kind in (CountKind.AT_LEAST, CountKind.ABOUT):
        if before & _BEFORE[kind] or after & _AFTER[kind]:
            return kind
    return CountKind.EXACT


def _several(line: tuple[Token, ...], i: int) -> People | None:
    word = _word(line, i)
    if word in _SEVERAL and any(_starts(line, k, PEOPLE) for k in range(i + 1, i + 4)):
        return None if _is_about_others(line, i + 1) else People(kind=CountKind.SEVERAL)
    if word in _PLURALS and any(_starts(line, k, _TAKEN) for k in range(i - 3, i + 6)):
        return People(kind=CountKind.SEVERAL)
    return None
