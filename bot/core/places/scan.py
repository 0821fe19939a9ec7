"""Finds the names of places in a sentence and what each is to it: in, from, to.

A wrong city wakes the wrong lawyer, so a name that is also a word needs its proof, a name after "улица" or before
"көшесі" is a street, and a typo is guessed only where a place must stand.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.places.index import Form, Index
from bot.core.places.kinds import Kind, Proof, Role
from bot.core.places.scene import Scene, Token

_ADJECTIVE = re.compile("ск(ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их)$")  # in Уральской: of the region, not a typo
_LONGEST = 4  # words in a name with its area word


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found in the words ``first`` … ``last`` - 1."""

    form: Form
    first: int
    last: int
    role: Role
    exact: bool


class Scanner:
    """Looks for the forms of an index in sentences. ``shunned`` words are never taken for a typo."""

    def __init__(self, index: Index, shunned: Collection[str]) -> None:
        self._index = index
        self._starts: dict[str, int] = {}
        for key in index:
            first, *rest = key.split(" ")
            self._starts[first] = max(self._starts.get(first, 0), len(rest) + 1)
        self._shunned = frozenset(shunned)
        self._typable = _by_shape(index)

    def hits(self, tokens: list[Token]) -> list[Hit]:
        """The places named, in the order of the text; the longest name wins."""
        regions = frozenset(
            h.form.region for h in self._pass(tokens, frozenset(), frozenset()) if h.form.kind is Kind.REGION
        )
        found = self._pass(tokens, regions, frozenset())
        cities = frozenset(hit.form.id for hit in found if hit.form.kind is Kind.CITY)
        return self._pass(tokens, regions, cities) if cities else found

    def _pass(self, tokens: list[Token], regions: frozenset[str], cities: frozenset[str]) -> list[Hit]:
        shouting = not any(c.islower() for token in tokens for c in token.words)
        scene = Scene(tokens, shouting, regions, cities)
        found: list[Hit] = []
        at = 0
        while at < len(tokens):
            hit, end = self._longest(scene, at)
            if hit is None and end == at:
                hit, end = self._typo(scene, at), at + 1
            if hit is not None:
                found.append(hit)
            at = max(end, at + 1)
        return found

    def _longest(self, scene: Scene, at: int) -> tuple[Hit | None, int]:
        """The longest name that starts here, and where the search goes on; the same place if no name is here."""
        tokens = scene.tokens
        pair = " ".join(t.sound for t in tokens[at : at + 2])
        if pair in self._shunned:  # Иссык-Куль
            return None, at + 2
        longest = min(self._starts.get(tokens[at].sound, 0), _LONGEST, len(tokens) - at)
        while longest > 1 and not all(
            t.joined or _abbreviated(tokens, at, t) for t in tokens[at + 1 : at + longest]
        ):
            longest -= 1
        for count in range(longest, 0, -1):
            key = " ".join(t.sound for t in tokens[at : at + count])
            for form in self._index.get(key, ()):
                if scene.accepts(form, at, at + count):
                    return Hit(form, at, at + count, scene.role(form, at, at + count), True), at + count
        if at + 1 < len(tokens) and tokens[at + 1].gap in {" ", "-"}:  # Кызыл орда
            key = tokens[at].sound + tokens[at + 1].sound
            for form in self._index.get(key, ()) if len(key) >= 8 else ():
                if form.proof is Proof.NONE and form.kind is Kind.CITY and scene.accepts(form, at, at + 2):
                    return Hit(form, at, at + 2, scene.role(form, at, at + 2), True), at + 2
        return None, at + 1 if tokens[at].sound in self._index else at

    def _typo(self, scene: Scene, at: int) -> Hit | None:
        """A long name with one letter wrong (two in the longest), where a place must stand."""
        typed = scene.tokens[at].sound
        if len(typed) < 5 or typed in self._shunned or _ADJECTIVE.search(typed):
            return None
        expected = scene.expects_place(at)
        allowed = (1 if len(typed) < 9 else 2) if expected else (1 if len(typed) >= 9 else 0)
        if not allowed:
            return None
        best = self.nearest_form(typed, allowed)
        for form in self._index[best] if best else ():
            if form.kind is Kind.CITY and form.proof is Proof.NONE and scene.accepts(form, at, at + 1):
                fits = not expected or scene.fits(form, at) or len(scene.tokens) <= 2
                if fits:
                    return Hit(form, at, at + 1, scene.role(form, at, at + 1), False)
        return None

    def nearest_form(self, typed: str, allowed: int) -> str | None:
        """The form of a city's name within that many wrong letters, with the same first letter."""
        best: tuple[str, int] | None = None
        for length in range(len(typed) - allowed, len(typed) + allowed + 1):
            choices = self._typable.get((typed[0], length), [])
            found = process.extractOne(typed, choices, scorer=OSA.distance, score_cutoff=allowed)
            if found is not None and (best is None or found[1] < best[1]):
                best = (found[0], int(found[1]))
        return best[0] if best else None


def _abbreviated(tokens: list[Token], first: int, token: Token) -> bool:
    """обл. Абай, р-н. Медеу: the full stop belongs to the word before."""
    return token.gap in {". ", "."} and tokens[first].sound in {"обл", "р"}


def _by_shape(index: Mapping[str, tuple[Form, ...]]) -> dict[tuple[str, int], list[str]]:
    """(first letter, length) → the forms of one word that may be typed wrongly."""
    shapes: dict[tuple[str, int], list[str]] = {}
    for key, forms in index.items():
        sure = any(form.kind is Kind.CITY and form.proof is Proof.NONE for form in forms)
        if sure and len(key) >= 6 and " " not in key:
            shapes.setdefault((key[0], len(key)), []).append(key)
    return shapes
