"""What tests of readers share."""

from __future__ import annotations

from pathlib import Path

from fieldcat.domain.entry import Kind
from fieldcat.publishing.ingesting.articles import Setting
from fieldcat.publishing.ingesting.filing import Filing
from fieldcat.publishing.ingesting.headings import headings


def setting(
    *, filing: Filing | None = None, pictures: dict[str, Path | bytes] | None = None
) -> Setting:
    """What articles are read with, as plain as it can be."""
    found = pictures or {}
    return Setting(Kind.CASE_STUDY, "en", headings(), filing or Filing(), found.get)
