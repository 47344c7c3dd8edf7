#!/bin/sh
# Makes the virtual environment named as the first argument, with the newest Python here that it is tested with, or else another; says in one line what is missing.
# A Python of your own choice: PYTHON=/path/to/python make serve
set -eu

bare=""
for python in ${PYTHON:-python3.13 python3.12 python3.11 python3.14 python3 python}; do
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
  if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    rm -rf "$1"
    exec "$python" -m venv "$1"
  fi
  bare="$python"
done

if [ -n "$bare" ]; then
  echo "Python is here, but a part of it, venv, is missing. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
else
  echo "This needs Python 3.11 or newer. Get it from https://www.python.org/downloads/ and try again." >&2
fi
exit 1
