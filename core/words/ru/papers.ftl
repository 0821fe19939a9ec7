# Документы: из чего они составлены и о чём для них спрашивают. Читают участники организации.

paper-not-known = [неизвестно: { $what }]
paper-field-other = ещё одно сведение
paper-field-law = статья закона
paper-field-rights = право и его статьи
paper-file = 📄 { $name } · { $code }
    Прочтите, прежде чем подписать. Следом придут текст и источники; через сутки всё это исчезнет из чата.
paper-broken = ⚠️ { $name }: документ не получается, шаблон испорчен. Администраторы знают. Введённое вами не потеряно.
paper-sources = 🔎 Откуда каждое предложение. Это для вас, в документе этого нет.
paper-unverified-mark = { " " }(не проверено)
paper-origin-answer = сказано для этого документа
paper-origin-mark = срок по закону, из сказанного
paper-origin-law = закон
paper-origin-organisation = организация
paper-origin-bot = рассчитано ботом
paper-origin-paper = документ (кто прочёл: { $name })
paper-origin-other = само дело
operator-paper-broken = Шаблон { $paper } ({ $language }) не заполняется. Посмотрите: dabyl paper check.

# Список
button-papers = 📄 Документы
papers-head = 📄 Документы · { $code }
papers-for = О ком: { $name }
papers-whole = всё дело
papers-whom = { $code }: о ком?
papers-ready = { $number }. { $sign } { $name }: всё есть
papers-lacks = { $number }. { $sign } { $name }: пока неизвестно: { $what }
papers-and-more = { $what } и ещё { $count }
papers-none = Для этого документов нет.
papers-made = Составлены:
papers-state-draft = ещё не составлен
papers-state-asked = спрашиваем второго координатора
papers-state-refused = не разрешён
papers-state-leaving = сейчас придёт
papers-state-made = составлен, об отправке пока не сказано
papers-state-broken = не получился: шаблон испорчен
papers-state-sent = отправлен
button-papers-whom = ‹ О другом человеке
button-papers-all = ‹ Все документы
button-papers-page = ‹ Этот документ

# Страница
papers-page = 📄 { $name } · { $code }
papers-to = Кому: { $name }
papers-nobody = на сегодня адресат неизвестен, впишите от руки
papers-language = Язык: { $name }
papers-signs = Подписывает: { $name }
papers-missing = ❗️ Неизвестно: { $what }. Если составить так, в этих местах будет написано, что это неизвестно.
papers-left-out = ⚠️ Не войдёт, потому что не проверено: { $what }. Отметьте то, за что ручаетесь.
papers-term-unticked = Истёкший срок не отмечен, а без него требовать нечего. Прочтите его в «Не проверено» и отметьте, если ручаетесь.
papers-wanted = Пригодилось бы: { $what }
papers-unverified = ⚠️ Не проверено: { $count }, из них войдёт в документ: { $ticked }
papers-names = Имя будет стоять так: { $names }. Верно?
papers-from-memory = Части этой формы записаны по памяти. Сверьте с формой, прежде чем отправлять.
papers-two-people = Должен разрешить ещё один координатор.
papers-barred-no-consent = ⛔ Никто из тех, кто может говорить за человека, не разрешил передавать туда имя.
papers-barred-refused = ⛔ Имя туда передавать нельзя: тот, кто может говорить за человека, сказал «нет».
papers-barred-several = ⛔ Согласие дал тот, кто назвал нескольких людей. Решает координатор: «Согласия».
papers-barred-undertaking = ⛔ С кого-то взяли подписку о неразглашении. Сначала решает координатор.
papers-changed = 🔄 С тех пор как вы видели эту страницу, дело изменилось. Посмотрите ещё раз.
papers-not-now = Это уже не изменить: документ составлен.
papers-made-at = Составлен: { $time } (шаблон, версия { $version })
papers-second = Разрешил(а): { $name }
papers-which-office = Кому?
papers-office-refused = { $name }: кто занимает эту должность сегодня, неизвестно, поэтому в документ не ставим.
papers-which-ticks = Непроверенное в документ не входит. Отметьте, что всё же должно в нём быть:
papers-more-ticks = … и ещё { $count }: их тоже отметит «Всё»
papers-which-grounds = Что вы видели сами или услышали от человека? Каждая отметка станет абзацем:
papers-which-name = Что неверно? Выберите и напишите, как должно стоять.
button-papers-ask = ❓ Ответить: { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[other] { $count } вопросов
}
button-papers-to = Кому
button-papers-language = Другой язык
button-papers-signer = Другая подпись
button-papers-ticks = Не проверено ({ $count })
button-papers-tick-all = ☑️ Всё
button-papers-grounds = Что вы видели
button-papers-names = Имя
button-papers-make = ✅ Составить
button-papers-second = 👥 Спросить второго координатора
button-papers-withdraw = Отозвать вопрос
button-papers-again = Прислать ещё раз
button-papers-sent = 📮 Отправлено
button-papers-overrun = 📄 Составить требование · { $code }
button-papers-denied = 📄 Документ об исчезновении
button-papers-silent = 📄 Следующая жалоба
button-papers-refused = 📄 Жалоба
button-papers-harmed = 📄 Жалоба

# Вопросы
papers-ask = Что известно: { $what }? Напишите или пропустите.
papers-words = Что об этом известно? Напишите или пропустите.
papers-words-short = Ответ
papers-moment = Когда это было? Напишите день и время или пропустите.
papers-moment-short = Когда
papers-on = Когда отправлено?
papers-on-short = Отправлено
papers-on-today = сегодня
papers-on-yesterday = вчера
papers-on-required = Напишите день, например 26.11.
papers-reference = Под каким номером зарегистрировано? Пропустите, если номера ещё нет.
papers-reference-short = Номер

# Второй координатор
papers-second-asked = 👥 { $name } · { $code }
    { $who } хочет составить этот документ. Можно?
papers-second-whom = Кого называет: { $initials }
papers-second-authorities = Имя органам и ООН: { $answer ->
    [yes] разрешено
    [no] кто-то сказал «нет»
   *[none] никого не спрашивали
}
papers-second-publication = Имя публично: { $answer ->
    [yes] разрешено
    [no] кто-то сказал «нет»
   *[none] никого не спрашивали
}
papers-second-ticked = Не проверено, но войдёт: { $what }
papers-second-none = ничего
papers-second-over = { $name } · { $code }: ответ уже есть.
papers-second-refused = { $name } · { $code }: не разрешено.
button-papers-agree = ✅ Можно составить
button-papers-disagree = ✖️ Нельзя
papers-refused = { $code }, { $name }: координатор не разрешил. Поговорите с ним.
papers-unanswered = { $code }, { $name }: за сутки никто не ответил. Спросите ещё раз со страницы документа.
papers-changed-since = { $code }, { $name }: с тех пор дело изменилось. Посмотрите страницу и спросите снова.

# История
line-paper-made = составлен документ: { $why }
line-paper-asked = спрошен второй координатор: { $why }
line-paper-agreed = разрешено: { $why }
line-paper-refused = не разрешено: { $why }
timer-unmade-paper = Документ, который никто не составил
timer-unallowed-paper = Второй координатор не ответил
timer-unanswered-paper = Вопрос для документа, оставленный без ответа

# Журнал исходящих
button-register = 🔢 Исходящие номера
button-register-earlier = Более ранние
register-head = 🔢 Под какими номерами ушли бумаги, сначала новые:
register-none = Ещё ни одной бумаги не сделано.
register-line = { $number } · { $time } · { $name } ({ $language }) · кому: { $to } · { $who }
paper-origin-register = журнал исходящих
paper-field-paper-number = исходящий номер
paper-field-organisation-signatory = кто подписывает за организацию
paper-field-organisation-office = должность подписавшего
papers-oblique = ⚠️ Имя стоит здесь так: «{ $name }», и похоже на другой падеж. Как его написать?
button-papers-meant = Верно, так и есть
papers-harm-untold = В документе не стояло бы ничего о том, что с человеком сделали. Напишите это или отметьте в «Не проверено», если ручаетесь.
papers-for-told = О ком: «{ $name }», как сообщили
