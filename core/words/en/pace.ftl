# Several offers of one place in one row of a lawyer's list.

bundle-head = 📌 { $count } offers of one place · 📍 { $place }
bundle-line = { $number }. { $priority ->
    [urgent] 🔴
    [normal] 🟡
   *[unknown] 🟠
} { $code } · { $situation } · { $who } · { $spoken }
button-bundle = ✅ Take all ({ $count })
button-bundle-none = None of these
button-accept-number = ✅ { $number }
bundle-taken = { $count ->
    [one] { $count } case is yours: { $codes }.
   *[other] { $count } cases are yours: { $codes }.
}{ $late ->
    [0] { "" }
    [one] { " " }A colleague had taken { $gone } before. Thank you.
   *[other] { " " }Colleagues had taken { $gone } before. Thank you.
}
