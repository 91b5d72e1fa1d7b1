"""Good bundles made bad in every way that somebody might think of, each by a number."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Members = dict[str, bytes]


def members(content: bytes) -> Members:
    """The members of a bundle, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def bundled(files: Mapping[str, bytes]) -> bytes:
    """A bundle in the form that fieldcat writes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bundle:
        for name, data in files.items():
            member = zipfile.ZipInfo(name)
            member.create_system = 3
            bundle.writestr(member, data)
    return out.getvalue()


def damaged(chance: random.Random, editions: Sequence[bytes]) -> tuple[str, bytes]:
    """A bundle made bad, and in which way; ``editions`` are good ones, the newest last."""
    way = chance.choice(_RAW + _INNER)
    content = editions[-1]
    if way in _RAW:
        return way.__name__, way(chance, content)
    files = [members(edition) for edition in editions]
    return way.__name__, bundled(way(chance, files))


def _flipped(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 20))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content))]


def _stuffed(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.choice((1, 4, 1_000))) + content[at:]


def _shuffled(chance: random.Random, content: bytes) -> bytes:
    one, other = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[other:] + content[one:other] + content[:one]


def _number_changed(chance: random.Random, content: bytes) -> bytes:
    """A length, count or offset in the directory or at the end."""
    at = chance.randrange(content.rindex(b"PK\1\2"), len(content) - 4)
    value = chance.choice((0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, chance.randrange(2**32)))
    return content[:at] + value.to_bytes(4, "little") + content[at + 4 :]


def _byte_of_a_member(chance: random.Random, files: Sequence[Members]) -> Members:
    name = chance.choice(list(files[-1]))
    return files[-1] | {name: _flipped(chance, files[-1][name])}


def _member_cut(chance: random.Random, files: Sequence[Members]) -> Members:
    name = chance.choice(list(files[-1]))
    return files[-1] | {name: _cut(chance, files[-1][name] + b"x")}


def _member_left_out(chance: random.Random, files: Sequence[Members]) -> Members:
    name = chance.choice([name for name in files[-1] if name != "about.json"])
    return {other: data for other, data in files[-1].items() if other != name}


def _members_swapped(chance: random.Random, files: Sequence[Members]) -> Members:
    """Roles in each other's place, a piece under another's name."""
    one, other = chance.sample(list(files[-1]), 2)
    return files[-1] | {one: files[-1][other], other: files[-1][one]}


def _members_reordered(chance: random.Random, files: Sequence[Members]) -> Members:
    names = list(files[-1])
    chance.shuffle(names)
    gone = chance.choice(names)
    return {name: files[-1][name] for name in names if name != gone or gone == "about.json"}


def _mixed(chance: random.Random, files: Sequence[Members]) -> Members:
    """Some files of one edition, the rest of another."""
    old, new = files[-2], files[-1]
    mix = old | new
    for name in mix:
        if name in old and name in new and chance.random() < 0.5:
            mix[name] = old[name]
    return mix if chance.random() < 0.5 else new | {"metadata/timestamp.json": old[_TIMESTAMP]}


def _replayed(chance: random.Random, files: Sequence[Members]) -> Members:
    """An old edition that says that it is the newest."""
    return chance.choice(files[:-1]) | {"about.json": files[-1]["about.json"]}


_TIMESTAMP = "metadata/timestamp.json"


def _field_changed(chance: random.Random, files: Sequence[Members]) -> Members:
    """A value somewhere in the metadata or the manifest is another, of whatever type."""
    name = chance.choice([name for name in files[-1] if name.endswith(".json")])
    record = json.loads(files[-1][name])
    _change_somewhere(chance, record)
    return files[-1] | {name: json.dumps(record).encode()}


def _nested_deeply(chance: random.Random, files: Sequence[Members]) -> Members:
    name = chance.choice([name for name in files[-1] if name.endswith(".json")])
    deep = chance.choice((b"[", b'{"a":')) * chance.choice((1_000, 50_000))
    return files[-1] | {name: deep}


def _odd_numbers(chance: random.Random, files: Sequence[Members]) -> Members:
    name = chance.choice([name for name in files[-1] if name.endswith(".json")])
    odd = chance.choice((b"NaN", b"Infinity", b"1e999", b"9" * 5_000, b"-0", b'"\\ud800"'))
    content = files[-1][name]
    at = content.index(b":", chance.randrange(len(content) // 2)) + 1
    return files[-1] | {name: content[:at] + odd + content[at:].lstrip(b'0123456789"')}


def _signature_changed(chance: random.Random, files: Sequence[Members]) -> Members:
    name = chance.choice([name for name in files[-1] if name.startswith("metadata/")])
    record = json.loads(files[-1][name])
    match chance.randrange(5):
        case 0:
            record["signatures"] = []
        case 1:
            record["signatures"] *= 3
        case 2:
            record["signatures"][0]["sig"] = "00" * 64
        case 3:
            record["signatures"][0]["keyid"] = "0" * 64
        case _:
            record["signed"]["version"] += chance.choice((-1, 1, 10**9))
    return files[-1] | {name: json.dumps(record).encode()}


def _root_added(chance: random.Random, files: Sequence[Members]) -> Members:
    """A next root that nobody signed, or the same one again."""
    name = "metadata/2.root.json"
    record = json.loads(files[-1]["metadata/1.root.json"])
    record["signed"]["version"] = chance.choice((1, 2, 3, "2", None))
    if chance.random() < 0.5:
        record["signed"]["roles"]["root"]["threshold"] = chance.choice((0, -1, 1, 2**40))
    return files[-1] | {name: json.dumps(record).encode()}


def _change_somewhere(chance: random.Random, record: Any) -> None:
    while True:
        keys = list(record) if isinstance(record, dict) else range(len(record))
        key = chance.choice(list(keys))
        inner = record[key]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.8:
            record = inner
            continue
        record[key] = chance.choice(
            (None, "", "x", "../x", 0, -1, 2**63, 1.5, True, [], {}, [inner], {"a": inner})
        )
        return


_RAW: list[Callable[..., Any]] = [_flipped, _cut, _stuffed, _shuffled, _number_changed]
_INNER: list[Callable[..., Any]] = [
    _byte_of_a_member,
    _member_cut,
    _member_left_out,
    _members_swapped,
    _members_reordered,
    _mixed,
    _replayed,
    _field_changed,
    _nested_deeply,
    _odd_numbers,
    _signature_changed,
    _root_added,
]
