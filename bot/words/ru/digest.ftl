# Сводка за день: для канала и для координаторов.

digest-title = Сводка, { $date }
digest-repeated = Повтор: неизвестно, дошла ли эта сводка в первый раз.
digest-made-up = С опозданием: в своё время сводка не вышла. Она охватывает всё после предыдущей.
digest-covers = Охватывает время с { $first } по { $last }, { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[many] { $hours } часов
}.
digest-as-of = По состоянию на { $at } ({ $offset }).
digest-not-compared = Сообщения ещё не сверены между собой: одно задержание может быть учтено дважды. Не проверено.

digest-nothing = За это время ничего не сообщили и ничего не изменилось.
digest-tally = { $detentions ->
    [one] { $detentions } задержание
    [few] { $detentions } задержания
   *[many] { $detentions } задержаний
}; имя известно: { $named }, имя неизвестно: { $unnamed ->
    [0] 0
   *[other] не менее { $unnamed }
}
digest-cell = { $detentions }; имя известно: { $named }, имя неизвестно: { $unnamed ->
    [0] 0
   *[other] не менее { $unnamed }
}
digest-new = Новые: { $tally }
digest-none-new = Новых задержаний нет
digest-open = Ещё не закрыты: { $tally }
digest-none-open = Незакрытых нет
digest-without-place = Сообщения без места: { $count }
digest-accepted = Принято юристами: { $count }
digest-released = Отпущены: { $count }
digest-false-alarms = Ложные тревоги: { $count }
digest-closed-otherwise = Закрыто с другим исходом: { $count }
digest-prosecutions = Суды и дела, где никто не удерживается, новые: { $count }
digest-observations = Наблюдения, новые: { $count }
digest-summonses = Вызовы на беседу или допрос, новые: { $count }
digest-unclear = Сообщения, из которых неясно, что случилось, новые: { $count }

digest-by-event = Новые задержания по дню события
digest-by-report = Новые задержания по дню сообщения
digest-by-region = Новые задержания по регионам
digest-by-situation = Новые задержания по ситуации, как о ней сообщили
digest-corrections = Поправки к прошлым дням (по дню события)
digest-row = · { $name }: { $cell }
digest-correction = · { $date }: было ({ $was }), стало ({ $now })
digest-more-days = · и ещё { $count ->
    [one] { $count } более ранний день
    [few] { $count } более ранних дня
   *[many] { $count } более ранних дней
}
digest-day-unknown = день неизвестен
digest-others = остальные
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

digest-private-title = Только для координаторов, { $date }
digest-found-nobody = Не нашли юриста вовремя: { $count ->
    [0] таких нет
   *[other] { $count } ({ $codes })
}
digest-without = До сих пор без юриста, считая прежние: { $count ->
    [0] нет
   *[other] { $count } ({ $codes })
}
digest-no-answers = От открытия до принятия: за это время ничего не приняли.
digest-answers = От открытия до принятия: медиана { $median }, дольше всего { $worst } ({ $count ->
    [one] { $count } дело
    [few] { $count } дела
   *[many] { $count } дел
}).
digest-offers = Юристов спросили: { $total }. Приняли: { $accepted }, отказались: { $declined }, не ответили: { $expired }, недоступны: { $gone }.
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
