"""The steps of the workflow for a release that a shell here can run, as they stand there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.package.archives import write_checksums

from fieldcat import __version__

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="its shell is that of Linux here")


@pytest.fixture
def workflow(root: Path) -> dict[str, Any]:
    text = (root / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """What a step finds of the repository."""
    made = tmp_path / "checkout"
    for name in ("src/fieldcat/__init__.py", "data/casebook.root.json"):
        (made / name).parent.mkdir(parents=True)
        shutil.copyfile(root / name, made / name)
    return made


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def run(workflow: dict[str, Any], name: str, place: Path, **environ: str) -> int:
    """Run a step as the workflow would; gives its exit status."""
    (step,) = (step for step in steps(workflow) if step.get("name") == name)
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    given = {"PATH": os.environ["PATH"], "GITHUB_ENV": str(place / "environment"), **environ}
    done = subprocess.run(command, cwd=place, env=given, capture_output=True, check=False)
    return done.returncode


@pytest.mark.parametrize(("tag", "status"), [(f"v{__version__}", 0), ("v99.0.0", 1)])
def test_a_tag_names_the_version_that_is_built(
    workflow: dict[str, Any], checkout: Path, tag: str, status: int
) -> None:
    name = "The version that the tag names"
    assert run(workflow, name, checkout, GITHUB_REF_NAME=tag) == status


ROOT_AND_RELEASE = "The publisher's own root and release"


def test_nothing_is_released_that_trusts_the_keys_for_development(
    workflow: dict[str, Any], checkout: Path
) -> None:
    assert run(workflow, ROOT_AND_RELEASE, checkout) == 1
    own = checkout / "release"
    own.mkdir()
    shutil.copyfile(checkout / "data" / "casebook.root.json", own / "casebook.root.json")
    (own / "casebook.fieldcat").write_bytes(b"signed")
    assert run(workflow, ROOT_AND_RELEASE, checkout) == 1
    assert not (checkout / "environment").exists()


def test_the_publishers_own_root_and_release_are_what_is_built_with(
    workflow: dict[str, Any], checkout: Path
) -> None:
    own = checkout / "release"
    own.mkdir()
    for name in ("casebook.root.json", "casebook.fieldcat"):
        (own / name).write_bytes(b"the publisher's")
    assert run(workflow, ROOT_AND_RELEASE, checkout) == 0
    told = (checkout / "environment").read_text()
    assert told == "OWN=--root release/casebook.root.json --release release/casebook.fieldcat\n"


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """What the three systems made, with the numbers of each."""
    dist = tmp_path / "dist"
    dist.mkdir()
    for system in ("linux", "windows", "macos"):
        made = dist / f"fieldcat-0.1.0-{system}"
        made.write_text(system)
        write_checksums([made], made.with_suffix(f"{made.suffix}.sha256"))
    return dist


def test_what_did_not_arrive_whole_is_not_handed_out(
    workflow: dict[str, Any], packages: Path
) -> None:
    assert run(workflow, "Checksums of all", packages.parent) == 0
    assert len((packages / "SHA256SUMS").read_text().splitlines()) == 3
    (packages / "fieldcat-0.1.0-linux").write_text("lin")
    assert run(workflow, "Checksums of all", packages.parent) == 1


def test_the_numbers_are_signed_as_the_guide_has_them_checked(
    workflow: dict[str, Any], packages: Path, tmp_path: Path
) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl")
    (packages / "SHA256SUMS").write_text("numbers")
    assert run(workflow, "Sign the checksums", tmp_path, KEY="") == 1

    pair = ["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout"]
    key = subprocess.run(pair, capture_output=True, text=True, check=True).stdout
    assert run(workflow, "Sign the checksums", tmp_path, KEY=key) == 0

    public = ["openssl", "pkey", "-pubout", "-out", str(tmp_path / "public.pem")]
    subprocess.run(public, input=key, text=True, capture_output=True, check=True)
    verified = ["openssl", "dgst", "-sha256", "-verify", str(tmp_path / "public.pem")]
    verified += ["-signature", "SHA256SUMS.sig", "SHA256SUMS"]
    subprocess.run(verified, cwd=packages, capture_output=True, check=True)
    assert not list(tmp_path.glob("signing*"))


def test_what_others_wrote_is_named_by_its_commit(workflow: dict[str, Any]) -> None:
    for step in steps(workflow):
        assert len(step.get("uses", f"@{'0' * 40}").partition("@")[2]) == 40


def test_nothing_is_released_by_hand(workflow: dict[str, Any]) -> None:
    assert workflow["jobs"]["release"]["if"] == "github.event_name == 'push'"
