# Two commands matter: `make serve` and `make test`. Everything else serves them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
GAZETTEER_HOME ?= var
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export GAZETTEER_HOME PORT CHROMIUM

.PHONY: serve test setup check format measure languages fit frontend clean

serve: $(VENV)/.serve  ## Set up, migrate, seed, build the index, and serve on 127.0.0.1:$(PORT).
	$(BIN)/python -m gazetteer init
	$(BIN)/python -m gazetteer serve --port $(PORT)

test: $(VENV)/.test chromium  ## Set up what the tests need and run them all.
	$(BIN)/python -m pytest -n auto --dist loadfile

setup: $(VENV)/.test chromium  ## Only set up.

check: $(VENV)/.test  ## Format, lint, types.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

measure: $(VENV)/.test  ## make measure BENCH=folder: accuracy and speed on a labelled benchmark.
	@test -n "$(BENCH)" || (echo "Say where the benchmark is: make measure BENCH=folder" && exit 2)
	$(BIN)/python -m benchmarks.measure "$(BENCH)" --scratch "$(GAZETTEER_HOME)/measure"

languages: $(VENV)/.test  ## Write docs/languages.md anew from the files of the languages.
	$(BIN)/python -m benchmarks.languages.document

# Before 3.11.5 possessive quantifiers match wrongly (python/cpython#106052), and workbooks would come out empty.
$(VENV)/.serve: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11.5 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11, 5) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: -r requirements.txt
	touch $@

$(VENV)/.test: requirements.txt requirements-parquet.txt requirements-dev.txt $(VENV)/.serve
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: -r requirements-dev.txt
	touch $@

# The page tests drive a real browser: where there is none, Debian's is installed.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| (echo "Installing Chromium for the page tests" && apt-get update -qq && apt-get install -y -qq chromium >/dev/null)

# What a real LibreOffice makes of our answers and documents. Apart from `make test`, which needs no office.
.PHONY: test-office office
test-office: $(VENV)/.test office  ## Drive a real LibreOffice.
	$(BIN)/python -m pytest -m office

office:
	@(command -v soffice >/dev/null && command -v localc >/dev/null && /usr/bin/python3 -c 'import uno' 2>/dev/null) \
	|| (echo "Installing LibreOffice" && apt-get update -qq && apt-get install -y -qq libreoffice-writer libreoffice-calc python3-uno >/dev/null)

# Bulk work on Spark, with a small cluster of processes on this machine. Apart from `make test`: PySpark takes half a
# gigabyte, comes as a source that is only unpacked, and needs Java.
.PHONY: test-spark java
test-spark: $(VENV)/.spark java  ## Clean tables on a small Spark cluster.
	$(BIN)/python -m pytest -m spark tests/spark

$(VENV)/.spark: requirements-spark.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --no-binary pyspark -r requirements-spark.txt
	touch $@

java:
	@test -n "$$JAVA_HOME" || command -v java >/dev/null \
	|| (echo "Installing Java for Spark" && apt-get update -qq && apt-get install -y -qq openjdk-17-jre-headless >/dev/null)

# The desk's script and style are committed as built; who changes their sources builds them again.
OUT ?= service/pages/static
frontend:  ## Build the desk's script, style and map into service/pages/static (or OUT=folder); needs Node.
	@command -v npm >/dev/null || (echo "Installing Node for the frontend" && apt-get update -qq && apt-get install -y -qq nodejs npm >/dev/null)
	cd service/pages/frontend && npm ci --no-audit --no-fund --loglevel=error && npm run --silent types && npm run --silent build -- "$(abspath $(OUT))"

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
