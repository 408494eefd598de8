# Every target works on a fresh clone. The work is done by short programs; see README.md.
.DEFAULT_GOAL := site
.PHONY: site draft test test-fast coverage serve check check-content check-history check-scripts test-pages publish preview hooks overdue admin demo bench fix lock vendor clean

BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
FORMAT ?= text
FAST := -m "not (browser or server or java or node or slow)" -n 2 --dist loadfile

.venv/ready: requirements.lock pyproject.toml scripts/setup
	scripts/setup site
	touch $@

.venv/ready-for-tests: .venv/ready scripts/setup
	scripts/setup tests
	touch $@

node_modules/.ready: package-lock.json .npmrc scripts/setup
	scripts/setup scripts
	npm ci --silent
	touch $@

site: .venv/ready            ## the whole portal in site/
	$(BIN)/vejviser build

draft: .venv/ready           ## the same as a draft: every page says so
	$(BIN)/vejviser build --preview

demo: .venv/ready            ## the same with invented figures, marked on every page
	$(BIN)/vejviser build --demo

serve: .venv/ready           ## live preview, rebuilt when a file is saved
	$(BIN)/vejviser serve

check: .venv/ready node_modules/.ready ## content first, then code
	$(BIN)/vejviser check
	$(BIN)/vejviser schema --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m scripts.architecture --check
	$(BIN)/python -m scripts.adr_index --check
	$(BIN)/python -m scripts.vendor --check
	npm run --silent check

check-scripts: node_modules/.ready ## only the scripts and stylesheets: types, ESLint, Stylelint
	npm run --silent check

hooks: .venv/ready           ## git asks vejviser before every commit and every push
	scripts/hooks/install

check-content: .venv/ready   ## only what an editor writes
	$(BIN)/vejviser check --format $(FORMAT)

check-history: .venv/ready   ## everything git keeps of it, as at a push: what was deleted since is still there
	$(BIN)/vejviser guard pushed --remote nowhere HEAD

test-pages: .venv/ready      ## does every link of the built site lead somewhere?
	$(BIN)/python scripts/check_links.py site

publish: .venv/ready         ## put the built site in place: make publish TARGET=/srv/portal
	$(BIN)/vejviser publish site '$(TARGET)'

preview: .venv/ready         ## the same for what make draft has built: make preview TARGET=/srv/preview
	$(BIN)/vejviser publish --preview site '$(TARGET)'

overdue: .venv/ready         ## texts past their review, contacts past their confirmation
	$(BIN)/python scripts/overdue.py --format $(FORMAT)

admin: admin/dist/rediger.js ## forms for editors (needs Node); then: .venv/bin/vejviser build --admin

admin/dist/rediger.js: admin/package-lock.json admin/build.js admin/start.js admin/da.json $(wildcard admin/forms/*.js admin/yaml/*.js)
	npm ci --prefix admin
	npm run --prefix admin build

# What fails, and what a browser did only when asked twice (tests/browser/conftest.py), stands by name at the end.
test: .venv/ready-for-tests node_modules/.ready ## the whole suite, browser tests included
	npm test --silent
	$(BIN)/vejviser build --out .cache/test-site --today "$$($(BIN)/python -m scripts.content_day)"
	VEJVISER_SITE=.cache/test-site $(BIN)/pytest -n 2 --dist loadfile -rfER

# The time stands in the last line; the ten slowest are told, so that a test which takes seconds is seen and marked slow.
test-fast: .venv/ready       ## the tests that need no browser, server, Java or Node, in less than a minute
	$(BIN)/pytest $(FAST) --durations=10 --durations-min=1

coverage: .venv/ready        ## the same, with which lines they reach; a page in .cache/coverage/index.html
	$(BIN)/pytest $(FAST) --quiet --cov=vejviser --cov-report=term:skip-covered --cov-report=html

.cache/zensical/ready: requirements-bench.lock
	python3 -m venv .cache/zensical
	.cache/zensical/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements-bench.lock
	touch $@

bench: .venv/ready .cache/zensical/ready ## measurements beside the peers, as ratios in one run (some minutes)
	$(BIN)/python -m scripts.bench

fix: .venv/ready             ## what can be put right by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/ready            ## new pinned versions from requirements.in
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --generate-hashes --python-version=3.11 --output-file=requirements.lock requirements.in
	$(BIN)/uv pip compile --quiet --generate-hashes --python-version=3.11 --output-file=requirements-bench.lock \
	  requirements-bench.in

vendor: .venv/ready node_modules/.ready ## the libraries that browsers run, as package-lock.json pins them
	$(BIN)/python -m scripts.vendor

clean:
	rm -rf site .cache .venv node_modules
