# Two targets do all the set-up themselves: `make extract` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILE = $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

.PHONY: extract evaluate test check lint types imports unit lock sample clean help

help: ## Show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $(READY)

$(READY_DEV): requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $(READY) $(READY_DEV)

extract: $(READY) ## Extract the records of corpus/ into output/records.jsonl
	mkdir -p output
	$(BIN)/glane extract corpus/documents -o output/records.jsonl

evaluate: extract ## Score output/records.jsonl against the project's gold
	$(BIN)/glane evaluate output/records.jsonl corpus/gold

test: check ## All checks and tests

check: lint types imports unit ## What CI runs

lint: $(READY_DEV) ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY_DEV) ## mypy --strict
	$(BIN)/mypy

imports: $(READY_DEV) ## import-linter
	$(BIN)/lint-imports

unit: $(READY_DEV) ## pytest in two processes, warnings as errors
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

sample: $(READY) ## Regenerate output/sample/
	$(BIN)/glane extract corpus/documents/otan/azerbaidjan.txt -o output/sample/azerbaidjan.records.jsonl --quiet

lock: $(READY_DEV) ## Regenerate requirements-dev.lock, and of it requirements.lock, which is what extraction needs (no host is named)
	$(COMPILE) --all-extras -o requirements-dev.lock pyproject.toml build-requirements.in
	$(COMPILE) --extra html,pdf,docx,zstd -c requirements-dev.lock -o requirements.lock pyproject.toml build-requirements.in

clean: ## Remove what is generated
	rm -rf $(VENV) output/*.jsonl .mypy_cache .ruff_cache .pytest_cache .hypothesis
