# fieldcat: everything that is done to it, from a fresh checkout.
# `make run` opens the window; `make test` and `make check` are what must hold.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AREA ?=
LANGUAGES := es
# Anyone can read these: a release build is given the publisher's own (docs/publishing/releasing.md).
KEYS ?= development-keys

.DEFAULT_GOAL := help
.PHONY: help venv run test faults check casebook screenshots translations bench package publisher frozen lock clean

help: ## Show what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

venv: $(VENV)/ready ## The virtual environment with the `fieldcat` command

# The lock holds hashes and no addresses; pip asks whatever index the machine is set up for.
$(VENV)/ready: requirements.lock pyproject.toml tools/bootstrap.py
	$(PYTHON) tools/bootstrap.py venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(PYTHON) tools/bootstrap.py libraries $(VENV)
	touch $@

# What the window's dataclasses are made with, compiled. It is looked up by its text: one that a change of
# the sources leaves behind only spares less. How it is written and read, one of them says. The window opens
# without it, too: on a machine on which it cannot be made, that must not keep anybody from it.
PREPARED := $(VENV)/share/fieldcat/prepared-first.bin

$(PREPARED): $(VENV)/ready src/fieldcat/prepared.py
	@$(BIN)/python -m tools.prepare $(@D) && touch $@ || echo "Nothing was compiled before: the window opens a little later."

run: venv $(PREPARED) ## Open the window on the bundled casebook
	$(BIN)/fieldcat

# In groups, as many side by side as there are processors, the longest first. In a group the files come in
# their order, in one process, so that a test finds the same left behind by others each time.
GROUPS = e2e cut states unit pages rest
of-e2e = tests/e2e
of-cut = tests/ui/test_cut_text.py
of-states = tests/ui/test_languages.py tests/ui/test_accessibility.py
of-unit = tests/unit
of-pages = tests/ui/pages tests/ui/reader
of-rest = tests --ignore=tests/packaging $(foreach group,$(filter-out rest,$(GROUPS)),$(addprefix --ignore=,$(of-$(group))))
AT_ONCE = $$(getconf _NPROCESSORS_ONLN)

test: venv ## All tests, with coverage
	$(PYTHON) tools/bootstrap.py testing $(VENV)
	rm -f .coverage .coverage.*
	$(MAKE) --no-print-directory --keep-going --jobs=$(AT_ONCE) $(GROUPS:%=test-%)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report --skip-covered --omit='*/fieldcat/ui/*,*/fieldcat/app.py' --fail-under=90
	$(BIN)/python -m coverage report --skip-covered --include='*/fieldcat/ui/*,*/fieldcat/app.py' --fail-under=80

# These open every page in every look: to count their lines takes a third longer, and tells nothing that the
# tests of each page do not.
uncounted = cut states

.PHONY: $(GROUPS:%=test-%)
$(GROUPS:%=test-%): test-%: venv
	QT_QPA_PLATFORM=offscreen COVERAGE_FILE=.coverage.$* \
	  $(BIN)/python -m pytest -q $(if $(filter $*,$(uncounted)),,--cov --cov-report=) $(ARGS) $(of-$*)

# A test of these may take an hour.
FAULTS = $(BIN)/python -m pytest -o faulthandler_timeout=0

faults: venv ## Kill the program thousands of times while it saves, imports or indexes, cut the power, damage 10,000 bundles
	$(PYTHON) tools/bootstrap.py testing $(VENV)
	FIELDCAT_KILLS=1000 $(FAULTS) tests/e2e/test_killing.py -rP $(ARGS)
	FIELDCAT_IMPORT_KILLS=0 FIELDCAT_IMPORT_RANDOM_KILLS=1000 \
	  $(FAULTS) tests/e2e/test_import_faults.py -rP $(ARGS)
	FIELDCAT_INDEX_KILLS=0 FIELDCAT_INDEX_RANDOM_KILLS=300 \
	  $(FAULTS) tests/e2e/test_index_faults.py -rP $(ARGS)
	FIELDCAT_POWER_CUTS=200 $(FAULTS) tests/e2e/test_power_cuts.py -rPs $(ARGS)
	FIELDCAT_VARIANTS=10000 $(FAULTS) tests/e2e/test_hostile_bundles.py -rP $(ARGS)

check: venv ## Style, types, layers, words, links
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tools/check_words.py
	$(BIN)/python tools/check_links.py
	$(BIN)/python tools/check_keys.py
	$(BIN)/fieldcat publish build resources/casebook --check

casebook: venv ## Rebuild data/ from resources/casebook/
	$(BIN)/fieldcat publish build resources/casebook --output data/casebook.sqlite
	$(BIN)/fieldcat publish first-release resources/casebook --keys $(KEYS) --passphrase-file $(KEYS)/passphrase \
	  --bundle data/casebook.fieldcat --root data/casebook.root.json

screenshots: venv ## Every page, light and dark, large and small, into build/screenshots/
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.screenshots build/screenshots

TEXTS = $$(find src/fieldcat/ui -name '*.py' | sort) -silent -no-obsolete -locations none -source-language en_GB
WORDS := resources/translations/fieldcat

# English needs its plural forms only. To add a language, add its code here and translate its file.
translations: venv ## Gather the window's texts and build what the program loads
	$(BIN)/pyside6-lupdate $(TEXTS) -pluralonly -target-language en -ts $(WORDS)_en.ts
	for language in $(LANGUAGES); do \
	  $(BIN)/pyside6-lupdate $(TEXTS) -target-language $$language -ts $(WORDS)_$$language.ts || exit 1; done
	for language in en $(LANGUAGES); do \
	  $(BIN)/pyside6-lrelease -silent $(WORDS)_$$language.ts -qm $(WORDS)_$$language.qm || exit 1; done

bench: venv $(PREPARED) ## Measure; AREA=window measures one area
	$(PYTHON) tools/bootstrap.py testing $(VENV)
	$(BIN)/python -m bench $(AREA)

# ROOT and RELEASE: the publisher's own root and the bundle that it signed (docs/packaging.md).
PACKAGE = $(BIN)/python -m tools.package.build $(if $(ROOT),--root $(ROOT)) $(if $(RELEASE),--release $(RELEASE))

package: venv ## Freeze the program and make what this platform hands out, in dist/
	$(PYTHON) tools/bootstrap.py packaging $(VENV)
	$(PACKAGE)

publisher: venv ## The same of the publisher's program
	$(PYTHON) tools/bootstrap.py packaging $(VENV)
	$(PACKAGE) --product fieldcat-publisher

frozen: venv ## Test the packaged program and the installers
	$(PYTHON) tools/bootstrap.py packaging $(VENV)
	$(BIN)/python -m pytest -q tests/packaging $(ARGS)

lock: ## Lock the dependencies again (needs `uv`)
	uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --extra publish --extra zim --group dev --group package \
	  --generate-hashes --no-strip-extras --no-emit-index-url --no-annotate --custom-compile-command 'make lock' --output-file requirements.lock

clean: ## Remove what was built
	rm -rf $(VENV) build dist bench/results .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
