# `make` alone lists the targets. The two commands to know are `make quickstart` and `make test`.
.DEFAULT_GOAL := help
SHELL := /bin/bash

PREFIX ?= /usr/local
SWIFT ?= swift
MINUTES ?= 10
# How often `make benchmark` times each case; PYTHON=path takes a Python that has torch already.
ROUNDS ?= 9
SWEEP := .build/release/sweep
# Tests that wait for moments of other processes; beside those that compute they would come too late.
PROGRAM_TESTS := ProgramTests|TrialSchedulingTests
BUILD_FLAGS := --explicit-target-dependency-import-check error
PYTORCH := .build/pytorch
RELEASE := $(SWIFT) build -c release --product sweep --static-swift-stdlib $(BUILD_FLAGS)

# What a bare Debian 12 with Swift lacks. pkg-config tells the package where each library lies.
PACKAGES := pkg-config libsqlite3-dev libopenblas-serial-dev libpng-dev libjpeg-dev zlib1g-dev \
            libcairo2-dev libpango1.0-dev fontconfig fonts-dejavu-core
# What tests need besides: a small font with Chinese characters, and Python for the programs that trials run.
TEST_PACKAGES := fonts-wqy-microhei python3
# Whose calls Python programs are tested with beside our own module; numpy is what its histograms need.
PYTHON_PACKAGES := wandb==0.31.0 numpy==2.4.6
PROGRAMS := .build/programs

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

.PHONY: setup
setup: ## install the system packages that are missing (apt; with sudo when not root)
	@command -v $(SWIFT) > /dev/null || { \
	  echo "Swift 6.3 is needed: see https://www.swift.org/install/linux" >&2; exit 1; }
	@missing=(); \
	for name in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' "$$name" 2> /dev/null | grep -q 'ok installed' || missing+=("$$name"); \
	done; \
	if (($${#missing[@]})); then \
	  as_root=(); ((EUID == 0)) || as_root=(sudo); \
	  echo "Installing: $${missing[*]}"; \
	  "$${as_root[@]}" apt-get update -qq && \
	  "$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends "$${missing[@]}" > /dev/null; \
	fi

.PHONY: build
build: setup ## build the release binary .build/release/sweep
	@$(RELEASE)

.PHONY: quickstart
quickstart: build ## train the first sweep, about half a minute, and show its ranking and charts
	@$(SWEEP) run sweeps/quickstart.yaml
	@echo
	@echo "The whole ranking:  $(SWEEP) rank quickstart"
	@echo "The charts:         results/quickstart/charts/ (loss.png, final.png, importance.png …)"

.PHONY: test
test: PACKAGES += $(TEST_PACKAGES)
test: setup ## build and pass all tests; what failed is said again at the end
	@/usr/bin/python3 -m unittest discover -s Tests/PythonTests
	@$(SWIFT) build --build-tests $(BUILD_FLAGS)
	@log=$$(mktemp); trap 'rm -f "$$log"' EXIT; set -o pipefail; \
	{ $(SWIFT) test --skip-build --skip '$(PROGRAM_TESTS)'; status=$$?; \
	  $(SWIFT) test --skip-build --filter '$(PROGRAM_TESTS)' && (exit $$status); } 2>&1 | tee "$$log" || { \
	  echo; echo "What failed:"; grep -EA5 ' recorded an issue |Fatal error|unexpected signal' "$$log" | cut -c1-2000; exit 1; }

.PHONY: test-programs
test-programs: PACKAGES += python3 python3-venv
test-programs: setup ## pass the tests of Python programs with the real wandb, from PyPI into .build/programs
	@{ [ -x $(PROGRAMS)/bin/python ] || python3 -m venv $(PROGRAMS); } && \
	  $(PROGRAMS)/bin/python -m pip install --quiet --disable-pip-version-check $(PYTHON_PACKAGES) || { \
	  echo "Skipped: $(PYTHON_PACKAGES) cannot be had from PyPI here." >&2; exit 0; }; \
	$(PROGRAMS)/bin/python -m unittest discover -s Tests/PythonTests

.PHONY: torture
torture: build ## do the worst to runs for MINUTES (default 10), count the faults, and compare the ends
	@$(SWIFT) build --build-tests $(BUILD_FLAGS)
	@SWEEP_PROGRAM=$(abspath $(SWEEP)) SWEEP_TORTURE_MINUTES=$(MINUTES) SWEEP_SIMULATIONS=20000 \
	  $(SWIFT) test --skip-build --filter 'TortureTests|SimulatorTests|StoreStressTests|LocalWorkersTests'

.PHONY: benchmark
benchmark: setup ## time trainings, a few minutes; with TORCH=yes beside PyTorch (5 GB from PyPI, into .build)
	@$(SWIFT) build -c release --product TrainingBenchmark $(BUILD_FLAGS)
	@if [ -n "$(TORCH)" ] && [ -z "$(PYTHON)" ] && [ ! -x $(PYTORCH)/bin/python ]; then \
	  { python3 -m venv $(PYTORCH) && $(PYTORCH)/bin/python -m pip install --quiet torch numpy; } || { \
	    rm -rf $(PYTORCH); \
	    echo "TORCH=yes needs python3, python3-venv and PyPI; leave it out for our own times" >&2; exit 1; }; \
	fi
	@python="$(PYTHON)"; \
	if [ -z "$$python" ] && [ -x $(PYTORCH)/bin/python ]; then python=$(PYTORCH)/bin/python; fi; \
	.build/release/TrainingBenchmark --rounds $(ROUNDS) $${python:+--python "$$python"}

.PHONY: chart-benchmark
chart-benchmark: setup ## draw 1,000 curves of 1,000 points; fails over 1 s or 200 MB
	@$(SWIFT) run -c release $(BUILD_FLAGS) ChartBenchmark

.PHONY: benchmark-rank
benchmark-rank: build ## time `sweep rank` over 1,000 trials of 1,000 points
	@$(SWIFT) run -c release $(BUILD_FLAGS) RankingBenchmark $(SWEEP)

.PHONY: picture-benchmark
picture-benchmark: setup ## time the preparation of 2,000 JPEG pictures beside libjpeg-turbo alone, about a minute
	@$(SWIFT) run -c release $(BUILD_FLAGS) PictureBenchmark

.PHONY: lint
lint: ## check the format of the sources
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

.PHONY: format
format: ## format the sources
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

# name of the picture: the arguments of `sweep chart` that draw it
define PICTURES
optimizers-loss: optimizers --kind loss --top 7
accuracy: decay --kind accuracy
batch-loss: batch-size --kind batch-loss
lr: decay --kind lr
final: optimizers --kind final
sensitivity: optimizers --kind sensitivity
heat-map: quickstart --kind heat-map
slices: quickstart --kind slices
parallel: quickstart --kind parallel --top 20
importance: quickstart --kind importance
history: quickstart --kind history
pareto: quickstart --kind pareto
timeline: quickstart --kind timeline --color optimizer
facets: batch-size --kind loss --facet batch_size
optimizers-speed-loss: optimizers-speed --kind loss
schedules-loss: schedules --kind loss
overfitting-loss: overfitting --kind loss
momentum-loss: momentum --kind loss
losses-final: losses --kind final
two-sweeps: optimizers decay --kind final --top 14
loss-print: optimizers --kind loss --top 4 --theme print
heat-map-dark: quickstart --kind heat-map --theme dark
endef
export PICTURES

.PHONY: gallery
gallery: build ## run the course and exercise sweeps and draw the pictures that README shows, each kind of chart
	@for sweep in quickstart optimizers batch-size decay optimizers-speed schedules overfitting momentum losses; do \
	  $(SWEEP) run sweeps/$$sweep.yaml --quiet > /dev/null || exit; \
	done
	@mkdir -p results/gallery
	@while IFS=: read -r name arguments; do \
	  $(SWEEP) chart $$arguments --dpi 110 -o results/gallery/$$name.png || exit; \
	done <<< "$$PICTURES"
	@$(SWEEP) lr-range sweeps/optimizers.yaml --quiet -o results/gallery/optimizers-lr-range.png > /dev/null

.PHONY: benchmark-scheduler
benchmark-scheduler: build ## measure the trial scheduler against its goals, under half a minute
	@$(SWIFT) build -c release --product SchedulingBenchmark $(BUILD_FLAGS)
	@.build/release/SchedulingBenchmark $(abspath $(SWEEP))

.PHONY: cats-and-dogs
cats-and-dogs: build ## run the published experiment, some ten minutes, and draw its three charts
	@$(SWEEP) run sweeps/cats-and-dogs.yaml
	@mkdir -p results/gallery
	@$(SWEEP) chart cats-and-dogs --where "optimizer == 'sgd'" \
	  --title "Batch sizes, with plain gradient descent" -o results/gallery/cats-and-dogs-batch-size.png
	@$(SWEEP) chart cats-and-dogs --where "batch_size == 64 and decay == 'constant'" \
	  --title "Optimizers, with batches of 64" -o results/gallery/cats-and-dogs-optimizers.png
	@$(SWEEP) chart cats-and-dogs --where "optimizer == 'adam'" \
	  --title "Learning-rate decays, with Adam" -o results/gallery/cats-and-dogs-decay.png

.PHONY: calibration
calibration: setup ## measure how often verdicts are wrong, how often they find a difference, and what intervals hold
	@$(SWIFT) run -c release $(BUILD_FLAGS) CalibrationBenchmark

.PHONY: critical-values
critical-values: setup ## work out the table behind the verdicts anew (some minutes)
	@$(SWIFT) run -c release $(BUILD_FLAGS) CalibrationBenchmark critical-values

.PHONY: install
install: build ## install sweep and its completions under PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 $(SWEEP) "$(DESTDIR)$(PREFIX)/bin/sweep"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	$(SWEEP) --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/sweep"
	$(SWEEP) --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_sweep"
	$(SWEEP) --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/sweep.fish"

.PHONY: clean
clean: ## remove what was built (results stay)
	@rm -rf .build
