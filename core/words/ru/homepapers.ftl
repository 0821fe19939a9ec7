# Документы для органов и судов: чего в них недостаёт, о чём для них спрашивают, что в жалобе отмечают.

paper-field-organisation-name = название организации
paper-field-signer-name = кто подписывает
paper-field-signer-office = должность того, кто подписывает
paper-field-overrun-length = какой срок истёк
paper-field-overrun-article = статья о сроке
paper-field-calls = звонки в отделы
paper-field-answers-request = о чём просите
paper-field-answers-circumstance = какое обстоятельство это установит
paper-field-answers-violation = почему это незаконно
paper-field-answers-act = что обжалуется
paper-field-answers-learned = когда об этом стало известно
paper-field-answers-court = какой суд
paper-ask-answers-request = О чём вы просите? Одна ясная просьба, словами: «отменить …», «приобщить …».
paper-ask-answers-circumstance = Какое обстоятельство это должно установить?
paper-ask-answers-violation = Что в этом незаконно и почему? Одно-два предложения, так, как это встанет в документ.
paper-ask-answers-act = Что обжалуется? Решение, действие или бездействие: чьё, какое, от какого дня.
paper-ask-answers-learned = Когда вы об этом узнали? День и час: с него идёт срок.
paper-ask-answers-court = Какой суд рассматривает? Полное название.

paper-field-grounds-protocol-late = протокол составлен поздно
paper-field-grounds-protocol-unseen = протокол просили показать и не показали
paper-field-grounds-times-differ = времена не сходятся
paper-field-grounds-rights-unexplained = права не разъяснены
paper-field-grounds-counsel-refused = защитника не пустили
paper-field-grounds-no-private-talk = наедине поговорить не дали
paper-field-grounds-relatives-untold = родным не сообщили
paper-field-grounds-parents-untold = родителям не сообщили
paper-field-grounds-embassy-untold = посольству не сообщили
paper-field-grounds-no-phone-notice = звонка нет в протоколе
paper-field-grounds-no-medical = нет медосвидетельствования
paper-field-grounds-ill-treatment = жестокое обращение
paper-field-grounds-no-delivery-certificate = нет справки о доставлении
paper-field-grounds-no-release-certificate = нет справки об освобождении
paper-field-grounds-decision-refused = решение показать отказались
paper-field-grounds-copies-refused = копии выдать отказались
paper-field-grounds-registration-refused = регистрировать отказались
