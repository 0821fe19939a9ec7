# Күннің қорытындысы: арнаға және үйлестірушілерге.

digest-title = Күн қорытындысы, { $date }
digest-repeated = Қайталанды: бұл қорытындының алғашқы рет жеткені белгісіз.
digest-made-up = Кешікті: қорытынды өз уақытында шықпай қалды. Алдыңғысынан кейінгі бүкіл уақытты қамтиды.
digest-covers = Қамтитын уақыты: { $first } – { $last }, { $hours } сағат.
digest-as-of = Мәлімет алынған уақыт: { $at } ({ $offset }).
digest-not-compared = Хабарлар бір-бірімен әлі салыстырылған жоқ: бір оқиға екі рет есептелуі мүмкін. Тексерілмеген.

digest-nothing = Осы уақытта ешқандай хабар түскен жоқ, ештеңе өзгерген жоқ.
digest-tally = { $detentions } ұстау оқиғасы; аты белгілі: { $named }, аты белгісіз: { $unnamed ->
    [0] 0
   *[other] кемінде { $unnamed }
}
digest-cell = { $detentions }; аты белгілі: { $named }, аты белгісіз: { $unnamed ->
    [0] 0
   *[other] кемінде { $unnamed }
}
digest-new = Жаңасы: { $tally }
digest-none-new = Жаңа ұстау оқиғасы жоқ
digest-open = Әлі жабылмағаны: { $tally }
digest-none-open = Жабылмағаны жоқ
digest-without-place = Орны белгісіз хабарлар: { $count }
digest-accepted = Заңгер қабылдағаны: { $count }
digest-released = Босатылғаны: { $count }
digest-false-alarms = Жалған дабыл: { $count }
digest-closed-otherwise = Басқа нәтижемен жабылғаны: { $count }
digest-prosecutions = Ешкім ұсталмаған сот пен іс, жаңасы: { $count }
digest-observations = Бақылау, жаңасы: { $count }
digest-summonses = Әңгімеге не жауап алуға шақырту, жаңасы: { $count }
digest-unclear = Не болғаны белгісіз хабарлар, жаңасы: { $count }

digest-by-event = Жаңа ұстау оқиғалары, оқиға болған күні бойынша
digest-by-report = Жаңа ұстау оқиғалары, хабар түскен күні бойынша
digest-by-region = Жаңа ұстау оқиғалары, өңірлер бойынша
digest-by-situation = Жаңа ұстау оқиғалары, хабарланған жағдай бойынша
digest-corrections = Бұрынғы күндерге түзету (оқиға болған күні бойынша)
digest-row = · { $name }: { $cell }
digest-correction = · { $date }: бұрын ({ $was }), енді ({ $now })
digest-more-days = · және бұдан бұрынғы тағы { $count } күн
digest-day-unknown = күні белгісіз
digest-others = қалғаны
digest-region-unknown = өңірі белгісіз

digest-date = { $year } жылғы { $day } { $month }
digest-moment = { $date }, { $time }
digest-month-of = { $year } жылғы { $month }
digest-month = { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
}
digest-month-alone = { digest-month }
digest-minutes = { $minutes ->
    [0] бір минутқа жетпейді
   *[other] { $minutes } мин
}
digest-hours-minutes = { $hours } сағ { $minutes } мин

digest-private-title = Тек үйлестірушілерге, { $date }
digest-found-nobody = Уақытында заңгер табылмағаны: { $count ->
    [0] жоқ
   *[other] { $count } ({ $codes })
}
digest-without = Бұрынғыларын қосқанда, әлі заңгерсіз тұрғаны: { $count ->
    [0] жоқ
   *[other] { $count } ({ $codes })
}
digest-no-answers = Ашылғаннан қабылданғанға дейін: осы уақытта ештеңе қабылданған жоқ.
digest-answers = Ашылғаннан қабылданғанға дейін: медиана { $median }, ең ұзағы { $worst } ({ $count } іс).
digest-offers = Заңгерлерден сұралды: { $total }. Қабылдады: { $accepted }, бас тартты: { $declined }, жауап бермеді: { $expired }, байланыс жоқ: { $gone }.
digest-on-duty = { $count ->
    [0] Бүгін түнде ешкім кезекшілікте емес
   *[other] Бүгін түнде кезекшілікте: { $count }
}
digest-tonight = Осы түнде: { $places }
digest-tonight-place = { $place } { $count ->
    [0] ешкім жоқ
   *[other] { $count } (растағаны: { $confirmed })
}
digest-member = · { $name } ({ $role ->
    [lawyer] заңгер
    [coordinator] үйлестіруші
   *[administrator] әкімші
}): { $places }; { $languages }
digest-everywhere = барлық жерде
digest-nobody-speaks = Кезекшілердің ешқайсысы { $language ->
    [kk] қазақша
    [ru] орысша
   *[en] ағылшынша
} сөйлемейді.
digest-unreachable = Мессенджерде байланыс жоқ ({ $count }): { $names }
