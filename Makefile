# Everything a newcomer runs. Only Python (3.11 or later) and make are needed; the rest installs itself in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
PIN := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header

.PHONY: demo test lint fix requirements clean

$(STAMP): requirements-dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

demo: $(STAMP)  ## play the scenario on a local Bot API server, with the real bot
	$(BIN)/dabyl demo

lint: $(STAMP)  ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint  ## everything, on SQLite and PostgreSQL
	$(BIN)/pytest -n 3

fix: $(STAMP)  ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

requirements: $(STAMP)  ## pin all dependencies anew, with hashes and without addresses
	$(PIN) --extra postgres --extra dev pyproject.toml -o requirements-dev.txt
	$(PIN) --extra postgres --extra image -c requirements-dev.txt pyproject.toml -o requirements.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
