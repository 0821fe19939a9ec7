sieve-open = Все открытые
sieve-free = Без юриста
sieve-taken = С юристом
sieve-records = Записи
sieve-overdue = Срок истёк
sieve-hearings = Суды
sieve-hidden = Чат скрыт
sieve-unverified = ❔ Не проверено
sieve-closed = Закрытые
sieve-mine = Мои
sieve-everywhere = Все регионы
sieve-which = Какие дела показать? Рядом – сколько их.
sieve-where = Какой регион? Рядом – сколько дел открыто.
sieve-hearing = заседание { $time }
board-only-free = Без юриста: { $count }
board-only-taken = С юристом: { $count }
board-only-records = Записи: { $count }
board-only-overdue = Истёк срок по закону: { $count }
board-only-hearings = Заседание в ближайшие 48 часов: { $count }
board-only-hidden = Сообщивший скрыл чат: { $count }
board-only-unverified = ❔ Не проверено: { $count }
board-only-closed = Закрыто за 7 дней: { $count }
board-only-mine = Ваши и открытые вами: { $count }
history-shut = Что сделано по делу { $code }: чтобы прочитать, откройте дело.
triage-above = ⬆ { $why }
triage-first = ⬆ Посмотрите сначала это: юристов не хватает.
triage-minor = несовершеннолетний
triage-injured = есть пострадавший
triage-no-contact = нет связи
button-assign = Отдать…
assign-choice = Кому отдать { $code }? Десять минут зовём только этого человека, потом спрашиваем других. Первыми стоят дежурные этого региона.
assign-nobody = { $code } отдать некому: в списке никто не доступен.
assign-asked = { $code }: до { $time } спрашиваем только { $name }. Потом или после отказа – остальных.
assign-offer = 🤝 { $name } просит именно вас взять это дело, до { $time }. Не можете – отметьте, и сразу спросим других.
assign-done = { $code }: { $name } – дело взято.
assign-declined = { $code }: { $name } не может. Спрашиваем остальных.
assign-declined-paused = { $code }: { $name } не может. Остальных пока не спрашиваем.
assign-unanswered = { $code }: ответа нет. Спрашиваем остальных.
assign-unanswered-paused = { $code }: ответа нет. Остальных пока не спрашиваем.
line-assigned = координатор просит взять дело поимённо
button-joke = Шутка…
button-joke-close = Закрыть как шутку
button-joke-wipe = Стереть слова навсегда
joke-sure = { $code }: закрыть как шутку? Ни в какие цифры не войдёт, карточки у юристов исчезнут, а сообщивший не узнает, что вы об этом думаете.
joke-closed = { $code } закрыто как шутка. Рассказанное ещё хранится. Стёртое никто не вернёт.
joke-wiped = { $code }: рассказанное стёрто. Что было сделано, осталось в истории.
joke-more = { $code }: рассказано очень много, часть осталась. Выберите это ещё раз.
outcome-joke = шутка
line-wiped = рассказанное стёрто
open-ring = Позвонить ({ $count }):
open-decide = Прочитать, ответить, решить ({ $count }):
open-opened = Открыты для чтения, не закрыты ({ $count }):
open-own = Взяты ({ $count }); каждое передаётся отдельно:
open-more = … и ещё { $count }
open-lookups = Перезвонить тем, кто ищет человека: { $count }
handover-open = Ваши открытые вопросы:
handover-whom = Кому их передать? Первыми – кто дежурит сейчас или следующим.
handover-nobody = Других координаторов, до которых можно достучаться, нет.
handover-nothing = Открытых вопросов у вас нет.
handover-note = Одно предложение для сменщика, без имён? Или выберите.
handover-note-short = Заметка
handover-note-nothing = Добавить нечего
handover-note-required = Напишите предложение или выберите.
handover-not = Не передано.
handover-gone = Передавать здесь больше нечего.
handover-head = { $mine ->
    [yes] 🤝 Вы передаёте смену: { $to }. Подтверждения ещё нет, до него всё остаётся за вами:
   *[no] 🤝 { $from } передаёт вам:
}
handover-accepted = 🤝 { $mine ->
    [yes] { $to }: ваши открытые вопросы приняты.
   *[no] Вы приняли открытые вопросы: { $from }. Они в этом чате и в /cases.
}
handover-undone = 🤝 { $mine ->
    [yes] Отменено: открытые вопросы остаются за вами.
   *[no] { $from } отменяет передачу: делать ничего не нужно.
}
handover-moved = 🤝 Теперь этим занимается { $name }.
button-handover-undo = Отменить
button-handover-take = ✅ Принимаю
