# Список от дверей.

door-where = Список имён. В каком отделении или месте, в каком городе и когда? Например: Алматы, Медеуское РУП, 14:20
door-where-city = Я не знаю такого места. Напишите город и отделение вместе, например: Алматы, Медеуское РУП. Если всё верно, напишите то же ещё раз.
door-empty = Напишите или вставьте имена, по одному в строке; можно несколькими сообщениями. Номера, годы и пометки не мешают. Фото или голосовое разберёт координатор.
door-empty-files = Присланное стоит выше. Напишите имена, по одному в строке.
door-head = 📋 Список имён · { $place } · { $time }
door-brought = Принёс(ла): { $name }.
door-counts = ✓ известны { $known } · ? выбрать { $which } · + новые { $new } · = уже сказано { $again } · – не в счёт { $nobody }
door-line = Строка { $number }: «{ $words }»
door-known = известен нам
door-which = возможно, известен нам
door-which-coordinator = Выберет координатор.
door-new = новый: откроется дело
door-again = уже сказано
door-twice = дважды в этом списке
door-denied = 🚫 спросили, «нет такого»
door-official = должностное лицо?
door-nameless = не имя
door-left-out = не в счёт
door-nothing-new = Ничего нового: записывать нечего.
door-which-left = Нажмите номер строки, чтобы выбрать, кто это.
door-no-names = Здесь нет имён. Напишите их буквами, по одному в строке.
door-full = В списке уже { $most } строк, больше не помещается. Запишите его и начните следующий.
door-not-kept = Это сохранить нельзя. Пришлите фото, голосовое или документ.
door-sent = Сохранено. Координатор прочтёт и запишет имена.
door-sent-where = Сохранено, координатор прочтёт. Какое это отделение и в каком городе?
door-earlier = Ваш прежний список ({ $place }, строк: { $count }) ещё не записан: он выше, с кнопками. Если вы его оставите, им займётся координатор.
door-changed = За это время что-то изменилось. Посмотрите список ещё раз.
door-gone = Этот список уже в других руках.
door-dropped = Список убран. Ничего из него не записано.
door-is-where = Ещё не сказано, какое это отделение.
door-is-open = Его читает { $reader }.
door-is-waits = { $done ->
    [0] Ждёт координатора.
   *[other] Записано: { $done }. Остальные ждут координатора: { $left }.
}
door-is-writing = Записывается: { $done } из { $count }.
door-is-written = Записано ({ $reader }): найдено { $found }, из них новых дел { $opened }; спросили и отрицают { $denied }. Ещё выбрать: { $left }.
door-is-undoing = Отменяется.
door-is-undone = Всё из него отменено.
door-is-dropped = Убран. Ничего из него не записано.
door-undo-sure = Отменить весь список ({ $place })? В нём: найдено { $found }, из них новых дел { $opened }; отрицают { $denied }. Все, кому сообщили, прочтут, что это ошибка.
door-undo-not = Список остаётся.
door-undo-done = Список ({ $place }) отменён.
door-waits = { $kind ->
    [files] 📋 Надо прочесть список: прислал(а) { $name }, { $place }, { $time }. Кто-то должен посмотреть или послушать и написать имена.
   *[names] 📋 Список от { $name } ждёт: { $place }, { $time }, строк: { $count }. Кто-то должен продолжить.
}
door-waited = 📋 Список от { $name }, { $place }, { $time }: { $state ->
    [open] читает { $reader }.
    [where] читает { $reader }.
    [dropped] убран.
    [undoing] отменён.
    [undone] отменён.
   *[other] записан, { $reader }.
}
door-told = 📋 Список от дверей: { $name }, { $place }, { $time }. Найдено { $found }, из них новых дел { $opened }; спросили и отрицают { $denied }.
door-told-found = 📋 В списке, { $place }, { $time } ({ $name }): { $codes }
door-told-denied = 🚫 Спросили, { $place }, { $time } ({ $name }), «нет такого»: { $codes }
door-told-undone = Список ({ $place }, { $time }) был ошибкой. Сказанное в нём об этих делах неверно: { $codes }
door-undone-told = { $by } отменяет список от { $name } ({ $place }, { $time }).
door-read-for-you = { $reader } прочитал(а) ваш список ({ $place }, { $time }): найдено { $found }, из них новых дел { $opened }; спросили и отрицают { $denied }.
operator-no-coordinators-list = Список имён из отделения ждёт, а координаторы недоступны. Проверьте список дежурных и позвоните им.

button-door = 📋 Список имён
button-door-at = { $place } ({ $code })
button-door-write = ✅ Записать ({ $count })
button-door-drop = Убрать
button-door-deny = 🚫 Все: «нет таких»
button-door-here = Все: они здесь
button-door-is-here = Он(а) здесь
button-door-not-here = 🚫 Спросили, «нет такого»
button-door-new = + Новый человек
button-door-none = – Не в счёт
button-door-name = Это имя
button-door-back = ‹ Назад
button-door-read = Прочесть
button-door-undo = Отменить весь список
button-door-undo-yes = Да, отменить

case-found = 📋 { $who }: в списке, { $place }, { $time } ({ $name })
case-denied = 🚫 { $who }: спросили, { $place }, «нет такого», { $time } ({ $name })
line-found = найден по списку от дверей
line-not-there = спросили в отделении, «нет такого»
line-found-void = список от дверей был ошибкой

news-found = { $several ->
    [0] Человек из вашего сообщения найден в списке: { $place }, { $time }.
   *[other] Кто-то из вашего сообщения найден в списке: { $place }, { $time }.
}
news-found-not = Мы писали вам о списке: { $place }, { $time }. Это была ошибка: где человек, мы не знаем.

timer-brought-left = Список имён оставлен: им займутся координаторы
timer-brought-waits = Список имён всё ещё ждёт координатора
timer-brought-writing = Записать следующие строки списка имён
