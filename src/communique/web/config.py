"""What whoever runs a workspace decides: by the environment, and by a folder beside the store."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from communique.errors import CommuniqueError
from communique.wiring.settings import load_settings

KEY_FILE = "communique-secret-key"
"""The file beside an embedded store that keeps the key which signs links and sessions."""

_SHORTEST_KEY = 50
_YES = frozenset({"1", "true", "yes", "on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WebConfig:
    """
    What whoever runs a workspace decides.

    ``store`` is a path or the address of a PostgreSQL database. ``address`` is where readers find the workspace
    (``https://desk.example``), empty for this machine alone; letters then lead to ``served``, where ``communique
    serve`` says that it listens. ``proxies`` counts the proxies in front whose forwarded headers are believed: one
    where readers come by HTTPS, which only a proxy speaks, else none. ``mail`` is the address of a mail server
    (``smtp://…``), empty where no mail is sent. ``sender`` is whom mail comes from. ``media`` is the folder of files
    waiting to be read.
    """

    store: str
    secret_key: str = field(repr=False)
    address: str = ""
    served: str = ""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    proxies: int = 0
    mail: str = field(default="", repr=False)
    sender: str = "communique@localhost"
    title: str = "communique"
    debug: bool = False
    media: Path = Path("communique-files")

    @property
    def secure(self) -> bool:
        """Tell whether readers come by HTTPS, so that cookies must not go another way."""
        return self.address.startswith("https://")


def load_config(environment: Mapping[str, str] | None = None) -> WebConfig:
    """
    Give what the environment decides.

    ``COMMUNIQUE_CORPUS`` or ``DATABASE_URL`` (the store), ``COMMUNIQUE_ADDRESS``, ``COMMUNIQUE_SERVED_AT``,
    ``COMMUNIQUE_HOSTS`` (separated by commas), ``COMMUNIQUE_PROXIES``, ``COMMUNIQUE_SECRET_KEY``, ``COMMUNIQUE_MAIL``,
    ``COMMUNIQUE_SENDER``, ``COMMUNIQUE_TITLE``, ``COMMUNIQUE_DEBUG``, ``COMMUNIQUE_FILES``. Without a secret key one is
    made and kept beside the embedded store; a store on a server needs one named, since several machines must share it.

    Raises:
        CommuniqueError: something there does not read as what it should be.
    """
    environment = os.environ if environment is None else environment
    store = load_settings(environment=environment).corpus
    address = environment.get("COMMUNIQUE_ADDRESS", "").rstrip("/")
    return WebConfig(
        store=store,
        secret_key=environment.get("COMMUNIQUE_SECRET_KEY") or _kept_key(store),
        address=_checked(address),
        served=environment.get("COMMUNIQUE_SERVED_AT", "").rstrip("/"),
        hosts=_hosts(environment.get("COMMUNIQUE_HOSTS", ""), address),
        proxies=_count(environment.get("COMMUNIQUE_PROXIES") or ("1" if address.startswith("https://") else "0")),
        mail=environment.get("COMMUNIQUE_MAIL", ""),
        sender=environment.get("COMMUNIQUE_SENDER") or f"communique@{urlsplit(address).hostname or 'localhost'}",
        title=environment.get("COMMUNIQUE_TITLE") or "communique",
        debug=environment.get("COMMUNIQUE_DEBUG", "").lower() in _YES,
        media=Path(environment.get("COMMUNIQUE_FILES") or _beside(store, "communique-files")),
    )


def _beside(store: str, name: str) -> Path:
    return Path.cwd() / name if "://" in store else Path(store).expanduser().resolve().parent / name


def _checked(address: str) -> str:
    parts = urlsplit(address)
    if address and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query):
        raise CommuniqueError(
            wanted="COMMUNIQUE_ADDRESS as readers type it, like https://desk.example", got=f"“{address}”"
        )
    return address


def _hosts(named: str, address: str) -> tuple[str, ...]:
    own = tuple(host.strip() for host in named.split(",") if host.strip())
    of_address = (urlsplit(address).hostname or "",) if address else ()
    return tuple(dict.fromkeys(filter(None, (*own, *of_address, "localhost", "127.0.0.1", "[::1]"))))


def _count(words: str) -> int:
    if not words.isdecimal():
        raise CommuniqueError(wanted="a number of proxies in COMMUNIQUE_PROXIES", got=f"“{words}”")
    return int(words)


def _kept_key(store: str) -> str:
    """Give the key kept beside an embedded store, made with the first call and readable by its owner alone."""
    if "://" in store:
        raise CommuniqueError(
            wanted="COMMUNIQUE_SECRET_KEY, which signs links and sessions",
            got="none, and a store on a server keeps none beside it",
            remedy='make one: python -c "import secrets; print(secrets.token_urlsafe(64))"',
        )
    path = _beside(store, KEY_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        key = path.read_text(encoding="ascii").strip()
        if len(key) < _SHORTEST_KEY:
            raise CommuniqueError(
                wanted=f"a key of {_SHORTEST_KEY} characters or more in {path}", got=f"{len(key)}", remedy="remove it"
            ) from None
        return key
    key = secrets.token_urlsafe(64)
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(key)
    return key
