# Площадка: что страница с телефонами говорит о боте за ней. Читают это только её зрители.

timer-escalation = Спросить следующих юристов
timer-first-action = Ничего не сделано: предложить дело снова
timer-draft = Спросить, продолжать ли сообщение
timer-wipe = Забыть черновик
timer-which = Больше не ждать ответа «какое сообщение?»
timer-forget = Забыть попытки с неверным кодом
timer-digest = Сводка за день
timer-housekeeping = Ночная уборка

lane-alert = Тревоги
lane-reply = Ответы
lane-news = Новости
lane-edit = Правки карточек
lane-reminder = Напоминания
lane-digest = Сводка
lane-broadcast = Рассылки

busy-with-another = идёт что-то другое; подождите немного.
not-without-bot = бот не работает; сначала запустите его.
scene-stopped = Сцена остановилась: { $why }
