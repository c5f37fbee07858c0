"""JPEG files."""
import struct

import numpy as np
from PIL import Image

from corpus import cmyk_seen, gray, pnm, rgb, run, soft, turned
from profiles import swapped
from readers import djpeg, ffmpeg, pillow, pillow_upright

CJPEG, PILLOW = "libjpeg cjpeg", "Pillow"
# decoders round differently
NEAR = "within 2"


def make(corpus):
	processes(corpus)
	inks(corpus)
	turns(corpus)
	markers(corpus)
	refusals(corpus)


def cjpeg(corpus, name, image, *arguments, verdict=NEAR, remark=""):
	corpus.path(name).write_bytes(run("cjpeg", "-quality", "92", *arguments, stdin=pnm(image)))
	corpus.add(name, CJPEG, "libjpeg djpeg", djpeg(corpus.path(name)), verdict, remark, source=image, tolerance=70)


def processes(corpus):
	gentle = soft(21)
	cjpeg(corpus, "gray.jpg", gray(8, 20))
	cjpeg(corpus, "gray_progressive.jpg", gray(8, 20), "-progressive")
	for sampling in ("1x1", "2x1", "2x2", "1x2", "4x1", "4x2"):
		cjpeg(corpus, f"sampling{sampling}.jpg", gentle, "-sample", sampling,
			verdict=NEAR if sampling in ("1x1", "2x1", "2x2") else "within 4", remark="colour is smoothed differently"
			if sampling in ("1x2", "4x1", "4x2") else "")
	cjpeg(corpus, "progressive420.jpg", gentle, "-progressive")
	cjpeg(corpus, "progressive444.jpg", rgb(8, 22), "-progressive", "-sample", "1x1")
	cjpeg(corpus, "optimized.jpg", gentle, "-optimize")
	cjpeg(corpus, "restart_block.jpg", gentle, "-restart", "1B")
	cjpeg(corpus, "restart_row.jpg", gentle, "-restart", "1", "-progressive")
	cjpeg(corpus, "arithmetic.jpg", gentle, "-arithmetic", verdict="refused: arithmetic")
	cjpeg(corpus, "arithmetic_progressive.jpg", gentle, "-arithmetic", "-progressive", verdict="refused: arithmetic")
	cjpeg(corpus, "quality100.jpg", rgb(8, 23), "-quality", "100", "-sample", "1x1")
	cjpeg(corpus, "quality5.jpg", gentle, "-quality", "5", "-baseline", "-sample", "1x1", verdict="within 3")
	cjpeg(corpus, "tiny.jpg", rgb(8, 24, 1, 1))
	cjpeg(corpus, "narrow.jpg", soft(25, 1, 33))
	scans = corpus.temp("scans", b"0;\n1;\n2;\n")
	cjpeg(corpus, "noninterleaved.jpg", gentle, "-scans", scans)
	cjpeg(corpus, "rgb_adobe.jpg", rgb(8, 26), "-rgb", remark="Adobe transform 0: no YCbCr")


def without(content, *markers):
	"""A JPEG file without segments of some kinds."""
	kept, at = content[:2], 2
	while content[at + 1] != 0xDA:
		end = at + 2 + struct.unpack_from(">H", content, at + 2)[0]
		if content[at + 1] not in markers:
			kept += content[at:end]
		at = end
	return kept + content[at:]


def inks(corpus):
	"""Four channels, with Adobe's marker inverted; YCCK is a CMYK file whose marker says that it is transformed."""
	colors = soft(27)
	inks = np.dstack([255 - colors, (colors[..., 1] // 3)])
	Image.fromarray(inks, "CMYK").save(corpus.path("cmyk_adobe.jpg"), quality=95)
	corpus.add("cmyk_adobe.jpg", PILLOW, "Pillow", pillow(corpus.path("cmyk_adobe.jpg")), "within 3",
		source=cmyk_seen(inks), tolerance=40)
	corpus.path("cmyk_plain.jpg").write_bytes(without(corpus.path("cmyk_adobe.jpg").read_bytes(), 0xEE))
	corpus.add("cmyk_plain.jpg", "Pillow, without Adobe's marker", "Pillow", pillow(corpus.path("cmyk_plain.jpg")),
		"refused: Adobe", "nothing says that 255 is no ink, but readers agree on it", source=cmyk_seen(inks), tolerance=40)
	# libjpeg makes cyan of 255 - red, and so on
	luma = np.asarray(Image.fromarray(255 - colors).convert("YCbCr"))
	key = 255 - colors[..., 1] // 3
	stored = np.dstack([luma, key])
	Image.fromarray(255 - stored, "CMYK").save(corpus.temp("ycck.jpg"), quality=95)
	content = corpus.temp("ycck.jpg").read_bytes()
	at = content.index(b"Adobe")
	assert content[at + 11] == 0
	corpus.path("ycck_adobe.jpg").write_bytes(content[:at + 11] + b"\2" + content[at + 12:])
	right = np.rint(colors.astype(float) * key[..., None] / 255).astype(np.uint8)
	corpus.add("ycck_adobe.jpg", "Pillow, transform set to 2", "Pillow", pillow(corpus.path("ycck_adobe.jpg")), "within 3",
		source=right, tolerance=40)


def turns(corpus):
	image = soft(28)
	for orientation in range(1, 9):
		name = f"exif{orientation}.jpg"
		exif = Image.Exif()
		exif[274] = orientation
		Image.fromarray(image).save(corpus.path(name), quality=92, subsampling=0, exif=exif)
		corpus.add(name, PILLOW, "Pillow", pillow_upright(corpus.path(name)), NEAR, source=turned(image, orientation),
			tolerance=40)
	content = corpus.path("exif6.jpg").read_bytes()
	at = content.index(b"\xff\xe1")
	corpus.path("exif_fill.jpg").write_bytes(content[:at] + b"\xff\xff\xff" + content[at:])
	add_turned(corpus, "exif_fill.jpg", "Pillow, with fill bytes", image, "fill bytes before Exif")
	run("convert", "-quality", "92", "-sampling-factor", "1x1", "ppm:-", corpus.path("exif_motorola.jpg"),
		stdin=pnm(image))
	run("exiftool", "-q", "-overwrite_original", "-ExifByteOrder=MM", "-Orientation#=6", "-Artist=a", "-XMP:Title=t",
		corpus.path("exif_motorola.jpg"))
	add_turned(corpus, "exif_motorola.jpg", "exiftool", image, "big-endian Exif, after JFIF, with XMP")
	thumbnail = corpus.temp("thumbnail.jpg", run("cjpeg", stdin=pnm(soft(29, 16, 12))))
	corpus.path("exif_thumbnail.jpg").write_bytes(content)
	run("exiftool", "-q", "-overwrite_original", f"-ThumbnailImage<={thumbnail}", corpus.path("exif_thumbnail.jpg"))
	add_turned(corpus, "exif_thumbnail.jpg", "exiftool", image, "a thumbnail in Exif")


def add_turned(corpus, name, made, image, remark):
	"""Turned by a quarter; Pillow reads the pixels, exiftool says how they are turned."""
	assert run("exiftool", "-s3", "-n", "-Orientation", corpus.path(name)).strip() == b"6"
	corpus.add(name, made, "Pillow, exiftool", turned(pillow(corpus.path(name)), 6), NEAR, remark,
		source=turned(image, 6), tolerance=40)


def markers(corpus):
	image = soft(30)
	Image.fromarray(image).save(corpus.path("icc.jpg"), quality=92, subsampling=0, icc_profile=swapped())
	corpus.add("icc.jpg", PILLOW, "libjpeg djpeg", djpeg(corpus.path("icc.jpg")), NEAR,
		"a profile that swaps red and green is not applied", source=image, tolerance=40)
	Image.fromarray(gray(8, 31)).save(corpus.path("icc_gray.jpg"), quality=92, icc_profile=swapped())
	corpus.add("icc_gray.jpg", PILLOW, "libjpeg djpeg", djpeg(corpus.path("icc_gray.jpg")), NEAR,
		"a profile for RGB in a gray image", source=gray(8, 31), tolerance=40)
	plain = run("cjpeg", "-quality", "92", "-sample", "1x1", stdin=pnm(image))
	rgbs = run("cjpeg", "-quality", "92", "-rgb", stdin=pnm(image))
	for name, content, remark in (("no_jfif.jpg", without(plain, 0xE0), "neither JFIF nor Adobe: YCbCr"),
			("rgb_ids.jpg", without(rgbs, 0xEE), "no Adobe marker, and components called R, G, B"),
			("trailing.jpg", plain + b"more data follows" * 9, "bytes after the end"),
			("comment.jpg", plain[:2] + b"\xff\xfe\0\x06abcd" + plain[2:], "a comment before JFIF")):
		corpus.path(name).write_bytes(content)
		corpus.add(name, "libjpeg cjpeg, changed", "libjpeg djpeg", djpeg(corpus.path(name)), NEAR, remark, source=image,
			tolerance=40)
	corpus.path("transformed.jpg").write_bytes(run("jpegtran", "-rotate", "90", "-progressive", corpus.path("icc.jpg")))
	corpus.add("transformed.jpg", "libjpeg jpegtran", "libjpeg djpeg", djpeg(corpus.path("transformed.jpg")), NEAR)


def refusals(corpus):
	image = rgb(8, 32)
	content = bytearray(run("cjpeg", "-sample", "1x1", stdin=pnm(image)))
	at = content.index(b"\xff\xc0")
	content[at + 1], content[at + 4] = 0xC1, 12
	corpus.path("bits12.jpg").write_bytes(content)
	corpus.add("bits12.jpg", "libjpeg cjpeg, precision set to 12", "nobody", None, "refused: 12 bit",
		"no tool of Debian makes or reads JPEG of 12 bits")
	run("ffmpeg", "-v", "error", "-y", "-f", "ppm_pipe", "-i", "-", "-c:v", "ljpeg", "-pix_fmt", "bgr24",
		"-f", "image2", "-bitexact", corpus.path("lossless.jpg"), stdin=pnm(image))
	corpus.add("lossless.jpg", "ffmpeg", "ffmpeg", ffmpeg(corpus.path("lossless.jpg"))[0], "refused: lossless",
		source=image)
	run("ffmpeg", "-v", "error", "-y", "-f", "ppm_pipe", "-i", "-", "-c:v", "jpegls", "-pix_fmt", "rgb24",
		"-f", "image2", "-bitexact", corpus.path("jpegls.jpg"), stdin=pnm(image))
	corpus.add("jpegls.jpg", "ffmpeg", "ffmpeg", ffmpeg(corpus.path("jpegls.jpg"))[0], "refused: JPEG", source=image)
	plain = corpus.path("sampling2x2.jpg").read_bytes()
	corpus.path("truncated.jpg").write_bytes(plain[:-len(plain) // 5])
	corpus.add("truncated.jpg", "libjpeg cjpeg, cut", "nobody", None, "refused: damaged")
