"""What a place is to its sentence: where it happened, where they were taken from or to, or only where the writer is.

в аксае дочь задержали, этапируют в уральск     in Aksay; on the way to Oral
его увезли в Караганду                          brought to Karaganda
пишу из Алматы, брата взяли в Бишкеке           the writer's place
"""

from bot.core.places.context import (
    PLACING,
    QALA_ROLES,
    STATION_BEFORE,
    SUFFIX_ROLES,
    all_of,
    governs,
    may_stand_between,
)
from bot.core.places.index import Form
from bot.core.places.kinds import Kind, Role
from bot.core.places.names import Case, sound
from bot.core.places.tokens import Token


def _stems(text: str) -> tuple[str, ...]:
    return tuple(map(sound, text.split()))


_MOVING = _stems(
    "еду еде еха поех выех везут везли везем лечу летел летим направл собира увозят увезут отвозят отвезут повезут "
    "перевозят переводят переведут этапируют этапирует отправляют отправляет отправят going driving heading travel taking "
    "бара апара барамыз баратын"
)
_BROUGHT = _stems(
    "увезли увез отвезли отвез повезли доставил привезли привез перевели перевез этапировал этапирован отправили taken "
    "brought transferred moved delivered апарды апарып апарган жеткіз акет ауыстыр этаптады"
)
_TAKEN = _stems(
    "взяли взял задерж останов пойма поймали забрал арест схват стопнули arrest detain stopped тоқтат ұста"
)
_WRITING = all_of("пишу пишем звоню звоним сообщаю сообщаем обращаюсь calling writing texting messaging")
_WRITES_KAZAKH = _stems("жазып жазам жазуда звандап хабарласып хабарласам қоңырау")
_ME_KAZAKH = ("мин", "миз", "бин", "биз")
_OTHERS = all_of("he she they")
_HERE = all_of("нас здесь тут here осында мұнда бізді us")
OUT_OF = all_of("из from с со")
_WAY_BACK = 6
_WAY_ON = 3


def role_of(tokens: list[Token], form: Form, first: int, last: int) -> Role:
    """By "қаласында", else by the preposition and its verb, else by the Kazakh ending."""
    after = tokens[last].sound if last < len(tokens) else ""
    if after in QALA_ROLES:
        return _on_the_way(tokens, QALA_ROLES[after], last + 1)
    before = first - 1
    shortened = before >= 0 and tokens[first].gap[:1] == "." and len(tokens[before].words) <= 3  # с. Шелек
    filler = before >= 0 and (shortened or may_stand_between(tokens[before].sound))
    if filler:
        before -= 1
    stands = before >= 0 and (shortened or tokens[first].joined)  # "к 10, Астана" is no way to Astana
    takes = governs(tokens[before].words, tokens[before].sound) if stands else {}
    if filler and takes and tokens[first - 1].sound in STATION_BEFORE:  # на станции Арысь
        return Role.FROM if tokens[before].sound in OUT_OF else Role.IN
    if filler and Role.IN in takes.values():
        return Role.TO if tokens[first - 1].sound == "город" else Role.IN
    roles = [role for case, role in takes.items() if case in form.cases]
    if Role.TO in roles:
        verb = _verb_of_way(tokens, before, last, sure=Role.IN not in roles)
        return min(roles) if verb is None else verb
    if roles:
        return _unless_written(tokens, before, min(roles))
    if not form.cases & {
        Case.NOM,
        Case.GEN,
    }:  # Сергеевка is no dative of Сергеев, Степногорска none of Степногорск
        for case in form.cases & PLACING:
            return _on_the_way(tokens, SUFFIX_ROLES[case], last)
    role = min(takes.values(), default=Role.BARE)
    if role is Role.TO:  # to Almaly ROVD: an office is where somebody is held
        return (
            Role.BROUGHT if form.kind is Kind.DISTRICT else _verb_of_way(tokens, before, last, True) or role
        )
    return _unless_written(tokens, before, role)


def is_taking(word: str) -> bool:
    """Whether the word says that somebody is taken or brought away."""
    return word.startswith((*_TAKEN, *_BROUGHT))


def writes_from(tokens: list[Token], preposition: int) -> bool:
    """Whether somebody writes, not is taken, from there: пишу из Алматы. Who writes "us" or "here" tells of there."""
    if preposition < 1 or tokens[preposition].sound not in OUT_OF:
        return False
    before = tokens[max(0, preposition - 2) : preposition]
    others = any(token.sound in _OTHERS for token in tokens[max(0, preposition - 4) : preposition])
    return any(token.sound in _WRITING for token in before) and not others and not _is_here(tokens)


def _unless_written(tokens: list[Token], preposition: int, role: Role) -> Role:
    return Role.WRITER if role is Role.FROM and writes_from(tokens, preposition) else role


def _is_here(tokens: list[Token]) -> bool:
    return any(token.sound in _HERE for token in tokens)


def _verb_of_way(tokens: list[Token], preposition: int, last: int, sure: bool) -> Role | None:
    """ехали вчера ночью в Алматы: going there; увезли в Караганду: there by now. ``sure``: the case says "to there"."""
    for at in range(preposition - 1, max(-1, preposition - 1 - _WAY_BACK), -1):
        if tokens[at + 1].in_a_new_clause:
            break
        word = tokens[at].sound
        if word.startswith(_MOVING):
            return Role.TO
        if word.startswith(_BROUGHT):
            return Role.BROUGHT
        if word.startswith(_TAKEN):
            return Role.BROUGHT if sure else None
    return _verb_behind(tokens, last) if sure else None


def _on_the_way(tokens: list[Token], role: Role, behind: int) -> Role:
    """A Kazakh verb stands behind: Астанаға апарды, Алматыдан жазып отырмын."""
    if role is Role.TO:
        return _verb_behind(tokens, behind) or role
    if role is Role.FROM:
        words = [token.sound for token in tokens[behind : behind + _WAY_ON]]
        writes = any(word.startswith(_WRITES_KAZAKH) for word in words)
        if writes and any(word.endswith(_ME_KAZAKH) for word in words) and not _is_here(tokens):
            return Role.WRITER
    return role


def _verb_behind(tokens: list[Token], behind: int) -> Role | None:
    for at in range(behind, min(len(tokens), behind + _WAY_ON)):
        if tokens[at].in_a_new_clause:
            return None
        word = tokens[at].sound
        if word.startswith(_MOVING):
            return Role.TO
        if word.startswith(_BROUGHT):
            return Role.BROUGHT
        if word == "алип":  # алып кетті, алып бара жатыр
            going = at + 1 < len(tokens) and tokens[at + 1].sound.startswith(_MOVING)
            return Role.TO if going else Role.BROUGHT
    return None
