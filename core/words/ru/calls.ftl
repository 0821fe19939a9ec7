# Телефон: сообщение того, кто звонит, и обзвон отделов. Для координаторов.


call-head = 📞 Звонок, { $time }. Пишите, что слышите, одним сообщением или несколькими: кто, где, когда, кто задержал, номер звонящего.
button-open-call = Открыть дело по звонку
call-opened = Звонок записан, дело { $code }.
call-code =
    🔑 Прочитайте звонящему вслух: { $code }
    С этими словами можно написать боту со своего телефона. Дело: { $case }. Сообщений от нас звонящий не получает: звоните.
call-gone = Этот звонок уже стал делом или удалён.
call-reason = рассказано по телефону
call-no-number = номера нет
case-by-telephone = ☎️ По телефону, от: { $who }; записано: { $name }, { $time }. Написать туда нельзя, только позвонить.
relay-ring = { $code }: рассказано по телефону, отправить туда нечего. Позвоните: { $numbers }
line-taken-down = рассказано по телефону и записано

report-authorities = { consent-authorities }
report-authorities-again = { consent-authorities }
report-authorities-short = Имя госорганам
report-authorities-yes = { consent-authorities-yes }
report-authorities-no = { consent-authorities-no }
report-publication = { consent-publication }
report-publication-again = { consent-publication }
report-publication-short = Публикация имени
report-publication-yes = { consent-publication-yes }
report-publication-no = { consent-publication-no }
timer-unopened-call = Напомнить о звонке, по которому не открыто дело
line-station-rung = спросили в отделе: { $why }

button-calls = ☎️ Обзвон отделов
round-where = В каком регионе обзванивать отделы? Или напишите /calls и город, регион либо код дела.
round-unknown = Такого места и такого дела нет. Напишите /calls и город, регион либо код дела.
round-no-region = { $code }: неизвестно, где это. Напишите /calls и город или регион.
round-head = ☎️ Обзвон · { $place }{ $code }
round-for = Спросить: { $names } ({ $code })
round-for-lookup = Спросить: { $names } (кто-то ищет)
round-for-nobody = Сейчас здесь никого не ищут.
round-found = все найдены
round-closed-cases = Дел, которые вам не открыты: { $count }. Откройте, чтобы видеть, о ком спрашивать.
round-no-stations = Отделов с номерами здесь пока нет. Технический администратор может указать файл отделов в настройках.
round-line = { $number }. { $name } · { $phones }
round-more = Ещё отделов: { $count }. Они появятся, когда ответят эти.
round-there = 🟢 у них, { $time }, { $name }
round-denied = 🔴 отрицают, { $time }, { $name }
round-hung-up = 📵 бросили трубку или не ответили, { $time }, { $name }
round-later = 🕒 перезвонить в { $again } ({ $time }, { $name })
round-rings = ☎️ звонит { $name } с { $time }
round-you-ring = ☎️ звоните вы с { $time }. Отметьте, что ответили.
round-closed = { $code }: дело закрыто, обзвон окончен.
round-taken = В этот отдел уже звонит { $name }. Ответ появится здесь.
round-over = Этот звонок окончен. Чтобы позвонить, выберите «☎️».
round-answered = Уже записано.
round-who = Кто у них? Отметьте всех, кого назвали.
round-call-back = Записано. Перезвоните, пожалуйста, тому, кто спрашивал; карточка ниже.
round-found-noted = { $code }: найдено, { $station }. Написано сообщившим: { $chats }.
round-unverified = Не сказано, где: этих сообщивших никто из нас не проверил: { $count }. Позвоните им; после «Проверить» в деле они сразу прочтут.
round-found-owner = { $code } · найдено: { $station } говорит, что человек у них.
round-found-news = Мы обзвонили отделы. { $station }: говорят, что человек, о котором вы сообщили, у них. Это может измениться: спросите имя и звание того, кто вам ответит.
round-evidence = { $code }: звонки в отделы
button-i-ring = ☎️ { $number }
button-there = ✅ { $number }: у них
button-denied = ❌ { $number }: отрицают
button-hung-up = 📵 { $number }
button-ring-later = 🕒 { $minutes } мин
button-evidence = Доказательства
rung-there = { $station } ({ $phones }): человек у них
rung-denied = { $station } ({ $phones }): отрицают
rung-hung-up = { $station } ({ $phones }): бросили трубку или не ответили
rung-later = { $station } ({ $phones }): перезвонить в { $again }
ask-denied = ❗ Удержание отрицают: отделы говорят, что такого человека у них нет. Считайте это исчезновением; пора подавать заявления. Решите, пожалуйста.
timer-lapsed-station = Освободить отдел, в который собирались звонить
timer-again-station = Напомнить перезвонить в отдел
