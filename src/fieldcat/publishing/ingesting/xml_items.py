"""XML read as a stream, one item after the other: feeds and exports may be large, or hostile.

Entities that a document declares are refused, those of HTML are known; bytes that are not in the
encoding which it names are read as windows-1252, as most of them are.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

MOST_TEXT = 4_000_000
"""Characters in one item, with what its elements weigh; what is beyond is cut off."""
MOST_BYTES = 500_000_000

_ELEMENT = 100
"""What an element weighs besides its text."""
_CHUNK = 128 * 1024
_DEEPEST = 200
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMESPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/2005/atom": "atom",
    "http://www.w3.org/1999/xhtml": "html",
    "http://search.yahoo.com/mrss/": "media",
    "http://purl.org/rss/1.0/": "",
}
_WORDPRESS = re.compile(r"http://wordpress\.org/export/1\.\d/(excerpt/)?")


@dataclass(slots=True)
class Element:
    """An element with its prefix as it is usually written: ``content:encoded``, ``wp:status``."""

    name: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    line: int = 0
    cut: bool = False
    """Something of it was cut off, since it is too much for one item."""

    def all(self, *names: str) -> Iterator[Element]:
        """The children of these names."""
        return (child for child in self.children if child.name in names)

    def first(self, *names: str) -> str:
        """The text of the first child with text, by the names in their order."""
        for name in names:
            for child in self.children:
                if child.name == name and (words := "".join(child.text).strip()):
                    return words
        return ""

    def markup(self) -> str:
        """What an element of XHTML holds, as HTML."""
        inner = "".join(
            f"<{child.name.removeprefix('html:')}{_attributes(child)}>{child.markup()}"
            f"</{child.name.removeprefix('html:')}>{html.escape(''.join(child.tail))}"
            for child in self.children
        )
        return html.escape("".join(self.text)) + inner


@dataclass(frozen=True, slots=True)
class Broken:
    """Where and why a document cannot be read any further; ``hostile`` if it declares entities."""

    line: int
    problem: str
    hostile: bool = False


@dataclass(frozen=True, slots=True)
class Repaired:
    """How many bytes were not in the encoding that the document names."""

    count: int


def read_elements(path: Path, wanted: Set[str]) -> Iterator[Element | Broken | Repaired]:
    """The elements of the wanted names, wherever they stand; at last what went wrong, if anything.

    Elements outside of them come as they end, without what was in them already.

    Raises:
        OSError: the file cannot be read.
    """
    stream = _Stream(wanted)
    decoder = _Decoder()
    with path.open("rb") as file:
        size = 0
        while True:
            chunk = file.read(_CHUNK)
            size += len(chunk)
            text = decoder.decode(chunk, final=not chunk)
            problem = stream.feed(text, final=not chunk)
            yield from stream.taken()
            if problem is None and size > MOST_BYTES:
                problem = Broken(stream.line, "is too large")
            if problem is not None:
                yield problem
                break
            if not chunk:
                break
    if decoder.repaired:
        yield Repaired(decoder.repaired)


class _Stream:
    """Elements as they end."""

    def __init__(self, wanted: Set[str]) -> None:
        self._wanted = wanted
        self._open: list[Element] = []
        self._inside = 0
        self._size = 0
        self._ended: list[Element] = []
        self._refused = ""
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 64 * 1024
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._refuse
        # Names of HTML's characters are known though nothing declares them.
        parser.UseForeignDTD(True)
        parser.SkippedEntityHandler = self._named
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    @property
    def line(self) -> int:
        return self._parser.CurrentLineNumber

    def feed(self, text: str, *, final: bool) -> Broken | None:
        try:
            self._parser.Parse(text, final)
        except expat.ExpatError as error:
            return Broken(error.lineno, expat.ErrorString(error.code))
        except _RefusedError as refused:
            return Broken(self.line, str(refused), hostile=True)
        return None

    def taken(self) -> list[Element]:
        ended, self._ended = self._ended, []
        return ended

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise _RefusedError("has elements nested too deep")
        element = Element(_short(name), {_short(key): v for key, v in attributes.items()})
        element.line = self.line
        self._size += _ELEMENT
        if self._open and self._inside and self._size <= MOST_TEXT:
            self._open[-1].children.append(element)
        self._open.append(element)
        if self._inside or element.name in self._wanted:
            self._size = self._size if self._inside else 0
            self._inside += 1

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        if self._inside:
            element.cut = self._size > MOST_TEXT
            self._inside -= 1
        if not self._inside:
            self._ended.append(element)

    def _words(self, text: str) -> None:
        if not self._open:
            return
        self._size += len(text)
        if self._size > MOST_TEXT and self._inside:
            return
        here = self._open[-1]
        if here.children and self._inside:
            here.children[-1].tail.append(text)
        elif self._inside or len(here.text) < 50:
            here.text.append(text)

    def _named(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._words(html.unescape(f"&{name};"))

    def _refuse(self, *_: object) -> None:
        raise _RefusedError("declares entities, which can hide or blow up what it holds")


class _RefusedError(Exception):
    """Something that XML allows and no feed needs."""


class _Decoder:
    """Bytes as text, in the encoding that the document names, whatever else is among them."""

    def __init__(self) -> None:
        self.repaired = 0
        self._decoder: codecs.IncrementalDecoder | None = None

    def decode(self, chunk: bytes, *, final: bool) -> str:
        if self._decoder is None:
            self._decoder = self._for(chunk)
            chunk = chunk.lstrip() if chunk[:1].isspace() else chunk
        data = chunk
        parts: list[str] = []
        while True:
            try:
                parts.append(self._decoder.decode(data, final))
                break
            except UnicodeDecodeError as error:
                # With what the decoder kept of the chunk before, where that ended within a letter.
                data = error.object
                self._decoder.reset()
                parts.append(self._decoder.decode(data[: error.start]))
                wide = error.encoding.startswith("utf-16")
                parts.append("\ufffd" if wide else _WINDOWS[data[error.start]])
                self.repaired += 1
                data = data[error.end if wide else error.start + 1 :]
        return _NOT_XML.sub("", "".join(parts))

    @staticmethod
    def _for(chunk: bytes) -> codecs.IncrementalDecoder:
        name = "utf-8-sig"
        # Not «utf-16»: once something is wrong, that would look for a mark in the midst.
        if chunk[:2] == b"\xff\xfe":
            name = "utf-16-le"
        elif chunk[:2] == b"\xfe\xff":
            name = "utf-16-be"
        elif match := _DECLARED.match(chunk.removeprefix(b"\xef\xbb\xbf")):
            declared = match[1].decode().lower()
            # What says it is Latin 1 is windows-1252 where it matters, as browsers know.
            named = {"iso-8859-1": "cp1252", "us-ascii": "utf-8", "utf-8": "utf-8-sig"}
            name = named.get(declared, declared)
            name = name if _can_be(name) else "utf-8-sig"
        return codecs.getincrementaldecoder(name)()


def _can_be(encoding: str) -> bool:
    """Whether a document whose first line is plain ASCII can be in an encoding.

    It is not in UTF-16, whatever it says; and Python knows encodings of other things than texts,
    such as ``zlib`` and the names of hosts.
    """
    try:
        if codecs.lookup(encoding).name in ("idna", "punycode"):
            return False
        return _DECLARATION.decode(encoding) == _DECLARATION.decode()
    except (LookupError, UnicodeError):
        return False


_DECLARATION = b"<?xml version='1.0'?>"
_WINDOWS = tuple(
    bytes([byte]).decode("cp1252", "ignore") or bytes([byte]).decode("latin-1")
    for byte in range(256)
)


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    if not space:
        return local
    prefix = _NAMESPACES.get(space.lower(), "other")
    if match := _WORDPRESS.match(space):
        prefix = "excerpt" if match[1] else "wp"
    return f"{prefix}:{local}" if prefix else local


def _attributes(element: Element) -> str:
    return "".join(
        f' {name.partition(":")[2] or name}="{html.escape(value)}"'
        for name, value in element.attributes.items()
    )
