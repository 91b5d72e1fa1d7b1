"""Where the parts of a package are had from, as its bill of materials says."""

from __future__ import annotations

import json
import platform
import sys
from pathlib import Path

import pytest
from tools.package.libraries import FILE, ICU
from tools.package.sbom import places

from fieldcat.packaged import data_file


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no library is the system's")
@pytest.mark.parametrize("system", ["debian", "ubuntu"])
def test_a_library_is_had_from_the_system_that_the_package_was_built_on(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"ID": system})
    listed = data_file(tmp_path, "licences") / FILE
    listed.parent.mkdir(parents=True)
    listed.write_text(json.dumps([{"part": "openssl"}, {"part": ICU}]))

    had_from = places(tmp_path)

    assert had_from["openssl"] == f"deb/{system}/openssl"
    assert ICU not in had_from
