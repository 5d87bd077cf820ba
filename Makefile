# Two targets do all the set-up themselves: `make extract` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: extract evaluate test check lint types imports unit lock sample clean help

help: ## Show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $(READY)

extract: $(READY) ## Extract the records of corpus/ into output/records.jsonl
	mkdir -p output
	$(BIN)/glane extract corpus/documents -o output/records.jsonl

evaluate: extract ## Score output/records.jsonl against the project's gold
	$(BIN)/glane evaluate output/records.jsonl corpus/gold

test: check ## All checks and tests

check: lint types imports unit ## What CI runs

lint: $(READY) ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy --strict
	$(BIN)/mypy

imports: $(READY) ## import-linter
	$(BIN)/lint-imports

unit: $(READY) ## pytest in two processes, warnings as errors
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

sample: $(READY) ## Regenerate output/sample/
	$(BIN)/glane extract corpus/documents/otan/azerbaidjan.txt -o output/sample/azerbaidjan.records.jsonl --quiet

lock: $(READY) ## Regenerate requirements.lock (names no host)
	$(BIN)/pip-compile --quiet --all-extras --generate-hashes --allow-unsafe --strip-extras \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
		-o requirements.lock pyproject.toml build-requirements.in

clean: ## Remove what is generated
	rm -rf $(VENV) output/*.jsonl .mypy_cache .ruff_cache .pytest_cache .hypothesis
