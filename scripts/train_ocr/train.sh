#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Trains data/tessdata/tha_prongsai.traineddata from nothing but Debian packages:
# it starts from the weights of Debian's own model (script Thai; eng for the
# figures), made float again, and gives it our character set and our lines.
#
#   scripts/train_ocr/train.sh [WORK]     (default: $PWD/ocr_train)
#
# Safe to stop and to start again: it goes on from the last checkpoint in WORK.
# Environment:
#   MODEL=tha_prongsai|digits_prongsai   which model (default tha_prongsai)
#   ROUND=2000          iterations between two sets of fresh lines
#   SKIP_APT=1          do not install packages
#   BASE=FILE.traineddata  start from this integer model instead of Debian's,
#                       for example from our own shipped one
#   STAGES=FILE         stages to run instead of stages.txt or stages_digits.txt
#   PUBLISH_ONLY=1      only turn the best checkpoint into the shipped model
#   NO_PUBLISH=1        leave the shipped model as it is
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
repo=$(cd "$here/../.." && pwd)
work=$(realpath -m "${1:-$PWD/ocr_train}")
model=${MODEL:-tha_prongsai}
round=${ROUND:-2000}
patience=6                      # rounds without a gain on the fonts kept for stopping that end a stage
batch=200                       # lines in one .lstmf
export OMP_THREAD_LIMIT=1       # measured: 27 lines/s on one thread, 18 on two
export LC_ALL=C.UTF-8

case $model in
tha_prongsai) stages=$here/stages.txt chars=$here/charset.txt kind=mixed base=Thai ;;
digits_prongsai) stages=$here/stages_digits.txt chars=$here/charset_digits.txt kind=strict base=eng ;;
*) echo "unknown MODEL $model" >&2; exit 2 ;;
esac
stages=${STAGES:-$stages}
dir=$work/$model

install_packages() {
    [ "${SKIP_APT:-0}" = 1 ] && return
    apt-get update -qq
    apt-get install -y -qq tesseract-ocr tesseract-ocr-script-thai tesseract-ocr-eng libtesseract-dev libleptonica-dev \
        libpango1.0-dev libcairo2-dev g++ make pkg-config gettext fontconfig woff2 npm
}

prepare() {
    make -s -C "$here" BIN="$work/bin"
    [ -s "$work/fonts/fonts.conf" ] || "$here/fetch_fonts.sh" "$work"
    [ -s "$work/text/words.txt" ] || "$here/extract_text.sh" "$work/text" "$work/root"
    "$here/extract_grammar.sh" "$repo/data" > "$work/text/grammar.txt"
    export FONTCONFIG_FILE=$work/fonts/fonts.conf
    local start=$dir/start
    mkdir -p "$start/script/$model" "$start/$model" "$dir/lines"
    echo '# no radicals' > "$start/script/radical-stroke.txt"   # an empty file is refused
    cp "$here/$model.config" "$start/script/$model/$model.config"
    unicharset_extractor --norm_mode 3 --output_unicharset "$start/unicharset" "$chars" >/dev/null 2>&1
    combine_lang_model --input_unicharset "$start/unicharset" --script_dir "$start/script" \
        --lang "$model" --output_dir "$start" >/dev/null 2>&1
    proto=$start/$model/$model.traineddata
    local base_model=${BASE:-$(dpkg -L tesseract-ocr-eng tesseract-ocr-script-thai | grep "/$base.traineddata$")}
    combine_tessdata -e "$base_model" "$start/base.lstm" >/dev/null 2>&1
    "$work/bin/float_model" "$start/base.lstm" "$start/base_float.lstm"
    last=$start/base_float.lstm
    old=(--old_traineddata "$base_model")   # maps its output rows to our signs
}

# render_round STAGE ROUND MAX_CHARS FIGURES: fresh lines for one round.
render_round() {
    local out=$dir/lines/$1.$2 n=$(( (round + batch - 1) / batch )) b
    [ -e "$out/done" ] && return
    rm -rf "$out"; mkdir -p "$out"
    for ((b = 0; b < n; ++b)); do
        local seed
        seed=$(( $(printf '%s' "$model$1" | cksum | cut -d' ' -f1) * 100000 + $2 * 1000 + b ))
        nice -n 2 "$work/bin/render_lines" --out "$out/$b" --text "$work/text" --grammar "$work/text/grammar.txt" --font-table "$here/fonts.txt" \
            --kind "$kind" --lines $batch --max-chars "$3" --figures "$4" --seed "$seed" 2>>"$dir/render.log"
        (cd "$out" && nice -n 2 tesseract "$b.tif" "$b" --psm 13 lstm.train >/dev/null 2>&1)
        rm -f "$out/$b.tif" "$out/$b.box"
    done
    ls "$out"/*.lstmf > "$out/list"
    touch "$out/done"
}

# Character error (%) of the last 1,000 training lines, from the log.
last_error() {
    sed -n 's/.*BCER train=\([0-9.]*\)%.*/\1/p' "$dir/train.log" | tail -1
}

# Character error (%) of stage $1's checkpoint on the fonts that are kept to tell when to stop.
stop_error() {
    local level
    mkdir -p "$dir/stop"
    lstmtraining --stop_training --convert_to_int --continue_from "$dir/$1_checkpoint" --traineddata "$proto" \
        --model_output "$dir/stop/$model.traineddata" >/dev/null 2>&1
    for level in office poor; do
        [ -s "$dir/stop/$level.tif" ] || "$work/bin/render_lines" --out "$dir/stop/$level" --text "$work/text" \
            --grammar "$work/text/grammar.txt" --font-table "$here/fonts.txt" --kind "$kind" --fonts stop --level "$level" \
            --part held_out --lines 150 --max-chars 72 --figures 0.3 --seed 99
        "$work/bin/eval_lines" "$dir/stop" "$model" "$dir/stop/$level" 2>/dev/null
    done | sed -n 's/.*CER \([0-9.]*\) %.*/\1/p' | awk '{ sum += $1 } END { print sum / NR }'
}

# note_best STAGE ROUND: keeps the checkpoint that reads those fonts best; fails when patience rounds brought nothing.
note_best() {
    local error best=1000 at
    error=$(stop_error "$1")
    [ -e "$dir/best.error" ] && best=$(cat "$dir/best.error")
    if awk -v e="$error" -v b="$best" 'BEGIN { exit !(e < b) }'; then
        cp "$dir/$1_checkpoint" "$dir/best.checkpoint"
        echo "$error" > "$dir/best.error"
        echo "$1 $2" > "$dir/best.round"
    fi
    echo "$1 $2 $error" >> "$dir/stop.log"
    read -r best at < "$dir/best.round"
    [ "$best" != "$1" ] || (( $2 - at < patience ))
}

# train_stage NAME ITERATIONS MAX_CHARS FIGURES RATE UNTIL
train_stage() {
    local name=$1 total=$2 chars=$3 figures=$4 rate=$5 until=$6 r=0 from=()
    [ -e "$dir/$name.done" ] && { last=$dir/${name}_checkpoint old=(); return; }
    from=(--continue_from "$last" "${old[@]}" --reset_learning_rate)
    local rounds=$(( (total + round - 1) / round ))
    [ -e "$dir/$name.round" ] && r=$(cat "$dir/$name.round")
    for (( ; r < rounds; ++r)); do
        render_round "$name" "$r" "$chars" "$figures"
        (( r + 1 < rounds )) && render_round "$name" $((r + 1)) "$chars" "$figures" &
        nice -n 2 lstmtraining --traineddata "$proto" --model_output "$dir/$name" \
            --train_listfile "$dir/lines/$name.$r/list" --learning_rate "$rate" "${from[@]}" \
            --max_iterations $(( (r + 1) * round )) --target_error_rate "$until" \
            --perfect_sample_delay 3 >> "$dir/train.log" 2>&1 || true
        wait
        rm -rf "$dir/lines/$name.$r"
        (( r > 0 )) && rm -rf "$dir/lines/$name.$((r - 1))"
        # Only the running checkpoint matters: the data never repeats.
        find "$dir" -maxdepth 1 -name "${name}_[0-9]*" -o -maxdepth 1 -name "${name}[0-9]*.checkpoint" | xargs -r rm -f
        echo $((r + 1)) > "$dir/$name.round"
        awk -v e="$(last_error)" -v u="$until" 'BEGIN { exit !(e <= u) }' && break
        note_best "$name" "$r" || break
    done
    touch "$dir/$name.done"
    old=()
    last=$dir/${name}_checkpoint
}

# Turns a checkpoint into the model that the program ships.
publish() {
    mkdir -p "$repo/data/tessdata"
    lstmtraining --stop_training --convert_to_int --continue_from "$1" --traineddata "$proto" \
        --model_output "$repo/data/tessdata/$model.traineddata"
}

install_packages
prepare
if [ "${PUBLISH_ONLY:-0}" = 1 ]; then
    publish "$dir/best.checkpoint"
    exit
fi
while read -r -u 9 name iterations chars figures rate until; do
    case $name in '' | \#*) continue ;; esac
    train_stage "$name" "$iterations" "$chars" "$figures" "$rate" "$until"
done 9< "$stages"
[ "${NO_PUBLISH:-0}" = 1 ] || publish "$dir/best.checkpoint"
