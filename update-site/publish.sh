#!/usr/bin/env bash
# Publishes target/update-site with Fiji's own updater: shows what would be uploaded, asks, and uploads.
#
#   update-site/publish.sh FIJI [NAME URL HOST DIRECTORY]
#
# FIJI       folder of a Fiji that has no other update sites than Fiji's own, up to date; the site is copied into it
# NAME       what users will see; DRSformer if not given
# URL        where users read it; https://sites.imagej.net/DRSformer/ if not given
# HOST       where it is written to, such as webdav:DRSformer or user@host for SFTP; webdav:DRSformer if not given
# DIRECTORY  on that host; empty if not given
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 5 ]; then
	sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
	exit 2
fi
fiji=$1
name=${2:-DRSformer}
url=${3:-https://sites.imagej.net/DRSformer/}
host=${4:-webdav:DRSformer}
directory=${5:-}
here=$(cd "$(dirname "$0")" && pwd)
site=${SITE:-$here/../target/update-site}

fail() {
	echo "publish.sh: $1" >&2
	exit 1
}

# The launcher of this system, old or new.
launcher() {
	local candidate
	for candidate in fiji fiji-linux-x64 fiji-linux-arm64 Fiji.app/Contents/MacOS/fiji-macos-arm64 \
			Fiji.app/Contents/MacOS/fiji-macos-x64 ImageJ-linux64 Contents/MacOS/ImageJ-macosx; do
		if [ -x "$fiji/$candidate" ]; then
			echo "$fiji/$candidate"
			return
		fi
	done
	fail "there is no launcher of Fiji in $fiji"
}

[ -d "$site/plugins" ] || fail "there is no update site in $site; run: mvn -Pupdate-site package"
if compgen -G "$site/jars/pytorch-native-cpu-*.jar" > /dev/null; then
	fail "the site has natives, which are for zips only; run mvn -Pupdate-site package without -Dnatives"
fi
if compgen -G "$site/plugins/*-SNAPSHOT.jar" > /dev/null && [ -z "${ALLOW_SNAPSHOT:-}" ]; then
	fail "the version is a snapshot; set the version of the release in pom.xml (or ALLOW_SNAPSHOT=1 for a trial)"
fi
updater=$(launcher)

# What an earlier version had must go, or it would be published again.
find "$fiji/plugins" "$fiji/jars" -maxdepth 1 \( -name 'drsformer-fiji-*.jar' -o -name 'pytorch-engine-*.jar' \
	-o -name 'pytorch-jni-*.jar' -o -name 'pytorch-native-*.jar' -o -name 'api-[0-9]*.jar' \) -delete
rm -rf "$fiji/macros/DRSformer" "$fiji/scripts/Plugins/DRSformer/Examples" "$fiji/licenses/drsformer"
cp -R "$site/." "$fiji/"

"$updater" --update add-update-site "$name" "$url" "$host" "$directory" \
	|| "$updater" --update edit-update-site "$name" "$url" "$host" "$directory"
"$updater" --update upload-complete-site --simulate --force "$name"

if [ -z "${YES:-}" ]; then
	read -r -p "Upload this to $name ($host)? [y/N] " answer
	[ "$answer" = y ] || fail "nothing was uploaded"
fi
"$updater" --update upload-complete-site --force "$name"
echo "Published. Now check it: update-site/verify.sh ANOTHER_FIJI $url"
