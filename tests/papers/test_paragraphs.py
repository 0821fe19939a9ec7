"""Each paragraph that has a fact stands in a paper with it and not without, in both languages."""

import pytest

from tests.papers.made_up import ADMINISTRATIVE, CRIMINAL, FACTS, LANGUAGES
from tests.papers.plainly import said
from tests.papers.test_domestic import HOME, OVERRUN, UNKNOWN, in_each_language

CRIME, OFFENCE = "detention.is_criminal", "detention.is_administrative"
CODES = {
    "ru": ("Уголовно-процессуального", "об административных"),
    "kk": ("Қылмыстық-процестік", "Әкімшілік құқық"),
}
# By paper: the facts ("overrun": all of it, "-" what of it is not so) and how the paragraph begins. Beside the facts only
# what each such paper must have is known.
PARAGRAPHS = {
    "demand_for_release": [
        ("detention.delivered", "Время доставления:", "Жеткізілген уақыты:"),
        ("overrun.is_criminal", "Если к окончанию срока решение суда не поступило", "Мерзім аяқталғанға дейін сот шешімі"),
        ("overrun.is_criminal", "2. При освобождении выдать справку", "2. Босатқан кезде кім"),
        ("overrun.is_administrative", "Срок административного задержания", "Мұндай жағдайда әкімшілік ұстау"),
        ("overrun.is_administrative", "2. Вручить копии", "2. Ұстау туралы хаттаманың"),
    ],
    "detention_complaint": [
        ("detention.by", "Кто задержал:", "Кім ұстады:"),
        ("detention.article", "Названная статья:", "Аталған бап:"),
        ("overrun", "Срок задержания для этого случая:", "Мұндай жағдайда ұстау мерзімі:"),
        ("grounds.protocol_unseen", "Протокол задержания защитнику не", "Ұстау хаттамасы қорғаушыға"),
        ("grounds.protocol_late detention.protocol", "Протокол задержания составлен", "Ұстау хаттамасы жасалған уақыт"),
        ("grounds.times_differ", "Указанные времена не согласуются", "Көрсетілген уақыттар бір-біріне"),
        ("grounds.rights_unexplained", "Права задержанному лицу не", "Ұсталған адамға құқықтары"),
        ("grounds.counsel_refused", "Защитник к задержанному лицу не", "Қорғаушы ұсталған адаммен"),
        ("grounds.counsel_refused", "4. Немедленно обеспечить встречу", "4. Қорғаушымен оңаша кездесуді"),
        ("grounds.no_private_talk", "Встреча с защитником наедине не", "Қорғаушымен оңаша кездесуге мүмкіндік"),
        ("grounds.relatives_untold", "Родным о задержании не", "Туыстарына ұсталғаны туралы"),
        ("grounds.no_phone_notice", "В протоколе нет времени и способа", "Хаттамада телефонмен"),
        ("grounds.no_medical", "Медицинское освидетельствование к", "Хаттамаға медициналық куәландыру"),
        ("grounds.no_medical", "4. Немедленно провести медицинское", "4. Дереу медициналық"),
        ("grounds.no_medical grounds.no_private_talk", "5. Немедленно провести медицинское", "5. Дереу медициналық"),
        ("grounds.ill_treatment", "Есть сообщение о жестоком", "Қатыгез қарым-қатынас туралы"),
        ("person.is_minor", "Задержанное лицо не достигло", "Ұсталған адам кәмелетке"),
        ("grounds.parents_untold", "Родителям не сообщено", "Ата-анасына хабарланбаған"),
        ("grounds.embassy_untold person.is_foreigner person.nationality", "Посольству не", "Елшілікке хабарланбаған"),
        ("grounds.copies_refused", "В выдаче копий документов", "Құжаттардың көшірмелері"),
        ("detention.is_administrative", "Основание: часть 6 статьи 785", "Негіздеме: Әкімшілік"),
        ("detention.is_criminal", "Основание: статья 100", "Негіздеме: Қылмыстық"),
    ],
    "torture_complaint": [
        ("detention.by", "Кто произвёл задержание:", "Кім ұстады:"),
        ("injuries", "Телесные повреждения", "Дене жарақаттары"),
        ("medical", "Медицинская помощь и осмотр:", "Медициналық көмек"),
        ("grounds.no_medical", "Медицинское освидетельствование к", "Ұстау хаттамасына медициналық"),
        ("person.is_minor", "Лицо не достигло", "Адам кәмелетке толмаған"),
    ],
    "judge_complaint": [
        ("steps", "Обращения до этой жалобы:", "Осы шағымға дейінгі өтініштер:"),
        ("overrun", "Срок задержания для этого случая:", "Мұндай жағдайда ұстау мерзімі:"),
        ("grounds.counsel_refused", "Защитник к задержанному лицу не", "Қорғаушы ұсталған адаммен"),
        ("grounds.registration_refused", "В регистрации жалобы отказано", "Шағымды тіркеуден бас тартылған"),
        ("detention.is_held overrun.is_criminal", "4. Немедленно освободить", "4. "),
    ],
    "remand_appeal": [
        ("remand.measure", "Решение суда:", "Соттың шешімі:"),
        ("overrun", "Срок задержания без решения суда для", "Мұндай жағдайда сот шешімінсіз"),
        ("grounds.no_private_talk", "Встреча с защитником наедине не", "Қорғаушымен оңаша"),
        ("grounds.no_medical", "Медицинское освидетельствование к", "Ұстау хаттамасына медициналық"),
    ],
    "arrest_appeal": [
        ("detention.is_held detention.station", "Место отбывания ареста:", "Қамақ өтеліп жатқан жер:"),
        ("ruling.copy_on", "Копия постановления вручена:", "Қаулының көшірмесі берілген уақыт:"),
        ("grounds.rights_unexplained", "При задержании права не", "Ұстау кезінде құқықтар"),
        ("person.is_minor", "Лицо не достигло", "Адам кәмелетке толмаған"),
        ("grounds.copies_refused", "В выдаче копий документов", "Құжаттардың көшірмелері"),
    ],
    "administrative_appeal": [
        ("overrun -overrun.is_criminal", "Срок административного задержания для", "Мұндай жағдайда әкімшілік"),
        ("grounds.rights_unexplained", "При задержании права не", "Ұстау кезінде құқықтар"),
        ("grounds.copies_refused", "В выдаче копий документов", "Құжаттардың көшірмелері"),
    ],
    "copies_demand": [
        ("grounds.copies_refused", "В выдаче уже отказано", "Беруден бұған дейін"),
        ("detention.is_criminal", "Для ознакомления протокол", "Танысу үшін"),
    ],
    "whereabouts_complaint": [
        ("person.is_minor", "Лицо не достигло", "Адам кәмелетке толмаған"),
        ("calls", "Запросы по телефону и ответы:", "Телефонмен сұрау және жауаптар:"),
        ("steps", "Письменные обращения:", "Жазбаша өтініштер:"),
    ],
}  # fmt: skip
ROWS = [(id, *row) for id, rows in PARAGRAPHS.items() for row in rows]


def facts_of(words: str) -> frozenset[str]:
    named = set(words.split())
    without = {one.removeprefix("-") for one in named if one.startswith("-")}
    whole = OVERRUN if "overrun" in named else set()
    return frozenset(one for one in named | whole if one != "overrun" and one[0] != "-") - without


def begins(id: str, language: str, known: frozenset[str], start: str) -> bool:
    return any(line.startswith(start) for line in said(HOME[id], language, known).splitlines())


@pytest.mark.parametrize(("id", "words", "ru", "kk"), ROWS)
def test_a_paragraph_stands_with_its_fact_and_not_without(id: str, words: str, ru: str, kk: str) -> None:
    facts = facts_of(words)
    least = frozenset({*HOME[id].required, "paper.time"}) - facts
    for language, start in zip(LANGUAGES, (ru, kk), strict=True):
        assert begins(id, language, least | facts, start)
        assert not begins(id, language, least, start)


@in_each_language
def test_both_sorts_of_papers_are_asked_for_where_the_sort_of_detention_is_not_known(language: str) -> None:
    either = said(HOME["copies_demand"], language, UNKNOWN)
    for regime in (CRIME, OFFENCE):
        one = said(HOME["copies_demand"], language, UNKNOWN | {regime})
        assert set(one.splitlines()) < set(either.splitlines())


@in_each_language
@pytest.mark.parametrize(
    "id", ["demand_for_release", "detention_complaint", "torture_complaint", "copies_demand"]
)
def test_a_paper_argues_from_the_code_by_which_somebody_is_held_and_from_no_other(
    id: str, language: str
) -> None:
    criminal, administrative = CODES[language]
    assert administrative not in said(HOME[id], language, CRIMINAL)
    assert criminal not in said(HOME[id], language, ADMINISTRATIVE)


@in_each_language
def test_a_shown_order_of_a_court_is_not_denied(language: str) -> None:
    kind = HOME["demand_for_release"]
    words = ("Сведений о решении суда", "сот шешімі туралы")[LANGUAGES.index(language)]
    assert words in said(kind, language, CRIMINAL)
    assert words not in said(kind, language, CRIMINAL | {"detention.is_order_shown"})
    assert words not in said(kind, language, ADMINISTRATIVE)  # no order is needed there


@in_each_language
def test_who_may_not_be_named_is_not_and_the_name_can_be_written_in(language: str) -> None:
    kind, name = HOME["whereabouts_complaint"], FACTS["person.name"][LANGUAGES.index(language)]
    assert name in said(kind, language, CRIMINAL)
    without = said(kind, language, CRIMINAL - {"person.is_named"})
    assert name not in without
    assert ("вписать от руки", "қолмен жазылады")[LANGUAGES.index(language)] in without


@in_each_language
def test_an_appeal_has_one_request_the_lawyers_or_ours(language: str) -> None:
    kind = HOME["arrest_appeal"]
    ours = ("отменить постановление и прекратить", "Қаулының күшін жойып")[LANGUAGES.index(language)]
    assert ours not in said(kind, language, ADMINISTRATIVE)
    assert ours in said(kind, language, ADMINISTRATIVE - {"answers.request"})
