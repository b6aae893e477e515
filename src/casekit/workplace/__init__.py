"""Where people work: JupyterLab set up for the kit, the board as a page, and the doctor."""

from casekit.workplace.app import open_app
from casekit.workplace.doctor import Examination, examine
from casekit.workplace.kit import kit_folder
from casekit.workplace.lab import open_lab

__all__ = ["Examination", "examine", "kit_folder", "open_app", "open_lab"]
