# Документы: из чего они составлены и о чём для них спрашивают. Читают участники организации.

paper-not-known = [неизвестно: { $what }]
paper-field-other = ещё одно сведение
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
paper-origin-paper = документ, прочёл(ла) { $name }
paper-origin-other = само дело
operator-paper-broken = Шаблон { $paper } ({ $language }) не заполняется (документ { $id }). Посмотрите: dabyl paper check.
