"""Pictures that the person put into sessions: kept by their bytes, and let go of once unused."""

from __future__ import annotations

from hashlib import sha256

import pytest

from fieldcat.domain.session import PicturePart, Session, Step, new_id
from fieldcat.storage.own_pictures import keep_picture, picture, remove_unused
from fieldcat.storage.user_belongings import change_belongings
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_sessions import remove_session, write_session


def showing(data: UserData, *assets: str) -> Session:
    """A session that shows these pictures, written down."""
    steps = tuple(Step(new_id(), PicturePart(asset, "A gate")) for asset in assets)
    now = data.now()
    return write_session(data, Session(new_id(), "Evening", now, now, steps=steps))


def test_a_picture_is_known_by_its_bytes(user_data: UserData) -> None:
    asset = keep_picture(user_data, b"bytes of a picture")
    assert keep_picture(user_data, b"bytes of a picture") == asset
    assert picture(user_data, asset) == b"bytes of a picture"
    assert picture(user_data, "0" * 64) is None


def test_a_picture_that_is_not_as_it_was_is_not_shown(user_data: UserData) -> None:
    asset = keep_picture(user_data, b"bytes of a picture")
    with user_data.writing() as connection:
        connection.exec_driver_sql("UPDATE own_picture SET content = x'00'")
    assert picture(user_data, asset) is None


def test_what_no_step_shows_any_more_is_removed(user_data: UserData) -> None:
    shown, left = keep_picture(user_data, b"shown"), keep_picture(user_data, b"left")
    showing(user_data, shown)
    remove_session(user_data, showing(user_data, left).id)
    assert remove_unused(user_data) == 1
    assert picture(user_data, left) is None
    assert picture(user_data, shown) == b"shown"


def test_what_one_of_two_sessions_shows_still_stays(user_data: UserData) -> None:
    asset = keep_picture(user_data, b"shown twice")
    showing(user_data, asset)
    remove_session(user_data, showing(user_data, asset).id)
    assert remove_unused(user_data) == 0
    assert picture(user_data, asset) is not None


@pytest.mark.parametrize(
    "content", ['{{"step":"gallery","assets":["{asset}"]}}', "{asset}\\u00", "{asset}"]
)
def test_a_step_that_nobody_can_read_here_keeps_its_picture(
    user_data: UserData, content: str
) -> None:
    asset = keep_picture(user_data, b"shown by a newer program")
    showing(user_data, asset)
    with user_data.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE session_step SET content = ?", (content.format(asset=asset),)
        )
    assert remove_unused(user_data) == 0
    assert picture(user_data, asset) is not None


def test_of_pictures_that_are_brought_only_those_are_kept_that_a_step_shows(
    user_data: UserData,
) -> None:
    brought = {sha256(content).hexdigest(): content for content in (b"shown", b"besides")}
    shown, besides = brought
    showing(user_data, shown)
    assert change_belongings(user_data, lambda here, _number: here, brought) == 1
    assert change_belongings(user_data, lambda here, _number: here, brought) == 0
    assert picture(user_data, shown) == b"shown"
    assert picture(user_data, besides) is None
