# `make` sets up and does the main job; `make test` runs the tests. Needs Python 3.11-3.13 and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KG := $(BIN)/kg

.PHONY: all test lint bench evaluate exports clean

all: $(VENV)/.installed exports
	$(KG) check
	$(KG) query meetings-about-elections

exports: $(VENV)/.installed
	$(KG) build seeds/documents
	$(KG) export --format turtle --out exports/communique.ttl
	$(KG) view --out exports/communique.html

test: $(VENV)/.installed-dev
	$(BIN)/pytest -n auto

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) .communique dist
