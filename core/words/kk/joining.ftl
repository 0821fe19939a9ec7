# Тізімге қосылу және одан шығу. «Адвокат» қылмыстық істе қорғай алады, «заң кеңесшісі» қорғай алмайды.

invitation-passed-on = { $organisation } сізді заңгерлерге арналған ботпен жұмыс істеуге шақырады. Жұмыс телефоныңыздағы Telegram-да сілтемені ашыңыз немесе камераны суретке туралаңыз. Сілтеме бір рет, { KAZAKH_TO($time) } дейін жұмыс істейді.
invitation-word = { $organisation } сізді заңгерлерге арналған ботпен жұмыс істеуге шақырады. Жұмыс телефоныңызда төмендегі сілтемені { $messenger } арқылы ашыңыз немесе камераны суретке туралаңыз да, соңғы жолды сол күйінде сол жаққа жіберіңіз. Ол бір рет, { KAZAKH_TO($time) } дейін жұмыс істейді.
invitation-open = ✉️ Шақыру, кімге: { $note }. Бір рет, { KAZAKH_TO($time) } дейін жұмыс істейді. Суретті не сілтемені сол адамға беріңіз; кім ашса, қысқа сауалнамаға жауап береді, шешімді сіз қабылдайсыз.
invitation-for-anybody = аты көрсетілмеген
invitation-opened = ✉️ Шақыру, кімге: { $note }. Ашылды, сауалнама толтырылып жатыр. Уақыты { KAZAKH_TO($time) } дейін.
invitation-asked = ✉️ Шақыру, кімге: { $note }. Сауалнама толтырылды, үйлестіруші шешеді.
invitation-approved = ✅ Шақыру, кімге: { $note }. Мақұлдаған: { $by }.
invitation-refused = Шақыру, кімге: { $note }. Бас тартқан: { $by }.
invitation-withdrawn = Шақыру, кімге: { $note }. Қайтарып алынды, сілтеме ешқайда апармайды.
invitation-expired = Шақыру, кімге: { $note }. Уақыты бітті, сілтеме ешқайда апармайды.
invitation-many = Сізде ашық тұрған шақыру саны: { $count }. Біреуін қайтарып алыңыз немесе күтіңіз.
invitation-gone = Бұл шақыру енді жарамайды. Берген адамнан жаңасын сұраңыз.
invitation-member = Сіз тізімдесіз. Бұл сілтеме жаңа адамға арналған, ол үшін әлі жұмыс істейді.
invitation-member-used = Сіз тізімдесіз.
invitation-suspended = Сіздің мүшелігіңіз аяқталған. Үйлестірушіден сізді қайта шақыруын сұраңыз; бұл сілтеме басқа адамға арналған.
invitation-settled = Бұл шешіліп қойған.
invitation-leaked = ⚠️ Шақыруыңыздың сілтемесін (кімге: { $note }) екінші чат та ашты. Ол жіберілмеді. Шақырған адамыңыздан сілтемені біреуге берген-бермегенін сұраңыз; сауалнамаға кім жауап бергені көрінеді.
button-withdraw = Қайтарып алу

joining-hello = { $organisation } сізді заңгерлер тізіміне шақырады. Алты қысқа сұрақ; жауаптарды үйлестірушілер оқиды, басқа заңгерлер көрмейді.
joining-name = Атыңыз кім?
joining-name-help = Әріптестеріңіз білетін аты-жөніңіз.
joining-name-short = Аты-жөні
joining-name-required = Әріптестерге атыңыз керек.
joining-name-wrong = Атыңызды жазыңыз, 100 таңбадан аспасын.
joining-cities = Қай қалаларға бара аласыз?
joining-cities-help = Біреуін не бірнешеуін үтір арқылы жазыңыз.
joining-cities-short = Қалалар
joining-cities-required = Қала болмаса, сізді ешкім шақырмайды.
joining-cities-none = Кемінде бір қала жазыңыз.
joining-cities-unknown = Мұны білмеймін: { $said }. { $close ->
    [no] Барлық қаланы қайта жазыңыз.
   *[other] Мүмкін: { $close }? Барлық қаланы қайта жазыңыз.
}
joining-languages = Қай тілдерде жұмыс істейсіз?
joining-languages-short = Тілдер
joining-languages-kk = Қазақша
joining-languages-ru = Орысша
joining-languages-en = Ағылшынша
joining-calling = Сіз адвокатсыз ба, заң кеңесшісісіз бе?
joining-calling-short = Мәртебесі
joining-calling-advocate = Адвокат
joining-calling-consultant = Заң кеңесшісі
joining-calling-required = Екеуінің бірін таңдаңыз: қай істер бойынша сұралатыныңыз осыған байланысты.
joining-specialities = Қай саланы жақсы білесіз?
joining-specialities-short = Мамандануы
joining-specialities-administrative = Әкімшілік істер
joining-specialities-criminal = Қылмыстық істер
joining-specialities-minors = Кәмелетке толмағандар
joining-specialities-torture = Азаптау
joining-specialities-migration = Көші-қон
joining-specialities-journalists = Журналистер
joining-contact = Үйлестірушілер сізге қай нөмірге қоңырау шала алады?
joining-contact-help = Бөлісіңіз немесе жазыңыз.
joining-contact-short = Телефон
joining-contact-required = Нөмір болмаса, сізді ешкім оята алмайды.
joining-contact-wrong = Бұл телефон нөмірі емес. Бөлісіңіз немесе былай жазыңыз: +7 700 000 00 01.
joining-press = Таңдаңыз немесе таңдағаныңызды жазыңыз.
joining-review = Үйлестірушілер мынаны көреді:
joining-asked = Рақмет. Үйлестіруші қарайды, жауабы осында келеді.
joining-cancelled = Өшірілді. Шақыру осы чатта { KAZAKH_TO($time) } дейін жарамды.
joining-left = Сауалнама аяқталмады. { KAZAKH_TO($time) } дейін жалғастыруға болады.
button-continue-joining = Сауалнаманы жалғастыру
joining-not-taken = Жауаптарыңызға рақмет. Қазір сіз тізімге қосылмадыңыз. Түсініксіз болса, шақырған адамнан сұраңыз.
joining-timed-out = Шақыруыңыздың уақыты бітті, жауаптарыңыз өшірілді. Жаңасын сұраңыз.

joining-head = 👤 Тізімге заңгер болып қосылғысы келеді:
joining-own-number = Нөмір осы Telegram аккаунтынікі.
joining-typed-number = Нөмір қолмен жазылған: мақұлдамас бұрын қоңырау шалыңыз.
joining-invited-by = Шақырған: { $by }, { $time }
joining-invited-as = Кімге арналған: { $note }
joining-was-member = { KAZAKH_TO($time) } дейін тізімде { $name } деген атпен болған.
joining-other-chat = Бұл басқа чат, { $name } бұрын басқа чатта болған. Қоңырау шалыңыз.
joining-other-number = Нөмір шақырудағыдан ({ $number }) басқа.
joining-leaked = Бұл сілтемені екінші чат та ашып көрген.
joining-hidden = Содан бері чат жасырылды: телефон бөтен қолда болуы мүмкін. Қоңырау шалыңыз.
joining-same-number = Тізімдегі { $name } нөмірі де осы.
joining-same-name = Тізімде { $name } бар.
joining-maker-gone = Шақырған адам енді үйлестіруші емес.
button-approve = Мақұлдау: тізімге, кезекшілікке
button-refuse = Бас тарту
joining-approved = ✅ { $name } енді тізімде (мақұлдаған: { $by }).
joining-refused = { $name } тізімге қосылмады (бас тартқан: { $by }).
joining-withdrawn = Шақыру қайтарып алынды.
joining-expired = Шақыру туралы ешкім уақытында шешпеді, ол жабылды.

example-head = 🔔 МЫСАЛ. Ешкім ұсталған жоқ. Дабыл осылай көрінеді және естіледі:
example-after = Дыбысын естідіңіз бе? Естімесеңіз, осы чаттың дыбысын қосыңыз. Істі бірінші келіскен адам алады. Байқап көріңіз: ештеңе болмайды, бот түсіндіреді.
example-take = Мысал: енді іс сіздікі болар еді. Бәрін оқыр едіңіз, хабарлаушы заңгер бар екенін білер еді, ал сіз 30 минут ішінде не істегеніңізді белгілер едіңіз.
example-decline = Мысал: келесі заңгерден бірден сұралар еді. Бұл үндемегеннен жақсы.
button-example = Дабыл қалай көрінеді әрі естіледі

members-head = Тізімде: { $active } мүше бар, { $suspended } мүшелігі аяқталған. Нөмірін таңдаңыз.
members-none = Тізімде «{ $code }» деген ешкім жоқ. Бәрі: /members
members-lawyer = заңгер
members-coordinator = үйлестіруші
members-administrator = әкімші
members-suspended = мүшелігі аяқталған
members-unreachable = байланыс жоқ
members-on-duty = кезекшілікте
button-members = ◀ Тізім
button-suspend = Мүшелігін тоқтату
button-keep-member = Қалдыру
button-reinvite = Қайта шақыру
suspend-sure = { $name } мүшелігі тоқтатылсын ба? Оған бірден ештеңе көрінбейді. { $held ->
    [0] Қолында іс жоқ.
   *[other] { $held } іс басқаларға ұсынылады.
}
suspend-done = { $name } мүшелігі аяқталды. { $held ->
    [0] Қолында іс болған жоқ.
   *[other] { $held } іс басқаларға ұсынылды.
}
member-suspended = { $name } мүшелігін { $by } тоқтатты. { $held ->
    [0] Қолында іс болған жоқ.
   *[other] { $held } іс басқаларға ұсынылды.
}
member-left = { $name } өз еркімен тізімнен шықты. { $held ->
    [0] Қолында іс болған жоқ.
   *[other] { $held } іс басқаларға ұсынылды.
}
member-gone-duty = Кезекшілігі белгіленген еді: { $times }. Орнына кім келеді: /duty
operator-suspended = Үйлестіруші { $id } мүшелігін тоқтатты. Күтпеген болсаңыз, үйлестірушілерге қоңырау шалыңыз.
leave-sure = Тізімнен шығасыз ба? { $held ->
    [0] Қолыңызда іс жоқ.
   *[other] Қолыңыздағы { $held } іс бірден басқаларға ұсынылады.
} Жаңа шақырумен қайта оралуға болады.
leave-done = Сіз тізімнен шықтыңыз. Еңбегіңізге рақмет. Біреу ұсталса, осында жаза салыңыз.
leave-stayed = Сіз тізімде қаласыз.
leave-last = Сіз жалғыз үйлестірушісіз. Алдымен әкімші басқа біреуді тағайындасын.
button-leave = Шығу
button-stay = Қалу

roster-how = Тізімде: заңгер { $lawyer }, үйлестіруші { $coordinator }, әкімші { $administrator }; мүшелігі аяқталған { $suspended }, байланыс жоқ { $away }.
    Тізімді он минут ішінде файлмен жіберіңіз: CSV немесе XLSX, бағандары жүктеп алынған файлдағыдай. Алдымен не өзгеретінін көрсетемін.
button-roster-export = Файлмен алу
roster-reading = Файлды оқып жатырмын. Хабары осы чаттан өшіріледі.
roster-not-yours = Тізімді тек әкімшілер өзгертеді. Хабарыңыз осы чаттан кетеді, файл оқылған жоқ.
roster-type = Файл түрінде жіберіңіз: CSV немесе XLSX.
roster-big = Файл тым үлкен: { $megabytes } МБ-тан аспасын. Ештеңе өзгерген жоқ.
roster-gone = Telegram бұл файлды енді бермейді. Қайта жіберіңіз.
roster-preview = Файлда: жаңа { $added }, өзгереді { $changed }, өзгеріссіз { $unchanged }. Файлда жоқтар ({ $missing }) сол күйінде қалады.
roster-nothing = Өзгертетін ештеңе жоқ.
roster-no-coordinator = ⚠️ Бұдан кейін бірде-бір үйлестіруші қалмайды.
roster-more = … тағы { $count }
roster-bad = Файлдағы қателер: { $count }. Ештеңе өзгерген жоқ.
roster-line = { $line }-жол
button-roster-do = Орындау
button-roster-leave = Сол күйінде қалдыру
roster-done = Дайын: файлда { $people } адам, оның { $added } жаңа. Осы боттың чатында «старт» баспаған адамға жазу мүмкін емес.
roster-left = Ештеңе өзгерген жоқ.
roster-stale = Тізім осы арада өзгерді. Файл енді мынаны өзгертеді.
roster-file-gone = Бұл файл енді күтіп тұрған жоқ. Қайта жіберіңіз: /roster
roster-exported = Тізім. Мұнда аттар мен нөмірлер бар: сенімді жерге сақтаңыз. Бір сағаттан кейін осы чаттан өшіріледі.
roster-column-telegram_id = id
roster-column-role = рөлі
roster-column-name = аты
roster-column-languages = тілдері
roster-column-cities = қалалары
roster-column-on_duty = кезекшілігі
roster-column-phone = телефоны
roster-column-escalation = эскалация тізімі
roster-column-specialities = мамандануы
roster-column-calling = мәртебесі
roster-column-suspension = мүшелігі қайта басталады
roster-wrong-telegram_id = /id айтатын нөмір керек, тек цифрлар
roster-wrong-twice = әр адам бір рет
roster-wrong-role = керегі: заңгер, үйлестіруші не әкімші (lawyer, coordinator, administrator)
roster-wrong-name = 100 таңбадан аспайтын ат, ; белгісіз
roster-wrong-languages = kk ru en ішінен керек, бос орын арқылы
roster-wrong-cities = елдегі жерлер керек, арасында ;, ал бұл жер белгісіз
roster-wrong-cities-none = заңгерге кемінде біреуі керек
roster-wrong-on_duty = иә не жоқ керек (yes, no)
roster-wrong-escalation = иә не жоқ керек (yes, no)
roster-wrong-phone = ел коды бар нөмір керек, мысалы +7 700 000 00 01
roster-wrong-phone-none = эскалация тізіміндегі адамға нөмір керек
roster-wrong-specialities = administrative, criminal, minors, torture, migration, journalists
roster-wrong-calling = advocate, consultant немесе бос
roster-wrong-cells = тақырып жолында қанша болса, сонша ұяшық
roster-wrong-header = жүктеп алынған файлдағы бағандар: telegram_id, role, name, languages, cities, on_duty, phone, escalation
roster-wrong-nobody = кемінде бір адам
roster-wrong-file = ашылатын кесте: CSV немесе XLSX
roster-wrong-old-sheet = ескі не құпиясөзі бар файл емес: XLSX етіп сақтаңыз
roster-wrong-big = кішірек файл
roster-wrong-many = адам саны азырақ болсын: қалғанын екінші файлмен жіберіңіз
