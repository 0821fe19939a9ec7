# Б кезеңі: асықпай қойылатын бірнеше сұрақ: іс ашылғаннан кейін бірнеше сағаттан соң не ұйым мүшесі сұраса.

later-invited = Тыныш бір сәтіңіз болса: заңгерге көмектесетін { $count ->
    [1] бір қысқа сұрақ
   *[other] { $count } қысқа сұрақ
} бар. Әрқайсысын өткізіп жіберуге болады.
later-asked = { $role ->
    [coordinator] Үйлестіруші сұрайды:
   *[other] Адвокат сұрайды:
}
    { $question }
later-answer = Жауап беру
later-never = Енді сұрамаңыз
later-no-more = Енді сұрақ қойылмайды. Кез келген уақытта жаза аласыз.
later-none = Енді жауап беретін сұрақ жоқ.
later-thanks = Рақмет, бұл көмектеседі. Қазір басқа ештеңе керек емес.
later-review = Бәрі дұрыс па?

later-delivered = Адамды бөлімге қашан жеткізді?
later-delivered-help = Білгеніңізше уақытын жазыңыз: «15:00 шамасында», «кеше кешке».
later-delivered-short = Бөлімге жеткізілді
later-delivered-unknown = Білмеймін
later-protocol = Ұстау хаттамасы қашан жасалды? Білсеңіз, онда жазылған уақыт.
later-protocol-help = Білгеніңізше уақытын жазыңыз.
later-protocol-short = Хаттама жасалды
later-protocol-unknown = Білмеймін
later-decision = Қаулы не шешім көрсетілді ме?
later-decision-help = Таңдаңыз.
later-decision-short = Шешім көрсетілді
later-decision-shown = Иә, көрсетті
later-decision-refused = Көрсетуден бас тартты
later-decision-unasked = Ешкім сұраған жоқ
later-decision-unknown = Білмеймін
later-stated = Қандай себеп айтты? Бап аталса, оны да жазыңыз.
later-stated-help = Өз сөзіңізбен жазыңыз.
later-stated-short = Айтылған себеп
later-treatment = Біреуді ұрды ма, қорқытты ма, дәрігерге жібермеді ме? Не істеді, кім, не көрініп тұр?
later-treatment-help = Өз сөзіңізбен, қаласаңыз ғана жазыңыз.
later-treatment-short = Қалай қарайды
later-perpetrators = Кім алып кетті?
later-perpetrators-help = Сәйкес келетінін белгілеңіз, сосын «Дайын».
later-perpetrators-short = Кім істеді
later-perpetrators-police = Полиция
later-perpetrators-special = Арнайы жасақ
later-perpetrators-guard = Ұлттық ұлан
later-perpetrators-security = ҰҚК
later-perpetrators-officials = Жергілікті шенеуніктер
later-perpetrators-private = Жеке күзет
later-perpetrators-plain = Азаматтық киімде, өзін таныстырмаған
later-perpetrators-unknown = Білмеймін
later-marks = Оларды неден тануға болады: көлік нөмірі, төсбелгі, аты-жөні, бөлімшесі, киімі?
later-marks-help = Өз сөзіңізбен жазыңыз.
later-marks-short = Нөмір, төсбелгі, киім
later-held = Қайда, қашаннан қашанға дейін ұстады?
later-held-help = Білгеніңізше бірінен соң бірін жазыңыз.
later-held-short = Қайда ұстады
later-told = Отбасына хабарланды ма? Кімге, қашан, кім хабарлады?
later-told-help = Өз сөзіңізбен жазыңыз.
later-told-short = Отбасына хабарланды
later-property = Бірдеңені тартып алды ма не бірдеңеге мәжбүрледі ме?
later-property-help = Сәйкес келетінін белгілеңіз, сосын «Дайын».
later-property-short = Тартып алды не мәжбүрледі
later-property-things = Заты не құжаты алынды
later-property-phone = Телефоны алынды
later-property-unlock = Телефонын ашуға мәжбүрледі
later-property-sign = Қол қоюға мәжбүрледі
later-acknowledged = Адамның өздерінде екенін айта ма?
later-acknowledged-help = Таңдаңыз.
later-acknowledged-short = Айта ма
later-acknowledged-contact = Иә, сөйлесуге не кездесуге болады
later-acknowledged-shut = Иә, бірақ ешкімді кіргізбейді
later-acknowledged-concealed = Қайда екенін айтпайды
later-acknowledged-denied = Бізде ешкім жоқ дейді
later-acknowledged-there = Адам өздерінде дейді
later-acknowledged-unknown = Білмеймін
later-born = Адам қашан туған не неше жаста? Азаматтығы қандай?
later-born-help = Мысалы: 1985, Қазақстан.
later-born-short = Туған жылы, азаматтығы
later-spellings = Толық аты-жөні құжатта қалай жазылған, әкесінің атымен?
later-spellings-help = Басқаша жазылуы болса, оны да жазыңыз.
later-spellings-short = Құжаттағы аты-жөні
later-traits = Адам осылардың біріне жата ма?
later-traits-help = Сәйкес келетінін белгілеңіз, сосын «Дайын».
later-traits-short = Ол кім
later-traits-defender = Құқық қорғаушы
later-traits-journalist = Журналист
later-traits-union = Кәсіподақтан
later-traits-party = Партиядан не қозғалыстан
later-traits-religious = Діни қауымнан
later-traits-relative = Сондай адамның туысы
later-traits-demonstrator = Жиналысқа қатысқан
later-traits-bystander = Жай өтіп бара жатқан
later-traits-disability = Мүгедектігі бар
later-traits-migrant = Мигрант не босқын
later-event = Бұл не себепті болды және адамға не істеуге кедергі жасады?
later-event-help = Мысалы: жиналысқа бару, түсіру, үйден шығу.
later-event-short = Не себепті болды

button-wants = Хабарлаушыдан сұрау…
later-which = { $code }: не сұраймыз? Жазуға рұқсат берген хабарлаушылар сұрақты осында алады.
later-all-known = { $code }: мұның бәрі белгілі.
case-delivered = Бөлімге жеткізілді: { $value }
case-protocol = Хаттама жасалды: { $value }
case-decision = Шешім көрсетілді: { $value }
case-stated = Айтылған себеп: { $value }
case-treatment = Қалай қарайды: { $value }
case-perpetrators = Кім істеді: { $value }
case-marks = Нөмір, төсбелгі, киім: { $value }
case-held = Қайда ұстады: { $value }
case-told = Отбасына хабарланды: { $value }
case-property = Тартып алды не мәжбүрледі: { $value }
case-acknowledged = Өздерінде екенін айта ма: { $value }
case-born = Туған жылы, азаматтығы: { $value }
case-spellings = Құжаттағы аты-жөні: { $value }
case-traits = Ол кім: { $value }
case-event = Не себепті болды: { $value }
