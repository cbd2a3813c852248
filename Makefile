# The two commands that matter are `make dossier` and `make test`. Both first install what is missing; see tools/setup.py.
PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet --upgrade

# Tests run on all cores, those of a file in one process, in the order of the files.
AT_ONCE := --numprocesses auto --dist loadfile --no-loadscope-reorder

.PHONY: help dossier setup test check lock clean

help:
	@echo "make dossier   install what is missing and build the bundled article, panels too"
	@echo "make test      install what is missing and run the tests"
	@echo "make check     the tests that are slow too, formatting, lint, types"
	@echo "make lock      find the newest allowed versions and write requirements/*.lock"
	@echo "make clean     remove what was built (not the installation in .venv, not output/)"

dossier: setup
	@$(BIN)/dossier build --layout dossier --layout dossier-letter --layout panels-a1

setup:
	@$(PYTHON) tools/setup.py

test:
	@$(PYTHON) tools/setup.py --test
	@$(BIN)/pytest -q -m "not slow" $(AT_ONCE)

check:
	@$(PYTHON) tools/setup.py --test
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/pytest -q --cov --cov-report=term

# The second lock holds only what the tests need beyond the first.
lock: setup
	@$(BIN)/python -m pip install --quiet uv
	$(COMPILE) --group build --output-file requirements/run.lock
	$(COMPILE) --group dev --constraints requirements/run.lock --output-file requirements/test.lock \
		$$(sed -n 's/^\([a-z0-9-]*\)==.*/--no-emit-package \1/p' requirements/run.lock)

clean:
	rm -rf build dist .coverage .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
