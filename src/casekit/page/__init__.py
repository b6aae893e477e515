"""The board as a web page: one small server, one process for all readers, plans kept by a link."""

from casekit.page.serving import Page

__all__ = ["Page"]
