#!/bin/sh
# What needs no test run, by lane: python, pages (format, lint, types, contracts), drift.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .cache
bin=.venv/bin

# says what it does; shows a check's words only when it fails
step() {
  name=$1
  shift
  log=$(mktemp .cache/check.XXXXXX)
  if "$@" >"$log" 2>&1; then
    printf '· %s\n' "$name"
    rm "$log"
  else
    printf '✗ %s\n' "$name"
    cat "$log"
    exit 1
  fi
}

contract_is_what_the_backend_says() {
  $bin/colloquy openapi >.cache/openapi.json
  cmp -s .cache/openapi.json frontend/openapi.json || {
    echo "frontend/openapi.json is stale. Run: colloquy openapi > frontend/openapi.json && npm run generate"
    return 1
  }
  cp frontend/src/api/schema.gen.ts .cache/schema.gen.ts
  npm run --silent generate
  cmp -s .cache/schema.gen.ts frontend/src/api/schema.gen.ts || {
    echo "frontend/src/api/schema.gen.ts was stale and has been written afresh: commit it."
    return 1
  }
}

python() {
  step "Python format" $bin/ruff format --check .
  step "Python lint" $bin/ruff check .
  step "Import contracts" $bin/lint-imports
  # pyright is a package of npm
  step "Python types" npx --no-install pyright --pythonpath $bin/python
  step "Declared dependencies" $bin/deptry backend
}

pages() {
  step "Pages format and lint" npm run --silent lint
  step "Pages types" npm run --silent typecheck
  step "Unused code in the pages" npm run --silent knip
}

drift() {
  step "Generated client" contract_is_what_the_backend_says
}

for lane in "$@"; do
  "$lane"
done
