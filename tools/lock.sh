#!/bin/sh
# Write the Python locks afresh: every platform, with hashes, no index address.
set -eu
cd "$(dirname "$0")/.."
test -x .cache/lock/bin/uv || { python3 -m venv .cache/lock && .cache/lock/bin/pip install -q uv; }
compile() { .cache/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q "$@"; }
compile requirements/uv.in -o requirements/uv.txt
compile pyproject.toml requirements/build.in -o requirements/run.txt
compile pyproject.toml requirements/build.in --group dev -c requirements/run.txt -o requirements/test.txt
compile --group pyproject.toml:bench -c requirements/test.txt -o requirements/bench.txt
part=$(mktemp)
compile requirements/openai.in --no-annotate -c requirements/test.txt -o "$part"
cat "$part" > requirements/openai.txt
echo openai-whisper==20250625 > "$part.in"
compile "$part.in" --no-deps --no-annotate -o "$part"
cat "$part" >> requirements/openai.txt
rm -f "$part" "$part.in"
