# Заңгерлер, үйлестірушілер мен әкімшілер оқитын сөздер; хабарлаушыға арналған жаңалықтар.

situation-me = ұсталған адамның өзі жазып отыр
situation-other = біреу ұсталды
situation-blocked = шығармай жатыр не жолда тоқтатты
situation-missing = адам табылмай жатыр
situation-trial = сот немесе іс, ешкім ұсталып отырған жоқ
situation-over = ұсталған еді, аяқталды
situation-saw = бақылау

offer-head = { $priority ->
    [urgent] 🔴 ШҰҒЫЛ: { $situation }
    [normal] 🟡 { $situation }
   *[unknown] 🟠 { $situation } (шұғылдығы әзірге белгісіз)
}
offer-place = 📍 { $place }
offer-who = 👤 { $count }
offer-reported = 🗣 { $spoken } · хабар түскені { $time } · { $verification }
offer-says-over = ⚠ Хабарлаушы бәрі аяқталды дейді. Үйлестіруші қайта қоңырау шалып жатыр.
offer-says-false = ⚠ Хабарлаушы дабыл жалған болған дейді. Үйлестіруші қайта қоңырау шалып жатыр.
offer-still-free = Бұл істі әзірге ешкім алған жоқ. Әлі де ала аласыз.
offer-elapsed = ⏳ Хабар түскелі { $hours ->
    [0] { $minutes } мин өтті.
   *[other] { $hours } сағ { $minutes } мин өтті.
}
place-unknown = орны белгісіз
spoken-kk = қазақша
spoken-ru = орысша
spoken-en = ағылшынша
verification-unknown = тексерілмеген
verification-confirmed = расталған
verification-likely = ықтимал
verification-possible = мүмкін
verification-unlikely = екіталай

count-unknown = адам саны белгісіз
count-exact = { $count } адам
count-at-least = кемінде { $count } адам
count-about = шамамен { $count } адам
count-several = бірнеше адам, кемінде { $count }

button-accept = ✅ Аламын
button-decline = Ала алмаймын
button-accept-after-all = ✅ Сонда да аламын
button-accept-one = ✅ №{ $number } аламын · { $place }
button-decline-one = №{ $number }: ала алмаймын
button-contacted = 📞 Хабарластым
button-on-my-way = 🚗 Жолдамын
button-released = Босатылды
button-false-alarm = Жалған дабыл
button-close = Жабу…
button-reopen = Қайта ашу
button-back = Қайтару
button-words = Барлық сөздері
button-history = Тарихы
button-files = { $count } файл
button-act = Түрін белгілеу
button-take = ✅ Өзім аламын
button-rung = ✅ Алады: { $name }
button-offer-again = Басқаларға ұсыну
button-ask = Заңгерлерден сұрау
button-open = Істі ашу
button-still-held = Аяқталған жоқ
button-mute = Хабарлаушыға 24 сағат жауап бермеу
button-unmute = Қайта жауап беру
hide-sure = Бұл сізді хабарландырулардан ажыратады: чат тазаланады, сізге енді іс ұсынылмайды, үйлестірушілер сізге қоңырау шалады. Олар қайтарғанша мұнда ештеңе келмейді. Телефоныңызды шынымен алып жатыр ма?
button-hide-sure = Иә, чатты тазалау
button-hide-not = Жоқ
hide-not = Ештеңе өзгерген жоқ.
hidden-member = 📵 { $name } чатын жасырды: телефоны бөтен қолда болуы мүмкін. Басқа нөмірмен немесе жақындары арқылы хабарласыңыз ({ $phone }: бөтен адам көтеруі мүмкін). Телефон өз қолында екеніне көз жеткізген соң батырманы басыңыз.
hidden-settled = 📵 { $name }: чатты жасыру мәселесі шешілді.
button-member-back = Оған қайта жазу
button-answer-again = Жасырылған чатқа қайта жауап беру
case-phone-own = 📵 Хабарлаушының телефоны тартып алынған: оған қоңырау шалмаңыз, хабар жазбаңыз. Өзімен сөйлессеңіз, чатты қолмен өшіруін айтыңыз.
case-phone-some = 📵 Телефонды алып жатыр делінген: ұсталған адамның нөміріне қоңырау шалмаңыз.
case-moved = 🔁 { $time } бастап басқа телефоннан жазады (код арқылы).
contact-own = хабарлаушының өз нөмірі, …{ $end }. Қоңырау шалмаңыз.
button-make-case = Іс ашу
button-no = Жоқ, жалғастырамыз
button-unknown = Бұл батырма енді жұмыс істемейді. Не істеуге болатынын /help көрсетеді.

accept-too-late = Бұл істі әріптесіңіз алып қойды. Рақмет.
case-is-closed = Бұл іс жабылған.
case-is-open = Бұл іс ашық.
case-not-yours = Бұл іс сізге көрсетілмейді. Оны тек заңгері мен үйлестірушілер көреді.
case-unknown = «{ $code }» деген іс жоқ. Код – карточкадағыдай екі сөз бен екі цифр.
suspended = Сіздің қатысуыңыз тоқтатылған. Үйлестірушіге хабарласыңыз.
members-only = Бұл кезекшілер тізіміндегілерге арналған. Ұстау туралы хабарлау үшін не болғанын және қай қалада екенін жаза салыңыз.
rung-gone = { $name } енді іс алмайды: қатысуы тоқтатылған не өзгерген. Іс берілген жоқ. Басқа біреуге қоңырау шалыңыз.
copy-outdated = Бұл хабарлама ескірген. Қазіргі жағдай төменде.

stub-closed = { $code }: жабылды ({ $outcome }).
stub-taken = { $code }: әріптесіңіз алды. Рақмет.
stub-busy = { $code }: бас тарттыңыз: қолыңыз бос емес.
stub-far = { $code }: бас тарттыңыз: тым алыс.
stub-conflict = { $code }: бас тарттыңыз: мүдделер қайшылығы.
stub-other = { $code }: бас тарттыңыз.
stub-gave-back = { $code }: қайтарылды; басқалардан сұрап жатырмыз.
declined-why = { $code }: жарайды, басқалардан сұраймыз. Себебі қандай?
reason-busy = Қазір қолым бос емес
reason-far = Тым алыс
reason-conflict = Мүдделер қайшылығы
reason-other = Басқа себеп

case-head = { $code } ісі · { $state }
state-open = әзірге ешкімде емес
state-record = жазба, заңгерлерден сұралмайды
state-accepted = алған: { $name }
state-yours = сізде
case-first-action = ⏱ Мерзімі: { $time }. Осы уақытқа дейін «Хабарластым» не «Жолдамын» дегенді басыңыз, әйтпесе іс басқаларға ұсынылады.
case-act = Түрі: { $value }
case-where = Қайда: { $value }
case-name = Кім: { $value }
case-started = Қашаннан бері: { $value }
case-ongoing = Әлі жалғасып жатыр ма: { $value }
case-taken = Қайда апарды: { $value }
case-proceedings = Іс жүргізу: { $value }
case-watched = Кім бақылады: { $value }
case-contact = Телефон: { $value }
case-urgent = Шұғыл: { $value }
case-link = Хабарлаушы: { $value }
case-consent = Хабарлаушыға осында жазуға бола ма: { $value }
case-not-understood = Бағдарламаның бұл нұсқасы түсінбейді: { $kinds }
case-words = Хабарлаушының сөздері:
case-words-cut = Хабарлаушының сөздері (соңғылары; қалғаны – «Барлық сөздері»):
case-no-words = Сөз жазылмаған, тек батырмалар басылған.
who-withheld = атағысы келмейді
words-forwarded = қайта жіберілген, жазылған уақыты { $time }
words-corrects = түзетілген
ongoing-yes = иә
ongoing-no = жоқ
ongoing-unknown = белгісіз
consent-yes = иә
consent-no = жоқ
consent-unanswered = жауап жоқ; жазбаңыз
part-0 = түн
part-1 = таң
part-2 = күндіз
part-3 = кеш
about-time = шамамен { $time }
day-time = { $time }, сағаты белгісіз

act-not-coded = әлі белгіленбеген
act-which = { $code }: бұл қай түрі?
act-coded = { $code }: «{ $act }» деп белгіленді.
act-arrest = ұстау
act-detention = бөлімшеде ұстап отыру
act-kettling = қоршауға алу
act-blockade = үйден шығармау
act-interception = жолда тоқтату
act-summons = шақырту, «әңгімеге шақыру»
act-search = тінту
act-abduction = белгісіз адамдардың алып кетуі
act-disappearance = жоғалып кету
act-prosecution = ұстамай іс қозғау
act-observation = бақылау (аңду)

close-sure = { $code }: жабамыз ба? Немен аяқталды?
close-done = { $code } жабылды.
close-not = Жабылған жоқ.
outcome-released = Босатылды
outcome-fine = Айыппұл
outcome-warning = Ескерту
outcome-arrest = Әкімшілік қамақ
outcome-house-arrest = Үйқамақ
outcome-remand = Күзетпен ұстау
outcome-other-counsel = Басқа қорғаушы жүргізеді
outcome-lost = Байланыс үзілді
outcome-other = Басқа
outcome-false-alarm = Жалған дабыл

muted = Хабарлаушыға 24 сағат бір бейтарап сөйлем ғана жауап беріледі; сөздері сақталады.
unmuted = Хабарлаушыға қайта жауап беріледі.
files-care = Бұл файлдар – дәлел, оларда адамдар бар. Басқаларға бермеуіңізді сұраймыз.
files-owner-only = Файлдар істі алған адамға ғана беріледі.

fact-new = { $code } · жаңа: { $facts }. Сөздері карточкада.
fact-moved = басқа жерге апарған
fact-court = сот
fact-released = босатты деп жазады
fact-ill = ауру, аурухана не дәрі
fact-refused = қорғаушыны кіргізбейді
fact-beaten = ұрған не жарақат бар

opening-reason = Бұл істі не үшін көруіңіз керек?
opening-reason-short = Себеп
opening-reason-help = Бір сөйлем. Ол іс тарихында атыңызбен бірге сақталады.
opening-reason-required = Бұл қажет: себепсіз іс сізге ашылмайды.
opening-review = Тексеріңіз.
opening-cancelled = Ашылған жоқ.

ask-nobody = ☎️ Бұл істі бірде-бір заңгер алған жоқ. Хабарлама ешкімді оятпайды: қоңырау шалыңыз.
ask-first-action = ☎️ Істі алды, бірақ белгіленген уақытта алғашқы қадам жасалмады. Іс қайтадан бәріне ұсынылды. Алған адамға қоңырау шалыңыз.
ask-owner-gone = ☎️ Бұл істі алған заңгер ботты бұғаттаған немесе мұнда байланыста жоқ. Қоңырау шалыңыз. Жауап бермесе, істі басқаларға ұсыныңыз.
ask-moved = 📍 Хабарлаушы бұл істің орнын басқа өңірге түзетті, ал іс заңгерде. Заңгерге қоңырау шалыңыз. Жалғастыра алмаса, істі басқаларға ұсыныңыз.
ask-region = 📍 Бұл істің орны белгісіз. Қайда екенін анықтап беріңіз.
ask-no-place = ⚠️ Бір нәрсе болып жатыр, бірақ қайда екенін ешкім жазбады. Сөздерін оқыңыз; орнын білсеңіз, басыңыз: ондағы заңгерлерден бірден сұраймыз.
ask-over = Хабарлаушы бәрі аяқталды дейді. Жаппас бұрын қайта қоңырау шалыңыз: телефон бөтен қолда болуы мүмкін.
ask-false = Хабарлаушы дабыл жалған болған дейді. Жаппас бұрын қайта қоңырау шалыңыз.
ask-record = Ешкімді оятпайтын жазба: қарап шығыңыз.
ask-many = Бір адам бір сағатта үштен көп іс хабарлады. Заңгерлерден бес минуттан кейін сұраймыз; алдымен қарап шығыңыз.
ask-unsorted = Бірнеше ашық хабары бар адам жаңа сөзі қайсысына қатысты екенін айтпады. Сөзі осында қосылды: оқып шығыңыз.
ask-elsewhere = 📍 Хабар берген адам істегіден басқа қаланы атады. Сөзін оқып көріңіз: адамды сонда апарды ма, әлде бұл басқа іс пе? Жерін білсеңіз, соны басыңыз: сондағы заңгерлерге бірден хабарлаймыз.
ask-after-closed = Жабылған іс бойынша хабар берген адам қайта жазды. Оқып көріңіз; жалғасып жатса, істі қайта ашыңыз.
ask-ring = Қоңырау шалыңыз:
ask-nobody-to-ring = Қоңырау шалатын ешкім жоқ: ешкімнен сұралмады немесе нөмір жоқ. Кезекшілер тізімін тексеріңіз.
ask-settled = Шешілді: { $line }

board-head = Ашық: заңгерсіз { $free }, заңгері бар { $taken }, жазба { $records }
board-free = Заңгерсіз ({ $count }):
board-taken = Заңгері бар ({ $count }):
board-records = Жазбалар ({ $count }):
board-line = { $priority ->
    [urgent] 🔴
    [normal] 🟡
   *[unknown] 🟠
} { $code } · { $place } · { $situation } · { $time }
board-more = және тағы { $count }
list-own = Сіздің істеріңіз ({ $count }):
list-offers = { $count ->
    [0] Ашық ұсыныс жоқ.
   *[other] Ашық ұсыныс: { $count }
}

draft-seen = Аяқталмаған хабар қалды. Басталғаны: { $time } ({ $spoken }). 24 сағаттан кейін өшіріледі.
draft-wiped = Аяқталмаған хабар өшірілді.

id-yours = Сіздің нөміріңіз: { $id }
help-lawyer = Заңгерлерге: /cases – істеріңіз бен ұсыныстар, /case КОД – бір іс.
help-coordinator = Үйлестірушілерге: /cases – жалпы көрініс, /case КОД – істі себебін айтып ашу.
help-administrator = Әкімшілерге: /cases – аты-жөнсіз жалпы көрініс.
command-unknown = Мұндай команда жоқ. Бар командаларды /help көрсетеді.
nothing-open = Қазір қайтаратын, өткізетін немесе тоқтататын ештеңе жоқ.

code-open = Код дұрыс, осы чатта жалғастыра беріңіз. Заңгерді әлі іздеп жатырмыз.
code-accepted = Код дұрыс, осы чатта жалғастыра беріңіз. Хабарыңызбен заңгер айналысып жатыр.
code-kept = Код дұрыс, осы чатта жалғастыра беріңіз. Хабарыңыз үйлестірушілерде.
code-closed = Код дұрыс, осы чатта жалғастыра беріңіз. Хабарыңыз жабылған: { $how }. Жаңа нәрсе болса, жазыңыз.
code-wait = Келесі әрекетке дейін бір сағат күтіңіз.
code-unknown = Мұндай код жоқ. Сөздері мен санын тексеріңіз. Жаңа хабар беру үшін не болғанын және қай қалада екенін жазыңыз.
code-move = Мұндай код бар. Осы жерде жалғастырсаңыз, бұрынғы телефонға енді ештеңе келмейді.
button-code-move = Осы жерде жалғастыру
code-again = Уақыты өтті. Кодты қайта жазыңыз.

news-accepted = Хабарыңызбен заңгер айналысып жатыр.
news-still-looking = Заңгерді әлі іздеп жатырмыз.
news-lost = Ол заңгер енді хабарыңызбен айналыспайды. { $asked ->
    [coordinator] Хабарыңыз қазір үйлестірушілерде.
    [nobody] Заңгерді әлі іздеп жатырмыз.
   *[lawyers] Басқа заңгерге хабарлап жатырмыз.
}
news-closed = Хабарыңыз жабылды: { $how }. Жаңа нәрсе болса, осында жазыңыз.
news-reopened = Хабарламаңызбен қайта жұмыс істеп жатырмыз.

menu-report = Жазу
menu-language = Тіл · Язык · Language
menu-hide = Чатты тазалау
menu-help = Көмек

operator-poll = Telegram жауап бермейді немесе бас тартады: { $error }. Әрекет жалғасады.
operator-poll-mended = Telegram қайта жауап береді.
operator-storage = Дерекқор қолжетімсіз: { $error }. Әрекет жалғасады; әдетте себебі – дискідегі орын немесе басқа бағдарлама.
operator-storage-mended = Дерекқор қайта жұмыс істейді.
operator-audit = Күзетші қарай алмай тұр: { $error }. Әзірге ештеңе бақыланбайды. Өздігінен өтпесе, ботты қайта қосыңыз, әрі бізге хабарлаңыз.
operator-audit-mended = Күзетші қайта қарап тұр.
operator-timer = Таймер үш рет іске аспай, шетке қойылды: { $error }
operator-parked = { $row } жаңартуы ({ $kind }, { $time }) өңделмей, шетке қойылды: { $error }. Ештеңе жоғалған жоқ; docs/operations.md қараңыз.
operator-card = { $card } карточкасы ({ $subject }) салынбайды: бұл ақау. Хабарлаңыз.
operator-rejected = Telegram хабарламамызды қабылдамады: { $error }
operator-stuck = Telegram бір хабарламаны қайта-қайта жеткізе алмай жатыр: { $error }. Әрекетті жалғастырамыз; кейінгі хабарламалар оны айналып өтеді.
operator-more = Мұндай жағдай бұдан көп ({ $kind }). Келесі сағатқа дейін олар тек журналда көрінеді; шетке қойылғандарды dabyl parked көрсетеді.
operator-clock = Осы машинаның сағаты { $minutes } минутқа артқа кетті. Кейінге белгіленгеннің бәрі сонша ертерек жылжытылды. Уақыт қызметін тексеріңіз.
operator-chain = { $code } ісінің тарихын бағдарламадан тыс біреу өзгерткен немесе қысқартқан. Деректер қорын сол күйі сақтап, docs/security.md қараңыз.
operator-channel = Қорытынды арнасы қолжетімсіз. Бот онда әлі әкімші ме?
operator-nobody-to-ask = { $code } ісі бойынша сұрайтын ешкім қалмады: эскалацияның соңғы қадамы бос. Кезекшілер тізімін тексеріңіз.
operator-no-coordinators = { $code } ісі бойынша бірде-бір үйлестірушімен байланыс жоқ. Кезекшілер тізімін тексеріп, оларға қоңырау шалыңыз.
operator-member-hidden = Бір қатысушы чатын жасырды, ал оған қоңырау шалатын үйлестірушімен байланыс жоқ. Кім екенін dabyl roster list көрсетеді. Қоңырау шалып, телефоны өз қолында болса: dabyl roster unhide ID.

# The lines of a case's timeline, for coordinators.
history-head = { $code } ісі бойынша не істелді:
history-broken = ⚠️ Бұл тарих сырттан өзгертілген немесе қысқартылған. Әкімшілерге айтыңыз.
line-opened = ашылды
line-offered = сұралды
line-unreachable = байланыс жоқ
line-declined = бас тартты
line-reason = бас тарту себебі: { $why }
line-found-nobody = әзірге ешкім алған жоқ
line-asked-anew = шұғылырақ немесе басқа жер: қайта сұраймыз
line-lawyers-wanted = заңгерлерден сұрау керек
line-accepted = алынды
line-contacted = байланысты
line-on-my-way = жолда
line-no-first-action = алынды, бірақ әрекет болмады: қайта ұсынылды
line-given-back = қайтарылды
line-owner-suspended = мүше шеттетілді: қайта ұсынылды
line-closed = жабылды: { $why }
line-reopened = қайта ашылды
line-viewed = оқылды, себебі: { $why }
line-coded = әрекет түрі: { $why }
line-placed = орны: { $why }
line-still-held = қоңырау шалынды: аяқталған жоқ
line-says-over = хабарлаушы: аяқталды дейді
line-says-false = хабарлаушы: жалған дабыл дейді
line-reporter-finished = хабарлаушы аяқтады
line-reporter-called-off = хабарлаушы тоқтатты
line-reporter-cancelled = хабарлаушы хабарын үзді
line-muted = хабарлаушыға 24 сағат жауап берілмейді
line-unmuted = хабарлаушыға қайта жауап беріледі
line-hidden = хабарлаушы чатын жасырды: телефонын алып жатыр
line-answered-again = жасырылған чатқа қайта жауап беріледі
line-moved = код арқылы басқа телефонға көшті
