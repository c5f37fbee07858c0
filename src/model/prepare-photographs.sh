#!/usr/bin/env bash
# Makes the clean photographs that the bundled model is trained with and held-out pairs to score it with:
#   src/model/prepare-photographs.sh DIR
# fills DIR/training with the photographs of sources.tsv, each at most 1280, 640 and 448 pixels long, and DIR/validation
# with the held-out ones. All come from Debian packages, whose copyright files say that they may be redistributed; none
# is among test-images. Needs Debian (bookworm or newer) with ImageMagick, and its mirror. Both folders appear when
# they are complete, with DIR/photographs.sha256, which tells the list and the script that they were made with; what is
# there of others is made anew. Started again after an interruption it goes on.
set -euo pipefail
[ $# -eq 1 ] || { echo "Usage: $0 DIR" >&2; exit 2; }
here=$(dirname "$(realpath "$0")")
mkdir -p "$1/packages"
cd "$1"
root=$PWD
mark=$(cat "$here/sources.tsv" "$here/prepare-photographs.sh" | sha256sum)
[ "$(cat photographs.sha256 2>/dev/null)" != "$mark" ] || { echo "$root has these photographs already"; exit; }

# apt-get of one Debian suite, with lists and cache of its own: the machine's own packages stay as they are
suite_apt() {
	local suite=$1 state=$root/packages/apt-$1
	shift
	apt-get -q -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$state/lists" \
		-o Dir::Cache="$state/cache" -o APT::Sandbox::User=root "$@"
}

list_suite() {
	local suite=$1 state=$root/packages/apt-$1
	[ -f "$state/updated" ] && return
	mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
	echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian $suite main" \
		> "$state/sources.list"
	suite_apt "$suite" update
	touch "$state/updated"
}

unpack_package() {
	local suite=$1 package=$2
	[ -d "packages/$package" ] && return
	list_suite "$suite"
	rm -rf "packages/$package.part" packages/"$package"_*.deb
	(cd packages && suite_apt "$suite" download "$package")
	dpkg-deb -x packages/"$package"_*.deb "packages/$package.part"
	mv "packages/$package.part" "packages/$package"
	rm packages/"$package"_*.deb
}

# A photograph of at most so many pixels a side, without alpha and profile, its rotation applied
shrink() {
	convert -quiet "$1" -auto-orient -background white -alpha remove -alpha off -colorspace sRGB -strip -depth 8 \
		-filter Lanczos -resize "$2x$2>" "PNG24:$3"
}

# The name of a photograph; wallpapers of one name are in folders of their own
name_of() {
	echo "$1-$(sed -E 's|\.[^./]*$||; s|/contents/images/[0-9x]+$||; s|.*/||; s|[^A-Za-z0-9]+|-|g' <<< "$2")"
}

rm -rf training.part validation.part
mkdir training.part validation.part
while IFS=$'\t' read -r suite package licence author role file; do
	unpack_package "$suite" "$package"
	name=$(name_of "$package" "$file")
	if [ "$role" = validation ]; then
		shrink "packages/$package$file" 640 "validation.part/$name.png"
	else
		for size in 1280 640 448; do
			shrink "packages/$package$file" "$size" "training.part/$name-$size.png"
		done
	fi
done < <(tail -n +2 "$here/sources.tsv")

# Pairs that were made of former photographs go with them
rm -rf photographs.sha256 training validation validation-pairs scores/pairs
for role in training validation; do
	mv "$role.part" "$role"
	find "$role" -name '*.png' -exec identify -format '%w %h\n' {} + |
		awk -v role="$role" '{ pixels += $1 * $2 } END { printf "%s: %d images, %.1f megapixels\n", role, NR, pixels / 1e6 }'
done
echo "$mark" > photographs.sha256
