"""The participant's path as one HTML file: Python, libraries, kit and page in it.

`write_one_file` takes what a participant's pack holds, puts beside it the browser's Python, each
file of it held against `browser.lock`, and writes a page that opens from disk without a server.
Nothing that participants run needs this room; what runs in the page is the room `inpage`.
"""

from casekit.onefile.writing import Company, OneFile, drawn_for_exam, write_one_file, write_site

__all__ = ["Company", "OneFile", "drawn_for_exam", "write_one_file", "write_site"]
