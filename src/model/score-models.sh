#!/usr/bin/env bash
# Compares models on test-images and on held-out pairs, by mean PSNR-Y and SSIM-Y (protocol rain200-spa):
#   src/model/score-models.sh DIR MODEL...
# DIR has a folder validation of photographs that no model was trained with, as prepare-photographs.sh makes it; the pairs
# made of them and all results go into DIR/scores. MODEL is the name of a model or a .pth file; rainy stands for the rainy
# images themselves. The last table has the means over the five sets, by which models are chosen. Run it after
# mvn -DskipTests package; DRSFORMER_APP names another folder with the program.
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: $0 DIR MODEL..." >&2; exit 2; }
root=$(realpath "$(dirname "$0")/../..")
data=$(realpath "$1")
scores=$data/scores
shift
mkdir -p "$scores"

drsformer() {
	java -cp "${DRSFORMER_APP:-$root/target/app}/*" org.drsformer.cli.Main "$@"
}

# Runs the program without its messages, unless it fails
quietly() {
	drsformer "$@" 2> "$scores/log" || { cat "$scores/log" >&2; exit 1; }
}

# The rain of these seeds is not that of any training
make_pairs() {
	[ -d "$scores/pairs/$1" ] && return
	rm -rf "$scores/pairs/$1.part"
	quietly synthesize "$data/validation" -o "$scores/pairs/$1.part" --preset "$1" --seed "$2"
	mv "$scores/pairs/$1.part" "$scores/pairs/$1"
}
make_pairs rain200l 1001
make_pairs rain200h 1002
make_pairs mixed 1003

# Scores every model on one set: its name, the rainy images, the clean ones
score() {
	local set=$1 rainy=$2 clean=$3 model name results=()
	shift 3
	for model in "$@"; do
		if [ "$model" = rainy ]; then
			results+=("$rainy")
			continue
		fi
		name=$(sed -E 's/\.pth$//; s/[^A-Za-z0-9]+/-/g; s/^-//' <<< "$model") # paths whole: runs have files of the same name
		quietly derain "$rainy" -o "$scores/$name/$set" --model "$model" ${THREADS:+--threads "$THREADS"}
		results+=("$scores/$name/$set")
	done
	echo "== $set"
	drsformer evaluate --results "${results[@]}" --targets "$clean" --csv "$scores/$set.csv" | sed '/^worst of/,$d'
	for model in "$@"; do
		awk -F, -v model="$model" -v method="${results[0]}" '
			$1 == method { psnr += $3; ssim += $4; images++ }
			END { print model "\t" psnr / images "\t" ssim / images }' "$scores/$set.csv" >> "$scores/means"
		results=("${results[@]:1}")
	done
}

rm -f "$scores/means"

score light "$root/test-images/light" "$root/test-images/clean" "$@"
score heavy "$root/test-images/heavy" "$root/test-images/clean" "$@"
score held-out-rain200l "$scores/pairs/rain200l/input" "$scores/pairs/rain200l/target" "$@"
score held-out-rain200h "$scores/pairs/rain200h/input" "$scores/pairs/rain200h/target" "$@"
score held-out-mixed "$scores/pairs/mixed/input" "$scores/pairs/mixed/target" "$@"
echo "== means over the sets"
awk -F'\t' '{ psnr[$1] += $2; ssim[$1] += $3; sets[$1]++ }
	END { for (model in psnr) printf "%-40s %.2f %.4f\n", model, psnr[model] / sets[model], ssim[model] / sets[model] }' "$scores/means"
