# Сроки закона: на карточках, когда предупреждают, и сам закон для членов.

clock-span = { $days ->
    [0] { $hours ->
        [0] { $minutes } мин
       *[other] { $hours } ч { $minutes } мин
    }
   *[other] { $days } д { $hours } ч
}
clock-hours = { $count } ч
clock-days = { $count ->
    [one] { $count } сутки
   *[other] { $count } суток
}
clock-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[other] { $count } месяцев
}
clock-left = ⏳ Осталось { $span }, до { $time }: { $what }
clock-over = ❗ Превышено на { $span }, с { $time }: { $what }
clock-was-over = ❗ Было превышено на { $span } (с { $time }): { $what }
clock-over-perhaps = ❗ Возможно, превышено на { $span }, с { $time }: { $what }
clock-was-over-perhaps = ❗ Возможно, было превышено на { $span } (с { $time }): { $what }
clock-more = ❗ и ещё { $count }
clock-stopped = ✔️ Остановлено до конца срока: { $what }
clock-ask = ❓ С { $time } это уже должно быть сделано; спросите бумагу: { $what }
clock-just-over = ❗ Срок истёк { $time }: { $what }
clock-just-over-perhaps = ❗ Возможно, срок истёк { $time }: { $what }
clock-term = 📅 Срок истёк { $time }: { $what }
clock-counts = ⏳ { $span } с { $time }: { $what }
clock-unverified = { $what } (не проверено)
clock-from = с { $time }: { $start }
clock-from-started = на деле ограничили свободу
clock-from-delivered = доставили в отдел
clock-from-protocol = составили протокол
clock-from-ruling = объявили постановление
clock-from-ruling-copy = вручили копию постановления
clock-from-remand = объявили санкцию ареста
clock-from-charged = предъявили обвинение
clock-from-in-court = доставили в суд
clock-from-appeal-filed = подали жалобу на решение
clock-from-complaint-filed = подали жалобу на задержание
clock-from-motion-filed = подали ходатайство
clock-from-transferred = увезли в другое место
clock-from-released-at = отпустили
clock-from-complaint-answered = ответ на жалобу, отказ или молчание
clock-from-court-complaint-filed = отправлена жалоба в суд
clock-from-first-said = нам сообщили впервые
clock-start-unknown = не известно, когда: { $what }
clock-doubt-regime = вид задержания не известен
clock-doubt-age = если это несовершеннолетний: возраст не известен
clock-doubt-law = закон здесь неясен
clock-doubt-start = начало лишь прочитано из слов
clock-one-person = об одном из людей
clock-backwards = ⚠️ { $stop }, { $before }: это раньше, чем { $after } ({ $start }). Одно из указанных значений неверно.
clock-head = ⏱ { $code } · { $place }: срок по закону
clock-seen = 👁 Прочитано, { $time }
clock-none = ⏱ { $code }: ни один срок сейчас не истекает.
clock-closed = ⏱ { $code } закрыто: сроков больше нет.
button-clock-seen = 👁 Вижу
button-clock-open = Открыть { $code }
clocks-head = ⏱ { $count ->
    [one] { $count } дело, где срок по закону истёк и никто не ответил:
    [few] { $count } дела, где срок по закону истёк и никто не ответил:
   *[other] { $count } дел, где срок по закону истёк и никто не ответил:
}
clocks-case = 🔖 { $code } · { $place } · ни у кого
clocks-case-taken = 🔖 { $code } · { $place } · дело ведут, ответа пока нет
clocks-more = и ещё { $count }: /cases
clocks-none = ⏱ Улажено: истёкших сроков без ответа нет.
clock-told = { $what }; с { $start }, конец { $due }, превышено на { $span }
line-overrun = срок по закону истёк: { $why }
line-overrun-ended = превышение закончилось: { $why }
line-overrun-void = превышение больше не подтверждается, время исправлено: { $why }


law-none = Для этой страны сроков закона нет.
law-head = ⚖️ Сроки закона: { $count }, не проверено { $unsigned }. ☑️ проверил юрист, ⚠️ никто не проверял. Выберите номер, чтобы прочитать.
law-no-number = без числа
law-changed = ⚠️ Эта строка изменилась с тех пор, как вы её читали. Прочитайте ещё раз, прежде чем подписать.
law-signed = ☑️ Проверено: { $name }, { $day }
law-one-of-us = наш сотрудник
law-unsigned = ⚠️ Не проверено: никто из наших юристов этого не проверял
law-starts = Начинается: { $what }
law-else = Пока это не известно, с самого раннего: { $what }
law-stops = Останавливается: { $what }
law-nothing = ничем из того, что нам сообщают
law-length = Срок: { $length }
law-minors = несовершеннолетние
law-adults = взрослые
law-doubtful = не известно, действует ли
law-end-overrun = В конце: тревога; если держат дольше, это сохраняется как доказательство
law-end-ask = В конце: напоминание спросить
law-end-term = В конце: тревога; это наш собственный срок
law-extended = Продлить может: { $who }
law-articles = Статья: { $articles }
law-no-article = не найдена
law-valid = Действует: { $begins } – { $ends }
law-sure = Насколько известно: { $sure }. Источник: { $source }
law-sure-a = прочитан текст кодекса
law-sure-b = официальный орган или его пресса
law-sure-c = вторичный источник, неофициальный или проект
law-sure-unknown = не найдено
button-law-sign = ☑️ Проверено мной
button-law-revoke = Снять подпись
button-law-list = ⬅️ Все сроки
law-tonight = На сегодня: непроверенные сроки тоже напоминают, самый ранний первым. Действуйте по ним сразу: звоните, спрашивайте, приезжайте. Прежде чем назвать такой срок в бумаге, юрист смотрит в кодекс.
