# `make` installs, generates everything and validates the example deliveries; `make test` runs every check.
# Needs Python 3.11 or newer with venv, and for `make test` also Node.js with npm. Never calls apt-get.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DDAS := $(BIN)/ddas

# One line per version: its code and its folder.
define LIST_VERSIONS
import json, sys
for row in json.load(sys.stdin)["versions"]:
    print(row["code"], row["domain"] + "/" + row["version"])
endef
export LIST_VERSIONS

.DEFAULT_GOAL := all
.PHONY: all install generate examples test lint types docs bench fuzz faults clean

all: generate examples

install: $(VENV)/installed

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

generate: install
	$(DDAS) lint
	$(DDAS) generate

examples: install
	set -e; versions=$$($(DDAS) versions --format json | $(BIN)/python -c "$$LIST_VERSIONS"); \
	echo "$$versions" | while read code folder; do \
		$(DDAS) validate --standard $$code generated/$$folder/voorbeelden/*.json || exit 1; \
	done

node_modules := tests/node/node_modules/.package-lock.json

$(node_modules): tests/node/package-lock.json
	npm ci --prefix tests/node --no-audit --no-fund
	touch $@

test: install $(node_modules)
	$(BIN)/pytest --numprocesses auto

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

docs: install
	$(BIN)/ddas docs build

bench: install
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python tests/benchmarks/generate.py
	$(BIN)/python tests/benchmarks/start.py
	$(BIN)/python tests/benchmarks/growth.py
	$(BIN)/python tests/benchmarks/site.py
	$(BIN)/python tests/benchmarks/migrate.py
	$(BIN)/python tests/benchmarks/validate.py --check-jsonschema $(BIN)/check-jsonschema

# By hand, for as long as you like: FUZZ_OPTIONS=-max_total_time=600. Atheris brings its own libFuzzer.
fuzz: install
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	$(BIN)/python tests/fuzz/hostile.py
	$(BIN)/python tests/fuzz/fuzz_validate.py $(or $(FUZZ_OPTIONS),-max_total_time=60)

# By hand: every command stopped at random moments, a disk that is too small, hostile files. FAULT_OPTIONS=--times=20.
faults: install
	$(BIN)/python -m tests.faults.run_faults $(FAULT_OPTIONS)

clean:
	rm -rf $(VENV) site build dist tests/node/node_modules
