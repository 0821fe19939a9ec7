# Телефон: сообщение того, кто звонит, и обзвон отделов. Для координаторов.

help-calls = По телефону: /new – записать одним сообщением, что говорит звонящий; дело открываете вы. /calls – обзвон отделов.

call-head = 📞 Звонок, { $time }. Пишите, что слышите, одним сообщением или несколькими: кто, где, когда, кто задержал, номер звонящего.
call-missing = Пока не сказано: { $what }
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
