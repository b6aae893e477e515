"""The process a notebook runs in: forked from a warm server, isolated, supervised and limited.

`supervisor` is the outside of a run, `kernel` the inside; `forkserver` forks one from the other,
`lockdown` isolates it by the Linux calls of `syscalls`, within the `limits` given.
"""
