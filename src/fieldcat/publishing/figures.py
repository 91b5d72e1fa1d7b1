"""Figures: every number that an entry states, with all that makes it honest to quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from fieldcat.domain.entry import Figure, FigureMention, Qualifier, Section
from fieldcat.domain.places import country_codes, region_codes
from fieldcat.publishing import values
from fieldcat.publishing.body import FIELD, Body, lines_in
from fieldcat.publishing.faults import FaultLog, shown
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.mentions import hold_named

MOST_LEADS = 3
_VALUE = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
_QUALIFIERS = tuple(qualifier.value for qualifier in Qualifier if qualifier.value)


def read_figures(fields: Fields, body: Body, log: FaultLog) -> tuple[Figure, ...]:
    """The figures of an entry, held against the text that states them."""
    stated = _statements(body.sections)
    sections = {section.id for section in body.sections}
    figures: dict[str, Figure] = {}
    leads = 0
    for record in fields.records("figures"):
        figure = _figure(record, sections, stated)
        record.finish()
        if figure.id in figures:
            record.fault("id", f"the figure {shown(figure.id)} stands twice", "each id once")
            continue
        if not figure.id:
            continue
        figures[figure.id] = figure
        leads += figure.lead
        if figure.lead and leads > MOST_LEADS:
            record.fault("lead", f"is the {leads}th", f"at most {MOST_LEADS} figures with lead")
    hold_named(body.figures, figures, "figure", FIELD, log)
    hold_named(body.cards, figures, "figure", FIELD, log)
    return tuple(figures.values())


def _figure(
    record: Fields, sections: set[str], stated: Mapping[str, Sequence[tuple[str, str]]]
) -> Figure:
    figure_id = record.checked("id", values.is_slug, values.SLUG_ALLOWED, must=True)
    value = record.checked(
        "value", _is_value, "digits and a decimal point, written out: 218000, 92, 0.5", must=True
    )
    figure = Figure(
        id=figure_id,
        value=Decimal(value or 0),
        unit=record.text("unit", must="what it is measured in"),
        counts=record.text("counts", must="what it counts, to be read after the number"),
        qualifier=Qualifier(record.choice("qualifier", _QUALIFIERS)),
        whom=record.text("whom"),
        place=_place(record),
        period=record.text("period"),
        section=record.choice("section", sections, must=True),
        block=_block(record, figure_id, stated),
        lead=record.flag("lead") or False,
        counted=record.flag("counted") or False,
        note=record.text("note"),
    )
    if figure.counted and not figure.note:
        record.fault("note", "is missing", "how it was counted or added up")
    return figure


def _is_value(text: str) -> bool:
    return _VALUE.fullmatch(text) is not None


def _place(record: Fields) -> str:
    place = record.text("place")
    for form, known in ((r"[A-Z]{2}", country_codes()), (r"[0-9]{3}", region_codes())):
        if re.fullmatch(form, place) and place not in known:
            allowed = "a country's code, a region's code of M49, or words"
            record.fault("place", f"{shown(place)} is no country or region", allowed)
    return place


def _block(record: Fields, figure_id: str, stated: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """The id of the block that states a figure, in the section that the figure names."""
    if not figure_id:
        return ""
    places = stated.get(figure_id, ())
    section = record.text("section")
    for found, block in places:
        if found == section:
            return block
    link = f"[words](figure:{figure_id})"
    if places:
        where = ", ".join(dict.fromkeys(found for found, _ in places))
        record.fault("section", f"the text states it elsewhere: {where}", f"{link} in {section}")
    else:
        record.fault("id", f"the text does not state {shown(figure_id)}", link)
    return ""


def _statements(sections: Iterable[Section]) -> dict[str, list[tuple[str, str]]]:
    """Where each figure is stated: the ids of section and block."""
    found: dict[str, list[tuple[str, str]]] = {}
    for section in sections:
        for block in section.blocks:
            for block_id, line in lines_in(block):
                for span in line:
                    if isinstance(span, FigureMention):
                        found.setdefault(span.figure, []).append((section.id, block_id))
    return found
