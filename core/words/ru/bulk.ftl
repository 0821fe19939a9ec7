# Несколько дел сразу.

button-ticks = ☑ Несколько…
ticks-none = В этом списке нет открытых дел.
ticks-head = { $count ->
    [one] { $count } открытое дело
    [few] { $count } открытых дела
   *[many] { $count } открытых дел
}, сначала старые. Отмечено: { $chosen }.
button-ticks-all = Все ({ $count })
button-ticks-none = Ни одного
button-ticks-released = На свободе ({ $count })
button-ticks-transferred = Увезли в другое место ({ $count })
button-ticks-offer = Предложить… ({ $count })
button-ticks-verify = Проверено… ({ $count })
button-ticks-together = То же событие… ({ $count })
button-ticks-names = Показать имена
ticks-nothing = Ничего не отмечено.
ticks-offer-which = Кому предложить { $count }?
ticks-verify-which = Насколько достоверны { $count }?
ticks-together-which = К какому событию относятся { $count }?
ticks-cancelled = Ничего не сделано.
ticks-done = { $what }: { $count }.{ $left ->
    [0] {""}
   *[other] {" "}Пропущено, потому что там это не подходит: { $left }. Откройте их по одному.
}
ticks-undone = Отменено: { $count }.
ticks-did-released = Закрыто как «на свободе»
ticks-did-transferred = Увезли в другое место
ticks-did-offer = Предложено
ticks-did-verify = Отмечена достоверность
ticks-did-together = Отнесено к событию
bulk-reason = Почему и от кого это известно?
bulk-reason-short = Причина
bulk-reason-help = Одно предложение на все дела. Оно останется в истории каждого с вашим именем.
bulk-reason-required = Нужно одно предложение.
bulk-reason-again = Почему?
bulk-where = Куда увезли?
bulk-where-short = Куда
bulk-where-help = Одно место на все дела.
bulk-where-required = Напишите куда или «неизвестно».
bulk-where-again = Куда?
closing-reason = Вы этого не открывали. Почему закрываем?
closing-reason-short = Причина
closing-reason-help = Одно предложение. Оно останется в истории; об этом узнают тот, у кого было дело, и другие координаторы.
closing-reason-required = Без причины остаётся открытым.
closing-reason-again = Почему?
close-together-done = { $count ->
    [one] Закрыто: { $codes }.
   *[other] Закрыто дел: { $count } ({ $codes }).
} В течение часа это можно отменить здесь.
close-all-none = Закрывать больше нечего.
close-together-owner = { $name } пишет о { $count ->
    [one] вашем деле { $codes }
   *[other] ваших делах ({ $count }: { $codes })
}: { $what }. Причина стоит в истории.
close-together-coordinator = { $name } закрывает, не открыв: { $count ->
    [one] { $codes }
   *[other] дел { $count } ({ $codes })
}. { $what }. В течение часа их можно открыть здесь снова.
incident-still-open = Ещё не всё: открыто дел { $count } ({ $codes }), из них никто не взял { $free }. Всё равно закончить событие? Дела останутся открытыми.
button-incident-ended = Закончить
reason-may-stand = { $code } относится к событию. Пусть причина действует и для других его дел, двенадцать часов? Каждое, которое вы откроете, всё равно получит строку в своей истории.
button-reason-stands = Да, для события
reason-stands = Записано: на двенадцать часов.
ticks-over = Список убран через двенадцать часов.
timer-ticks-over = Убрать список нескольких дел
