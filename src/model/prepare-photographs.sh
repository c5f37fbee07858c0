#!/usr/bin/env bash
# Makes the clean photographs that the bundled model is trained with and held-out pairs to score it with:
#   src/model/prepare-photographs.sh DIR
# fills DIR/training with the photographs of sources.tsv, each at most 1280, 640 and 448 pixels long, and DIR/validation
# with the held-out ones. All come from Debian packages, whose copyright files say that they may be redistributed; none
# is among test-images. Needs Debian (bookworm or newer) with ImageMagick, and its mirror.
set -euo pipefail
[ $# -eq 1 ] || { echo "Usage: $0 DIR" >&2; exit 2; }
mkdir -p "$1/packages" "$1/training" "$1/validation"
sources=$(dirname "$(realpath "$0")")/sources.tsv
cd "$1"
root=$PWD

# apt-get of one Debian suite, with lists and cache of its own: the machine's own packages stay as they are
suite_apt() {
	local suite=$1 state=$root/packages/apt-$1
	shift
	apt-get -q -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$state/lists" \
		-o Dir::Cache="$state/cache" -o APT::Sandbox::User=root "$@"
}

unpack_package() {
	local suite=$1 package=$2 state=$root/packages/apt-$1
	[ -d "packages/$package" ] && return
	if [ ! -d "$state" ]; then
		mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
		echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian $suite main" \
			> "$state/sources.list"
		suite_apt "$suite" update
	fi
	(cd packages && suite_apt "$suite" download "$package")
	mkdir "packages/$package.part"
	dpkg-deb -x packages/"$package"_*.deb "packages/$package.part"
	mv "packages/$package.part" "packages/$package"
}

# A photograph of at most so many pixels a side, without alpha and profile, its rotation applied
shrink() {
	convert -quiet "$1" -auto-orient -background white -alpha remove -alpha off -colorspace sRGB -strip -depth 8 \
		-filter Lanczos -resize "$2x$2>" "PNG24:$3"
}

tail -n +2 "$sources" | while IFS=$'\t' read -r suite package licence author role file; do
	unpack_package "$suite" "$package"
	photograph=packages/$package$file
	# wallpapers of one name in folders of their own
	name=$package-$(echo "${file%.*}" | sed -E 's|/contents/images/[0-9x]+$||; s|.*/||; s|[^A-Za-z0-9]+|-|g')
	if [ "$role" = validation ]; then
		shrink "$photograph" 640 "$role/$name.png"
	else
		for size in 1280 640 448; do
			shrink "$photograph" "$size" "$role/$name-$size.png"
		done
	fi
done
for role in training validation; do
	find "$role" -name '*.png' -exec identify -format '%w %h\n' {} + |
		awk -v role="$role" '{ pixels += $1 * $2 } END { printf "%s: %d images, %.1f megapixels\n", role, NR, pixels / 1e6 }'
done
