# Выгрузки: как называются значения в книге кодов и как два координатора делают полную.
exports-record-deprivation = лишение свободы
exports-record-prosecution = преследование, никто не задержан
exports-record-observation = наблюдение
exports-record-summons = вызов
exports-record-unclear = неясно, задержан ли кто-то
exports-act-ill-treatment = жестокое обращение
exports-act-property-taken = отняли вещи
exports-act-counsel-refused = юриста не пустили
exports-act-mass = массовое задержание
exports-count-exact = точное число
exports-count-at-least = не меньше
exports-count-about = около
exports-count-several = несколько
exports-count-unknown = число неизвестно
exports-confidentiality-open = имя можно использовать для цели этой выгрузки
exports-confidentiality-confidential = без имени
exports-confidentiality-bound = взята подписка о неразглашении
exports-kind-individual = один человек
exports-kind-group = группа, число не меньше
exports-held-seen = где это произошло
exports-held-taken = куда доставили
exports-held-held = где держали потом
exports-held-found = в списке от дверей
exports-held-denied = спросили там, ответили «нет»
exports-precision-minute = до минуты
exports-precision-hour = до часа
exports-precision-part = часть дня
exports-precision-day = день
exports-precision-month = месяц
exports-precision-year = год
exports-precision-unknown = неизвестно
exports-withheld-region = область не названа: мало дел
exports-withheld-city = место не названо: мало дел
exports-link-report-case = сообщение рассказывает о деле
exports-link-case-incident = дело относится к событию
exports-link-person-person = человек из сообщения – человек из дела
exports-rule-hand = так сказал координатор
exports-rule-event = названо то же событие
exports-rule-spot = тот же адрес
exports-rule-district = тот же район
exports-rule-mass = много в одном городе
exports-counsel-admitted = юриста пустили
exports-counsel-refused = юриста не пустили
exports-counsel-met-privately = говорил с юристом наедине
exports-counsel-not-private = говорить с юристом наедине не дали
exports-line-started = не свободен с
exports-line-delivered = доставлен в отделение
exports-line-protocol = время в протоколе
exports-line-transferred = переведён в другое место
exports-line-released-at = освобождён
exports-line-appointment = должен явиться
exports-line-status = статус
exports-line-counsel = юрист
exports-line-proceeding = производство
exports-line-hearing = заседание
exports-line-undertaking = подписка о неразглашении
exports-line-result = решение по жалобе
exports-line-protocol-seen = протокол видели
exports-line-delivery-certificate = справка о доставлении
exports-line-release-certificate = справка об освобождении
exports-line-medical-examination = медосвидетельствование
exports-line-phone-notice = близким сообщили по телефону
exports-by-us = мы
exports-by-family = семья
exports-by-counsel = собственный адвокат
exports-by-person = сам человек
exports-sheet-about = О выгрузке
exports-sheet-cases = Дела
exports-sheet-persons = Люди
exports-sheet-places = Места
exports-sheet-statuses = Статусы
exports-sheet-interventions = Письма и ответы
exports-sheet-incidents = События
exports-sheet-sources = Сообщения
exports-column-case = Дело
exports-column-opened-at = Сообщено
exports-column-situation = Что говорят
exports-column-act = Действие
exports-column-started-at = С какого времени
exports-column-started-precision = Насколько точно
exports-column-region = Область
exports-column-city = Место
exports-column-ongoing = Продолжается
exports-column-outcome = Исход
exports-column-identified = Известны по имени
exports-column-at-least = Других не меньше
exports-column-urgent = Срочно
exports-column-cases = Дел
exports-column-incidents = События
exports-column-confidentiality = Конфиденциальность
exports-column-verification = Проверка
exports-column-person = Человек
exports-column-kind = Что
exports-column-name = Имя
exports-column-other-names = Другие написания
exports-column-source = Источник
exports-column-reliability = Надёжность
exports-column-held-as = Как
exports-column-text = Адрес
exports-column-from-at = С
exports-column-from-precision = Насколько точно
exports-column-to-at = По
exports-column-value = Значение
exports-column-detail = Подробности
exports-column-at = Когда
exports-column-precision = Насколько точно
exports-column-addressee = Кому
exports-column-sent-by = Кто отправил
exports-column-reference = Номер
exports-column-due = Срок ответа
exports-column-response = Ответ
exports-column-responded-at = Когда ответили
exports-column-incident = Событие
exports-column-rule = Почему
exports-column-made-at = Записано
exports-column-mass-at = Массовое задержание с
exports-column-ended-at = Закончилось
exports-column-link = Кто рассказал
exports-column-language = Язык
exports-column-received-at = Получено
exports-uwazi-page =
    Как перенести это в Uwazi
    
    1. Добавьте в настройках языки Kazakh, Russian и English; основным сделайте язык первого столбца в тезаурусах.
    2. Создайте каждый тезаурус из списка внизу и загрузите в него CSV.
    3. Создайте шаблоны с этими свойствами; названия должны совпадать буква в букву. Свойство, у которого в CSV есть языки, создайте один раз, без окончания.
    4. Связь «Case» ведёт к шаблону cases, «Incidents» – к events.
    5. Загрузите events.zip, потом cases.zip, потом persons.zip, каждый в свой шаблон.
    
    Заголовки – коды дел. Загруженное дважды стоит дважды: сначала удалите прежнее.
    Время в Uwazi – целые дни; точное время стоит рядом как текст.
exports-purpose-authorities = ведомства
exports-purpose-publication = публикация
exports-how = Выгрузка с именами: /export 2018-09-01 2018-09-30 ведомства почему. Первый и последний день, когда открыты дела; «ведомства» или «публикация»; потом причина. Её должен разрешить другой координатор. Одно дело с его словами, файлами и документами: /export КОД ведомства почему. Без имён выгрузку в любое время делает техник: dabyl export.
permit-head = 📦 { $name } просит ПОЛНУЮ выгрузку: имена, насколько разрешают согласия, слова, точные места.
permit-head-case = 📦 { $name } просит дело { $code } ПАКЕТОМ: запись, дословно всё сообщённое, файлы, документы и история.
permit-what-case = Для чего: { $purpose }. Имена, слова и файлы войдут, только если разрешают все, кто назван.
permit-number-case = Техник вводит: dabyl export --case { $code } --permit { $number }. Сработает один раз, в течение суток.
permit-what = Дела, открытые { $begin } – { $end }. Для чего: { $purpose }.
permit-why = Почему: { $reason }
permit-asked = Запрошено { $time }. Разрешает или нет другой координатор; через сутки запрос закончится.
permit-allowed = Разрешено: { $name }, { $time }. Действует один раз, сутки.
permit-refused = Не разрешено: { $name }, { $time }.
permit-over = Закончилось: сутки прошли.
permit-used = Выгружено { $time }. Разрешение: { $name }.
permit-number = Технику: dabyl export --full --permit { $number }
permit-own = Разрешить должен другой координатор: запрос ваш.
permit-settled = Это уже решено, или сутки прошли.
button-permit-allow = Разрешить полную выгрузку
button-permit-refuse = Не разрешать
button-permit-withdraw = Отозвать
operator-exported = Сделана полная выгрузка по разрешению { $number }: запрос – { $asked }, разрешение – { $allowed }.
exports-not-covered = не охвачено: не следует из того, что хешируют строки

packet-file-changed = { $code }: сохранённого файла { $name } нет, или это не то, что пришло: его изменила не программа.
packet-readme = РУССКИЙ
    Пакет одного дела: { $code }

    Что это
    Всё, что у правозащитной организации есть об одном деле о задержании,
    на время, которое стоит в about.json. Пакет разрешили двое её координаторов
    для одной цели. В нём могут быть имена и слова людей: храните его закрытым
    и никому не передавайте.

    csv/, json/      записи дела; dabyl.xlsx, uwazi/: то же самое
    words.csv        что рассказали, слово в слово
    files/           фото и записи, какими пришли; их список в files.csv
    papers/          документы, составленные по делу; их список в papers.csv
    history.csv      что сделано, по строкам, каждая сцеплена с предыдущей
    days.csv         что посчитано за каждый день
    Чего названные в деле люди не разрешили, того здесь нет.

    Как проверить
    1. Что с тех пор ничего не изменили. Распакуйте и в этой папке выполните:
           sha256sum --check SHA256SUMS
       Каждая строка должна кончаться на OK.
    2. Что организация ничего не изменила задним числом. Кому она присылала
       строки дней (дата и 64 знака), сохраните их в текст и выполните:
           dabyl witness ПАКЕТ.zip СТРОКИ.txt
       Ни ключ, ни сеть не нужны. Что не покрыто, сказано в about.json.
