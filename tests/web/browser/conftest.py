"""A real workspace, served as its users serve it, and a real browser that walks through it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PREPARE = Path(__file__).with_name("prepare.py")
PASSWORD = "a long fictional pass phrase"
PATIENCE = 120
"""Seconds that the workspace may take to start, or to answer, on a busy machine."""

expect.set_options(timeout=30_000)

VIOLATIONS = "options => axe.run(document, options).then(told => told.violations)"
"""Runs axe and brings home what is wrong alone: what is right is most of the page, and takes most of the time."""

PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
"""Waits for the second frame: a window just made narrow keeps parts of its old layout until it is painted anew."""

ROLES = ("reader", "analyst", "editor", "administrator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace that runs: where it answers, its folder, the letters it wrote, what was put into it beforehand."""

    address: str
    folder: Path
    letters: Path
    known: dict[str, str]

    def url(self, path: str) -> str:
        """Give the whole address of a page."""
        return f"{self.address}{path}"

    def mail(self) -> list[str]:
        """Give the letters written so far, the oldest first."""
        return [path.read_text(encoding="utf-8") for path in sorted(self.letters.glob("*.log"))]


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def environment_of(folder: Path) -> dict[str, str]:
    """Give the environment of a workspace in a folder: its own store, files and mail, nothing of the developer's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COMMUNIQUE_", "DJANGO_"))}
    (folder / "letters").mkdir(exist_ok=True)
    return kept | {
        "COMMUNIQUE_CORPUS": str(folder / "store.sqlite3"),
        "COMMUNIQUE_FILES": str(folder / "files"),
        "COMMUNIQUE_MAIL": f"file://{folder / 'letters'}",
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Serve a workspace that holds the bundled example and somebody of each role."""
    if served := os.environ.get("COMMUNIQUE_TEST_WORKSPACE"):  # one that runs already: its folder, made by serve.py
        told = json.loads((Path(served) / "workspace.json").read_text(encoding="utf-8"))
        yield Workspace(**told | {name: Path(told[name]) for name in ("folder", "letters")})
        return
    folder = tmp_path_factory.mktemp("workspace")
    environment, port = environment_of(folder), free_port()
    said = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, PREPARE], env=environment, check=True, capture_output=True, text=True
    )
    command = [str(Path(sys.executable).parent / "communique"), "serve", "--port", str(port)]
    with (
        (folder / "serve.log").open("wb") as log,
        subprocess.Popen(  # noqa: S603 - our own command
            command, env=environment, stdout=log, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, process, folder / "serve.log")
            yield Workspace(
                address=address,
                folder=folder,
                letters=folder / "letters",
                known=json.loads(said.stdout.splitlines()[-1]),
            )
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a workspace answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            if httpx.get(f"{address}/healthz", timeout=5).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail(f"the workspace did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give a browser; skip where the machine has none."""
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Its loop runs in this thread until the session ends, and tests that follow may open stores of their own.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Visitor:
    """Somebody in front of a browser: opens pages, and notes every fault that the browser tells of."""

    def __init__(self, workspace: Workspace, browser: Browser, *, script: bool = True, width: int = 1440) -> None:
        self.workspace = workspace
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, locale="en-GB"
        )
        self.context.set_default_timeout(PATIENCE * 1_000)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path: str) -> Page:
        """Open a page of the workspace by its path."""
        self.page.goto(self.workspace.url(path), wait_until="load")
        return self.page

    def log_in(self, role: str) -> Page:
        """Log in as somebody of a role."""
        page = self.open("/accounts/login/")
        page.get_by_label("e-mail").fill(f"{role}@desk.example")
        page.get_by_label("Password").fill(PASSWORD)
        page.locator("main").get_by_role("button", name="Log in").click()
        page.wait_for_load_state("load")
        assert "/accounts/login/" not in page.url, page.locator("main").inner_text()
        return page

    def sideways(self) -> int:
        """Give by how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, and wait until the page is painted in it (where script runs)."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.evaluate(PAINTED)

    def barriers(self, *rules: str) -> list[str]:
        """
        Give what keeps somebody out, by the rules of WCAG 2.2 A and AA that a program can check (axe-core), or by some.

        Numbers in a sentence are as small as its words: WCAG allows that, but where every word is a link besides, axe
        does not see that there is a sentence.
        """
        levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
        only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": levels}
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)
        found = self.page.evaluate(VIOLATIONS, {"runOnly": only, "resultTypes": ["violations"]})
        told = []
        for one in found:
            nodes = [node for node in one["nodes"] if one["id"] != "target-size" or 'class="ref ' not in node["html"]]
            told += [f"{one['id']}: {one['help']} at {[node['target'] for node in nodes][:4]}"] if nodes else []
        return told


@pytest.fixture
def visitor(workspace: Workspace, chromium: Browser) -> Iterator[Visitor]:
    """Give somebody nobody knows, in front of a browser."""
    somebody = Visitor(workspace, chromium)
    yield somebody
    somebody.context.close()
