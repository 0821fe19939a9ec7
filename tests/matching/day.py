"""A made-up worst day: so many people in twelve cities, each told of by three, in the spellings and slips of phones.

Who people are is by chance of a seed. Given names are those of ``core/words/names.toml``, surnames are made of them; a few
are very common, so that many people of one city have one name, as in life. How names are written follows mixed habits:
Kazakh letters left out, passports' Latin, initials, the surname first or missing, a patronymic, one slip of a finger.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from msgspec import Struct

from core.resources.name_files import read_names

CITIES = (
    "almaty", "astana", "shymkent", "aktobe", "karaganda", "taraz", "pavlodar", "aktau", "atyrau", "semey", "oral",
    "kostanay",
)  # fmt: skip
SHARES = (30, 20, 12, 7, 6, 5, 5, 4, 4, 3, 2, 2)  # of a hundred people
DAY = date(2022, 1, 5)
SLIPS = 0.08  # of a word
COMMON = 0.35  # of all given names, surnames: from the few that are everywhere
LETTERS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
LATIN = dict(zip("абвгдеёзийклмнопрстуфыэқіңғүұөәһ", "abvgdeeziyklmnoprstufyeqinguuoah", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ь": "", "ъ": "",
}  # fmt: skip


class Told(Struct, frozen=True):
    """One report: who it is about (a number, and how they are called), the name as it was written, what stands beside it."""

    person: int
    called: str
    name: str
    city: str
    day: date


def reports(people: int, each: int = 3, seed: int = 2018) -> list[Told]:
    """All reports of the day, in a mixed order."""
    chance = Random(seed)
    men, women = (
        _names(f"kazakh_{who}") + [n for n in _names(f"russian_{who}") if chance.random() < 0.5]
        for who in ("men", "women")
    )
    found = []
    for number in range(people):
        woman = chance.random() < 0.3
        given = _pick(chance, women if woman else men)
        father, family = _pick(chance, men), _pick(chance, men)
        called = f"{given} {_surname(family, woman)}"
        city = chance.choices(CITIES, SHARES)[0]
        for _ in range(each):
            told_of = DAY + timedelta(days=chance.choice((0, 0, 0, 0, 1)))
            name = _written(chance, given, _surname(family, woman), _patronymic(father, woman))
            found.append(Told(number, called, name, city, told_of))
    chance.shuffle(found)
    return found


def _names(table: str) -> list[str]:
    return list(dict.fromkeys(read_names()["given"][table].split()))


def _pick(chance: Random, names: list[str]) -> str:
    return chance.choice(names[20:80]) if chance.random() < COMMON else chance.choice(names)


def _surname(of: str, woman: bool) -> str:
    return _stem(of) + "а" * woman


def _patronymic(father: str, woman: bool) -> str:
    return _stem(father).removesuffix("в") + ("вна" if woman else "вич")


def _stem(name: str) -> str:
    if name[-1] in "йь":
        return name[:-1] + "ев"
    return name + ("ев" if name[-1] in "аәоуеыиія" else "ов")


def _written(chance: Random, given: str, family: str, patronymic: str) -> str:
    shape = chance.random()
    if shape < 0.5:
        words = [given, family]
    elif shape < 0.75:
        words = [family, given]
    elif shape < 0.87:
        words = [family, given, patronymic]
    elif shape < 0.95:
        words = [family, f"{given[0]}."]
    else:
        words = [given]
    words = [_slip(chance, word) if chance.random() < SLIPS and len(word) > 3 else word for word in words]
    name, habit = " ".join(words), chance.random()
    if habit < 0.45:
        name = name.translate(LETTERS)
    elif habit < 0.6:
        name = "".join(LATIN.get(letter, letter) for letter in name.lower()).title()
    return name


def _slip(chance: Random, word: str) -> str:
    """A letter that is left out, doubled, changed with its neighbour, or another."""
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(list(_slips(word, at, chance)))


def _slips(word: str, at: int, chance: Random) -> Iterator[str]:
    yield word[:at] + word[at + 1 :]
    yield word[:at] + word[at] + word[at:]
    yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    yield word[:at] + chance.choice("аеионрст") + word[at + 1 :]
