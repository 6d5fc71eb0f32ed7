#!/bin/sh
# Everything that needs no test run: format, lint, types, contracts, drift of generated files.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .cache
bin=.venv/bin
step() { printf '· %s\n' "$1"; shift; "$@"; }

step "Python format" $bin/ruff format --check -q .
step "Python lint" $bin/ruff check -q .
step "Import contracts" $bin/lint-imports --no-cache --config pyproject.toml >/dev/null || { $bin/lint-imports --config pyproject.toml; exit 1; }
step "Python types" npx --no-install pyright --pythonpath $bin/python >.cache/pyright.log || { cat .cache/pyright.log; exit 1; }
step "Declared dependencies" $bin/deptry -q backend
step "Pages format and lint" npm run --silent lint
step "Pages types" npm run --silent typecheck
step "Unused code in the pages" npm run --silent knip

printf '· Generated client\n'
$bin/colloquy openapi > .cache/openapi.json
cmp -s .cache/openapi.json frontend/openapi.json || {
  echo "frontend/openapi.json is not what the backend says. Run: .venv/bin/colloquy openapi > frontend/openapi.json && npm run generate" >&2
  exit 1
}
cp frontend/src/api/schema.gen.ts .cache/schema.gen.ts
npm run --silent generate >/dev/null
cmp -s .cache/schema.gen.ts frontend/src/api/schema.gen.ts || { echo "frontend/src/api/schema.gen.ts was stale and has been written afresh: commit it." >&2; exit 1; }
