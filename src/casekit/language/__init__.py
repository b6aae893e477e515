"""Texts by key, numbers, money and months as the reader's language writes them.

The only room that knows which languages there are. Others pass keys and facts::

    language.text("check-correct")
    language.number(1234.5, digits=1)      # ru: 1 234,5   en: 1,234.5

`language("ru")` sets the language of this session; so does `CASEKIT_LANG`. Texts live in
`texts/<language>/*.ftl` (Project Fluent); a new language is a new folder beside them.
"""

import sys
from types import ModuleType

from casekit.language.calling import PROGRAM_VARIABLE, program
from casekit.language.choice import (
    LANGUAGES,
    LOCALES,
    choose,
    currency,
    current,
    use,
    use_currency,
    using,
)
from casekit.language.formats import (
    chance,
    date,
    hours,
    money,
    month,
    number,
    percent,
    signed,
    signed_money,
    signed_percent,
)
from casekit.language.texts import (
    has_text,
    keys,
    open_texts,
    parse_all,
    read_again,
    render_error,
    text,
)

__all__ = [
    "LANGUAGES",
    "LOCALES",
    "PROGRAM_VARIABLE",
    "chance",
    "choose",
    "currency",
    "current",
    "date",
    "has_text",
    "hours",
    "keys",
    "money",
    "month",
    "number",
    "open_texts",
    "parse_all",
    "percent",
    "program",
    "read_again",
    "render_error",
    "signed",
    "signed_money",
    "signed_percent",
    "text",
    "use",
    "use_currency",
    "using",
]


class _CallableRoom(ModuleType):
    """Lets `ck.language("ru")` and `ck.language.text(...)` share one name."""

    def __call__(self, name: str) -> None:
        """Set the language of this session: "en" or "ru"."""
        use(name)


sys.modules[__name__].__class__ = _CallableRoom
