"""The server: granian with threads, a worker beside it, and words on where it is."""

from __future__ import annotations

import errno
import os
import socket
import time
from collections.abc import Callable
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from threading import Thread

from django.db import connections
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from communique.errors import CommuniqueError
from communique.web.serving.application import load_application
from communique.web.serving.keeping import WorkerKeeper
from communique.web.serving.place import Place

THREADS = 8
"""Pages that one process makes at once; more would only wait for each other."""

_KILL_AFTER = 15
_START = 60.0
_LOOK_EVERY = 0.05


def refuse_taken(place: Place) -> None:
    """
    Refuse a place where something listens already, or that is not ours to listen at.

    Raises:
        CommuniqueError: another program has the port, or the system does not give it.
    """
    wanted = f"port {place.port} at {place.host} to be free"
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            if os.name == "posix":  # else a server that has just left would count
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
            probe.listen()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        raise CommuniqueError(
            wanted=wanted,
            got="a program that listens there (another workspace?)" if taken else str(error.strerror or error),
            remedy=f"stop it, or choose another port: --port {place.port + 1}" if taken else "choose another",
        ) from error


def run_server(place: Place, *, processes: int, worker: bool, ready: Callable[[], None]) -> None:
    """
    Serve until a signal says to stop; call ``ready`` once the first page is answered.

    A process that dies is started again. Pages that are being made are finished before the server ends.
    """
    server = Server(
        "communique.web.wsgi:application",
        address=place.host,
        port=place.port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=processes,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=_KILL_AFTER,
        log_level=LogLevels.error,
    )
    keeper = WorkerKeeper() if worker else None
    connections.close_all()  # the processes to come must not share them
    if keeper:
        server.on_startup(keeper.start)
        server.on_shutdown(keeper.stop)
    server.on_startup(Thread(target=_tell, args=(place, ready), name="first page", daemon=True).start)
    try:
        server.serve(target_loader=load_application, wrap_loader=False)
    except BaseException:
        if keeper:
            keeper.stop()
        raise


def _tell(place: Place, ready: Callable[[], None]) -> None:
    if answers(place, patience=_START):
        ready()


def answers(place: Place, *, patience: float = 0.0) -> bool:
    """Tell whether the server answers, now or before patience (in seconds) is out."""
    until = time.monotonic() + patience
    while True:
        connection = HTTPConnection(place.reached, place.port, timeout=5)
        with suppress(OSError, HTTPException), closing(connection):
            connection.request("GET", "/healthz", headers={"Host": "localhost"})
            return connection.getresponse().status < 500  # noqa: PLR2004 - faults of the server begin there
        if time.monotonic() >= until:
            return False
        time.sleep(_LOOK_EVERY)
