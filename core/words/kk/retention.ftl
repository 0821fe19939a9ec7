# Не ұмытылады және мерзіміне қарамай не сақталады.

case-forgotten = { $code }: есімдер мен сөздер { $day } өшірілді. Сандары қалды.
case-preserved = 🔒 Сот үшін сақталады{ $ends ->
    [no] {""}
   *[yes] {" "}({ KAZAKH_TO($until) } дейін)
}: { $why }
button-preserve = Сот үшін сақтау
button-forget = Бұл істі ұмыту
preserving-reason = Бұл істі мерзіміне қарамай неге сақтау керек? Сот, тергеу, шағым …
preserving-reason-short = Себеп
preserving-reason-help = Бір сөйлем. Ол іс карточкасында және тарихында атыңызбен бірге тұрады.
preserving-reason-required = Себебі керек; /cancel істі бұрынғы мерзімімен қалдырады.
preserving-review = Тексеріңіз.
preserve-done = 🔒 { $code }: өшіруге тыйым салынды, оны біреу алып тастағанша сақталады. Мерзімі бар ма?
preserve-is = 🔒 { $code }: { $ends ->
    [no] өшіруге тыйым алынғанша сақталады
   *[yes] { KAZAKH_TO($until) } дейін сақталады
}. Оған дейін одан ештеңе өшірілмейді.
preserve-none = { $code }: өшіруге тыйым салынбаған.
preserve-late = { $code }: тыйым бұрыннан бар не іс енді жоқ.
preserve-cancelled = Тыйым салынбады.
preserve-lift-sure = { $code }: өшіруге салынған тыйымды алып тастау керек пе? Сонда мерзімі өткені түнде біржола өшіріледі.
preserve-lifted = { $code }: өшіруге салынған тыйым алынды.
preserve-nothing = Өшіруге тыйым салынған іс жоқ. Оны сіз ашқан істе белгілейді.
preserve-list = Мерзіміне қарамай сақталатын істер: { $count }
preserve-line = • { $code } · { KAZAKH_FROM($since) } бастап · { $ends ->
    [no] тыйым алынғанша
   *[yes] { KAZAKH_TO($until) } дейін
} · { $name }
button-until-half = 6 ай
button-until-year = 1 жыл
button-until-years = 3 жыл
button-lift = Тыйымды алып тастау
forget-who = { $code }: барлық есім, сөз және файл біржола өшіріледі. Сандары қалады. Мұны кім сұрады?
forget-sure = { $code } қазір ұмытылсын ба? Қайтару мүмкін болмайды. Хабарлаушының чатын Telegram рұқсат еткенше тазалаймыз.
forget-begun = { $code }: өшіріп жатырмыз.
forget-held = { $code } сот үшін сақталады: одан ештеңе өшіруге болмайды. Алдымен тыйымды алып тастаңыз.
forget-stopped = { $code } енді сот үшін сақталады, сондықтан өшіру тоқтады. Бұған дейін өшірілгені қайтпайды; қалғанын ұмыту үшін тыйымды алып тастап, қайтадан сұраңыз.
button-forget-sure = Біржола ұмыту
button-keep-held = Сақтай беру
button-forget-not = Өшірмеу
line-emptied = сақтау ережесі бойынша өшірілді
line-hold = сот үшін сақталады: { $why }
line-hold-ends = өшіруге салынған тыйым { $why } күні аяқталады
line-hold-lifted = өшіруге салынған тыйым алынды
line-forgotten = өшірілді: { $why }
forgotten-help = кім көмектескені, келісімдер, хаттар, чаттың кімдікі екені
forgotten-papers = іс бойынша құжаттар
forgotten-files = фото, дауыстық хабарлар, файлдар
forgotten-words = есімдер мен сөздер, мерзімі бойынша
forgotten-person = Ұсталған адамның өзі
forgotten-family = Отбасы
forgotten-danger = Сақтау қауіпті
