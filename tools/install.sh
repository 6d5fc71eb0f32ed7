#!/bin/sh
# Install locked Python packages into the virtual environment: by uv, which takes a third of the
# time, or by pip where uv cannot (a private index that only pip knows of, for instance).
#   tools/install.sh requirements/run.txt
set -eu
python=.venv/bin/python
"$python" -c 'import uv' 2>/dev/null || "$python" -m pip install -q --require-hashes -r requirements/uv.txt
UV_HTTP_RETRIES=1 "$python" -m uv pip install -q --python "$python" --require-hashes --compile-bytecode -r "$1" ||
  "$python" -m pip install -q --require-hashes -r "$1"
