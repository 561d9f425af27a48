#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the plain-text sources for training lines into the folder $1, from packages unpacked below $2 (fetch_fonts.sh):
#   messages.txt  Thai messages of LibreOffice (package libreoffice-l10n-th)
#   words.txt     Thai word list (package hunspell-th)
set -eu
out=$1 root=$2
mkdir -p "$out"
for f in "$root"/usr/lib/libreoffice/program/resource/th/LC_MESSAGES/*.mo; do
    msgunfmt --no-wrap "$f"
done | sed -n 's/^msgstr\(\[[0-9]\]\)\? "\(.*\)"$/\2/p' |
    sed -e 's/\\n/ /g' -e 's/\\"/"/g' -e 's/\\[a-z]/ /g' -e 's/<[^>]*>//g' \
        -e 's/[~_]//g' -e 's/%[A-Z_]*//g' -e 's/\$[A-Za-z0-9()]*//g' -e 's/&[a-z]*;//g' \
        -e 's/  */ /g' -e 's/^ *//' -e 's/ *$//' |
    grep -P '[\x{0E01}-\x{0E2E}]' | LC_ALL=C sort -u > "$out/messages.txt"
sed -e 1d -e 's,/.*,,' "$root"/usr/share/hunspell/th_TH.dic |
    grep -P '^[\x{0E01}-\x{0E4E}. -]+$' | LC_ALL=C sort -u > "$out/words.txt"
wc -l "$out/messages.txt" "$out/words.txt"
