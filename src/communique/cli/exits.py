"""What a command's exit status says."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """
    The exit statuses of every command.

    ``READ``: everything was read. ``SET_ASIDE``: some records were set aside, each named with its reason on standard
    error; the rest was read. ``USAGE``: the command line or a table of the user's does not fit. ``NOTHING``: nothing
    could be read. ``STOPPED``: the work broke off (a worker died, a disk is full); the output file is as it was before.
    ``INTERRUPTED``: by the user. ``PIPE_CLOSED``: whoever read the output left.
    """

    READ = 0
    SET_ASIDE = 1
    USAGE = 2
    NOTHING = 3
    STOPPED = 4
    INTERRUPTED = 130
    PIPE_CLOSED = 141


EXITS_IN_BRIEF = (
    "Exit status: 0 all read · 1 some records set aside · 2 usage · 3 nothing could be read · "
    "4 broken off, output as before · 130 interrupted"
)
