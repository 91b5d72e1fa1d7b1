"""Prepare a machine that has only Python, git and make. Standard library only; called by make.

usage: bootstrap.py venv FOLDER        make the virtual environment
       bootstrap.py libraries FOLDER   what Qt's window needs of the system
       bootstrap.py testing FOLDER     the same, and what the tests start (Xvfb, zimcheck, …)
       bootstrap.py packaging FOLDER   the same, and what packages are made and tested with

What is missing is installed where that is allowed (root, or sudo that asks nothing, on a system
with apt); else the exact command is printed and the exit status is 1.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

OLDEST_PYTHON = (3, 11)

# The file that a library is known by at run time → Debian's package that holds it.
PACKAGE_OF_LIBRARY = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libzstd.so.1": "libzstd1",
}

QT_PARTS = (
    "QtCore*.so",
    "QtGui*.so",
    "QtNetwork*.so",
    "QtSvg*.so",
    "QtWidgets*.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
)

PACKAGE_OF_COMMAND = {
    "Xvfb": "xvfb",
    "strace": "strace",
    "xrandr": "x11-xserver-utils",
    "zimcheck": "zim-tools",
    "kiwix-serve": "kiwix-tools",
}
PACKAGE_OF_MAKER = {
    "dpkg-deb": "dpkg",
    "objdump": "binutils",
    "xz": "xz-utils",
}
"""What packages are made with."""
PACKAGE_OF_TOOL = {
    "appstreamcli": "appstream",
    "debootstrap": "debootstrap",
    "desktop-file-validate": "desktop-file-utils",
    "fusefat": "fusefat",
    "lintian": "lintian",
    "makensis": "nsis",
    "mkfs.exfat": "exfatprogs",
    "mkfs.vfat": "dosfstools",
    "mount.exfat-fuse": "exfat-fuse",
    "openbox": "openbox",
    "wine64": "wine64",
    "xdotool": "xdotool",
}
"""What packages are tested with; without one of them its tests say that they are left out."""
ELSEWHERE = (Path("/usr/lib/wine"), Path("/usr/sbin"), Path("/sbin"))
"""Where commands lie that are not found by their name alone."""


def stop(message: str) -> None:
    """End with a message for the person at the keyboard."""
    sys.exit(f"fieldcat: {message}")


def as_root() -> list[str] | None:
    """What to put before a command that needs root, or None where we are not allowed."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and succeeds(sudo, "-n", "true"):
        return [sudo, "-n"]
    return None


def install(packages: list[str], why: str) -> None:
    """Install Debian packages, or print the command that would."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    by_hand = "sudo apt-get update && sudo " + " ".join(command)
    prefix = as_root()
    if prefix is None or shutil.which("apt-get") is None:
        stop(f"{why} needs packages of the system that are missing. Please run:\n\n  {by_hand}\n")
        return
    print(f"fieldcat: installing {' '.join(packages)} ({why})", flush=True)
    updated = succeeds(*prefix, "apt-get", "update", "--quiet")
    if not succeeds(*prefix, *command, "--quiet", DEBIAN_FRONTEND="noninteractive"):
        online = "" if updated else " (the lists of packages could not be fetched: no connection?)"
        stop(f"could not install what {why} needs{online}. Please run:\n\n  {by_hand}\n")


def try_to_install(packages: list[str], why: str) -> None:
    """Install what can be had of Debian packages that can be done without, and name the rest."""
    prefix = as_root()
    if prefix is None or shutil.which("apt-get") is None:
        print(f"fieldcat: {why} goes without {', '.join(packages)}", flush=True)
        return
    print(f"fieldcat: installing {' '.join(packages)} ({why})", flush=True)
    succeeds(*prefix, "apt-get", "update", "--quiet")
    command = [*prefix, "apt-get", "install", "--yes", "--no-install-recommends", "--quiet"]
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if succeeds(*command, *packages, **quiet):
        return
    # One that this system does not know keeps none of the others away.
    missing = [package for package in packages if not succeeds(*command, package, **quiet)]
    if missing:
        print(f"fieldcat: {why} goes without {', '.join(missing)}", flush=True)


def succeeds(*command: str, **environment: str) -> bool:
    """Run a command quietly and tell whether it ended well."""
    done = subprocess.run(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0


def has_modules(*names: str) -> bool:
    """Whether this Python has standard modules that some systems package apart."""
    return all(importlib.util.find_spec(name) is not None for name in names)


def make_environment(folder: Path) -> None:
    """A virtual environment with pip in it."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        found = sys.version.split()[0]
        stop(f"needs Python {wanted} or newer; this is {found}. Try: make PYTHON=python{wanted}")
    if not has_modules("venv", "ensurepip"):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        install([f"python{version}-venv"], "a virtual environment")
    if not (folder / "bin" / "pip").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)


def missing_libraries(folder: Path) -> set[str]:
    """Names of shared libraries that Qt's parts ask for and the loader does not find."""
    missing: set[str] = set()
    for qt in folder.glob("lib/python*/site-packages/PySide6"):
        for part in (file for pattern in QT_PARTS for file in qt.glob(pattern)):
            command = ["ldd", str(part)]
            listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
            missing |= set(re.findall(r"^\s*(\S+) => not found", listed, re.M))
    return missing


def need_libraries(folder: Path) -> None:
    """Install what Qt's window needs; what no package is known for is named."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(folder)
    if not missing:
        return
    packages = sorted({PACKAGE_OF_LIBRARY[name] for name in missing & PACKAGE_OF_LIBRARY.keys()})
    if packages:
        install(packages, "Qt's window")
    still = sorted(missing_libraries(folder))
    if still:
        stop(f"Qt's window needs libraries that are missing: {', '.join(still)}")


def need_shared_python() -> None:
    """Install Python as a library, which a packaged program brings; Debian has it apart."""
    if not sys.platform.startswith("linux"):
        return
    name = str(sysconfig.get_config_var("INSTSONAME") or "")
    if ".so" not in name:
        return  # built without
    folder = Path(str(sysconfig.get_config_var("LIBDIR")))
    places = (folder, folder / str(sysconfig.get_config_var("MULTIARCH")))
    if not any((place / name).exists() for place in places):
        install([f"libpython{sys.version_info.major}.{sys.version_info.minor}"], "packaging")


def need_commands(packages_of: dict[str, str], why: str, *, must: bool = True) -> None:
    """Install the programs that are started; unless they ``must`` be there, as far as can be."""
    if not sys.platform.startswith("linux"):
        return
    packages = {package for name, package in packages_of.items() if not is_command(name)}
    if packages:
        (install if must else try_to_install)(sorted(packages), why)


def is_command(name: str) -> bool:
    """Whether a command is there."""
    return shutil.which(name) is not None or any((place / name).exists() for place in ELSEWHERE)


def main() -> None:
    """Do what the command line asks."""
    match sys.argv[1:]:
        case ["venv", folder]:
            make_environment(Path(folder))
        case ["libraries", folder]:
            need_libraries(Path(folder))
        case ["testing", folder]:
            need_libraries(Path(folder))
            need_commands(PACKAGE_OF_COMMAND, "testing")
        case ["packaging", folder]:
            need_libraries(Path(folder))
            need_commands(PACKAGE_OF_COMMAND | PACKAGE_OF_MAKER, "packaging")
            need_shared_python()
            need_commands(PACKAGE_OF_TOOL, "testing packages", must=False)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
