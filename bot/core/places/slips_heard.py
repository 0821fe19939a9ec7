"""Whether a slip of a large city's name is that city where it stands: then its lawyers are asked.

After "in" or before "city" it is; else where it is set apart, as people do with a city: алмвты брата задержали. A word
with a capital inside a sentence, before another with one, or right behind a word for being taken, is rather a person.
"""

from msgspec.structs import replace

from bot.core.places.context import CITY_AFTER, CITY_BEFORE, PROVING, all_of
from bot.core.places.index import Form
from bot.core.places.light import Seen
from bot.core.places.names import PLACED, Case
from bot.core.places.roles import is_taking
from bot.core.places.scene import Scene
from bot.core.places.slipped import SlippedNames
from bot.core.places.tokens import Token

_SURE = 6  # letters, from which a word before "задержали" is no person
_ENDINGS = frozenset({Case.AT, Case.FROM, Case.TO})
_ALONE = _ENDINGS | {Case.NOM, Case.LOC}
_PLACED = (*PLACED, "га", "ге", "ка", "ке")
_WHOM = all_of(
    "брата братишку мужа сына отца папу маму сестру жену дочь дочку дядю тетю деда бабушку парня друга подругу соседа "
    "коллегу человека людей ребят двоих троих четверых двух трех его ее их нас меня"
)
_WHOM_WITHIN = 5


def slipped_form(scene: Scene, at: int, names: SlippedNames) -> Form | None:
    """The form of the city that the word is a slip of, where a city may stand; None where it may be something else."""
    typed = scene.tokens[at].sound
    expected, ends = _is_expected(scene.tokens, at), typed.endswith(_PLACED)
    if not (expected or ends or _may_stand_apart(scene.tokens, at)):  # most words of a text
        return None
    slip = names.of(typed)
    if slip is None:
        return None
    apart = not slip.far and _is_set_apart(scene, at)
    for form in slip.forms:
        if scene.accepts(form, at, at + 1) and (
            (expected and scene.fits(form, at))
            or (apart and form.cases & _ALONE)
            or (ends and not slip.far and _is_placed(scene, form, at))
        ):
            return form
    return None


def _is_placed(scene: Scene, form: Form, at: int) -> bool:
    """Whether its own ending says "there": алмтыда."""
    return form.cases <= _ENDINGS and not _is_named(scene, at)


def only_of_one_city(seen: Seen) -> Seen:
    """Where another place is named, a slip is only a guess."""
    named = {hit.form.region for hit in seen.hits if hit.exact}
    if len(named) < 2 or not any(hit.slipped for hit in seen.hits):
        return seen
    return Seen([replace(hit, exact=False) if hit.slipped else hit for hit in seen.hits], seen.doubts)


def _is_expected(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1].sound if at else ""
    after = tokens[at + 1].sound if at + 1 < len(tokens) else ""
    stands = before in PROVING or before in CITY_BEFORE
    return (stands and tokens[at].joined) or after in CITY_AFTER


def _may_stand_apart(tokens: list[Token], at: int) -> bool:
    return not (0 < at < len(tokens) - 1 and tokens[at].gap == tokens[at + 1].gap == " ")


def _is_set_apart(scene: Scene, at: int) -> bool:
    tokens = scene.tokens
    before = tokens[at - 1] if at and not tokens[at].in_a_new_clause else None
    after = tokens[at + 1] if at + 1 < len(tokens) and not tokens[at + 1].in_a_new_clause else None
    if (before is not None and after is not None) or _is_named(scene, at):
        return False
    if before is not None:
        return not is_taking(before.sound)
    if after is None or not is_taking(after.sound) or len(tokens[at].sound) >= _SURE:
        return True
    return any(token.sound in _WHOM for token in tokens[at + 2 : at + 2 + _WHOM_WITHIN])


def _is_named(scene: Scene, at: int) -> bool:
    """Whether it is written as people's names are."""
    if scene.shouting or not scene.tokens[at].capital:
        return False
    token, after = scene.tokens[at], scene.tokens[at + 1 : at + 2]
    opens = token.opening or token.in_a_new_clause
    return not opens or any(one.capital and one.joined for one in after)
