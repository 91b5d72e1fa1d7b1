"""CSL JSON: a list of works, as citation processors exchange them (Citation Style Language 1.0)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from fieldcat.publishing.ingesting.works import Work


def read_csl(text: str) -> Iterator[Work]:
    """The works of a CSL JSON text.

    Raises:
        ValueError: it is no list of works.
    """
    try:
        read = json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    works = [read] if isinstance(read, dict) else read
    if not isinstance(works, list):
        raise ValueError("it is no list of works")
    for number, work in enumerate(works, 1):
        # What is no work becomes one without a title, and is told of.
        yield _work(work, number) if isinstance(work, dict) else Work(f"work {number}", "")


def _work(work: Mapping[str, Any], number: int) -> Work:
    def text(*names: str) -> str:
        found = (work.get(name) for name in names)
        return next((str(value) for value in found if isinstance(value, str | int) and value), "")

    return Work(
        key=text("id") or f"work {number}",
        title=text("title"),
        authors=tuple(_names(work.get("author") or work.get("editor"))),
        published=_date(work.get("issued")),
        publisher=text("publisher"),
        within=text("container-title", "collection-title"),
        volume=text("volume"),
        issue=text("issue"),
        pages=text("page"),
        url=text("URL"),
        doi=text("DOI").removeprefix("https://doi.org/"),
        abstract=text("abstract"),
        language=text("language"),
        keywords=tuple(part.strip() for part in text("keyword").split(",")),
    )


def _names(names: object) -> Iterator[str]:
    for name in names if isinstance(names, list) else ():
        if isinstance(name, dict):
            parts = (name.get("given"), name.get("non-dropping-particle"), name.get("family"))
            said = " ".join(part for part in parts if isinstance(part, str) and part)
            yield said or str(name.get("literal") or "")


def _date(issued: object) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        numbers = [str(part) for part in parts[0][:3] if str(part).isdigit()]
        return "-".join(part.zfill(4 if at == 0 else 2) for at, part in enumerate(numbers))
    return str(issued.get("raw") or issued.get("literal") or "")
