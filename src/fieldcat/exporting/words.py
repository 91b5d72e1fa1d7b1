"""The few words that pages have of their own, in the language of what they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldcat.domain.head import Kind

_ENGLISH: Mapping[str, str] = {
    "audiences": "For whom",
    "authors": "Authors",
    "capabilities": "Capability",
    "channels": "How to reach it",
    "contents": "All entries",
    "cost": "Cost",
    "countries": "Countries",
    "edition": "Edition",
    "entries": "entries",
    "evidence": "Evidence",
    "hours": "Hours",
    "languages": "Languages",
    "last_checked": "Last checked",
    "licence": "Licence",
    "not_checked": "nobody has said",
    "publisher": "Published by",
    "references": "References",
    "related": "See also",
    "source": "Source",
    "topics": "Topic",
    "website": "Website",
    "where": "Where",
    "who": "Who",
    Kind.CASE_STUDY: "Case studies",
    Kind.RESEARCH: "Research",
    Kind.LEARNING_MATERIAL: "Learning materials",
    Kind.FUNDING: "Funding",
    Kind.HELP_SERVICE: "Help services",
    Kind.TOOL: "Tools",
    Kind.ORGANISATION: "Organisations",
    Kind.TERM: "Terms",
}
_SPANISH: Mapping[str, str] = {
    "audiences": "Para quién",
    "authors": "Autores",
    "capabilities": "Capacidad",
    "channels": "Cómo contactar",
    "contents": "Todas las entradas",
    "cost": "Costo",
    "countries": "Países",
    "edition": "Edición",
    "entries": "entradas",
    "evidence": "Evidencia",
    "hours": "Horario",
    "languages": "Idiomas",
    "last_checked": "Última comprobación",
    "licence": "Licencia",
    "not_checked": "nadie lo ha dicho",
    "publisher": "Publicado por",
    "references": "Referencias",
    "related": "Véase también",
    "source": "Fuente",
    "topics": "Tema",
    "website": "Sitio web",
    "where": "Dónde",
    "who": "Quién",
    Kind.CASE_STUDY: "Estudios de caso",
    Kind.RESEARCH: "Investigación",
    Kind.LEARNING_MATERIAL: "Materiales de aprendizaje",
    Kind.FUNDING: "Financiación",
    Kind.HELP_SERVICE: "Servicios de ayuda",
    Kind.TOOL: "Herramientas",
    Kind.ORGANISATION: "Organizaciones",
    Kind.TERM: "Términos",
}
_BY_LANGUAGE = {"en": _ENGLISH, "es": _SPANISH}


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one language: ``words["source"]``; English where the language has none."""

    language: str

    def __getitem__(self, name: str) -> str:
        return _BY_LANGUAGE.get(self.language.split("-")[0], _ENGLISH)[name]

    def kind(self, kind: Kind) -> str:
        """What entries of a kind are called."""
        return self[kind]
