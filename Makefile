# Uses the environment of CONTRIBUTING.md; `make PYTHON=python3 test` uses another.
PYTHON ?= .venv/bin/python

.PHONY: test lint pictures benchmark

test:
	$(PYTHON) -m pytest

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy --strict

pictures:
	$(PYTHON) docs/make_pictures.py

benchmark:
	$(PYTHON) benchmarks/run.py
