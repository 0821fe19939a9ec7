# Дежурства. duty-typed-… – как люди пишут дни и часы; через запятую, любыми буквами.

duty-typed-mon = пн, понедельник, понедельника, понедельникам
duty-typed-tue = вт, вторник, вторника, вторникам
duty-typed-wed = ср, среда, среды, среду, средам
duty-typed-thu = чт, четверг, четверга, четвергам
duty-typed-fri = пт, пятница, пятницы, пятницу, пятницам
duty-typed-sat = сб, суббота, субботы, субботу, субботам
duty-typed-sun = вс, воскресенье, воскресенья, воскресеньям
duty-typed-weekdays = будни, по будням, будням
duty-typed-weekend = выходные, по выходным, выходным
duty-typed-daily = ежедневно, все дни, каждый день, каждую ночь
duty-typed-around = круглосуточно, сутки, весь день
duty-typed-today = сегодня
duty-typed-tomorrow = завтра
duty-typed-instead = вместо, за
duty-typed-replaced = заменит, заменяет
duty-typed-not = не, нет, кроме, без
duty-typed-noise = я, могу, смогу, буду, с, и, в, по, часов, часа, до
duty-test-typed = тест, проверка, проверка звука, звук
duty-on-typed = дежурю, вкл
duty-off-typed = не дежурю, выкл

duty-day-mon = Пн
duty-day-tue = Вт
duty-day-wed = Ср
duty-day-thu = Чт
duty-day-fri = Пт
duty-day-sat = Сб
duty-day-sun = Вс
duty-weekdays = Пн–Пт
duty-weekend = Сб, Вс
duty-daily = Все дни
duty-everywhere = везде

duty-now-on = Вы дежурите ({ $why }).
duty-now-off = Сейчас вы не дежурите ({ $why }).
duty-until = До: { $until }.
duty-is-on = Сейчас дежурит ({ $why }).
duty-is-off = Сейчас не дежурит ({ $why }).
duty-why-suspended = участие приостановлено
duty-why-unreachable = недоступен
duty-why-off = отмечено: не дежурит
duty-why-removed = снято с этого времени
duty-why-replaced = заменяет коллега
duty-why-added = добавлено
duty-why-replaces = вместо коллеги
duty-why-on = отмечено: дежурит
duty-why-shift = смена
duty-why-no-shift = смены нет
duty-why-standing = так в списке
duty-why-not-standing = так в списке
duty-why-elsewhere = другой регион
duty-week = Неделя:
duty-week-of = { $name }, неделя:
duty-week-empty = Смен нет.
duty-no-shifts = Смен у вас нет: спрашивают, как отмечено в списке, в любое время. Отметьте свою неделю, и ночью будут спрашивать тех, кто дежурит.
duty-no-shifts-off = Смен у вас нет, и в списке отмечено, что вас не спрашивают. Отметьте свою неделю, и тогда вас будут спрашивать.
duty-coming = Дальше: { $times }.
duty-week-how = Выберите дни или напишите, например: пн-пт 9-18, пт 22-6.
duty-which-hours = В какие часы?
duty-understood = Понято так:
duty-instead = Вместо прежней недели или в добавление к ней?
duty-saved = Записано.
duty-merged = Записано. Смены, которые пересекались, стали одной.
duty-week-changed = Координатор изменил вашу неделю: { $week }. Посмотреть: /duty
duty-member-how = Напишите, например: пн-пт 9-18; 28.09 22-6 (добавить); -28.09 (снять). Замена: /duty Сауле вместо Марата 28.09 22-6
button-duty-on = Дежурю 12 часов
button-duty-off = Не дежурю 12 часов
button-duty-on-again = Ещё 12 часов
button-duty-off-again = Ещё 12 часов
button-duty-plan = По сменам
button-duty-week = Неделя
button-duty-cannot = Не смогу…
button-duty-file = Файл для календаря
button-duty-team = Дежурства всех
button-duty-back = ‹ Назад
button-duty-instead = Вместо прежней
button-duty-more = Добавить
duty-on-ends = Отметка «дежурю» закончится в { $until }. Дальше – по сменам.
duty-off-ends = Отметка «не дежурю» закончится в { $until }. Дальше – по сменам.
duty-not-yours = У администраторов нет дежурств.
duty-event = Дежурство
duty-file = Ваш календарь: { $count }. Дежурства на восемь недель и заседания с кодом дела и судом, без имён. Файл не обновляется сам: после изменений возьмите новый.
duty-file-empty = Записывать нечего: ни дежурств, ни заседаний впереди нет.

duty-refused-zero = Начало и конец совпадают. Целые сутки – это 0-24.
duty-refused-backwards = Конец раньше начала.
duty-refused-past = Это время уже прошло.
duty-refused-long = Можно не дальше чем на 60 дней вперёд и не дольше 60 дней.
duty-refused-many = Столько записать нельзя: не больше 42. Уберите лишнее.
duty-refused-suspended = Участие этого человека приостановлено: дежурить он не может, пока его не вернут.
duty-refused-conflict = На часть этого времени записано обратное. Сначала уберите ту запись.
duty-refused-himself = Нельзя заменить самого себя.
duty-refused-not-on-duty = Тот, кого нужно заменить, в это время не дежурит.
duty-refused-time = Такого времени нет. Напишите, например: 9-18 или 22:00-06:00.
duty-refused-date = Такой даты нет, или конец раньше начала. Напишите, например: 28.09.
duty-refused-no-hours = Дни понятны, а часы нет. Напишите, например: пн-пт 9-18.
duty-refused-no-days = Часы понятны, а дни нет. Напишите, например: пн-пт 9-18.
duty-refused-never = Неделя говорит, когда вы дежурите. Когда не дежурите, назовите дату, например: -28.09, или выберите «Не смогу…».
duty-refused-parts = Слишком много за один раз. Напишите в двух сообщениях.
duty-unread = Не понимаю, какие это смены. Напишите, например: /duty пн-пт 9-18
duty-nobody-called = В списке нет никого с именем «{ $name }».
duty-several-called = С именем «{ $name }» несколько человек. Напишите и фамилию.

duty-which = Когда не сможете? Коллегам региона это сразу предложат.
duty-none-coming = В ближайшие две недели у вас нет дежурств.
duty-none-then = В это время у вас нет дежурства.
duty-gone = Этого дежурства больше нет. Как сейчас: /duty
duty-taken-before = Это дежурство уже взял другой коллега.
duty-told-add = Координатор записал вам дежурство: { $times }. Всё своё: /duty
duty-told-remove = Координатор снял вас с дежурства: { $times }. Всё своё: /duty
duty-told-replace = Координатор записал вам дежурство вместо коллеги: { $times }. Всё своё: /duty
duty-told-replaced = Вас заменит коллега: { $times }. Всё своё: /duty
duty-told-back = Изменение убрано, снова по сменам: { $times }. Всё своё: /duty
duty-told-taken = Ваше дежурство взял коллега: { $times }.
duty-stint-asked = Ваше дежурство: { $times }. Подтверждаете?
duty-stint-confirmed = Ваше дежурство: { $times }. Подтверждено, спасибо.
duty-stint-offered = { $times }: вы не дежурите. Спросили коллег, пока никто не взял.
duty-stint-alone = { $times }: вы не дежурите. Заменить вас сейчас некому, координаторы знают.
duty-stint-taken = { $times }: вместо вас дежурит коллега.
button-stint-yes = Подтверждаю
button-stint-no = Не смогу
button-stint-back = Всё-таки смогу
duty-swap = Коллега не сможет дежурить: { $times } ({ $places }). Возьмёте?
duty-swap-yours = Вы дежурите вместо коллеги: { $times } ({ $places }). Спасибо.
duty-swap-over = { $times } ({ $places }): замена больше не нужна.
button-swap-take = Возьму

duty-unanswered = О дежурствах ответа нет:
duty-unanswered-more = и ещё { $count }, они начинают позже. Их номера: /members
duty-not-asked = · { $name } не подтверждает: { $times } ({ $places }). Позвонить: { $phone }
duty-not-offered = · { $name } не сможет, и никто не взял: { $times } ({ $places })
duty-not-reached = · { $name } недоступен в мессенджере, а дежурит: { $times } ({ $places }). Позвонить: { $phone }
duty-gaps-day = В ближайшие сутки в дежурствах есть пробелы:
duty-gaps-week = На этой неделе в дежурствах есть пробелы:
duty-no-gaps = На этой неделе в каждом регионе всегда кто-то дежурит.
duty-gap = · { $place }: { $times } – никого
duty-gap-language = · { $place }: { $times } – никого, кто говорит { $language ->
    [kk] по-казахски
    [ru] по-русски
   *[en] по-английски
}
duty-gaps-more = и ещё { $count }. Все: /duty
duty-left-alone = { $name } дежурит один ({ $places }) и недоступен в мессенджере. Позвоните: { $phone }. Или поставьте другого: /duty
duty-team = Кто дежурит сейчас:
duty-team-region = · { $place }: { $count ->
    [0] никого
   *[other] { $names }
}
duty-change-add = добавлено: { $times }
duty-change-remove = не дежурит: { $times }
duty-change-replace = вместо коллеги: { $times }

digest-share = { $name } { $nights }/{ $alerts }
digest-shares = За 30 дней, ночи дежурства / тревоги: { $people }

timer-tap-ends = Отметка о дежурстве скоро закончится
timer-shifts-typed = Смены больше не ждём в этом чате
timer-stints-unanswered = О дежурстве нет ответа
timer-stints-evening = Спросить, кто дежурит завтра
timer-gaps-week = Где никто не дежурит на этой неделе
