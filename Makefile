# What can be done here: `make help` lists it.
# Works with GNU make 3.81 (macOS) and later, and keeps all it installs in .venv/.

PORT ?= 8000
HOST ?= 127.0.0.1
FOLDER ?= site
VENV := .venv
PY := $(VENV)/bin/python
SPREAD := --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
# Tens of thousands of small files come and go in the tests. Where memory has room for them, the system needs half the time.
ROOM := $(if $(TMPDIR),,$(shell df -Pm /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 >= 1000 { print "TMPDIR=/dev/shm" }'))
# Without --no-compile, pip readies 4,000 files of Python, of which one in eight is ever read; Python readies those by itself.
# The lists name all that is needed, so pip need not look for more.
INSTALL := $(PY) -m pip install --quiet --no-compile --disable-pip-version-check --no-input --require-hashes --no-deps

export NO_MKDOCS_2_WARNING := 1
# Where this is set, as in many containers, Python would ready the same files anew at each start: half a second of a build.
unexport PYTHONDONTWRITEBYTECODE

# A virtual environment whose Python has gone, after a system update for example, is made again.
ifeq ($(shell $(PY) -c 'import pip; print(1)' 2>/dev/null),)
STALE := stale
endif

.DEFAULT_GOAL := help
.PHONY: help serve site test test-all statement check measure addresses outside seal learn lock clean stale

help: ## show this list
	@echo "make WHAT, where WHAT is one of:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{ printf "%-11s %s\n", $$1, $$2 }'

serve: $(VENV)/.ready ## see the guide on this computer while you edit it (PORT=8000)
	@$(PY) -c "import socket; socket.create_server(('$(HOST)', $(PORT))).close()" 2>/dev/null || \
	  { echo "Port $(PORT) is in use. Try: make serve PORT=8001" >&2; exit 1; }
	@echo "Starting the preview. Open the address below. Stop with Ctrl-C."
	@$(PY) -m press.settings_slips serve --dev-addr "$(HOST):$(PORT)"

site: $(VENV)/.ready ## build the guide into site/, or say what is wrong and leave site/ as it was
	@echo "Building the guide into site/ and checking it."
	@$(PY) -m press.settings_slips build

test: $(VENV)/.ready-test ## run the tests, in a real browser too
	@echo "Running the tests on all processors."
	@browser="$$($(PY) scripts/setup_browser.py)" && export CHROME_PATH="$$browser" && \
	  $(ROOM) $(PY) -m pytest -m "not slow" $(SPREAD) $(ARGS)

# Exit code 5 of pytest: ARGS left no test in this half.
test-all: $(VENV)/.ready-test ## run every test, the slow ones too
	@echo "Running every test: first those that time something, one by one, then the others on all processors."
	@browser="$$($(PY) scripts/setup_browser.py)" && export CHROME_PATH="$$browser" && \
	  { $(PY) -m pytest -m timed $(ARGS) || [ $$? = 5 ]; } && $(PY) -m pytest -m "not timed" $(SPREAD) --junitxml=.cache/test-all.xml $(ARGS)

statement: $(VENV)/.ready-test ## say on the accessibility page what the last 'make test-all' found
	@$(PY) -m measure statement

check: $(VENV)/.ready ## check a built folder again (FOLDER=site)
	@echo "Checking $(FOLDER)/."
	@$(PY) -m press check "$(FOLDER)" $(ARGS)

measure: $(VENV)/.ready-test ## weigh and time the built pages; ARGS=speed times the build
	@echo "Measuring."
	@browser="$$($(PY) scripts/setup_browser.py)" && CHROME_PATH="$$browser" $(PY) -m measure $(ARGS)

addresses: $(VENV)/.ready ## add the new addresses to docs/_data/addresses.txt, for ever
	@echo "Adding new addresses to docs/_data/addresses.txt."
	@RECORD_ADDRESSES=yes $(PY) -m press.settings_slips build --quiet

outside: $(VENV)/.ready ## ask the outside links of site/ whether they still answer, and see which checks fall due
	@echo "Asking the outside links. This takes some minutes."
	@$(PY) -m press outside "$(FOLDER)" $(ARGS)

seal: $(VENV)/.ready ## seal the safety notes you have just read and agreed
	@echo "Sealing the safety notes."
	@$(PY) -m press seal $(ARGS)

learn: $(VENV)/.ready-test ## let the search learn from the questions you have added, and build the guide
	@echo "Learning from the questions, and building the guide into site/."
	@LEARN=yes $(PY) -m press.settings_slips build --quiet

lock: ## pin the packages of pyproject.toml in requirements*.txt (needs uv)
	@command -v uv >/dev/null || { echo "This needs uv: python3 -m pip install uv" >&2; exit 1; }
	@echo "Pinning the packages."
	@lock="uv pip compile --quiet --universal --python-version 3.11.2 --fork-strategy fewest --generate-hashes --no-header --no-annotate"; \
	  $$lock pyproject.toml -o requirements.txt $(ARGS) && \
	  $$lock --group pyproject.toml:test -c requirements.txt -o requirements-test.txt $(ARGS) \
	    $$(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.txt)

clean: ## remove all that was made here: site/, .venv/ and caches
	@echo "Removing site/, .venv/ and caches."
	@rm -rf site .site-new .site-old "$(VENV)" .pytest_cache .cache scripts/measure/node_modules
	@find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up. The .pth line lets `python -m press` find scripts/ from any folder; it is relative, so a copied or moved folder works too.
# What the tests need is not in the list of what a build needs, so both are installed at once, each on a processor of its own,
# and a browser beside them: most of its time it waits for what it fetches.
$(VENV)/.made: requirements.txt scripts/setup_python.sh $(STALE)
	@scripts/setup_python.sh "$(VENV)"
	@touch "$@"

$(VENV)/.ready: $(VENV)/.made
	@echo "Installing the packages this needs. This takes a minute, once."
	@$(INSTALL) -r requirements.txt
	@$(PY) -c "import os, pathlib, sysconfig; lib = sysconfig.get_path('purelib'); pathlib.Path(lib, 'press.pth').write_text(os.path.relpath('scripts', lib) + '\n')"
	@$(PY) -m compileall -q scripts
	@touch "$@"

$(VENV)/.tools: $(VENV)/.made requirements-test.txt
	@echo "Installing the packages the tests need."
	@$(INSTALL) -r requirements-test.txt
	@touch "$@"

$(VENV)/.browser: $(VENV)/.made
	@$(PY) scripts/setup_browser.py --before-playwright
	@touch "$@"

$(VENV)/.ready-test: requirements.txt requirements-test.txt scripts/setup_python.sh $(STALE)
	@$(MAKE) --silent --no-print-directory --jobs=3 $(VENV)/.ready $(VENV)/.tools \
	  $(if $(filter test test-all measure,$(MAKECMDGOALS)),$(VENV)/.browser)
	@touch "$@"
