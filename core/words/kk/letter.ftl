# Ашық хаттар: олар құралатын сөйлемдер және үйлестірушілер хатты дайындағанда оқитын сөздер.

letter-month = { $month ->
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
letter-day = { $year } жылғы { $day } { letter-month }
letter-part = { $part ->
    [0] түнде
    [1] таңертең
    [2] күндіз
   *[3] кешке
}
letter-when = { $precision ->
    [minute] { letter-day }, { $since ->
        [yes] сағат { $time }-ден бері
       *[no] сағат { $time }
    }
    [hour] { letter-day }, шамамен сағат { $time }
    [part] { letter-day }, { letter-part }
    [month] { $year } жылғы { letter-month }
    [year] { $year } жыл
   *[day] { letter-day }
}
letter-and = { $first } және { $last }
letter-called = { $name }
letter-now = { $then }; қазір { $now }

letter-who-several = { $names ->
    [none] бірнеше адам
   *[other] бірнеше адам, олардың арасында { $names },
}
letter-who-uncounted = саны белгісіз адамдар
letter-who-exactly = { $count } адам
letter-who-at-least = кемінде { $count } адам
letter-who-and-exactly = { $names } және тағы { $count ->
    [1] бір
    [2] екі
    [3] үш
   *[other] { $count }
} адам
letter-who-and-at-least = { $names } және тағы кемінде { $count } адам
letter-who-about = шамамен { $count } адам
letter-who-and-about = { $names } және тағы шамамен { $count } адам
letter-who-person = бір адам
letter-who-journalist = журналист
letter-who-defender = құқық қорғаушы

letter-by-police = полиция
letter-by-special = полицияның арнайы бөлімшесі
letter-by-guard = ұлттық гвардия
letter-by-security = арнайы қызметтер
letter-by-officials = жергілікті шенеуніктер
letter-by-private = жекеменшік күзет
letter-by-plain = белгісіз адамдар
letter-by = { $by ->
    [none] { "" }
   *[other] { $by } тарапынан{ " " }
}
letter-act-arrest = { $who } { letter-by }ұсталды.
letter-act-detention = { $who } { letter-by }учаскеде ұсталып отырды.
letter-act-kettling = { $who } { letter-by }қоршауға алынып, жіберілмеді.
letter-act-blockade = { $who } { letter-by }үйінде қамалды.
letter-act-interception = { $who } { letter-by }жолда тоқтатылды.
letter-act-summons = { $who } { letter-by }әңгімеге шақырылды.
letter-act-search = { $who } { letter-by }тінтуге ұшырады.
letter-act-abduction = { $who } { letter-by }ұрлап әкетілді.
letter-act-disappearance = { $who } із-түзсіз жоғалды.
letter-act-prosecution = { $who } { letter-by }қудалауға ұшырады.
letter-outcome = { $outcome ->
    [arrest] әкімшілік қамаққа алынды
    [fine] айыппұл салынды
    [warning] ескерту жасалды
    [remand] күзетпен ұсталсын деп шешілді
    [house_arrest] үйқамаққа алынды
    [released] босатылды
   *[acquitted] кінәсіз деп танылды
}
letter-sort = { $sort ->
    [administrative] әкімшілік іс
    [criminal] қылмыстық іс
    [victim] қатыгез қарым-қатынас туралы іс
   *[other] іс
}
letter-course-ended = { letter-sort }{ $article ->
    [none] { "" }
   *[other] { " " }({ $article })
} { $outcome ->
    [none] аяқталды.
   *[other] { letter-day } күні аяқталды: { letter-outcome }.
}
letter-course-open = { $other ->
    [yes] бөлек { letter-sort } қозғалды
   *[no] { letter-sort } қозғалды
}{ $article ->
    [none] { "" }
   *[other] { " " }({ $article })
}.

# Хаттың бетінде
line-in-letter = дайындалған ашық хатта айтылды
letter-which = Қай оқиға туралы? Таңдалған істер туралы: /letter және олардың кодтары, үтір арқылы.
letter-of-chosen = таңдалған істер
letter-head = ✉️ Ашық хат: { $name }
    Күні: { $date }. Төмендегінің бәрін сіз таңдайсыз; бот өзі ештеңе жібермейді.
letter-cases = Хатта айтылады:
letter-earlier = Бұрынғысы ретінде еске салынады:
letter-case = • { $code } · { $head }{ $left ->
    [0] { "" }
   *[other] { " " }· тексеру керек: { $left }
}{ $unnamed ->
    [0] { "" }
   *[other] { " " }· аты аталмайды: { $unnamed }
}{ $own ->
    [yes] { "" }
   *[no] { " " }· өз сөзіңіз жоқ
}
letter-languages = Тілдер: { $count }.
letter-offices = Кімге: { $count }.
letter-rights = Құқықтар: { $count }.
letter-findings = Нені еске салады: { $count }.
letter-demands = Талаптар: { $count }.
letter-lacks = Жетіспейді: { $what }.
letter-betrays-title = ⛔ Жазғаныңызда атауға болмайтын есім бар: ол басылмайды.
letter-betrays = ⛔ Абзацта атауға болмайтын есім бар: оның орнына жазбалардан құрылғаны басылады.
letter-no-line = Бұл абзац мына тілдерде жазылмаған: { $languages }. Ол жерде жазбалардан құрылады.
letter-no-act = Әрекеттің түрі белгіленбеген: не болғанын айту мүмкін емес.
letter-unticked = (тексерілмеген: басылмайды)
letter-unnamed-no-consent = Аты аталмайды: { $count }. Рұқсат бере алатын адамдардың ешқайсысы «иә» деген жоқ.
letter-unnamed-several = Аты аталмайды: { $count }. Рұқсат берген адам бірнеше кісіні атаған: істегі «Келісімдерде» үйлестіруші шешеді.
letter-unnamed-refused = Аты аталмайды: { $count }. Жариялауға рұқсат берілмеді.
letter-unnamed-undertaking = Аты аталмайды: { $count }. Жария етпеу туралы қолхат алынған: істегі «Келісімдерде» үйлестіруші шешеді.
letter-case-head = ✉️ { $code }, басылатын түрінде:
letter-choose-languages = Қай тілдерде дайындалсын?
letter-choose-offices = Кімге? Бүгін қызметте кім отырғаны белгісіз болса, аты-жөнсіз жазылады. Басқаларын жазуға болады: «Кімге: …».
letter-choose-rights = Қандай құқықтар бұзылды? Баптар оқиға күні бойынша алынады. Басқаларын жазуға болады: «Құқық: …».
letter-choose-findings = Тағы нені еске саламыз? Бұрын анықталғаны мен хатты қуаттайтын басқа жайт: бұлар бұзушылық емес.
letter-choose-demands = Не талап етеміз? Реті — сіз таңдаған рет. Басқаларын жазуға болады: «Талап: …».
letter-in-kk = қазақша
letter-in-ru = орысша
letter-in-en = ағылшынша
letter-office-gone = бұл күні мұндай лауазым болмаған
letter-changed = Сіз бетті көргеннен бері бірдеңе өзгерді: тағы бір қарап шығыңыз.
letter-written = Жазылды. Оқып шығып, тексерілді деп белгілеңіз.
letter-added = { $code } енді бұрынғылардың қатарында.
letter-cancelled = Ештеңе өзгерген жоқ.
letter-name = Хатта бұл адам қалай аталады? Әр тіл жаңа жолдан: kk: … ru: … en: … Атынан кейін кім екенін қосуға болады: «…, … журналисі».
letter-name-short = Аты
letter-name-required = Жазыңызшы.
letter-code = Істің коды?
letter-code-short = Іс
letter-code-required = Істің кодын жазыңызшы.
button-letter = ✉️ Ашық хат
button-letter-back = ← Артқа
button-letter-add = Іс қосу
button-letter-languages = Тілдер
button-letter-offices = Кімге
button-letter-rights = Құқықтар
button-letter-findings = Еске салу
button-letter-demands = Талаптар
button-letter-make = Дайындау
button-letter-tick = Тексердім
button-letter-untick = Тексерілмеді
button-letter-by = Кім істеді
button-letter-name = { $number }-адамның аты
button-letter-female = Әйел
button-letter-male = Ер
button-letter-earlier = Бұрынғысы ретінде
button-letter-in = Хатта айту
button-letter-out = Қоспау
paper-field-letter-occasion = тақырып
paper-field-cases = бірдеңесі тексерілген істер
paper-field-cases-head = күні мен жері
paper-field-cases-fact = не болды
paper-field-cases-course = іс жүргізу
paper-field-cases-own = үйлестіруші жазған абзац
paper-field-earlier-head = күні мен жері, бұрын
paper-field-earlier-fact = бұрын не болды
paper-field-earlier-course = іс жүргізу, бұрын
paper-field-earlier-own = үйлестіруші жазған абзац, бұрын
paper-field-findings-text = хат нені еске салады
paper-field-violated = құқықтар
paper-field-violated-text = құқық және баптар
paper-field-addressees = кімге
paper-field-addressees-line = лауазым
paper-field-demands = талаптар
paper-field-demands-text = талап
paper-origin-office = лауазымдар тізімі, құжат күніне қарай
paper-origin-finding = хаттар еске салатындардың тізімі
paper-origin-demand = талаптар тізімі, таңдалған
letter-oblique = Ештеңе жасалмады. Мына аты-жөндер басқа септікте тұрғанға ұқсайды: { $names }. Әрқайсысы қалай басылатынын істің бетінде жазыңыз.
letter-office-aged = { $days } күн бұрын тексерілген: аты-жөнін әлі де солай болса ғана таңдаңыз
letter-mark-title = Тақырып
letter-mark-text = Мәтін
letter-mark-offices = Кімге
letter-mark-rights = Құқық
letter-mark-demands = Талап
letter-text = Жоғарыда — хаттың қазіргі түрі. Көшіріп алып, түзетіп, қайта жіберіңіз. Іс кодынан басталатын жол — сол істің абзацы, дәл солай басылады; «Мәтін:» — бұдан басқа айтарыңыз: одан не көрінеді, неге қарсысыз. «Кімге:», «Құқық:», «Талап:» тізімдерді толықтырады. Өзгенің сөзі — өзгенікі: «… айтуынша».
letter-text-short = Мәтін
letter-text-required = Хатты жазыңызшы.
button-letter-text = ✍️ { $language }
button-letter-all = Барлығы
button-letter-next = Әрі қарай →
paper-field-letter-text = ұйымның айтары
letter-differs = ⚠️ Дереккөздер бұл туралы әртүрлі айтады: белгілемес бұрын істі қараңыз.
