#!/usr/bin/env bash
# Compares models on test-images and on held-out pairs, by mean PSNR-Y and SSIM-Y (protocol rain200-spa):
#   src/model/score-models.sh DIR MODEL...
# DIR has a folder validation of photographs that no model was trained with, as prepare-photographs.sh makes it; the pairs
# made of them and all results go into DIR/scores. MODEL is the name of a model or a .pth file; rainy stands for the rainy
# images themselves. Run it after mvn -DskipTests package.
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: $0 DIR MODEL..." >&2; exit 2; }
root=$(dirname "$(realpath "$0")")/../..
scores=$(realpath "$1")/scores
shift

drsformer() {
	java -cp "$root/target/app/*" org.drsformer.cli.Main "$@"
}

# The rain of these seeds is not that of any training
if [ ! -d "$scores/pairs" ]; then
	drsformer synthesize "$scores/../validation" -o "$scores/pairs/rain200l" --preset rain200l --seed 1001 2> "$scores.log"
	drsformer synthesize "$scores/../validation" -o "$scores/pairs/rain200h" --preset rain200h --seed 1002 2>> "$scores.log"
fi

# Scores every model on one set: its name, the rainy images, the clean ones
score() {
	local set=$1 rainy=$2 clean=$3 model name results=()
	shift 3
	for model in "$@"; do
		if [ "$model" = rainy ]; then
			results+=("$rainy")
			continue
		fi
		name=$(basename "$model" .pth)
		rm -rf "${scores:?}/$name/$set"
		drsformer derain "$rainy" -o "$scores/$name/$set" --model "$model" ${THREADS:+--threads "$THREADS"} 2>> "$scores.log"
		results+=("$scores/$name/$set")
	done
	echo "== $set"
	drsformer evaluate --results "${results[@]}" --targets "$clean" --csv "$scores/$set.csv" | sed '/^worst of/,$d'
}

mkdir -p "$scores"
score light "$root/test-images/light" "$root/test-images/clean" "$@"
score heavy "$root/test-images/heavy" "$root/test-images/clean" "$@"
score held-out-rain200l "$scores/pairs/rain200l/input" "$scores/pairs/rain200l/target" "$@"
score held-out-rain200h "$scores/pairs/rain200h/input" "$scores/pairs/rain200h/target" "$@"
