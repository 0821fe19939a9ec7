# Бірнеше іс бірден.

button-ticks = ☑ Бірнешеуі…
ticks-none = Бұл тізімде ашық іс жоқ.
ticks-head = Ашық іс: { $count }, алдымен ескілері. Белгіленгені: { $chosen }.
button-ticks-all = Бәрі ({ $count })
button-ticks-none = Ешқайсысы
button-ticks-released = Босады ({ $count })
button-ticks-transferred = Басқа жерге апарды ({ $count })
button-ticks-offer = Ұсыну… ({ $count })
button-ticks-verify = Тексерілген… ({ $count })
button-ticks-together = Сол оқиға… ({ $count })
button-ticks-names = Аты-жөнін көрсету
ticks-nothing = Ештеңе белгіленбеген.
ticks-offer-which = { $count } істі кімге ұсынамыз?
ticks-verify-which = { $count } іс қаншалықты анық?
ticks-together-which = { $count } іс қай оқиғаға жатады?
ticks-cancelled = Ештеңе істелген жоқ.
ticks-done = { $what }: { $count }.{ $left ->
    [0] {""}
   *[other] {" "}Келмейтіндіктен қалдырылғаны: { $left }. Оларды бір-бірлеп ашыңыз.
}
ticks-undone = Қайтарылды: { $count }.
ticks-did-released = «Босады» деп жабылды
ticks-did-transferred = Басқа жерге апарды
ticks-did-offer = Ұсынылды
ticks-did-verify = Анықтығы белгіленді
ticks-did-together = Оқиғаға қосылды
bulk-reason = Неге және бұл кімнен белгілі?
bulk-reason-short = Себебі
bulk-reason-help = Бәріне бір сөйлем. Ол әр істің тарихында атыңызбен сақталады.
bulk-reason-required = Бір сөйлем керек.
bulk-reason-again = Неге?
bulk-where = Қайда апарды?
bulk-where-short = Қайда
bulk-where-help = Бәріне бір жер.
bulk-where-required = Қайда екенін немесе «белгісіз» деп жазыңыз.
bulk-where-again = Қайда?
closing-reason = Сіз мұны ашқан жоқсыз. Неге жабамыз?
closing-reason-short = Себебі
closing-reason-help = Бір сөйлем. Ол тарихта сақталады; іс қолында болған адам мен басқа үйлестірушілер біледі.
closing-reason-required = Себепсіз ашық қалады.
closing-reason-again = Неге?
close-together-done = { $count ->
    [one] Жабылды: { $codes }.
   *[other] { $count } іс жабылды: { $codes }.
} Бір сағат ішінде мұны осында қайтаруға болады.
close-all-none = Жабатын ештеңе қалмады.
close-together-owner = { $name } { $count ->
    [one] { $codes } ісіңіз
   *[other] { $count } ісіңіз ({ $codes })
} туралы жазды: { $what }. Себебі тарихта.
close-together-coordinator = { $name } ашпай жапты: { $count ->
    [one] { $codes }
   *[other] { $count } іс ({ $codes })
}. { $what }. Бір сағат ішінде осында қайта аша аласыз.
incident-still-open = Әлі бітпеген: { $count } іс ашық ({ $codes }), соның { $free } ісін ешкім алған жоқ. Сонда да оқиғаны аяқтаймыз ба? Істер ашық қалады.
button-incident-ended = Аяқтау
reason-may-stand = { $code } оқиғаға жатады. Бұл себеп он екі сағат бойы оның басқа істеріне де жарай ма? Ашқан әр ісіңіздің тарихында бәрібір жолы болады.
button-reason-stands = Иә, оқиғаға
reason-stands = Жазып алдық: он екі сағатқа.
ticks-over = Тізім он екі сағаттан кейін алынды.
timer-ticks-over = Бірнеше істің тізімін алып тастау
