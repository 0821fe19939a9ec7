# Что закон разрешает тому, кого держат; сами тексты хранятся у страны.

button-rights = Что говорит закон
rights-held = Кого держат
rights-minor = Младше 18 лет
rights-foreigner = Граждане другой страны
rights-relatives = Для близких
rights-source = ({ $articles })
rights-unreviewed = Юрист ещё не проверил.
rights-rest = Остальное ({ $count })
rights-lawyer = Так написано в законе, это не совет. По вашему делу ответит юрист.
rights-none = Таких текстов пока нет. Вам ответит юрист.
