"""The only place where services are put together; it knows everything, and nothing of Qt.

The window is painted before anything of this is loaded that it does not need for that: SQLAlchemy,
Whoosh and what stands on them are imported where they are first used, mostly off the GUI thread.
"""

from fieldcat.wiring.about import licences
from fieldcat.wiring.health import examine, export_log, keep_log, reads_only
from fieldcat.wiring.importing import importing_laptop, installers
from fieldcat.wiring.places import data_folder
from fieldcat.wiring.previewing import preview_services, previewed_catalogue
from fieldcat.wiring.publishing import build_catalogue
from fieldcat.wiring.window import window_services
from fieldcat.wiring.workbench import Workbench, open_workbench

__all__ = [
    "Workbench",
    "build_catalogue",
    "data_folder",
    "examine",
    "export_log",
    "importing_laptop",
    "installers",
    "keep_log",
    "licences",
    "open_workbench",
    "preview_services",
    "previewed_catalogue",
    "reads_only",
    "window_services",
]
