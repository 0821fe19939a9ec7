# Что читают юристы, координаторы и администраторы; и вести для сообщившего.

situation-me = задержанный человек пишет сам
situation-other = кто-то задержан
situation-blocked = не выпускают или остановили в пути
situation-missing = не могут найти человека
situation-trial = суд или дело, никто не удерживается
situation-over = удерживали, уже закончилось
situation-saw = наблюдение

offer-head = { $priority ->
    [urgent] 🔴 СРОЧНО: { $situation }
    [normal] 🟡 { $situation }
   *[unknown] 🟠 { $situation } (срочность пока неизвестна)
}
offer-place = 📍 { $place }
offer-who = 👤 { $count }
offer-reported = 🗣 { $spoken } · сообщили { $time } · { $verification }
offer-says-over = ⚠ Сообщивший говорит, что всё закончилось. Координатор перезванивает.
offer-says-false = ⚠ Сообщивший говорит, что тревога ложная. Координатор перезванивает.
offer-still-free = Дело пока никто не взял. Вы ещё можете.
offer-elapsed = ⏳ С сообщения прошло { $hours ->
    [0] { $minutes } мин.
   *[other] { $hours } ч { $minutes } мин.
}
place-unknown = место неизвестно
spoken-kk = казахский
spoken-ru = русский
spoken-en = английский
verification-unknown = не проверено
verification-confirmed = подтверждено
verification-likely = вероятно
verification-possible = возможно
verification-unlikely = маловероятно

count-unknown = число людей неизвестно
count-exact = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}
count-at-least = не менее { $count ->
    [one] { $count } человека
   *[other] { $count } человек
}
count-about = около { $count ->
    [one] { $count } человека
   *[other] { $count } человек
}
count-several = несколько человек, не менее { $count }

button-accept = ✅ Беру
button-decline = Не могу
button-accept-after-all = ✅ Всё-таки могу
button-accept-one = ✅ Беру { $number } · { $place }
button-decline-one = { $number }: не могу
button-contacted = 📞 Связь есть
button-on-my-way = 🚗 Еду
button-released = Отпустили
button-false-alarm = Ложная тревога
button-close = Закрыть…
button-reopen = Открыть снова
button-back = Вернуть
button-words = Все слова
button-history = История
button-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}
button-act = Указать вид
button-take = ✅ Беру дело
button-rung = ✅ Берёт: { $name }
button-offer-again = Предложить другим
button-ask = Спросить юристов
button-open = Открыть дело
button-still-held = Не закончилось
button-mute = Не отвечать сообщившему 24 ч
button-unmute = Снова отвечать
hide-sure = Это отрежет вас от оповещений: чат очистится, дела вам больше не предложат, координаторы вам позвонят. Пока они вас не вернут, сюда ничего не придёт. Ваш телефон действительно забирают?
button-hide-sure = Да, очистить чат
button-hide-not = Нет
hide-not = Ничего не изменилось.
hidden-member = 📵 { $name }: чат скрыт, телефон может быть в чужих руках. Свяжитесь иначе или через близких ({ $phone }: ответить может чужой). Нажмите кнопку, только убедившись, что телефон у хозяина.
hidden-settled = 📵 { $name }: со скрытым чатом решено.
button-member-back = Снова писать сюда
button-answer-again = Снова отвечать в скрытом чате
case-phone-own = 📵 Телефон сообщившего отобран: не звоните и не пишите на него. Если поговорите с самим человеком, скажите удалить чат вручную.
case-phone-some = 📵 Сказано, что телефон забирают: не звоните на номер задержанного.
case-moved = 🔁 С { $time } пишет с другого телефона (по коду).
contact-own = номер самого сообщившего, …{ $end }. Не звоните.
button-make-case = Завести дело
button-no = Нет, продолжаем
button-unknown = Эта кнопка больше не действует. /help покажет, что можно сделать.

accept-too-late = Дело уже у коллеги. Спасибо.
case-is-closed = Это дело закрыто.
case-is-open = Это дело открыто.
case-not-yours = Это дело вам не показано. Его видят только его юрист и координаторы.
case-unknown = Дела «{ $code }» нет. Код – два слова и две цифры, как на карточке.
suspended = Ваше участие приостановлено. Обратитесь к координатору.
members-only = Это для участников списка дежурных. Чтобы сообщить о задержании, просто напишите, что случилось и в каком городе.
rung-gone = { $name } больше не берёт дела: участие приостановлено или изменено. Дело не передано. Позвоните кому-нибудь ещё.
copy-outdated = Это сообщение устарело. Ниже – как обстоит дело сейчас.

stub-closed = { $code }: закрыто ({ $outcome }).
stub-taken = { $code }: дело уже у коллеги. Спасибо.
stub-busy = { $code }: вы отказались: сейчас не можете.
stub-far = { $code }: вы отказались: слишком далеко.
stub-conflict = { $code }: вы отказались: конфликт интересов.
stub-other = { $code }: вы отказались.
stub-gave-back = { $code }: возвращено; спрашиваем других.
declined-why = { $code }: отказ принят, спрашиваем других. Почему?
reason-busy = Сейчас не могу
reason-far = Слишком далеко
reason-conflict = Конфликт интересов
reason-other = Другая причина

case-head = Дело { $code } · { $state }
state-open = пока ни у кого
state-record = запись, юристов не спрашиваем
state-accepted = юрист: { $name }
state-yours = у вас
case-first-action = ⏱ До { $time } нажмите «Связь есть» или «Еду», иначе дело предложат другим.
case-act = Вид: { $value }
case-where = Где: { $value }
case-name = Кто: { $value }
case-started = С какого времени: { $value }
case-ongoing = Ещё продолжается: { $value }
case-taken = Куда увезли: { $value }
case-proceedings = Производство: { $value }
case-watched = Кто наблюдал: { $value }
case-contact = Телефон: { $value }
case-urgent = Срочно: { $value }
case-link = Кто сообщил: { $value }
case-consent = Писать сообщившему сюда: { $value }
case-not-understood = Эта версия программы не понимает: { $kinds }
case-words = Слова сообщившего:
case-words-cut = Слова сообщившего (последние; остальное – «Все слова»):
case-no-words = Слов не было, только нажатия кнопок.
who-withheld = не хотят называть
words-forwarded = переслано, написано { $time }
words-corrects = исправлено
ongoing-yes = да
ongoing-no = нет
ongoing-unknown = неизвестно
consent-yes = да
consent-no = нет
consent-unanswered = нет ответа; не писать
part-0 = ночь
part-1 = утро
part-2 = день
part-3 = вечер
about-time = около { $time }
day-time = { $time }, час неизвестен

act-not-coded = пока не указан
act-which = { $code }: какой это вид?
act-coded = { $code }: указано «{ $act }».
act-arrest = задержание
act-detention = удержание в отделе
act-kettling = блокирование в оцеплении
act-blockade = блокирование в жилище
act-interception = перехват в пути
act-summons = вызов, «приглашение на беседу»
act-search = обыск
act-abduction = похищение неизвестными
act-disappearance = исчезновение
act-prosecution = уголовное или административное дело без задержания
act-observation = наблюдение (слежка)

close-sure = { $code }: закрыть? Чем закончилось?
close-done = { $code } закрыто.
close-not = Не закрыто.
outcome-released = Отпустили
outcome-fine = Штраф
outcome-warning = Предупреждение
outcome-arrest = Административный арест
outcome-house-arrest = Домашний арест
outcome-remand = Содержание под стражей
outcome-other-counsel = Ведёт другой защитник
outcome-lost = Связь потеряна
outcome-other = Другое
outcome-false-alarm = Ложная тревога

muted = 24 часа бот отвечает сообщившему одной нейтральной фразой; слова сохраняются.
unmuted = Бот снова отвечает сообщившему.
files-care = Эти файлы – доказательства, на них люди. Пожалуйста, не передавайте их дальше.
files-owner-only = Файлы получает только тот, кто взял дело.

jotted-done = { $code }: записано.
jotted-which = К какому делу это относится?
jotted-nowhere = { $role ->
    [lawyer] Сейчас у вас нет дела, поэтому это не попало ни в одно. /cases покажет предложения.
    [coordinator] Перед вами не открыто дело, поэтому это не попало ни в одно. Сначала откройте его (/cases): что напишете потом, станет заметкой.
   *[administrator] Это не попало ни в одно дело: администраторы их не читают и не пишут.
} Если это сообщение о задержании, нажмите кнопку.
jotted-words-only = Заметкой становятся только слова; фото, голос и файлы здесь не сохраняются.
jotted-gone = Этих слов здесь уже нет. Напишите их ещё раз.
jotted-new = { $code } · новая заметка. Она на карточке.
button-report = Это сообщение
case-notes = Заметки:

fact-new = { $code } · новое: { $facts }. Слова на карточке.
fact-moved = перевезли
fact-court = суд
fact-released = пишут, что отпустили
fact-ill = болезнь, больница или лекарства
fact-refused = не пускают защитника
fact-beaten = бьют или есть травмы

opening-reason = Зачем вам нужно видеть это дело?
opening-reason-short = Причина
opening-reason-help = Одно предложение. Оно останется в истории дела с вашим именем.
opening-reason-required = Это нужно: без причины дело остаётся для вас закрытым.
opening-review = Проверьте.
opening-cancelled = Не открыто.

ask-nobody = ☎️ Это дело не взял ни один юрист. Сообщение ночью не разбудит: позвоните.
ask-first-action = ☎️ Дело взяли, но первого шага за отведённое время нет. Оно снова предложено всем. Позвоните тому, кто взял.
ask-owner-gone = ☎️ Юрист, у которого это дело, заблокировал бота или недоступен здесь. Позвоните. Не отвечает – предложите дело другим.
ask-moved = 📍 Сообщивший указал другой регион, а дело уже у юриста. Позвоните юристу. Если он не может продолжать, предложите дело другим.
ask-region = 📍 Место неизвестно. Пожалуйста, выясните, где это.
ask-no-place = ⚠️ Что-то происходит, а где, никто не написал. Прочитайте слова; если место понятно, нажмите его: юристов там спросим сразу.
ask-over = Сообщивший говорит, что всё закончилось. Перезвоните, прежде чем закрывать: телефон может быть в чужих руках.
ask-false = Сообщивший говорит, что тревога ложная. Перезвоните, прежде чем закрывать.
ask-record = Запись, которая никого не будит: пожалуйста, посмотрите.
ask-many = Один человек сообщил больше чем о трёх делах за час. Юристов спросим через пять минут; сначала посмотрите.
ask-unsorted = У человека несколько открытых сообщений, и он не ответил, к какому относятся новые слова. Они добавлены сюда: прочитайте их.
ask-elsewhere = 📍 Автор называет другой город, не тот, что в деле. Прочитайте слова: человека перевезли или это другое дело? Если знаете место, нажмите его: там сразу спросим юристов.
ask-after-closed = Автор закрытого дела снова написал. Прочитайте; если это продолжается, откройте дело снова.
ask-ring = Позвонить:
ask-nobody-to-ring = Звонить некому: никого не спросили или номера нет. Проверьте список дежурных.
ask-settled = Решено: { $line }

board-head = Открыто: без юриста { $free }, с юристом { $taken }, записей { $records }
board-free = Без юриста ({ $count }):
board-taken = С юристом ({ $count }):
board-records = Записи ({ $count }):
board-line = { $priority ->
    [urgent] 🔴
    [normal] 🟡
   *[unknown] 🟠
} { $code } · { $place } · { $situation } · { $time }
board-more = и ещё { $count }
list-own = Ваши дела ({ $count }):
list-offers = { $count ->
    [0] Открытых предложений нет.
    [one] { $count } открытое предложение:
    [few] { $count } открытых предложения:
   *[other] { $count } открытых предложений:
}

draft-seen = Кто-то начал сообщение ({ $time }, { $spoken }) и не закончил. Через 24 часа оно будет стёрто.
draft-wiped = Незаконченное сообщение стёрто.

id-yours = Ваш номер: { $id }
help-lawyer = Юристам: /cases – ваши дела и предложения, /case КОД – одно дело. Что вы пишете здесь, пока ведёте дело, становится заметкой к нему. Сообщить о задержании: /report.
help-coordinator = Координаторам: /cases – открытые дела, /case КОД – открыть дело с указанием причины. Что вы пишете потом, становится заметкой к нему. Сообщить о задержании: /report.
help-administrator = Администраторам: /cases – открытые дела без имён.
command-unknown = Такой команды нет. /help покажет, какие есть.
nothing-open = Сейчас нечего отменять, пропускать или возвращать.

code-open = Код верный, можно продолжать в этом чате. Мы ещё ищем юриста.
code-accepted = Код верный, можно продолжать в этом чате. Вашим сообщением занимается юрист.
code-kept = Код верный, можно продолжать в этом чате. Ваше сообщение у координаторов.
code-closed = Код верный, можно продолжать в этом чате. Ваше сообщение закрыто: { $how }. Если случится новое, напишите.
code-wait = Подождите час до следующей попытки.
code-unknown = Такого кода нет. Проверьте слова и число. Чтобы сообщить новое, напишите, что случилось и в каком городе.
code-move = Такой код есть. Если продолжить здесь, на прежний телефон больше ничего не придёт.
button-code-move = Продолжить здесь
code-again = Время вышло. Напишите код ещё раз.

news-accepted = Вашим сообщением занялся юрист.
news-still-looking = Мы ещё ищем юриста.
news-lost = Тот юрист больше не занимается вашим сообщением. { $asked ->
    [coordinator] Теперь оно у координаторов.
    [nobody] Мы ещё ищем юриста.
   *[lawyers] Спрашиваем другого.
}
news-closed = Ваше сообщение закрыто: { $how }. Если случится новое, напишите сюда.
news-reopened = Мы снова занимаемся вашим сообщением.

menu-report = Написать
menu-language = Тіл · Язык · Language
menu-hide = Очистить чат
menu-help = Помощь

operator-poll = Telegram не отвечает или отказывает: { $error }. Пробуем дальше.
operator-poll-mended = Telegram снова отвечает.
operator-storage = База данных недоступна: { $error }. Пробуем дальше; обычно причина – место на диске или другая программа.
operator-storage-mended = База данных снова работает.
operator-audit = Сторож не может посмотреть: { $error }. Пока это так, никто не следит. Если это не пройдёт само, перезапустите бота и сообщите нам.
operator-audit-mended = Сторож снова следит.
operator-timer = Таймер трижды не сработал и отложен: { $error }
operator-parked = Обновление { $row } ({ $kind }, { $time }) не удалось обработать, оно отложено: { $error }. Ничего не потеряно; см. docs/operations.md.
operator-card = Карточку { $card } ({ $subject }) не удаётся нарисовать: это дефект. Сообщите о нём.
operator-rejected = Telegram отверг наше сообщение: { $error }
operator-stuck = Telegram снова и снова не справляется с одним сообщением: { $error }. Пробуем дальше; следующие сообщения его обходят.
operator-more = Таких случаев больше ({ $kind }). До следующего часа они видны только в журнале; отложенное показывает dabyl parked.
operator-clock = Часы этой машины ушли назад на { $minutes } мин. Всё, что было назначено на потом, сдвинуто на столько же раньше. Проверьте службу времени.
operator-chain = История дела { $code } изменена или обрезана не программой. Сохраните базу как есть и откройте docs/security.md.
operator-channel = Канал сводки недоступен. Бот ещё администратор в нём?
operator-nobody-to-ask = По делу { $code } больше некого спросить: последний шаг эскалации пуст. Проверьте список дежурных.
operator-no-coordinators = По делу { $code } недоступен ни один координатор. Проверьте список дежурных и позвоните им.
operator-member-hidden = Участник скрыл свой чат, и ни один координатор не доступен, чтобы ему позвонить. Кто это, показывает dabyl roster list. Позвоните; если телефон у хозяина: dabyl roster unhide ID.

# The lines of a case's timeline, for coordinators.
history-head = Что сделано по делу { $code }:
history-broken = ⚠️ Эта история изменена или обрезана извне. Сообщите администраторам.
line-opened = открыто
line-offered = запрошен ответ
line-unreachable = недоступен
line-declined = отказ
line-reason = почему отказ: { $why }
line-found-nobody = пока никто не взял
line-asked-anew = срочнее или другое место: спрашиваем заново
line-lawyers-wanted = решено спросить юристов
line-accepted = дело взято
line-contacted = есть связь
line-on-my-way = в пути
line-no-first-action = взято, но действий не было: предложено снова
line-given-back = возвращено
line-owner-suspended = участник отстранён: предложено снова
line-closed = закрыто: { $why }
line-reopened = открыто снова
line-viewed = прочитано, причина: { $why }
line-coded = вид нарушения: { $why }
line-noted = записана заметка
line-placed = место: { $why }
line-still-held = перезвонили: не окончено
line-says-over = сообщивший: всё закончилось
line-says-false = сообщивший: ложная тревога
line-reporter-finished = сообщивший закончил
line-reporter-called-off = сообщивший отменил
line-reporter-cancelled = сообщивший прервал сообщение
line-muted = 24 часа сообщившему не отвечаем
line-unmuted = сообщившему снова отвечаем
line-hidden = сообщивший скрыл чат: телефон забирают
line-answered-again = в скрытом чате снова отвечаем
line-moved = по коду перешло на другой телефон
