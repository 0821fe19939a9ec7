# Кезекшілік. duty-typed-… – күндер мен сағаттарды адамдар қалай жазады; үтір арқылы, кез келген әріппен.

duty-typed-mon = дс, дүйсенбі, дүйсенбіге, дүйсенбіде
duty-typed-tue = сс, сейсенбі, сейсенбіге, сейсенбіде
duty-typed-wed = ср, сәрсенбі, сәрсенбіге, сәрсенбіде
duty-typed-thu = бс, бейсенбі, бейсенбіге, бейсенбіде
duty-typed-fri = жм, жұма, жұмаға, жұмада
duty-typed-sat = сб, сн, сенбі, сенбіге, сенбіде
duty-typed-sun = жс, жк, жексенбі, жексенбіге, жексенбіде
duty-typed-weekdays = жұмыс күндері, жұмыс күні
duty-typed-weekend = демалыс күндері, демалыс
duty-typed-daily = күн сайын, күнде, күнде түнде, әр түні, күнделікті
duty-typed-around = тәулік бойы, күні бойы
duty-typed-today = бүгін
duty-typed-tomorrow = ертең
duty-typed-instead = үшін
duty-typed-replaced = орнына
duty-typed-not = келе алмаймын, алмаймын, емес, жоқ, басқа
duty-typed-noise = сағат, мен, және, дейін, бастап
duty-test-typed = сынақ, тест, тексеру, дыбыс
duty-on-typed = кезекшімін
duty-off-typed = кезекші емеспін

duty-day-mon = Дс
duty-day-tue = Сс
duty-day-wed = Ср
duty-day-thu = Бс
duty-day-fri = Жм
duty-day-sat = Сб
duty-day-sun = Жс
duty-weekdays = Дс–Жм
duty-weekend = Сб, Жс
duty-daily = Күн сайын
duty-everywhere = барлық жерде

duty-now-on = Сіз кезекшісіз ({ $why }).
duty-now-off = Қазір кезекші емессіз ({ $why }).
duty-until = Қашанға дейін: { $until }.
duty-is-on = Қазір кезекші ({ $why }).
duty-is-off = Қазір кезекші емес ({ $why }).
duty-why-suspended = мүшелігі тоқтатылған
duty-why-unreachable = байланыс жоқ
duty-why-off = өзі белгілеген: кезекші емес
duty-why-removed = бұл уақыттан алынған
duty-why-replaced = орнына әріптесі келеді
duty-why-added = қосылған
duty-why-replaces = әріптесінің орнына
duty-why-on = өзі белгілеген: кезекші
duty-why-shift = ауысым
duty-why-no-shift = ауысым жоқ
duty-why-standing = тізімде солай
duty-why-not-standing = тізімде солай
duty-why-elsewhere = басқа өңір
duty-week = Апта:
duty-week-of = { $name }, апта:
duty-week-empty = Ауысым жоқ.
duty-no-shifts = Сізде ауысым жоқ: тізімде белгіленгендей, кез келген уақытта сұраймыз. Аптаңызды жазсаңыз, түнде кезекшілерден ғана сұраймыз.
duty-no-shifts-off = Сізде ауысым жоқ, тізімде сізден сұралмайды деп белгіленген. Аптаңызды жазсаңыз, сол уақытта сұраймыз.
duty-coming = Келесі: { $times }.
duty-week-how = Күндерді таңдаңыз немесе жазыңыз, мысалы: дс-жм 9-18, жм 22-6.
duty-which-hours = Қай сағаттарда?
duty-understood = Былай түсіндік:
duty-instead = Бұрынғы аптаның орнына ма, әлде соған қосамыз ба?
duty-saved = Жазылды.
duty-merged = Жазылды. Қабаттасқан ауысымдар біріктірілді.
duty-week-changed = Үйлестіруші аптаңызды өзгертті: { $week }. Көру: /duty
duty-member-how = Жазыңыз, мысалы: дс-жм 9-18; 28.09 22-6 (қосу); -28.09 (алу). Ауыстыру: /duty Марат орнына Сәуле 28.09 22-6
button-duty-on = 12 сағат кезекшімін
button-duty-off = 12 сағат кезекші емеспін
button-duty-on-again = Тағы 12 сағат
button-duty-off-again = Тағы 12 сағат
button-duty-plan = Ауысым бойынша
button-duty-week = Апта
button-duty-cannot = Келе алмаймын…
button-duty-file = Күнтізбеге файл
button-duty-team = Барлығының кезегі
button-duty-back = ‹ Артқа
button-duty-instead = Орнына
button-duty-more = Қосу
duty-on-ends = «Кезекшімін» белгісі { $until } аяқталады. Әрі қарай – ауысым бойынша.
duty-off-ends = «Кезекші емеспін» белгісі { $until } аяқталады. Әрі қарай – ауысым бойынша.
duty-not-yours = Әкімшілерде кезекшілік жоқ.
duty-event = Кезекшілік
duty-file = Күнтізбеңіз: { $count }. Сегіз аптаның кезекшілігі, істің коды мен соты көрсетілген сот отырыстары; аты-жөн жоқ. Файл өздігінен жаңармайды: өзгерген соң жаңасын алыңыз.
duty-file-empty = Жазатын ештеңе жоқ: алда кезекшілік те, сот отырысы да жоқ.

duty-refused-zero = Басы мен аяғы бірдей. Толық тәулік – 0-24.
duty-refused-backwards = Аяғы басынан бұрын.
duty-refused-past = Бұл уақыт өтіп кетті.
duty-refused-long = 60 күннен әрі және 60 күннен ұзақ болмайды.
duty-refused-many = Мұнша жазуға болмайды: ең көбі 42. Алдымен артығын алыңыз.
duty-refused-suspended = Бұл адамның мүшелігі тоқтатылған: қайтарылғанша кезекші бола алмайды.
duty-refused-conflict = Бұл уақыттың бір бөлігіне керісінше жазылған. Алдымен соны алыңыз.
duty-refused-himself = Ешкім өзін-өзі ауыстыра алмайды.
duty-refused-not-on-duty = Ауыстырылатын адам ол кезде кезекші емес.
duty-refused-time = Ондай уақыт жоқ. Мысалы, былай жазыңыз: 9-18 немесе 22:00-06:00.
duty-refused-date = Ондай күн жоқ немесе аяғы басынан бұрын. Мысалы, былай жазыңыз: 28.09.
duty-refused-no-hours = Күндері түсінікті, сағаттары жоқ. Мысалы, былай жазыңыз: дс-жм 9-18.
duty-refused-no-days = Сағаттары түсінікті, күндері жоқ. Мысалы, былай жазыңыз: дс-жм 9-18.
duty-refused-never = Апта қашан кезекші екеніңізді айтады. Келе алмайтын күніңізді былай жазыңыз: -28.09, немесе «Келе алмаймын…» дегенді таңдаңыз.
duty-refused-parts = Бір жолға тым көп. Екі хабарламаға бөліп жазыңыз.
duty-unread = Қай ауысым екенін түсінбедік. Мысалы, былай жазыңыз: /duty дс-жм 9-18
duty-nobody-called = Тізімде «{ $name }» деген адам жоқ.
duty-several-called = «{ $name }» деген бірнеше адам бар. Тегін де жазыңыз.

duty-which = Қашан келе алмайсыз? Өңірдегі әріптестерден бірден сұраймыз.
duty-none-coming = Алдағы екі аптада кезекшілігіңіз жоқ.
duty-none-then = Ол уақытта кезекшілігіңіз жоқ.
duty-gone = Бұл кезекшілік енді жоқ. Қазіргі жағдай: /duty
duty-taken-before = Бұл кезекшілікті басқа әріптесіңіз алып қойды.
duty-told-add = Үйлестіруші сізді кезекке қойды: { $times }. Барлығы: /duty
duty-told-remove = Үйлестіруші сізді кезектен алды: { $times }. Барлығы: /duty
duty-told-replace = Үйлестіруші сізді әріптесіңіздің орнына кезекке қойды: { $times }. Барлығы: /duty
duty-told-replaced = Орныңызға әріптесіңіз келеді: { $times }. Барлығы: /duty
duty-told-back = Өзгеріс алынды, қайтадан ауысым бойынша: { $times }. Барлығы: /duty
duty-told-taken = Кезекшілігіңізді әріптесіңіз алды: { $times }.
duty-stint-asked = Сіздің кезекшілігіңіз: { $times }. Растайсыз ба?
duty-stint-confirmed = Сіздің кезекшілігіңіз: { $times }. Расталды, рақмет.
duty-stint-offered = { $times }: сіз кезекші емессіз. Әріптестерден сұрадық, әзірге ешкім алған жоқ.
duty-stint-alone = { $times }: сіз кезекші емессіз. Сұрайтын ешкім жоқ, үйлестірушілер біледі.
duty-stint-taken = { $times }: орныңызға әріптесіңіз келеді.
button-stint-yes = Растаймын
button-stint-no = Келе алмаймын
button-stint-back = Бәрібір келе аламын
duty-swap = Әріптесіңіз кезекке келе алмайды: { $times } ({ $places }). Аласыз ба?
duty-swap-yours = Әріптесіңіздің орнына кезекшісіз: { $times } ({ $places }). Рақмет.
duty-swap-over = { $times } ({ $places }): енді ешкім керек емес.
button-swap-take = Аламын

duty-unanswered = Кезекшілік туралы жауап жоқ:
duty-unanswered-more = тағы { $count }, олар кейінірек бастайды. Нөмірлері: /members
duty-not-asked = · { $name } растамады: { $times } ({ $places }). Қоңырау шалу: { $phone }
duty-not-offered = · { $name } келе алмайды, ешкім алмады: { $times } ({ $places })
duty-not-reached = · { $name } мессенджерде байланыста жоқ, ал өзі кезекші: { $times } ({ $places }). Қоңырау шалу: { $phone }
duty-gaps-day = Алдағы тәулікте кезекшілікте бос уақыт бар:
duty-gaps-week = Осы аптада кезекшілікте бос уақыт бар:
duty-no-gaps = Осы аптада әр өңірде әрқашан кезекші бар.
duty-gap = · { $place }: { $times } – ешкім жоқ
duty-gap-language = · { $place }: { $times } – { $language ->
    [kk] қазақша
    [ru] орысша
   *[en] ағылшынша
} сөйлейтін ешкім жоқ
duty-gaps-more = тағы { $count }. Барлығы: /duty
duty-left-alone = { $name } жалғыз кезекші ({ $places }), мессенджерде байланыста жоқ. Қоңырау шалыңыз: { $phone }. Немесе басқа кезекші қойыңыз: /duty
duty-team = Қазір кезекшілер:
duty-team-region = · { $place }: { $count ->
    [0] ешкім жоқ
   *[other] { $names }
}
duty-change-add = қосылды: { $times }
duty-change-remove = кезекші емес: { $times }
duty-change-replace = әріптесінің орнына: { $times }

digest-share = { $name } { $nights }/{ $alerts }
digest-shares = 30 күнде, түнгі кезекшілік / дабыл: { $people }

timer-tap-ends = Кезекшілік белгісі жақында аяқталады
timer-shifts-typed = Бұл чатта ауысымды күту аяқталды
timer-stints-unanswered = Кезекшілік туралы жауап жоқ
timer-stints-evening = Ертең кім кезекші екенін сұрау
timer-gaps-week = Осы аптада қай жерде кезекші жоқ
