sieve-open = Все открытые
sieve-free = Без юриста
sieve-taken = С юристом
sieve-records = Записи
sieve-overdue = Срок истёк
sieve-hearings = Суды
sieve-hidden = Чат молчит
sieve-unverified = ❔ Не проверено
sieve-closed = Закрытые
sieve-mine = Мои
sieve-for-me = Ждут меня
sieve-refused = Не пускают
sieve-inside = Внутри
sieve-no-station = Отдел неизвестен
sieve-surely-over = точно дольше срока
sieve-perhaps-over = возможно, дольше срока
sieve-everywhere = Все регионы
sieve-which = Какие дела показать? Рядом – сколько их.
sieve-where = Какой регион? Рядом – сколько дел открыто.
sieve-hearing = заседание { $time }
board-only-free = Без юриста: { $count }
board-only-taken = С юристом: { $count }
board-only-records = Записи: { $count }
board-only-overdue = Держат дольше, чем разрешает закон: точно { $surely }, возможно { $perhaps }
board-only-hearings = Заседание в ближайшие 48 часов: { $count }
board-only-hidden = Сообщивший скрыл чат: { $count }
board-only-unverified = ❔ Не проверено: { $count }
board-only-closed = Закрыто за 7 дней: { $count }
board-only-mine = Ваши и открытые вами: { $count }
board-only-for-me = Ждут вас: { $count }
board-only-refused = Юриста не пускают: { $count }
board-only-inside = Юрист внутри: { $count }
board-only-no-station = Держат, и никто не сказал где: { $count }
history-shut = Что сделано по делу { $code }: чтобы прочитать, откройте дело.
age-hours = { $count } ч
age-days = { $count } дн.
sieve-stations = По отделам
button-by-stations = 📍 По отделам
button-by-open = Все открытые дела
board-only-stations = Удерживают: { $count }
places-head = 📍 { $place } ({ $count })
places-unknown = 📍 Никто не сказал где ({ $count }):
places-on-the-way = в пути { $count }
places-at-the-door = у входа { $count }
places-inside = внутри { $count }
places-refused = не пускают { $count }
places-called = последний звонок { $time }: { $answer ->
    [there] они там
    [denied] говорят, никого нет
    [hung-up] не ответили
   *[later] просили перезвонить
}
places-nobody = По делам, которые вам видны, никто не называл этот отдел.
typed-who = кто, кого
typed-find = найди, найти, найдите, поищи, поищите, где
order-urgent = Сначала самые срочные, затем те, что ждут дольше.
order-longest = Сначала те, что ждут дольше.
order-newest = Сначала новые.
order-soonest = Сначала ближайшие.
order-fullest = Сначала отделы, где больше людей; в каждом – сначала срочные.
order-in-sight = На первой странице есть и самые новые, и те, кто пишет впервые.
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
open-free = Никто не взял ({ $count }):
open-refused = Не пускают ({ $count }):
open-inside = Внутри и не отвечают ({ $count }):
open-hearings = Суд в ближайшие сутки ({ $count }):
open-releases = Арест кончается в ближайшие сутки ({ $count }):
open-noted = С заметками этой смены ({ $count }):
open-incidents = Случаев, которые продолжаются: { $count }
open-words = Слов, которые никто не прочёл: { $count }
open-lists = Списков, которые ждут прочтения: { $count }
open-owed = Ответов, которые нам должны: { $count }
handover-open = Что открыто сейчас:
handover-whom = Кому их передать? Первыми – кто дежурит сейчас или следующим.
handover-nobody = Других координаторов, до которых можно достучаться, нет.
handover-nothing = Ничего не открыто: передавать нечего.
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
