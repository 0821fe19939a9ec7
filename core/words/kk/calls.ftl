# Телефон: қоңырау шалған адамның хабары және бөлімдерге қоңырау шалу. Үйлестірушілерге.


call-head = 📞 Қоңырау, { $time }. Естігеніңізді бір немесе бірнеше хабармен жазыңыз: кім, қайда, қашан, кім ұстады, қоңырау шалушының нөмірі.
button-open-call = Қоңырау бойынша іс ашу
call-opened = Қоңырау жазылды, іс: { $code }.
call-code =
    🔑 Қоңырау шалушыға дауыстап оқып беріңіз: { $code }
    Осы сөздермен ол ботқа өз телефонынан жаза алады. Іс: { $case }. Оған бізден хабар бармайды: өзіңіз қоңырау шалыңыз.
call-gone = Бұл қоңырау бойынша іс ашылған немесе ол өшірілген.
call-reason = өзіне телефонмен айтылды
call-no-number = нөмірі жоқ
case-by-telephone = ☎️ Телефонмен айтқан: { $who }; жазып алған: { $name }, { $time }. Оған жазу мүмкін емес, қоңырау шалыңыз.
relay-ring = { $code }: телефонмен айтылған, ол жаққа жіберу мүмкін емес. Қоңырау шалыңыз: { $numbers }
line-taken-down = телефонмен айтылды, жазып алынды

report-authorities = { consent-authorities }
report-authorities-again = { consent-authorities }
report-authorities-short = Аты-жөнді органдарға беру
report-authorities-yes = { consent-authorities-yes }
report-authorities-no = { consent-authorities-no }
report-publication = { consent-publication }
report-publication-again = { consent-publication }
report-publication-short = Аты-жөнді жариялау
report-publication-yes = { consent-publication-yes }
report-publication-no = { consent-publication-no }
timer-unopened-call = Іс ашылмаған қоңырауды еске салу
line-station-rung = бөлімнен сұралды: { $why }

button-calls = ☎️ Бөлімдерге қоңырау
round-where = Қай өңірдің бөлімдеріне қоңырау шаламыз? Немесе /calls және қаланы, өңірді не істің кодын жазыңыз.
round-unknown = Мұндай жер де, іс те жоқ. /calls және қаланы, өңірді не істің кодын жазыңыз.
round-no-region = { $code }: қай жерде екені белгісіз. /calls және қаланы не өңірді жазыңыз.
round-head = ☎️ Бөлімдерге қоңырау · { $place }{ $code }
round-for = Сұраңыз: { $names } ({ $code })
round-for-lookup = Сұраңыз: { $names } (біреу іздеп жүр)
round-for-nobody = Қазір мұнда ешкім ізделмейді.
round-found = барлығы табылды
round-closed-cases = Сізге ашылмаған істер: { $count }. Кімді сұрау керегін көру үшін ашыңыз.
round-no-stations = Мұнда нөмірі белгілі бөлім әзірге жоқ. Техник баптауда бөлімдер файлын көрсете алады.
round-line = { $number }. { $name } · { $phones }
round-more = Тағы бөлімдер: { $count }. Жоғарыдағылар жауап бергенде шығады.
round-there = 🟢 сонда, { $time }, { $name }
round-denied = 🔴 жоқ дейді, { $time }, { $name }
round-hung-up = 📵 тұтқаны қойды немесе жауап жоқ, { $time }, { $name }
round-later = 🕒 { $again } қайта шалу керек ({ $time }, { $name })
round-rings = ☎️ { $name } { KAZAKH_FROM($time) } бастап қоңырау шалып жатыр
round-you-ring = ☎️ { KAZAKH_FROM($time) } бастап сіз шалып жатырсыз. Не айтқанын белгілеңіз.
round-closed = { $code }: іс жабылды, қоңырау шалу аяқталды.
round-taken = Бұл бөлімге { $name } қоңырау шалып жатыр. Жауабы осында шығады.
round-over = Бұл қоңырау аяқталды. Қоңырау шалу үшін «☎️» таңдаңыз.
round-answered = Бұрын жазылған.
round-who = Кім сонда? Аталғандардың барлығын белгілеңіз.
round-call-back = Жазылды. Сұраған адамға қоңырау шалыңызшы; оның карточкасы төменде.
round-found-noted = { $code }: табылды, { $station }. Хабарлаушыларға жазылды: { $chats }.
round-unverified = Қайда екені айтылмады, себебі бұл хабарлаушыларды біздің ешкім тексерген жоқ: { $count }. Оларға қоңырау шалыңыз; істе «Тексеру» басылса, бірден оқиды.
round-found-owner = { $code } · табылды: { $station } адам өздерінде дейді.
round-found-news = Бөлімдерге қоңырау шалдық. { $station }: сіз хабарлаған адам өздерінде дейді. Бұл өзгеруі мүмкін: жауап берген адамның аты-жөні мен шенін сұраңыз.
round-evidence = { $code }: бөлімдерге қоңыраулар
button-i-ring = ☎️ { $number }
button-there = ✅ { $number }: сонда
button-denied = ❌ { $number }: жоқ дейді
button-hung-up = 📵 { $number }
button-ring-later = 🕒 { $minutes } мин
button-evidence = Дәлелдер
rung-there = { $station } ({ $phones }): адам сонда
rung-denied = { $station } ({ $phones }): жоқ дейді
rung-hung-up = { $station } ({ $phones }): тұтқаны қойды немесе жауап жоқ
rung-later = { $station } ({ $phones }): { $again } қайта шалу керек
ask-denied = ❗ Ұсталғанын жоққа шығарады: бөлімдер мұндай адам жоқ дейді. Мұны із-түзсіз жоғалу деп қараңыз; арыз беретін кез келді. Шешіңізші.
timer-lapsed-station = Біреу қоңырау шалмақ болған бөлімді босату
timer-again-station = Бөлімге қайта қоңырау шалуды еске салу
