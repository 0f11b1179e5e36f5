# make run    opens the app on the sample documents, in a library of their own
# make test   runs the tests
# Both set up what they need in .venv; Python 3.11 or newer and make are enough.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	&& echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check format bench hostile snapshots samples docs clean

run: $(VENV)/.run
	OFSTED_TUI_DEMO_LIBRARY=.demo/library.json $(BIN)/ofsted-tui --demo

test: $(VENV)/.test
	$(BIN)/python -m pytest

check: $(VENV)/.check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.check
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.test
	$(BIN)/python -m tests.benchmarks

# 5,000 files made to do harm; OFSTED_HOSTILE_SEED=other draws others
hostile: $(VENV)/.test
	OFSTED_HOSTILE=$${OFSTED_HOSTILE:-5000} $(BIN)/python -m pytest -o addopts= -q -s tests/hostile

# Look at the report of a failed run first: snapshot_report.html
snapshots: $(VENV)/.test
	$(BIN)/python -m pytest tests/tui/test_*snapshots*.py tests/tui/test_search.py --snapshot-update

samples: $(VENV)/.samples
	$(BIN)/python -m tests.making.make_samples

docs: $(VENV)/.test
	$(BIN)/python -m tests.making.make_command_line
	$(BIN)/python -m tests.making.make_labels_page
	$(BIN)/python -m tests.making.make_pictures

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "ofsted-tui needs Python 3.11 or newer: install it, or name it with make PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment; on Debian or Ubuntu install python3-venv."; exit 1; }

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up .venv (once) ..."
	@$(PIP) --editable .
	@$(BIN)/python -m compileall -q tui store  # so that the first start is as quick as the next
	@touch $@

$(VENV)/.test: $(VENV)/.run
	@$(PIP) --editable '.[test]'
	@touch $@

$(VENV)/.check: $(VENV)/.run
	@$(PIP) --editable '.[check]'
	@touch $@

$(VENV)/.samples: $(VENV)/.run
	@$(PIP) --editable '.[samples]'
	@touch $@

clean:
	rm -rf $(VENV) .demo .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
