# Несколько предложений об одном месте в одной строке списка юриста.

bundle-head = 📌 Об одном месте, предложений: { $count } · 📍 { $place }
bundle-line = { $number }. { $priority ->
    [urgent] 🔴
    [normal] 🟡
   *[unknown] 🟠
} { $code } · { $situation } · { $who } · { $spoken }
button-bundle = ✅ Беру все ({ $count })
button-bundle-none = Ни одного
button-accept-number = ✅ { $number }
bundle-taken = { $count ->
    [one] { $count } дело теперь ваше: { $codes }.
    [few] { $count } дела теперь ваши: { $codes }.
   *[many] { $count } дел теперь ваши: { $codes }.
}{ $late ->
    [0] { "" }
   *[other] { " " }Уже у коллег: { $gone }. Спасибо.
}
