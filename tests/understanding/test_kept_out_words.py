"""Natural words of lawyers who are kept out, and of lawyers who tell something else."""

import pytest

from core.resources.word_files import load_heard
from core.timeline import TimelineKind
from core.understanding.lawyer_words import harm_told, visit_said

HEARD = load_heard()

KEPT_OUT = [  # not among those of the stories
    ("kk", "кезекші «бізде жоқ» деп тұр"),
    ("kk", "есікті ашпай отыр, қоңырау шалып жатырмын"),
    ("kk", "бір жарым сағат болды, әлі кіргізген жоқ"),
    ("kk", "тергеуші кездесуге бермейді"),
    ("kk", "адвокатсыз-ақ жауап аламыз деп мені шығарып жіберді"),
    ("kk", "таңертең тоғызда келсеңіз дейді"),
    ("kk", "қорғаушыға болмайды деді"),
    ("kk", "жүздесуге мүмкіндік бермей жатыр"),
    ("kk", "мандатымды алмай қойды"),
    ("kk", "рұқсатнама сұрап тұр"),
    ("ru", "стоим под дверью полтора часа, никто не реагирует"),
    ("ru", "меня выставили за дверь"),
    ("ru", "говорят, задержанного тут нет и не было"),
    ("ru", "до конца следственных действий никого не пустят"),
    ("ru", "охрана не пропускает без удостоверения следователя"),
    ("ru", "дежурный отказывается принимать ордер"),
    ("ru", "мне сказали ждать, уже три часа сижу"),
    ("ru", "следователь против, встречу не разрешил"),
    ("ru", "пришла к девяти, а мне говорят приходите после обеда"),
    ("ru", "ни в какую не пускают!!"),
    ("ru", "отрицают что он у них"),
    ("ru", "на кпп развернули обратно"),
    ("en", "still standing outside, nobody opens"),
    ("en", "guard says lawyers aren't permitted at night"),
    ("en", "no access to the detainee so far"),
    ("en", "he is not in their book they say"),
    ("en", "investigator refuses to give me a meeting"),
    ("en", "been here two hours, they keep telling me to wait"),
    ("en", "can't get past the checkpoint"),
    ("en", "asked for some permit I don't need"),
    ("en", "they said try again in the morning"),
    ("en", "desk officer will not take my warrant"),
    ("en", "sent me home, come monday"),
    ("kk", "кіре алмай тұрмын, кілт жоқ дейді"),
    ("kk", "бізде ондайлар жоқ деп жауап берді"),
    ("kk", "сағат екіден бері есік алдында тұрмын"),
    ("kk", "жұмада кел деді"),
    ("kk", "мені бөлімнен шығарып тастады"),
    ("kk", "қарауындағы адаммен сөйлесуге рұқсат етпеді"),
    ("kk", "прокурордың рұқсатынсыз болмайды дейді"),
    ("kk", "телефонды да көтермейді, есікті де ашпайды"),
    ("ru", "не могу попасть внутрь, охрана не реагирует"),
    ("ru", "дежурный послал меня к начальнику, тот на совещании, жду второй час"),
    ("ru", "сказали что адвоката он не просил и не пустили"),
    ("ru", "в здание не пускают вообще никого"),
    ("ru", "мне отказано во встрече"),
    ("ru", "говорят сначала опросят, потом адвокат"),
    ("ru", "в райотделе никого из задержанных якобы нет"),
    ("ru", "прогнали от ворот"),
    ("ru", "ордер смотреть не стали"),
    ("en", "duty officer says no lawyer before the protocol is signed"),
    ("en", "the police say he's not here"),
    ("en", "still no access, third hour"),
    ("en", "they took my papers and told me to wait outside"),
    ("en", "not being let through to him"),
    ("en", "told there is no such detainee"),
    ("en", "guard shut the door in my face"),
    ("en", "refusing to accept my order"),
]
ELSE = [  # nobody is kept out
    ("ru", "жалоб нет, состояние нормальное"),
    ("ru", "Поговорил с ним, показаний не давал, от подписи отказался"),
    ("ru", "протокол ещё не составили"),
    ("ru", "дверь открыли, зашёл"),
    ("ru", "сказал матери прийти завтра с передачей"),
    ("ru", "буду у отдела в 15:00"),
    ("ru", "завтра приду ещё раз утром"),
    ("ru", "нужна доверенность от семьи"),
    ("ru", "переводчика нет, заявил ходатайство"),
    ("ru", "следователь обещал копию протокола"),
    ("ru", "у него с собой нет документов"),
    ("ru", "жду дежурного"),
    ("ru", "жду вас у входа"),
    ("ru", "суд завтра в 10:00, Бостандыкский"),
    ("ru", "отказ от показаний по 77 статье"),
    ("ru", "он просит позвонить жене, говорит всё нормально"),
    ("ru", "мать говорит, её не пустили"),
    ("ru", "подзащитный отказался от дачи показаний"),
    ("ru", "свидание состоялось, конфиденциально"),
    ("ru", "пустили сразу, без ордера даже"),
    ("ru", "связи нет, напишу позже"),
    ("ru", "его перевели в ИВС"),
    ("ru", "адвокат по назначению уже был, я вступил в дело"),
    ("ru", "нас двое, второй адвокат едет"),
    ("ru", "ходатайство отклонили"),
    ("ru", "заседание закрытое, родственников не пускают"),
    ("ru", "договорились встретиться завтра утром"),
    ("ru", "забрали телефон, не отдают"),
    ("ru", "если не пустят, напишу жалобу"),
    ("ru", "вещи не отдают"),
    ("en", "he refused to sign the protocol"),
    ("en", "he denies that he took part"),
    ("en", "they don't have any evidence"),
    ("en", "I told her to come tomorrow with the passport"),
    ("en", "hearing tomorrow at 10, Bostandyk court"),
    ("en", "we need a power of attorney from the family"),
    ("en", "spoke with him for an hour, he is fine"),
    ("en", "waiting for the duty officer"),
    ("en", "he has no complaints"),
    ("en", "the second lawyer is on his way"),
    ("en", "I'll come back tomorrow morning"),
    ("en", "they let me in right away"),
    ("en", "no translator here, I asked for one"),
    ("en", "the investigator will call me later"),
    ("en", "she is not injured"),
    ("en", "got a copy of the protocol, not signed"),
    ("en", "court is closed on sunday"),
    ("en", "he asked for a lawyer from legal aid"),
    ("en", "two people are still inside, the others left"),
    ("en", "please ask the family for his medicine"),
    ("kk", "шағымы жоқ, жағдайы жақсы"),
    ("kk", "хаттамаға қол қойған жоқ"),
    ("kk", "анасына ертең келсін деп айттым"),
    ("kk", "ертең қайта келемін"),
    ("kk", "сот ертең сағат онда"),
    ("kk", "аудармашы жоқ, өтініш бердім"),
    ("kk", "тергеушімен сөйлестім, хаттама дайын емес"),
    ("kk", "отбасынан құжат керек"),
    ("kk", "кіргізді, сөйлесіп шықтым"),
    ("kk", "телефонын алып қойған"),
    ("kk", "ұрған жоқ дейді"),
    ("kk", "өзі айыбын мойындамайды"),
    ("kk", "кезекшіні күтіп тұрмын"),
    ("kk", "екінші адвокат жолда"),
    ("kk", "барлығы тоғыз адам"),
]


@pytest.mark.parametrize(("language", "text"), KEPT_OUT)
def test_a_lawyer_is_kept_out(language: str, text: str) -> None:
    said = visit_said(text, HEARD, language)
    assert said is not None
    assert said.act is TimelineKind.REFUSED


@pytest.mark.parametrize(("language", "text"), ELSE)
def test_something_else_is_told(language: str, text: str) -> None:
    said = visit_said(text, HEARD, language)
    assert said is None or said.act is not TimelineKind.REFUSED
    assert not harm_told(text, HEARD)


@pytest.mark.parametrize(
    "text",
    [
        "не пустили. что мне делать?",
        "not let in. should I call the prosecutor?",
        "кіргізбей жатыр. не істейін?",
        "дежурный ушёл " + "и пришёл " * 40 + ", дверь заперта",
    ],
)
def test_a_question_or_many_words_beside_it_hide_nothing(text: str) -> None:
    said = visit_said(text, HEARD)
    assert said is not None
    assert said.act is TimelineKind.REFUSED


@pytest.mark.parametrize(
    "text", ["не пустили?", "если не пустят, напишу жалобу", "the mother was not let in"]
)
def test_what_is_asked_supposed_or_of_others_is_not_believed(text: str) -> None:
    assert visit_said(text, HEARD) is None
