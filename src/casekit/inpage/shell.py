"""IPython's shell whose outputs go to the page."""

from __future__ import annotations

from types import ModuleType, SimpleNamespace
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Any as AnyTrait
from traitlets import Type

from casekit.inpage.telling import Teller, plain_data

__all__ = ["PageShell"]


class _Hook(DisplayHook):
    """What a cell's last line gives."""

    teller: Teller
    _bundle: tuple[dict[str, Any], dict[str, Any]] = ({}, {})

    def start_displayhook(self) -> None:
        self._bundle = ({}, {})

    def write_output_prompt(self) -> None:
        """The page numbers its cells itself."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self._bundle = (plain_data(format_dict), md_dict or {})

    def finish_displayhook(self) -> None:
        data, metadata = self._bundle
        if data:
            self.teller.output({"output_type": "execute_result", "data": data,
                                "metadata": metadata,
                                "execution_count": self.prompt_count})  # fmt: skip


class _Publisher(DisplayPublisher):
    """What cells and widgets display."""

    teller: Teller

    def publish(self, data: Any, metadata: Any = None, source: Any = None, *, transient: Any = None,
                update: bool = False, **keys: Any) -> None:  # fmt: skip
        shown = {"data": plain_data(data), "metadata": metadata or {}}
        display = (transient or {}).get("display_id")
        if update:
            self.teller.tell("update", (), display=display, **shown)
        else:
            self.teller.output({"output_type": "display_data", **shown}, display)

    def clear_output(self, wait: bool = False) -> None:
        self.teller.clear(wait)


class PageShell(InteractiveShell):
    """The one shell of the page; each notebook has names of its own."""

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)
    #: The page keeps every change at once.
    saves_itself = True
    #: Who asks whether a notebook runs it looks for a kernel.
    kernel = AnyTrait()

    def attach(self, teller: Teller) -> None:
        """Send outputs to the page."""
        self._teller = teller
        self._modules: dict[str, ModuleType] = {}
        self.displayhook.teller = self.display_pub.teller = teller
        self.kernel = SimpleNamespace(
            shell=self,
            get_parent=lambda *_: {"header": {"msg_id": str(teller.run)}},
        )

    def enter(self, notebook: str) -> None:
        """Take up the names of a notebook."""
        module = self._modules.get(notebook)
        if module is None:
            module = self._modules[notebook] = ModuleType("__main__")
            self.user_module, self.user_ns = module, module.__dict__
            self.init_sys_modules()
            self.init_user_ns()
        else:
            self.user_module, self.user_ns = module, module.__dict__
            self.init_sys_modules()

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        self._teller.output({
            "output_type": "error",
            "ename": getattr(etype, "__name__", str(etype)),
            "evalue": str(evalue),
            "traceback": list(stb),
        })  # fmt: skip

    def enable_gui(self, gui: Any = None) -> None:
        """Pictures are shown below their cell; there are no windows."""

    def init_history(self) -> None:
        """No history on a disk that is gone with the page."""
        self.config.HistoryManager.enabled = False
        super().init_history()
