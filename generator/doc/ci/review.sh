#!/bin/sh
# What a pipeline does with a change of content: checks it, tells what it does
# to readers since the commit BASE, and builds the site to look at. Left behind
# are review.md (for a comment) and preview/public (a whole release).
#
#   sh generator/doc/ci/review.sh [BASE]
#
# Without BASE, or with one that is not in this clone, the last commit that the
# change shares with the main branch is taken. It needs the history (no shallow
# clone), Go, and no secret.
set -eu
cd "$(dirname "$0")/../../.."

known() { git rev-parse --quiet --verify "$1^{commit}" >/dev/null; }

base=${1:-}
if [ -z "$base" ] || ! known "$base"; then
  base=
  for main in origin/main origin/master; do
    if known "$main"; then base=$(git merge-base "$main" HEAD); break; fi
  done
fi

echo "== generator"
go build -o .anju/review ./generator

echo "== check"
failed=0
# The empty BASE of a first commit leaves the report out.
.anju/review check --format "${FORMAT:-github}" ${base:+--against "$base" --report review.md} || failed=$?

echo "== preview"
rm -rf preview
.anju/review build --dir preview/public || failed=$?
exit "$failed"
