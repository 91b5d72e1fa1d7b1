"""``workspace.yaml``: what the collection is called, who publishes it, how it is checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fieldcat.domain.edition import Program
from fieldcat.domain.taxonomy import Collection
from fieldcat.publishing import values
from fieldcat.publishing.check_settings import read_check_settings
from fieldcat.publishing.faults import FaultLog, shown
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.nodes import read_yaml
from fieldcat.publishing.rules import CheckSettings
from fieldcat.publishing.text_files import read_text

FILE = "workspace.yaml"
FORMAT = "1"


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``workspace.yaml`` says: what is published of it, and what is set for the publisher."""

    collection: Collection
    checks: CheckSettings
    program: Program | None = None


def read_settings(folder: Path, log: FaultLog) -> Settings | None:
    """The settings of a workspace; None if nothing behind them can be read."""
    path = folder / FILE
    if not path.exists():
        log.fault(0, "", "is missing", "a workspace has this file at its top")
        return None
    text = read_text(path, log)
    record = read_yaml(text, log) if text is not None else None
    if record is None:
        return None
    fields = Fields(record, log)
    known = fields.text("format", must=FORMAT)
    if known and known != FORMAT:
        fields.fault("format", f"{shown(known)} is not a format that this fieldcat reads", FORMAT)
        return None
    collection = Collection(
        id=fields.checked(
            "collection",
            values.is_collection_id,
            "small letters a–z, digits, hyphens, at most 40",
            must=True,
        ),
        title=fields.text("title", must="the collection's name", longest=120),
        publisher=fields.text("publisher", must="who publishes it", longest=120),
        description=fields.text("description", must="one or two sentences", longest=600),
        language=fields.checked("language", values.is_language, values.LANGUAGE_ALLOWED, must=True),
        licence=fields.text("licence", must="the licence of the text, such as CC BY 4.0"),
        edition=fields.number("edition", must=True),
        date=fields.checked("date", values.is_day, values.DAY_ALLOWED, must=True),
        web=fields.url("web"),
    )
    checks = read_check_settings(fields)
    program = _program(fields)
    fields.finish()
    return Settings(collection, checks, program)


def _program(fields: Fields) -> Program | None:
    """The newest program that the publisher knows of, which old ones then tell of."""
    told = fields.record("program")
    if told is None:
        return None
    version = told.checked("version", values.is_version, values.VERSION_ALLOWED, must=True)
    web = told.url("web")
    told.finish()
    return Program(version, web) if version else None
