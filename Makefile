# Colloquy: `make run` to use it, `make dev` to change it, `make test` before you push.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help run dev test lane-python lane-pages lane-checks lane-drift test-long bench check format lock clean screenshots

help: ## What there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(VENV)/.run frontend/dist/.built ## Install, build, seed the demo study and serve it
	@exec $(BIN)/colloquy demo --serve

dev: $(VENV)/.run node_modules/.installed ## Serve with reloading pages on http://127.0.0.1:5173
	@$(BIN)/colloquy demo
	@trap 'kill 0' INT TERM EXIT; $(BIN)/colloquy serve & npm run dev; wait

# A browser test keeps an event loop running in its process, so the two kinds run one after the other.
# Two lanes side by side, since installing and checking use one core each; then every test that
# needs both, on both cores: a speech engine that took two would take them from another test.
test: ## Everything that a change must pass
	@$(MAKE) --no-print-directory -j 2 lane-python lane-pages lane-checks lane-drift
	@OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -q -m "not long" --share-databases --ignore tests/e2e
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -q -m "not long" tests/e2e

lane-python: $(VENV)/.test node_modules/.installed
	@tools/checks.sh python

lane-pages: frontend/dist/.built
	@npm run --silent test

# the others begin when one of the two is through
lane-checks: node_modules/.installed
	@tools/checks.sh pages

lane-drift: $(VENV)/.test frontend/dist/.built
	@tools/checks.sh drift

screenshots: $(VENV)/.test node_modules/.installed frontend/dist/.built ## Take the pictures in docs/screenshots afresh
	@COLLOQUY_SCREENSHOTS=1 $(BIN)/python -m pytest -q tests/e2e/test_pages.py

test-long: $(VENV)/.test node_modules/.installed frontend/dist/.built ## The tests that take minutes, all on both kinds of database, and new examples of properties
	@$(BIN)/python -m pytest -q -m long
	@$(BIN)/python -m pytest -q -m "not long" --hypothesis-profile=search tests/unit
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -q -m "not long" tests/api

check: $(VENV)/.test node_modules/.installed ## Format, lint, types, contracts, drift: no tests
	@tools/checks.sh python pages drift

bench: $(VENV)/.bench ## How long things take, as ratios to a reference in the same run
	@$(BIN)/python -m tests.benchmarks

format: $(VENV)/.test node_modules/.installed ## Format and mend what can be mended
	@$(BIN)/ruff format -q . && $(BIN)/ruff check --fix -q . ; npm run --silent format --workspace frontend

lock: ## Write the Python locks afresh
	@tools/lock.sh

clean: ## Remove what was installed and built; the data folder stays
	rm -rf $(VENV) node_modules frontend/node_modules frontend/dist

# Stamps: nothing is reinstalled while the locks stand. Our own modules are compiled here, because
# where Python may not keep what it compiles, every process would compile them again.

$(VENV)/.run: requirements/run.txt requirements/uv.txt pyproject.toml
	@tools/machine.sh run
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Python packages (a minute or two) …"
	@tools/install.sh requirements/run.txt
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q backend
	@touch $@

# torch comes by itself and by its exact version: a plain `torch` would bring gigabytes. Neither it
# nor what openai-whisper brings is compiled: one test file imports a small part of them
$(VENV)/.test: $(VENV)/.run requirements/test.txt requirements/openai.txt
	@tools/machine.sh test
	@echo "Installing what the tests need …"
	@tools/install.sh requirements/test.txt
	@$(BIN)/python -m pip install -q --no-compile torch==2.13.0
	@$(BIN)/python -m pip install -q --no-compile --no-deps --no-build-isolation --require-hashes -r requirements/openai.txt
	@touch $@

node_modules/.installed: package-lock.json
	@tools/machine.sh run
	@echo "Installing the packages of the pages …"
	@npm ci --silent --no-audit --no-fund
	@touch $@

frontend/dist/.built: node_modules/.installed $(shell find frontend/src frontend/public frontend/index.html frontend/vite.config.ts -type f 2>/dev/null)
	@echo "Building the pages …"
	@npm run --silent build
	@touch $@

$(VENV)/.bench: $(VENV)/.test requirements/bench.txt
	@echo "Installing what the benchmarks compare with …"
	@tools/install.sh requirements/bench.txt
	@touch $@
