# Что адвокат говорит о своём визите и что он там увидел.

person-nameless = человек { $number } без имени
case-transferred = Перевели: { $value }
case-released-at = Освободили: { $value }
