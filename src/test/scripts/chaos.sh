#!/usr/bin/env bash
# Kills a batch at random moments (kill -9), starts it again until it is done, and compares its results with those of a
# batch that nobody disturbed: nothing may be lost, done differently or left half written.
#
#   chaos.sh RUNS INPUT WORK COMMAND...
#
# RUNS   how often to go from an empty folder to a full one
# INPUT  folder of images
# WORK   folder for the results; removed if all is well
# COMMAND derains INPUT when "INPUT -o FOLDER" is added, as in: java -cp 'target/app/*' org.drsformer.cli.Main derain
set -uo pipefail

runs=$1 input=$2 work=$3
shift 3
mkdir -p "$work"

# What a folder holds, but for the manifest, whose times differ.
contents() { (cd "$1" && find . -type f ! -name 'drsformer-manifest*.jsonl' -exec sha256sum {} + | sort -k2); }

began=$(date +%s%N)
"$@" "$input" -o "$work/calm" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
milliseconds=$((($(date +%s%N) - began) / 1000000))
contents "$work/calm" >"$work/expected"

kills=0
for ((run = 1; run <= runs; run++)); do
	rm -rf "$work/chaos"
	while true; do
		"$@" "$input" -o "$work/chaos" >"$work/log" 2>&1 &
		batch=$!
		# any moment of a whole batch, so that it ends before the kill now and then
		after=$(((RANDOM * 32768 + RANDOM) % (milliseconds * 5 / 4)))
		(sleep "$((after / 1000)).$(printf %03d $((after % 1000)))"; kill -9 $batch) 2>/dev/null &
		killer=$!
		wait $batch
		code=$?
		kill $killer 2>/dev/null
		wait $killer 2>/dev/null
		[ $code -eq 137 ] || break
		kills=$((kills + 1))
	done
	if [ $code -ne 0 ]; then
		echo "run $run: exit code $code"
		cat "$work/log"
		exit 1
	fi
	contents "$work/chaos" | diff "$work/expected" - || { echo "run $run: the results differ"; exit 1; }
done
echo "$runs runs, $kills kills, $(wc -l <"$work/expected") results: all the same"
rm -rf "$work"
