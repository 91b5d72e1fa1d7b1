"""Files of references as items of research: RIS, BibTeX, CSL JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from fieldcat.publishing.ingesting.bibtex import read_bibtex
from fieldcat.publishing.ingesting.csl import read_csl
from fieldcat.publishing.ingesting.decoding import read_whole
from fieldcat.publishing.ingesting.items import Read, Remark, Why
from fieldcat.publishing.ingesting.ris import read_ris
from fieldcat.publishing.ingesting.works import MOST_BYTES, MOST_WORKS, Work, item_of

_READERS: Mapping[str, Callable[[str], Iterator[Work]]] = {
    ".ris": read_ris,
    ".bib": read_bibtex,
    ".json": read_csl,
}
ENDINGS = tuple(_READERS)


def read_works(path: Path) -> Iterator[Read]:
    """The items of a file of references, and what is to be said of it.

    All of it is read before the first item is given: nothing is taken in by halves.

    Raises:
        OSError: it cannot be read.
    """
    text = read_whole(path, MOST_BYTES)
    if text is None:
        yield Remark(Why.BROKEN, f"it has more than {MOST_BYTES // 1_000_000} MB")
        return
    try:
        works = list(islice(_READERS[path.suffix.casefold()](text), MOST_WORKS + 1))
    except ValueError as error:
        yield Remark(Why.BROKEN, str(error))
        return
    if len(works) > MOST_WORKS:
        yield Remark(Why.BROKEN, f"it has more than {MOST_WORKS:,} works: divide it")
    elif not works:
        yield Remark(Why.BROKEN, "there are no works in it")
    else:
        yield from (item_of(work, path.name) for work in works)
