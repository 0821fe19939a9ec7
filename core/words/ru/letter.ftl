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
   *[day] { letter-day }
}
letter-and = { $first } и { $last }
letter-called = { $name },
letter-now = { $then }; теперь { $now }

letter-who-several = { $names ->
    [none] несколько человек
   *[other] несколько человек, среди них { $names }
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
   *[other] { $by }{ " " }
}
letter-act-arrest = { letter-by }{ $form ->
    [f] задержана
    [m] задержан
    [many] задержаны
   *[unknown] задержан(а)
} { $who }.
letter-act-detention = { letter-by }{ $form ->
    [f] удерживалась
    [m] удерживался
    [many] удерживались
   *[unknown] удерживался(ась)
} в участке { $who }.
letter-act-kettling = { letter-by }{ $form ->
    [f] взята
    [m] взят
    [many] взяты
   *[unknown] взят(а)
} в кольцо и не { $form ->
    [f] отпускалась
    [m] отпускался
    [many] отпускались
   *[unknown] отпускался(ась)
} { $who }.
letter-act-blockade = { letter-by }{ $form ->
    [f] заблокирована
    [m] заблокирован
    [many] заблокированы
   *[unknown] заблокирован(а)
} дома { $who }.
letter-act-interception = { letter-by }{ $form ->
    [f] остановлена
    [m] остановлен
    [many] остановлены
   *[unknown] остановлен(а)
} в пути { $who }.
letter-act-summons = { letter-by }{ $form ->
    [f] вызвана
    [m] вызван
    [many] вызваны
   *[unknown] вызван(а)
} на беседу { $who }.
letter-act-search = { letter-by }{ $form ->
    [f] подвергнута
    [m] подвергнут
    [many] подвергнуты
   *[unknown] подвергнут(а)
} обыску { $who }.
letter-act-abduction = { letter-by }{ $form ->
    [f] похищена
    [m] похищен
    [many] похищены
   *[unknown] похищен(а)
} { $who }.
letter-act-disappearance = { $form ->
    [f] исчезла
    [m] исчез
    [many] исчезли
   *[unknown] исчез(ла)
} { $who }.
letter-act-prosecution = { letter-by }{ $form ->
    [f] подвергнута
    [m] подвергнут
    [many] подвергнуты
   *[unknown] подвергнут(а)
} преследованию { $who }.
letter-outcome = { $outcome ->
    [arrest] административный арест
    [fine] штраф
    [warning] предупреждение
    [remand] содержание под стражей
    [house_arrest] домашний арест
    [released] освобождение
   *[acquitted] невиновность
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
   *[other] завершено { letter-day }; решение суда: { letter-outcome }.
}
letter-course-open = { $other ->
    [yes] отдельно возбуждено { letter-sort }
   *[no] возбуждено { letter-sort }
}{ $article ->
    [none] { "" }
   *[other] { " " }({ $article })
}{ $named ->
    [yes] .
   *[no] ; в отношении кого, не указано.
}
letter-hedge = На наш взгляд, всё это может объясняться одной и той же причиной.
letter-pattern-kept-from-meeting = Во всём этом видна закономерность: людям не дают встречаться с представителями международных организаций.

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
letter-findings = Прежние выводы: { $count }.
letter-demands = Требования: { $count }.
letter-hedged = О причине говорится предположительно: «может объясняться одной и той же причиной».
letter-not-hedged = О причине не говорится.
letter-lacks = Не хватает: { $what }.
letter-betrays-title = ⛔ В заголовке названо имя, которое называть нельзя: заголовок не печатается.
letter-betrays = ⛔ В ваших словах названо имя, которое называть нельзя: они не печатаются.
letter-no-line = Нет ваших слов об этом деле на языках: { $languages }.
letter-no-act = Вид действия не указан: о том, что произошло, сказать нечего.
letter-unticked = (не проверено: не печатается)
letter-unnamed-no-consent = Не названы: { $count }. Никто из тех, кто вправе разрешить, не сказал «да».
letter-unnamed-several = Не названы: { $count }. Тот, кто разрешил, назвал нескольких: решает координатор в «Согласиях» дела.
letter-unnamed-refused = Не названы: { $count }. В публикации отказано.
letter-unnamed-undertaking = Не названы: { $count }. Взята подписка о неразглашении: решает координатор в «Согласиях» дела.
letter-case-head = ✉️ { $code }, как это будет напечатано:
letter-choose-languages = На каких языках подготовить?
letter-choose-offices = Кому? Должность, о которой неизвестно, кто занимает её сегодня, не печатается.
letter-choose-rights = Какие права нарушены? Статьи берутся по дню событий.
letter-choose-findings = О каких прежних выводах напомнить?
letter-choose-demands = Чего требуем? Порядок — тот, в котором вы выбираете.
letter-in-kk = казахский
letter-in-ru = русский
letter-in-en = английский
letter-office-gone = в этот день такой должности не было
letter-office-nobody = неизвестно, кто занимает её в этот день
letter-office-stale = кто её занимает, проверяли слишком давно
letter-changed = С тех пор как вы видели страницу, что-то изменилось: посмотрите ещё раз.
letter-written = Записано. Прочтите и отметьте, что проверено.
letter-added = { $code } теперь среди более ранних.
letter-cancelled = Ничего не изменено.
letter-occasion = Заголовок: каков повод? На всех языках одним сообщением, по строке: kk: … ru: … en: … Он стоит под словами «Открытое письмо».
letter-occasion-short = Заголовок
letter-occasion-required = Напишите, пожалуйста, заголовок.
letter-line = Ваши слова об этом деле, как они будут напечатаны: что связывает его с поводом, что из этого вышло. Одним сообщением, по строке на язык: kk: … ru: … en: … Без имён тех, кого называть нельзя; чужие слова как чужие: «по словам …».
letter-line-short = Свои слова
letter-line-required = Напишите, пожалуйста.
letter-name = Как назвать этого человека в письме? По строке на язык: kk: … ru: … en: … После имени можно сказать, кто это: «…, журналист …».
letter-name-short = Имя
letter-name-required = Напишите, пожалуйста.
letter-code = Код дела?
letter-code-short = Дело
letter-code-required = Напишите, пожалуйста, код дела.
button-letter = ✉️ Открытое письмо
button-letter-back = ← Назад
button-letter-occasion = Заголовок
button-letter-hedge = Причина
button-letter-add = Добавить дело
button-letter-languages = Языки
button-letter-offices = Кому
button-letter-rights = Права
button-letter-findings = Выводы
button-letter-demands = Требования
button-letter-make = Подготовить
button-letter-tick = Проверено мной
button-letter-untick = Всё же не проверено
button-letter-line = Свои слова
button-letter-by = Кто это сделал
button-letter-name = Имя { $number }
button-letter-female = Она
button-letter-male = Он
button-letter-earlier = Как более раннее
button-letter-in = Рассказать в письме
button-letter-out = Не включать
paper-field-letter-occasion = заголовок
paper-field-letter-hedge = причина, предположительно
paper-field-letter-pattern = закономерность
paper-field-cases = дела, о которых что-то проверено
paper-field-cases-head = день и место
paper-field-cases-fact = что произошло
paper-field-cases-course = производство
paper-field-cases-own = слова координатора
paper-field-earlier-head = день и место, раньше
paper-field-earlier-fact = что произошло раньше
paper-field-earlier-course = производство, раньше
paper-field-earlier-own = слова координатора, раньше
paper-field-findings-text = прежний вывод
paper-field-violated = права
paper-field-violated-text = право и статьи
paper-field-addressees = кому
paper-field-addressees-line = должность
paper-field-demands = требования
paper-field-demands-text = требование
paper-origin-incident = координатор, о событии
paper-origin-office = список должностей, на день документа
paper-origin-finding = список выводов
paper-origin-demand = список требований, выбрано
