# Этап Б: несколько вопросов без спешки, через часы после открытия дела или когда их задаёт член организации.

later-invited = Когда будет спокойная минута: { $count ->
    [1] один вопрос
    [few] { $count } коротких вопроса
   *[other] { $count } коротких вопросов
}, которые помогут юристу. Каждый можно пропустить.
later-asked = { $role ->
    [coordinator] Координатор спрашивает:
   *[other] Адвокат спрашивает:
}
    { $question }
later-answer = Ответить
later-never = Больше не спрашивать
later-no-more = Больше вопросов не будет. Писать можно в любое время.
later-none = Отвечать уже не на что.
later-thanks = Спасибо, это помогает. Сейчас больше ничего не нужно.
later-review = Всё верно?

later-delivered = Когда человека доставили в отдел?
later-delivered-help = Время, насколько знаете: «около 15:00», «вчера вечером».
later-delivered-short = Доставили в отдел
later-delivered-unknown = Не знаю
later-protocol = Когда составили протокол задержания? Время, которое в нём стоит, если знаете.
later-protocol-help = Время, насколько знаете.
later-protocol-short = Протокол составлен
later-protocol-unknown = Не знаю
later-decision = Показали ли постановление или решение?
later-decision-help = Выберите.
later-decision-short = Показали решение
later-decision-shown = Да, показали
later-decision-refused = Отказались показать
later-decision-unasked = Никто не просил
later-decision-unknown = Не знаю
later-stated = Какую причину назвали? Статью, если её назвали.
later-stated-help = Своими словами.
later-stated-short = Названная причина
later-treatment = Били ли кого-то, угрожали, не пускали врача? Что, кто, что видно?
later-treatment-help = Своими словами и только если хотите.
later-treatment-short = Как обращаются
later-perpetrators = Кто забрал?
later-perpetrators-help = Отметьте всё, что подходит, затем «Готово».
later-perpetrators-short = Кто это сделал
later-perpetrators-police = Полиция
later-perpetrators-special = Спецподразделение
later-perpetrators-guard = Национальная гвардия
later-perpetrators-security = КНБ
later-perpetrators-officials = Местные чиновники
later-perpetrators-private = Частная охрана
later-perpetrators-plain = В штатском, не представились
later-perpetrators-unknown = Не знаю
later-marks = По чему их можно узнать: номер машины, жетон, имя, подразделение, форма?
later-marks-help = Своими словами.
later-marks-short = Номера, жетоны, форма
later-held = Где держали, с какого и по какое время?
later-held-help = Одно место за другим, как знаете.
later-held-short = Где держали
later-told = Сообщили ли семье? Кому, когда, кто?
later-told-help = Своими словами.
later-told-short = Сообщили семье
later-property = Забрали что-нибудь или к чему-то принуждали?
later-property-help = Отметьте всё, что подходит, затем «Готово».
later-property-short = Забрали или принудили
later-property-things = Забрали вещи или документы
later-property-phone = Забрали телефон
later-property-unlock = Заставили разблокировать телефон
later-property-sign = Заставили подписать
later-acknowledged = Подтверждают ли, что человек у них?
later-acknowledged-help = Выберите.
later-acknowledged-short = Подтверждают ли
later-acknowledged-contact = Да, можно говорить или видеться
later-acknowledged-shut = Да, но никого не пускают
later-acknowledged-concealed = Не говорят, где
later-acknowledged-denied = Говорят, что у них никого нет
later-acknowledged-there = Говорят, что человек у них
later-acknowledged-unknown = Не знаю
later-born = Когда человек родился или сколько ему лет? Какое гражданство?
later-born-help = Например: 1985, Казахстан.
later-born-short = Рождение, гражданство
later-spellings = Как полное имя записано в документах, с отчеством?
later-spellings-help = И другие написания, если есть.
later-spellings-short = Имя по документам
later-traits = Относится ли человек к кому-то из них?
later-traits-help = Отметьте всё, что подходит, затем «Готово».
later-traits-short = Кто этот человек
later-traits-defender = Правозащитник
later-traits-journalist = Журналист
later-traits-union = Из профсоюза
later-traits-party = Из партии или движения
later-traits-religious = Из религиозной общины
later-traits-relative = Родственник такого человека
later-traits-demonstrator = Был на собрании
later-traits-bystander = Проходил мимо
later-traits-disability = С инвалидностью
later-traits-migrant = Мигрант или беженец
later-event = По какому поводу это было и что человеку помешали сделать?
later-event-help = Например: прийти на собрание, снимать, выйти из дома.
later-event-short = По какому поводу

button-wants = Спросить сообщившего…
later-which = { $code }: что спросить? Сообщившие получат вопрос там, где писать разрешено.
later-all-known = { $code }: всё это уже известно.
case-delivered = Доставили в отдел: { $value }
case-protocol = Протокол составлен: { $value }
case-decision = Показали решение: { $value }
case-stated = Названная причина: { $value }
case-treatment = Обращение: { $value }
case-perpetrators = Кто это сделал: { $value }
case-marks = Номера, жетоны, форма: { $value }
case-held = Где держали: { $value }
case-told = Сообщили семье: { $value }
case-property = Забрали или принудили: { $value }
case-acknowledged = Подтверждают ли: { $value }
case-born = Рождение, гражданство: { $value }
case-spellings = Имя по документам: { $value }
case-traits = Кто этот человек: { $value }
case-event = По какому поводу: { $value }
