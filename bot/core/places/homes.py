"""Where the writer is, or where somebody lives or works: no scene, where another place is told of who was taken.

я живу в Алматы, мужа забрали в Актау           in Aktau
Im in Almaty. They arrested my mum in Astana    in Astana
Сестра поехала в Талдыкорган, там её задержали  in Taldykorgan: *there* is the place before
я в Алматы, нас задержали, мама в Астане        in Almaty: who is taken is where the writer is
адвокат в Алматы есть? мужа держат в Астане      in Astana: where one is told of who was taken, no other is the scene
родом из Тараза, прописан в Туркестане           from there
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from bot.core.places.context import PREPOSITIONS, all_of
from bot.core.places.kinds import Kind, Role
from bot.core.places.light import Hit
from bot.core.places.names import sound, unpersonal
from bot.core.places.roles import is_taking
from bot.core.places.tokens import Token

_ENGLISH = all_of("i im we me us am m re are was were")  # which sound like Russian words: "и", "им"
_I = all_of("я мы сам сама сами нахожусь находимся мен біз өзім өзіміз i im we")
_MEANWHILE = all_of(
    "сейчас щас тут пока уже сегодня живу now currently here right қазір am m are re was were"
)
_LIVES = all_of(
    "живу живем живет живут проживаю проживает работаю работает работают учусь учится live lives living lived work "
    "works working study studies based тұрам тұрамын тұрамыз тұрады тұратын істейді істейтін оқиды оқимын"
)
_MINE = all_of("живу живем проживаю работаю учусь тұрам тұрамын тұрамыз оқимын")
_KAZAKH_WORK = sound("жұмыс")  # жұмыс істейді
_ME = all_of("меня нас me us мені бізді здесь тут here осында мұнда")
_BORN = all_of("родом родился родилась прописан прописана born raised registered туып туған тіркелген")
_POINTING = all_of("его ее их там him her them there оны оларды сонда жерде")
_THERE = all_of("там there сонда жақта arrival прилете прилету приезде прибытии")
_TOOK = all_of(
    "алып grabbed seized nabbed took picked locked повязали скрутили увели приняли держат держит удерживают"
)
_BETWEEN = all_of("полиция полицейские менты омон police cops сегодня вчера бүгін кеше today yesterday")
_GONE = (Role.FROM, Role.TO, Role.BROUGHT)


def set_apart(tokens: list[Token], hits: list[Hit], is_abroad: Callable[[list[Token]], bool]) -> list[Hit]:
    """The hits, in the order of the text: a home is the writer's place then, and what "there" means a scene. ``is_abroad``:
    whether a clause names a place outside.
    """
    if not hits:
        return hits
    text = _Clauses(tokens)
    hits = [_from_there(text, hit) for hit in _pointed_at(text, hits)]
    tells_of_himself = _any(tokens, _ME)
    scenes = {hit.first for hit in hits if hit.role is Role.IN and text.taking(text.around(hit.first))}
    told = bool(scenes) or any(
        is_abroad([tokens[at] for at in one]) for one in text.all() if text.taking(one)
    )
    return [
        replace(hit, role=Role.WRITER)
        if _is_only_home(text, hit, hits, tells_of_himself)
        or (told and hit.first not in scenes and _is_beside(text, hit, tells_of_himself))
        else hit
        for hit in hits
    ]


class _Clauses:
    """The words, and in which clause each stands; a dash begins one too."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        dash = (at for at, token in enumerate(tokens) if set(token.gap) & set("-–—") and " " in token.gap)
        commas = (at for at, token in enumerate(tokens) if token.in_a_new_clause)
        self._starts = sorted({0, *dash, *commas})

    def around(self, at: int) -> range:
        """The clause of a word."""
        number = bisect_right(self._starts, at)
        return range(
            self._starts[number - 1], self._starts[number] if number < len(self._starts) else len(self.tokens)
        )

    def all(self) -> list[range]:
        """Every one."""
        return [self.around(start) for start in self._starts if start < len(self.tokens)]

    def behind(self, at: int) -> range:
        """The clause after that."""
        end = self.around(at).stop
        return self.around(end) if end < len(self.tokens) else range(0)

    def taking(self, clause: range) -> list[int]:
        """The words in it that say that somebody is taken."""
        return [at for at in clause if _takes(self.tokens[at])]


def _is_only_home(text: _Clauses, hit: Hit, hits: list[Hit], tells_of_himself: bool) -> bool:
    if hit.role is not Role.IN or len({one.form.id for one in hits}) < 2:
        return False
    lives = _lives(text, hit, _LIVES)
    if not lives and (tells_of_himself or not _is_here(text, hit)):
        return False
    others = [one for one in hits if one.form.id != hit.form.id and one.role <= Role.BARE]
    if any(_is_told_of(text, one, hit) for one in others):
        return True
    return not lives and any(_lives(text, one, _LIVES - _MINE) for one in others)


def _is_beside(text: _Clauses, hit: Hit, tells_of_himself: bool) -> bool:
    """Whether nobody is taken in this place by the words around it: адвокат наш в Уральске, his mum is in Shymkent."""
    return hit.role is Role.IN and not (tells_of_himself and _is_here(text, hit))


def _from_there(text: _Clauses, hit: Hit) -> Hit:
    return replace(hit, role=Role.FROM) if hit.role is Role.IN and _lives(text, hit, _BORN) else hit


def _is_here(text: _Clauses, hit: Hit) -> bool:
    """я сейчас в Алматы, I'm in Almaty, мен Алматыдамын: no word between tells of anything else."""
    last = text.tokens[hit.last - 1].sound
    if unpersonal(last) != last:
        return True
    for at in range(hit.first - 1, text.around(hit.first).start - 1, -1):
        if _is(text.tokens[at], _I):
            return True
        if not _is(text.tokens[at], _MEANWHILE) and text.tokens[at].sound not in PREPOSITIONS:
            return False
    return False


def _lives(text: _Clauses, hit: Hit, words: frozenset[str]) -> bool:
    """живёт в Алматы, в Алматы живёт, Алматыда жұмыс істейді"""
    clause = text.around(hit.first)
    before = hit.first - 1
    if before in clause and text.tokens[before].sound in PREPOSITIONS:
        before -= 1
    behind = hit.last
    if behind in clause and text.tokens[behind].sound == _KAZAKH_WORK:
        behind += 1
    return any(at in clause and _is(text.tokens[at], words) for at in (before, behind))


def _is_told_of(text: _Clauses, other: Hit, home: Hit) -> bool:
    """Whether somebody is taken at the other place: in its clause, or in the next one, which points at who is there."""
    clause, taking = text.around(other.first), text.taking(text.around(other.first))
    if home.first in clause:  # nothing parts them: the word stands between the two, or right behind the other
        low, high = sorted((home, other), key=lambda hit: hit.first)
        return any(low.last <= at < high.first for at in taking) or _right_behind(text, other) in taking
    following = text.behind(other.first)
    points = other.role is Role.BARE or _any((text.tokens[at] for at in following), _POINTING)
    return bool(taking) or (points and home.first not in following and bool(text.taking(following)))


def _right_behind(text: _Clauses, hit: Hit) -> int:
    at = hit.last
    while at < len(text.tokens) and _is(text.tokens[at], _BETWEEN):
        at += 1
    return at


def _pointed_at(text: _Clauses, hits: list[Hit]) -> Iterable[Hit]:
    """Where somebody is taken "there", it is the place before, be it one to which they had gone."""
    there = [
        at for at, token in enumerate(text.tokens) if _is(token, _THERE) and text.taking(text.around(at))
    ]
    meant = {max((hit.first for hit in hits if hit.last <= at), default=None) for at in there}
    for hit in hits:
        is_meant = hit.first in meant and hit.form.kind is Kind.CITY and hit.role in _GONE
        yield replace(hit, role=Role.IN) if is_meant else hit


def _takes(token: Token) -> bool:
    return is_taking(token.sound) or token.sound in _TOOK


def _any(tokens: Iterable[Token], words: frozenset[str]) -> bool:
    return any(_is(token, words) for token in tokens)


def _is(token: Token, words: frozenset[str]) -> bool:
    return token.sound in words and (token.sound not in _ENGLISH or token.words.isascii())
