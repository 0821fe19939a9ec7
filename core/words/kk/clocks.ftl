# Заң мерзімдері: карточкаларда, ескерту кезінде, және мүшелерге арналған заңның өзі.

clock-span = { $days ->
    [0] { $hours ->
        [0] { $minutes } мин
       *[other] { $hours } сағ { $minutes } мин
    }
   *[other] { $days } тәул { $hours } сағ
}
clock-hours = { $count } сағ
clock-days = { $count } тәулік
clock-months = { $count } ай
clock-left = ⏳ { $span } қалды, { KAZAKH_TO($time) } дейін: { $what }
clock-over = ❗ { $span } асып кетті, { KAZAKH_FROM($time) } бері: { $what }
clock-was-over = ❗ { $span } асып кеткен ({ KAZAKH_FROM($time) } бері): { $what }
clock-over-perhaps = ❗ Мүмкін, { $span } асып кетті, { KAZAKH_FROM($time) } бері: { $what }
clock-was-over-perhaps = ❗ Мүмкін, { $span } асып кеткен ({ KAZAKH_FROM($time) } бері): { $what }
clock-more = ❗ тағы { $count }
clock-stopped = ✔️ Мерзімі бітпей тоқтады: { $what }
clock-ask = ❓ { KAZAKH_FROM($time) } бері орындалған болуы керек; қағазын сұраңыз: { $what }
clock-just-over = ❗ Мерзім { $time } бітті: { $what }
clock-just-over-perhaps = ❗ Мүмкін, мерзім { $time } бітті: { $what }
clock-term = 📅 Мерзімі { $time } бітті: { $what }
clock-counts = ⏳ { KAZAKH_FROM($time) } бері { $span }: { $what }
clock-unverified = { $what } (тексерілмеген)
clock-from = { KAZAKH_FROM($time) } бастап: { $start }
clock-from-started = еркі іс жүзінде шектелді
clock-from-delivered = бөлімге жеткізілді
clock-from-protocol = хаттама жасалды
clock-from-ruling = қаулы жарияланды
clock-from-ruling-copy = қаулының көшірмесі берілді
clock-from-remand = қамауға алу санкциясы жарияланды
clock-from-charged = айып тағылды
clock-from-in-court = сотқа жеткізілді
clock-from-appeal-filed = шешімге шағым берілді
clock-from-complaint-filed = ұстау туралы шағым берілді
clock-from-motion-filed = өтінішхат берілді
clock-from-transferred = басқа жерге әкетілді
clock-from-released-at = босатылды
clock-from-complaint-answered = шағымға жауап, бас тарту немесе үнсіздік
clock-from-court-complaint-filed = сотқа шағым жіберілді
clock-from-first-said = бізге алғаш хабарланды
clock-start-unknown = уақыты белгісіз: { $what }
clock-doubt-regime = ұстаудың түрі белгісіз
clock-doubt-age = егер кәмелетке толмаған болса: жасы белгісіз
clock-doubt-law = заң бұл жерде анық емес
clock-doubt-start = басталған уақыты тек сөздерден оқылды
clock-one-person = бір адам туралы
clock-backwards = ⚠️ { $stop }, { $before }: бұл { $after } ({ $start }) уақытынан бұрын. Осы уақыттардың бірі қате.
clock-head = ⏱ { $code } · { $place }: заң мерзімі
clock-seen = 👁 Көрілді, { $time }
clock-none = ⏱ { $code }: бітейін деп тұрған мерзім жоқ.
clock-closed = ⏱ { $code } жабылды: мерзімдері жоқ.
button-clock-seen = 👁 Көрдім
button-clock-open = Ашу: { $code }
clocks-head = ⏱ Заң мерзімі өтіп, ешкім жауап бермеген { $count } іс:
clocks-case = 🔖 { $code } · { $place } · ешкімде емес
clocks-case-taken = 🔖 { $code } · { $place } · іс біреуде, әзірге жауап жоқ
clocks-more = тағы { $count }: /cases
clocks-none = ⏱ Реттелді: жауапсыз өткен мерзім жоқ.
clock-told = { $what }; басы { $start }, соңы { $due }, { $span } асып кетті
line-overrun = заң мерзімі өтті: { $why }
line-overrun-ended = мерзімнен асу тоқтады: { $why }
line-overrun-void = мерзімнен асу енді расталмайды, уақыты түзетілді: { $why }


law-none = Бұл ел үшін заң мерзімдері жоқ.
law-head = ⚖️ Заң мерзімдері: { $count }, тексерілмегені { $unsigned }. ☑️ заңгер тексерген, ⚠️ ешкім тексермеген. Оқу үшін нөмірін таңдаңыз.
law-no-number = сан жоқ
law-changed = ⚠️ Бұл жол сіз оқығалы өзгерді. Қол қоймас бұрын қайта оқыңыз.
law-signed = ☑️ Тексерген: { $name }, { $day }
law-one-of-us = біздің мүше
law-unsigned = ⚠️ Тексерілмеген: біздің заңгерлердің ешқайсысы тексерген жоқ
law-starts = Басталады: { $what }
law-else = Ол белгісіз болса, мыналардың ең ертесінен: { $what }
law-stops = Тоқтайды: { $what }
law-nothing = бізге айтылатын ештеңеден емес
law-length = Мерзімі: { $length }
law-minors = кәмелетке толмағандар
law-adults = ересектер
law-doubtful = қолданыла ма, белгісіз
law-end-overrun = Соңында: дабыл; одан ұзақ ұсталса, дәлел ретінде сақталады
law-end-ask = Соңында: сұрауды еске салу
law-end-term = Соңында: дабыл; бұл өз мерзіміміз
law-extended = Ұзарта алады: { $who }
law-articles = Бап: { $articles }
law-no-article = табылмады
law-valid = Қолданылуы: { $begins } – { $ends }
law-sure = Қаншалықты белгілі: { $sure }. Дереккөз: { $source }
law-sure-a = кодекстің мәтіні оқылды
law-sure-b = ресми орган не оның баспасөзі
law-sure-c = жанама, бейресми не жоба
law-sure-unknown = табылмады
button-law-sign = ☑️ Тексердім
button-law-revoke = Қолтаңбаны алып тастау
button-law-list = ⬅️ Барлық мерзім
law-tonight = Бүгінге: тексерілмеген мерзімдер де ескертеді, ең ертесі бірінші. Солар бойынша бірден әрекет етіңіз: қоңырау шалыңыз, сұраңыз, барыңыз. Қағазда мерзімді атамас бұрын заңгер кодекске қарайды.
