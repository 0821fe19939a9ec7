# Кто-то спрашивает, где человек. Ответ один и тот же, известно имя или нет.

lookup-answer = Сказать, где человек, бот не может никому: так мы бережём людей. Координатор вам перезвонит.
lookup-who = Как зовут этого человека?
lookup-who-help = Имя и фамилия, насколько знаете.
lookup-who-short = Имя
lookup-place = В каком городе этот человек был в последний раз?
lookup-place-help = Выберите город или напишите его.
lookup-place-short = Город
lookup-place-unknown = Не знаю
lookup-contact = По какому номеру вам перезвонить?
lookup-contact-help = Напишите его или отправьте; его видят только координаторы.
lookup-contact-short = Номер для звонка
lookup-contact-no = Без номера
lookup-review = Ваш вопрос у координатора.
lookup-noted = Ваш вопрос у координатора, он перезвонит, как только сможет. Если человека забрали или от него нет вестей, не ждите: сообщите здесь.
lookup-noted-without-number = Ваш вопрос у координатора. Без номера перезвонить нельзя: его ещё можно написать сюда. Если человека забрали или от него нет вестей, не ждите: сообщите здесь.
lookup-cancelled = Удалено. Никто не позвонит.
lookup-gone = Забрали или нет вестей
lookup-none = Открытых вопросов от вас нет.
lookup-made-report = Координатор завёл по вашему вопросу сообщение. Ваш код: { $code }. С ним можно вернуться с любого телефона.

lookup-head = Кто-то спрашивает, где человек. Перезвоните и ничего не говорите о деле, пока не знаете, кто спрашивает.
lookup-count = { $count ->
    [one] { $count } имя от одного человека
    [few] { $count } имени от одного человека
   *[other] { $count } имён от одного человека
}
lookup-line = • { $names } ({ $place }, спросили { $time })
lookup-unnamed = имя не названо
lookup-number = Позвонить: { $number }
lookup-numberless = Номера не оставили.
lookup-hidden = После этого чат скрыли: телефон может быть в чужих руках. На этот номер не звоните.
lookup-candidates = { $count ->
    [one] { $count } возможное дело
    [few] { $count } возможных дела
   *[other] { $count } возможных дел
}
lookup-candidate = { $number }: имя { $likeness ->
    [same] совпадает
   *[maybe] возможно, совпадает
}{ $facts }
lookup-fact-place-agrees = , город тот же
lookup-fact-place-differs = , другой город
lookup-fact-day-agrees = , день подходит
lookup-fact-day-differs = , другой день
lookup-fact-phone-agrees = , телефон тот же
lookup-fact-phone-differs = , другой телефон
lookup-fact-year-agrees = , год рождения тот же
lookup-fact-year-differs = , другой год рождения
button-candidate = Возможное дело { $number }
button-called-back = Перезвонили
button-vanished = Завести сообщение: { $name }
lookup-reported = Спрашивали, где человек: теперь это сообщение.
lookup-settled = Этот вопрос уже решён.
lookup-called-back = Спрашивали, где человек. Перезвонили: { $name }.
lookup-more = и ещё { $count } раньше; звонок решает и их
operator-no-coordinators-lookup = Кто-то спрашивает, где человек, а координаторы недоступны. Проверьте список дежурных и позвоните им.
