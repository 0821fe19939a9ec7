# Бір жер туралы бірнеше ұсыныс заңгер тізімінің бір жолында.

bundle-head = 📌 Бір жер туралы { $count } ұсыныс · 📍 { $place }
bundle-line = { $number }. { $priority ->
    [urgent] 🔴
    [normal] 🟡
   *[unknown] 🟠
} { $code } · { $situation } · { $who } · { $spoken }
button-bundle = ✅ Бәрін аламын ({ $count })
button-bundle-none = Ешқайсысын ала алмаймын
button-accept-number = ✅ { $number }
bundle-taken = { $count } іс енді сізде: { $codes }.{ $late ->
    [0] { "" }
   *[other] { " " }Әріптестер бұрын алып қойды: { $gone }. Рақмет.
}
