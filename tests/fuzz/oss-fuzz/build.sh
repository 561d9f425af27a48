#!/usr/bin/env bash
# Builds the fuzz targets as OSS-Fuzz lays them out: in $OUT each target with its dictionary (.dict), its seeds
# (_seed_corpus.zip), the data folder, and in $OUT/lib the libraries that it needs.
#
#   OUT=/tmp/fuzz WORK=/tmp/build CC=clang CXX=clang++ tests/fuzz/oss-fuzz/build.sh     here, without OSS-Fuzz
set -euo pipefail
here=$(cd "$(dirname "$0")/../../.." && pwd)
[ -d "$here/tests/fuzz" ] || here=$SRC/prongsai
mkdir -p "$OUT/lib" "$WORK"
targets=()
for source in "$here"/tests/fuzz/*/*_fuzz.cpp; do
  folder=$(basename "$(dirname "$source")")
  targets+=("${folder}_$(basename "$source" _fuzz.cpp)")
done
cmake -S "$here" -B "$WORK" -G Ninja -DPRONGSAI_FUZZ=ON -DPRONGSAI_UNITY=OFF -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" -DPRONGSAI_FUZZING_ENGINE="${LIB_FUZZING_ENGINE:--fsanitize=fuzzer}" \
  -DCMAKE_BUILD_RPATH='$ORIGIN/lib'
cmake --build "$WORK" --target fuzz_targets
cp -r "$here/data" "$OUT/"

# The folders beside the targets' own seeds that CMakeLists.txt names for the tests as well.
more_seeds() {
  case $1 in
    data_layout) echo "$here/data/layouts" ;;
    data_reader) echo "$WORK/tests/fuzz/seeds/data_reader" ;;
    data_assessment) echo "$here/data/assessment" ;;
    data_rubric) echo "$here/data/rubrics" ;;
    text_*) echo "$here/data/samples/src" ;;
  esac
}
for target in "${targets[@]}"; do
  corpus=$WORK/corpus/$target
  mkdir -p "$corpus"
  [ ! -e "$here/tests/fuzz/corpora/$target.tar.xz" ] || tar -xf "$here/tests/fuzz/corpora/$target.tar.xz" -C "$corpus"
  cp "$WORK/tests/fuzz/fuzz_$target" "$OUT/"
  cp "$here/tests/fuzz/dictionaries/$target.dict" "$OUT/fuzz_$target.dict"
  ldd "$OUT/fuzz_$target" | awk '$2 == "=>" && $3 !~ /\/(ld-linux|libc|libm|libdl|libpthread|librt)[.-]/ { print $3 }' |
    xargs -r cp -L -n -t "$OUT/lib"
  # shellcheck disable=SC2046
  python3 - "$OUT/fuzz_${target}_seed_corpus.zip" "$here/tests/fuzz/seeds/$target" "$corpus" $(more_seeds "$target") <<'ZIP'
import pathlib, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as out:
    files = [f for folder in sys.argv[2:] for f in sorted(pathlib.Path(folder).rglob("*")) if f.is_file()]
    for number, file in enumerate(files):
        out.write(file, f"{number}_{file.name}")
ZIP
done
