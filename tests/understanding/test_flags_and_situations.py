"""Urgent flags (A6), situations (A1), what goes on, who tells it (A7), and the language."""

import pytest

from core.resources.word_files import load_heard
from core.understanding import (
    guess_language,
    understand_flags,
    understand_ongoing,
    understand_situation,
)
from core.understanding.language import heard_sentence
from core.understanding.plain import readable
from core.understanding.situations import link_of

HEARD = load_heard()

FLAGS = {
    "minor": "ему 15 он в отделе один | he is 16 and they shout at him | сыну 14 его увели | он в 9 классе | "
    "9-сынып оқушысы | девятиклассника забрали | he's in 8th grade | one of them is 16 | "
    "took two kids | ему 17 лет | 15 жаста | 15 жасында | a school pupil | несовершеннолетний | кәмелетке толмаған | "
    "среди них ребёнок | с ней маленький ребенок | one of them is a child | араларында бала бар | "
    "парня лет 16 | 16-летнюю | a 15-year-old boy | он пятнадцати лет | оқушы",
    "injured": "его избили | в крови | жарақат алды | ұрып жатыр | he is injured | дубинками били по ногам | "
    "руку сломали | нос разбит | хромает | сидит весь в синяках | не может встать | мұрнынан қан кетіп жатыр | "
    "полицейлер сабап тастады | cops beat him | his arm is broken | he has bruises | they were beaten | без сознания | "
    "im hurt | they hurt me | he fainted | басым жарылды",
    "medicine": "ему плохо с сердцем | ему плохо сердце | ей очень плохо | одному стало плохо | "
    "она сердечница | он диабетик | нужен инсулин | нет лекарств | дәрі керек | таблетки не дают | "
    "дәрісін бермей жатыр | ингалятор дома остался | эпилепсия у него | инсулин таусылды | қант диабетімен ауырады | "
    "он без ингалятора | he has a heart condition | "
    "they won't give him his pills | his inhaler is at home | needs her insulin | у нее астма",
    "pregnant": "она беременна | на шестом месяце | жена ждет ребенка | in her sixth month | "
    "босануға жақын | жүкті әйел | she is pregnant",
    "elderly": "ей 67 лет | 60 лет | анам 70 жаста | пенсионер | зейнеткер | an elderly man | he is 71 years old",
    "alone": "она одна дома | жалғыз қалды | she is alone",
    "phone": "у обоих забрали телефоны | требуют пароль от телефона | телефонын тартып алды | "
    "phones taken | they want his phone password | "
    "сейчас заберут телефон | телефонымды алып жатыр | they are taking my phone | отбирают телефоны",
    "journalist": "он журналист | тілші | a reporter",
    "defender": "правозащитник | құқық қорғаушы | a human rights defender",
}
NO_FLAG = (
    "его не били | он не избит | ұрған жоқ | they did not beat him | не хромает | стучат в дверь руками | дәріхана | "
    "дайте номер телефона адвоката | телефонға жауап бермейді | he took me to a cell | wives with children at the gate | "
    "мать с тремя детьми дома | the due date of the fine | приступили к обыску | he is not sick | "
    "не журналист | никто не ранен | жарақат жоқ | журналист емес | "
    "раненых нет | nobody is injured | he is not a journalist | "
    "i'm not hurt | у меня дети дома | the kids are with me at home | "
    "18 лет | 59 лет | 15 лет тюрьмы | 5 лет назад | работает 10 лет | дали 15 лет | "
    "телефон не отвечает | дом 17 | он не правозащитник | летний день | если его избили"
)


@pytest.mark.parametrize(("flag", "words"), [(f, w) for f, all_ in FLAGS.items() for w in all_.split(" | ")])
def test_a_flag_is_raised_by_its_words(flag: str, words: str) -> None:
    assert understand_flags(words, HEARD) == {flag}


@pytest.mark.parametrize("words", NO_FLAG.split(" | "))
def test_a_flag_is_not_raised_by_what_denies_it_or_is_something_else(words: str) -> None:
    assert understand_flags(words, HEARD) == frozenset()


SITUATIONS = {
    "me": "меня задержали | мені ұстап кетті | нас везут в рувд | I was arrested | мы в автозаке | бізді ұстады | "
    "они держат меня | меня и брата забрали",
    "other": "мужа задержали | у меня сына забрали | оны ұстап кетті | he was detained | видел как задержали двоих | "
    "задержали, завтра суд | еще не отпустили | әлі босатқан жоқ | not released yet | обыск у соседки | "
    "the lawyers were not allowed in | омон бьет | менты пинают | my uncle was hit | they are hitting the neighbour | "
    "его переарестовали | інімді взяли",
    "blocked": "не выпускают из дома | остановили на трассе | үйден шығармай жатыр | won't let me leave | "
    "жолда тоқтатты | police at my door",
    "missing": "пропал, телефон не отвечает | не могу найти сына | жоғалып кетті | she is missing | үйге келмеді | "
    "муж пропал без вести | баламды жоғалтып алдым",
    "trial": "суд будет завтра | уголовное дело | ертең сот болады | қылмыстық іс | her trial is tomorrow",
    "over": "отпустили уже | его освободили | босатты | they released him | меня задержали и отпустили",
    "saw": "следят за мной | аңдып жүр | we are being followed | видела много полиции",
}
UNCLEAR = (
    "привет | сәлем | hello | Алматы | меня не задержали | никого не задержали | если меня задержат | 5 | спасибо | "
    "кодымды жоғалттым | ұрып тастайды деп қорқамын | I am afraid they will beat me"
)


@pytest.mark.parametrize(
    ("situation", "words"), [(s, w) for s, all_ in SITUATIONS.items() for w in all_.split(" | ")]
)
def test_words_say_what_happened(situation: str, words: str) -> None:
    assert understand_situation(words, HEARD) == situation


@pytest.mark.parametrize("words", UNCLEAR.split(" | "))
def test_what_happened_is_not_invented(words: str) -> None:
    assert understand_situation(words, HEARD) is None


@pytest.mark.parametrize(
    ("words", "ongoing"),
    [
        ("до сих пор держат", "yes"),
        ("әлі босатқан жоқ", "yes"),
        ("still inside", "yes"),
        ("двоих отпустили, одного еще держат", "yes"),
        ("уже отпустили", "no"),
        ("босатты", "no"),
        ("he was released", "no"),
        ("задержали вчера", None),
    ],
)
def test_words_say_whether_it_goes_on(words: str, ongoing: str | None) -> None:
    assert understand_ongoing(words, HEARD) == ongoing


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("меня задержали", "self"),
        ("моего мужа забрали", "relative"),
        ("инімді ұстады", "relative"),
        ("my son was taken", "relative"),
        ("я видел как забрали двоих", "witness"),
        ("өзім көрдім", "witness"),
        ("наш сотрудник задержан", "colleague"),
        ("әріптесімді ұстады", "colleague"),
        ("I am his lawyer", "lawyer"),
        ("мой подзащитный в изоляторе", "lawyer"),
        ("моего друга забрали", "other"),
        ("досымды ұстады", "other"),
        ("задержали двоих", None),
    ],
)
def test_words_say_who_tells_it(words: str, link: str | None) -> None:
    said = heard_sentence(readable(words), HEARD)
    assert link_of(said, understand_situation(words, HEARD), HEARD) == link


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("кеше ұстап кетті", "kk"),
        ("кеше устап кетти калада", "kk"),
        ("бугин екi адамды алып кетти", "kk"),
        ("вчера задержали мужа", "ru"),
        ("помогите", "ru"),
        ("my husband was taken", "en"),
        ("Алматы", None),
        ("12345", None),
        ("😀", None),
        ("", None),
    ],
)
def test_the_language_is_guessed_from_the_words(text: str, language: str | None) -> None:
    assert guess_language(text, HEARD) == language
