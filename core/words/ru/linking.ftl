# Два дела, возможно, об одних и тех же людях: о чём спрашивают координаторов и кто узнаёт об их ответе.

alike-none = Сравнивать сейчас нечего.
alike-head = 🔗 Одно и то же дело? { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[other] { $count } вопросов
}. Само ничего не объединяется.
alike-new = { $number }. Новое: { $line }
alike-known = Известное: { $line }
alike-name = Имя { $likeness ->
    [same] совпадает
    [maybe] похоже
   *[none] другое
}
alike-not-compared = Нет ничего, что можно было бы сравнить.
alike-event = Совпадает отделение, улица или событие; ничто этому не противоречит.
alike-more = И ещё { $count }. Они появятся, когда будет ответ на эти.
button-same-case = { $number }: одно и то же
button-same-case-held = { $number }: то же, ещё держат
button-same-case-over = { $number }: то же, уже закончилось
button-same-case-not = { $number }: разные
link-done = { $code } теперь часть дела { $other }. Слова каждого источника остаются его словами.
link-gone = { $code } уже часть другого дела: { $see }.
link-answered = На это уже ответили.
link-undone = Отменено: { $code } снова отдельное дело, а { $other } такое же, как было.
link-not-undone = Отменять здесь больше нечего.
link-how = Напишите оба кода, например: /link 513-742 544-646
link-which = С каким делом { $code }, возможно, одно и то же? Ничего не объединится, пока вы не сравните оба. Если его здесь нет: /link { $code } и его код.
link-no-other = Другого открытого дела здесь нет. Закрытое: /link { $code } и его код.
button-link = 🔗 То же дело?
link-one-case = { $code }: это и так одно дело.
case-is-stub = Это дело теперь часть другого: { $see }.

stub-see = см. { $code }
stub-linked = { $code }: теперь часть дела { $other }.
stub-linked-had = { $code }: теперь часть дела { $other }, это одно задержание. Кто ведёт его дальше, скажет координатор; он может вам позвонить.
stub-opened = { $code }: его сообщения теперь относятся к делу { $other }. Ничего не скопировано; что было сделано здесь, осталось в его истории.
button-unlink = Отменить: источник { $number }
button-unlink-all = Отменить: { $code }

sources-head = { $count ->
    [one] { $count } источник
    [few] { $count } источника
   *[other] { $count } источников
}, и что каждый говорит иначе:
sources-line = { $number }. { $who }, { $time }
source-count = сколько человек: { $count }

ask-two-owners = 👥 Два дела теперь одно, и у каждого был юрист. Позвоните, пожалуйста, обоим: кто ведёт дело дальше?
button-stays = { $name }: остаётся
button-passes = { $name }: берёт дело
button-both = Вдвоём, { $name } вторым

linking-adds = { $code }: ещё один источник. { $facts ->
    [none] Нового в нём нет.
   *[other] Новое: { $facts }.
} Всё есть на карточке.
news-found-other = Если мы писали вам, где найден человек из вашего сообщения: это был другой человек. Где ваш, мы не знаем.
linking-parted = { $code }: сказанное одним источником сюда не относится. Это снова отдельное дело { $other }.
linking-new-name = имя или его написание
linking-new-started = с какого времени
linking-new-place = город или место
linking-new-where = где именно
linking-new-taken = куда увезли
linking-new-contact = телефон
linking-new-count = сколько человек

line-linked-away = его сообщения отнесены к делу { $why }
line-unlinked = его сообщения вернулись из дела { $why }
line-linked = к нему отнесены сообщения дела { $why }
line-parted = сообщения вернулись в дело { $why }
offer-perhaps-same = { $held ->
    [yes] Возможно, то же, что ваше дело { $code }. Само ничего не объединяется.
   *[no] Возможно, то же, что { $code }, о котором вас уже спрашивали.
}
button-the-same = То же самое
button-is-another = Другое
link-said-by = { $name } говорит: { $code } — часть дела { $other }. Это можно отменить.
