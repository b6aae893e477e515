"""What tests share: a company small enough to work out by hand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from casekit import language
from casekit.company import Case
from casekit.company.package import company_files

# What these assert is told as in a test.
pytest.register_assert_rewrite("board_page", "board_walk", "room_made", "room_page")

#: Two specialists, three accounts, two months; hours and money in round figures.
TINY = {
    "company": """key,value
name,Tiny
currency,₽
first_month,2026-01
last_month,2026-02
discount_share,0.16
""",
    "reps": """rep_id,name,region,hired_on,monthly_cost_krub
R01,Anna,North,2020-03-01,420
R02,Boris,South,2021-05-17,420
""",
    "accounts": """account_id,name,region,rep_id,segment,status,wallet_krub_per_month,main_competitor
A1,Mill,North,R01,food,our,100,
A2,Press,North,R01,print,shared,200,Tarvex
A3,Forge,South,R02,metal,competitor,300,Tarvex
""",
    "positions": """account_id,process_point,solution,wallet_krub_per_month,supplier,since_month,until_month
A1,coding,inkjet,100,us,2024-01,
A2,coding,inkjet,80,us,2024-01,
A2,sealing,heat,120,Tarvex,2024-01,
A3,coding,laser,300,Tarvex,2024-01,
""",
    "assignments": """account_id,rep_id,since_month,until_month
A1,R01,2024-01,
A2,R01,2024-01,
A3,R02,2024-01,
""",
    "reports": """month,rep_id,account_id,retention_hours,expansion_hours,conversion_hours,service_hours,travel_hours,admin_hours
2026-01,R01,A1,30,0,0,20,10,20
2026-01,R01,A2,10,10,0,10,20,20
2026-02,R01,A1,30,0,0,20,10,20
2026-02,R01,A2,10,10,0,10,20,20
2026-01,R02,A3,0,0,30,0,60,60
2026-02,R02,A3,0,0,30,0,60,60
""",
    "calendar": """month,rep_id,activity,hours
2026-01,R01,retention,30
2026-01,R01,travel,40
""",
    "sales": """month,account_id,process_point,line,revenue_krub,cost_krub
2026-01,A1,coding,consumables,100,60
2026-01,A2,coding,consumables,80.5,50
2026-02,A1,coding,consumables,100,60
2026-02,A2,coding,consumables,-5,0
""",
    "deals": """deal_id,account_id,rep_id,opened_on,offered_on,decided_on,outcome,competitor,equipment_krub
D1,A3,R02,2025-09-15,2026-01-20,,open,Tarvex,
""",
    "benchmarks": """metric,unit,reference,best_quarter,basis
retention_share,share,0.19,0.17,assumed
selling_share,share,0.41,0.44,published
service_share,share,0.18,0.15,assumed
travel_share,share,0.2,0.2,assumed
admin_share,share,0.21,0.21,assumed
""",
    "financials": """month,line,amount_krub
2026-01,revenue,180.5
2026-01,cost_of_sales,110
2026-01,reps,840
2026-02,revenue,95
2026-02,cost_of_sales,60
2026-02,reps,840
""",
}


@pytest.fixture
def tiny_texts() -> dict[str, str]:
    """CSV texts of the tiny company, to be spoilt at will."""
    return dict(TINY)


@pytest.fixture
def tiny() -> Case:
    """The tiny company as a case."""
    return Case(frames(TINY))


@pytest.fixture
def tiny_folder(tmp_path: Path) -> Path:
    """Folder with the tiny company as the kit writes it."""
    folder = tmp_path / "мои данные"
    folder.mkdir()
    for name, content in company_files(frames(TINY)).items():
        (folder / name).write_bytes(content)
    return folder


def frames(texts: dict[str, str]) -> dict[str, pd.DataFrame]:
    """Sound CSV texts as frames."""
    return {
        name: pd.read_csv(io.StringIO(text), keep_default_na=False)
        .replace("", None)
        .infer_objects()
        if name == "deals"
        else pd.read_csv(io.StringIO(text), keep_default_na=False)
        for name, text in texts.items()
    }


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test starts in English, whatever the machine speaks."""
    language.use("en")
    yield
    language.use("en")


@pytest.fixture(params=language.LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    """Each language of the kit in turn, set for the session."""
    language.use(request.param)
    return str(request.param)
