#!/usr/bin/env bash
# Finds what a run on GitHub is compared with, fetches it where the clone lacks it, and gives it out as `revision`;
# empty where all is to be checked. What GitHub says of the run stands in the environment:
#
#   ASKED       a base of one's own
#   EVENT       the event's name
#   BASE_REF    the branch that a pull request is to be merged into
#   QUEUE_BASE  the commit that a merge queue merges into
#   BEFORE      the commit before a push; of a new branch it is all zeros
set -euo pipefail

base='' wanted=''
case "$EVENT:$BASE_REF:$BEFORE" in
  merge_group:*) base=$QUEUE_BASE wanted=$QUEUE_BASE ;;
  push:*:*[!0]*) base=$BEFORE wanted=$BEFORE ;;
  push:* | *::*) ;;
  *) base="refs/remotes/origin/$BASE_REF" wanted="+refs/heads/$BASE_REF:refs/remotes/origin/$BASE_REF" ;;
esac
if [ -z "${ASKED:-}" ] && [ -n "$wanted" ]; then
  set --
  [ "$(git rev-parse --is-shallow-repository)" = false ] || set -- --unshallow
  if [ "$#" -gt 0 ] || ! git rev-parse --quiet --verify "$base^{commit}" >/dev/null; then
    git fetch --quiet --no-tags --no-recurse-submodules "$@" origin "$wanted" ||
      echo "The base could not be fetched: let actions/checkout do it, with fetch-depth: 0"
  fi
  if [ "$EVENT" = push ] && ! git merge-base "$base" HEAD >/dev/null; then
    echo "What was before this push is no more, so everything is checked"
    base=
  fi
fi
base=${ASKED:-$base}
printf 'revision=%s\n' "${base//[$'\r\n']/}" >>"$GITHUB_OUTPUT"
