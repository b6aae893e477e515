"""Parts of invented names; data only.

Every town, brand and company here is made up. The Russian form is the source: its Latin twin is
transliterated by `names.transliterate`, so the two always agree. What is not a proper name
(a kind of plant, a segment, a process point) is written natively in both languages.

All companies sell one business: lines that dose, mark, seal, inspect, palletise and wash, with
consumables and service.
"""

# Lists of words are formatted by hand to stay readable.
# ruff: noqa: SIM905

from __future__ import annotations

#: A name in the tables (plain ASCII) and as a Russian reader writes it.
Pair = tuple[str, str]

#: The company that ships with the kit. A packer's pun: "tara" is packaging.
SHIPPED_COMPANY: Pair = ("Tarvelis", "Тарвелис")

COMPANIES: tuple[str, ...] = (
    "Фасверта",
    "Линовеста",
    "Ортавия",
    "Дозариум",
    "Велитара",
    "Мерсанта",
    "Укупорис",
    "Таролинт",
    "Конвелия",
    "Паралинт",
    "Фасторика",
    "Ровеника",
)

COMPETITORS: tuple[str, ...] = (
    "Невтара",
    "Дозервик",
    "Орбилент",
    "Палетория",
    "Стромарк",
    "Кодалис",
    "Вестофас",
    "Гермолент",
    "Трассеника",
    "Моеста",
    "Ламинора",
    "Эталинт",
)

REGIONS: tuple[str, ...] = (
    "Заречье",
    "Приозерье",
    "Верховье",
    "Подгорье",
    "Залесье",
    "Междуречье",
    "Понизовье",
    "Краснолесье",
    "Загорье",
    "Приволье",
)

SEGMENTS: tuple[Pair, ...] = (
    ("food", "продукты питания"),
    ("beverages", "напитки"),
    ("household chemicals", "бытовая химия"),
    ("building mixes", "строительные смеси"),
    ("feed", "корма"),
    ("cosmetics", "косметика"),
)

#: How the accounts divide between the segments, in the order of `SEGMENTS`.
SEGMENT_SHARES: tuple[float, ...] = (0.34, 0.18, 0.14, 0.12, 0.12, 0.10)

PROCESS_POINTS: tuple[Pair, ...] = (
    ("dosing", "дозирование"),
    ("marking", "маркировка"),
    ("sealing", "запайка и укупорка"),
    ("inspection", "контроль качества"),
    ("palletising", "паллетирование"),
    ("washing", "мойка линий"),
)

SOLUTIONS: dict[str, tuple[Pair, ...]] = {
    "dosing": (
        ("piston dosers", "поршневые дозаторы"),
        ("multihead weighers", "мультиголовочные весы"),
        ("flowmeter fillers", "розлив по расходомеру"),
    ),
    "marking": (
        ("inkjet coders", "каплеструйные маркираторы"),
        ("laser coders", "лазерные маркираторы"),
        ("print-and-apply labellers", "принтеры-аппликаторы этикеток"),
    ),
    "sealing": (
        ("tray sealers", "запайщики лотков"),
        ("flow wrappers", "горизонтальные упаковщики"),
        ("rotary cappers", "роторные укупорщики"),
    ),
    "inspection": (
        ("metal detectors", "металлодетекторы"),
        ("checkweighers", "контрольные весы"),
        ("vision control", "машинное зрение"),
    ),
    "palletising": (
        ("robot palletisers", "роботы-паллетайзеры"),
        ("stretch wrappers", "паллетообмотчики"),
    ),
    "washing": (
        ("cleaning-in-place stations", "станции безразборной мойки"),
        ("foam washing", "пенная мойка"),
        ("tunnel washers", "туннельные мойки"),
    ),
}

#: Invented towns, all in "-sk": the adjective is regular.
TOWNS: tuple[str, ...] = tuple(
    """
    Вершанск Торельск Лугавинск Калинярск Озеряновск Каменежск Мелеховск Нежданск Поречинск
    Ракитовск Светлоярск Северянск Тихоречинск Ужовск Шелонинск Яблоневск Берестовск Боровлянск
    Верескинск Волошинск Громовск Грушевск Долиновск Ельниковск Журавинск Зимоградск Зорянск
    Ивняковск Кедринск Кленовск Ключевинск Колосовск Купавинск Луговинск Мостовинск Окатовск
    Осинорск Песчановск Полынск Речанск Рябинорск Сиверинск Снежарск Солоновск Степнинск
    Стрижовск Тополинск Травнинск Туманинск Угорянск Целинярск Шиповск Юрасовск Явринск
    Янтаринск Вязовинск Дубнянск Ковылинск Лозовинск Обухнинск Ручьянск Сухоборск Ясенинск
    """.split()
)

#: Kinds of plant by segment: grammatical gender of the Russian noun, English, Russian.
PLANTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "food": (
        ("m", "Dairy", "молочный комбинат"),
        ("m", "Bakery", "хлебозавод"),
        ("f", "Confectionery", "кондитерская фабрика"),
        ("m", "Meat Works", "мясокомбинат"),
        ("m", "Cannery", "консервный завод"),
        ("f", "Pasta Factory", "макаронная фабрика"),
        ("m", "Flour Mill", "мукомольный завод"),
        ("f", "Poultry Farm", "птицефабрика"),
    ),
    "beverages": (
        ("m", "Brewery", "пивоваренный завод"),
        ("m", "Mineral Waters", "завод минеральных вод"),
        ("m", "Juice Works", "соковый завод"),
        ("f", "Tea Factory", "чайная фабрика"),
    ),
    "household chemicals": (
        ("m", "Household Chemicals", "завод бытовой химии"),
        ("m", "Soap Works", "мыловаренный завод"),
        ("m", "Paint Works", "лакокрасочный завод"),
    ),
    "building mixes": (
        ("m", "Dry Mixes", "завод сухих смесей"),
        ("m", "Gypsum Works", "гипсовый завод"),
        ("m", "Cement Works", "цементный завод"),
        ("m", "Lime Works", "известковый завод"),
    ),
    "feed": (
        ("m", "Feed Mill", "комбикормовый завод"),
        ("f", "Pet Food Factory", "фабрика зоокормов"),
        ("m", "Premix Works", "завод премиксов"),
    ),
    "cosmetics": (
        ("f", "Cosmetics Factory", "косметическая фабрика"),
        ("f", "Perfume Factory", "парфюмерная фабрика"),
        ("m", "Hygiene Products", "завод средств гигиены"),
    ),
}

#: Second halves of one-word names by segment: town stem + this.
COMPOUNDS: dict[str, tuple[str, ...]] = {
    "food": ("прод", "хлеб", "молоко", "мясо", "птица"),
    "beverages": ("пиво", "квас", "минвода"),
    "household chemicals": ("химпром", "бытхим", "мыло"),
    "building mixes": ("строймикс", "гипс", "бетон"),
    "feed": ("корм", "зерно", "комбикорм"),
    "cosmetics": ("косметик", "парфюм"),
}

#: First and second halves of invented brands.
BRAND_STARTS: tuple[str, ...] = tuple(
    "Лад Вел Мир Тал Зор Дар Рос Люб Рад Дол Вер Зел Мар Лин Сол Тар Кар Бел".split()
)
BRAND_ENDS: tuple[str, ...] = tuple(
    "омира оника елина ивея ожель одея увита инея омила ентия авея игора".split()
)

#: What a brand makes, by segment: English and Russian patterns.
BRANDS: dict[str, tuple[Pair, ...]] = {
    "food": (
        ("{} Foods", "Продукты {}"),
        ("{} Agro", "Агрофирма {}"),
        ("{} Sweets", "Сладости {}"),
    ),
    "beverages": (("{} Drinks", "Напитки {}"), ("{} Springs", "Источник {}")),
    "household chemicals": (("{} Chemicals", "Химия {}"), ("{} Home Care", "Чистота {}")),
    "building mixes": (("{} Mixes", "Стройсмеси {}"), ("{} Build", "Стройматериалы {}")),
    "feed": (("{} Feeds", "Корма {}"), ("{} Grain", "Зерно {}")),
    "cosmetics": (("{} Cosmetics", "Косметика {}"), ("{} Laboratories", "Лаборатория {}")),
}

MEN: tuple[str, ...] = tuple(
    """
    Алексей Андрей Антон Артём Борис Вадим Валерий Виктор Виталий Глеб Григорий Даниил Денис
    Евгений Егор Иван Игорь Ильдар Илья Кирилл Константин Леонид Максим Марат Михаил Никита
    Николай Олег Павел Пётр Роман Руслан Семён Сергей Станислав Степан Тимур Фёдор Юрий Ярослав
    """.split()
)
WOMEN: tuple[str, ...] = tuple(
    """
    Алина Алла Анастасия Анна Вера Вероника Галина Дарья Диана Евгения Екатерина Елена Жанна
    Зоя Инна Ирина Карина Кира Ксения Лариса Лидия Любовь Людмила Марина Мария Надежда Наталья
    Нина Оксана Ольга Полина Регина Светлана София Тамара Татьяна Ульяна Элина Юлия Яна
    """.split()
)
#: Surnames of men; a woman's ends in "-a" where Russian grammar says so.
SURNAMES: tuple[str, ...] = tuple(
    """
    Аверкин Аксютин Бакланов Бобрышев Валитов Веденеев Вихров Вишневцев Галушин Глушаков
    Горшенин Гребнев Дорофеев Дьяконов Ельчанинов Ермилов Жарков Жилкин Загребин Зайченко
    Засыпкин Игнашин Казьмин Клочихин Кожемякин Костылев Кругликов Крутиков Кузовлев Ладыгин
    Латыпов Лешуков Лукошкин Мальков Мартюшев Мезенцев Мухаметов Наседкин Нефёдкин Осокин Паутов
    Пестерев Рябинкин Савостин Сагитов Сапожков Селивёрстов Симбирцев Ситников Скоробогатько
    Слепцов Старостенко Стахеев Сундуков Терещук Тетерин Тихомолов Тюрин Уваркин Угрюмов Федулов
    Фирсанов Хохряков Цыплаков Чекмарёв Черемных Шадрунов Шевелёв Широбоков Шишкарёв Щербинин
    Юдаков Яхонтов Ясенев
    """.split()
)
