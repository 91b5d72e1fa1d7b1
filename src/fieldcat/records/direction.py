"""Cleaning of titles and names, so that they cannot pass for something else on screen."""

from __future__ import annotations

# Embeddings, overrides and isolates turn the order of letters around: «gpj.exe» for «exe.jpg».
# The marks U+200E, U+200F and U+061C stay: honest Arabic and Hebrew needs them.
_UNWANTED: dict[int, str | None] = {
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None),
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " "),
}


def undirected(name: str) -> str:
    """A title or name without direction tricks; control characters become spaces."""
    # What can be printed has none of these; asking is much quicker than translating.
    return name if name.isprintable() else name.translate(_UNWANTED)
