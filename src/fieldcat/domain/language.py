"""Which of the languages that there are suits a reader best."""

from __future__ import annotations

from collections.abc import Collection


def best_language(wanted: str | None, offered: Collection[str], original: str) -> str:
    """The offered language that fits the wanted one, else the original.

    Languages are BCP 47 tags. ``es-MX`` is answered by ``es-MX``, else ``es``, else any other
    Spanish (the first by name, so that the answer is always the same), else the original.
    """
    if not wanted:
        return original
    tags = {tag.casefold(): tag for tag in sorted(offered, reverse=True)}
    subtags = wanted.casefold().split("-")
    for length in range(len(subtags), 0, -1):
        if exact := tags.get("-".join(subtags[:length])):
            return exact
    alike = sorted(tag for tag in tags if tag.split("-")[0] == subtags[0])
    if not alike or original.casefold() in alike:
        return original
    return tags[alike[0]]
