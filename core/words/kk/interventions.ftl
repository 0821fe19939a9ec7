# Іс бойынша не жіберілді және не жауап келді: істі толық көретін адам жазады.

button-interventions = ✉️ Жіберілгені
button-all-interventions = ‹ Барлық жіберілгені
button-new-intervention = ➕ Жіберілді
button-intervention = Қағаз
button-answered = Жауап келді
button-no-answer = Жауап жоқ
button-reference = Нөмірі
button-sent-date = Басқа күн
button-due = Жауап мерзімі
button-unregistered = Қабылдамады
button-registered = Тіркелді
button-withdrawn = Кері алынды
button-not-withdrawn = Кері алынған жоқ
interventions-head = ✉️ Жіберілгені және жауаптар · { $code }
interventions-none = Әзірге ештеңе жазылмаған. Туыстар жазғаны да есепке алынады.
interventions-sort = { $code }: не жіберілді?
interventions-whom = { $code }: кім туралы?
interventions-reply = Жауапта не айтылған?
intervention-term = Заң бойынша: { $what }
intervention-no-term = Қашанға дейін жауап беруі керек екені мұнда белгісіз: мерзім саналмайды.
intervention-as-said = Мерзімді өздері айтқан, мұнда сол жазылған.
intervention-evidence = Шағымды тіркеуден бас тартуға болмайды (ҚПК 105-бап, 1-1-бөлік): бас тартудың өзі – дәлел.
intervention-unregistered = тіркеуден бас тартты
intervention-withdrawn = кері алынған
intervention-from-family = туыстарынан
intervention-from-counsel = басқа адвокаттан
intervention-from-person = адамның өзінен
intervention-written = { $time } { $what } · { $name }

sent-complaint = ұстауға шағым
sent-release = босату туралы талап
sent-judge-complaint = тергеу судьясына шағым
sent-torture-complaint = қатыгездікке шағым
sent-appeal = қаулыға шағым
sent-arrest-appeal = әкімшілік қамаққа шағым
sent-remand-appeal = қамауға алу санкциясына шағым
sent-motion = өтінішхат
sent-copies = көшірмелерді сұрату
sent-letter = хат
sent-wgad = негізсіз ұстау жөніндегі жұмыс тобына
sent-ced-urgent = жоғалған адам туралы шұғыл өтініш
sent-un-urgent = БҰҰ-ға шұғыл өтініш
sent-un-communication = БҰҰ-ға хабарлама
sent-other = басқа

reply-granted = қанағаттандырылды
reply-partly = ішінара қанағаттандырылды
reply-refused = бас тартылды
reply-empty = мәні бойынша жауап емес
reply-none = жауап жоқ

owed-due = { KAZAKH_TO($time) } дейін жауап беруі керек
owed-over = { KAZAKH_TO($time) } дейін жауап беруі керек еді, { $days ->
    [0] { $hours ->
        [0] мерзімі өтті
       *[other] мерзімі өткеніне { $hours } сағат болды
    }
   *[other] мерзімі өткеніне { $days } күн болды
}
owed-doubtful = егер бұл мерзім қолданылса
owed-more = ⏳ … тағы { $count } жауап келген жоқ, оның { $over } мерзімі өтті

answer-due = ⏳ { $code }: жауап келуі керек еді.
    { $line }
    Келді ме?
answer-due-unowned = ⏳ { $code }: { $sort }, { KAZAKH_TO($time) } дейін жауап беруі керек еді, ал істі қазір жүргізетін адам жоқ. Жауап келді ме?
answer-due-closed = ⏳ { $code } (жабылған): { $sort }, { KAZAKH_TO($time) } дейін жауап беруі керек еді. Жауап келді ме?
owed-none = Мерзімі өткен жауап жоқ.
owed-head = ⏳ Мерзімі өткен жауаптар: { $count } ({ $cases } іс)
line-intervention = жазылды: { $why }
written-sent = не жіберілгені
written-answered = жауап
written-unanswered = жауап келмегені
written-unregistered = тіркеуден бас тартқаны
written-registered = тіркелгені
written-withdrawn = жіберілгені кері алынғаны
written-again = жіберілгені кері алынбағаны
written-corrected = жіберілгеннің күні немесе нөмірі
written-void = ештеңе: басталғаны қайтарып алынды
timer-answer = Жауап келетін уақыт: еске салу
timer-owed = Жауап әлі күтіле ме, соны қарау
timer-sending-left = Аяғына дейін жазылмаған жіберілген қағаз
law-starts-sent = Әр жіберілген сайын басталады: { $what }
law-stops-reply = Тоқтайды: жауабы келгенде

# Форма.
intervention-addressee = Кімге?
intervention-addressee-help = Мысалы: Алматы қаласының прокурорына
intervention-addressee-required = Кімге? Онсыз жазатын ештеңе жоқ.
intervention-addressee-short = Кімге
intervention-by = Кім жіберді?
intervention-by-required = Кім жіберді? Таңдаңызшы.
intervention-by-short = Кім
intervention-by-us = Біз
intervention-by-family = Туыстары
intervention-by-counsel = Басқа адвокат
intervention-by-person = Адамның өзі
intervention-moment = Қашан болды?
intervention-moment-help = Қаншалықты дәл білсеңіз, солай жазыңыз: 17.09 14:20
intervention-moment-required = Уақыты керек: кемінде күні.
intervention-moment-short = Уақыты
intervention-moment-now = Қазір
intervention-moment-today = Бүгін
intervention-moment-yesterday = Кеше
intervention-until = Қашанға дейін жауап беруі керек?
intervention-until-help = Күні немесе күні мен сағаты: 28.09 18:00
intervention-until-required = Уақыты керек: кемінде күні.
intervention-until-short = Мерзімі
intervention-reference = Қандай нөмірмен?
intervention-reference-help = Қағаздың өзінде немесе көшірмесінде қалай тұрса, солай. Нөмірі жоқ болса, өткізіп жіберіңіз.
intervention-reference-short = Нөмірі
