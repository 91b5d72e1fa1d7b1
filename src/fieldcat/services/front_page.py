"""The front page: the answer to an empty query, kept so that the next start can paint it at once.

It is read before the casebook is opened, which takes longer than painting, and belongs to one
catalogue, one language and one version of the program; see ``sealed_files``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from fieldcat import __version__
from fieldcat.domain.facets import Facet
from fieldcat.domain.head import EntryId, Head, Kind, Party, Source
from fieldcat.domain.query import Answer, FacetValue, Hit, Query, Snippet, Sort
from fieldcat.services.sealed_files import mark, read_sealed, write_sealed

_FORMAT = 1
_PURPOSE = b"front page"


def read_front_page(
    file: Path, catalogue: Path, *, language: str, key_file: Path | None = None
) -> Answer | None:
    """The answer that was kept for this catalogue, as it is now, and this language; None if none.

    ``key_file`` None is this laptop's key.
    """
    content = read_sealed(file, _PURPOSE, key_file)
    if content is None:
        return None
    try:
        page = json.loads(content)
        if {**page, "answer": None} != _page(catalogue, language, None):
            return None
        return _answer(page["answer"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _page(catalogue: Path, language: str, answer: Answer | None) -> dict[str, Any]:
    """What the file holds."""
    return {
        "format": _FORMAT,
        "program": __version__,
        "catalogue": mark(catalogue),
        "language": language,
        "answer": answer,
    }


# By hand, for only this laptop can have written it, and what checks types takes longer to load than
# all of this to be read.


def _answer(held: Mapping[str, Any]) -> Answer:
    query = held["query"]
    if query["text"] or query["filters"] or held["excerpts"] or held["preferred_term"]:
        raise ValueError("no answer to an empty query")
    return Answer(
        query=Query(sort=Sort(query["sort"]), limit=query["limit"], offset=query["offset"]),
        hits=tuple(_hit(hit) for hit in held["hits"]),
        total=held["total"],
        collection_size=held["collection_size"],
        partial_total=held["partial_total"],
        facets={
            Facet(facet): tuple(FacetValue(**value) for value in values)
            for facet, values in held["facets"].items()
        },
        suggestion=held["suggestion"],
        searchable=held["searchable"],
    )


def _hit(held: Mapping[str, Any]) -> Hit:
    snippet = held["snippet"]
    return Hit(
        head=_head(held["head"]),
        score=held["score"],
        snippet=Snippet(snippet["text"], _marks(snippet["marks"])),
        title_marks=_marks(held["title_marks"]),
        partial=held["partial"],
    )


def _marks(held: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple((begin, end) for begin, end in held)


def _head(held: Mapping[str, Any]) -> Head:
    plain: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in held.items()
    }
    parties = tuple(
        Party(_id(party["organisation"]), party["name"], party["role"])
        for party in held["organisations"]
    )
    special: dict[str, Any] = {
        "id": _id(held["id"]),
        "source": Source(**held["source"]),
        "organisations": parties,
    }
    return Head(**{**plain, **special})


def _id(held: Mapping[str, str]) -> EntryId:
    return EntryId(held["collection"], Kind(held["kind"]), held["slug"])


def write_front_page(
    file: Path, catalogue: Path, answer: Answer, *, language: str, key_file: Path | None = None
) -> None:
    """Keep an answer for the next start, where it can be written.

    ``key_file`` None is this laptop's key, which is made where there is none.
    """
    import msgspec  # which a start does without

    with suppress(OSError):
        page = _page(catalogue, language, answer)
        write_sealed(file, _PURPOSE, msgspec.json.encode(page), key_file)
