"""Words for errors: what happened, what was kept, what to do. One sentence or two each."""

from __future__ import annotations

from fieldcat.errors import (
    BelongingsError,
    CardError,
    FieldcatError,
    IngestError,
    KeysError,
    PublisherError,
    ReleaseError,
    StickError,
    TooMuchToCarryError,
    UserDataDamagedError,
)

SENTENCES = {
    "environment": "The system refused to read or write {path} ({detail}); nothing of yours was"
    " changed.",
    "disk-full": "The disk is full; nothing of yours was changed. Free some space at {path} and try"
    " again.",
    "read-only": "{path} cannot be written to; nothing was changed. Choose another place with"
    " --data-dir.",
    "catalogue-damaged": "The casebook {path} is damaged; what you keep is safe. Run `fieldcat"
    " doctor`, or install fieldcat again.",
    "catalogue-missing": "There is no casebook at {path}; what you keep is safe. Install fieldcat"
    " again.",
    "index-unusable": "The search index could not be used or built; browsing still works. Run"
    " `fieldcat doctor`.",
    "user-data-damaged": "What you keep could not be read. {where} {remedy}",
    "newer-format": "{path} was written by a newer fieldcat and was left as it is. Please use that"
    " newer version.",
    "entry-not-found": "No entry has the id {entry_id}. `fieldcat list` shows those there are.",
    "workspace": "The workspace has faults; nothing was written.",
    "busy": "Another program is writing to {path}; nothing was changed. Try again in a moment.",
    "overloaded": "The machine has no room to do more at once; nothing was changed. Close other"
    " programs and try again.",
    "work-ended": "A part of fieldcat ended before its work was done; nothing was changed. Try"
    " again; if it happens once more, `fieldcat export-log` writes what helps to find out why.",
    "cancelled": "Stopped; nothing was changed.",
    "folders-too-deep": "Folders can lie {most} deep in each other, and not deeper; nothing was"
    " changed.",
    "too-much-to-carry": "{path} was not written, since it could not be taken in elsewhere. {why}",
    "belongings": "{path} cannot be taken in; nothing of yours was changed. {why}",
    "printer": "The printer does not answer; nothing was printed. Look whether it is switched on,"
    " or make a PDF instead.",
    "ingest": "{why}",
    "keys": "{why}",
    "release": "Nothing was released. {why}",
    "bundle": "{path} cannot be taken in; nothing was changed.",
    "bundle-damaged": "{path} is damaged, or no fieldcat bundle; nothing was changed. Ask for it"
    " again, or copy it once more from where it came.",
    "bundle-unreadable": "{path} could not be read to its end; nothing was changed. Was the stick"
    " pulled out? Put it in again and try once more.",
    "bundle-foreign": "{path} says that it comes from «{publisher}», whom this fieldcat does not"
    " know; nothing was changed. Ask for the publisher's card and add it with"
    " `fieldcat publishers add`, if you trust it.",
    "bundle-disabled": "{path} comes from «{publisher}», which is switched off here; nothing was"
    " changed. `fieldcat publishers enable {collection}` switches it on again.",
    "bundle-untrusted": "{path} is not signed by «{publisher}», whatever it says; nothing was"
    " changed. Do not use it, and tell whoever gave it to you.",
    "bundle-older": "{path} holds edition {edition}; edition {here} is here already. Nothing was"
    " changed.",
    "bundle-incomplete": "{path} is an update that builds on edition {since}; edition {here} is"
    " here. Nothing was changed. Ask for the full bundle of edition {edition}.",
    "card": "{path} cannot be added; nothing was changed. {why}",
    "publisher": "{why} Nothing was changed.",
    "stick": "{why}",
    "web": "{address} could not be fetched; nothing was changed.",
    "web-unreachable": "{host} could not be reached ({detail}); nothing was changed, and what came"
    " is kept. Try again when the line is better.",
    "web-proxy": "The proxy of this network, {proxy}, does not let fieldcat through ({detail});"
    " nothing was changed. Ask whoever runs the network.",
    "web-portal": "Not {host} answered, but another page: this network may want you to log in"
    " first. Open a web page in a browser, log in, and try again; nothing was changed.",
    "web-insecure": "{host} could not prove who it is ({detail}); nothing was changed. Look whether"
    " the date and time of this computer are right.",
    "web-wrong": "What is at {address} is not what a publisher puts there ({detail}); nothing was"
    " changed. Ask the publisher for the address, or for a bundle.",
    "record": "An entry could not be read ({field}: {reason}). Run `fieldcat doctor`.",
}

_NOT_TAKEN = {
    "foreign": "It is no file that `fieldcat export-own` wrote.",
    "damaged": "It is damaged or was changed by hand; write it again with `fieldcat export-own`.",
}

_TOO_MUCH = {
    "size": "It would have {size} bytes, and {most} can be taken in; saved searches that find very"
    " much take the most room.",
    "depth": "Your folders lie more than {most} deep in each other; move the innermost ones out.",
    "limits": "There is more of one thing, or a longer text, than `docs/belongings.md` allows"
    " ({detail}).",
}

_NOT_INGESTED = {
    "no-workspace": "{path} is no workspace to write into ({detail}); nothing was written."
    " `fieldcat publish init` makes one.",
    "memory": "{path} is damaged ({detail}); nothing was written. Take it from your backup. Without"
    " it, every entry counts as written by hand.",
    "newer-memory": "{path} was written by a newer fieldcat; nothing was written. Please use that"
    " newer version.",
    "unknown-source": "{path} holds nothing that can be taken in; nothing was written. Feeds (RSS,"
    " Atom), WordPress exports, documents (DOCX), Markdown, saved web pages, tables (CSV, XLSX) and"
    " references (RIS, BibTeX, CSL JSON) can.",
}
_KEYS = {
    "passphrase": "That is not the passphrase of the key {key}.",
    "missing": "There is no {key} in {path}.",
    "none": "There are no keys in {path}. `fieldcat publish keys new {path}` makes some.",
    "damaged": "{path} is damaged ({detail}); take it from your backup.",
    "exists": "There are keys in {path} already; nothing was written. Choose another folder.",
    "foreign": "The key {path} is not the one that the newest root names; take the newest from your"
    " backup.",
    "threshold": "That takes {threshold} root keys; name the folders of the others with --also.",
    "weak": "A passphrase has at least {least} characters; four or five random words are good.",
}
_NOT_RELEASED = {
    "edition": "The workspace says edition {number}, but {last} was released already: raise"
    " `edition` and `date` in workspace.yaml.",
    "unchanged": "Nothing has changed since edition {number}.",
    "unsaid": "These entries are gone: {entries}. Say why in withdrawn.yaml, or put them back.",
    "foreign": "The folder for the web holds the collection {collection}; choose another.",
    "damaged": "{path} is damaged ({detail}); take it from your backup.",
    "since": "There is no edition {number} to build on; the last one is {last}.",
    "too-large": "{path} would be larger than a stick can hold (4 GB).",
    "not-empty": "There are files in {path} already; choose an empty folder.",
}

_STICK = {
    "too-large": "{path} would be larger than a file may be on this stick (4 GB); nothing was"
    " written. Format the stick as exFAT, or take another.",
    "differs": "{path} was not read back as it was written: the stick is failing. Take another.",
    "nothing": "Nothing of {collection} is here, or it is switched off; nothing was written.",
    "picture": "A picture of {collection} is missing here, and nobody could take in a copy without"
    " it; nothing was written. `fieldcat import FILE` of the edition that is here brings it back.",
    "twice": "Two files would be called {path}; nothing was written.",
}
_CARD = {
    "damaged": "It is damaged, or no publisher's card.",
    "known": "«{publisher}» is known here already.",
    "taken": "Its collection is that of «{publisher}», whose keys are others. If they were lost,"
    " remove that publisher first, and be sure of whom the new card is.",
    "many": "{most} publishers are known; remove one first.",
    "changed": "Its fingerprint is not the one that you confirmed.",
}
_PUBLISHER = {
    "unknown": "No publisher of {collection} is known here; `fieldcat publishers` lists them.",
    "nothing": "Nothing of {collection} was taken in yet.",
    "programs": "{collection} came with fieldcat and cannot be removed; it can be switched off.",
    "last": "Nothing would be left to read without {collection}.",
    "later": "Something else was changed after that; it cannot be taken back any more.",
    "address": "Nobody told where editions of {collection} can be fetched; `--from ADDRESS` does.",
    "edition": "Edition {number} of {collection} is not here; {editions} can be chosen.",
}

NO_BACKUP = "`fieldcat restore --anew` begins with nothing kept."


class _Known(dict[str, object]):
    """What the error knows; what it does not know is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def sentence(error: FieldcatError) -> str:
    """What to tell a person about an error."""
    known = _Known(error.data) | {"detail": str(error)}
    if isinstance(error, UserDataDamagedError):
        known |= {"where": _where_it_is(known), "remedy": _remedy(known)}
    if isinstance(error, BelongingsError):
        known |= {"why": _NOT_TAKEN.get(str(known.get("reason")), "")}
    if isinstance(error, TooMuchToCarryError):
        why = _TOO_MUCH.get(str(known.get("reason")), "{detail}")
        known |= {"why": why.format_map(_Known(known))}
    if isinstance(error, StickError):
        why = _STICK.get(str(known.get("reason")), "{detail}")
        known |= {"why": why.format_map(_Known(known))}
    if isinstance(error, CardError | PublisherError):
        reasons = _CARD if isinstance(error, CardError) else _PUBLISHER
        editions = known.get("editions", ())
        listed = ", ".join(map(str, editions)) if isinstance(editions, tuple) else ""
        why = reasons.get(str(known.get("reason")), "{detail}")
        known |= {"why": why.format_map(_Known(known) | {"editions": listed})}
    if isinstance(error, IngestError):
        why = _NOT_INGESTED.get(str(known.get("reason")), "{detail}")
        known |= {"why": why.format_map(_Known(known))}
    if isinstance(error, KeysError | ReleaseError):
        reasons = _KEYS if isinstance(error, KeysError) else _NOT_RELEASED
        entries = known.get("entries", ())
        listed = ", ".join(map(str, entries)) if isinstance(entries, tuple) else ""
        why = reasons.get(str(known.get("reason")), "{detail}")
        known |= {"why": why.format_map(_Known(known) | {"entries": listed})}
    return SENTENCES.get(error.code, "Something went wrong: {detail}").format_map(_Known(known))


def _where_it_is(known: dict[str, object]) -> str:
    if known.get("kept_as"):
        return f"The damaged file was set aside as {known['kept_as']}; nothing was deleted."
    return f"The file {known.get('path', '…')} is gone, or damaged and still in its place."


def _remedy(known: dict[str, object]) -> str:
    match known.get("backups"):
        case (newest, *_):
            return (
                f"`fieldcat restore` puts the newest backup in its place ({newest});"
                " with --anew it begins with nothing kept."
            )
        case _:
            return f"There is no backup; {NO_BACKUP}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """«no notes», «1 note», «2 notes»."""
    return f"{count or 'no'} {one if count == 1 else many or f'{one}s'}"


def counted_kind(count: int, kind: str) -> str:
    """As ``counted``, of what a record may be: «3 case studies», «1 picture»."""
    if kind == "asset":
        return counted(count, "picture")
    irregular = {
        "case-study": "case studies",
        "research": "research",
        "funding": "funding",
        "vocabulary": "vocabularies",
    }
    return counted(count, kind.replace("-", " "), irregular.get(kind))
