# Деректер шығару: кодтар кітабындағы атаулар және екі үйлестірушінің толық деректі қалай шығаратыны.
exports-record-deprivation = бас бостандығынан айыру
exports-record-prosecution = қудалау, ешкім ұсталмаған
exports-record-observation = бақылау
exports-record-summons = шақырту
exports-record-unclear = біреудің ұсталғаны белгісіз
exports-act-ill-treatment = қатыгездік көрсету
exports-act-property-taken = затын тартып алу
exports-act-counsel-refused = заңгерді кіргізбеу
exports-act-mass = жаппай ұстау
exports-count-exact = нақты саны
exports-count-at-least = кемінде
exports-count-about = шамамен
exports-count-several = бірнеше адам
exports-count-unknown = саны белгісіз
exports-confidentiality-open = атын осы дерек шығарудың мақсаты үшін қолдануға болады
exports-confidentiality-confidential = аты аталмайды
exports-confidentiality-bound = жария етпеу туралы қолхат алынған
exports-kind-individual = бір адам
exports-kind-group = топ, саны кемінде
exports-held-seen = оқиға болған жер
exports-held-taken = жеткізілген жері
exports-held-held = кейін ұсталған жері
exports-held-found = есік алдындағы тізімде бар
exports-held-denied = сол жерден сұрады, «жоқ» деді
exports-precision-minute = минутына дейін
exports-precision-hour = сағатына дейін
exports-precision-part = тәулік бөлігі
exports-precision-day = күні
exports-precision-month = айы
exports-precision-year = жыл
exports-precision-unknown = белгісіз
exports-withheld-region = облысы аталмады: іс аз
exports-withheld-city = жері аталмады: іс аз
exports-link-report-case = хабар осы іс туралы
exports-link-case-incident = іс осы оқиғаға жатады
exports-link-person-person = хабардағы адам – істегі адам
exports-rule-hand = үйлестіруші солай деді
exports-rule-event = бір оқиға аталған
exports-rule-spot = мекенжайы бір
exports-rule-district = ауданы бір
exports-rule-mass = бір қалада көп
exports-counsel-admitted = заңгерді кіргізді
exports-counsel-refused = заңгерді кіргізбеді
exports-counsel-met-privately = заңгермен оңаша сөйлесті
exports-counsel-not-private = заңгермен оңаша сөйлесе алмады
exports-line-started = еркінен айырылған уақыты
exports-line-delivered = бөлімге жеткізілген уақыты
exports-line-protocol = хаттамадағы уақыт
exports-line-transferred = басқа жерге ауыстырылған уақыты
exports-line-released-at = босатылған уақыты
exports-line-appointment = келуі керек уақыты
exports-line-status = мәртебесі
exports-line-counsel = заңгер
exports-line-proceeding = іс жүргізу
exports-line-hearing = сот отырысы
exports-line-undertaking = жария етпеу туралы қолхат
exports-line-result = шағым бойынша шешім
exports-line-protocol-seen = хаттаманы көрді
exports-line-delivery-certificate = жеткізу анықтамасы
exports-line-release-certificate = босату анықтамасы
exports-line-medical-examination = медициналық куәландыру
exports-line-phone-notice = туыстарына телефонмен айтылды
exports-by-us = біз
exports-by-family = отбасы
exports-by-counsel = өз адвокаты
exports-by-person = адамның өзі
exports-sheet-about = Жалпы мәлімет
exports-sheet-cases = Істер
exports-sheet-persons = Адамдар
exports-sheet-places = Жерлер
exports-sheet-statuses = Мәртебелер
exports-sheet-interventions = Хаттар мен жауаптар
exports-sheet-incidents = Оқиғалар
exports-sheet-sources = Хабарлар
exports-column-case = Іс
exports-column-opened-at = Хабарланған уақыты
exports-column-situation = Не айтылды
exports-column-act = Әрекет
exports-column-started-at = Қашаннан бері
exports-column-started-precision = Дәлдігі
exports-column-region = Облыс
exports-column-city = Жері
exports-column-ongoing = Жалғасуда
exports-column-outcome = Нәтижесі
exports-column-identified = Аты белгілі
exports-column-at-least = Басқалары кемінде
exports-column-urgent = Шұғыл
exports-column-cases = Іс саны
exports-column-incidents = Оқиғалар
exports-column-confidentiality = Құпиялығы
exports-column-verification = Тексерілуі
exports-column-person = Адам
exports-column-kind = Түрі
exports-column-name = Аты-жөні
exports-column-other-names = Басқаша жазылуы
exports-column-source = Дереккөз
exports-column-reliability = Сенімділігі
exports-column-held-as = Қалай
exports-column-text = Мекенжайы
exports-column-from-at = Басы
exports-column-from-precision = Дәлдігі
exports-column-to-at = Соңы
exports-column-value = Мәні
exports-column-detail = Толығырақ
exports-column-at = Қашан
exports-column-precision = Дәлдігі
exports-column-addressee = Кімге
exports-column-sent-by = Кім жіберді
exports-column-reference = Нөмірі
exports-column-due = Жауап мерзімі
exports-column-response = Жауап
exports-column-responded-at = Жауап берілген уақыты
exports-column-incident = Оқиға
exports-column-rule = Неге
exports-column-made-at = Жазылған уақыты
exports-column-mass-at = Жаппай ұстау басталған уақыт
exports-column-ended-at = Аяқталған уақыты
exports-column-link = Кім айтты
exports-column-language = Тілі
exports-column-received-at = Түскен уақыты
exports-uwazi-page =
    Мұны Uwazi-ге қалай енгізуге болады
    
    1. Баптауда Kazakh, Russian және English тілдерін қосыңыз; тезаурустардың бірінші бағанындағы тіл негізгі тіл болсын.
    2. Төмендегі әр тезаурусты жасап, оған CSV жүктеңіз.
    3. Төмендегі қасиеттері бар үлгілерді жасаңыз; атаулары дәл сол күйінде болсын. CSV-де тілдері бар қасиетті бір рет, жалғаусыз жасаңыз.
    4. «Case» байланысы cases үлгісіне, «Incidents» байланысы events үлгісіне апарады.
    5. Алдымен events.zip, содан кейін cases.zip, соңында persons.zip файлын өз үлгісіне жүктеңіз.
    
    Тақырыптар – істердің кодтары. Екі рет жүктелген дерек екі рет тұрады: алдымен бұрынғысын өшіріңіз.
    Uwazi-де уақыт тек күнмен жазылады; дәл уақыты қасында мәтін болып тұр.
exports-purpose-authorities = органдар
exports-purpose-publication = жариялау
exports-how = Аты-жөндері бар дерек шығару: /export 2018-09-01 2018-09-30 органдар себебі. Алдымен істер ашылған бірінші және соңғы күн, сосын «органдар» не «жариялау» сөзі, соңында себебі. Оған басқа үйлестіруші рұқсат беруі керек. Сөздерімен, файлдарымен және құжаттарымен бір іс: /export КОД органдар себебі. Аты-жөнсіз деректі техник кез келген уақытта dabyl export арқылы шығарады.
permit-head = 📦 { $name } ТОЛЫҚ дерек шығаруды сұрайды: келісім берілген аты-жөндер, айтылған сөздер, нақты жерлер.
permit-head-case = 📦 { $name } { $code } ісін ПАКЕТ етіп сұрайды: жазбасы, айтылғанның бәрі сөзбе-сөз, файлдары, құжаттары және тарихы.
permit-what-case = Не үшін: { $purpose }. Аты-жөндер, сөздер мен файлдар аталғандардың бәрі рұқсат берсе ғана кіреді.
permit-number-case = Техник мынаны тереді: dabyl export --case { $code } --permit { $number }. Бір тәулік ішінде бір рет жарайды.
permit-what = { $begin } – { $end } аралығында ашылған істер. Не үшін: { $purpose }.
permit-why = Себебі: { $reason }
permit-asked = { $time } сұралды. Рұқсатты басқа үйлестіруші береді; бір тәуліктен кейін сұраудың күші жойылады.
permit-allowed = Рұқсат берген: { $name }, { $time }. Бір рет, бір тәулік бойы жарайды.
permit-refused = Рұқсат бермеген: { $name }, { $time }.
permit-over = Мерзімі өтті: бір тәулік болды.
permit-used = { $time } шығарылды. Рұқсат берген: { $name }.
permit-number = Техникке: dabyl export --full --permit { $number }
permit-own = Сұраған өзіңіз, сондықтан рұқсатты басқа үйлестіруші беруі керек.
permit-settled = Бұл шешіліп қойған немесе мерзімі өткен.
button-permit-allow = Толық деректі шығаруға рұқсат беру
button-permit-refuse = Рұқсат бермеу
button-permit-withdraw = Қайтарып алу
operator-exported = { $number } рұқсаты бойынша толық дерек шығарылды: сұраған – { $asked }, рұқсат берген – { $allowed }.
exports-not-covered = қамтылмаған: жолдар хештейтін нәрседен алынбаған

packet-file-changed = { $code }: сақталған { $name } файлы жоқ немесе келген күйінде емес: оны бағдарлама өзгертпеген.
packet-readme = ҚАЗАҚША
    Бір істің пакеті: { $code }

    Бұл не
    Құқық қорғау ұйымында бір ұстау ісі туралы бардың бәрі, about.json ішінде
    жазылған уақыттағы күйі. Пакетке ұйымның екі үйлестірушісі бір мақсат үшін
    рұқсат берген. Ішінде адамдардың аты-жөні мен сөздері болуы мүмкін: жабық
    сақтаңыз, ешкімге бермеңіз.

    csv/, json/      істің жазбалары; dabyl.xlsx, uwazi/: сол жазбалар
    words.csv        не айтылғаны, сөзбе-сөз
    files/           келген күйіндегі сурет пен жазба; тізімі files.csv ішінде
    papers/          іс бойынша жасалған құжаттар; тізімі papers.csv ішінде
    history.csv      не істелгені, жол-жолымен, әрқайсысы алдыңғысына тіркелген
    days.csv         әр күн бойынша не саналғаны
    Істегі адамдар рұқсат бермегені мұнда жоқ.

    Қалай тексеруге болады
    1. Содан бері ештеңе өзгертілмегенін. Ашып, сол қалтада мынаны орындаңыз:
           sha256sum --check SHA256SUMS
       Әр жол OK деп аяқталуы керек.
    2. Ұйым кейін ештеңе өзгертпегенін. Күндердің жолдарын (күн мен 64 таңба)
       алған адам оларды мәтінге сақтап, мынаны орындайды:
           dabyl witness ПАКЕТ.zip ЖОЛДАР.txt
       Кілт те, желі де керек емес. Не қамтылмағаны about.json ішінде жазылған.
