# Екі іс бір адамдар туралы болуы мүмкін: үйлестірушілерден не сұралады және жауабын кім біледі.

alike-none = Қазір салыстыратын ештеңе жоқ.
alike-head = 🔗 Бұл бір іс пе? { $count ->
    [one] { $count } сұрақ
   *[other] { $count } сұрақ
}. Өздігінен ештеңе біріктірілмейді.
alike-new = { $number }. Жаңасы: { $line }
alike-known = Белгілісі: { $line }
alike-name = Аты { $likeness ->
    [same] сәйкес
    [maybe] сәйкес болуы мүмкін
   *[none] басқа
}
alike-not-compared = Екеуінде де салыстыруға болатын ештеңе жоқ.
alike-event = Бөлімше, көше немесе оқиға сәйкес; қайшы келетін ештеңе жоқ.
alike-more = Тағы { $count } бар. Бұларға жауап берілгенде көрінеді.
button-same-case = { $number }: бір іс
button-same-case-held = { $number }: бір іс, әлі ұстап отыр
button-same-case-over = { $number }: бір іс, аяқталған
button-same-case-not = { $number }: бөлек істер
link-done = { $code } енді { $other } ісінің бөлігі. Әр дереккөздің сөзі өзінде қалады.
link-gone = { $code } басқа істің бөлігі болып кеткен: { $see }.
link-answered = Бұған жауап беріліп қойған.
link-undone = Қайтарылды: { $code } қайтадан бөлек іс, ал { $other } бұрынғыдай.
link-not-undone = Мұнда енді қайтаратын ештеңе жоқ.
link-how = Екі кодты да жазыңыз, мысалы: /link 513-742 544-646
link-which = { $code } қай іспен бір болуы мүмкін? Екеуін салыстырмайынша ештеңе біріктірілмейді. Мұнда жоқ болса: /link { $code } және оның коды.
link-no-other = Мұнда басқа ашық іс жоқ. Жабығы болса: /link { $code } және оның коды.
button-link = 🔗 Осы іс пе?
link-one-case = { $code }: бұл онсыз да бір іс.
case-is-stub = Бұл іс енді басқа істің бөлігі: { $see }.

stub-see = { $code } ісін қараңыз
stub-linked = { $code }: енді { $other } ісінің бөлігі.
stub-linked-had = { $code }: енді { $other } ісінің бөлігі, бұл бір ұстау. Істі ары қарай кім жүргізетінін үйлестіруші айтады, сізге қоңырау шалуы мүмкін.
stub-opened = { $code }: оның хабарламалары енді { $other } ісінде. Ештеңе көшірілген жоқ; мұнда не істелгені өз тарихында қалды.
button-unlink = Қайтару: { $number }-дереккөз
button-unlink-all = Қайтару: { $code }

sources-head = { $count ->
    [one] { $count } дереккөз
   *[other] { $count } дереккөз
}, әрқайсысы нені басқаша айтады:
sources-line = { $number }. { $who }, { $time }
source-count = қанша адам: { $count }

ask-two-owners = 👥 Екі іс енді біреу, ал әрқайсысының заңгері болған. Екеуіне де қоңырау шалыңызшы: істі кім жүргізеді?
button-stays = { $name } жүргізе береді
button-passes = { $name } алады
button-both = Екеуі бірге, { $name } екінші

linking-adds = { $code }: тағы бір дереккөз. { $facts ->
    [none] Жаңа ештеңе қоспайды.
   *[other] Жаңасы: { $facts }.
} Бәрі карточкада тұр.
news-found-other = Сіз хабарлаған адамның қай жерден табылғанын жазған болсақ, ол басқа адам екен. Сіз іздеген адамның қайда екенін білмейміз.
linking-parted = { $code }: бір дереккөздің айтқаны бұл іске жатпайды. Ол қайтадан бөлек іс: { $other }.
linking-new-name = есім немесе оның жазылуы
linking-new-started = қашаннан бері
linking-new-place = қала немесе орын
linking-new-where = нақты қайда
linking-new-taken = қайда апарылды
linking-new-contact = телефон
linking-new-count = қанша адам

line-linked-away = хабарламалары { $why } ісіне қосылды
line-unlinked = хабарламалары { $why } ісінен қайтты
line-linked = оған { $why } ісінің хабарламалары қосылды
line-parted = хабарламалар { $why } ісіне қайтты
offer-perhaps-same = { $held ->
    [yes] Өзіңіздегі { $code } ісімен бір болуы мүмкін. Өздігінен ештеңе біріктірілмейді.
   *[no] Сізден сұралған { $code } ісімен бір болуы мүмкін.
}
button-the-same = Сол іс
button-is-another = Басқа іс
link-said-by = { $name }: { $code } — { $other } ісінің бөлігі. Мұны қайтаруға болады.
