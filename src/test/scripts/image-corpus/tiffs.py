"""TIFF files that tools write."""
import numpy as np
from PIL import Image

from corpus import H, W, cmyk_seen, few, gray, pnm, rgb, run, soft, turned
from profiles import swapped
from readers import libtiff, pillow, stretched, tiff2rgba
import tiffcrafted

TIFFCP, RAW, MAGICK, PILLOW = "libtiff tiffcp", "libtiff raw2tiff", "ImageMagick", "Pillow"


def make(corpus):
	bases = base_files(corpus)
	compressions(corpus, bases)
	layouts(corpus, bases)
	lossy(corpus, bases)
	bilevel(corpus)
	numbers(corpus)
	colors(corpus)
	turns(corpus, bases)
	pages(corpus, bases)
	tiffcrafted.make(corpus)


def added(corpus, name, made, verdict="equal", remark="", source=None, tolerance=0, **facts):
	"""Notes a file of one page that libtiff reads."""
	corpus.add(name, made, "libtiff", libtiff(corpus.path(name), corpus.work), verdict, remark, source, tolerance,
		**rgb16_facts(source), **facts)


def magick(path, image, *arguments):
	run("convert", "-", *arguments, "-strip", path, stdin=image)


def rgb16_facts(source):
	return {"dims": "3x1x1"} if isinstance(source, np.ndarray) and source.ndim == 3 and source.dtype == np.uint16 else {}


def raw(path, samples, photometric, data="byte", *arguments):
	"""Writes samples (height, width) or (height, width, bands) by raw2tiff."""
	bands = 1 if samples.ndim == 2 else samples.shape[2]
	source = path.with_suffix(".raw")
	source.write_bytes(np.ascontiguousarray(samples).tobytes())
	run("raw2tiff", "-w", samples.shape[1], "-l", samples.shape[0], "-b", bands, "-d", data, "-p", photometric, "-M",
		*arguments, source, path)
	source.unlink()
	return path


def base_files(corpus):
	"""Files that tiffcp makes others of, with what is in them."""
	real = (gray(16, 105).astype(np.float32) / 1000 - 20).astype(np.float32)
	sources = {"gray8": gray(8, 100), "gray16": gray(16, 101), "rgb8": rgb(8, 102), "rgb16": rgb(16, 103), "float": real,
		"soft": soft(104), "softgray": soft(106)[..., 1]}
	types = {"gray16": "short", "rgb16": "short", "float": "float"}
	return {name: (raw(corpus.temp(name + ".tif"), source, "rgb" if source.ndim == 3 else "minisblack",
		types.get(name, "byte")), source) for name, source in sources.items()}


def copy(corpus, name, base, *arguments, verdict="equal", remark="", tolerance=0):
	path, source = base
	run("tiffcp", *arguments, path, corpus.path(name))
	added(corpus, name, TIFFCP, verdict, remark, source, tolerance)


def compressions(corpus, bases):
	for name, base, packing in (("none_gray8", "gray8", "none"), ("none_rgb16", "rgb16", "none"),
			("packbits_gray8", "gray8", "packbits"), ("packbits_rgb8", "rgb8", "packbits"),
			("packbits_gray16", "gray16", "packbits"), ("lzw_gray8", "gray8", "lzw"), ("lzw_rgb16", "rgb16", "lzw"),
			("lzw_p2_gray8", "gray8", "lzw:2"), ("lzw_p2_gray16", "gray16", "lzw:2"), ("lzw_p2_rgb8", "rgb8", "lzw:2"),
			("lzw_p2_rgb16", "rgb16", "lzw:2"), ("lzw_p3_float", "float", "lzw:3"), ("zip_gray16", "gray16", "zip"),
			("zip_p2_rgb8", "rgb8", "zip:2"), ("zip_p2_rgb16", "rgb16", "zip:2"), ("zip_p3_float", "float", "zip:3"),
			("zip_float", "float", "zip"), ("none_float", "float", "none")):
		copy(corpus, name + ".tif", bases[base], "-c", packing, "-r", "5")
	for name, base, packing in (("zstd_rgb8", "rgb8", "zstd"), ("lzma_gray16", "gray16", "lzma:2"),
			("webp_rgb8", "rgb8", "webp:100"), ("lerc_float", "float", "lerc")):
		copy(corpus, name + ".tif", bases[base], "-c", packing, verdict="refused: compress", tolerance=60)
	run("tiffcp", "-c", "zip", bases["gray8"][0], corpus.path("old_deflate.tif"))
	renumber(corpus.path("old_deflate.tif"), 259, 32946)
	added(corpus, "old_deflate.tif", "libtiff tiffcp, its number changed", source=bases["gray8"][1],
		remark="the older number of deflate")


def renumber(path, tag, value):
	"""Changes a value of 16 bits in the only directory of a little-endian file."""
	content = bytearray(path.read_bytes())
	at = int.from_bytes(content[4:8], "little")
	for entry in range(at + 2, at + 2 + 12 * int.from_bytes(content[at:at + 2], "little"), 12):
		if int.from_bytes(content[entry:entry + 2], "little") == tag:
			content[entry + 8:entry + 10] = value.to_bytes(2, "little")
	path.write_bytes(content)


def layouts(corpus, bases):
	for name, base, arguments in (
			("big_endian_gray16", "gray16", ["-B"]), ("big_endian_rgb16", "rgb16", ["-B", "-c", "lzw:2", "-r", "3"]),
			("big_endian_float", "float", ["-B"]),
			("bigtiff_gray8", "gray8", ["-8"]), ("bigtiff_rgb16_be", "rgb16", ["-8", "-B", "-c", "zip", "-r", "4"]),
			("planar_rgb8", "rgb8", ["-p", "separate"]), ("planar_rgb8_strips", "rgb8", ["-p", "separate", "-r", "3"]),
			("planar_rgb8_lzw_p2", "rgb8", ["-p", "separate", "-c", "lzw:2", "-r", "5"]),
			("planar_rgb8_packbits", "rgb8", ["-p", "separate", "-c", "packbits"]),
			("tiles_gray8", "gray8", ["-t", "-w", "16", "-l", "16"]),
			("tiles_rgb8_lzw_p2", "rgb8", ["-t", "-w", "16", "-l", "16", "-c", "lzw:2"]),
			("tiles_rgb16_be", "rgb16", ["-t", "-w", "32", "-l", "16", "-B"]),
			("tiles_planar_rgb8", "rgb8", ["-t", "-w", "16", "-l", "16", "-p", "separate", "-c", "zip"]),
			("tiles_float_p3", "float", ["-t", "-w", "16", "-l", "16", "-c", "zip:3"]),
			("one_row_strips", "rgb8", ["-r", "1"])):
		copy(corpus, name + ".tif", bases[base], *arguments)
	for name, arguments in (("planar_rgb16", ["-compress", "None"]), ("planar_rgb16_zip_be", ["-endian", "MSB",
			"-compress", "Zip", "-define", "tiff:predictor=2", "-define", "tiff:rows-per-strip=5"])):
		run("convert", "ppm:-", "-strip", "-interlace", "plane", *arguments, corpus.path(name + ".tif"),
			stdin=pnm(bases["rgb16"][1]))
		added(corpus, name + ".tif", MAGICK, source=bases["rgb16"][1])
	for name, arguments in (("fillorder2_none", []), ("fillorder2_packbits", ["-c", "packbits"]),
			("fillorder2_zip", ["-c", "zip"])):
		copy(corpus, name + ".tif", bases["gray8"], "-f", "lsb2msb", *arguments, remark="the bits of each byte are reversed",
			verdict="refused: FillOrder" if name == "fillorder2_zip" else "equal")


def lossy(corpus, bases):
	for name, base, arguments, verdict in (("jpeg_ycbcr", "soft", ["-c", "jpeg:90"], "within 3"),
			("jpeg_rgb", "rgb8", ["-c", "jpeg:r:90"], "within 2"), ("jpeg_gray", "softgray", ["-c", "jpeg:90"], "within 2"),
			("jpeg_strips", "soft", ["-c", "jpeg:90", "-r", "16"], "within 3"),
			("jpeg_tiles", "soft", ["-c", "jpeg:90", "-t", "-w", "16", "-l", "16"], "within 3"),
			("jpeg_planar", "rgb8", ["-c", "jpeg:r:90", "-p", "separate"], "refused: compress"),
			("jpeg_bigtiff", "soft", ["-c", "jpeg:90", "-8", "-B"], "within 3")):
		copy(corpus, name + ".tif", bases[base], *arguments, verdict=verdict, tolerance=90)


def bilevel(corpus):
	source = gray(1, 110, 43, 21)
	right = source * np.uint8(255)
	for name, kind, arguments in (("bits_none", "min-is-black", ["-c", "none"]), ("bits_packbits", "min-is-black",
			["-c", "packbits"]), ("bits_lzw", "min-is-white", ["-c", "lzw"]), ("bits_white", "min-is-white", ["-c", "none"]),
			("g3", "min-is-white", ["-c", "g3:1d"]), ("g3_2d", "min-is-white", ["-c", "g3:2d"]), ("g3_fill", "min-is-black",
			["-c", "g3:fill"]), ("g4", "min-is-white", ["-c", "g4"]), ("g4_strips", "min-is-white", ["-c", "g4", "-r", "5"]),
			("g4_black", "min-is-black", ["-c", "g4"]), ("g4_fillorder2", "min-is-white", ["-c", "g4", "-f", "lsb2msb"]),
			("bits_tiles", "min-is-black", ["-t", "-w", "16", "-l", "16"]), ("bits_fillorder2", "min-is-black",
			["-c", "none", "-f", "lsb2msb"])):
		base = corpus.temp("bits.tif")
		run("convert", "pgm:-", "-monochrome", "-define", "quantum:polarity=" + kind, "-compress", "None", "-strip", base,
			stdin=pnm(source, 1))
		run("tiffcp", *arguments, base, corpus.path(name + ".tif"))
		added(corpus, name + ".tif", f"{MAGICK}, {TIFFCP}", source=right)
	magick(corpus.path("bits_magick.tif"), pnm(source, 1), "-monochrome", "-compress", "RLE")
	added(corpus, "bits_magick.tif", MAGICK, source=right)


def numbers(corpus):
	"""Types of samples."""
	shape = (H, W)
	random = np.random.RandomState(111)
	for name, kind, source, verdict in (
			("int8", "sbyte", random.randint(-128, 128, shape).astype(np.int8), "equal"),
			("int16", "sshort", random.randint(-32768, 32768, shape).astype(np.int16), "equal"),
			("uint32", "long", random.randint(0, 2 ** 32, shape, np.uint32), "equal"),
			("int32", "slong", random.randint(-2 ** 31, 2 ** 31, shape).astype(np.int32), "equal"),
			("double", "double", random.randn(*shape) * 1000, "equal"),
			("rgb_float", "float", random.rand(H, W, 3).astype(np.float32), "refused: 32 bits"),
			("rgb_uint32", "long", random.randint(0, 2 ** 32, (H, W, 3), np.uint32), "refused: 32 bits")):
		raw(corpus.path(name + ".tif"), source, "rgb" if source.ndim == 3 else "minisblack", kind)
		added(corpus, name + ".tif", RAW, verdict, source=source)
	for bits in (2, 4, 12):
		source = gray(bits, 112)
		name = f"bits{bits}.tif"
		magick(corpus.path(name), pnm(source, 2 ** bits - 1), "-depth", bits, "-compress", "None")
		added(corpus, name, MAGICK, source=stretched(source, 2 ** bits - 1) if bits < 8 else source,
			remark="0 to 4095, as ImageJ has them" if bits == 12 else "", tolerance=2 if bits == 12 else 0)
	magick(corpus.path("bits4_lzw.tif"), pnm(gray(4, 113), 15), "-depth", 4, "-compress", "LZW")
	added(corpus, "bits4_lzw.tif", MAGICK, source=stretched(gray(4, 113), 15))
	for bits in (8, 16):
		name = f"min_is_white{bits}.tif"
		source = gray(bits, 114)
		raw(corpus.path(name), source, "miniswhite", "byte" if bits == 8 else "short")
		added(corpus, name, RAW, source=np.array(2 ** bits - 1, source.dtype) - source, remark="0 is white")


def colors(corpus):
	for count, bits in ((2, 1), (4, 2), (13, 4), (200, 8)):
		indices, palette = few(count, 120)
		name = f"palette{bits}.tif"
		run("convert", "ppm:-", "-type", "Palette", "-depth", 8, "-compress", "None", "-strip", corpus.path(name),
			stdin=pnm(palette[indices]))
		added(corpus, name, MAGICK, source=palette[indices])
	indices, palette = few(90, 121)
	image = Image.fromarray(indices, "P")
	image.putpalette(palette.tobytes())
	image.save(corpus.path("palette_lzw.tif"), compression="tiff_lzw")
	added(corpus, "palette_lzw.tif", PILLOW, source=palette[indices])
	inks = np.dstack([rgb(8, 122), gray(8, 123) // 2])
	Image.fromarray(inks, "CMYK").save(corpus.path("cmyk.tif"))
	added(corpus, "cmyk.tif", PILLOW, "within 2", source=cmyk_seen(inks))
	for name, arguments in (("cmyk_planar", ["-p", "separate"]), ("cmyk_lzw", ["-c", "lzw:2", "-r", "5"]),
			("cmyk_tiles", ["-t", "-w", "16", "-l", "16"])):
		run("tiffcp", *arguments, corpus.path("cmyk.tif"), corpus.path(name + ".tif"))
		added(corpus, name + ".tif", TIFFCP, "within 2", source=cmyk_seen(inks))
	profiled = Image.fromarray(rgb(8, 124))
	profiled.save(corpus.path("icc.tif"), icc_profile=swapped())
	added(corpus, "icc.tif", PILLOW, source=rgb(8, 124), remark="a profile that swaps red and green is not applied")
	magick(corpus.path("lab.tif"), pnm(rgb(8, 125)), "-colorspace", "Lab", "-depth", 8, "-compress", "None")
	corpus.add("lab.tif", MAGICK, "libtiff tiff2rgba", tiff2rgba(corpus.path("lab.tif"), corpus.work), "refused: Lab")
	for kind in ("icclab", "itulab"):
		raw(corpus.path(kind + ".tif"), rgb(8, 126), kind)
		corpus.add(kind + ".tif", RAW, "nobody", None, "refused: Lab")


def turns(corpus, bases):
	for orientation in range(1, 9):
		name = f"orientation{orientation}.tif"
		run("tiffcp", bases["rgb8"][0], corpus.path(name))
		run("tiffset", "-s", 274, orientation, corpus.path(name))
		added(corpus, name, "libtiff tiffset", source=turned(bases["rgb8"][1], orientation))
	run("tiffcp", bases["gray16"][0], corpus.path("orientation6_gray16.tif"))
	run("tiffset", "-s", 274, 6, corpus.path("orientation6_gray16.tif"))
	added(corpus, "orientation6_gray16.tif", "libtiff tiffset", source=turned(bases["gray16"][1], 6))


def pages(corpus, bases):
	for name, kind, bits, arguments in (("pages_gray8", gray, 8, []), ("pages_gray16_lzw", gray, 16, ["-c", "lzw:2"]),
			("pages_rgb8_zip", rgb, 8, ["-c", "zip"]), ("pages_planar_rgb8", rgb, 8, ["-p", "separate"]),
			("pages_tiles", gray, 8, ["-t", "-w", "16", "-l", "16"]), ("pages_bigtiff", gray, 16, ["-8"])):
		sources = [kind(bits, seed) for seed in (140, 141, 142)]
		parts = [raw(corpus.temp(f"page{at}.tif"), source, "rgb" if source.ndim == 3 else "minisblack",
			"byte" if bits == 8 else "short") for at, source in enumerate(sources)]
		run("tiffcp", *arguments, *parts, corpus.path(name + ".tif"))
		added(corpus, name + ".tif", TIFFCP, source=sources)
	run("tiffcp", bases["gray8"][0], raw(corpus.temp("other.tif"), gray(8, 143, 9, 9), "minisblack"),
		corpus.path("pages_differ.tif"))
	corpus.add("pages_differ.tif", TIFFCP, "nobody", None, "refused: differ", "pages of different sizes")
	for order, name in ((2, "hyperstack"), (3, "hyperstack_16")):
		sources = [gray(8 * (order - 1), seed) for seed in range(150, 156)]
		parts = [raw(corpus.temp(f"plane{at}.tif"), source, "minisblack", "byte" if order == 2 else "short")
			for at, source in enumerate(sources)]
		text = "ImageJ=1.54p\nimages=6\nchannels=2\nslices=3\nhyperstack=true\nmode=composite\nloop=false\n"
		run("tiffset", "-s", 270, text, parts[0])
		run("tiffcp", *parts, corpus.path(name + ".tif"))
		added(corpus, name + ".tif", "libtiff tiffset, tiffcp", source=sources, dims="2x3x1",
			remark="described as ImageJ describes hyperstacks")
