"""Which of the three languages a text is in.

Kazakh letters say it at once; without them (a Russian or Latin keyboard) the frequent words and endings do. Words that
two languages share are in neither list.
"""

from bot.core.understanding.plain import LIMIT, listed, plain_words, tokens

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")


_RUSSIAN = plain_words(
    "в во и не на с со из у по за от до для что как это его ее их они мы я он она меня нас мне нам "
    "мой моего мою моя "
    "сегодня вчера сейчас уже еще нет есть был были была когда где кто куда откуда задержали забрали увезли "
    "отпустили арестовали полиция полицейские около возле человек людей утра вечера ночью утром "
    "вечером часов час "
    "помогите суд завтра только что два две двое двоих трое троих пропал пропала телефон номер мужа "
    "сына брата жена "
    "муж сын брат отец мать знаю лет года было нужен нужна помощь адвокат отделение дом дома улица квартиры"
)
_KAZAKH = plain_words(
    "және бүгін кеше қазір ұстап ұстады алып кетті кетіп бар жоқ емес мен мені менің біз бізді бізге "
    "сен сіз ол оны "
    "оның олар оларды адам адамды жерде жатыр жатырмын тұр тұрған болды болған қалай қайда қашан кім "
    "деп де да үшін "
    "керек әлі сағат бұрын бері дейін таңертең кешке түнде қаласы қаласында үйде үйден үй көмектесіңіз көмек "
    "полицейлер полицияға екі үш төрт бес алты жеті сегіз тоғыз жігіт қыз бала балам ағам інім әкем "
    "анам күйеуім "
    "апам әпкем досым жасым жаста сот ертең білмеймін хабар кеткен келді келіп ештеңе шығармай "
    "жіберді босатты "
    "ауданы ауданында көшесі алаңда алаңында күні ғана дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі "
    "жексенбі"
)
_ENGLISH = plain_words(
    "the a an and of in at on to from is are was were be been has have had i me my we us our he him "
    "his she her they "
    "them their it not no near by with since for this that yesterday today police detained arrested "
    "taken took people "
    "brother sister husband wife son please help was who where when ago morning evening night still "
    "under article charged house flat street court trial tomorrow being held "
    "released right now us just about least two three several"
)
_KAZAKH_ENDINGS = listed(
    "лары лері дың дің ның нің нда нде ында інде лап леп қан кен ған ген ыңыз іңіз мыз міз"
)
_RUSSIAN_ENDINGS = listed(
    "ать ить еть ого его ами ями ых их ают уют или али ели ились ция ции ный ная ное ской"
)


def guess_language(text: str) -> str | None:
    """``kk``, ``ru`` or ``en``; None where the words do not tell (a name, a city, digits)."""
    cut = text[:LIMIT]
    letters = sum(c in _KAZAKH_LETTERS for c in cut.lower())
    score = {"kk": 0.0, "ru": 0.0, "en": 0.0}
    words = [t.text for t in tokens(cut) if t.kind == "word"]
    for word in words:
        score["kk"] += (word in _KAZAKH) + (0.5 if len(word) > 4 and word.endswith(_KAZAKH_ENDINGS) else 0)
        score["ru"] += (word in _RUSSIAN) + (0.5 if len(word) > 4 and word.endswith(_RUSSIAN_ENDINGS) else 0)
        score["en"] += word in _ENGLISH
    score["kk"] += letters
    best = max(score, key=lambda language: score[language])
    return best if score[best] > 0 else None
