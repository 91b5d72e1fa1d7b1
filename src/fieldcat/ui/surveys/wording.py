"""Moments and shares in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from fieldcat.domain.session import Moment
from fieldcat.domain.surveying import Answered
from fieldcat.ui.labels import number


def moment_label(moment: Moment) -> str:
    """When a questionnaire was filled in."""
    translate = QCoreApplication.translate
    return {
        Moment.BEFORE: translate("Surveys", "Before"),
        Moment.AFTER: translate("Surveys", "After"),
        Moment.LATER: translate("Surveys", "Some months later"),
    }[moment]


def share_text(answered: Answered, answer: int) -> str:
    """A share and how many answered: «25 % (5 of 20)»; a share of nobody is a dash."""
    share = answered.share(answer)
    if share is None:
        return "\u2013"
    percent = f"{number(round(share))}\u00a0{QLocale().percent()}"
    words = QCoreApplication.translate("Surveys", "{share} ({count} of {answered})")
    return words.format(
        share=percent, count=number(answered.counts[answer]), answered=number(answered.answered)
    )
