"""A publisher of a synthetic collection with two later editions: its bundles, card and web tree.

It is made once for each size and kept in ``results/``, since making 10,000 entries takes a while.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench import synthetic
from fieldcat.domain.edition import Card
from fieldcat.domain.entry import Entry
from fieldcat.publishing import roots, trees
from fieldcat.publishing.building import Built
from fieldcat.publishing.releasing import next_edition
from fieldcat.records.editions import encode_card
from fieldcat.records.packs import put_entry, put_vocabulary

REVISED = 100
"""Entries that the second edition changes; the third changes one more."""
_PASSPHRASE = "worth nothing, as the collection"


@dataclass(frozen=True, slots=True)
class Released:
    """What a publisher gives out. ``records`` are all records of the first edition, a line each."""

    folder: Path

    @property
    def first(self) -> Path:
        """The first edition, whole."""
        return self.folder / "first.fieldcat"

    @property
    def update(self) -> Path:
        """What the second edition brings."""
        return self.folder / "update.fieldcat"

    @property
    def card(self) -> Path:
        """The publisher's card."""
        return self.folder / "synthetic.fieldcat-card"

    @property
    def records(self) -> Path:
        """All records of the first edition, one a line."""
        return self.folder / "records.jsonl"

    def tree(self, edition: int) -> Path:
        """The folder for the web host, as it was when this edition came out."""
        return self.folder / f"tree-{edition}"


def released(size: int) -> Released:
    """The editions of a collection of this size, made if they are not there yet."""
    made = Released(synthetic.FOLDER / f"released-{size}-version{synthetic.VERSION}")
    if not (made.folder / "whole").exists():
        shutil.rmtree(made.folder, ignore_errors=True)
        made.folder.mkdir(parents=True)
        _release(made, size)
        (made.folder / "whole").touch()
    return made


def _release(made: Released, size: int) -> None:
    def passphrase(_: str) -> str:
        return _PASSPHRASE

    keys = made.folder / "keys"
    publisher = roots.make_keys(keys, passphrase, root_keys=3, threshold=2)
    signer = roots.release_signer(keys, publisher, passphrase)
    collection = synthetic.COLLECTION
    card = Card(collection.id, collection.title, collection.publisher, publisher.newest)
    made.card.write_bytes(encode_card(card))
    last = None
    for number, revised in enumerate((0, REVISED, REVISED + 1), 1):
        built = Built(
            replace(collection, edition=number, date=f"2026-01-{number:02}"),
            synthetic.vocabularies(),
            tuple(_entries(size, revised)),
        )
        unsigned = next_edition(built, {}, last)
        edition = trees.signed(unsigned, publisher, signer)
        if number == 1:
            trees.write_bundle(made.first, edition)
            lines = [*map(put_vocabulary, built.vocabularies), *map(put_entry, built.entries)]
            made.records.write_bytes(b"".join(line.data + b"\n" for line in lines))
        if number == 2:
            trees.write_bundle(made.update, edition, since=1)
        trees.write_tree(made.tree(number), edition)
        last = trees.read_last(made.tree(number))


def _entries(size: int, revised: int) -> Iterator[Entry]:
    """As ``synthetic.entries``: of 100 originals there is a second edition, of one a third."""
    more = revised > REVISED
    entries = sorted(
        synthetic.entries(size, revised=min(revised, REVISED)),
        key=lambda entry: (entry.id, entry.head.translates is not None, entry.head.language),
    )
    for number, entry in enumerate(entries):
        yield (
            replace(entry, head=replace(entry.head, summary="Corrected."))
            if (more and number == size // 2)
            else entry
        )
