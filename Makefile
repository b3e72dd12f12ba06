# One door to everything. Needs make, Python 3.11 or newer, and a package index for pip.
PYTHON ?= python3
BIN := .venv/bin
STUDY := studies/genai-creative-work
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help setup dev demo serve machine test unit check format lock docs bench bench-read bench-check bench-fuzz bench-mutate bench-engine bench-field bench-tables bench-report bench-audit clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

setup: .venv/ready ## .venv with the peil command

.venv/python:
	$(PYTHON) -c 'import sys; sys.exit("Peil needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	@touch $@

KERNEL := hatch_build.py src/peil/estimation/packed/kernel.c

.venv/ready: .venv/python requirements.lock pyproject.toml $(KERNEL)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

dev: .venv/ready-dev

.venv/ready-dev: .venv/ready requirements-dev.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

demo: setup ## the reference study, from its folder to its report
	@$(BIN)/python scripts/demo.py $(STUDY)

serve: setup ## the reference study in the browser; make serve STUDY=folder for another
	$(BIN)/peil serve $(STUDY)

machine: dev ## what the tests need beside Python: a browser and a database server
	$(BIN)/python scripts/test_machine.py --install

test: dev machine ## every test
	$(BIN)/pytest -n 2 --dist worksteal

# Compiled tests are kept, whatever the environment says, and out of sight: to compile them takes half a minute.
unit: export PYTHONDONTWRITEBYTECODE =
unit: export PYTHONPYCACHEPREFIX = $(CURDIR)/.venv/pycache
unit: dev ## the quick tests: they need only Python, and each property is looked at briefly
	$(BIN)/pytest -n 2 --dist worksteal -m "not slow" --hypothesis-profile=unit

check: dev ## format, lint, types, layers, documentation, dependency audit
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/make_docs.py --check
	$(BIN)/python scripts/audit_dependencies.py

format: dev ## format the code and apply safe fixes
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

docs: dev ## write the generated reference pages anew
	$(BIN)/python scripts/make_docs.py

lock: dev ## lock the dependencies anew, with hashes and no index host
	$(BIN)/python scripts/lock.py

bench: bench-read bench-check bench-fuzz bench-mutate bench-engine bench-field bench-tables bench-report bench-audit ## every benchmark

bench-read: dev ## read and check a study of 500 questions
	$(BIN)/python bench/read.py

.venv/ready-bench: .venv/ready-dev requirements-bench.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-bench.lock
	@touch $@

bench-check: dev .venv/ready-bench ## prove studies of 310 and 500 questions, beside another solver and enumeration
	$(BIN)/python bench/check.py

bench-fuzz: dev ## check 10,000 broken studies: problems and no exception
	$(BIN)/python bench/fuzz.py

bench-mutate: dev ## change every condition of the reference study: is each slip noticed?
	$(BIN)/python bench/mutate.py

bench-engine: dev ## what the pure parts of one page cost: walking, judging, reading, drawing
	$(BIN)/python bench/engine.py

bench-field: dev machine ## whole interviews against a real server: pages a second, CPU, lost cells
	$(BIN)/python bench/field.py

bench-tables: dev ## 700 tables of 10,000 to 10 million rows, beside a bare scan, svy, DuckDB and pandas
	$(BIN)/python bench/tables.py

bench-report: dev ## the reference study in every format and language, and what an attacker recovers from it
	$(BIN)/python bench/report.py

bench-audit: dev ## what the audit finds without data: 10,000 honest lists of claims, 300 planted slips of each kind
	$(BIN)/python bench/audit.py

clean: ## remove what was made
	rm -rf .venv out
