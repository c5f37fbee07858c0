#!/usr/bin/env bash
# Installs an update site into a Fiji folder and derains a test image there without a window.
#
#   update-site/verify.sh FIJI [SITE]
#
# FIJI  folder of a Fiji, or of one that is laid out like it (jars/ with ImageJ); the site is installed into it
# SITE  the site: a folder (target/update-site if not given), a zip of one, or the address of a published one
#
# Ends with VERIFIED and exit code 0, or with a sentence and exit code 1.
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
	sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
	exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
fiji=$(cd "$1" && pwd)
site=${2:-$here/../target/update-site}

fail() {
	echo "verify.sh: $1" >&2
	exit 1
}

# The launcher of this system; nothing in a folder that is only laid out like Fiji.
launcher() {
	local candidate
	for candidate in fiji fiji-linux-x64 fiji-linux-arm64 Fiji.app/Contents/MacOS/fiji-macos-arm64 \
			Fiji.app/Contents/MacOS/fiji-macos-x64 ImageJ-linux64 Contents/MacOS/ImageJ-macosx; do
		if [ -x "$fiji/$candidate" ]; then
			echo "$fiji/$candidate"
			return
		fi
	done
}
run=$(launcher)

# Another version would be on the class path as well.
remove_older() {
	rm -f "$fiji"/plugins/drsformer-fiji-*.jar
}

case $site in
	http://*|https://*)
		[ -n "$run" ] || fail "there is no launcher of Fiji in $fiji, which installing from $site needs"
		# a second time the name is there already
		"$run" --update add-update-site DRSformer "$site" || "$run" --update edit-update-site DRSformer "$site"
		"$run" --update update ;;
	*.zip)
		[ -f "$site" ] || fail "there is no file $site"
		remove_older
		unzip -oq "$site" -d "$fiji" ;;
	*)
		[ -d "$site/plugins" ] || fail "there is no update site in $site; run: mvn -Pupdate-site package"
		remove_older
		cp -Rf "$site/." "$fiji/" ;;
esac

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
folders="$here/test/rainy|$here/test/expected|$out/derained"
if [ -n "$run" ]; then
	"$run" --headless -macro "$here/verify.ijm" "$folders" > "$out/log" 2>&1 || true
else
	java -Djava.awt.headless=true "-Dimagej.dir=$fiji" "-Dplugins.dir=$fiji" -cp "$fiji/jars/*:$fiji/plugins/*" \
		ij.ImageJ -batch "$here/verify.ijm" "$folders" > "$out/log" 2>&1 || true
fi
cat "$out/log"
# ImageJ ends with 0 whatever happened
grep -q '^VERIFIED' "$out/log" || fail "the test image was not derained as it should be; see above"
