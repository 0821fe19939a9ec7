# The detention report, the first screen, and what a reporter is told.

start-hello = Біреуді ұстады ма, таба алмай жүрсіз бе? Не болғанын, қайда екенін жазыңыз: бірден заңгерге хабарлаймыз. Бұл { $organisation } боты.
start-sees = Кім не көреді. Telegram бұл жазысқанды көре және сақтай алады. Бізде ол құлыптаулы: аты-жөн мен телефонды істі алған заңгер ғана, қажет болса үйлестіруші көреді. Телефоныңызды тартып алуы мүмкін болса, «{ report-hide }» батырмасын басыңыз.
button-sees = Мұны кім көреді?

language-asked = Қай тілде сөйлесейік?
language-kk = Қазақша
language-ru = Русский
language-en = English
language-set = Енді қазақша жалғастырамыз.

help =
    Ұстау туралы хабарлау үшін не болғанын, қай қалада екенін жазыңыз не /report басыңыз.
    /language: басқа тіл
    /back, /skip, /cancel: артқа, өткізіп жіберу, бас тарту
    Кодыңыз болса, жаза салыңыз.
    /hide: телефонды алып жатса. Бот хабарларды өшіріп, мұнда енді ештеңе жазбайды. Екі күннен ескі сөздеріңізді және чаттың өзін қолмен өшіріңіз.

hotline = Жедел желі: { $number }
bland = Рақмет. Хабар алынды.
failed = Бізде ақау шықты. Сөзіңіз сақталды, оны адам қарайды. Шұғыл болса, қоңырау шалғаныңыз дұрыс.

draft-offered = Аяқталмаған хабарыңыз бар. Жалғастырасыз ба?
draft-continue = Жалғастыру
draft-drop = Жою
draft-dropped = Жойылды.
draft-gone = Бұл хабар енді жоқ. Қайта бастау үшін жаза салыңыз.

report-situation = Не болып жатыр және кімге қатысты?
report-situation-help = Батырманы басыңыз не өз сөзіңізбен жазыңыз: кім, қайда, қашан.
report-situation-required = Бұл заңгер табу үшін керек. Нақты білмесеңіз, «Бұл басқа адам» дегенді таңдаңыз.
report-situation-again = Не болды? Бір сөзбен де болады.
report-situation-short = Не болды
report-situation-me = Бұл мен
report-situation-other = Бұл басқа адам
report-situation-blocked = Шығармай жатыр не жолда тоқтатты
report-situation-missing = Адамды таба алмай жүрмін
report-situation-trial = Сот не іс бар, ешкім ұсталмаған
report-situation-over = Бәрі аяқталды
report-situation-saw = Аңду (ешкім ұсталмаған)
report-situation-summons = Әңгімеге не жауап алуға шақырды

report-place = { $situation ->
    [missing] Ол адам соңғы рет қай қалада көрінді?
   *[other] Бұл қай қалада?
}
report-place-help = Қаланы басыңыз, жазыңыз не тұрған жеріңізді жіберіңіз.
report-place-required = Қаласыз заңгер табу мүмкін емес. Білмесеңіз, «білмеймін» деп жауап беріңіз.
report-place-again = Заңгер табу үшін тек қала не аудан керек.
report-place-short = Қала
report-place-unknown = Қайда екенін білмеймін

report-where = { $situation ->
    [missing] Соңғы рет нақты қай жерде көрінді?
    [summons] Қайда шақырды?
   *[other] Нақты қай жерде?
}
report-where-help = Көше, ғимарат, жанында не бар. Картадағы жерді де жіберуге болады.
report-where-again = Қай көше, немесе жанында не бар?
report-where-short = Орны

report-who = { $situation ->
    [me] Аты-жөніңіз қандай? Қасыңызда біреу бар ма?
    [missing] Кімді іздеп жүрсіз?
    [blocked] Кімді шығармай жатыр не тоқтатты?
    [saw] Кімнің соңынан еріп жүрді?
    [summons] Кімді шақырды?
   *[other] Кімді ұстады?
}
report-who-help = Әрқайсысының аты-жөнін жаңа жолға немесе неше адам екенін жазыңыз. Аты-жөнді істі алған заңгер ғана, қажет болса үйлестіруші көреді.
report-who-again = Ең болмаса атын не неше адам екенін жазыңыз.
report-who-short = Кім
report-who-one = { $situation ->
    [me] Жалғыз өзім
   *[other] Бір адам
}
report-who-two = Екі адам
report-who-three = Үш адам
report-who-several = Бірнеше адам
report-who-unknown = Нешеу екенін білмеймін
report-who-withheld = Атын айтқым келмейді

report-accused = Бұл кімнің ісі?
report-accused-help = Әрқайсысының аты-жөнін жаңа жолға жазыңыз. Іс бар, бірақ ешкім аталмаса, солай деп жауап беріңіз.
report-accused-again = Ең болмаса атын жазыңыз.
report-accused-short = Кімнің ісі
report-accused-nobody = Ешкім аталмаған
report-accused-unknown = Білмеймін
report-accused-withheld = Атын айтқым келмейді

report-proceedings = { $situation ->
    [summons] Қай күнге, қай сағатқа және кім ретінде: куә ме, күдікті ме?
   *[other] Бұл қандай іс және қазір қай сатыда?
}
report-proceedings-help = Бап, сот, отырыс күні не шешім: білгеніңізді өз сөзіңізбен жазыңыз.
report-proceedings-again = { $situation ->
    [summons] Қай күнге, қай сағатқа?
   *[other] Қай сот немесе қай бап?
}
report-proceedings-short = Іс

report-watched = Кім және қалай аңдыды?
report-watched-help = Адамдар, көліктер, нөмірлер, не істегені: өз сөзіңізбен.
report-watched-again = Кім аңдыды? Қысқа болса да болады.
report-watched-short = Кім аңдыды

report-when = { $situation ->
    [missing] Ол адам соңғы рет қашан көрінді?
    [saw] Бұл қашан болды?
    [over] Бұл қашан болды?
   *[other] Бұл қашан басталды?
}
report-when-help = «Кеше таңғы 7-де», «18.09 сағат 14:30» деп жазуға болады.
report-when-again = Шамамен қашан?
report-when-short = Қашан
report-when-now = Жаңа ғана
report-when-hour = Соңғы бір сағатта
report-when-morning = Бүгін таңертең
report-when-today = Бүгін
report-when-yesterday = Кеше
report-when-unknown = Қашан екенін білмеймін

report-ongoing = { $situation ->
    [blocked] Әлі де шығармай жатыр ма?
    [missing] Ол адам әлі табылмады ма?
   *[other] Әлі де ұстап отыр ма?
}
report-ongoing-again = Қазір жалғасып жатыр ма?
report-ongoing-short = Жалғасып жатыр ма
report-ongoing-yes = Иә, жалғасып жатыр
report-ongoing-no = Жоқ, аяқталды
report-ongoing-unknown = Білмеймін

report-taken = { $situation ->
    [me] Сізді қайда апара жатыр не апарды?
   *[other] Қайда алып кетті?
}
report-taken-help = Полиция бөлімі, мекенжай не білгеніңіз. Білмесеңіз, өткізіп жіберіңіз.
report-taken-again = Білсеңіз, қайда әкетті?
report-taken-short = Қайда апарды

report-contact = { $situation ->
    [me] Кімге қоңырау шала аламыз? Жақыныңыз болғаны дұрыс: телефоныңызды алып қоюы мүмкін.
   *[other] Кімге қоңырау шала аламыз?
}
report-contact-help = Нөмірді жазыңыз, өз нөміріңізді не басқа адамның контактісін жіберіңіз.
report-contact-again = Қай нөмірге қоңырау шалуға болады?
report-contact-short = Телефон
report-contact-no = Ешкімге

report-urgent = Шұғыл нәрсе бар ма? Дұрыс болғанының бәрін белгілеңіз.
report-urgent-again = Жарақат, ауру, бала бар ма?
report-urgent-short = Шұғыл
report-urgent-minor = 18 жасқа толмаған
report-urgent-injured = Жарақаты бар не соққыға жығылған
report-urgent-medicine = Дәрі керек
report-urgent-pregnant = Жүкті
report-urgent-elderly = Қарт адам
report-urgent-alone = Жалғыз өзі
report-urgent-phone = Қазір телефонды алып қояды
report-urgent-journalist = Журналист
report-urgent-defender = Құқық қорғаушы

report-link = Сіз ол адамға кім боласыз?
report-link-again = Сіз ол адамның кімісіз?
report-link-short = Сіз кімсіз
report-link-self = Ол адам менмін
report-link-witness = Куәгер
report-link-relative = Туысы
report-link-colleague = Әріптесі, жұмыс берушісі
report-link-lawyer = Заңгері
report-link-other = Басқа

report-files = Фото, бейне, құжат не дауыс бар ма?
report-files-help = Осында жіберіңіз. Өтінеміз, басқа адамдардың беті көрінетін сурет жібермеңіз.
report-files-again = Фото, видео не дауыс болса, жіберіңіз.
report-files-short = Файлдар

report-consent = Жаңалықты сізге осында жаза аламыз ба?
report-consent-help = Телефоныңызды біреу қарауы мүмкін болса, «жоқ» деген дұрыс: код сізде бар.
report-consent-again = Сізге осында жазайық па?
report-consent-short = Осында жазу
report-consent-yes = Иә, болады
report-consent-no = Жоқ, жазбаңыз

report-review = Тексеріп шығыңызшы. Түзету үшін керек жолды басыңыз.
report-hide = Телефонды алып жатыр
hide-offered = Алып жатқан телефон сіздікі ме? Сіздікі болса, басыңыз: осы чатты тазалаймыз, мұнда енді ештеңе келмейді.
button-hide-mine = Менің телефоным: чатты жасыру

report-opened =
    { $asked ->
        [coordinator] Қабылданды, қазір үйлестірушіге хабарлап жатырмыз. Бірден жауап береді деп уәде ете алмаймыз.
        [nobody] Қабылданды, сақталды. Қазір ешкімге хабар жеткізе алмай тұрмыз, тағы байқап көреміз. Мүмкін болса, қоңырау шалыңыз.
       *[lawyers] Қабылданды, заңгерлерге хабарлап жатырмыз. Бірден жауап береді деп уәде ете алмаймыз.
    }
    Кодыңыз: { $code }. Оны кез келген телефоннан жазсаңыз, не жаңалық барын айтамыз.
    Енді бірнеше сұрақ, олар заңгерге көмектеседі. Кез келген сәтте тоқтауға болады.
report-kept =
    Жазылды, оны үйлестірушілер көреді. Ешкім ұсталмағандықтан, заңгерлерді мазаламаймыз. Біреу ұсталса, жазыңыз.
    Кодыңыз: { $code }. Оны кез келген телефоннан жазсаңыз, не жаңалық барын айтамыз.
report-summons =
    Жазылды, оны үйлестіруші жұмыс уақытында қарайды, ешкімді оятпаймыз. Жалғыз бармаған дұрыс: адвокатпен келуге және шақыртуды жазбаша сұрауға болады.
    Ол жерден шығармаса, бірден осында жазыңыз: сонда заңгерлерге хабарлаймыз.
    Кодыңыз: { $code }. Оны кез келген телефоннан жазсаңыз, не жаңалық барын айтамыз.
report-alarm = Түсіндік: бұл қазір болып жатыр. Заңгерлерге хабарлап жатырмыз.
report-without-place =
    Сөзіңіз бізде, оны қазір үйлестіруші көреді. Қаланы не ауданды жаза алсаңыз, заңгерлерге бірден хабарлаймыз.
    Кодыңыз: { $code }. Оны кез келген телефоннан жазсаңыз, не жаңалық барын айтамыз.
report-finished = Рақмет, бәрі жазылды. Жаңа нәрсе білсеңіз, осында жаза салыңыз.
report-cancelled = Тоқтатылды, заңгерлерден сұраған жоқпыз. Қайта бастау үшін жаза салыңыз.
report-joined = Хабарыңызға қосылды.
report-corrected = Түзетілді.
report-which = Бұл қай хабарыңыз туралы?
report-which-new = Бұл жаңа хабар
another-which = Басқа жерді атадыңыз: { $place }. Бұл басқа оқиға ма? Әзірге үйлестіруші оқып жатыр.
button-another = Иә, басқа
button-same = Жоқ, сол
another-same = Түсінікті: бұл сол оқиға.
report-which-closed = Ол хабар осы арада жабылды, сондықтан бұл жаңасы болады.
after-closed = Хабарыңыз жабылған: { $how }. Сөзіңіз сақталды{ $read ->
    [yes] , оны үйлестіруші оқиды
   *[no] {""}
}. Қазір бірдеңе болып жатса, не болғанын және қай қалада екенін жазыңыз.

report-cancel = { $situation ->
    [trial] Мұны үйлестірушілер көріп отыр. Не болды?
    [over] Мұны үйлестірушілер көріп отыр. Не болды?
    [saw] Мұны үйлестірушілер көріп отыр. Не болды?
    [summons] Мұны үйлестірушілер көріп отыр. Не болды?
   *[other] Заңгерлерге хабарлап қойдық. Не болды?
}
report-cancel-short = Бас тарту
report-cancel-false = Бұл жалған дабыл болды
report-cancel-over = Бәрі аяқталды
report-cancel-stay = Жалғастыру
report-cancel-noted = Үйлестірушіге айтылды, ол қоңырау шалуы мүмкін. Ештеңе жойылған жоқ.
report-over-noted = Бәрі аяқталғаны жазылды: әзірге басқа заңгерден сұрамаймыз, үйлестіруші қарайды. Ештеңе жойылған жоқ. Аяқталмаса, жазыңыз, сонда сұрауды жалғастырамыз.

# What happens now, on the reporter's card.
card-draft = Telegram бұл жазысқанды сақтай алады. Бізде аты-жөн мен нөмірді істі алған заңгер ғана, қажет болса үйлестіруші көреді.
card-asked = Сұрап жатырмыз: { $asked } заңгерге жаздық.
card-kept = Мұны үйлестірушілер көріп отыр.
card-nobody = Қазір ешкімге хабар жеткізе алмай тұрмыз, тағы байқап көреміз. Мүмкін болса, қоңырау шалыңыз.
card-accepted = Мұнымен заңгер айналысып жатыр.
card-closed = Жабылды: { $how }.
