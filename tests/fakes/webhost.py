"""A real static web host on this machine, which can be slow, break off, or be somebody else."""

from __future__ import annotations

import datetime
import ipaddress
import re
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

LOGIN = b"<!DOCTYPE html><html><title>Hotel Wi-Fi</title><body>Please log in.</body></html>"
_AT_ONCE = 512


@dataclass
class WebHost:
    """What the host does. ``asked`` are the paths in the order in which they were asked for.

    ``rate`` is in bytes a second, of all together; ``cuts`` are the numbers of bytes of content
    after which the line is cut, one after the other. ``sent`` and ``taken`` count what went over
    the line in either direction, heads included.
    """

    tree: Path
    ranges: bool = True
    rate: float | None = None
    cuts: list[int] = field(default_factory=list)
    portal: bool = False
    says_it_is_a_page: bool = True
    page_for_what_is_not_there: bool = False
    statuses: list[int] = field(default_factory=list)
    redirect: str = ""
    spoilt: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    asked_from: list[int] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    sent: int = 0
    taken: int = 0
    address: str = ""
    lock: Lock = field(default_factory=Lock)


@contextmanager
def served(host: WebHost, certificate: Path | None = None) -> Iterator[WebHost]:
    """The host while it runs; ``certificate`` holds a key and a certificate for TLS."""
    server = _Server(("127.0.0.1", 0), _handler(host))
    scheme = "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    host.address = f"{scheme}://127.0.0.1:{server.server_address[1]}/tales/"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def certificate_for_this_machine(path: Path) -> Path:
    """A key and a certificate for this machine that nobody vouches for."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path


class _CutError(Exception):
    pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        pass  # whoever asks may go at any time


def _handler(host: WebHost) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            # A proxy is asked with the whole address.
            path = re.sub(r"^http://[^/]+", "", self.path).removeprefix("/tales/")
            with host.lock:
                host.asked.append(path)
                host.heads.append(dict(self.headers.items()))
                host.taken += len(self.requestline) + 2 + len(bytes(self.headers)) + 2
            try:
                self._answer(path)
            except (_CutError, OSError):
                self.close_connection = True

        def _answer(self, path: str) -> None:
            if host.statuses and (status := host.statuses.pop(0)) != 200:
                self._send(status, b"")
                return
            if host.redirect:
                self._send(302, b"", {"Location": host.redirect})
                return
            page = "text/html; charset=utf-8" if host.says_it_is_a_page else "application/json"
            if host.portal:
                self._send(200, LOGIN, {"Content-Type": page})
                return
            file = host.tree / path
            if not file.is_file():
                found = 200 if host.page_for_what_is_not_there else 404
                self._send(found, LOGIN, {"Content-Type": page})
                return
            data = file.read_bytes()
            if path in host.spoilt:
                host.spoilt.remove(path)
                data = bytes(len(data))
            start = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
            host.asked_from.append(int(start[1]) if start else 0)
            if start and host.ranges:
                begin = int(start[1])
                if begin >= len(data):
                    self._send(416, b"")
                    return
                told = f"bytes {begin}-{len(data) - 1}/{len(data)}"
                self._send(206, data[begin:], {"Content-Range": told})
                return
            self._send(200, data)

        def _send(self, status: int, body: bytes, more: dict[str, str] | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            for name, value in (more or {}).items():
                self.send_header(name, value)
            with host.lock:
                head = self._headers_buffer  # type: ignore[attr-defined]  # no stub tells of it
                host.sent += sum(map(len, head)) + 2
            self.end_headers()
            cut = host.cuts[0] if host.cuts and len(body) > host.cuts[0] else None
            if cut is not None:
                host.cuts.pop(0)
            for at in range(0, len(body), _AT_ONCE):
                piece = body[at : at + _AT_ONCE]
                if cut is not None:
                    piece = piece[: max(0, cut - at)]
                if host.rate:
                    time.sleep(len(piece) / host.rate)  # the line is as slow as this
                with host.lock:
                    host.sent += len(piece)  # first: whoever has all of it may look at once
                self.wfile.write(piece)
                if cut is not None and at + _AT_ONCE >= cut:
                    self.wfile.flush()
                    raise _CutError

        def log_message(self, *_: Any) -> None:
            pass

    return Handler
