# Участники с двумя адресами. $first, $other и $messenger – названия мессенджеров, например Signal.

addresses-one = Вас спрашивают в { $first }. Если добавить второй мессенджер, вас спросят там, как только { $first } не доставит вызов.
addresses-two = Сначала вас спрашивают в { $first }. Если он не доставит вызов – сразу в { $other }. Работать можно в обоих чатах.
addresses-changed-there = Какой мессенджер первый, выбирают в чате { $first }.
button-address-add = Добавить другой мессенджер
button-address-first = Сначала { $other }
button-address-remove = Убрать { $other }
address-word = Отправьте слово, которое ниже, боту в другом мессенджере за { $minutes } минут. Потом вернитесь сюда и подтвердите.
address-number = Ваше число: { $number }. Подтвердите его в том чате, где вы получили слово.
address-asked = Кто-то отправил ваше слово в { $messenger }. На том экране число { $number }? Тогда это вы.
button-address-yes = Да, { $number } – это я
button-address-no = Это не я
address-added = Добавлено: { $other }. Сначала вас по-прежнему спрашивают здесь.
address-here = { $organisation } теперь знает вас и в этом чате. Что можно делать: /help.
address-not = Не добавлено. Слово больше не действует.
address-same = Этот чат тоже в { $messenger }. Отправьте слово из другого мессенджера.
address-gone = Это слово больше не действует. Новое: /addresses в вашем первом чате.
address-taken = Этот чат уже есть в списке.
address-removed = Убрано: { $other }. Показанное там удаляется.
address-told = { $name }: можно найти и в { $other }.
address-told-removed = { $name }: в { $other } больше нет.
members-reached = Где найти: { $names }
timer-word-over = Забыть слово для другого адреса
receipt-delivered = доставлено { $time }
receipt-read = прочитано { $time }
receipt-none = не доставлено
