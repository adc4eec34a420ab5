#!/usr/bin/env bash
# Takes a picture of every window of the app, with the longest texts there are, in both themes, at font scales 1, 1.5 and 2,
# in English, German and a longer English, and a contact sheet: target/pictures/index.html. Looks for clipped text, missing
# names, low contrast and a wrong order of the focus in each, and fails if it finds any (target/pictures/faults.txt).
#
# The scale is that of the fonts, from which every size follows: it changes where lines break and what fits, which is what
# can go wrong. A screen with more pixels for the same size only makes the same layout sharper; `pictures.sh ... 2` shows that.
#
# A look takes one to two minutes and 1 GB. Each has a process of its own: a platform without a screen keeps what closed
# windows showed, which would be too much for all looks in one.
#
# usage: src/bench/pictures.sh [WINDOWS [LOOKS [PIXELS]]]
#   WINDOWS  a regular expression for names of windows, such as 'wizard-.*'
#   LOOKS    a regular expression for looks, such as 'de-dark-1.5'
#   PIXELS   pixels of the picture for one of the window: 1 or 2
set -euo pipefail
cd "$(dirname "$0")/../.."
windows=${1:-.*} wanted=${2:-.*} pixels=${3:-1} failed=0
for look in {en,de,qps}-{light,dark}-{1.0,1.5,2.0} en-light-0.75; do
  [[ $look =~ ^($wanted)$ ]] || continue
  # With test-compile, since the Java to run on is chosen on the way to it.
  mvn -q -o test-compile surefire:test -Dtest=GalleryPictures -Dsurefire.failIfNoSpecifiedTests=false \
    -Dgallery.windows="$windows" -Dgallery.looks="$look" -Dgallery.pixels="$pixels" || failed=1
done
cat target/pictures/*/faults.txt > target/pictures/faults.txt
exit "$failed"
