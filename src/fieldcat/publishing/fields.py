"""Asking for fields: each of the right kind, or a fault with its line and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from fieldcat.domain.entry import EntryId
from fieldcat.publishing import values
from fieldcat.publishing.faults import FaultLog, nearest, one_of, shown
from fieldcat.publishing.mentions import Mention
from fieldcat.publishing.nodes import Listing, Node, Record, Scalar
from fieldcat.publishing.rules import Rule

MOST_ITEMS = 500
LONGEST = 2_000
LONGEST_ITEM = 300
_MOST_HINTS = 20
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a list, and where it stands."""

    text: str
    line: int
    field: str


class Fields:
    """The fields of one record, asked for by name.

    Every method notes a fault and returns an empty value where the field is absent but needed, or
    not what it should be: the reader goes on and finds all faults in one run. ``finish`` notes
    the fields that nobody asked for.
    """

    def __init__(self, record: Record, log: FaultLog, prefix: str = "") -> None:
        self.line = record.line
        self._record = record
        self._log = log
        self._prefix = prefix
        self._asked: list[str] = []

    def fault(self, name: str, problem: str, allowed: str = "", rule: Rule = Rule.FORMAT) -> None:
        """Note a fault of one field."""
        self._log.fault(self.line_of(name), self._prefix + name, problem, allowed, rule)

    def warning(self, name: str, problem: str, allowed: str = "", rule: Rule = Rule.FORMAT) -> None:
        """Note a warning about one field."""
        self._log.warning(self.line_of(name), self._prefix + name, problem, allowed, rule)

    def line_of(self, name: str) -> int:
        """The line of a field's value, or of the record where it is absent."""
        node = self._record.fields.get(name)
        return node.line if node is not None else self.line

    def has(self, name: str) -> bool:
        """Whether the field is there and not empty."""
        node = self._record.fields.get(name)
        return node is not None and not (isinstance(node, Scalar) and not node.text.strip())

    def text(self, name: str, *, must: str = "", longest: int = 0) -> str:
        """A text on one line. ``must`` says what is allowed, where the field has to be there.

        One of more than ``LONGEST`` characters counts as absent: no rule has to look at it.
        """
        node = self._node(name, must)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.fault(name, "is a list", must or "one text")
            return ""
        text = values.one_line(node.text)
        if len(text) > (longest or LONGEST):
            allowed = f"at most {longest or LONGEST} characters"
            self.fault(name, f"has {len(text)} characters", allowed)
        return text if len(text) <= LONGEST else ""

    def number(self, name: str, *, must: bool = False, default: int = 0) -> int:
        """A whole number from 1."""
        allowed = "a whole number: 1, 2, …"
        text = self.text(name, must=allowed if must else "")
        if not text:
            return default
        if not _NUMBER.fullmatch(text) or int(text) < 1:
            self.fault(name, f"{shown(text)} is not a whole number from 1", allowed)
            return default
        return int(text)

    def flag(self, name: str) -> bool | None:
        """True or false, None where the field is absent."""
        text = self.text(name)
        if not text:
            return None
        if text.lower() not in ("true", "false"):
            self.fault(name, f"{shown(text)} is neither true nor false", "true, false")
            return None
        return text.lower() == "true"

    def checked(
        self, name: str, right: Callable[[str], bool], allowed: str, *, must: bool = False
    ) -> str:
        """A text that follows a rule; empty where it does not."""
        text = self.text(name, must=allowed if must else "")
        if text and not right(text):
            self.fault(name, f"{shown(text)} is not right here", allowed)
            return ""
        return text

    def date(self, name: str, *, must: bool = False) -> str:
        """A year, a month or a day in the form of ISO 8601."""
        return self.checked(name, values.is_date, values.DATE_ALLOWED, must=must)

    def url(self, name: str, *, must: bool = False) -> str:
        """An address of the web."""
        return self.checked(name, values.is_url, values.URL_ALLOWED, must=must)

    def choice(self, name: str, known: Collection[str], *, must: bool = False) -> str:
        """One of the known words."""
        text = self.text(name, must=one_of("", known) if must else "")
        if text and text not in known:
            problem = f"{shown(text)} is not known here"
            self.fault(name, problem, one_of(text, known), Rule.VOCABULARY)
            return ""
        return text

    def items(self, name: str) -> tuple[Item, ...]:
        """The texts of a list with their places; each once."""
        found: dict[str, Item] = {}
        for place, node in self._listed(name):
            if not isinstance(node, Scalar) or not node.text.strip():
                problem = "is empty" if isinstance(node, Scalar) else "is not a text"
                self._log.fault(node.line, place, problem, "a list of texts")
                continue
            item = Item(values.one_line(node.text), node.line, place)
            if len(item.text) > LONGEST_ITEM:
                problem = f"has {len(item.text)} characters"
                self._log.fault(item.line, place, problem, f"at most {LONGEST_ITEM} characters")
                continue
            if item.text in found:
                self._log.fault(item.line, place, f"{shown(item.text)} stands twice", "each once")
                continue
            found[item.text] = item
        return tuple(found.values())

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(item.text for item in self.items(name))

    def choices(self, name: str, known: Collection[str], form: str = "") -> tuple[str, ...]:
        """The texts of a list of known words, without the others; ``form`` is for ``one_of``."""
        return tuple(
            item.text
            for item in self.items(name)
            if self.item_holds(item, item.text in known, one_of(item.text, known, form))
        )

    def mention(self, name: str, target: EntryId) -> Mention:
        """That this field names an entry, to be looked for once all entries are read."""
        return Mention(target, self.line_of(name), self._prefix + name)

    def item_holds(self, item: Item, right: bool, allowed: str) -> bool:
        """Note a fault of one item unless it is right, and say which."""
        if not right:
            problem = f"{shown(item.text)} is not known here"
            self._log.fault(item.line, item.field, problem, allowed, Rule.VOCABULARY)
        return right

    def records(self, name: str) -> tuple[Fields, ...]:
        """The records of a list."""
        found: list[Fields] = []
        for place, node in self._listed(name):
            if isinstance(node, Record):
                found.append(Fields(node, self._log, f"{place}."))
            else:
                self._log.fault(node.line, place, "has no fields", "a list of records")
        return tuple(found)

    def record(self, name: str, *, must: str = "") -> Fields | None:
        """The record in one field, or None."""
        node = self._node(name, must)
        if node is None:
            return None
        if not isinstance(node, Record):
            self.fault(name, "has no fields", must or "a record")
            return None
        return Fields(node, self._log, f"{self._prefix}{name}.")

    def worded(
        self, name: str, right: Callable[[str], bool], allowed: str, *, longest: int, most: int
    ) -> dict[str, str]:
        """The texts of a record by their names, which follow a rule: words by language."""
        inner = self.record(name)
        if inner is None:
            return {}
        names = list(inner._record.fields)
        if len(names) > most:
            self.fault(name, f"has {len(names)} fields", f"at most {most}")
        found: dict[str, str] = {}
        for each in names[:most]:
            text = inner.text(each, must="one text", longest=longest)
            if not right(each):
                inner.fault(each, f"{shown(each)} is not right here", allowed)
            elif text:
                found[each] = text
        return found

    def finish(self) -> None:
        """Note the fields that have not been asked for: misspelt, or of another kind of entry."""
        unknown = [name for name in self._record.fields if name not in self._asked]
        for number, name in enumerate(unknown):
            near = nearest(name, self._asked) if number < _MOST_HINTS else ""
            self._log.fault(
                self._record.key_lines.get(name, self.line),
                self._prefix + name,
                "is not a field here" + (f"; did you mean {near}?" if near else ""),
                ", ".join(self._asked),
            )

    def _node(self, name: str, must: str) -> Node | None:
        if name not in self._asked:
            self._asked.append(name)
        if self.has(name):
            return self._record.fields[name]
        if must and self._prefix:
            self.fault(name, "is missing", must, Rule.REQUIRED)
        elif must:
            self._log.lack(self.line_of(name), name, "is missing", must)
        return None

    def _listed(self, name: str) -> tuple[tuple[str, Node], ...]:
        node = self._node(name, "")
        if node is None:
            return ()
        if not isinstance(node, Listing):
            self.fault(name, "is not a list", "[one, two], or one a line after a hyphen")
            return ()
        if len(node.items) > MOST_ITEMS:
            self.fault(name, f"has {len(node.items)} items", f"at most {MOST_ITEMS}")
        return tuple(
            (f"{self._prefix}{name}[{number}]", item)
            for number, item in enumerate(node.items[:MOST_ITEMS], 1)
        )
