"""Which column of a table is which field: by its name, or as a mapping file says.

A mapping file is YAML: ``kind``, ``columns`` (name of a column: field, or ``-`` to leave it out),
``defaults`` (field: value for every row that has none), ``dates`` (``day-first``, ``month-first``),
``key`` (the column by which a later run knows a row again).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fieldcat.domain.entry import Kind
from fieldcat.publishing.faults import FaultLog, one_of, shown
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.mentions import KINDS
from fieldcat.publishing.nodes import Record, Scalar, read_yaml
from fieldcat.publishing.reviewing.duplicates import folded
from fieldcat.publishing.text_files import read_text
from fieldcat.publishing.typed_values import First

LEFT_OUT = "-"
CHANNELS = ("telephone", "website", "chat", "app", "email")
_COMMON = (
    *("slug", "title", "summary", "text", "language", "keywords", "sensitive", "year"),
    *("source_url", "source_title", "source_publisher", "source_date", "verbatim", "related"),
    *("countries", "regions", "topics", "audiences", "capabilities", "risks", "approaches"),
    *("evidence", "organisations"),
)
_OF_KIND: Mapping[Kind, tuple[str, ...]] = {
    Kind.CASE_STUDY: ("started",),
    Kind.RESEARCH: (
        *("authors", "publisher", "published", "method", "population", "period", "url"),
    ),
    Kind.LEARNING_MATERIAL: (
        *("provider", "format", "ages", "cost", "offline", "url", "languages"),
    ),
    Kind.FUNDING: ("funder", "amount", "currency", "opens", "closes", "who_can_apply", "url"),
    Kind.HELP_SERVICE: (
        *("service_kind", "provider", "channels", "hours", "cost", "ages", "stated_by"),
        *("last_checked", "languages", *CHANNELS),
    ),
    Kind.TOOL: ("provider", "purpose", "stage", "cost", "url"),
    Kind.ORGANISATION: ("organisation_kind", "founded", "website", "abbreviation"),
    Kind.TERM: ("abbreviations", "synonyms", "discouraged", "definition_source"),
}
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "slug": ("id", "identifier", "key", "código", "clave"),
    "title": ("name", "organisation", "organization", "term", "word", "nombre", "título", "nom"),
    "summary": ("description", "abstract", "about", "resumen", "descripción", "résumé"),
    "text": ("full text", "details", "body", "definition", "notes", "texto", "definición"),
    "language": ("lang", "idioma", "langue"),
    "keywords": ("tags", "palabras clave", "mots clés"),
    "countries": ("country", "where", "país", "países", "pays"),
    "regions": ("region", "región", "région"),
    "topics": ("topic", "subject", "theme", "themes", "temas", "tema"),
    "audiences": ("audience", "for whom", "target group", "público"),
    "capabilities": ("capability",),
    "source_url": ("source", "source address", "fuente"),
    "source_date": ("date", "source date", "fecha"),
    "year": ("año", "année"),
    "authors": ("author", "autor", "autores", "auteurs"),
    "published": ("publication date", "date published", "fecha de publicación"),
    "url": ("link", "address", "web address", "enlace", "lien"),
    "website": ("web", "site", "homepage", "url", "sitio web", "página web", "site web"),
    "provider": ("provided by", "run by", "operator", "proveedor"),
    "telephone": ("phone", "tel", "phone number", "telephone number", "teléfono", "téléphone"),
    "email": ("e-mail", "mail", "correo", "correo electrónico"),
    "hours": ("opening hours", "horario", "horaires"),
    "cost": ("price", "costo", "precio", "coût"),
    "ages": ("age", "age range", "edad", "edades"),
    "last_checked": ("checked", "verified", "last verified", "date checked"),
    "languages": ("language spoken", "languages spoken", "idiomas", "langues"),
    "service_kind": ("kind of service", "type of service", "type"),
    "organisation_kind": ("kind of organisation", "type of organisation", "type", "tipo"),
    "abbreviation": ("acronym", "short name", "sigla", "siglas"),
    "abbreviations": ("abbreviation", "acronyms"),
    "founded": ("year founded", "established", "fundada"),
    "funder": ("donor", "financiador"),
    "opens": ("opening date", "start date"),
    "closes": ("deadline", "closing date", "fecha límite"),
    "who_can_apply": ("eligibility", "eligible"),
}


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping file says."""

    kind: Kind | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    first: First | None = None
    key: str = ""


def fields_of(kind: Kind) -> tuple[str, ...]:
    """The fields that a column can hold."""
    return (*_COMMON, *_OF_KIND[kind])


def match_columns(names: Iterable[str], kind: Kind, mapped: Mapped) -> dict[int, str]:
    """The field of each column that has one, by its place from 0.

    A field goes to the first column that asks for it; what the mapping says comes before names.
    """
    told = {folded(name): target for name, target in mapped.columns.items()}
    known = {folded(name): name for name in fields_of(kind)}
    for target in fields_of(kind):
        for other in _OTHER_NAMES.get(target, ()):
            known.setdefault(folded(other), target)
    placed = [(at, folded(name)) for at, name in enumerate(names)]
    matched = {at: told[name] for at, name in placed if name in told}
    taken = set(matched.values())
    for at, name in placed:
        target = known.get(name, "")
        if at not in matched and target and target not in taken:
            matched[at] = target
            taken.add(target)
    return {at: target for at, target in matched.items() if target != LEFT_OUT}


def read_mapping(path: Path, log: FaultLog) -> Mapped:
    """A mapping file; what is wrong with it is noted."""
    text = read_text(path, log)
    record = read_yaml(text, log) if text is not None else None
    if record is None:
        return Mapped()
    fields = Fields(record, log)
    kind = fields.choice("kind", KINDS)
    dates = fields.choice("dates", ("day-first", "month-first"))
    key = fields.text("key")
    columns, defaults = _texts(record, "columns"), _texts(record, "defaults")
    for name in ("columns", "defaults"):
        fields.record(name)
    fields.finish()
    known = (
        {name for one in Kind for name in fields_of(one)} if not kind else {*fields_of(Kind(kind))}
    )
    for name, target in (*columns.items(), *((name, name) for name in defaults)):
        if target not in known and target != LEFT_OUT:
            log.fault(record.line, name, f"{shown(target)} is no field", one_of(target, known))
    first: First | None = None
    if dates:
        first = "day" if dates == "day-first" else "month"
    return Mapped(Kind(kind) if kind else None, columns, defaults, first, key)


def _texts(record: Record, name: str) -> dict[str, str]:
    node = record.fields.get(name)
    if not isinstance(node, Record):
        return {}
    return {
        key: value.text.strip() for key, value in node.fields.items() if isinstance(value, Scalar)
    }
