# The detention report, the first screen, and what a reporter is told.

start-hello = Кого-то держат или не можете найти? Напишите, что случилось и где, или нажмите кнопку: мы сразу спросим юриста. Это бот организации { $organisation }.
start-sees = Кто что видит. Telegram может видеть и хранить эту переписку. У нас она зашифрована: имена и телефоны видит только юрист, который возьмёт дело, и координатор, если нужно. Если телефон могут отнять, нажмите «{ report-hide }».
button-sees = Кто это увидит?
button-sos = 🆘 SOS: мне нужна помощь
sos-where = SOS. Отправьте место кнопкой внизу или напишите город; подойдёт любое слово. Если ничего не придёт, через полминуты спросим координатора.
sos-again = Ваш SOS у нас: это то же сообщение, оно отмечено как срочное. Если вы уже в другом месте, напишите где.

language-asked = На каком языке говорить?
language-kk = Қазақша
language-ru = Русский
language-en = English
language-set = Дальше по-русски.

help =
    Чтобы сообщить о задержании, напишите, что случилось и в каком городе, или /report.
    /status: как обстоит дело
    /language: другой язык
    /practice: попробовать всё; ничего настоящего не происходит
    /back, /skip, /cancel: назад, пропустить, отмена
    Есть код? Просто напишите его.
    /hide: телефон забирают. Бот удалит сообщения и больше ничего сюда не напишет. Свои слова старше двух дней и сам чат удалите вручную.

hotline = Горячая линия: { $number }
bland = Спасибо. Сообщение получено.
failed = У нас что-то сломалось. Ваши слова сохранены, их посмотрит человек. Если срочно, лучше позвоните.

draft-offered = У вас осталось незаконченное сообщение. Продолжить?
draft-continue = Продолжить
draft-drop = Удалить
draft-dropped = Удалено.
draft-gone = Этого сообщения уже нет. Чтобы начать снова, просто напишите.

report-situation = Что происходит и с кем?
report-situation-help = Нажмите кнопку или напишите своими словами: с кем, где, когда.
report-situation-required = Это нужно, чтобы найти юриста. Если не уверены, выберите «Это кто-то другой».
report-situation-again = Что случилось? Можно одним словом.
report-situation-short = Что случилось
report-situation-me = Это я
report-situation-other = Это кто-то другой
report-situation-blocked = Не выпускают или остановили в пути
report-situation-missing = Не могу найти человека
report-situation-trial = Суд или дело, никто не задержан
report-situation-over = Уже закончилось
report-situation-saw = Слежка (никого не держат)
report-situation-summons = Вызывают на беседу или допрос

report-place = { $situation ->
    [missing] В каком городе человека видели в последний раз?
   *[other] В каком это городе?
}
report-place-help = Нажмите на город, напишите его или отправьте своё место.
report-place-required = Без города не найти юриста. Если не знаете, так и ответьте: «не знаю».
report-place-again = Только город или район, чтобы найти юриста.
report-place-short = Город
report-place-unknown = Не знаю где

report-appointment = На какой день и час вызывают?
report-appointment-help = Как в повестке, например 28.11 в 10:00.
report-appointment-again = Хотя бы день?
report-appointment-short = Когда прийти
report-appointment-unknown = Не знаю

report-where = { $situation ->
    [missing] Где именно видели в последний раз?
    [summons] Куда вызывают?
   *[other] Где именно?
}
report-where-help = Улица, здание, что рядом. Можно отправить место на карте.
report-where-again = Улица или что рядом?
report-where-short = Место

report-who = { $situation ->
    [me] Как вас зовут? Есть ли кто-то с вами?
    [missing] Кого вы ищете?
    [blocked] Кого не выпускают или остановили?
    [saw] За кем следили?
    [summons] Кого вызывают?
   *[other] Кого задержали?
}
report-who-help = Имена, каждое с новой строки, или сколько людей. Имена увидит только юрист, который примет дело, и координатор, если это нужно.
report-who-again = Хотя бы имя или сколько человек.
report-who-short = Кто
report-who-one = { $situation ->
    [me] Только я
   *[other] Один человек
}
report-who-two = Двое
report-who-three = Трое
report-who-several = Несколько
report-who-unknown = Не знаю сколько
report-who-withheld = Не хочу называть

report-accused = Чьё это дело?
report-accused-help = Имя или имена, каждое с новой строки. Если дело открыто, а имени в нём нет, так и ответьте.
report-accused-again = Хотя бы имя.
report-accused-short = Чьё дело
report-accused-nobody = Никто не назван
report-accused-unknown = Не знаю
report-accused-withheld = Не хочу называть

report-proceedings = { $situation ->
    [summons] Кто вызывает и кем: свидетелем, подозреваемым?
   *[other] Какое это дело и что в нём сейчас?
}
report-proceedings-help = Статья, суд, день заседания или решение: что знаете, своими словами.
report-proceedings-again = { $situation ->
    [summons] Кто вызывает?
   *[other] Какой суд или какая статья?
}
report-proceedings-short = Дело

report-watched = Кто следил и как?
report-watched-help = Люди, машины, номера, что делали: своими словами.
report-watched-again = Кто следил? Можно коротко.
report-watched-short = Кто следил

report-when = { $situation ->
    [missing] Когда человека видели в последний раз?
    [saw] Когда это было?
    [over] Когда это было?
   *[other] Когда это началось?
}
report-when-help = Можно написать: «вчера в 7 утра», «18.09 в 14:30».
report-when-again = Примерно когда?
report-when-short = Когда
report-when-now = Только что
report-when-hour = В последний час
report-when-morning = Сегодня утром
report-when-today = Сегодня
report-when-yesterday = Вчера
report-when-unknown = Не знаю когда

report-ongoing = { $situation ->
    [blocked] Всё ещё не выпускают?
    [missing] Человека всё ещё не нашли?
   *[other] Всё ещё держат?
}
report-ongoing-again = Сейчас ещё идёт?
report-ongoing-short = Продолжается
report-ongoing-yes = Да, ещё идёт
report-ongoing-no = Нет, закончилось
report-ongoing-unknown = Не знаю

report-taken = { $situation ->
    [me] Куда вас везут или привезли?
   *[other] Куда увезли?
}
report-taken-help = Отдел полиции, адрес или что знаете. Не знаете, пропустите.
report-taken-again = Куда увезли, если знаете?
report-taken-short = Куда увезли

report-contact = { $situation ->
    [me] Кому мы можем позвонить? Лучше близкому: ваш телефон могут забрать.
   *[other] Кому мы можем позвонить?
}
report-contact-help = Напишите номер, отправьте свой или контакт другого человека.
report-contact-again = Номер, по которому можно позвонить?
report-contact-short = Телефон
report-contact-no = Никому

report-urgent = Есть ли что-то срочное? Отметьте всё, что верно.
report-urgent-again = Есть раны, болезнь, ребёнок?
report-urgent-short = Срочное
report-urgent-minor = Моложе 18 лет
report-urgent-injured = Есть раны или побои
report-urgent-medicine = Нужны лекарства
report-urgent-pregnant = Беременность
report-urgent-elderly = Пожилой возраст
report-urgent-alone = Рядом никого
report-urgent-phone = Сейчас заберут телефон
report-urgent-raid = Ломают дверь
report-urgent-journalist = Журналист
report-urgent-defender = Правозащитник
report-urgent-sos = Зовёт на помощь (SOS)

report-link = Кто вы этому человеку?
report-link-again = Кто вы этому человеку?
report-link-short = Кто вы
report-link-self = Это я
report-link-witness = Свидетель
report-link-relative = Родственник
report-link-colleague = Коллега, работодатель
report-link-lawyer = Юрист
report-link-other = Другое

report-files = Есть фото, видео, документ или голос?
report-files-help = Пришлите сюда. Пожалуйста, без снимков, где видны лица других людей.
report-files-again = Фото, видео или голос, если есть.
report-files-short = Файлы

report-consent = Можно писать вам сюда новости?
report-consent-version = 1
report-consent-help = Если ваш телефон могут смотреть, лучше «нет»: код у вас уже есть.
report-consent-again = Писать вам сюда?
report-consent-short = Писать сюда
report-consent-yes = Да, можно
report-consent-no = Нет, не пишите

report-review = Проверьте, пожалуйста. Чтобы исправить, нажмите на строку.
report-hide = Телефон забирают
hide-stays = То, что вы писали здесь раньше, осталось (последнее: { $time }). Бот не может это удалить: удалите сами или удалите весь чат.
hide-offered = Забирают ваш телефон? Если да, нажмите: этот чат очистится, и сюда больше ничего не придёт.
button-hide-mine = Это мой телефон: скрыть чат

report-opened =
    { $asked ->
        [coordinator] Принято, сейчас спрашиваем координатора. Ответит ли он сразу, обещать не можем.
        [nobody] Принято и сохранено. Сейчас мы ни до кого не можем достучаться, пробуем дальше. Если можете, позвоните.
       *[lawyers] Принято, мы уже спрашиваем юристов. Ответят ли они сразу, обещать не можем.
    }
    Ваш код: { $code }. Напишите его с любого телефона, и мы ответим, что нового.
    Дальше несколько вопросов, они помогут юристу. Остановиться можно в любой момент.
report-kept =
    Записано, это увидят координаторы. Юристов не будим, потому что никого не держат. Если кого-то держат, напишите об этом.
    Ваш код: { $code }. Напишите его с любого телефона, и мы ответим, что нового.
report-summons =
    Записано; координатор посмотрит это в рабочее время, никого не будим. Лучше не ходить одному: можно прийти с адвокатом и попросить повестку в письменном виде.
    Если оттуда не выпускают, сразу напишите сюда: тогда спросим юристов.
    Ваш код: { $code }. Напишите его с любого телефона, и мы ответим, что нового.
report-alarm = Поняли: это происходит сейчас. Спрашиваем юристов.
report-voice =
    Ваше сообщение у нас. Юристов ещё не спросили: просим координатора послушать его или посмотреть. Если можете, напишите, что случилось и в каком городе: тогда сразу спросим юристов.
    Ваш код: { $code }. Напишите его с любого телефона, и мы ответим, что нового.
report-without-place =
    Сообщение у нас, его сейчас видит координатор. Напишите город или район, если можете: тогда сразу спросим юристов.
    Ваш код: { $code }. Напишите его с любого телефона, и мы ответим, что нового.
report-finished = Спасибо, всё записано. Если узнаете новое, просто напишите сюда.
report-cancelled = Остановлено, юристов мы не спрашивали. Чтобы начать снова, просто напишите.
report-joined = Добавлено к вашему сообщению.
report-corrected = Исправлено.
report-which = О каком вашем сообщении речь?
report-which-new = Это новое
another-which = Вы назвали другое место: { $place }. Это другой случай? Координатор пока читает.
button-another = Да, другой
button-same = Нет, тот же
another-same = Понятно: это тот же случай.
report-which-closed = То сообщение тем временем закрыли, поэтому это новое.
after-closed = Ваше сообщение закрыто: { $how }. Ваши слова сохранены{ $read ->
    [yes] , их прочитает координатор
   *[no] {""}
}. Если что-то происходит сейчас, напишите, что и в каком городе.

report-cancel = { $situation ->
    [trial] Это уже видят координаторы. Что случилось?
    [over] Это уже видят координаторы. Что случилось?
    [saw] Это уже видят координаторы. Что случилось?
    [summons] Это уже видят координаторы. Что случилось?
   *[other] Юристов уже спросили. Что случилось?
}
report-cancel-again = Всё закончилось или тревога была ложной? Если нет, «{ report-cancel-stay }».
report-cancel-short = Отмена
report-cancel-false = Это была ложная тревога
report-cancel-over = Всё закончилось
report-cancel-stay = Продолжить
report-cancel-noted = Передано координатору, он может перезвонить. Ничего не удалено.
report-over-noted = Записано, что всё закончилось: пока больше юристов не спрашиваем, координатор посмотрит. Ничего не удалено. Если не закончилось, напишите об этом, и мы спросим дальше.
report-own-lawyer = Записано, что адвокат у вас есть: координатор посмотрит, а пока больше никого не спрашиваем. Если адвокат всё же нужен, напишите.

# What happens now, on the reporter's card.
card-draft = Telegram может хранить эту переписку. У нас имена и номера видит только юрист, который возьмёт дело, и координатор, если нужно.
card-asked = { $asked ->
    [one] Спрашиваем: написали { $asked } юристу.
   *[other] Спрашиваем: написали { $asked } юристам.
}
card-kept = Это видят координаторы.
card-nobody = Сейчас мы ни до кого не можем достучаться, пробуем дальше. Если можете, позвоните.
card-accepted = Этим занимается юрист.
card-station = Юрист приехал туда, где держат.
card-closed = Закрыто: { $how }.

relay-message = { $role ->
    [coordinator] Координатор спрашивает о вашем сообщении:
   *[other] Адвокат спрашивает о вашем сообщении:
}
    «{ $words }»
    Просто напишите ответ сюда.
