"""A line to a web host that may be slow, break, or lead somewhere else.

It is the only place where fieldcat speaks to the web, and does so only when somebody asked for it.
Nothing is told but what is fetched: no cookies, no version, no language.
"""

from __future__ import annotations

import base64
import re
import ssl
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

import urllib3
from urllib3.exceptions import (
    HTTPError,
    LocationParseError,
    LocationValueError,
    ProxyError,
    SSLError,
)
from urllib3.response import BaseHTTPResponse

from fieldcat.errors import (
    WebError,
    WebInsecureError,
    WebPortalError,
    WebProxyError,
    WebUnreachableError,
    WebWrongError,
)

Pause = Callable[[float], None]
"""Waits for so many seconds, or raises ``CancelledError``."""

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
"""Seconds before each new try, as long as nothing comes."""

TRUSTED = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora and relatives
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  # the same
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # macOS, Alpine
)
"""Where systems keep the certificates of those whom they trust to vouch for hosts."""

_CONNECT, _READ = 20.0, 60.0
"""Seconds without a byte: a telephone line may be silent for long."""
_AT_ONCE = 2 * 1024
_MOST_REDIRECTS = 3
_MOST_TRIES = 500
_ABSENT = {403, 404, 410}
_REDIRECTS = {301, 302, 303, 307, 308}
_LOGIN_NEEDED, _PROXY_LOGIN = 511, 407
_LATER = {408, 425, 429, 500, 502, 503, 504}
_RANGE = re.compile(r"bytes (\d+)-")


class AbsentError(LookupError):
    """The host has no such file."""


class _BrokenError(Exception):
    """The line broke; it is worth another try."""


@dataclass(slots=True)
class Received:
    """What came of a file, so that a broken line is taken up where it broke."""

    data: bytearray = field(default_factory=bytearray)

    def take(self, chunk: bytes) -> None:
        """Add what came next."""
        self.data += chunk

    def begin_anew(self) -> None:
        """Forget what came."""
        self.data.clear()


class Line:
    """Fetches files below one address; broken lines are taken up again.

    ``count`` is told of every byte of content that came.
    """

    def __init__(self, address: str, *, count: Callable[[int], None], pause: Pause = time.sleep):
        try:
            parts = urlsplit(address)
        except ValueError as error:
            raise WebWrongError(str(error), address=address, host=address) from error
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise WebWrongError("no address of the web", address=address, host=address)
        self.address = address.rstrip("/") + "/"
        self.host = parts.hostname
        self._scheme = parts.scheme
        try:
            netloc = _without_accents(parts)
        except ValueError as error:
            raise WebWrongError(str(error), address=address, host=self.host) from error
        self._asked_at = urlunsplit(parts._replace(netloc=netloc)).rstrip("/") + "/"
        self._count = count
        self._pause = pause
        self._proxy = _proxy_for(parts.scheme, netloc)
        self._pool = self._opened()

    def close(self) -> None:
        """Let go of the line."""
        self._pool.clear()

    def fetch(self, path: str, most: int, received: Received, *, anew: bool = False) -> None:
        """Fetch a file into ``received``, which may hold its beginning; ``anew`` if it may differ.

        ``most`` is how many bytes it may have.

        Raises:
            AbsentError: there is none.
            WebError: it could not be fetched; ``received`` holds what came.
        """
        failures = 0
        for _ in range(_MOST_TRIES):
            if anew:
                received.begin_anew()
            before = len(received.data)
            try:
                with self._told(path):
                    self._try(path, most, received)
                return
            except _BrokenError as broken:
                came = len(received.data) > before and not anew
                failures = 0 if came else failures + 1
                if failures > len(PAUSES):
                    raise self._error(WebUnreachableError, str(broken), path) from broken
            self._pause(PAUSES[max(failures - 1, 0)])
        raise self._error(WebUnreachableError, "the line broke too often", path)

    def _try(self, path: str, most: int, received: Received) -> None:
        url, start = urljoin(self._asked_at, path), len(received.data)
        for _ in range(_MOST_REDIRECTS + 1):
            response = self._asked(url, start)
            try:
                if response.status in _REDIRECTS and response.headers.get("Location"):
                    url = self._redirected(url, response.headers["Location"], path)
                    response.close()  # what it says beside is not read
                    continue
                self._take(response, path, most, received)
            except BaseException:
                response.close()
                raise
            finally:
                response.release_conn()
            return
        raise self._error(WebPortalError, "sent from page to page", path)

    def _asked(self, url: str, start: int) -> BaseHTTPResponse:
        headers = {"User-Agent": "fieldcat", "Accept-Encoding": "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
        return self._pool.request(
            "GET",
            url,
            headers=headers,
            preload_content=False,
            redirect=False,
            retries=False,
            timeout=urllib3.Timeout(connect=_CONNECT, read=_READ),
        )

    def _redirected(self, url: str, location: str, path: str) -> str:
        target = urljoin(url, location)
        scheme = urlsplit(target).scheme
        if scheme not in ("http", "https") or (self._scheme, scheme) == ("https", "http"):
            raise self._error(WebPortalError, f"sent to {target[:100]}", path)
        return target

    def _take(self, response: BaseHTTPResponse, path: str, most: int, received: Received) -> None:
        status = response.status
        if status == _LOGIN_NEEDED:
            raise self._error(WebPortalError, "the network wants a log-in", path)
        if status == _PROXY_LOGIN:
            # Where no proxy is asked, it is something between that answers for the host.
            kind = WebProxyError if self._proxy else WebPortalError
            raise self._error(kind, "it wants a log-in", path)
        if status in _ABSENT:
            self._read_away(response)
            raise AbsentError(path)
        if status == 416:
            received.begin_anew()
            raise _BrokenError("the host has less than that")
        if status in _LATER:
            raise _BrokenError(f"{self.host} answers {status}")
        if status not in (200, 206):
            raise self._error(WebWrongError, f"it answers {status}", path)
        begun = len(received.data)
        found = _RANGE.match(response.headers.get("Content-Range", ""))
        if begun and (status != 206 or found is None or int(found[1]) != begun):
            # A host that knows no ranges sends all of it once more.
            received.begin_anew()
        elif not begun and status == 206:
            raise self._error(WebWrongError, "it answers with a part", path)
        self._refuse_pages(response, path)
        for chunk in response.stream(_AT_ONCE, decode_content=False):
            received.take(chunk)
            self._count(len(chunk))
            if len(received.data) > most:
                received.begin_anew()
                raise self._error(WebWrongError, "a file is too long", path)

    def _refuse_pages(self, response: BaseHTTPResponse, path: str) -> None:
        """Nothing that is fetched is a page to be looked at."""
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind in ("text/html", "application/xhtml+xml"):
            raise self._error(WebPortalError, "a page came instead", path)

    def _read_away(self, response: BaseHTTPResponse) -> None:
        """Read a short page about what is missing, so that the line can be used again."""
        for number, chunk in enumerate(response.stream(_AT_ONCE, decode_content=False)):
            self._count(len(chunk))
            if number > 4:
                response.close()
                return

    @contextmanager
    def _told(self, path: str) -> Iterator[None]:
        """Raise fieldcat's errors for what the library finds inside."""
        try:
            yield
        except WebError:
            raise
        except ProxyError as error:
            raise self._error(WebProxyError, str(error.original_error), path) from error
        except SSLError as error:
            if isinstance(error.args[0] if error.args else None, ssl.SSLCertVerificationError):
                raise self._error(WebInsecureError, str(error), path) from error
            raise _BrokenError(str(error)) from error
        except (LocationValueError, LocationParseError) as error:
            raise self._error(WebWrongError, str(error), path) from error
        except (HTTPError, OSError) as error:
            raise _BrokenError(str(error)) from error
        except ValueError as error:  # an address or a number in a head that is none
            raise self._error(WebWrongError, str(error), path) from error

    def _error(self, kind: type[WebError], detail: str, path: str) -> WebError:
        proxy = urlsplit(self._proxy).hostname if self._proxy else ""
        return kind(detail, address=urljoin(self.address, path), host=self.host, proxy=proxy or "")

    def _opened(self) -> urllib3.PoolManager:
        trusted = _trusted()
        if not self._proxy:
            return urllib3.PoolManager(num_pools=2, ca_certs=trusted)
        parts = urlsplit(self._proxy)
        headers = {}
        if parts.username is not None:
            user = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            headers = {"Proxy-Authorization": f"Basic {base64.b64encode(user.encode()).decode()}"}
        try:
            return urllib3.ProxyManager(
                self._proxy, num_pools=2, proxy_headers=headers, ca_certs=trusted
            )
        except HTTPError as error:  # of another kind, such as SOCKS
            raise self._error(WebProxyError, str(error), "") from error


def _without_accents(address: SplitResult) -> str:
    """The host and port of an address, as hosts are asked for: by names that have no accents."""
    # Without the port, which would be taken for a part of the name.
    name = (address.hostname or "").encode("idna").decode("ascii")
    host = f"[{name}]" if ":" in name else name
    return host if address.port is None else f"{host}:{address.port}"


def _trusted() -> str | None:
    """The file with whom this system trusts to vouch for hosts; None where OpenSSL finds it itself.

    The OpenSSL in a package knows the places of the system that it was built on, which others have
    elsewhere. Windows is asked by Python itself.
    """
    own = ssl.get_default_verify_paths()
    if sys.platform == "win32" or own.cafile or own.capath:
        return None
    return next((place for place in TRUSTED if Path(place).is_file()), None)


def _proxy_for(scheme: str, host: str) -> str:
    """The proxy that the system or the environment names for a host; empty if there is none."""
    if urllib.request.proxy_bypass(host):
        return ""
    proxies = urllib.request.getproxies()
    proxy = proxies.get(scheme) or proxies.get("all") or ""
    return proxy if "://" in proxy or not proxy else f"http://{proxy}"
