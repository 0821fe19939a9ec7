# Что делают в деле суды и следователи: записывает тот, у кого дело.

button-proceedings = ⚖️ Производства
proceedings-card = Производства:
proceedings-head = ⚖️ Производства · { $code }
proceedings-none = Пока ничего не записано. Их может быть несколько сразу.
proceedings-sort = { $code }: какое производство?
proceedings-whom = { $code }: о ком?
proceedings-all = обо всех
proceedings-opened = Записано: { $time }
proceedings-ended = окончено
proceedings-part = часть { $part }
proceedings-regime = Задержание: { $value }
proceedings-which-regime = Какое это задержание? От этого зависят сроки по закону.
proceedings-article = По какой статье? Выберите или напишите другую.
proceedings-step = Что произошло? Потом спросим время.
proceedings-result = Чем кончилась жалоба?
button-new-proceeding = ➕ Новое
button-all-proceedings = ‹ Все производства
button-earlier = Более ранние ›
button-proceeding = ‹ Это производство
button-new-hearing = ➕ Заседание
button-step = Что произошло
button-article = Статья
button-article-typed = Написать
button-regime = Вид задержания
button-proceedings-ended = Окончено
button-goes-on = Продолжается

sort-administrative = административное
sort-criminal = уголовное
sort-victim = как потерпевший от жестокого обращения
sort-other = другое

regime-administrative = правонарушение без ареста
regime-arrestable = правонарушение, за которое возможен арест
regime-border = граница, миграция, таможня, охраняемый объект
regime-criminal = уголовное
regime-criminal-grave = уголовное, один из самых тяжких случаев

# И после «записано:» в истории.
step-charged = предъявлено обвинение или подозрение
step-in-court = доставлены в суд
step-remand = объявлено о содержании под стражей
step-ruling = постановление объявлено
step-ruling-copy = копия постановления вручена
step-appeal-filed = жалоба на постановление подана
step-complaint-filed = жалоба на действия подана
step-motion-filed = ходатайство подано
step-result = решение по жалобе
step-proceeding = производство
step-hearing = заседание
step-regime = вид задержания
step-undertaking = подписка о неразглашении
result-upheld = оставлено без изменений
result-changed = изменено
result-quashed = отменено
result-returned = возвращено на новое рассмотрение

button-hearing = Заседание
button-hearing-moved = Перенесли
button-hearing-off = Отменили
hearing-off = отменено
hearing-was = Раньше: { $times }
hearing-outcome-which = Чем кончилось?
hearing-outcome-other = Было иначе? Выберите, как.
hearing-arrest = арест
hearing-fine = штраф
hearing-warning = предупреждение
hearing-remand = под стражу
hearing-house-arrest = домашний арест
hearing-acquitted = невиновен (невиновна)
hearing-released = освобождение
hearing-adjourned = отложено
hearing-word = заседание
hearing-reminder-evening = 📅 { $code }: завтра заседание.
    { $line }
hearing-reminder-hour = 📅 { $code }: через час заседание.
    { $line }
hearing-reminder-outcome = 📅 { $code }: чем кончилось заседание?
    { $line }
hearing-unowned-evening = 📅 { $code }: завтра заседание, { $time }, а вести дело сейчас некому.
hearing-unowned-hour = 📅 { $code }: через час заседание, { $time }, а вести дело сейчас некому.
hearing-unowned-outcome = 📅 { $code }: заседание { $time } прошло, а вести дело сейчас некому. Чем оно кончилось?

# Форма.
proceeding-article = Какая статья и какого закона?
proceeding-article-help = Например: 488 КоАП
proceeding-article-required = Статью нужно назвать, иначе записывать нечего.
proceeding-article-short = Статья
proceeding-part = Какая часть статьи?
proceeding-part-help = Например: 6
proceeding-part-short = Часть
proceeding-when = Когда заседание?
proceeding-when-help = Например: 19.09 10:00. Прошедшее запишется в историю.
proceeding-when-short = Время
proceeding-when-required = Время нужно: хотя бы день.
proceeding-court = Какой суд, какой зал?
proceeding-court-short = Суд
proceeding-judge = Какой судья?
proceeding-judge-short = Судья
proceeding-subject = Что решают?
proceeding-subject-short = Вопрос
proceeding-moment = Когда это было?
proceeding-moment-help = Напишите так точно, как знаете: 17.09 14:20
proceeding-moment-required = Время нужно: хотя бы день.
proceeding-moment-short = Время
proceeding-moment-now = Сейчас
proceeding-moment-today = Сегодня
proceeding-moment-yesterday = Вчера
proceeding-measure = Сколько?
proceeding-measure-help = Например: 10 суток; 50 МРП
proceeding-measure-short = Сколько
proceeding-review = Всё записано.
proceeding-taken-back = Отменено: ничего из этого не записано.
proceeding-cancelled = Оставили: больше ничего не записано.
line-proceeding-void = отменено: { $why }
line-proceeding = записано: { $why }
timer-hearing = Заседание: напоминание или чем кончилось
timer-typing-left = Заседание, записанное не до конца

# Подписка о неразглашении, которую берёт следователь.
button-undertaking = 🤐 Неразглашение
undertaking-sure = { $code }: с кого-нибудь взяли подписку о неразглашении? Тогда ни одно имя из этого дела не пойдёт ни в сводку, ни в письмо, что бы ни было разрешено, пока не решит координатор.
button-undertaking-yes = Да, взяли
button-undertaking-no = Нет, это ошибка
undertaking-noted = { $code }: записано. Имена остаются здесь; решить просим координатора.
undertaking-not = { $code }: записано, что, по вашим словам, подписки не брали.
undertaking-stands = 🤐 Взята подписка о неразглашении: имена никуда не идут, пока не решит координатор.
case-undertaking = 🤐 Подписка о неразглашении ({ $value }): { $may ->
    [free] имена можно называть, насколько это разрешено
   *[blocked] имена никуда не идут, пока не решит координатор
}
consents-undertaking-free = Имена можно, несмотря на подписку
consents-undertaking-blocked = Без имён из-за подписки
ask-undertaking = 🤐 Взята подписка о неразглашении. Имена из этого дела нигде не называются, пока вы не решите: «{ button-consents }».

# /case: по коду, имени, отделению.
search-own = Ваши открытые дела: { $count }. Найти: /case и код, имя, отделение или день.
search-none-own = Открытых дел у вас нет. Найти: /case и код, имя, отделение или день.
search-found = Найдено: { $count }
search-more = … и ещё { $count }. Напишите точнее.
search-nothing = Среди дел, которые вам видны, ничего не найдено. Код – шесть цифр, например 483-170, как на карточке; подойдёт и имя, и отделение, и день (17.09, вчера).

# A pin, drawn by the messenger.
button-pin = 📍 На карте
pin-none = В этом деле местом никто не делился.
hearing-told = { $code }: записано. { $hearing }
button-hearing-right = ✅ Верно
button-hearing-other = Другое время
hearing-not-told = { $code }: отменено. Ваши слова остались заметкой.

# Что сообщают о суде, и конец ареста.
offer-hearing = ⚖️ Суд: { $time }{ $perhaps ->
    [yes] { " " }(возможно)
   *[no] { "" }
}
offer-no-lawyer = ⚖️ Пишут, что адвоката для суда нет
hearing-told-only = со слов сообщившего, не подтверждено
hearing-told-otherwise = Позже сообщивший пишет: { $time }
hearing-arrest-days = { $days ->
    [one] арест, { $days } сутки
   *[other] арест, { $days } суток
}
button-hearing-confirm = ✅ Верно
ruling-told = ❔ Сообщивший пишет, что суд решил: { $what }. Пока вы не подтвердили, сроки полиции идут; возможно, они уже кончились.
ruling-asked = ⚖️ { $code }: сообщивший пишет, что суд решил: { $what }. Это так?
ruling-asked-unowned = ⚖️ { $code }: сообщивший пишет, что решил суд, а дело никто не ведёт. Откройте и подтвердите или нет.
button-ruling-right = ✅ { $what }: верно
button-ruling-wrong = Не так
ruling-confirmed = { $code }: записано, { $what }.
ruling-not-so = { $code }: убрано, из этого ничего не следует.
ruling-settled = На это уже ответили.
ruling-noted = { $code }: записано, суд решил: { $what }. Верно?
arrest-term = 📆 { $perhaps ->
    [yes] Возможно, никто не подтвердил: арест
   *[no] Арест
} на { $days ->
    [one] { $days } сутки
   *[other] { $days } суток
} кончается { $first }{ $counted ->
    [said] { "" }
    [started] , если считать с задержания
   *[other] , если считать с постановления
}{ $last ->
    [none] .
   *[other] ; если с постановления, { $last }.
}{ $checked ->
    [yes] { "" }
   *[no] { " " }Как считаются сутки, юрист не проверял (не проверено).
}
release-day-noted = { $code }: записано, на свободе { $day }. Дело остаётся открытым.
arrest-tomorrow = { $code }: завтра кончается арест.
    { $term }
arrest-promised-day = { $code }: сегодня день, о котором вы писали, что люди выйдут. Они на свободе?
arrest-unowned-promised-day = { $code }: сегодня день, когда кто-то должен выйти, как писал прежний юрист. Дела ни у кого нет: позвоните, пожалуйста.
arrest-today = { $code }: сегодня кончается арест. Человек на свободе?
    { $term }
arrest-unowned-tomorrow = 📆 { $code }: завтра кончается арест, а того, кто ведёт дело, нет или он недоступен.
arrest-unowned-today = 📆 { $code }: сегодня кончается арест, а того, кто ведёт дело, нет или он недоступен. Человек на свободе?
arrest-family = Суд: арест, { $days ->
    [one] { $days } сутки
   *[other] { $days } суток
}. Кончается { $first }{ $last ->
    [none] .
   *[other] { " " }или { $last }, смотря как считать сутки.
} Точно скажет только юрист. В этот день мы спросим.
arrest-family-today = Сегодня{ $last ->
    [none] { "" }
   *[other] { " " }или { $last }, смотря как считать,
} кончаются { $days ->
    [one] { $days } сутки
   *[other] { $days } суток
}. Человек на свободе?
report-hearing-noted = ⚖️ Записано: суд { $when }{ $before ->
    [none] { "" }
   *[other] { " " }вместо { $before }
}{ $court ->
    [none] .
   *[other] , { $court }.
} Если время другое, просто напишите его.
report-ruling-noted = ⚖️ Записано с ваших слов: { $what }. { $to ->
    [lawyer] Юриста, который ведёт дело, спросили, так ли это.
   *[other] Координатора спросили, так ли это.
}
asked-release-known = Суд: арест, { $days ->
    [one] { $days } сутки
   *[other] { $days } суток
}. Кончается { $first }{ $last ->
    [none] .
   *[other] { " " }или { $last }, смотря как считать сутки.
} Точно скажет только юрист.
asked-release-told = Вы писали: { $what }. Если так, срок кончается { $first }{ $last ->
    [none] .
   *[other] { " " }или { $last }, смотря как считать.
} Точно скажет только юрист.
hearing-added = { $code }: добавлено. { $hearing }
timer-near-hearing = До суда сутки, а юристов ещё не спрашивали
timer-end-of-arrest = Конец ареста: напоминание
button-hearing-both = Будут оба
hearing-both = { $code }: оба в силе: { $hearing }; { $before }
clock-may-have-ended = суд, возможно, уже решил: никто из наших не подтвердил
interrogation-soon = { $code }: допрос, { $time }.
timer-interrogation = Допрос: напоминание
