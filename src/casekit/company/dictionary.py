"""The data dictionary: every table and column in words, from the schema."""

from __future__ import annotations

from casekit.company.schema import TABLES, Column, Table
from casekit.language import text, using


def dictionary(lang: str) -> str:
    """Data dictionary as a Markdown page in a language."""
    with using(lang):
        parts = [f"# {text('dictionary-title')}", text("dictionary-lead")]
        parts.extend(_chapter(table) for table in TABLES.values())
    return "\n\n".join(parts) + "\n"


def _chapter(table: Table) -> str:
    heads = [text(f"dictionary-{head}") for head in ("column", "meaning", "unit", "allowed")]
    rows = [heads, ["---"] * len(heads)]
    rows.extend(_row(column, table) for column in table.columns)
    lines = ["| " + " | ".join(cells) + " |" for cells in rows]
    key = ", ".join(f"`{name}`" for name in table.key)
    lead = [f"## `{table.name}`", text(f"table-{table.name}")]
    if table.optional:
        lead.append(f"{text('dictionary-may-be-absent')} {text(f'buys-{table.name}')}")
    return "\n\n".join([*lead, text("dictionary-key", key=key), "\n".join(lines)])


def _row(column: Column, table: Table) -> list[str]:
    meaning = text(f"column-{table.name}-{column.name}")
    unit = text(f"unit-{column.unit}") if column.unit else ""
    return [f"`{column.name}`", meaning, unit, _allowed(column)]


def _allowed(column: Column) -> str:
    """What may stand in a column, in a few words."""
    facts = [text(f"dictionary-kind-{column.kind}")]
    if column.codes:
        facts = [", ".join(f"`{code}`" for code in column.codes)]
    elif column.refers_to:
        facts = [text("dictionary-refers", table=f"`{column.refers_to}`")]
    if column.minimum is not None and column.maximum is not None:
        facts.append(text("dictionary-range", minimum=column.minimum, maximum=column.maximum))
    elif column.minimum is not None:
        facts.append(text("dictionary-minimum", minimum=column.minimum))
    if column.optional:
        facts.append(text("dictionary-optional"))
    return "; ".join(facts)
