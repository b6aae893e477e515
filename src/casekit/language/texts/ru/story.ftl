# Глоссарий к тексту кейса.
glossary-title = Глоссарий
glossary-lead = Слова в том значении, в каком они стоят в текстах, блокнотах и данных этого кейса.
glossary-term = Термин
glossary-in-en = По-английски
glossary-in-ru = По-русски
glossary-meaning = Значение
