# The house's habits; `just` alone lists them.

# list the recipes
default:
    @just --list --unsorted

# everything that must hold, as CI runs it: quick refusals first, every test last
check: lint types floors audit docs test

# lint and layout, nothing changed
lint:
    ruff check .
    ruff format --check .

# lay the code out and mend what ruff can mend
tidy:
    ruff format .
    ruff check --fix .

# mypy, strict
types:
    mypy

# imports go down only
floors:
    lint-imports

# what is unsafe in the source (bandit) and among the pins (pip-audit), both strict
audit:
    python -m tools.audit

# the documentation, warnings as errors
docs:
    sphinx-build --quiet --fail-on-warning --keep-going -b html docs docs/_build/html

# every test on every core, the slow ones last (COMMUNIQUE_TEST_MARKS narrows them to markers)
test *args:
    pytest -m "{{ env('COMMUNIQUE_TEST_MARKS', '') }}" -n auto --dist worksteal {{ args }}

# speed, memory and cold start, as ratios taken in one run; then what a corpus costs to ask, at two sizes
bench *args:
    python -m bench.run {{ args }}
    python -m bench.corpus
    python -m bench.collation

# the workspace under readers, writers and kills, on SQLite and PostgreSQL
load *args:
    python -m bench.load {{ args }}

# who did what to whom, beside two plain baselines on the labelled sentences
peers:
    python -m bench.peers

# accuracy on the labelled releases beside the pinned floors (--raise lifts the floors that are passed)
gate *args:
    python -m tools.gate {{ args }}

# pin every dependency with its hashes in constraints.txt
pin *args:
    python -m tools.pin {{ args }}

# gather the words of the workspace for translation, and compile what is translated
messages:
    python -m tools.messages

# what the next release notes will say
news:
    towncrier build --draft --version next
