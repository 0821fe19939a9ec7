# Как становятся участником списка и как уходят из него. «Адвокат» защищает по уголовным делам; «юрист-консультант» – нет.

invitation-passed-on = { $organisation } приглашает вас работать с ботом для юристов. Откройте ссылку в Telegram на рабочем телефоне или наведите камеру на картинку. Ссылка работает один раз, до { $time }.
invitation-word = { $organisation } приглашает вас работать с ботом для юристов. На рабочем телефоне откройте ссылку ниже в { $messenger } или наведите камеру на картинку и отправьте туда последнюю строку как есть. Она действует один раз, до { $time }.
invitation-open = ✉️ Приглашение для: { $note }. Работает один раз, до { $time }. Передайте картинку или ссылку этому человеку; кто откроет, ответит на короткую анкету, а решаете вы.
invitation-for-anybody = имя не указано
invitation-opened = ✉️ Приглашение для: { $note }. Открыто, анкету заполняют. Время до { $time }.
invitation-asked = ✉️ Приглашение для: { $note }. Анкета заполнена, решает координатор.
invitation-approved = ✅ Приглашение для: { $note }. Одобрение: { $by }.
invitation-refused = Приглашение для: { $note }. Отказ: { $by }.
invitation-withdrawn = Приглашение для: { $note }. Отозвано, ссылка никуда не ведёт.
invitation-expired = Приглашение для: { $note }. Время вышло, ссылка никуда не ведёт.
invitation-many = У вас уже открыто приглашений: { $count }. Отзовите одно или подождите.
invitation-gone = Это приглашение больше не действует. Попросите новое у того, кто его дал.
invitation-member = Вы уже в списке. Эта ссылка для нового человека, для него она ещё работает.
invitation-member-used = Вы уже в списке.
invitation-suspended = Ваше участие закончилось. Попросите координатора пригласить вас снова; эта ссылка для другого человека.
invitation-settled = Это уже решено.
invitation-leaked = ⚠️ Ссылку вашего приглашения (для: { $note }) открыли и во втором чате. Туда никого не пустили. Спросите того, кого пригласили, не передавал ли он ссылку; кто ответил на анкету, будет видно.
button-withdraw = Отозвать

joining-hello = { $organisation } приглашает вас в список своих юристов. Шесть коротких вопросов; ответы читают координаторы, другие юристы – нет.
joining-name = Как вас зовут?
joining-name-help = Имя и фамилия, как вас знают коллеги.
joining-name-short = Имя
joining-name-required = Коллегам нужно имя.
joining-name-wrong = Напишите имя, не длиннее 100 знаков.
joining-cities = В какие города вы можете приехать?
joining-cities-help = Напишите один или несколько, через запятую.
joining-cities-short = Города
joining-cities-required = Без города вас никто не позовёт.
joining-cities-none = Напишите хотя бы один город.
joining-cities-unknown = Не знаю: { $said }. { $close ->
    [no] Напишите все города ещё раз.
   *[other] Может быть: { $close }? Напишите все города ещё раз.
}
joining-languages = На каких языках вы работаете?
joining-languages-short = Языки
joining-languages-kk = Казахский
joining-languages-ru = Русский
joining-languages-en = Английский
joining-calling = Вы адвокат или юрист-консультант?
joining-calling-short = Статус
joining-calling-advocate = Адвокат
joining-calling-consultant = Юрист-консультант
joining-calling-required = Выберите одно из двух: от этого зависит, по каким делам вас спросят.
joining-specialities = Что вы знаете лучше всего?
joining-specialities-short = Специализация
joining-specialities-administrative = Административные дела
joining-specialities-criminal = Уголовные дела
joining-specialities-minors = Несовершеннолетние
joining-specialities-torture = Пытки
joining-specialities-migration = Миграция
joining-specialities-journalists = Журналисты
joining-contact = По какому номеру координаторы могут вам звонить?
joining-contact-help = Поделитесь им или напишите.
joining-contact-short = Телефон
joining-contact-required = Без номера вас никто не разбудит.
joining-contact-wrong = Это не номер телефона. Поделитесь им или напишите так: +7 700 000 00 01.
joining-press = Выберите или напишите, что выбираете.
joining-review = Это увидят координаторы:
joining-asked = Спасибо. Координатор посмотрит; ответ придёт сюда.
joining-cancelled = Удалено. Приглашение действует в этом чате до { $time }.
joining-left = Анкета не закончена. Продолжить можно до { $time }.
button-continue-joining = Продолжить анкету
joining-not-taken = Спасибо за ответы. Сейчас вас не включили в список. Если это неожиданно, спросите того, кто вас пригласил.
joining-timed-out = Время вашего приглашения вышло, ответы удалены. Попросите новое.

joining-head = 👤 Просят включить в список, юристом:
joining-own-number = Номер принадлежит этому аккаунту Telegram.
joining-typed-number = Номер написан от руки: позвоните, прежде чем одобрить.
joining-invited-by = Кто пригласил: { $by }, { $time }
joining-invited-as = Приглашение для: { $note }
joining-was-member = До { $time } в списке под именем { $name }.
joining-other-chat = Это другой чат, не тот, который был у { $name }. Позвоните.
joining-other-number = Номер не тот, что в приглашении ({ $number }).
joining-leaked = Эту ссылку пробовали и из второго чата.
joining-hidden = С тех пор чат скрыли: телефон может быть в чужих руках. Позвоните.
joining-same-number = Тот же номер в списке у { $name }.
joining-same-name = В списке уже есть { $name }.
joining-maker-gone = Кто пригласил, больше не координатор.
button-approve = Одобрить: в список, на дежурство
button-refuse = Отказать
joining-approved = ✅ { $name } теперь в списке (решение: { $by }).
joining-refused = { $name } не в списке (отказ: { $by }).
joining-withdrawn = Приглашение отозвано.
joining-expired = О приглашении никто вовремя не решил, оно закрыто.

example-head = 🔔 ПРИМЕР. Никого не задержали. Так выглядит и звучит тревога:
example-after = Слышали звук? Если нет, включите звук этого чата. Дело получает тот, кто первым согласится. Попробуйте: ничего не случится, бот объяснит.
example-take = Пример: теперь дело было бы вашим. Вы прочли бы всё, заявитель узнал бы, что юрист есть, а вы за 30 минут отметили бы, что сделали.
example-decline = Пример: сразу спросили бы следующего юриста. Это лучше, чем молчание.
button-example = Как выглядит и звучит тревога

members-head = В списке: { $active } участвуют, { $suspended } уже нет. Выберите номер.
members-none = В списке нет никого по имени «{ $code }». Все: /members
members-lawyer = юрист
members-coordinator = координатор
members-administrator = администратор
members-suspended = участие окончено
members-unreachable = нет связи
members-on-duty = дежурит
button-members = ◀ Список
button-suspend = Прекратить участие
button-keep-member = Оставить
button-reinvite = Пригласить снова
suspend-sure = Прекратить участие: { $name }? Сразу ничего не будет видно. { $held ->
    [0] Дел сейчас нет.
    [one] { $held } дело предложим другим.
    [few] { $held } дела предложим другим.
   *[other] { $held } дел предложим другим.
}
suspend-done = Участие окончено: { $name }. { $held ->
    [0] Дел не было.
    [one] { $held } дело предложено другим.
    [few] { $held } дела предложены другим.
   *[other] { $held } дел предложено другим.
}
member-suspended = { $by } прекращает участие: { $name }. { $held ->
    [0] Дел не было.
    [one] { $held } дело предложено другим.
    [few] { $held } дела предложены другим.
   *[other] { $held } дел предложено другим.
}
member-left = { $name } больше не в списке, по своему желанию. { $held ->
    [0] Дел не было.
    [one] { $held } дело предложено другим.
    [few] { $held } дела предложены другим.
   *[other] { $held } дел предложено другим.
}
member-gone-duty = Была назначена смена: { $times }. Кто выйдет вместо: /duty
operator-suspended = Координатор прекратил участие { $id }. Если вы этого не ждали, позвоните координаторам.
leave-sure = Уйти из списка? { $held ->
    [0] Дел у вас нет.
    [one] { $held } ваше дело сразу предложим другим.
    [few] { $held } ваших дела сразу предложим другим.
   *[other] { $held } ваших дел сразу предложим другим.
} Вернуться можно по новому приглашению.
leave-done = Вы больше не в списке. Спасибо за работу. Чтобы сообщить о задержании, просто напишите сюда.
leave-stayed = Вы остаётесь в списке.
leave-last = Вы единственный координатор. Пусть администратор сначала назначит другого.
button-leave = Уйти
button-stay = Остаться

roster-how = В списке: юристов { $lawyer }, координаторов { $coordinator }, администраторов { $administrator }; участие окончено у { $suspended }, нет связи с { $away }.
    Пришлите список файлом в течение десяти минут: CSV или XLSX, столбцы как в выгрузке. Сначала покажу, что изменится.
button-roster-export = Выгрузить
roster-reading = Читаю файл. Сообщение с ним уйдёт из этого чата.
roster-not-yours = Список меняют только администраторы. Ваше сообщение уходит из чата, файл не прочитан.
roster-type = Пришлите его файлом: CSV или XLSX.
roster-big = Файл слишком большой: не больше { $megabytes } МБ. Ничего не изменено.
roster-gone = Telegram больше не отдаёт этот файл. Пришлите его ещё раз.
roster-preview = В файле: новых { $added }, изменено { $changed }, без изменений { $unchanged }. Кого в нём нет ({ $missing }), остаются как есть.
roster-nothing = Менять нечего.
roster-no-coordinator = ⚠️ После этого не останется ни одного координатора.
roster-more = … и ещё { $count }
roster-bad = Ошибок в файле: { $count }. Ничего не изменено.
roster-line = строка { $line }
button-roster-do = Выполнить
button-roster-leave = Оставить как есть
roster-done = Готово: людей в файле { $people }, из них новых { $added }. Кто не нажал «старт» в чате этого бота, тому написать нельзя.
roster-left = Ничего не изменено.
roster-stale = Список тем временем изменился. Вот что файл сделает теперь.
roster-file-gone = Этот файл больше не ждёт. Пришлите его ещё раз: /roster
roster-exported = Список. В нём имена и номера: сохраните его в надёжном месте. Через час он уйдёт из этого чата.
roster-column-telegram_id = id
roster-column-role = роль
roster-column-name = имя
roster-column-languages = языки
roster-column-cities = города
roster-column-on_duty = дежурит
roster-column-phone = телефон
roster-column-escalation = список эскалации
roster-column-specialities = специализация
roster-column-calling = статус
roster-column-suspension = участие начнётся снова
roster-wrong-telegram_id = нужен номер, который даёт /id, только цифры
roster-wrong-twice = каждый человек один раз
roster-wrong-role = нужно: юрист, координатор или администратор (lawyer, coordinator, administrator)
roster-wrong-name = имя не длиннее 100 знаков, без ;
roster-wrong-languages = нужно из kk ru en, через пробел
roster-wrong-cities = нужны места страны, через ;, а это неизвестно
roster-wrong-cities-none = юристу нужен хотя бы один
roster-wrong-on_duty = нужно да или нет (yes, no)
roster-wrong-escalation = нужно да или нет (yes, no)
roster-wrong-phone = нужен номер с кодом страны, например +7 700 000 00 01
roster-wrong-phone-none = кто в списке эскалации, тому нужен номер
roster-wrong-specialities = administrative, criminal, minors, torture, migration, journalists
roster-wrong-calling = advocate, consultant или пусто
roster-wrong-cells = столько ячеек, сколько в заголовке
roster-wrong-header = столбцы как в выгрузке: telegram_id, role, name, languages, cities, on_duty, phone, escalation
roster-wrong-nobody = хотя бы один человек
roster-wrong-file = таблица, которая открывается: CSV или XLSX
roster-wrong-old-sheet = не старый и не закрытый паролем файл: сохраните как XLSX
roster-wrong-big = файл поменьше
roster-wrong-many = меньше людей: остальных отправьте вторым файлом
