"""Reading packs in order: what stands in the end, since a later record wins over an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from fieldcat.domain.edition import Withdrawal
from fieldcat.errors import RecordError
from fieldcat.records.packs import ASSET, ENTRY, VOCABULARY, Key, Line


@dataclass(slots=True)
class Standing:
    """What stands: of each record only the place of its line among all lines, since they are many.

    ``withdrawn`` are whole entries and single translations that are published no more.
    ``digests`` are the SHA-256 of the lines that put entries. ``lines`` were read for it.
    """

    collection: str
    puts: dict[Key, int] = field(default_factory=dict)
    withdrawn: dict[Key, Withdrawal] = field(default_factory=dict)
    digests: dict[Key, bytes] = field(default_factory=dict)
    lines: int = 0
    _languages: dict[str, set[str]] = field(default_factory=dict, init=False, compare=False)

    def __post_init__(self) -> None:
        for key in self.digests:
            self._languages.setdefault(key.id, set()).add(key.language)

    def read(self, line: Line) -> None:
        """Take in the next line.

        Raises:
            RecordError: it is about another collection's entry.
        """
        number, self.lines = self.lines, self.lines + 1
        key = line.key
        if key.what == ENTRY and key.id.partition("/")[0] != self.collection:
            reason = f"belongs to another collection than {self.collection}"
            raise RecordError(f"{key.id} {reason}", field=key.id, reason=reason)
        if line.withdrawal is not None:
            self._withdraw(key, line.withdrawal)
        elif key.what in (ENTRY, VOCABULARY, ASSET):
            self.puts[key] = number
            self.withdrawn.pop(key, None)
            if key.what == ENTRY:
                self.digests[key] = sha256(line.data).digest()
                self._languages.setdefault(key.id, set()).add(key.language)

    def holding(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Of the same lines in the same order, those that stand in the end."""
        for number, line in enumerate(lines):
            if line.withdrawal is None and self.puts.get(line.key) == number:
                yield line

    def _withdraw(self, key: Key, withdrawal: Withdrawal) -> None:
        gone = [key.language] if key.language else list(self._languages.get(key.id, ()))
        for language in gone:
            gone_key = key._replace(language=language)
            self.puts.pop(gone_key, None)
            self.digests.pop(gone_key, None)
        self.withdrawn[key] = withdrawal


def standing(collection: str, lines: Iterable[Line], after: Standing | None = None) -> Standing:
    """What stands once all lines are read; they may follow ``after`` what was read before.

    Raises:
        RecordError: one is about another collection's entry.
    """
    found = after or Standing(collection)
    for line in lines:
        found.read(line)
    return found
