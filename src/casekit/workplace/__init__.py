"""Where people work: JupyterLab set up for the kit, and the doctor who says what works here."""

from casekit.workplace.doctor import Finding, examine
from casekit.workplace.kit import kit_folder
from casekit.workplace.lab import open_lab

__all__ = ["Finding", "examine", "kit_folder", "open_lab"]
