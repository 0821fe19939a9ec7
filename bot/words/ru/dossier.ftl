# Что стоит в бумагах, составленных по фактам дела; и слова для этих фактов там, где о них спрашивают или их не знают.

# Даты и время, как их пишут в письмах
paper-month-1 = января
paper-month-2 = февраля
paper-month-3 = марта
paper-month-4 = апреля
paper-month-5 = мая
paper-month-6 = июня
paper-month-7 = июля
paper-month-8 = августа
paper-month-9 = сентября
paper-month-10 = октября
paper-month-11 = ноября
paper-month-12 = декабря
paper-in-month-1 = январь
paper-in-month-2 = февраль
paper-in-month-3 = март
paper-in-month-4 = апрель
paper-in-month-5 = май
paper-in-month-6 = июнь
paper-in-month-7 = июль
paper-in-month-8 = август
paper-in-month-9 = сентябрь
paper-in-month-10 = октябрь
paper-in-month-11 = ноябрь
paper-in-month-12 = декабрь
paper-day = { $day } { $month } { $year } года
paper-in-month = { $month } { $year } года
paper-clock = { $day }, { $time }
paper-hour = { $time }
paper-part = { $day }, { $part }
paper-about = около { $when }
paper-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
paper-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
paper-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
}
paper-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
}

# Кто это говорит
paper-by-self = по словам самого человека
paper-by-relative = по словам семьи
paper-by-witness = по словам свидетеля
paper-by-colleague = по словам коллеги
paper-by-lawyer = по словам адвоката
paper-by-other = по словам знакомого
paper-by-reporter = по словам сообщившего
paper-by-member = по данным организации
paper-by-paper = по документу
paper-by-bot = как следует из записей
paper-by-station = по словам отдела
paper-claimed = { $what } ({ $by })
paper-quoted = { $by }: «{ $words }»

# О ком речь, если имени никто не знает или его нельзя назвать
paper-woman-unnamed = женщина, имя неизвестно
paper-man-unnamed = мужчина, имя неизвестно
paper-person-unnamed = человек, имя неизвестно
paper-journalist = журналист
paper-resident = житель города { $city }
paper-person = человек
sex-female = женский
sex-male = мужской
civil-married = состоит в браке
civil-single = в браке не состоит
civil-divorced = в разводе
civil-widowed = супруг(а) умер(ла)
paper-age = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[many] { $count } лет
}
paper-under-age = младше 18 лет
paper-lawyer = адвокат
paper-coordinator = координатор
paper-administrator = администратор
paper-count-exact = { $count }
paper-count-at-least = не менее { $count }
paper-count-about = около { $count }
paper-count-several = несколько (не менее { $count })
paper-trait-defender = правозащитник
paper-trait-journalist = журналист
paper-trait-union = из профсоюза
paper-trait-party = из партии или движения
paper-trait-religious = из религиозной общины
paper-trait-relative = родственник преследуемого человека
paper-trait-demonstrator = участник собрания
paper-trait-bystander = прохожий
paper-trait-disability = с инвалидностью
paper-trait-migrant = мигрант или беженец
paper-urgent-minor = младше 18 лет
paper-urgent-injured = есть травмы
paper-urgent-medicine = нужны лекарства
paper-urgent-pregnant = беременность
paper-urgent-elderly = пожилой возраст
paper-urgent-alone = без близких рядом
paper-urgent-journalist = журналист
paper-urgent-defender = правозащитник
paper-relation-self = сам человек
paper-relation-relative = член семьи
paper-relation-witness = свидетель
paper-relation-colleague = коллега или работодатель
paper-relation-lawyer = адвокат
paper-relation-other = знакомый
paper-consent-self = сам человек
paper-consent-relative = семья

# Что произошло, строка на событие
paper-what-started = лишение свободы
paper-what-delivered = доставление в отдел
paper-what-protocol = составлен протокол задержания
paper-what-transferred = перевод в другое место
paper-what-released-at = освобождение
paper-what-found = назван(а) в списке: { $place }
paper-what-denied = { $place }: на вопрос ответили, что такого человека там нет
paper-what-call = { $station }, вопрос по телефону: { $answer }
paper-what-hearing = заседание, { $what }
paper-what-sent = { $addressee }, направлено: { $what }
paper-what-answered = { $addressee }, ответ: { $what }
paper-what-status = статус: { $what }
paper-visit-contacted = адвокат связался с человеком или семьёй
paper-visit-on-my-way = адвокат выехал
paper-visit-at-station = адвокат у дверей места содержания
paper-visit-admitted = адвоката пропустили
paper-visit-refused = адвоката не пропустили
paper-visit-out = адвокат вышел из места содержания
paper-answer-there = ответили, что человек находится там
paper-answer-denied = ответили, что такого человека там нет
paper-answer-hung-up = положили трубку
paper-answer-later = сказали перезвонить позже
paper-line = { $when }: { $what }
paper-line-of = { $when }: { $what } ({ $by })

# Задержание
paper-decision-shown = постановление показали
paper-decision-refused = постановление показать отказались
paper-decision-unasked = постановление не показали, его никто не просил
paper-perpetrator-police = полиция
paper-perpetrator-special = спецподразделение полиции
paper-perpetrator-guard = Национальная гвардия
paper-perpetrator-security = органы национальной безопасности
paper-perpetrator-officials = местные должностные лица
paper-perpetrator-private = частная охрана
paper-perpetrator-plain = люди в штатском, которые не представились
paper-perpetrator-unknown = неизвестные
paper-regime-administrative = административное, правонарушение без ареста
paper-regime-arrestable = административное, правонарушение, за которое возможен арест
paper-regime-border = административное: граница, миграция, таможня или охраняемый объект
paper-regime-criminal = уголовное
paper-regime-criminal-grave = уголовное, один из самых тяжких случаев
paper-measure-arrest = административный арест
paper-measure-fine = штраф
paper-measure-warning = предупреждение
paper-measure-remand = содержание под стражей
paper-measure-house-arrest = домашний арест
paper-measure-released = освобождение
paper-measure-acquitted = невиновен (невиновна)
paper-measure-adjourned = отложено
paper-measured = { $what }, { $much }
paper-part-of = { $article }, часть { $part }
paper-article = статья { $article }
paper-seen-protocol = протокол задержания со временем
paper-seen-delivery = справка о доставлении
paper-seen-medical = медицинское освидетельствование
paper-seen-notice = запись в протоколе о том, что родным сообщили по телефону
paper-seen-release = справка об освобождении
paper-seen-private = разговор с адвокатом наедине
paper-seen-harm = следы жестокого обращения
paper-medical-yes = медицинское освидетельствование проведено
paper-medical-no = медицинское освидетельствование не проведено
paper-medical-unseen = медицинское освидетельствование адвокату не показали
paper-injured = есть травмы
paper-harm-seen = видны следы жестокого обращения
paper-saw-unseen = не показали
paper-not-private = адвокату не дали поговорить с человеком наедине
paper-state-open = продолжается
paper-state-ended = завершено

# Названия: в «[неизвестно: …]» и в списках недостающего
paper-field-paper-city = город подписания
paper-field-organisation-address = адрес организации
paper-field-organisation-mail = почта организации
paper-field-organisation-phone = телефон организации
paper-field-lawyer-name = адвокат
paper-field-lawyer-phone = телефон адвоката
paper-field-lawyer-order = ордер адвоката, номер и дата
paper-field-to-line = адресат
paper-field-person-name = имя человека
paper-field-person-spellings = другие написания имени
paper-field-person-sex = пол
paper-field-person-born = дата рождения
paper-field-person-age = возраст
paper-field-person-nationality = гражданство
paper-field-person-id-document = документ, удостоверяющий личность
paper-field-person-occupation = род занятий
paper-field-person-address = обычный адрес
paper-field-person-birthplace = место рождения
paper-field-person-father = имя отца
paper-field-person-family-status = семейное положение
paper-field-person-clothes = одежда и приметы
paper-field-person-photo-known = фотография
paper-field-person-traits = кто этот человек
paper-field-case-city = город
paper-field-case-place = точное место
paper-field-case-day = день
paper-field-case-act = вид события
paper-field-case-event = с чем это связано
paper-field-case-link = отношение к поводу
paper-field-case-urgent = почему срочно
paper-field-detention-began = с какого момента лишён(а) свободы
paper-field-detention-delivered = время доставления
paper-field-detention-protocol = время протокола
paper-field-detention-transferred = время перевода
paper-field-detention-released = время освобождения
paper-field-detention-station = место содержания
paper-field-detention-by = кто это сделал
paper-field-detention-stated = названные причины
paper-field-detention-decision = показано ли постановление
paper-field-detention-article = статья
paper-field-detention-regime = вид задержания
paper-field-detention-status = статус человека
paper-field-overrun-due = когда истёк срок
paper-field-overrun-by = на сколько превышен срок
paper-field-ruling-court = суд
paper-field-ruling-judge = судья
paper-field-ruling-date = дата постановления
paper-field-ruling-number = номер постановления
paper-field-ruling-copy-on = когда вручена копия
paper-field-ruling-measure = что постановлено
paper-field-remand-court = суд
paper-field-remand-judge = судья
paper-field-remand-date = дата постановления о содержании под стражей
paper-field-remand-number = номер постановления о содержании под стражей
paper-field-remand-measure = что постановлено
paper-field-remand-copy-on = когда вручена копия постановления о содержании под стражей
paper-field-treatment = обращение
paper-field-injuries = травмы
paper-field-medical = медицинское освидетельствование
paper-field-counsel = доступ адвоката
paper-field-steps = принятые меры
paper-field-complaint-date = дата жалобы в стране
paper-field-complaint-number = номер жалобы в стране
paper-field-complaint-body = орган, в который подана жалоба
paper-field-consent-given-by = кто дал согласие
paper-field-consent-on = дата согласия
paper-field-witnesses = свидетели
paper-field-risk = опасность мести
paper-field-urgency = почему важно время
paper-field-other-procedure = обращения в другие органы
paper-field-authorisation = письменная доверенность

# Вопросы тому, кто составляет бумагу
paper-ask-lawyer-order = Номер и дата вашего ордера?
paper-ask-person-sex = Какой пол указан в документах?
paper-ask-person-born = Когда родился человек? День, месяц и год, насколько известно.
paper-ask-person-nationality = Какое гражданство?
paper-ask-person-id-document = Какой документ, удостоверяющий личность? Вид, номер, кем и когда выдан.
paper-ask-person-occupation = Чем человек занимается?
paper-ask-person-address = Где человек обычно живёт? Адрес.
paper-ask-person-birthplace = Где человек родился? Место.
paper-ask-person-father = Как полностью зовут отца?
paper-ask-person-family-status = Какое семейное положение?
paper-ask-person-clothes = Во что человек был одет и по каким приметам его можно узнать?
paper-ask-person-photo-known = Есть ли фотография человека, которую можно приложить?
paper-ask-case-place = Где именно это произошло? Улица, дом, что рядом.
paper-ask-case-event = С чем это связано и что человеку не дали сделать?
paper-ask-case-link = Как человек связан с поводом? Например: жена подсудимого, должна была выступить на встрече.
paper-ask-detention-began = С какого момента человек на деле не может уйти? День, час и минута.
paper-ask-detention-delivered = Когда человека доставили в отдел?
paper-ask-detention-protocol = Какое время стоит в протоколе задержания?
paper-ask-detention-transferred = Когда человека перевели в другое место?
paper-ask-detention-released = Когда человека освободили?
paper-ask-detention-station = Где человека держат? Название места, как оно пишется официально.
paper-ask-detention-stated = Какие причины назвали?
paper-ask-detention-decision = Показали ли постановление или решение?
paper-ask-detention-regime = Какой это вид задержания?
paper-ask-ruling-number = Какой номер у постановления или дела в суде?
paper-ask-ruling-copy-on = Когда вручили копию постановления?
paper-ask-remand-copy-on = Когда вручили копию постановления?
paper-ask-treatment = Били ли, угрожали ли, не пускали ли к врачу? Что и кто?
paper-ask-medical = Было ли медицинское освидетельствование?
paper-ask-witnesses = Кто это видел? Скажите и то, кого можно назвать.
paper-ask-risk = Надо ли кому-то бояться мести за эту бумагу? Кому и почему?
paper-ask-urgency = Почему важно время: здоровье, жизнь, день суда?
paper-ask-other-procedure = Обращались ли с этим в другой орган (ООН, региональный)? В какой, когда, номер? Если нет, напишите: нет.
paper-ask-authorisation = Есть ли письменная доверенность? От кого и от какого числа?
