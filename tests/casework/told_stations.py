"""One station as people name it in three languages, in a first message; and as it is called for those who read of it."""

TOLD = {
    "ru": "полиция задержала Дану Выдуманову в Алматы, её держат в Алмалинском РОВД",
    "en": "police took Rita Made-Up in Almaty, she is held at the Almaly police station",
    "kk": "Алматыда полиция Сара Ойданды ұстап әкетті, Алмалы ПБ-да ұстап отыр",
}
ELSEWHERE = {
    "ru": "полиция задержала Тимура Придуманного в Алматы, его держат в Медеуском рувд",
    "en": "police took Timur Invented in Almaty, he is being held at Medeu police station",
    "kk": "Алматыда полиция Тимур Ойданды ұстап әкетті, Медеу ПБ-да отыр",
}
CALLED = {
    "ru": "отдел полиции, Алмалинский район",
    "en": "police station, Almaly District",
    "kk": "полиция бөлімі, Алмалы ауданы",
}
