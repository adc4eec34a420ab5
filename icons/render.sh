#!/bin/sh
# Makes the icons in all sizes from keyarbor.svg. Run it after a change of the drawing, and keep what it makes.
# Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 16 22 24 32 48 64 128 256 512; do
  rsvg-convert --width "$size" --height "$size" keyarbor.svg --output "keyarbor-$size.png"
done
