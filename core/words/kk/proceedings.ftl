# Істегі сот пен тергеушінің әрекеттері: іс кімде болса, сол жазады.

button-proceedings = ⚖️ Іс жүргізу
proceedings-card = Іс жүргізу:
proceedings-head = ⚖️ Іс жүргізу · { $code }
proceedings-none = Әзірге ештеңе жазылмаған. Бір мезгілде бірнешеуі болуы мүмкін.
proceedings-sort = { $code }: қандай іс жүргізу?
proceedings-whom = { $code }: кім туралы?
proceedings-all = барлығы туралы
proceedings-opened = Жазылған уақыты: { $time }
proceedings-ended = аяқталды
proceedings-part = { $part }-бөлік
proceedings-regime = Ұстау түрі: { $value }
proceedings-which-regime = Бұл қандай ұстау? Заңдағы мерзім соған байланысты.
proceedings-article = Қай бап бойынша? Таңдаңыз немесе басқасын жазыңыз.
proceedings-step = Не болды? Содан кейін уақытын сұраймыз.
proceedings-result = Шағым немен аяқталды?
button-new-proceeding = ➕ Жаңа
button-all-proceedings = ‹ Барлық іс жүргізу
button-earlier = Бұрынғылары ›
button-proceeding = ‹ Осы іс жүргізу
button-new-hearing = ➕ Сот отырысы
button-step = Не болды
button-article = Бап
button-article-typed = Өзім жазамын
button-regime = Ұстау түрі
button-proceedings-ended = Аяқталды
button-goes-on = Жалғасып жатыр

sort-administrative = әкімшілік
sort-criminal = қылмыстық
sort-victim = қатыгездіктен жәбірленуші ретінде
sort-other = басқа

regime-administrative = қамаққа алынбайтын құқық бұзушылық
regime-arrestable = қамаққа алуға болатын құқық бұзушылық
regime-border = шекара, көші-қон, кеден, күзетілетін нысан
regime-criminal = қылмыстық
regime-criminal-grave = қылмыстық, ең ауыр жағдайлардың бірі

# Тарихтағы «жазылды:» дегеннен кейін де.
step-charged = айып немесе күдік тағылды
step-in-court = сотқа жеткізілді
step-remand = күзетпен ұстау туралы қаулы жарияланды
step-ruling = қаулы жарияланды
step-ruling-copy = қаулының көшірмесі берілді
step-appeal-filed = қаулыға шағым берілді
step-complaint-filed = әрекетке шағым берілді
step-motion-filed = өтінішхат берілді
step-result = шағым бойынша шешім
step-proceeding = іс жүргізу
step-hearing = сот отырысы
step-regime = ұстау түрі
step-undertaking = жария етпеу туралы қолхат
result-upheld = өзгеріссіз қалдырылды
result-changed = өзгертілді
result-quashed = күші жойылды
result-returned = қайта қарауға жіберілді

button-hearing = Сот отырысы
button-hearing-moved = Ауыстырылды
button-hearing-off = Болмайтын болды
hearing-off = болмайтын болды
hearing-was = Бұрынғысы: { $times }
hearing-outcome-which = Немен аяқталды?
hearing-outcome-other = Басқаша болды ма? Таңдаңыз.
hearing-arrest = қамақ
hearing-fine = айыппұл
hearing-warning = ескерту
hearing-remand = күзетпен ұстау
hearing-house-arrest = үйқамақ
hearing-acquitted = кінәсіз деп танылды
hearing-released = босатылды
hearing-adjourned = кейінге қалды
hearing-word = сот отырысы
hearing-reminder-evening = 📅 { $code }: ертең сот отырысы.
    { $line }
hearing-reminder-hour = 📅 { $code }: бір сағаттан кейін сот отырысы.
    { $line }
hearing-reminder-outcome = 📅 { $code }: сот отырысы немен аяқталды?
    { $line }
hearing-unowned-evening = 📅 { $code }: ертең сот отырысы, { $time }, ал істі қазір жүргізетін адам жоқ.
hearing-unowned-hour = 📅 { $code }: бір сағаттан кейін сот отырысы, { $time }, ал істі қазір жүргізетін адам жоқ.
hearing-unowned-outcome = 📅 { $code }: { $time } сот отырысы өтті, ал істі қазір жүргізетін адам жоқ. Немен аяқталды?

# Форма.
proceeding-article = Қай заңның қай бабы?
proceeding-article-help = Мысалы: ӘҚБтК 488
proceeding-article-required = Бапты жазу керек, әйтпесе жазатын ештеңе жоқ.
proceeding-article-short = Бап
proceeding-part = Баптың қай бөлігі?
proceeding-part-help = Мысалы: 6
proceeding-part-short = Бөлік
proceeding-when = Сот отырысы қашан?
proceeding-when-help = Мысалы: 19.09 10:00. Өткені тарихқа жазылады.
proceeding-when-short = Уақыты
proceeding-when-required = Уақыты керек: кемінде күні.
proceeding-court = Қай сот, қай зал?
proceeding-court-short = Сот
proceeding-judge = Судья кім?
proceeding-judge-short = Судья
proceeding-subject = Не шешіледі?
proceeding-subject-short = Мәселе
proceeding-moment = Қашан болды?
proceeding-moment-help = Қаншалықты дәл білсеңіз, солай жазыңыз: 17.09 14:20
proceeding-moment-required = Уақыты керек: кемінде күні.
proceeding-moment-short = Уақыты
proceeding-moment-now = Қазір
proceeding-moment-today = Бүгін
proceeding-moment-yesterday = Кеше
proceeding-measure = Қанша?
proceeding-measure-help = Мысалы: 10 тәулік; 50 АЕК
proceeding-measure-short = Қанша
proceeding-review = Бәрі жазылды.
proceeding-taken-back = Қайтарып алынды: бұдан ештеңе жазылған жоқ.
proceeding-cancelled = Қойылды: басқа ештеңе жазылған жоқ.
line-proceeding-void = қайтарып алынды: { $why }
line-proceeding = жазылды: { $why }
timer-hearing = Сот отырысы: еске салу немесе немен аяқталғаны
timer-typing-left = Аяғына дейін жазылмаған сот отырысы

# Тергеуші алатын жария етпеу туралы қолхат.
button-undertaking = 🤐 Жария етпеу
undertaking-sure = { $code }: біреуден жария етпеу туралы қолхат алынды ма? Алынса, не рұқсат етілсе де, үйлестіруші шешкенше бұл істегі бірде-бір аты-жөн шолуға да, хатқа да кірмейді.
button-undertaking-yes = Иә, алынды
button-undertaking-no = Жоқ, бұл қате
undertaking-noted = { $code }: жазылды. Аты-жөндер осында қалады; шешуді үйлестірушіден сұраймыз.
undertaking-not = { $code }: сіздің айтуыңызша, қолхат алынбаған, солай жазылды.
undertaking-stands = 🤐 Жария етпеу туралы қолхат алынған: үйлестіруші шешкенше аты-жөндер ешқайда кетпейді.
case-undertaking = 🤐 Жария етпеу туралы қолхат ({ $value }): { $may ->
    [free] аты-жөндерді рұқсат етілген шекте айтуға болады
   *[blocked] үйлестіруші шешкенше аты-жөндер ешқайда кетпейді
}
consents-undertaking-free = Қолхатқа қарамастан аты-жөн айтылады
consents-undertaking-blocked = Қолхатқа байланысты аты-жөн айтылмайды
ask-undertaking = 🤐 Жария етпеу туралы қолхат алынған. Сіз «{ button-consents }» арқылы шешкенше, бұл істегі аты-жөндер еш жерде айтылмайды.

# /case: коды, аты-жөні, бөлімі бойынша.
search-own = Ашық істеріңіз: { $count }. Табу үшін: /case және коды, аты-жөні, полиция бөлімі немесе күні.
search-none-own = Ашық ісіңіз жоқ. Табу үшін: /case және коды, аты-жөні, полиция бөлімі немесе күні.
search-found = Табылды: { $count }
search-more = … тағы { $count }. Дәлірек жазыңыз.
search-nothing = Сізге көрінетін істердің арасынан ештеңе табылмады. Код – карточкадағыдай алты цифр, мысалы 483-170; аты-жөнді, полиция бөлімін немесе күнді (17.09, кеше) жазуға да болады.

# A pin, drawn by the messenger.
button-pin = 📍 Картада
pin-none = Бұл істе ешкім орнын жібермеген.
hearing-told = { $code }: жазылды. { $hearing }
button-hearing-right = ✅ Дұрыс
button-hearing-other = Басқа уақыт
hearing-not-told = { $code }: қайтарып алынды. Сөзіңіз жазба болып қалды.

# Сот туралы айтылғандар және қамақтың аяқталуы.
offer-hearing = ⚖️ Сот: { $time }{ $perhaps ->
    [yes] { " " }(мүмкін)
   *[no] { "" }
}
offer-no-lawyer = ⚖️ Сотқа адвокат жоқ деп жазады
hearing-told-only = хабарлаушының айтуынша, расталмаған
hearing-told-otherwise = Кейін хабарлаушы былай жазды: { $time }
hearing-arrest-days = қамақ, { $days } тәулік
button-hearing-confirm = ✅ Дұрыс
ruling-told = ❔ Хабарлаушы сот былай шешті деп жазды: { $what }. Сіз растағанша полицияның мерзімі жүре береді; мүмкін, аяқталып та қойған.
ruling-asked = ⚖️ { $code }: хабарлаушы сот былай шешті деп жазды: { $what }. Солай ма?
ruling-asked-unowned = ⚖️ { $code }: хабарлаушы соттың не шешкенін жазды, ал істі ешкім алған жоқ. Ашып, растаңыз немесе растамаңыз.
button-ruling-right = ✅ { $what }: дұрыс
button-ruling-wrong = Олай емес
ruling-confirmed = { $code }: жазылды, { $what }.
ruling-not-so = { $code }: алынып тасталды, одан ештеңе шықпайды.
ruling-settled = Бұған жауап берілген.
ruling-noted = { $code }: жазылды, сот шешті: { $what }. Дұрыс па?
arrest-term = 📆 { $perhaps ->
    [yes] Мүмкін, ешкім растаған жоқ: { $days } тәулік қамақ
   *[no] { $days } тәулік қамақ
} { $first } аяқталады{ $counted ->
    [said] { "" }
    [started] , ұсталған уақыттан санағанда
   *[other] , қаулыдан санағанда
}{ $last ->
    [none] .
   *[other] ; қаулыдан санағанда { $last }.
}{ $checked ->
    [yes] { "" }
   *[no] { " " }Тәулік қалай саналатынын заңгер тексерген жоқ (тексерілмеген).
}
release-day-noted = { $code }: жазылды, { $day } күні босайды. Іс жабылған жоқ.
arrest-tomorrow = { $code }: ертең қамақ аяқталады.
    { $term }
arrest-promised-day = { $code }: бүгін адамдар шығады деп жазған күніңіз. Шықты ма?
arrest-unowned-promised-day = { $code }: соңғы заңгердің жазуынша, бүгін біреу шығуы керек. Іс ешкімде жоқ: қоңырау шалыңызшы.
arrest-today = { $code }: бүгін қамақ аяқталады. Адам босады ма?
    { $term }
arrest-unowned-tomorrow = 📆 { $code }: ертең қамақ аяқталады, ал істі алған адам жоқ немесе оған хабар жетпейді.
arrest-unowned-today = 📆 { $code }: бүгін қамақ аяқталады, ал істі алған адам жоқ немесе оған хабар жетпейді. Адам босады ма?
arrest-family = Сот: қамақ, { $days } тәулік. { $first }{ $last ->
    [none] { "" }
   *[other] { " " }немесе, тәулік қалай саналатынына қарай, { $last }
} аяқталады. Нақтысын заңгер ғана айта алады. Сол күні сұраймыз.
arrest-family-today = { $days } тәулік бүгін{ $last ->
    [none] { "" }
   *[other] { " " }немесе, қалай саналатынына қарай, { $last }
} аяқталады. Адам босады ма?
report-hearing-noted = ⚖️ Жазылды: сот { $when }{ $before ->
    [none] { "" }
   *[other] { " " }({ $before } орнына)
}{ $court ->
    [none] .
   *[other] , { $court }.
} Уақыты басқа болса, жаза салыңыз.
report-ruling-noted = ⚖️ Сіздің айтуыңызша жазылды: { $what }. { $to ->
    [lawyer] Істі алған заңгерден солай ма деп сұрадық.
   *[other] Үйлестірушіден солай ма деп сұрадық.
}
asked-release-known = Сот: қамақ, { $days } тәулік. { $first }{ $last ->
    [none] { "" }
   *[other] { " " }немесе, тәулік қалай саналатынына қарай, { $last }
} аяқталады. Нақтысын заңгер ғана айта алады.
asked-release-told = Сіз жаздыңыз: { $what }. Солай болса, мерзім { $first }{ $last ->
    [none] { "" }
   *[other] { " " }немесе, қалай саналатынына қарай, { $last }
} аяқталады. Нақтысын заңгер ғана айта алады.
hearing-added = { $code }: қосылды. { $hearing }
timer-near-hearing = Сотқа бір тәулік қалды, ал заңгерлерден әлі сұралмаған
timer-end-of-arrest = Қамақтың аяқталуы: еске салу
button-hearing-both = Екеуі де болады
hearing-both = { $code }: екеуі де болады: { $hearing }; { $before }
clock-may-have-ended = сот шешіп те қойған болуы мүмкін: біздің ешкім растаған жоқ
interrogation-soon = { $code }: тергеу, { $time }.
timer-interrogation = Тергеу: еске салу
