"""The slides of a session: each step's are set when they are first wanted, and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fieldcat.domain.presenting import Stage
from fieldcat.domain.session import Session, Step, is_sensitive
from fieldcat.ui.slides.composing import Pictures, cover, no_pictures, slides_of
from fieldcat.ui.slides.setting import set_slides
from fieldcat.ui.slides.sheet import Sheet


class Deck:
    """All slides, step by step. ``hands`` has what was counted before, by the step's id."""

    def __init__(
        self,
        session: Session,
        *,
        pictures: Pictures = no_pictures,
        hands: Mapping[str, Sequence[int]] | None = None,
    ) -> None:
        self.steps = session.steps
        self._pictures = pictures
        self._hands = dict(hands or {})
        self._set: dict[int, tuple[Sheet, ...]] = {}
        self.cover = set_slides([cover()])[0]

    def sheets(self, at: int) -> tuple[Sheet, ...]:
        """The slides of the step at this place, one at the least."""
        if at not in self._set:
            step = self.steps[at]
            made = slides_of(step, pictures=self._pictures, hands=self.hands(step))
            self._set[at] = set_slides(made)
        return self._set[at]

    def unset_stages(self) -> tuple[Stage, ...]:
        """All steps as if each had one slide: setting them all would take long."""
        return tuple(Stage(1, is_sensitive(step.content), step.minutes) for step in self.steps)

    def stage(self, at: int) -> Stage:
        """How many slides a step has, and whether one asks before it is shown."""
        step = self.steps[at]
        return Stage(len(self.sheets(at)), is_sensitive(step.content), step.minutes)

    def hands(self, step: Step) -> tuple[int, ...]:
        """The hands that were counted for each answer of a step; none where nobody counted."""
        return tuple(self._hands.get(step.id, ()))

    def count(self, at: int, hands: Sequence[int]) -> None:
        """Put the hands that were counted on the slides of a step."""
        self._hands[self.steps[at].id] = tuple(hands)
        self._set.pop(at, None)
