"""The website: every link leads somewhere, nothing runs, nothing is fetched."""

from __future__ import annotations

import errno
import posixpath
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.fakes.publisher import Press, words
from tests.good_time import LONG

from fieldcat.errors import BundleError, BundleIncompleteError, EnvironmentFaultError
from fieldcat.exporting.markup import element, is_safe, link
from fieldcat.exporting.zim import illustration, iso_639_3
from fieldcat.publishing.pictures import measure
from fieldcat.services.site_exporting import export_site, export_zim

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10" + b"\0" * 20


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name in ("src", "href"):
                self.addresses.append(value or "")
            if name == "id":
                self.ids.append(value or "")


@pytest.fixture(scope="module")
def casebook_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    export_site(root / "resources" / "casebook", folder)
    return folder


def test_every_link_of_the_casebook_leads_somewhere(casebook_site: Path) -> None:
    files = {path.relative_to(casebook_site).as_posix() for path in casebook_site.rglob("*.*")}
    pages = {name: Page((casebook_site / name).read_text()) for name in files if "html" in name}

    assert len(pages) > 210
    for name, page in pages.items():
        assert len(set(page.ids)) == len(page.ids), name
        for address in page.addresses:
            if address.startswith("#"):
                assert address[1:] in page.ids, (name, address)
            elif not address.startswith(("https://", "http://")):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
                assert target in files, (name, address)


def test_nothing_runs_and_nothing_is_fetched(casebook_site: Path) -> None:
    for path in casebook_site.rglob("*.html"):
        text = path.read_text()
        page = Page(text)
        assert page.tags.isdisjoint({"script", "iframe", "object", "form", "base"}), path
        assert "default-src 'none'" in unescape(text)
        assert not re.search(r"<(?:img|link)[^>]*(?:src|href)=\"https?:", text), path


def test_sensitive_sections_are_folded(casebook_site: Path) -> None:
    page = (casebook_site / "case-study" / "red-papaz-viguias.html").read_text()

    assert "<details id=" in page


def test_words_that_look_like_markup_are_words(tmp_path: Path) -> None:
    press = Press(tmp_path / "press")
    press.write(
        1,
        {"hammer": r"It \<b\>hits\</b\> & [x](https://example.org/?a=1&b=%22%3E)."},
    )
    export_site(press.workspace, tmp_path / "site")

    text = (tmp_path / "site" / "tool" / "hammer.html").read_text()
    assert "It &lt;b&gt;hits&lt;/b&gt; &amp; <a href=" in text


def test_pictures_and_translations_come_along(tmp_path: Path) -> None:
    press = Press(tmp_path / "press")
    press.write(1, {"hammer": "![A map](assets/map.png)"}, pictures={"map.png": PNG})
    (press.workspace / "entries" / "tool" / "hammer.ar.md").write_text(
        "---\nkind: tool\ntitle: مطرقة\nsummary: S.\ntranslates: 1\n---\n"
        "## A {#about role=about}\n\nX.\n"
    )
    export_site(press.workspace, tmp_path / "site")

    hammer = (tmp_path / "site" / "tool" / "hammer.html").read_text()
    (asset,) = (tmp_path / "site" / "assets").iterdir()
    assert f'<img src="../assets/{asset.name}" alt="A map" width="16" height="16">' in hammer
    assert 'href="../tool/hammer.ar.html"' in hammer
    arabic = (tmp_path / "site" / "tool" / "hammer.ar.html").read_text()
    assert '<html lang="ar" dir="rtl">' in arabic


def test_it_goes_into_an_empty_folder_that_somebody_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(tmp_path / "press")
    press.write(1, {"hammer": "To hit with."})
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    count = export_site(press.workspace, Path())
    assert Path("index.html").is_file()
    assert sum(path.is_file() for path in here.rglob("*")) == count


def test_a_folder_that_was_there_is_left_empty_where_not_all_can_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press(tmp_path / "press")
    press.write(1, {"hammer": "To hit with."})
    rename = Path.replace

    def refuse_the_last(path: Path, target: Path) -> Path:
        if target == tmp_path / "site" / "index.html":
            raise OSError(errno.EIO, "failing")
        return rename(path, target)

    (tmp_path / "site").mkdir()
    monkeypatch.setattr(Path, "replace", refuse_the_last)
    with pytest.raises(EnvironmentFaultError):
        export_site(press.workspace, tmp_path / "site")
    assert list((tmp_path / "site").iterdir()) == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil", "/etc", "\\\\x", "http://["]
)
def test_an_address_that_runs_or_leaves_is_no_link(address: str) -> None:
    assert not is_safe(address)
    assert link("words", address).html == "words"


def test_attributes_are_escaped() -> None:
    assert element("a", "x", title='"><b>').html == '<a title="&quot;&gt;&lt;b&gt;">x</a>'


def test_a_site_that_cannot_be_written_leaves_nothing(root: Path, tmp_path: Path) -> None:
    from fieldcat.errors import EnvironmentFaultError

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("x")
    with pytest.raises(EnvironmentFaultError):
        export_site(root / "resources" / "casebook", tmp_path / "site")

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


# --- ZIM --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def casebook_zim(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("zim") / "casebook.zim"
    export_zim(root / "resources" / "casebook", file)
    return file


def test_zimcheck_finds_nothing_wrong(casebook_zim: Path) -> None:
    done = subprocess.run(["zimcheck", str(casebook_zim)], capture_output=True, text=True)

    assert "Overall Test Status: Pass" in done.stdout, done.stdout
    assert done.returncode == 0


def test_kiwix_opens_it(casebook_zim: Path) -> None:
    with served(casebook_zim) as base:
        book = said_at(f"{base}/catalog/v2/entries")
        assert "The fieldcat casebook" in book
        # Where the pages of a book are differs from one version of the server to the next.
        content = re.findall(r'type="text/html"[^>]*href="([^"]*)"', book)[0]
        page = said_at(f"{base}{content}/case-study/c-sema-tanzania.html")
        assert "116" in page
        found = said_at(f"{base}/search?content=casebook&pattern=viguias")
        assert "red-papaz-viguias" in found


@contextmanager
def served(zim: Path) -> Iterator[str]:
    """The address of a server of this machine that has the file, and answers."""
    for port in _free_ports():
        command = ["kiwix-serve", "--address", "127.0.0.1", "--port", str(port), str(zim)]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            if _answers(server, port):
                yield f"http://127.0.0.1:{port}"
                return
        finally:
            server.terminate()
            server.wait()


def _free_ports() -> Iterator[int]:
    """Ports that were free a moment ago; by the time that one is used, another may have it."""
    for _ in range(5):
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            port = int(listening.getsockname()[1])
        yield port
    pytest.fail("the server found no port")


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until a server that is starting answers; whether it did before it ended."""
    last = time.monotonic() + LONG
    while server.poll() is None and time.monotonic() < last:
        try:
            said_at(f"http://127.0.0.1:{port}/catalog/v2/entries")
        except OSError:
            continue
        # Somebody else may have answered, because of whom it is just ending.
        return server.poll() is None
    return False


def said_at(address: str) -> str:
    """What a server says."""
    with urlopen(address, timeout=LONG) as answer:
        return str(answer.read().decode())


def test_the_illustration_is_a_picture_of_48_pixels() -> None:
    assert measure(illustration()) == (48, 48)


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "eng"), ("pt-BR", "por"), ("yua", "yua"), ("xx", "mul")]
)
def test_languages_have_three_letters(tag: str, code: str) -> None:
    assert iso_639_3(tag) == code


def test_a_bundle_gives_the_same_site_as_its_workspace(tmp_path: Path) -> None:
    press = Press(tmp_path / "press").make_keys()
    tales = {"hammer": "![A map](assets/map.png)", "nail": "See [it](entry:tool/hammer)."}
    press.write(1, tales, pictures={"map.png": PNG})
    bundle = press.release_workspace().full
    export_site(press.workspace, tmp_path / "from-workspace")

    export_site(bundle, tmp_path / "from-bundle")

    def files(name: str) -> dict[str, bytes]:
        folder = tmp_path / name
        found = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    assert files("from-bundle") == files("from-workspace")


def test_a_damaged_bundle_gives_no_site(tmp_path: Path) -> None:
    press = Press(tmp_path / "press").make_keys()
    bundle = press.release(1, {"hammer": "It hits."}).full
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 0xFF
    bundle.write_bytes(data)

    with pytest.raises(BundleError):
        export_site(bundle, tmp_path / "site")

    assert not (tmp_path / "site").exists()


def test_an_update_that_builds_on_another_edition_gives_no_site(tmp_path: Path) -> None:
    press = Press(tmp_path / "press").make_keys()
    tales = {f"tool-{number}": words(number, 200) for number in range(20)}
    press.release(1, tales)
    update = press.release(2, {**tales, "nail": "It is hit."}).update
    assert update is not None

    with pytest.raises(BundleIncompleteError):
        export_site(update, tmp_path / "site")


def test_what_is_related_is_called_by_its_title(casebook_site: Path) -> None:
    page = (casebook_site / "case-study" / "snehai.html").read_text()

    assert "For Your Eyes Only: a free online course on sextortion" in page
