"""Forty made-up people within ten minutes, and what each of them does with their phone. Nothing of this has happened.

An act is words that are typed, a button of the report (``_on``), or one of the two things that are neither.
"""

from msgspec import Struct

HERE, PHOTO = "<location>", "<photo>"
START = "/start"


class Person(Struct, frozen=True):
    """``shown``: their phone joins the first row; the others are under "more"."""

    name: str
    language: str
    acts: tuple[str, ...]
    city: str = "Almaty"
    shown: bool = False


def _on(question: str, value: str) -> str:
    return f"report/{question}:{value}"


def _taps(**answers: str) -> tuple[str, ...]:
    """Start, then a button a question, in this order; ``skip`` is the button of that name, words are typed."""
    acts = (
        value if " " in value else _on(name, value.replace("skip", "!skip"))
        for name, value in answers.items()
    )
    return (START, *acts)


ALMATY: dict[str, str] = {"situation": "other", "place": "almaty"}
WAVES: tuple[tuple[Person, ...], ...] = (
    (
        Person(
            "Made-up Нұрлан", "ru", ("Алматы, у старого парка задерживают людей, человек десять",), shown=True
        ),
        Person("Made-up Айжан", "kk", ("Алматыда, базардың жанында полиция үш адамды ұстап әкетті",)),
        Person("Made-up Marat", "en", _taps(**ALMATY, who="several", where="by the market gate")),
        Person(
            "Made-up Олжас", "ru", (START, _on("situation", "me"), HERE, _on("who", "one"), PHOTO), shown=True
        ),
        Person("Made-up Вера", "ru", _taps(**ALMATY, who="two", where="skip", when="now")),
    ),
    (
        Person("Made-up Ержан", "kk", ("Алматы, әкемді үйдің алдынан алып кетті",)),
        Person(
            "Made-up Kate",
            "en",
            ("Almaty: they are putting people into a bus near the theatre, about twenty people",),
        ),
        Person(
            "Made-up Ирина", "ru", _taps(**ALMATY, who="several", where="возле театра, у входа", when="now")
        ),
        Person("Made-up Данияр", "ru", ("Задержали подругу, она не берёт трубку", _on("place", "almaty"))),
        Person("Made-up Гүлнар", "kk", _taps(situation="missing", place="almaty", who="one", where="skip")),
    ),
    (
        Person("Made-up Лаура", "ru", ("Алматы, забрали мальчика 15 лет, он шёл домой с тренировки",)),
        Person("Made-up Бекзат", "kk", ("Алматыда достарымды ұстады, төртеуі де бір көлікте",)),
        Person("Made-up Виктор", "ru", (START, _on("situation", "other"), HERE, PHOTO)),
        Person("Made-up Dina", "en", _taps(**ALMATY, who="three", where="skip", when="hour", ongoing="yes")),
        Person("Made-up Асхат", "kk", _taps(**ALMATY, who="two", where="саябақтың қасында")),
    ),
    (
        Person(
            "Made-up Камила",
            "ru",
            ("Алматы, нас везут в автобусе, человек пятнадцать, у нас сейчас заберут телефоны",),
            shown=True,
        ),
        Person("Made-up Серік", "kk", ("Алматы, інімді аялдамадан алып кетті, ол студент",)),
        Person(
            "Made-up Anna", "en", ("Almaty, my colleague was detained near the old park, he is a journalist",)
        ),
        Person("Made-up Рустам", "ru", _taps(**ALMATY, who="one", where="skip", when="now", ongoing="yes")),
        Person("Made-up Жанар", "kk", (START, _on("situation", "me"), HERE, _on("who", "one"))),
    ),
    (
        Person("Made-up Павел", "ru", ("Алматы, друга ударили и увезли, у него разбита голова, он ранен",)),
        Person("Made-up Мөлдір", "kk", ("Алматыда, театрдың жанында студенттерді автобусқа мінгізіп жатыр",)),
        Person(
            "Made-up Tim", "en", _taps(situation="blocked", place="almaty", where="in the yard of our house")
        ),
        Person("Made-up Алия", "ru", ("Алматы, базар, задержали двух продавцов", PHOTO)),
        Person("Made-up Қанат", "kk", _taps(**ALMATY, who="unknown", where="skip")),
    ),
    (
        Person("Made-up Мадина", "ru", ("Астана, у вокзала задержали двух человек",), "Astana"),
        Person("Made-up Арман", "kk", ("Астанада, алаңда бес адамды ұстап әкетті",), "Astana"),
        Person(
            "Made-up Зарина",
            "ru",
            _taps(situation="other", place="astana", who="one", where="skip"),
            "Astana",
        ),
        Person("Made-up Бахыт", "kk", ("Шымкентте, базарда үш адамды ұстап әкетті",), "Shymkent"),
        Person("Made-up Eva", "en", ("Almaty, two people were taken from the bus stop by the theatre",)),
    ),
    (
        Person("Made-up Наталья", "ru", ("Алматы, во дворе у рынка забрали соседа, его зовут Марат",)),
        Person("Made-up Евгений", "ru", ("Алматы, во дворе у рынка забрали нашего соседа Марата",)),
        Person("Made-up Тоқтар", "kk", ("Алматыда інімді ұстап әкетті", "Алматыда інімді ұстап әкетті")),
        Person("Made-up Ақбота", "kk", _taps(**ALMATY, who="one", where="аялдаманың жанында", when="now")),
        Person("Made-up Лев", "ru", (START, _on("situation", "other"), HERE, _on("who", "two"))),
    ),
    (
        Person("Made-up Әсел", "kk", ("Алматы, саябақтан апамды алып кетті, ол жалғыз еді",)),
        Person("Made-up Sara", "en", _taps(**ALMATY, who="several", where="skip", when="now")),
        Person("Made-up Георгий", "ru", ("Алматы, у театра ещё один автобус, везут человек тридцать",)),
        Person("Made-up Меруерт", "kk", _taps(situation="missing", place="almaty", who="one", where="skip")),
        Person("Made-up Инна", "ru", ("Алматы, моего мужа задержали у рынка, он ничего не сделал",)),
    ),
)

# After the wave of this number (from 1) a member does something with their most urgent offer, or with a board.
REACTIONS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("ruslan", "accept"),),
    3: (("alma", "accept"),),
    4: (("ruslan", "accept"),),
    5: (("alma", "decline"), ("ruslan", "accept")),
    6: (("alma", "accept"), ("saule", "accept")),
    8: (("ruslan", "accept"), ("dana", "incident")),
}
