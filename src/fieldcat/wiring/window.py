"""What a window is offered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from fieldcat.domain.facets import PUBLISHED, Facet
from fieldcat.domain.head import EntryId
from fieldcat.domain.places import country_name
from fieldcat.domain.progress import Report
from fieldcat.domain.query import Answer, Query
from fieldcat.errors import FieldcatError
from fieldcat.resources import resource
from fieldcat.services.offered import Cancelled, OwnServices, Services, UpdateServices
from fieldcat.wiring.about import is_for_development, licences, newer_program
from fieldcat.wiring.health import export_log_of
from fieldcat.wiring.importing import importing_laptop, installers
from fieldcat.wiring.sites import sites
from fieldcat.wiring.workbench import Workbench

if TYPE_CHECKING:
    from fieldcat.services.answers import Installation
    from fieldcat.services.casebook import Casebook
    from fieldcat.services.offered_training import TrainingServices

T = TypeVar("T")


def window_services(workbench: Workbench, *, language: str = "en") -> Services:
    """What a window of this language (a BCP 47 tag) is offered.

    Answers name countries, regions and languages as it does; another window is made for another.
    Nothing is loaded for it before it is asked.
    """

    def kept_ids() -> frozenset[EntryId]:
        seen = workbench.first_look
        return made().kept_ids() if seen is None else seen.kept

    def preference(key: str, default: str) -> str:
        seen = workbench.first_look
        return made().preference(key, default) if seen is None else seen.preference(key, default)

    def facet_label(facet: Facet, value: str) -> str:
        if facet is Facet.COUNTRY:
            return country_name(value, language or "en")
        # While the casebook is opened, its front page is all that can be clicked.
        shown = None if workbench.awake else workbench.front_page_shown
        rows = shown.facets.get(facet, ()) if shown is not None else ()
        words = next((row.label for row in rows if row.value == value), None)
        return made().facet_label(facet, value) if words is None else words

    made = cache(lambda: _all_services(workbench, language))
    return replace(
        _when_asked(made),
        kept_ids=kept_ids,
        preference=preference,
        facet_label=facet_label,
        front_page=lambda: workbench.front_page(language),
        is_awake=lambda: workbench.awake,
        newer_is_left=lambda: workbench.left_for_newer is not None,
    )


def _when_asked(made: Callable[[], Services]) -> Services:
    """The same services, of which nothing is made before one of them is asked."""
    return _later(
        made,
        Services,
        own=_later(lambda: made().own, OwnServices),
        updates=_later(lambda: made().updates, UpdateServices),
        training=cast("TrainingServices", _Late(lambda: made().training)),
    )


def _later(made: Callable[[], T], kind: type[T], **parts: object) -> T:
    """Services of a kind, made when one of them is first asked; ``parts`` are there already."""

    def asked(name: str) -> Callable[..., Any]:
        return lambda *arguments: getattr(made(), name)(*arguments)

    offered = {field.name: asked(field.name) for field in fields(cast("Any", kind))}
    return kind(**(offered | parts))


class _Late:
    """Services whose kind even is not loaded before one of them is asked."""

    def __init__(self, made: Callable[[], object]) -> None:
        self._made = made

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *arguments: getattr(self._made(), name)(*arguments)


def _all_services(workbench: Workbench, language: str) -> Services:
    # Nothing else stands between the first page and the first answer.
    from fieldcat.services import browsing
    from fieldcat.storage.files import write_whole
    from fieldcat.storage.pictures import read_picture

    def spoken() -> Casebook:
        return _spoken(workbench.casebook, language)

    def wake() -> None:
        _ = workbench.casebook

    def prepare_search(report: Report) -> None:
        workbench.searchable(report)

    return Services(
        find=partial(_find, workbench, language),
        wake=wake,
        read_line=lambda line, cursor, kinds: browsing.read_typed(
            workbench.casebook, line=line, cursor=cursor, kinds=kinds
        ),
        read=lambda entry_id, language: browsing.read_entry(
            workbench.casebook, entry_id=entry_id, language=language
        ),
        withdrawn=lambda entry_id: browsing.read_withdrawn(workbench.casebook, entry_id=entry_id),
        heads=lambda entry_ids: browsing.heads(workbench.casebook, entry_ids=entry_ids),
        collection=lambda collection_id: browsing.collection(
            workbench.casebook, collection_id=collection_id
        ),
        labels=lambda: browsing.labels(spoken()),
        facet_label=lambda facet, value: browsing.facet_label(spoken(), facet=facet, value=value),
        marker=lambda text, language: workbench.asked_at_once(
            lambda casebook: browsing.marker(casebook, text=text, language=language)
        ),
        nothing_found_help=lambda query: workbench.asked_at_once(
            lambda casebook: browsing.nothing_found_help(
                workbench.with_saved(casebook), query=query
            )
        ),
        keep=partial(_keep, workbench),
        forget=partial(_forget, workbench),
        kept_ids=partial(_kept_ids, workbench),
        preference=partial(_preference, workbench),
        set_preference=lambda key, value: workbench.copied_user_data.set_preference(key, value),
        prepare_search=prepare_search,
        own=_later(cache(partial(_own, workbench)), OwnServices),
        more_like=lambda entry_id: workbench.asked_at_once(
            lambda casebook: browsing.more_like(casebook, entry_id=entry_id)
        ),
        updates=_later(cache(partial(_updates, workbench)), UpdateServices),
        training=cast("TrainingServices", _Late(cache(partial(_training, workbench, language)))),
        installation=partial(_installation, workbench),
        licences=lambda: licences(workbench),
        newer_program=lambda: newer_program(workbench),
        picture=lambda asset: read_picture(workbench.pictures, asset),
        export=partial(_export, workbench, language),
        sites=sites,
        save_file=write_whole,
        export_log=lambda file: export_log_of(workbench.folder, file),
    )


def _spoken(casebook: Casebook, language: str) -> Casebook:
    return replace(casebook, labels=casebook.labels.in_language(language or "en"))


def _find(workbench: Workbench, language: str, query: Query, cancelled: Cancelled) -> Answer:
    from fieldcat.services import browsing

    def found(casebook: Casebook) -> Answer:
        here = workbench.with_saved(_spoken(casebook, language))
        answer = browsing.find(here, query=query, cancelled=cancelled)
        if query == Query(limit=query.limit):
            # What is saved by then is asked at the next start.
            front = replace(
                answer, facets={f: answer.facets[f] for f in answer.facets if f in PUBLISHED}
            )
            workbench.keep_front_page(casebook, front, language)
        return answer

    if query.text.strip():
        workbench.await_index(cancelled)
    # Where the index fails, the answer says so, and the window has another built.
    return workbench.asked_at_once(found)


def _own(workbench: Workbench) -> OwnServices:
    from fieldcat.services.own import Sources, own_services

    return own_services(
        Sources(
            user_data=lambda: workbench.copied_user_data,
            casebook=lambda: workbench.casebook,
            asked=workbench.asked,
            with_saved=workbench.with_saved,
        )
    )


def _updates(workbench: Workbench) -> UpdateServices:
    from fieldcat.services.updating import Sources, update_services

    def renew() -> None:
        workbench.renew()
        # Before the window asks: what it shows does not change a second time then.
        with suppress(FieldcatError):
            workbench.searchable()

    return update_services(
        Sources(
            laptop=lambda: importing_laptop(workbench),
            casebook=lambda: workbench.casebook,
            generations=workbench.folder.generations,
            data_folder=workbench.folder.root,
            shipped=resource("casebook.sqlite"),
            bundle=resource("casebook.fieldcat"),
            renew=renew,
            installers=lambda: installers(workbench),
            newer_is_left=lambda: workbench.left_for_newer is not None,
        )
    )


def _training(workbench: Workbench, language: str) -> TrainingServices:
    from fieldcat.services.training import Sources, training_services

    return training_services(
        Sources(
            user_data=lambda: workbench.copied_user_data,
            casebook=lambda: workbench.casebook,
            language=language or "en",
        )
    )


def _keep(workbench: Workbench, entry_id: EntryId, folder: str | None) -> None:
    from fieldcat.services import browsing, keeping

    head = browsing.read_entry(workbench.casebook, entry_id=entry_id).head
    keeping.keep(workbench.copied_user_data, head=head, folder=folder)


def _forget(workbench: Workbench, entry_id: EntryId) -> None:
    from fieldcat.services import keeping

    keeping.forget(workbench.copied_user_data, entry_id=entry_id)


def _kept_ids(workbench: Workbench) -> frozenset[EntryId]:
    from fieldcat.services import keeping

    return keeping.kept_ids(workbench.user_data)


def _preference(workbench: Workbench, key: str, default: str) -> str:
    found = workbench.user_data.preference(key, default)
    return found if isinstance(found, str) else default


def _installation(workbench: Workbench) -> Installation:
    from fieldcat.services.installation import installation

    return installation(
        workbench.casebook.collections,
        workbench.folder.root,
        development=is_for_development(),
    )


def _export(
    workbench: Workbench,
    language: str,
    chosen: Query | tuple[EntryId, ...],
    file: Path,
    format: str,
    report: Report,
) -> int:
    from fieldcat.services import exporting  # asked for once in a while

    entries = (
        chosen
        if isinstance(chosen, tuple)
        else workbench.asked_at_once(
            lambda casebook: exporting.found_by(workbench.with_saved(casebook), query=chosen)
        )
    )
    if format in sites():
        return _export_site(workbench, entries, file, format, report)
    return exporting.export_entries(
        workbench.casebook,
        entry_ids=entries,
        file=file,
        format=exporting.Format(format),
        language=language or None,
        report=report,
    )


def _export_site(
    workbench: Workbench, entries: tuple[EntryId, ...], file: Path, format: str, report: Report
) -> int:
    from fieldcat.services import catalogue_site
    from fieldcat.storage.pictures import read_picture

    return catalogue_site.export_entries_as_site(
        workbench.casebook,
        entry_ids=entries,
        target=file,
        zim=format == "zim",
        picture=lambda asset: read_picture(workbench.pictures, asset),
        report=report,
    )
