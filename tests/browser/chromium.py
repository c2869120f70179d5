"""Chromium without a screen, driven through a pipe by its DevTools protocol; what it lacks fails the test that asks."""

import json
import os
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

PATIENCE = 120
"""Seconds that an answer may take."""

FLAGS = (
    "--headless",
    "--no-sandbox",  # CI is root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=PaintHolding",
    "--no-first-run",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--remote-debugging-pipe",
)

THEMES: Mapping[str, Mapping[str, str]] = {
    "light": {"prefers-color-scheme": "light"},
    "dark": {"prefers-color-scheme": "dark"},
    "forced": {"forced-colors": "active", "prefers-color-scheme": "light"},
    "forced dark": {"forced-colors": "active", "prefers-color-scheme": "dark"},
}


class BrowserError(Exception):
    """What the browser would not do."""


class Pipe:
    """Messages to the browser and from it, each ended by a zero byte."""

    def __init__(self, to: int, from_: int) -> None:
        self._to, self._from, self._rest, self._number = to, from_, b"", 0
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401
        """The answer to a command; what happens meanwhile is kept among the events."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        left = json.dumps(message).encode() + b"\0"
        while left:
            left = left[os.write(self._to, left) :]
        while True:
            told = self.next()
            if told.get("id") != self._number:
                self.events.append(told)
            elif "error" in told:
                raise BrowserError(method, told["error"])
            else:
                answer: dict[str, Any] = told["result"]
                return answer

    def next(self) -> dict[str, Any]:
        """The next message."""
        while b"\0" not in self._rest:
            if not select([self._from], [], [], PATIENCE)[0]:
                raise BrowserError(PATIENCE)
            read = os.read(self._from, 1 << 20)
            if not read:
                raise BrowserError(EOFError)
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told


@dataclass
class Tab:
    """A page that is open, without the right to run a script of its own."""

    pipe: Pipe
    session: str
    target: str
    _axe: bool = field(default=False)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401
        """The answer to a command to this page."""
        return self.pipe.ask(method, self.session, **parameters)

    def open(self, file: Path) -> None:
        """Load a file, and wait for it to be whole."""
        self._axe = False
        self.ask("Page.navigate", url=file.as_uri())
        self._wait("Page.loadEventFired")

    def look(self, width: int = 1280, theme: str = "light", media: str = "screen", zoom: float = 1) -> None:
        """Set how wide the window is, in which theme, for the screen or for paper, and how far it is zoomed in."""
        size = {"width": round(width / zoom), "height": round(900 / zoom), "deviceScaleFactor": zoom}
        self.ask("Emulation.setDeviceMetricsOverride", mobile=False, **size)
        features = [{"name": name, "value": value} for name, value in THEMES[theme].items()]
        self.ask("Emulation.setEmulatedMedia", media=media, features=features)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401
        """What an expression comes to, looking from outside."""
        told = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise BrowserError(told["exceptionDetails"])
        return told["result"].get("value")

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key and let it go."""
        codes = {"Tab": 9, "Enter": 13}
        pressed = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key], "modifiers": 8 if shift else 0}
        text = {"text": "\r"} if key == "Enter" else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **pressed, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **pressed)

    def axe(self) -> list[dict[str, Any]]:
        """What axe-core finds wrong."""
        self.ask("Emulation.setScriptExecutionDisabled", value=False)
        if not self._axe:
            self.evaluate(axe_core() + ";0")
            self._axe = True
        found: list[dict[str, Any]] = json.loads(self.evaluate(RUN_AXE))
        self.ask("Emulation.setScriptExecutionDisabled", value=True)
        return found

    def print(self) -> bytes:
        """The page on paper, as a PDF, as the page itself sets its paper."""
        self.ask("Emulation.setEmulatedMedia", media="print", features=[])
        told = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return b64decode(told["data"])

    def picture(self, clip: Mapping[str, float] | None = None, *, scale: float = 1) -> bytes:
        """The whole page as a PNG, or a part of it."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        told = self.ask("Page.captureScreenshot", captureBeyondViewport=True, clip={"scale": scale, **(clip or size)})
        return b64decode(told["data"])

    @property
    def told(self) -> list[str]:
        """What it has asked the network for, and what stands on its console; what it is itself is no request."""
        found = []
        for event in self.pipe.events:
            if event.get("sessionId") != self.session:
                continue
            match event["method"], event["params"]:
                case "Network.requestWillBeSent", {"request": {"url": url}, "type": kind} if kind != "Document":
                    found.append(f"request: {url}")
                case "Network.requestWillBeSent", {"request": {"url": url}} if not url.startswith("file:"):
                    found.append(f"request: {url}")
                case "Log.entryAdded", {"entry": {"text": text}}:
                    found.append(f"log: {text}")
                case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown", parameters:
                    found.append(f"console: {parameters}")
        return found

    def _wait(self, method: str) -> None:
        while not any(
            event["method"] == method and event.get("sessionId") == self.session for event in self.pipe.events
        ):
            self.pipe.events.append(self.pipe.next())
        self.pipe.events = [event for event in self.pipe.events if event["method"] != method]

    def close(self) -> None:
        """Close it."""
        self.pipe.ask("Target.closeTarget", targetId=self.target)


RUN_AXE = """
axe.run(document, {resultTypes: ["violations"]}).then(found => JSON.stringify(found.violations.map(one => (
  {id: one.id, nodes: one.nodes.slice(0, 5).map(node => [node.target.join(" "), node.failureSummary])}))))
"""


@dataclass
class Chromium:
    """A browser that runs."""

    pipe: Pipe

    @contextmanager
    def tab(self) -> Iterator[Tab]:
        """An empty page, watched, and with scripts off."""
        target = self.pipe.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.pipe.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self.pipe, session, target)
        for domain in ("Page", "Network", "Log", "Runtime", "DOM"):
            tab.ask(f"{domain}.enable")
        tab.ask("Emulation.setScriptExecutionDisabled", value=True)
        try:
            yield tab
        finally:
            tab.close()


@contextmanager
def browser() -> Iterator[Chromium]:
    """Start Chromium, with a home of its own that goes with it."""
    assert which("chromium"), "chromium is missing: .ci/tools installs it"
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        # Chromium reads commands from descriptor 3 and writes to 4: a shell puts them there
        command = f'exec chromium "$@" 3<&{to_read} 4>&{from_write}'
        process = subprocess.Popen(
            ["bash", "-c", command, "chromium", *FLAGS, f"--user-data-dir={home}"],
            pass_fds=(to_read, from_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(from_write)
        try:
            yield Chromium(Pipe(to_write, from_read))
        finally:
            os.close(to_write)
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()
            os.close(from_read)


def axe_core() -> str:
    """The script of axe-core, which npm has installed for all."""
    modules = subprocess.run(["npm", "root", "--global"], check=True, capture_output=True, text=True).stdout.strip()
    script = Path(modules) / "axe-core" / "axe.min.js"
    assert script.exists(), "axe-core is missing: .ci/tools installs it"
    return script.read_text(encoding="utf-8")
