"""The clock's vocabulary in three languages, natural spelling; folded when the tables are built.

Keys of lookups are *loose*: plain, and ы as и, because people without Kazakh letters write either for і. Kazakh words
are stems here and take their case endings by rule; Russian and English forms are listed.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.understanding.plain import listed, plain, plain_words

T = TypeVar("T")


def loose(word: str) -> str:
    """The key under which a plain word is looked up."""
    return word.replace("ы", "и")


def loose_words(listed: str) -> frozenset[str]:
    """The loose words of a list with spaces between."""
    return frozenset(loose(plain(listed)).split())


def _table(lines: Mapping[T, str]) -> dict[tuple[str, ...], T]:
    return {
        tuple(loose(plain(phrase)).split()): value
        for value, line in lines.items()
        for phrase in line.split(", ")
    }


def _kazakh(stems: str, endings: Iterable[str]) -> str:
    return ", ".join(f"{stem}{end}" for stem in stems.split(", ") for end in ("", *endings))


_CASES = listed(
    "да де та те дан ден тан тен нан нен ға ге қа ке ның нің дың дің тың тің ғы гі дағы дегі тағы тегі"
)

# Days counted from today.
DAYS = _table(
    {
        0: "сегодня, сегодняшний, сегодняшнего дня, севодня, сегоня, седня, сёдня, бүгін, бугын, бүгінгі, бүгіннен, "
        "today",
        -1: "вчера, вчерась, вчра, вчерашний, вчерашнего дня, вчерашнего, вчерашней, кеше, кешеден, кешегі, кешегіден, "
        "yesterday, yestarday, yday",
        -2: "позавчера, позовчера, алдыңгүні, алдыңғы күні, алдыңғы күннен, бұрнағы күні, бұрнагүні, арғы күні, "
        "day before yesterday, the day before yesterday",
        1: "завтра, ертең, tomorrow",
        2: "послезавтра, бүрсігүні, day after tomorrow",
    }
)

WEEKDAYS = _table(
    {
        0: "понедельник, понедельника, понедельнику, monday, mondays, " + _kazakh("дүйсенбі", _CASES),
        1: "вторник, вторника, вторнику, tuesday, " + _kazakh("сейсенбі", _CASES),
        2: "среда, среду, среды, среде, wednesday, " + _kazakh("сәрсенбі", _CASES),
        3: "четверг, четверга, четвергу, thursday, " + _kazakh("бейсенбі", _CASES),
        4: "пятница, пятницу, пятницы, пятнице, friday, " + _kazakh("жұма", _CASES),
        5: "суббота, субботу, субботы, субботе, saturday, " + _kazakh("сенбі", _CASES),
        6: "воскресенье, воскресенья, воскресенью, воскресение, sunday, " + _kazakh("жексенбі", _CASES),
    }
)

_KAZAKH_MONTHS = listed("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан")
_RUSSIAN_MONTHS = (
    "январь, января, январе",
    "февраль, февраля, феврале",
    "март, марта, марте",
    "апрель, апреля, апреле",
    "май, мая, мае",
    "июнь, июня, июне",
    "июль, июля, июле",
    "август, августа, августе",
    "сентябрь, сентября, сентябре",
    "октябрь, октября, октябре",
    "ноябрь, ноября, ноябре",
    "декабрь, декабря, декабре",
)
_ENGLISH_MONTHS = listed(
    "january february march april may june july august september october november december"
)
_POSSESSED = ("ы", "і", "ында", "інде", "ынан", "інен", "ының", "інің")  # "18 тамызында", "қыркүйегінде"
MONTHS = _table(
    {
        i: f"{russian}, {english}, {_kazakh(kazakh, (*_CASES, *_POSSESSED))}"
        for i, (russian, english, kazakh) in enumerate(
            zip(_RUSSIAN_MONTHS, _ENGLISH_MONTHS, _KAZAKH_MONTHS, strict=True), 1
        )
    }
    | {9: _kazakh("қыркүйек", _CASES) + ", " + _kazakh("қыркүйег", _POSSESSED)}
)
MONTHS |= _table(
    {
        i: f"{russian}, {english}"
        for i, (russian, english) in enumerate(zip(_RUSSIAN_MONTHS, _ENGLISH_MONTHS, strict=True), 1)
    }
)
# Short names count only beside the number of a day: "18 сен", "Sep 18".
SHORT_MONTHS = _table(
    {
        1: "янв, jan",
        2: "фев, февр, feb",
        3: "мар, mar",
        4: "апр, apr",
        5: "май, may",
        6: "июн, jun",
        7: "июл, jul",
        8: "авг, aug",
        9: "сен, сент, sep, sept",
        10: "окт, oct",
        11: "ноя, нояб, nov",
        12: "дек, dec",
    }
)

# Parts of the day said on their own.
PARTS = _table(
    {
        "night": "ночью, ночь, ночи, посреди ночи, at night, night, overnight, түнде, түні, түннен, түн ішінде",
        "morning": "утром, утра, утро, утречком, с утра, под утро, на рассвете, рано утром, in the morning, morning, "
        "at dawn, таңертең, таңертен, таңнан, таң ата, таң сәріде, таңғы уақытта, ертемен",
        "afternoon": "днем, после обеда, in the afternoon, afternoon, күндіз, түстен кейін, түстен соң",
        "evening": "вечером, вечер, вечера, вечерком, под вечер, in the evening, evening, tonight, кешке, кешкісін, "
        "кешқұрым, кештен, кешкілік",
    }
)
# Parts said with an hour: "7 утра", "кешкі 9-да", "7 am".
HOUR_PARTS = _table(
    {
        "night": "ночи, в ночи, at night, түнгі, түн ортасы",
        "morning": "утра, am, a m, in the morning, таңғы, таңертеңгі, таңертең, таң",
        "afternoon": "дня, после обеда, днем, in the afternoon, күндізгі, түскі, түстен кейін, түстен кейінгі",
        "evening": "вечера, вечером, in the evening, кешкі, кешке, кештің",
        "pm": "pm, p m",
    }
)
# Hours that have a name. Lunch is an estimate, and so its hour is.
NAMED_HOURS = _table(
    {
        12: "полдень, в полдень, noon, midday, at noon, тал түсте, талтүсте, түсте, түс кезінде, түс мезгілінде, "
        "обед, в обед, "
        "обеде, обеда, lunchtime, lunch time",
        0: "полночь, в полночь, полуночи, midnight, түн ортасында, түн жарымында",
    }
)
VAGUE_HOURS = plain_words("обед обеде обеда lunchtime lunch тусте тус")

UNITS = _table(
    {
        "minute": "минуту, минута, минуты, минут, мин, минутку, minute, minutes, min, mins, "
        + _kazakh("минут", _CASES),
        "hour": "час, часа, часов, hour, hours, hr, hrs, " + _kazakh("сағат", _CASES),
        "day": "день, дня, дней, сутки, суток, day, days, " + _kazakh("күн", _CASES),
        "week": "неделю, недели, недель, week, weeks, wk, wks, " + _kazakh("апта", _CASES),
        "month": "месяц, месяца, месяцев, month, months, " + _kazakh("ай", _CASES),
        "year": "год, года, лет, year, years, " + _kazakh("жыл", _CASES),
    }
)
AGO = loose_words("назад тому бурын ago back")
NOW = _table(
    {
        "now": "только что, тока что, токо что, just now, жаңа ғана, жаңағана, әлгінде, минуту назад, "
        "пару минут назад, несколько минут назад, бірнеше минут бұрын, a few minutes ago, moments ago",
        "perhaps": "прямо сейчас, right now, дәл қазір, жаңа",  # where nothing else is said
    }
)
HALF_HOURS = _table({30: "полчаса, пол часа, пол часика, жарты сағат, half an hour, half hour, half a hour"})
FRACTIONS = _table({90: "полтора часа, бір жарым сағат, hour and a half, an hour and a half"})

ABOUT = loose_words(
    "около примерно приблизительно гдето где ориентировочно порядка ближе часов к "
    "about around approximately circa nearly almost шамамен шамасында шамасы жуық кезінде маңында таман қарай"
)
# What may stand before a bare hour.
HOUR_PREPOSITIONS = plain_words("в во с со около к после примерно at since from around about by after")
UNTIL = loose_words("до until till дейін шейін")
LAST_NIGHT = _table({"night": "last night, прошлой ночью, прошлой ночи, өткен түнде, өткен түні"})
# A bare hour after a preposition needs one of these behind it, or the end of a clause, or a verb.
AFTER_HOUR = loose_words(
    "и на у возле около в во из к по под за его ее их меня нас мы я он она они мой моего мою моих "
    "мужа сына дочь "
    "брата сестру жену отца мать маму папу полиция полицейские омон сегодня вчера позавчера двое "
    "троих двоих человек "
    "the they he she we i my his her near in from on police today yesterday and was were till until to"
)
VERB_ENDS = listed("ли ла ло лись лся лась ют ут ят ат ет ит ны но")
BIRTH = ("рожд", "родил", "туган", "туил", "born", "dob", "birth")
GREETINGS = ("добр", "кайирли", "good")
ORDINALS = {
    loose(plain(w)): i
    for i, w in enumerate(
        listed(
            "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого "
            "одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого "
            "восемнадцатого девятнадцатого двадцатого"
        ),
        1,
    )
} | {"тридцатого": 30}
ORDINAL_ENDINGS = plain_words("го е ое st nd rd th ого") | {loose(plain(w)) for w in ["ші", "шы"]}
EDGES = loose_words(
    "конце конца концу начале начала середине середины end beginning start late early mid middle "
    "соңында соңы аяғында аяғы басында басы ортасында"
)

_FUZZY = sorted(
    {w for table in (DAYS, WEEKDAYS, MONTHS, PARTS, UNITS) for key in table for w in key if len(w) >= 6}
)
KNOWN = frozenset(
    w
    for table in (
        DAYS,
        WEEKDAYS,
        MONTHS,
        SHORT_MONTHS,
        PARTS,
        HOUR_PARTS,
        NAMED_HOURS,
        UNITS,
        NOW,
        HALF_HOURS,
        FRACTIONS,
    )
    for key in table
    for w in key
)


def spelled(word: str) -> str:
    """The loose word, with one slip of the finger mended if it is long enough to be sure ("сенятбря")."""
    key = loose(word)
    if len(key) < 6 or key in KNOWN:
        return key
    near = process.extractOne(key, _FUZZY, scorer=OSA.distance, score_cutoff=1)
    return key if near is None or near[0][0] != key[0] else near[0]
