# Python of the one-file page.
inpage-output-cut = … The rest is not shown: a cell shows at most two million characters.
