# Іс кімде: тағы кім айналысады, әлі заңгерде ме, біреуге беру, қайтару.

offer-second = 👥 Істі әріптес алды. Екінші заңгер керек.
state-second = сіз екінші заңгерсіз
holding-first = 👥 Істі жүргізетін де, жабатын да – { $name }: { $phone }. Сіз екінші заңгерсіз.
holding-second = 👥 Екінші заңгер: { $name }, { $phone }
holding-sought = 👥 Екінші заңгер керек, іздеп жатырмыз.
holding-still = ❓ Іс әлі сізде ме? Бірнеше сағат хабар болмады.
holding-still-first = ❓ Іс әлі сізде ме? Жауап болмаса, басқаларға ұсынылады.
holding-handing = 🤝 Әріптестен істі ала ма деп сұрап жатырмыз, { KAZAKH_TO($time) } дейін. { $own ->
    [yes] Оған дейін іс сізде.
   *[no] Оған дейін іс бірінші заңгерде.
}
button-mine = ✅ Иә, менде
button-hand-over = 🤝 Біреуге беру
button-hand-keep = 🤝 Бермеймін
button-second-yes = 👥 Екінші заңгер керек
button-second-no = 👤 Біреуі жетеді
button-tell = ✍️ Келесі заңгерге айту
stub-gave-back-handed-over = { $code }: әріптеске берілді.
stub-not-asked = { $code }: бұл іс сізден енді сұралмайды. Рақмет.
accept-conflict = { $code }: сіз мүдделер қайшылығын айтқансыз, сондықтан іс сізге берілмейді. Қате болса, үйлестірушіге қоңырау шалыңыз.

handing-whom = Кімге бересіз? Аты-жөнін жазыңыз. Ол алғанша іс сізде қалады.
handing-whom-short = Кімге
handing-whom-help = Ешкімнің атын көрсетпейміз. Ат табылмаса, оны үйлестіруші оқиды.
handing-whom-required = Аты-жөні керек.
handing-why = Неге? Оны әріптес оқиды. Таңдаңыз немесе атсыз бір сөйлем жазыңыз.
handing-why-short = Неге
handing-why-required = Бір сөйлем керек: шешпес бұрын оқиды.
handing-why-court = Сотқа барамын
handing-why-far = Тым алыс
handing-why-tired = Тым ұзақ болдым
handing-review = Тексеріңізші.
handing-choice = { $code }: кімге берілсін? Таңдаңыз немесе аты-жөнін жазыңыз. Ол алғанша ештеңе өзгермейді.
handing-asked = { $code }: осындай аты бар адам істі ала алса, одан қазір сұралып жатыр. Ол алғанша ештеңе өзгермейді. Жауап { $time } кешікпей келеді.
handing-nobody = { $code }: бұл атпен сұрайтын адам жоқ: тізімде жоқ, екеу, хабарласу мүмкін емес не мүдделер қайшылығы бар.
handing-to-second = { $code }: { $name } – екінші заңгер. Істі қайтарсаңыз, соған өтеді.
handing-cancelled = Берілмеді.
handing-kept = { $code }: енді ешкімнен сұралмайды.
handing-offer = 🤝 { $name } сізден ісін алуды сұрайды. Себебі: { $why }
handing-until = ⏳ { KAZAKH_TO($time) } дейін жауап беріңізші.
handing-no-busy = Қазір бос емеспін
handing-no-far = Тым алыс
handing-no-conflict = Мүдделер қайшылығы
handing-no-other = Ала алмаймын
handing-declined = { $code }: { $name } істі ала алмайды{ $reason ->
    [busy] : бос емес
    [far] : тым алыс
    [conflict] : мүдделер қайшылығы
   *[none] {""}
}. { $own ->
    [yes] Іс әлі сізде.
   *[no] Іс бұрынғы заңгерінде.
}
handing-unanswered = { $code }: істі ешкім алған жоқ. { $own ->
    [yes] Іс әлі сізде.
   *[no] Іс бұрынғы заңгерінде.
}
handing-done = { $code }: істі { $name } алды. Рақмет.

parting-words = Келесі заңгер нені білуі керек? Ол істің ескертпесі болады.
parting-words-short = Келесіге
parting-words-required = Бірер сөз керек.
parting-review = Тексеріңізші.
parting-cancelled = Ештеңе жазылмады.

ask-silent-owner = ☎️ Заңгерден іс әлі өзінде ме деп сұралды, жауап жоқ. Қоңырау шалыңызшы. Жауап бермесе, істі басқаларға ұсыныңыз.
ask-hand-over = 🤝 Заңгер бұл істі біреуге бергісі келеді, бірақ айтқан аты табылмады. Оған қоңырау шалыңызшы; істі ашып, біреуге беріңіз.
ask-second = 👥 Бұл іске екінші заңгер табылмады. Керек болса, біреуге қоңырау шалыңызшы.

line-handing = істі алуды сұрады, себебі: { $why }
line-not-handed = істі ешкім алған жоқ
line-handed-over = істі алды
line-joined = екінші заңгер болды
line-second-left = енді екінші заңгер емес
line-inherited = екінші заңгер еді, іс енді өзінде
line-second-wanted = екінші заңгер: { $why }
line-asked-still = іс әлі өзінде ме деп сұралды
line-still-mine = іс өзінде екенін айтты
line-no-answer = іс өзінде ме дегенге жауап бермеді
answer-yes = керек
answer-no = керек емес

timer-unplaced = Қай іс туралы екені айтылмаған сөзді ең соңғы іске жазу
timer-promised-day = Заңгер жазған күні адамдар шықты ма деп сұрау
timer-without-case = Ісі жоқ заңгердің сөзін үйлестірушілерге көрсету
timer-still-yours = Іс әлі өзінде ме деп сұрау
timer-mine-unanswered = Жауап жоқ: үйлестірушілерге айту
timer-handing = Істі ешкім алмады: сұраған адамға айту
timer-second-gone = Екінші заңгер жоқ: басқасын іздеу
holds-unvisited = ⚠️ { $name } қолында { $count } іс бар, әлі ешқайсысына шыққан жоқ: { $codes }. Бір бөлігін басқаларға беру керек пе, сұраңыз.
