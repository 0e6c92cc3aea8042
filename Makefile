# `make demo` and `make test` need only git, make and Python >= 3.11.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: demo test check lint types score bench lock messages clean

$(STAMP): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "relancebot needs Python 3.11 or newer: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "no virtual environment could be made; on Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP)
	@$(BIN)/python -m relancebot.demo $(DEMO_ARGS)

test: $(STAMP) check
	$(BIN)/python -m pytest

# Breaks the program in every way and counts its letters; Dovecot where there is one.
# CHAOS_ARGS: --quick, --runs N, --load, --latency, or words of the scenarios wanted.
chaos: $(STAMP)
	@$(BIN)/python -m tests.chaos $(CHAOS_ARGS)

check: lint types

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

# How well the reader reads, on the labelled letters of tests/corpus.
score: $(STAMP)
	$(BIN)/python tests/score.py $(SCORE_ARGS)

# How fast, each figure as a ratio of one run.
bench: $(STAMP)
	$(BIN)/python tests/bench.py

# Rewrites the constraints file (needs uv).
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --group dev pyproject.toml -o constraints.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What click says, in French: compiled from messages.po.
messages: $(STAMP)
	$(BIN)/pybabel -q compile -l fr -d src/relancebot/french/locale
