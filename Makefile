# Uses the environment of CONTRIBUTING.md; `make PYTHON=python3 test` uses another.
PYTHON ?= .venv/bin/python
SEEDS := $(wildcard seeds/*.txt) seeds/report.docx

.PHONY: test lint pictures benchmark

test:
	$(PYTHON) -m pytest

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy --strict

pictures:
	for seed in $(SEEDS); do $(PYTHON) -m generator look $$seed -o output/pictures/$$(basename $$seed) || exit 1; done

benchmark:
	$(PYTHON) benchmarks/run.py
