# Что забывается и что хранится независимо от срока.

case-forgotten = { $code }: имена и слова удалены { $day }. Числа остались.
case-preserved = 🔒 Хранится для суда{ $ends ->
    [no] {""}
   *[yes] {" "}до { $until }
}: { $why }
button-preserve = Хранить для суда
button-forget = Забыть это дело
preserving-reason = Почему это дело нужно хранить независимо от срока? Суд, расследование, жалоба …
preserving-reason-short = Причина
preserving-reason-help = Одно предложение. Оно останется на карточке дела и в истории с вашим именем.
preserving-reason-required = Нужна причина; /cancel оставит дело с обычным сроком.
preserving-review = Проверьте.
preserve-done = 🔒 { $code } хранится, пока кто-нибудь не снимет запрет на удаление. Есть ли срок?
preserve-is = 🔒 { $code } хранится{ $ends ->
    [no] , пока запрет на удаление не снимут
   *[yes] {" "}до { $until }
}. До этого ничего из него не удаляется.
preserve-none = { $code }: запрета на удаление нет.
preserve-late = { $code }: запрет уже стоит, или дела больше нет.
preserve-cancelled = Запрет не поставлен.
preserve-lift-sure = Снять запрет на удаление { $code }? Тогда то, чему вышел срок, ночью удалится навсегда.
preserve-lifted = { $code }: запрет на удаление снят.
preserve-nothing = Дел, которые нельзя удалять, нет. Это отмечают на открытом вами деле.
preserve-list = Хранится независимо от срока: { $count }
preserve-line = • { $code } · с { $since } · { $ends ->
    [no] пока не снимут
   *[yes] до { $until }
} · { $name }
button-until-half = 6 месяцев
button-until-year = 1 год
button-until-years = 3 года
button-lift = Снять запрет на удаление
forget-who = { $code }: все имена, слова и файлы удалятся навсегда. Числа останутся. Кто об этом просит?
forget-sure = Забыть { $code } сейчас? Вернуть будет нельзя. Чат сообщившего очистим, насколько позволяет Telegram.
forget-begun = { $code }: удаляем.
forget-held = { $code } хранится для суда: удалять ничего нельзя. Сначала снимите запрет.
forget-stopped = { $code } теперь хранится для суда, поэтому забывание остановлено. Удалённое до этого не вернуть; чтобы забыть остальное, снимите запрет и попросите об этом снова.
button-forget-sure = Забыть навсегда
button-keep-held = Хранить дальше
button-forget-not = Не удалять
line-emptied = удалено по правилам хранения
line-hold = хранится для суда: { $why }
line-hold-ends = запрет на удаление действует до { $why }
line-hold-lifted = запрет на удаление снят
line-forgotten = удалено: { $why }
forgotten-help = кто помогал, согласия, письма, чей это чат
forgotten-papers = документы по делу
forgotten-files = фото, голосовые, файлы
forgotten-words = имена и слова, по сроку
forgotten-person = Сам задержанный
forgotten-family = Семья
forgotten-danger = Хранить опасно
