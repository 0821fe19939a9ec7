# The engine's own words: controls, what was noted, what went wrong, how values are said.

form-back = ← Назад
form-skip = Пропустить
form-cancel = Отмена
form-done = Готово ✓
form-none = Ничего из этого
form-confirm = Всё верно ✓
form-left = Осталось вопросов: { $left }
form-share-place = 📍 Отправить моё место
form-share-place-text = Нажмите кнопку внизу, телефон отправит ваше место. Или напишите город.
form-share-contact = Отправить мой номер
form-share-contact-text = Нажмите кнопку внизу, телефон отправит ваш номер. Или напишите номер.

# What people type instead of pressing, separated by commas; not shown.
typed-back = назад, вернуться, вернись, шаг назад
typed-skip = пропустить, пропуск, пропусти, дальше, следующий
typed-cancel = отмена, отменить, отмени, прекратить, стоп
typed-done = готово, всё, это всё
typed-yes = да, ага, угу, верно, всё верно, правильно, можно, конечно, подтверждаю
typed-no = нет, неа, нету, нельзя, не надо, никакого, ничего, ничего из этого
typed-unknown = не знаю, незнаю, неизвестно, не помню, без понятия, не в курсе

note-understood = Записано: { $what }.
note-kept = Записано вашими словами.
note-file = Файл сохранён. Его увидит только юрист, который примет дело. Лица других людей, пожалуйста, не присылайте.
note-voice = Голос сохранён. Его услышит только юрист, который примет дело.
note-forwarded = Сохранено как пересланное, со своей датой.
note-long = Сообщение длинное, сохранено целиком.
note-invisible = В тексте были невидимые знаки. Текст сохранён как есть, прочитан без них.
note-many = Список длинный, сохранён целиком. Проверьте внизу, все ли имена сосчитаны.
note-contact-other = Это номер другого человека, так и записано.
note-place-outside = Это за пределами страны, где мы работаем. Записано; координатор посмотрит, кто может помочь.

problem-empty = Сообщение пустое. Напишите словом, что случилось или ответ на вопрос.
problem-signs = Здесь только значки. Они сохранены, но прочитать их не получится. Напишите, пожалуйста, словами.
problem-sticker = Стикер прочитать не получится. Напишите словами, пришлите голос или фото.
problem-kind = Такое сообщение прочитать не получится. Напишите словами, пришлите голос или фото.
problem-command = Такой команды нет. Есть /back, /skip, /cancel. Можно просто писать словами.
problem-number = Ответов здесь { $options }: число от 1 до { $options } или своими словами.
problem-first = Это первый вопрос, раньше ничего нет.
problem-button = Эта кнопка не читается. Вот вопрос, на который можно ответить сейчас.
problem-button-old = Эта кнопка из прежнего разговора. Ничего не изменилось; вот что спрашивается сейчас.
problem-place-unknown = Такого города в списке нет. Записано вашими словами. Напишите ближайший город или «не знаю».
problem-place-close = Такого города в списке нет. Может быть, один из этих?
problem-moment-future = Это время ещё не наступило. Когда это было?
problem-moment-impossible = Такого дня в календаре нет. Напишите дату ещё раз, например 18.09.
problem-moment-old = Это очень давно. Исправьте дату, а если она верна, пропустите вопрос.
problem-phone = Это не похоже на номер. Напишите его с кодом, например +7 701 123 45 67, или пропустите.
problem-contact-empty = В этом контакте нет номера. Напишите номер цифрами или пропустите.
problem-file-big = Файл больше 20 МБ: он останется в чате, но получить его мы не сможем. Пришлите короче или частями.

value-none = нет
value-unknown = неизвестно
value-skipped = —
value-words = вашими словами
value-names = { $names ->
    [one] { $names } имя
    [few] { $names } имени
   *[many] { $names } имён
}
value-count = { $kind ->
    [at_least] всего не меньше { $count }
    [about] всего около { $count }
   *[exact] всего { $count }
}
value-several = несколько человек
value-withheld = без имени
value-place-unknown = неизвестно где
value-place-outside = за пределами страны
value-place-point = { $place }, место на карте
value-moment-minute = { $day }, { $time }
value-moment-hour = { $day }, около { $time }
value-moment-part = { $day }, { $part ->
    [night] ночь
    [morning] утро
    [afternoon] день
   *[evening] вечер
}
value-contact = номер, последние цифры { $last }
value-files = { $files ->
    [one] { $files } файл
    [few] { $files } файла
   *[many] { $files } файлов
}
