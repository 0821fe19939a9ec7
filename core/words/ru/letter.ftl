# Открытые письма: предложения, из которых они строятся, и то, что координаторы читают, пока готовят письмо.

letter-month = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
letter-day = { $day } { letter-month } { $year } года
letter-part = { $part ->
    [0] ночью
    [1] утром
    [2] днём
   *[3] вечером
}
letter-when = { $precision ->
    [minute] { letter-day }, { $since ->
        [yes] с
       *[no] в
    } { $time }
    [hour] { letter-day }, около { $time }
    [part] { letter-day }, { letter-part }
    [month] { $month ->
        [1] Январь
        [2] Февраль
        [3] Март
        [4] Апрель
        [5] Май
        [6] Июнь
        [7] Июль
        [8] Август
        [9] Сентябрь
        [10] Октябрь
        [11] Ноябрь
       *[12] Декабрь
    } { $year } года
    [year] { $year } год
   *[day] { letter-day }
}
letter-and = { $first } и { $last }
letter-called = { $name },
letter-now = { $then }; теперь { $now }

letter-who-several = { $names ->
    [none] несколько человек
   *[other] несколько человек, среди них { $names },
}
letter-who-uncounted = люди, число которых неизвестно
letter-who-exactly = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
letter-who-at-least = не менее { $count ->
    [one] { $count } человека
   *[many] { $count } человек
}
letter-who-and-exactly = { $names } и ещё { $count ->
    [1] один человек
    [2] двое
    [3] трое
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
letter-who-and-at-least = { $names } и ещё не менее { $count ->
    [one] { $count } человека
   *[many] { $count } человек
}
letter-who-about = около { $count } человек
letter-who-and-about = { $names } и ещё около { $count } человек
letter-who-person = один человек
letter-who-journalist = журналист
letter-who-defender = правозащитник

letter-by-police = полицией
letter-by-special = специальным подразделением полиции
letter-by-guard = национальной гвардией
letter-by-security = спецслужбами
letter-by-officials = местными чиновниками
letter-by-private = частной охраной
letter-by-plain = неизвестными людьми
letter-by = { $by ->
    [none] { "" }
   *[other] { " " }{ $by }
}
letter-act-arrest = { $who } { $form ->
    [f] задержана
    [m] задержан
    [many] задержаны
   *[unknown] задержан(а)
}{ letter-by }.
letter-act-detention = { $who } { $form ->
    [f] удерживалась
    [m] удерживался
    [many] удерживались
   *[unknown] удерживался(ась)
}{ letter-by } в участке.
letter-act-kettling = { $who } { $form ->
    [f] взята
    [m] взят
    [many] взяты
   *[unknown] взят(а)
}{ letter-by } в кольцо без возможности уйти.
letter-act-blockade = { $who } { $form ->
    [f] заблокирована
    [m] заблокирован
    [many] заблокированы
   *[unknown] заблокирован(а)
}{ letter-by } дома.
letter-act-interception = { $who } { $form ->
    [f] остановлена
    [m] остановлен
    [many] остановлены
   *[unknown] остановлен(а)
}{ letter-by } в пути.
letter-act-summons = { $who } { $form ->
    [f] вызвана
    [m] вызван
    [many] вызваны
   *[unknown] вызван(а)
}{ letter-by } на беседу.
letter-act-search = { $who } { $form ->
    [f] подвергнута
    [m] подвергнут
    [many] подвергнуты
   *[unknown] подвергнут(а)
}{ letter-by } обыску.
letter-act-abduction = { $who } { $form ->
    [f] похищена
    [m] похищен
    [many] похищены
   *[unknown] похищен(а)
}{ letter-by }.
letter-act-disappearance = { $who } { $form ->
    [f] исчезла
    [m] исчез
    [many] исчезли
   *[unknown] исчез(ла)
}.
letter-act-prosecution = { $who } { $form ->
    [f] подвергнута
    [m] подвергнут
    [many] подвергнуты
   *[unknown] подвергнут(а)
}{ letter-by } преследованию.
letter-outcome = { $outcome ->
    [arrest] суд назначил административный арест
    [fine] суд назначил штраф
    [warning] суд вынес предупреждение
    [remand] суд санкционировал содержание под стражей
    [house_arrest] суд назначил домашний арест
    [released] суд постановил освободить
   *[acquitted] суд вынес решение о невиновности
}
letter-sort = { $sort ->
    [administrative] административное производство
    [criminal] уголовное дело
    [victim] дело о жестоком обращении
   *[other] производство
}
letter-course-ended = { letter-sort }{ $article ->
    [none] { "" }
   *[other] { " " }({ $article })
} { $outcome ->
    [none] завершено.
   *[other] завершено { letter-day }; { letter-outcome }.
}
letter-course-open = { $other ->
    [yes] отдельно возбуждено { letter-sort }
   *[no] возбуждено { letter-sort }
}{ $article ->
    [none] { "" }
   *[other] { " " }({ $article })
}.

# На странице письма
line-in-letter = рассказано в открытом письме, которое подготовлено
letter-which = О каком событии? О выбранных делах: /letter и их коды через запятую.
letter-of-chosen = выбранные дела
letter-head = ✉️ Открытое письмо: { $name }
    От { $date }. Всё, что ниже, выбираете вы; бот сам ничего не отправляет.
letter-cases = Рассказывает:
letter-earlier = Напоминает о более ранних:
letter-case = • { $code } · { $head }{ $left ->
    [0] { "" }
   *[other] { " " }· проверить: { $left }
}{ $unnamed ->
    [0] { "" }
   *[other] { " " }· не названы: { $unnamed }
}{ $own ->
    [yes] { "" }
   *[no] { " " }· нет ваших слов
}
letter-languages = Языки: { $count }.
letter-offices = Кому: { $count }.
letter-rights = Права: { $count }.
letter-findings = О чём напоминает: { $count }.
letter-demands = Требования: { $count }.
letter-lacks = Не хватает: { $what }.
letter-betrays-title = ⛔ В написанном вами названо имя, которое называть нельзя: это не печатается.
letter-betrays = ⛔ В абзаце названо имя, которое называть нельзя: вместо него печатается то, что построено из записей.
letter-no-line = Этот абзац не написан на языках: { $languages }. Там он строится из записей.
letter-no-act = Вид действия не указан: о том, что произошло, сказать нечего.
letter-unticked = (не проверено: не печатается)
letter-unnamed-no-consent = Не названы: { $count }. Никто из тех, кто вправе разрешить, не сказал «да».
letter-unnamed-several = Не названы: { $count }. Тот, кто разрешил, назвал нескольких: решает координатор в «Согласиях» дела.
letter-unnamed-refused = Не названы: { $count }. В публикации отказано.
letter-unnamed-undertaking = Не названы: { $count }. Взята подписка о неразглашении: решает координатор в «Согласиях» дела.
letter-case-head = ✉️ { $code }, как это будет напечатано:
letter-choose-languages = На каких языках подготовить?
letter-choose-offices = Кому? Если неизвестно, кто занимает должность сегодня, она указывается без имени. Других можно написать: «Кому: …».
letter-choose-rights = Какие права нарушены? Статьи берутся по дню событий. Другие можно написать: «Право: …».
letter-choose-findings = О чём ещё напомнить? Что устанавливали раньше и что ещё говорит в пользу письма: это не нарушения.
letter-choose-demands = Чего требуем? Порядок — тот, в котором вы выбираете. Другие можно написать: «Требование: …».
letter-in-kk = казахский
letter-in-ru = русский
letter-in-en = английский
letter-office-gone = в этот день такой должности не было
letter-changed = С тех пор как вы видели страницу, что-то изменилось: посмотрите ещё раз.
letter-written = Записано. Прочтите и отметьте, что проверено.
letter-added = { $code } теперь среди более ранних.
letter-cancelled = Ничего не изменено.
letter-name = Как назвать этого человека в письме? По строке на язык: kk: … ru: … en: … После имени можно сказать, кто это: «…, журналист …».
letter-name-short = Имя
letter-name-required = Напишите, пожалуйста.
letter-code = Код дела?
letter-code-short = Дело
letter-code-required = Напишите, пожалуйста, код дела.
button-letter = ✉️ Открытое письмо
button-letter-back = ← Назад
button-letter-add = Добавить дело
button-letter-languages = Языки
button-letter-offices = Кому
button-letter-rights = Права
button-letter-findings = Напомнить
button-letter-demands = Требования
button-letter-make = Подготовить
button-letter-tick = Проверено мной
button-letter-untick = Всё же не проверено
button-letter-by = Кто это сделал
button-letter-name = Имя { $number }
button-letter-female = Она
button-letter-male = Он
button-letter-earlier = Как более раннее
button-letter-in = Рассказать в письме
button-letter-out = Не включать
paper-field-letter-occasion = заголовок
paper-field-cases = дела, о которых что-то проверено
paper-field-cases-head = день и место
paper-field-cases-fact = что произошло
paper-field-cases-course = производство
paper-field-cases-own = абзац, который написал координатор
paper-field-earlier-head = день и место, раньше
paper-field-earlier-fact = что произошло раньше
paper-field-earlier-course = производство, раньше
paper-field-earlier-own = абзац, который написал координатор, раньше
paper-field-findings-text = о чём напоминает письмо
paper-field-violated = права
paper-field-violated-text = право и статьи
paper-field-addressees = кому
paper-field-addressees-line = должность
paper-field-demands = требования
paper-field-demands-text = требование
paper-origin-office = список должностей, на день документа
paper-origin-finding = список того, о чём напоминают письма
paper-origin-demand = список требований, выбрано
letter-oblique = Ничего не сделано. Похоже, эти имена стоят в другом падеже: { $names }. Напишите на странице дела, как печатать каждое.
letter-office-aged = проверяли { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
} назад: выбирайте имя, только если это по-прежнему так
letter-mark-title = Заголовок
letter-mark-text = Текст
letter-mark-offices = Кому
letter-mark-rights = Право
letter-mark-demands = Требование
letter-text = Выше — письмо, как оно выглядит сейчас. Скопируйте, исправьте и пришлите обратно. Строка, которая начинается с кода дела, — его абзац, как он будет напечатан; «Текст:» — что вы говорите сверх того: что из этого видно, против чего возражаете. «Кому:», «Право:», «Требование:» дополняют списки. Чужие слова — как чужие: «по словам …».
letter-text-short = Текст
letter-text-required = Напишите, пожалуйста, письмо.
button-letter-text = ✍️ { $language }
button-letter-all = Все
button-letter-next = Дальше →
paper-field-letter-text = что говорит организация
letter-differs = ⚠️ Источники говорят об этом по-разному: посмотрите дело, прежде чем отмечать.
