"""The search index: opened where it fits its catalogue, else built from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING

from fieldcat.domain.places import country_name
from fieldcat.domain.progress import Report, unreported
from fieldcat.domain.searching import SearchDocument, Synonym
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import EnvironmentFaultError, IndexUnusableError
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index
from fieldcat.search.searching import Searcher
from fieldcat.search.updating import update_index
from fieldcat.services.terminology import synonyms

if TYPE_CHECKING:
    from fieldcat.storage.catalogue import Catalogue


def ensure_index(
    catalogue: Catalogue,
    folder: Path,
    report: Report = unreported,
    *,
    key_file: Path | None = None,
) -> Searcher:
    """Open the index of this catalogue, or build it first.

    It is built where it is missing, of another format, damaged, or from another laptop, which the
    key in ``key_file`` tells; None is the usual place of the key. One of an earlier catalogue is
    brought up to this one where few entries differ, else built anew. ``report`` may raise
    ``CancelledError``. Where the folder or the key cannot be written, or the disk is full, the
    index is built in the system's temporary folder and goes when the searcher is closed, so that
    searching works on a read-only stick.

    Raises:
        CancelledError: the user stopped it; what was there before still is.
        EnvironmentFaultError: there is no place for an index at all.
        CatalogueDamagedError: the catalogue cannot be read.
        IndexUnusableError: what was just built does not open.
    """

    def opened() -> Searcher:
        return Searcher(open_index(folder, catalogue.fingerprint, key_file=key_file))

    # Whatever is wrong with it, the remedy is the same.
    with suppress(IndexUnusableError):
        return opened()
    with suppress(EnvironmentFaultError):
        _update_or_build(catalogue, folder, report, key_file)
    # Where building failed, another process may have been quicker; while that one puts its index
    # in place, there is none for a moment.
    for _ in range(2):
        with suppress(IndexUnusableError):
            return opened()
    return _passing_index(catalogue, report)


def _update_or_build(
    catalogue: Catalogue, folder: Path, report: Report, key_file: Path | None
) -> None:
    try:
        update_index(
            folder,
            _documents(catalogue),
            catalogue.keys(),
            _synonyms(catalogue),
            catalogue.fingerprint,
            report,
            key_file=key_file,
        )
    except IndexUnusableError:
        _build(catalogue, folder, report, key_file)


def _build(catalogue: Catalogue, folder: Path, report: Report, key_file: Path | None) -> None:
    build_index(
        folder,
        _documents(catalogue),
        _synonyms(catalogue),
        catalogue.fingerprint,
        catalogue.size,
        report,
        key_file=key_file,
    )


def _synonyms(catalogue: Catalogue) -> tuple[Synonym, ...]:
    return (*synonyms(catalogue.terms()), *_abbreviations(catalogue))


def _abbreviations(catalogue: Catalogue) -> Iterator[Synonym]:
    """Organisations' names with their abbreviations."""
    for _, name, organisation in catalogue.organisations():
        if organisation.abbreviation:
            yield Synonym((name, organisation.abbreviation))


def _documents(catalogue: Catalogue) -> Iterator[SearchDocument]:
    """The catalogue's documents, with the names of their countries, which texts often leave out."""
    countries: dict[int, list[str]] = {}
    for _, code, number in catalogue.facet_rows([Facet.COUNTRY]):
        countries.setdefault(number, []).append(code)

    @cache
    def names(codes: tuple[str, ...], language: str) -> str:
        found = {country_name(code, each) for code in codes for each in ("en", language)}
        return "\n".join(sorted(found))

    return catalogue.documents(
        lambda number, language: names(tuple(countries.get(number, ())), language)
    )


def _passing_index(catalogue: Catalogue, report: Report) -> Searcher:
    try:
        temporary = TemporaryDirectory(prefix="fieldcat-", ignore_cleanup_errors=True)
    except OSError as fault:
        raise EnvironmentFaultError(str(fault), path=gettempdir()) from fault
    folder = Path(temporary.name) / "index"
    # Nobody else can look into the temporary folder, so that its own key will do.
    key_file = Path(temporary.name) / "index.key"
    try:
        _build(catalogue, folder, report, key_file)
        index = open_index(folder, catalogue.fingerprint, key_file=key_file, temporary=temporary)
    except BaseException:
        temporary.cleanup()
        raise
    return Searcher(index)
