#!/usr/bin/env bash
# Trains the model that comes along with the photographs of sources.tsv and rain made on the fly:
#   src/model/train-bundled.sh DIR RUN [options of the command train]
# DIR gets the photographs, RUN the checkpoints, the log and samples. Started again, it goes on where it was stopped, with
# the options of before. It takes one processor (THREADS=2: two), with which the result is the same to the last bit,
# however often it was stopped, if a step has at least as many crops. Run it after mvn -DskipTests package; DRSFORMER_APP
# names another folder with the program, which a clean build does not delete. Afterwards score-models.sh tells whether
# RUN/last.pth is better than the model that is bundled.
set -euo pipefail
[ $# -ge 2 ] || { echo "Usage: $0 DIR RUN [options of train]" >&2; exit 2; }
threads=${THREADS:-1}
here=$(dirname "$(realpath "$0")")
data=$1
run=$2
shift 2

drsformer() {
	java -cp "${DRSFORMER_APP:-$here/../../target/app}/*" org.drsformer.cli.Main "$@"
}

if [ -f "$run/state.pth" ]; then
	[ $# -eq 0 ] || echo "$run goes on with its own options; these have no effect: $*" >&2
	drsformer train --resume -o "$run" --threads "$threads"
	exit
fi
"$here/prepare-photographs.sh" "$data"
if [ ! -d "$data/validation-pairs" ]; then
	rm -rf "$data/validation-pairs.part"
	drsformer synthesize "$data/validation" -o "$data/validation-pairs.part" --preset mixed --seed 2001
	mv "$data/validation-pairs.part" "$data/validation-pairs"
fi
drsformer train --preset compact --clean "$data/training" --rain mixed --validation "$data/validation-pairs" -o "$run" --threads "$threads" "$@"
