# Бірнеше іс қатысты оқиғалар. Оларды тек үйлестірушілер оқиды; есімсіз, хабарлаушылардың сөзінсіз.

incident-unnamed = { $rule ->
    [mass] Жаппай ұстау, { $place }, { $day }
    [event] Бір іс-шара, { $day }
    [hand] { $day } күнгі оқиға
   *[other] { $place }, { $day }
 }
incident-head = { $phase ->
    [proposed] 🧩 Бұл бір оқиға ма? { $name }
    [ended] 🧩 { $name } (аяқталды)
   *[other] 🧩 { $name }
 }
incident-mass = 🔴 Жаппай ұстау: { $minutes } минут ішінде осы қалада кемінде { $count } адамның ұсталғаны хабарланды.
incident-ask = { $rule ->
    [event] Бұл істердің сөздерінде бір іс-шара аталған. Істер саны: { $count }.
    [spot] Үш сағат ішінде бір бөлім немесе бір мекенжай. Істер саны: { $count }.
    [district] Үш сағат ішінде бір аудан. Істер саны: { $count }.
    [mass] Бір қала. Істер саны: { $count }. Әрқайсысы бойынша заңгерлер сұралып жатыр; бұл — ортақ тақта.
   *[other] Істер саны: { $count }.
 } Олар бір оқиғаға жата ма?
incident-more = Осыған жатуы мүмкін тағы: { $count }.
incident-refused = { $name }: бір оқиға емес. Қайта ұсынбаймыз.
incident-empty = Әзірге бірде-бір іс жоқ.
incident-people = Адамдар: анықталғаны { $identified }, олардан бөлек кемінде { $unidentified } · істер: { $count }
incident-free = 🔴 Заңгері жоқ: { $count } · анықталғаны { $identified }, олардан бөлек кемінде { $unidentified }
incident-taken = ⚖️ Заңгері бар: { $count } · анықталғаны { $identified }, олардан бөлек кемінде { $unidentified }
incident-out = 🟢 Босаған: { $count } · анықталғаны { $identified }, олардан бөлек кемінде { $unidentified }
incident-ended = Басқаша жабылды: { $count } · анықталғаны { $identified }, олардан бөлек кемінде { $unidentified }
incident-nobody-held = Ешкім ұсталып отырған жоқ (қудалау, бақылау): { $count }
incident-false = Жалған дабыл, есепке кірмейді: { $count }
incident-out-of-groups = 🟢 Сол істегі басқалар ұсталып отыр, ал өздері босаған: { $count }
incident-where = Қайда ұсталып отыр:
incident-station = 📍 { $place } · бір орын: { $count } · анықталғаны { $identified }, олардан бөлек кемінде { $unidentified } · { $codes }
incident-stations-more = … тағы { $count } орын
incident-unknown = Белгісізі, істер саны:
incident-unknown-station = · қайда ұсталып отыр: { $count }
incident-unknown-city = · қай қалада: { $count }
incident-unknown-time = · қашаннан бері: { $count }
incident-unknown-ongoing = · жалғасып жатыр ма: { $count }
incident-pattern-kept-from-meeting = 🧭 Заңдылық: адамдарды халықаралық ұйымдардың өкілдерімен кездестірмейді.
incident-confirmed = Енді бұл бір оқиға, істер саны: { $count }. Тақта оларды бақылап тұрады.
incident-added = Қосылды: { $count }.
incident-not-added = Бұл оқиғаға жатпайды: { $count }. Оларды осыған қайта ұсынбаймыз.
incident-undone = Қайтарылды.
incident-undone-already = Қазір басқаша: тақтаға қараңыз.
incident-not-open = «{ $name }» жүріп жатқан жоқ: ештеңе қосылмады.
incident-year = { $code } { $year } жылға жатады, ал оқиға { $years } жылғы. Сонда да қосу керек пе?
incident-in-already = { $code } «{ $name }» ішінде бұрыннан бар.
incident-not-in = { $code } «{ $name }» ішінде жоқ.
incident-case-added = { $code } енді «{ $name }» ішінде.
incident-case-out = { $code } енді «{ $name }» ішінде емес.
incident-named = Енді «{ $name }» деп аталады.
incident-cancelled = Ештеңе өзгерген жоқ.
incident-name = Оқиғаны қалай атаймыз? Ұсталғандардың есімін жазбаңыз.
incident-name-short = Атауы
incident-name-required = Атауын жазыңыз.
incident-review = Тексеріп шығыңыз.
incident-code = Істің коды қандай?
incident-code-short = Іс
incident-code-required = Істің кодын жазыңыз.
incidents-head = Жүріп жатқан оқиғалар: { $count }. Жаңасы: /incident және атауы.
incidents-none = Оқиға жоқ. Жаңасын ашу үшін: /incident және атауы.
incidents-line = { $phase ->
    [proposed] ❓ { $name }
    [ended] { $name } (аяқталды)
   *[other] { $name }
 } · істер: { $count }{ $places ->
    [none] { "" }
   *[other] { " " }· { $places }
 }
incidents-of-case = { $code }: { $count ->
    [0] ешбір оқиғаға жатпайды.
   *[other] { $count } оқиғаға жатады.
 }
line-in-incident = оқиғаға жатады: { $why }
line-out-of-incident = енді бұл оқиғаға жатпайды: { $why }

button-incidents = Оқиғалар
button-incident-confirm = ✅ Бір оқиға
button-incident-refuse = Жоқ
button-incident-undo = Қайтару
button-incident-add-all = ➕ { $count } іс қосу
button-incident-none = Бұлар емес
button-incident-case = ➕ Іс
button-incident-out = ➖ Іс
button-incident-name = Атау беру
button-incident-pattern = 🧭 Заңдылық
button-incident-end = Аяқталды
button-incident-reopen = Жалғасуда
button-incident-all-the-same = Иә, қосу
button-incident-put-into = ➕ { $name }
button-incident-take-out = ➖ { $name }
