"""Submissions in, marks out; nothing that a submission says of itself is believed.

`batch` grades a folder of submissions with the `options` of a call, on the two `companies`; its
`journal` says what has been run. `intake` finds, names and unpacks submissions; `execution` runs
their notebooks through papermill, in worker processes or on a cluster; `sandbox` isolates,
supervises and limits a notebook's process; `marks` scores the recorded answers and writes every
report.
"""
