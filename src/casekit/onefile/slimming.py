"""What a browser's Python goes without: parts of libraries that casekit never imports.

A rule names what neither casekit nor what it calls imports; a notebook that asks for it is told
that the file does not hold it. The solved path is run without it in the tests.
"""

from __future__ import annotations

import re

from casekit.setup.pruning import is_needed

__all__ = ["is_carried"]

#: Patterns of paths below `site-packages`.
_RULES = (
    # Numerics that no model of the case uses.
    r"scipy/(stats|signal|io|interpolate|integrate|ndimage|cluster|odr|datasets|misc"
    r"|differentiate|fftpack)/",
    r"matplotlib/mpl-data/(images|fonts/(afm|pdfcorefonts)|fonts/ttf/(STIX|cm))",
    r"matplotlib/(testing|backends/web_backend)/",
    r"fontTools/(varLib|feaLib|merge|subset|ufoLib|designspaceLib|qu2cu|cu2qu|svgLib|mtiLib"
    r"|voltLib|colorLib|otlLib|tfmLib|unicodedata|diff)/",
    # Languages that no cell is written in.
    r"pygments/lexers/(?!__init__|_mapping|python|special|console|shell|html|javascript|css|data"
    r"|diff|markup|web|jvm|_)[^/]+$",
    r"numpy/(_core/lib|random/lib|random/_examples|typing/tests)/",
    r"pandera/(backends|api|engines|io|typing|accessors|strategies)/(.+/)?.*"
    r"(pyspark|polars|dask|modin|ibis|geopandas|xarray)",
    # What a kernel on a desk needs of widgets: the page has their front end.
    r"[^/]+\.data/data/share/",
    r"anywidget/(labextension|nbextension)/",
    # Types for checkers, and lists of an installer.
    r".+\.pyi$|.+/py\.typed$",
    r"[^/]+\.dist-info/(RECORD|INSTALLER|REQUESTED|WHEEL|direct_url\.json)$",
)
_LEFT_OUT = re.compile("|".join(f"(?:{rule})" for rule in _RULES))


def is_carried(path: str) -> bool:
    """Whether a wheel's file goes into the browser; its path as in the wheel."""
    return is_needed(path) and not _LEFT_OUT.match(path)
