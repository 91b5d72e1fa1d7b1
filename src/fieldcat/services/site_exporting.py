"""What a publisher has, for those who read it elsewhere: from a workspace, or from a bundle."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldcat.domain.progress import Report, unreported
from fieldcat.errors import BundleDamagedError, RecordError
from fieldcat.publishing.building import build
from fieldcat.records.packs import ASSET, ENTRY, VOCABULARY, Line
from fieldcat.records.replaying import standing
from fieldcat.services.holdings import lines_of, some_lines_of
from fieldcat.services.site_writing import Content, label_in, write_site, write_zim_file
from fieldcat.storage.faults import environment_fault
from fieldcat.updates.bundle import Bundle
from fieldcat.updates.staging import (
    Staging,
    missing,
    refuse_incomplete,
    stage_asset,
    stage_packs,
)
from fieldcat.updates.verifying import Trust, verified

_FIRST_ROOT = "metadata/1.root.json"


def export_site(source: Path, folder: Path, report: Report = unreported) -> int:
    """Write the website of a workspace or a bundle into a folder that is not there yet.

    Gives how many files it has.

    Raises:
        WorkspaceError: the workspace has faults; nothing was written.
        BundleError, NewerFormatError: the bundle is not whole or not as it was signed; likewise.
        EnvironmentFaultError: it cannot be written; nothing is left of it.
    """
    with _content(source) as content:
        return write_site(content, folder, report)


def export_zim(source: Path, file: Path, report: Report = unreported) -> int:
    """Write a workspace or a bundle as a ZIM file; gives how many files are in it.

    Raises:
        ModuleNotFoundError: libzim is not installed.
        WorkspaceError, BundleError, NewerFormatError: as ``export_site``.
        EnvironmentFaultError: it cannot be written; what was there before still is.
    """
    with _content(source) as content:
        return write_zim_file(content, file, report)


@contextmanager
def _content(source: Path) -> Iterator[Content]:
    if source.is_dir():
        yield _of_workspace(source)
        return
    try:
        with Bundle(source) as bundle, TemporaryDirectory(prefix="fieldcat-") as folder:
            yield _of_bundle(bundle, source, Staging(Path(folder)))
    except OSError as error:  # the temporary folder may be full
        raise environment_fault(error, Path(error.filename or source)) from error


def _of_workspace(workspace: Path) -> Content:
    built = build(workspace)
    files = {asset.sha256: workspace / asset.file for asset in built.assets}

    def load(asset: str) -> bytes | None:
        return files[asset].read_bytes() if asset in files else None

    words = {vocabulary.id: vocabulary for vocabulary in built.vocabularies}
    label = label_in(words, built.collection.language)
    return Content(built.collection, built.entries, label, load)


def _of_bundle(bundle: Bundle, file: Path, staging: Staging) -> Content:
    """What a bundle holds, verified by the roots that it brings itself."""
    if not bundle.holds(_FIRST_ROOT):
        raise BundleDamagedError("has no root", path=str(file))
    trust = Trust(b"".join(bundle.chunks(_FIRST_ROOT)))
    found = verified(bundle, bundle.about, trust)
    edition = found.edition
    needed = missing(found, lambda _pack: False)
    refuse_incomplete(found, needed, bundle, 0)
    stage_packs(found, needed, staging, unreported)
    try:
        puts = standing(edition.collection.id, lines_of(edition, staging.pack)).puts

        def lines(what: str) -> Iterator[Line]:
            places = [at for key, at in puts.items() if key.what == what]
            return some_lines_of(edition, staging.pack, places)

        words = {line.key.id: line.vocabulary() for line in lines(VOCABULARY)}
        entries = sorted(
            (line.entry() for line in lines(ENTRY)),
            key=lambda entry: (entry.id, entry.head.translates is not None, entry.head.language),
        )
        lengths = {line.key.id: line.asset_length() for line in lines(ASSET)}
    except RecordError as error:
        raise BundleDamagedError(str(error), path=str(file)) from error

    def load(asset: str) -> bytes | None:
        if asset not in lengths:
            return None
        stage_asset(bundle, asset, lengths[asset], staging)
        return staging.asset(asset).read_bytes()

    label = label_in(words, edition.collection.language)
    return Content(edition.collection, entries, label, load)
