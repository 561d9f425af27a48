#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches what packages.txt names from Debian and npm, checks every file against
# its checksum and unpacks it below the folder $1, which nothing else reads:
#   fonts/       the fonts, with fonts.conf that knows these alone
#   root/        the Debian packages, for extract_text.sh
#   packages/    the files as fetched; none is fetched twice
# Training fonts stay out of the system, where they would change what other programs draw.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(realpath -m "$1")
mkdir -p "$out/packages" "$out/fonts" "$out/fontcache" "$out/root"
cd "$out/packages"

# fetch KIND NAME VERSION: leaves the package's file as NAME.KIND.
fetch() {
    local file
    rm -rf one && mkdir one
    case $1 in
    deb) (cd one && apt-get -qq download "$2=$3" 2>/dev/null) ;;
    npm) (cd one && npm pack --silent "$2@$3" >/dev/null) ;;
    esac
    file=$(find one -type f | head -1)
    [ -n "$file" ] || { echo "cannot fetch $2 $3" >&2; exit 1; }
    mv "$file" "$(basename "$2").$1"
    rm -r one
}

# The Thai and the Latin letters of a family lie in two files; fontconfig joins them by their name.
unpack_npm() {
    local name=$1
    rm -rf one && mkdir one
    tar -xzf "$name.npm" -C one
    for f in one/package/files/"$name"-{thai,latin}-{400,700}-{normal,italic}.woff2; do
        [ -e "$f" ] || continue
        woff2_decompress "$f" >/dev/null
        mv "${f%.woff2}.ttf" "$out/fonts/"
    done
    rm -r one
}

while read -r kind name version sum; do
    case $kind in '' | \#*) continue ;; esac
    base=$(basename "$name")
    [ -s "$base.$kind" ] || fetch "$kind" "$name" "$version"
    echo "$sum  $base.$kind" | sha256sum --check --quiet
    [ -e "$base.done" ] && continue
    case $kind in
    deb) dpkg-deb -x "$base.deb" "$out/root" ;;
    npm) unpack_npm "$base" ;;
    esac
    touch "$base.done"
done < "$here/packages.txt"

cat > "$out/fonts/fonts.conf" <<CONF
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>$out/fonts</dir>
  <dir>$out/root/usr/share/fonts</dir>
  <cachedir>$out/fontcache</cachedir>
</fontconfig>
CONF
FONTCONFIG_FILE=$out/fonts/fonts.conf fc-cache
