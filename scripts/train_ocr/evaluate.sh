#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures the models on lines that training never sees: the held-out fonts of
# fonts.txt and strings held out of the word lists (a twentieth).
#
#   scripts/train_ocr/evaluate.sh [WORK] [TESSDATA]
#
# Prints character error rate and exact share for lines, and the exact share
# for lone figures in both digit scripts, at the levels clean, office, poor and machine.
# Environment: LINES and FIGURES set how many pictures each set holds (0: leave out),
# FONTS the parts of the font table or the families that they are drawn in,
# LEVELS the levels, SHOW how many misread lines are printed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(realpath -m "${1:-$PWD/ocr_train}")
tessdata=${2:-$here/../../data/tessdata}
lines=${LINES:-400}
figures=${FIGURES:-2000}
show=${SHOW:-0}
fonts_measured=${FONTS:-held_out}
levels=${LEVELS:-clean office poor machine}
export OMP_THREAD_LIMIT=1 LC_ALL=C.UTF-8

[ -x "$work/bin/eval_lines" ] || make -s -C "$here" BIN="$work/bin"
[ -s "$work/fonts/fonts.conf" ] || "$here/fetch_fonts.sh" "$work"
[ -s "$work/text/words.txt" ] || "$here/extract_text.sh" "$work/text" "$work/root"
"$here/extract_grammar.sh" "$here/../../data" > "$work/text/grammar.txt"
export FONTCONFIG_FILE=$work/fonts/fonts.conf
mkdir -p "$work/eval"

# make_set NAME KIND FONTS LEVEL COUNT
make_set() {
    [ -s "$work/eval/$1.$5.tif" ] && return
    "$work/bin/render_lines" --out "$work/eval/$1.$5" --text "$work/text" --grammar "$work/text/grammar.txt" --font-table "$here/fonts.txt" \
        --kind "$2" --figures 0 --fonts "$3" --level "$4" --part held_out --lines "$5" --max-chars 80 --seed 77
}

# measure MODEL NAME KIND FONTS LEVEL COUNT [EVAL_LINES OPTIONS]
measure() {
    local model=$1 name=$2
    shift
    [ "$5" = 0 ] && return
    make_set "$1" "$2" "$3" "$4" "$5"
    printf '%-18s %-26s ' "$model" "$name"
    "$work/bin/eval_lines" "$tessdata" "$model" "$work/eval/$name.$5" --show "$show" "${@:6}" 2>/dev/null
}

for fonts in $fonts_measured; do
    for level in $levels; do
        measure tha_prongsai "lines-$fonts-$level" mixed "$fonts" "$level" "$lines"
    done
    for level in $levels; do
        measure tha_prongsai "figures-$fonts-$level" figure "$fonts" "$level" "$figures"
    done
    [ -s "$tessdata/digits_prongsai.traineddata" ] || continue
    for level in $levels; do
        measure digits_prongsai "digits-$fonts-$level" strict "$fonts" "$level" "$figures"
        measure tha_prongsai "digits-$fonts-$level" strict "$fonts" "$level" "$figures" --second digits_prongsai
    done
done
