# Заңгер барғаны туралы және онда не көргені туралы не айтады.

person-nameless = аты белгісіз { $number }-адам
case-transferred = Ауыстырды: { $value }
case-released-at = Босатты: { $value }
