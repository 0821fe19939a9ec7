# Сводка за день: для канала и для координаторов.

digest-title = Сводка, { $date }
digest-title-week = Сводка за неделю по { $date }
digest-repeated = Повтор: неизвестно, дошла ли эта сводка в первый раз.
digest-made-up = С опозданием: в своё время сводка не вышла. Она охватывает всё после предыдущей.
digest-covers = { $first } – { $last } ({ $offset }), { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[many] { $hours } часов
}; на конец этого времени
digest-not-compared = Подтверждено: проверил человек; возможен двойной счёт. В скобках: имя известно / нет, не менее.

digest-nothing = За это время ничего не сообщили и ничего не изменилось.
digest-tally = { $detentions ->
    [one] { $detentions } задержание
    [few] { $detentions } задержания
   *[many] { $detentions } задержаний
}; имя известно: { $named }, имя неизвестно: { $unnamed ->
    [0] 0
   *[other] не менее { $unnamed }
}
digest-cell = { $detentions } ({ $named } / { $unnamed ->
    [0] 0
   *[other] { $unnamed }+
})
digest-new = Новые: { $tally }
digest-confirmed = Подтверждены: { $confirmed } · не подтверждены: { $rest }
digest-earlier = Раньше дня сообщения: { $cell } · день неизвестен: { $unknown }
digest-open = Ещё не закрыты: { $cell }
digest-ended = Приняты: { $accepted } · отпущены: { $released } · ложные тревоги: { $false } · закрыты иначе: { $others }
digest-overrun = Держат дольше срока: точно { $surely }, возможно { $perhaps } · заседания завтра: { $hearings }
digest-incomplete = Незаконченные сообщения: { $unfinished } · без места: { $placeless }
digest-apart = Возможно, задержаны, не подтверждено: { $unclear } · без задержания: суды и дела { $prosecutions }, наблюдения { $observations }, вызовы { $summonses }

digest-by-event = По дню события
digest-by-report = По дню сообщения
digest-by-region = По регионам
digest-by-situation = По ситуации, как сообщили
digest-by-hour = По времени суток: { $hours }
digest-hour-unknown = неизвестно: { $count }
digest-by-day = 30 дней, { $first } – { $last }, все по дню события: { $days }
digest-no-corrections = Поправок нет
digest-corrections = Поправки по дню события
digest-row = · { $name }: { $cell }
digest-correction = · { $date }: было { $was }, стало { $now }
digest-more-days = · и ещё { $count ->
    [one] { $count } более ранний день
    [few] { $count } более ранних дня
   *[many] { $count } более ранних дней
}
digest-day-unknown = день неизвестен
digest-others = остальные
digest-other-regions = другие регионы
digest-region-unknown = регион неизвестен

digest-date = { $day } { $month } { $year } г.
digest-moment = { $date }, { $time }
digest-month-of = { $month } { $year } г.
digest-month = { $month ->
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
digest-month-alone = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
digest-minutes = { $minutes ->
    [0] меньше минуты
   *[other] { $minutes } мин
}
digest-hours-minutes = { $hours } ч { $minutes } мин

# На картинке, где мало места.
digest-picture-new = Новых задержаний: { $count }
digest-picture-people = Имя известно: { $named } · неизвестно: { $unnamed ->
    [0] 0
   *[other] не менее { $unnamed }
}
digest-picture-hours = По времени суток
digest-picture-unknown = ?
digest-picture-days = 30 дней, все по дню события
digest-picture-foot = В скобках: имя известно / нет, не менее. Неподтверждённое не проверено.
digest-picture-unclear = Возможно, задержаны: { $count }

operator-font = Сводка выходит без картинки: шрифта, который идёт вместе с программой, нет или он повреждён. Установите программу заново.

digest-private-title = Только для координаторов, { $date }
digest-day-line = Строка дня, её хранят в другом месте: { $line }
digest-found-nobody = Не нашли юриста вовремя: { $count ->
    [0] таких нет
   *[other] { $count } ({ $codes })
}
digest-without = До сих пор без юриста, считая прежние: { $count ->
    [0] нет
   *[other] { $count } ({ $codes }); из них никто вовремя не взял: { $unanswered }
}
digest-overrun-perhaps = Возможно, держат дольше, чем разрешает закон: { $count ->
    [0] таких нет
   *[other] { $count } ({ $codes })
}
digest-overrun-codes = Точно держат дольше, чем разрешает закон: { $count ->
    [0] таких нет
   *[other] { $count } ({ $codes })
}
digest-hearings-codes = Заседания завтра: { $count ->
    [0] нет
   *[other] { $count } ({ $codes })
}
digest-and-more = { $said } и ещё { $count }
digest-floods = Чаты, из которых открыто много дел: { $count ->
    [0] нет
   *[other] { $count } ({ $chats })
}
digest-flood = { $cases }, последнее { $code }
digest-no-answers = От открытия до принятия: за это время ничего не приняли.
digest-answers = От открытия до принятия: медиана { $median }, дольше всего { $worst } ({ $count ->
    [one] { $count } дело
    [few] { $count } дела
   *[many] { $count } дел
}).
digest-offers = Юристов спросили: { $total }. Приняли: { $accepted }, приняли, но ничего не сделали, и дело предложено снова: { $lapsed }, отказались: { $declined }, не ответили вовремя: { $expired }, недоступны: { $gone }, ещё не ответили: { $offered }, больше не нужно: { $withdrawn }.
digest-on-duty = { $count ->
    [0] Сегодня ночью никто не дежурит
   *[other] Сегодня ночью дежурят: { $count }
}
digest-tonight = Этой ночью: { $places }
digest-tonight-place = { $place } { $count ->
    [0] никого
   *[other] { $count } (подтвердили: { $confirmed })
}
digest-member = · { $name } ({ $role ->
    [lawyer] юрист
    [coordinator] координатор
   *[administrator] администратор
}): { $places }; { $languages }
digest-everywhere = везде
digest-nobody-speaks = Никто из дежурных не говорит { $language ->
    [kk] по-казахски
    [ru] по-русски
   *[en] по-английски
}.
digest-unreachable = Недоступны в мессенджере ({ $count }): { $names }
