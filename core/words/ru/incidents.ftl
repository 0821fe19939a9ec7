# Случаи, к которым относятся несколько дел. Их читают только координаторы; без имён и без слов сообщивших.

incident-unnamed = { $rule ->
    [mass] Массовое задержание, { $place }, { $day }
    [event] Одно событие, { $day }
    [hand] Случай от { $day }
   *[other] { $place }, { $day }
 }
incident-head = { $phase ->
    [proposed] 🧩 Один случай? { $name }
    [ended] 🧩 { $name } (завершён)
   *[other] 🧩 { $name }
 }
incident-mass = 🔴 Массовое задержание: в этом городе за { $minutes } мин. сообщили о задержанных, их не менее { $count }.
incident-ask = { $rule ->
    [event] В словах этих дел названо одно событие. Дел: { $count }.
    [spot] Одно отделение или один адрес, в пределах трёх часов. Дел: { $count }.
    [district] Один район, в пределах трёх часов. Дел: { $count }.
    [mass] Один город. Дел: { $count }. По каждому юристов уже спрашивают; это общее табло.
   *[other] Дел: { $count }.
 } Они относятся к одному случаю?
incident-more = Возможно, сюда же относится: { $count }.
incident-refused = { $name }: не один случай. Больше не предложим.
incident-empty = Пока ни одного дела.
incident-people = Люди: установлено { $identified }, кроме них не менее { $unidentified } · дел: { $count }
incident-free = 🔴 Без юриста: { $count } · установлено { $identified }, кроме них не менее { $unidentified }
incident-taken = ⚖️ С юристом: { $count } · установлено { $identified }, кроме них не менее { $unidentified }
incident-out = 🟢 На свободе: { $count } · установлено { $identified }, кроме них не менее { $unidentified }
incident-ended = Закрыто иначе: { $count } · установлено { $identified }, кроме них не менее { $unidentified }
incident-nobody-held = Никого не удерживают (преследование, наблюдения): { $count }
incident-false = Ложные тревоги, не считаются: { $count }
incident-out-of-groups = 🟢 На свободе, хотя других из того же дела удерживают: { $count }
incident-where = Где удерживают:
incident-station = 📍 { $place } · одно место: { $count } · установлено { $identified }, кроме них не менее { $unidentified } · { $codes }
incident-stations-more = … и ещё мест: { $count }
incident-unknown = Неизвестно, дел:
incident-unknown-station = · где удерживают: { $count }
incident-unknown-city = · в каком городе: { $count }
incident-unknown-time = · с какого времени: { $count }
incident-unknown-ongoing = · продолжается ли: { $count }
incident-pattern-kept-from-meeting = 🧭 Закономерность: людям не дают встретиться с представителями международных организаций.
incident-confirmed = Теперь это один случай, дел: { $count }. Табло следит за ними.
incident-added = Добавлено: { $count }.
incident-not-added = Не относится к этому случаю: { $count }. Сюда их больше не предложим.
incident-undone = Отменено.
incident-undone-already = Сейчас уже иначе: посмотрите на табло.
incident-not-open = «{ $name }» завершён или не подтверждён: ничего не добавлено.
incident-year = { $code } относится к { $year } году, а случай — к { $years }. Всё равно добавить?
incident-in-already = { $code } уже относится к «{ $name }».
incident-not-in = { $code } не относится к «{ $name }».
incident-case-added = { $code } теперь относится к «{ $name }».
incident-case-out = { $code } больше не относится к «{ $name }».
incident-named = Теперь называется «{ $name }».
incident-cancelled = Ничего не изменено.
incident-name = Как назвать этот случай? Без имён тех, кого удерживают.
incident-name-short = Название
incident-name-required = Напишите название.
incident-review = Проверьте, пожалуйста.
incident-code = Код дела?
incident-code-short = Дело
incident-code-required = Напишите код дела.
incidents-head = Случаев сейчас: { $count }. Новый: /incident и название.
incidents-none = Случаев нет. Создать: /incident и название.
incidents-line = { $phase ->
    [proposed] ❓ { $name }
    [ended] { $name } (завершён)
   *[other] { $name }
 } · дел: { $count }{ $places ->
    [none] { "" }
   *[other] { " " }· { $places }
 }
incidents-of-case = { $code }: { $count ->
    [0] не относится ни к одному случаю.
   *[other] относится к случаям: { $count }.
 }
line-in-incident = относится к случаю: { $why }
line-out-of-incident = больше не относится к случаю: { $why }

button-incidents = Случаи
button-incident-confirm = ✅ Один случай
button-incident-refuse = Нет
button-incident-undo = Отменить
button-incident-add-all = ➕ Добавить { $count }
button-incident-none = Не эти
button-incident-case = ➕ Дело
button-incident-out = ➖ Дело
button-incident-name = Назвать
button-incident-pattern = 🧭 Закономерность
button-incident-end = Завершён
button-incident-reopen = Продолжается
button-incident-all-the-same = Да, добавить
button-incident-put-into = ➕ { $name }
button-incident-take-out = ➖ { $name }
