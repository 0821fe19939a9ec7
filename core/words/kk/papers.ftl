# Құжаттар: олар неден құралады және олар үшін не сұралады. Ұйым мүшелері оқиды.

paper-not-known = [белгісіз: { $what }]
paper-field-other = тағы бір мәлімет
paper-field-law = заң бабы
paper-field-rights = құқық және оның баптары
paper-file = 📄 { $name } · { $code }
    Қол қоймас бұрын оқып шығыңыз. Артынан мәтіні мен дереккөздері келеді; бір тәуліктен соң бәрі чаттан өшіріледі.
paper-broken = ⚠️ { $name }: құжат жасалмады, үлгісі бұзылған. Әкімшілерге хабарланды. Енгізгеніңіз жоғалған жоқ.
paper-sources = 🔎 Әр сөйлем қайдан алынды. Бұл сізге арналған, құжаттың өзінде жоқ.
paper-unverified-mark = { " " }(тексерілмеген)
paper-origin-answer = осы құжат үшін айтылды
paper-origin-mark = заңдағы мерзім, айтылғандар бойынша
paper-origin-law = заң
paper-origin-organisation = ұйым
paper-origin-bot = бот есептеген
paper-origin-paper = құжат, оқыған: { $name }
paper-origin-other = істің өзі
operator-paper-broken = { $paper } ({ $language }) үлгісі толтырылмайды. Қараңыз: dabyl paper check.

# Тізім
button-papers = 📄 Құжаттар
papers-head = 📄 Құжаттар · { $code }
papers-for = Кім туралы: { $name }
papers-whole = бүкіл іс
papers-whom = { $code }: кім туралы?
papers-ready = { $number }. { $sign } { $name }: бәрі бар
papers-lacks = { $number }. { $sign } { $name }: әзірге белгісіз: { $what }
papers-and-more = { $what } және тағы { $count }
papers-none = Бұған арналған құжат жоқ.
papers-made = Жасалғандары:
papers-state-draft = әлі жасалмаған
papers-state-asked = екінші үйлестірушіден сұралуда
papers-state-refused = рұқсат берілмеді
papers-state-leaving = қазір келеді
papers-state-made = жасалды, жіберілгені әзірге айтылмаған
papers-state-broken = жасалмады: үлгісі бұзылған
papers-state-sent = жіберілді
button-papers-whom = ‹ Басқа адам туралы
button-papers-all = ‹ Барлық құжат
button-papers-page = ‹ Осы құжат

# Беті
papers-page = 📄 { $name } · { $code }
papers-to = Кімге: { $name }
papers-nobody = бүгінгі адресат белгісіз, қолмен жазыңыз
papers-language = Тілі: { $name }
papers-signs = Қол қоятын: { $name }
papers-missing = ❗️ Белгісіз: { $what }. Осылай жасалса, бұл жерлерде белгісіз екені жазылады.
papers-left-out = ⚠️ Тексерілмегендіктен кірмейді: { $what }. Өзіңіз кепіл болатынды белгілеңіз.
papers-term-unticked = Өткен мерзім белгіленбеген, онсыз талап ететін ештеңе жоқ. Оны «Тексерілмеген» дегеннен оқып, жауап бере алсаңыз, белгілеңіз.
papers-wanted = Білген артық болмас еді: { $what }
papers-unverified = ⚠️ Тексерілмегені: { $count }, оның ішінде құжатқа кіретіні: { $ticked }
papers-names = Аты-жөні былай жазылады: { $names }. Дұрыс па?
papers-from-memory = Бұл нысанның кейбір бөліктері жатқа жазылған. Жібермес бұрын нысанның өзімен салыстырыңыз.
papers-two-people = Тағы бір үйлестіруші рұқсат беруі керек.
papers-barred-no-consent = ⛔ Адамның атынан сөйлей алатын ешкім атын онда жіберуге рұқсат бермеген.
papers-barred-refused = ⛔ Атын онда жіберуге болмайды: адамның атынан сөйлей алатын кісі «жоқ» деді.
papers-barred-several = ⛔ Келісім берген кісі бірнеше адамды атаған. Үйлестіруші шешеді: «Келісімдер».
papers-barred-undertaking = ⛔ Біреуден жария етпеу туралы қолхат алынған. Алдымен үйлестіруші шешеді.
papers-changed = 🔄 Сіз бұл бетті көргеннен бері іс өзгерді. Тағы бір қараңыз.
papers-not-now = Мұны енді өзгертуге болмайды: құжат жасалды.
papers-made-at = Жасалған уақыты: { $time } (үлгі, { $version }-нұсқа)
papers-second = Рұқсат берген: { $name }
papers-which-office = Кімге?
papers-office-refused = { $name }: бүгін бұл қызметте кім екені белгісіз, сондықтан құжатқа жазылмайды.
papers-which-ticks = Тексерілмегені құжатқа кірмейді. Сонда да кіруі керегін белгілеңіз:
papers-more-ticks = … және тағы { $count }: оларды да «Бәрі» белгілейді
papers-which-grounds = Өзіңіз не көрдіңіз немесе адамның өзінен не естідіңіз? Әр белгі бір абзац болады:
papers-which-name = Қайсысы дұрыс емес? Таңдап, қалай жазылуы керегін жазыңыз.
button-papers-ask = ❓ { $count ->
    [one] Бір сұраққа
   *[other] { $count } сұраққа
} жауап беру
button-papers-to = Кімге
button-papers-language = Басқа тіл
button-papers-signer = Басқа қол
button-papers-ticks = Тексерілмеген ({ $count })
button-papers-tick-all = ☑️ Бәрі
button-papers-grounds = Не көрдіңіз
button-papers-names = Аты-жөні
button-papers-make = ✅ Жасау
button-papers-second = 👥 Екінші үйлестірушіден сұрау
button-papers-withdraw = Сұрауды қайтып алу
button-papers-again = Осында қайта жіберу
button-papers-sent = 📮 Жіберілді
button-papers-overrun = 📄 Талап жасау · { $code }
button-papers-denied = 📄 Жоғалып кету туралы құжат
button-papers-silent = 📄 Келесі шағым
button-papers-refused = 📄 Шағым
button-papers-harmed = 📄 Шағым

# Сұрақтар
papers-ask = Не белгілі: { $what }? Жазыңыз немесе өткізіп жіберіңіз.
papers-words = Бұл туралы не белгілі? Жазыңыз немесе өткізіп жіберіңіз.
papers-words-short = Жауап
papers-moment = Бұл қашан болды? Күні мен уақытын жазыңыз немесе өткізіп жіберіңіз.
papers-moment-short = Қашан
papers-on = Қашан жіберілді?
papers-on-short = Жіберілген күні
papers-on-today = бүгін
papers-on-yesterday = кеше
papers-on-required = Күнін жазыңыз, мысалы 26.11.
papers-reference = Қандай нөмірмен тіркелді? Нөмірі әлі жоқ болса, өткізіп жіберіңіз.
papers-reference-short = Нөмірі

# Екінші үйлестіруші
papers-second-asked = 👥 { $name } · { $code }
    { $who } осы құжатты жасағысы келеді. Болады ма?
papers-second-whom = Кімді атайды: { $initials }
papers-second-authorities = Атын органдар мен БҰҰ-ға беру: { $answer ->
    [yes] рұқсат етілген
    [no] біреу «жоқ» деген
   *[none] ешкімнен сұралмаған
}
papers-second-publication = Атын жариялау: { $answer ->
    [yes] рұқсат етілген
    [no] біреу «жоқ» деген
   *[none] ешкімнен сұралмаған
}
papers-second-ticked = Тексерілмеген, бірақ кіретіні: { $what }
papers-second-none = ештеңе
papers-second-over = { $name } · { $code }: жауап берілген.
papers-second-refused = { $name } · { $code }: рұқсат берілмеді.
button-papers-agree = ✅ Жасауға болады
button-papers-disagree = ✖️ Болмайды
papers-refused = { $code }, { $name }: үйлестіруші рұқсат бермеді. Онымен сөйлесіңіз.
papers-unanswered = { $code }, { $name }: бір тәулікте ешкім жауап бермеді. Құжаттың бетінен қайта сұраңыз.
papers-changed-since = { $code }, { $name }: содан бері іс өзгерді. Бетін қарап, қайта сұраңыз.

# Тарихы
line-paper-made = құжат жасалды: { $why }
line-paper-asked = екінші үйлестірушіден сұралды: { $why }
line-paper-agreed = рұқсат берілді: { $why }
line-paper-refused = рұқсат берілмеді: { $why }
timer-unmade-paper = Ешкім жасамаған құжат
timer-unallowed-paper = Екінші үйлестіруші жауап бермеді
timer-unanswered-paper = Құжаттың жауапсыз қалған сұрағы

# Шығыс құжаттардың журналы
button-register = 🔢 Шығыс нөмірлері
button-register-earlier = Бұрынғылары
register-head = 🔢 Қағаздар қандай нөмірмен кетті, жаңасы бірінші:
register-none = Әлі бірде-бір қағаз жасалған жоқ.
register-line = { $number } · { $time } · { $name } ({ $language }) · кімге: { $to } · { $who }
paper-origin-register = шығыс құжаттардың журналы
paper-field-paper-number = шығыс нөмірі
paper-field-organisation-signatory = ұйым атынан кім қол қояды
paper-field-organisation-office = қол қоюшының қызметі
papers-oblique = ⚠️ Аты-жөні мұнда былай тұр: «{ $name }», басқа септікке ұқсайды. Қалай жазу керек?
button-papers-meant = Дұрыс, солай
papers-harm-untold = Құжатта адамға не істелгені мүлде жазылмас еді. Соны жазыңыз немесе өзіңіз кепіл болсаңыз, «Тексерілмеген» дегеннен белгілеңіз.
papers-for-told = Кім туралы: «{ $name }», айтылған күйінде
