"""Python of the one-file page: cells, widgets and files of a reader, in a worker of the browser.

The page's own program (`board/browser/src/path`) starts it and speaks to it in JSON.
"""

from casekit.inpage.kernel import PageKernel

__all__ = ["PageKernel"]
