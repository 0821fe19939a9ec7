# Күннің қорытындысы: арнаға және үйлестірушілерге.

digest-title = Күн қорытындысы, { $date }
digest-title-week = Апта қорытындысы, соңғы күні – { $date }
digest-repeated = Қайталанды: бұл қорытындының алғашқы рет жеткені белгісіз.
digest-made-up = Кешікті: қорытынды өз уақытында шықпай қалды. Алдыңғысынан кейінгі бүкіл уақытты қамтиды.
digest-covers = { $first } – { $last } ({ $offset }), { $hours } сағат; соңындағы күйі
digest-not-compared = Расталғаны: адам тексерген; екі рет есептелуі мүмкін. Жақшада: аты белгілі / белгісіз, кемінде.

digest-nothing = Осы уақытта ешқандай хабар түскен жоқ, ештеңе өзгерген жоқ.
digest-tally = { $detentions } ұстау оқиғасы; аты белгілі: { $named }, аты белгісіз: { $unnamed ->
    [0] 0
   *[other] кемінде { $unnamed }
}
digest-cell = { $detentions } ({ $named } / { $unnamed ->
    [0] 0
   *[other] { $unnamed }+
})
digest-new = Жаңасы: { $tally }
digest-confirmed = Расталғаны: { $confirmed } · расталмағаны: { $rest }
digest-earlier = Хабар күнінен бұрын болғаны: { $cell } · күні белгісізі: { $unknown }
digest-open = Әлі жабылмағаны: { $cell }
digest-ended = Қабылданғаны: { $accepted } · босатылғаны: { $released } · жалған дабыл: { $false } · басқаша жабылғаны: { $others }
digest-overrun = Мерзімнен артық ұсталғаны: анығы { $surely }, мүмкін { $perhaps } · ертең сот отырысы: { $hearings }
digest-incomplete = Аяқталмаған хабарлар: { $unfinished } · орны белгісізі: { $placeless }
digest-apart = Мүмкін ұсталған, расталмаған: { $unclear } · ұстаусыз: сот пен іс { $prosecutions }, бақылау { $observations }, шақырту { $summonses }

digest-by-event = Оқиға болған күні бойынша
digest-by-report = Хабар түскен күні бойынша
digest-by-region = Өңірлер бойынша
digest-by-situation = Хабарланған жағдай бойынша
digest-by-hour = Тәулік уақыты бойынша: { $hours }
digest-hour-unknown = белгісіз: { $count }
digest-by-day = 30 күн, { $first } – { $last }, болған күні бойынша: { $days }
digest-no-corrections = Түзету жоқ
digest-corrections = Оқиға күні бойынша түзету
digest-row = · { $name }: { $cell }
digest-correction = · { $date }: бұрын { $was }, енді { $now }
digest-more-days = · және бұдан бұрынғы тағы { $count } күн
digest-day-unknown = күні белгісіз
digest-others = қалғаны
digest-other-regions = басқа өңірлер
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

# Орны тар суретте.
digest-picture-new = Жаңа ұстау оқиғалары: { $count }
digest-picture-people = Аты белгілі: { $named } · белгісіз: { $unnamed ->
    [0] 0
   *[other] кемінде { $unnamed }
}
digest-picture-hours = Тәулік уақыты бойынша
digest-picture-unknown = ?
digest-picture-days = 30 күн, барлығы, болған күні бойынша
digest-picture-foot = Жақшада: аты белгілі / белгісіз, кемінде. Расталмағаны тексерілмеген.
digest-picture-unclear = Мүмкін, ұсталған: { $count }

operator-font = Қорытынды суретсіз шығады: бағдарламамен бірге келетін қаріп жоқ немесе бүлінген. Бағдарламаны қайта орнатыңыз.

digest-private-title = Тек үйлестірушілерге, { $date }
digest-day-line = Күн жолы, оны басқа жерде сақтайды: { $line }
digest-found-nobody = Уақытында заңгер табылмағаны: { $count ->
    [0] жоқ
   *[other] { $count } ({ $codes })
}
digest-without = Бұрынғыларын қосқанда, әлі заңгерсіз тұрғаны: { $count ->
    [0] жоқ
   *[other] { $count } ({ $codes }); оның ішінде уақытында ешкім алмағаны: { $unanswered }
}
digest-overrun-perhaps = Заң рұқсат еткен уақыттан артық ұсталып отыруы мүмкіні: { $count ->
    [0] жоқ
   *[other] { $count } ({ $codes })
}
digest-overrun-codes = Заң рұқсат еткен уақыттан анық артық ұсталып отырғаны: { $count ->
    [0] жоқ
   *[other] { $count } ({ $codes })
}
digest-hearings-codes = Ертеңгі сот отырыстары: { $count ->
    [0] жоқ
   *[other] { $count } ({ $codes })
}
digest-and-more = { $said } және тағы { $count }
digest-floods = Көп іс ашқан чаттар: { $count ->
    [0] жоқ
   *[other] { $count } ({ $chats })
}
digest-flood = { $cases }, соңғысы { $code }
digest-no-answers = Ашылғаннан қабылданғанға дейін: осы уақытта ештеңе қабылданған жоқ.
digest-answers = Ашылғаннан қабылданғанға дейін: медиана { $median }, ең ұзағы { $worst } ({ $count } іс).
digest-offers = Заңгерлерден сұралды: { $total }. Қабылдады: { $accepted }, қабылдап, ештеңе істемегендіктен қайта ұсынылды: { $lapsed }, бас тартты: { $declined }, уақытында жауап бермеді: { $expired }, байланыс жоқ: { $gone }, жауабы күтілуде: { $offered }, енді қажет емес: { $withdrawn }.
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
