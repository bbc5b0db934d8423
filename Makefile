# Every command of the project; `make` alone lists them. PORT=, HOST= and PYTHON= can be given.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
PY := .venv/bin/python
PYTEST := $(PY) -m pytest

.DEFAULT_GOAL := help
.PHONY: help install demo demo-reset test test-fast soak lint format bench messages lock

help: ## 列出命令 / list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

install: ## 准备 .venv 和依赖 / make .venv and install the dependencies
	@command -v $(PYTHON) >/dev/null || { echo '没有找到 $(PYTHON)。Debian 12：apt-get install -y python3 python3-venv；或用 make PYTHON=路径 指定。' >&2; \
	  echo '$(PYTHON) is not here. Debian 12: apt-get install -y python3 python3-venv; or name one with make PYTHON=path.' >&2; exit 1; }
	@$(PYTHON) -I config/bootstrap.py

demo: install ## 启动演示城市 / start the demo city (PORT=8000)
	@$(PY) manage.py demo --host $(HOST) --port $(PORT)

demo-reset: install ## 清空演示数据并重新开始 / delete the demo's data and begin anew
	@$(PY) manage.py demo --host $(HOST) --port $(PORT) --reset

test: install ## 全部测试，含浏览器 / every test, browser included
	$(PY) -m tests.servers ensure
	$(PYTEST) -n 2 -m 'not e2e and not servers and not soak'
	$(PYTEST) -n 2 --dist loadfile -m '(e2e or servers) and not soak'

test-fast: install ## 不需要浏览器和服务器的测试 / the tests that need no browser and no server
	$(PYTEST) -n 2 -m 'not e2e and not servers and not soak'

soak: install ## 长时间的测试：模糊、断电、竞争 / what must run long: fuzzing, kills, larger races
	$(PY) -m tests.servers ensure
	@$(PYTEST) -m soak -o faulthandler_timeout=3000; code=$$?; \
	  if [ $$code -eq 5 ]; then echo '还没有 soak 测试，什么也没有运行。 / There is no soak test yet: nothing was run.'; else exit $$code; fi

lint: install ## 静态检查 / every static check
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m djlint templates --lint --quiet
	.venv/bin/lint-imports
	DATABASE_URL=sqlite://:memory: $(PY) manage.py makemigrations --check --dry-run
	$(PY) -m config.messages --check
	$(PY) -m mypy catalog search

format: install ## 整理代码 / put the code in order
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

bench: install ## 测量速度 / measure how fast it is
	$(PY) -m tests.benchmarks

messages: install ## 收集要翻译的文字 / collect what is to be translated
	$(PY) -m config.messages

lock: install ## 重新锁定依赖 / lock the dependencies anew
	UV_CUSTOM_COMPILE_COMMAND='make lock' .venv/bin/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --extra dev pyproject.toml -o requirements.lock
	@$(PYTHON) -I config/bootstrap.py
