"""What makes a case urgent (A6), from words. Ages speak too: under 18 is a minor, 60 and over is elderly.

"phone" (about to be taken) silences a chat, so it is read strictly: only what is happening or about to happen.
"""

from bot.core.understanding.numbers import LOCATIVE, number_at, skip_ending
from bot.core.understanding.phrases import compile_table, says
from bot.core.understanding.plain import Token, plain_words, readable, sentence, tokens

ADULT, ELDERLY = 18, 60  # years

FLAGS = compile_table(
    {
        "minor": """
            несовершеннолет*
            школьни*
            школьниц*
            подрост*
            с ребенком|детьми
            ребенка ~ забрали|задержали|увезли|увели
            забрали|задержали|увезли|увели ~ ребенка|детей
            ученик|ученика|ученица|ученицу ~ школы|класса
            кәмелетке толмаған*
            кәмелет жасына толмаған*
            оқушы*
            жасөспірім*
            minor|minors|underage|teenager|teenagers|schoolboy|schoolgirl|child|children
            school pupil|pupils|student|kid|kids
        """,
        "injured": """
            ранен|ранена|ранены|раненый|раненые|раненых|ранили|ранения
            избит*
            избил*
            избива*
            бьют
            били ~ дубинками|ногами
            били его|ее|их|меня|нас|всех|ногами|дубинками|руками|сильно
            его|ее|их|меня|нас|всех|сильно били
            в крови
            кровь
            кровотеч*
            травм*
            сломал* ~ руку|ногу|ребра|ребро|нос
            разбил* ~ голову|нос|лицо
            без сознания
            перелом*
            жарақат*
            жараланған*|жараланды|жараланып
            жаралы
            ұрып|сабап ~ жатыр|тастады|кетті|жіберді|салды|жатқан
            ұрды
            сабады
            соққыға жығ*
            қан ~ ағып|кетіп
            басын жарып|жарды
            есінен танып|танды|танған
            injured|wounded|bleeding|beaten|unconscious
            hurt badly
            badly|is|are|was|got hurt
            beating ~ people|him|her|them|us|everyone
            beat|beating|hit him|her|them|me|us
            broken arm|leg|nose|rib|ribs
            broke his|her|my arm|leg|nose|ribs
        """,
        "medicine": """
            нет|без инсулин*|лекарств*|таблет*|ингалятор*
            инсулин|дәрі|дәрісі ~ жоқ
            диабет*
            инсулин*
            астма*
            астмой
            эпилепси*
            эпилептик*
            ингалятор*
            нужн*|нужен ~ лекарств*|таблет*|укол*
            лекарств* ~ нужн*|кончил*|закончил*|каждый|принима*
            пьет|принимает ~ таблетки|лекарства
            сердечник*
            больное сердце
            сердце больное
            гипертоник*
            дәрісіз
            дәрі* ~ керек|ішеді|ішу|алуы
            қант ауруы
            жүрегі ауыр*
            insulin|diabetic|diabetes|asthma|asthmatic|epilepsy|epileptic|inhaler
            need|needs|without ~ medicine|medication|pills|meds
        """,
        "pregnant": """
            беременн*
            она|жена в положении
            жүкті*
            екіқабат*
            аяғы ауыр
            pregnant
        """,
        "elderly": """
            пенсионер*
            пожил*
            старик*
            старуш*
            бабушк*
            дедушк*
            зейнеткер*
            қарт кісі|адам|ана
            қария*
            қариян*
            ақсақал*
            elderly|pensioner|pensioners|grandmother|grandfather|grandma|grandpa
            old man|woman|lady
        """,
        "alone": """
            он|она|я|там|совсем|осталась|остался|дома один|одна
            один|одна ~ дома|камере|квартире|здесь|тут
            жалғыз|жалғызбын|жалғызым
            alone
            by myself|himself|herself
        """,
        "phone": """
            забира*|отбира*|отнима*|вырыва*|изыма*|заберут|отберут|отнимут|изымут ~ телефон*
            телефон|телефоны|телефона ~ забира*|отбира*|отнима*|изыма*|заберут|отберут|отнимут
            могут ~ забрать|отобрать ~ телефон*
            телефон|телефоны ~ могут забрать|отобрать
            телефон* ~ алып|тартып ~ жатыр|жатр|қояды|қоймақшы|алмақшы|алайын
            телефон* алып ~ қояды|жатыр|жатр
            телефон* алады|алмақшы|алайын
            телефон* тартып алып|алады|алмақ*
            taking ~ phone|phones
            take|grab|seize my|our|the phone|phones
            phone|phones ~ will be|being taken
            phone|phones about to be taken
        """,
        "journalist": """
            журналист*
            репортер*
            корреспондент*
            тілші*
            journalist|journalists
            reporter|reporters|correspondent
        """,
        "defender": """
            правозащит*
            құқық қорғаушы*
            құқыққорғаушы*
            human rights defender|defenders|activist|activists|worker|lawyer
            rights defender|defenders
        """,
    }
)

_AGE_WORDS = ("лет", "год", "жаста", "жасар", "жасинда", "жасында", "year", "years", "yo", "y")
_AGE_AFTER = plain_words("ему ей мне aged age жасы жасым возраст")
_ONLY = plain_words("только всего лишь only just небәрі")
_NOT_AGES = plain_words(
    "назад тюрьмы колонии лишения строгого общего режима ареста срока срок дали приговор приговорили "
    "осудили получил на за уже работаю работает работал живу живет стаж опыт вместе ago prison jail "
    "sentence sentenced "
    "years' in for бұрын түрме түрмеге істеген"
)


def understand_flags(text: str) -> frozenset[str]:
    """The flags of A6 that the words raise: the ids of :data:`FLAGS`."""
    shown = readable(text)
    said = sentence(shown)
    flags = {flag for flag, pattern in FLAGS.items() if says(pattern, said)}
    for age in ages(tokens(shown)):
        if age < ADULT:
            flags.add("minor")
        if age >= ELDERLY:
            flags.add("elderly")
    return frozenset(flags)


def ages(line: tuple[Token, ...]) -> list[int]:
    """Ages that the tokens name: "17 лет", "15 жаста", "16-year-old", "ему 17"; terms of prison and "ago" are none."""
    found = []
    for i in range(len(line)):
        number = number_at(line, i)
        if number is None or not 0 < number[0] <= 110 or _part_of_number(line, i):
            continue
        age, j = number
        j = skip_ending(line, j)[1]
        j += j < len(line) and (line[j].text == "-" or line[j].text in LOCATIVE)
        if _is_age(line, i, j):
            found.append(age)
    return found


def _is_age(line: tuple[Token, ...], i: int, j: int) -> bool:
    after = line[j].text if j < len(line) else ""
    near = {t.text for t in (*line[max(0, i - 2) : i], *line[j + 1 : j + 3])}
    if after.startswith(_AGE_WORDS[:5]):
        return near.isdisjoint(_NOT_AGES)
    if after in _AGE_WORDS:
        return after == "yo" or "old" in near or "o" in near
    if i > 1 and line[i - 1].text == "лет" and line[i - 2].kind != "number":  # "парня лет 17"
        return True
    i -= i > 0 and line[i - 1].text in _ONLY  # "ему только 17"
    alone = j >= len(line) or line[j].kind in ("mark", "line")
    return alone and i > 0 and line[i - 1].text in _AGE_AFTER


def _part_of_number(line: tuple[Token, ...], i: int) -> bool:
    """Whether the number is the unit of one that was read at the token before ("двадцать пять")."""
    before = number_at(line, i - 1) if i else None
    return before is not None and before[1] > i
