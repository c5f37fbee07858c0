"""TIFF files that no tool of Debian writes: a script does, and libtiff reads them."""
import zlib

import numpy as np
from PIL import Image

from corpus import H, W, cmyk_seen, gray, pnm, rgb, run, soft
from readers import libtiff, pillow, tiff2rgba
from tiffwriter import plain, tiff


def make(corpus):
	extras(corpus)
	numbers(corpus)
	luma_chroma(corpus)
	unusual(corpus)


def crafted(corpus, name, entries, strips, right, verdict="equal", remark="", big_endian=False, **facts):
	corpus.path(name).write_bytes(tiff([(entries, strips)], big_endian))
	corpus.add(name, "script", "libtiff", libtiff(corpus.path(name), corpus.work), verdict, remark, right, **facts)


def extras(corpus):
	"""More samples than colours."""
	random = np.random.RandomState(160)
	for bits in (8, 16):
		kind = "<u%d" % (bits // 8)
		alpha = random.randint(0, 2 ** bits, (H, W)).astype(kind)
		facts = {"dims": "3x1x1"} if bits == 16 else {}
		colors, grays = rgb(bits, 161), gray(bits, 162)
		associated(corpus, bits, colors, alpha)
		for meaning, word, verdict in ((0, "unspecified", "refused: not alpha"), (2, "alpha", "equal")):
			samples = np.dstack([colors, alpha]).astype(kind)
			crafted(corpus, f"rgb{bits}_{word}.tif", plain(W, H, bits, 2, 4, tag_338=meaning), [samples.tobytes()], colors,
				verdict, "the fourth sample is left out", **facts)
		samples = np.dstack([grays, alpha]).astype(kind)
		crafted(corpus, f"gray{bits}_alpha.tif", plain(W, H, bits, 1, 2, tag_338=2), [samples.tobytes()], grays,
			remark="the second sample is left out")
		planes = [colors[..., band].astype(kind).tobytes() for band in range(3)] + [alpha.tobytes()]
		crafted(corpus, f"planar_rgba{bits}.tif", plain(W, H, bits, 2, 4, tag_338=2, tag_284=2), planes, colors,
			remark="the fourth plane is left out", **facts)
	bands = np.dstack([gray(8, seed) for seed in range(163, 168)])
	crafted(corpus, "bands5.tif", plain(W, H, 8, 1, 5, tag_338=[0] * 4), [bands.tobytes()], bands,
		remark="five channels", dims="5x1x1")
	crafted(corpus, "bands5_planar.tif", plain(W, H, 8, 1, 5, tag_338=[0] * 4, tag_284=2),
		[np.ascontiguousarray(bands[..., band]).tobytes() for band in range(5)], bands,
		remark="five channels", dims="5x1x1")
	inks = np.dstack([rgb(8, 168), gray(8, 169) // 2, gray(8, 170)])
	crafted(corpus, "cmyk_alpha.tif", plain(W, H, 8, 5, 5, tag_338=2), [inks.tobytes()], cmyk_seen(inks), "within 2")
	deep = np.dstack([rgb(16, 171), gray(16, 172) // 2])
	corpus.path("cmyk16.tif").write_bytes(tiff([(plain(W, H, 16, 5, 4), [deep.astype("<u2").tobytes()])]))
	paper = 65535 - deep.astype(float)
	corpus.add("cmyk16.tif", "script", "the formula", np.rint(paper[..., :3] * paper[..., 3:] / 65535).astype(np.uint16),
		"within 2", dims="3x1x1")


def associated(corpus, bits, colors, alpha):
	"""Colours that are multiplied by alpha, which is taken back; not where there is too little of it to tell."""
	name, most = f"rgb{bits}_associated.tif", 2 ** bits - 1
	alpha = np.maximum(alpha, most // 3)[..., None]
	stored = np.rint(colors.astype(float) * alpha / most)
	samples = np.dstack([stored, alpha]).astype("<u%d" % (bits // 8))
	corpus.path(name).write_bytes(tiff([(plain(W, H, bits, 2, 4, tag_338=1), [samples.tobytes()])]))
	right = pillow(corpus.path(name)) if bits == 8 else np.rint(stored * most / alpha).astype(np.uint16)
	corpus.add(name, "script", "Pillow" if bits == 8 else "the formula", right, "within 1",
		"the multiplication by alpha is taken back", colors, 3, **({"dims": "3x1x1"} if bits == 16 else {}))


def numbers(corpus):
	half = np.random.RandomState(173).randn(H, W).astype(np.float16)
	crafted(corpus, "float16.tif", plain(W, H, 16, 1, tag_339=3), [half.astype("<f2").tobytes()], half.astype(np.float32))
	crafted(corpus, "float16_be.tif", plain(W, H, 16, 1, tag_339=3), [half.astype(">f2").tobytes()],
		half.astype(np.float32), big_endian=True)
	real = np.random.RandomState(177).randn(H, W).astype(np.float32)
	corpus.path("float_p3_be.tif").write_bytes(tiff([({**plain(W, H, 32, 1, tag_339=3, tag_317=3), 259: (3, [8])},
		[zlib.compress(float_differences(real))])], True))
	corpus.add("float_p3_be.tif", "script", "the script", real, "refused: Predictor",
		"libtiff writes and reads other such files than its specification says")
	source = gray(16, 174)
	crafted(corpus, "int16_be.tif", plain(W, H, 16, 1, tag_339=2), [source.astype(">u2").tobytes()],
		source.view(np.int16), big_endian=True)
	source = np.random.RandomState(175).randint(0, 2 ** 62, (H, W)).astype(np.uint64)
	corpus.path("uint64.tif").write_bytes(tiff([(plain(W, H, 64, 1), [source.tobytes()])]))
	corpus.add("uint64.tif", "script", "the script", source.astype(np.float32), "refused: 64")
	for bits in (4, 12):
		source = rgb(bits, 176, W + 1)
		ones = (source[..., None] >> np.arange(bits - 1, -1, -1) & 1).astype(np.uint8)
		packed = np.packbits(ones.reshape(H, -1), axis=1)
		crafted(corpus, f"rgb_bits{bits}.tif", plain(W + 1, H, bits, 2, 3), [packed.tobytes()], source,
			"refused: bits", "as the samples are, from 0 to %d" % (2 ** bits - 1))


def float_differences(real):
	"""Predictor 3: the highest bytes of a row first, then the second highest, each less the one before."""
	rows = real.astype(">f4").view(np.uint8).reshape(len(real), -1, 4).transpose(0, 2, 1).reshape(len(real), -1)
	return np.concatenate([rows[:, :1], np.diff(rows.astype(np.int16), axis=1).astype(np.uint8)], axis=1).tobytes()


def luma_chroma(corpus):
	"""YCbCr without JPEG."""
	source = soft(130)
	for across, down in ((1, 1), (2, 1), (2, 2), (4, 2)):
		for packing in ("none", "zip") if (across, down) == (2, 2) else ("none",):
			name = f"ycbcr{across}{down}{'' if packing == 'none' else '_' + packing}.tif"
			units = data_units(np.asarray(Image.fromarray(source).convert("YCbCr")), across, down)
			entries = {**plain(W, H, 8, 6, 3, tag_530=[across, down]), 259: (3, [1 if packing == "none" else 8])}
			corpus.path(name).write_bytes(tiff([(entries, [units if packing == "none" else zlib.compress(units)])]))
			corpus.add(name, "script", "libtiff tiff2rgba", tiff2rgba(corpus.path(name), corpus.work), "within 4",
				source=source, tolerance=20)


def data_units(image, across, down):
	"""Blocks of luma, each followed by the two means of its colour."""
	height, width = -(-image.shape[0] // down), -(-image.shape[1] // across)
	margins = ((0, height * down - image.shape[0]), (0, width * across - image.shape[1]), (0, 0))
	blocks = np.pad(image, margins, "edge").reshape(height, down, width, across, 3).swapaxes(1, 2)
	luma = blocks[..., 0].reshape(height, width, -1)
	return np.concatenate([luma, np.rint(blocks[..., 1:].mean(axis=(2, 3))).astype(np.uint8)], axis=2).tobytes()


def unusual(corpus):
	source = gray(8, 180)
	entries = plain(W, H, 8, 1)
	del entries[278]
	crafted(corpus, "no_rows_per_strip.tif", entries, [source.tobytes()], source, remark="RowsPerStrip is missing")
	crafted(corpus, "rows_per_strip_endless.tif", {**plain(W, H, 8, 1), 278: (4, [2 ** 32 - 1])}, [source.tobytes()],
		source, remark="RowsPerStrip is 2^32 - 1")
	entries = plain(W, H, 8, 1)
	crafted(corpus, "private_tags.tif", {**entries, 65000: (4, list(range(50))), 270: (2, list(b"some text\0"))},
		[source.tobytes()], source)
	lines = [source[at:at + 6].tobytes() for at in (0, 6, 12)]
	crafted(corpus, "strips_reversed.tif", {**entries, 278: (4, [6])}, lines, source)
	swap_strips(corpus, "strips_reversed.tif", source, entries)
	softly = soft(181)
	content = run("cjpeg", "-quality", "92", "-sample", "1x1", stdin=pnm(softly))
	old = {**plain(W, H, 8, 6, 3, tag_530=[1, 1]), 259: (3, [6]), 513: (4, [8]), 514: (4, [len(content)])}
	corpus.path("old_jpeg.tif").write_bytes(tiff([(old, [content])]))
	corpus.add("old_jpeg.tif", "script", "libtiff tiff2rgba", tiff2rgba(corpus.path("old_jpeg.tif"), corpus.work),
		"refused: old form", "JPEG as TIFF had it before 1995", softly, 60)
	corpus.path("planes_big_endian.tif").write_bytes(imagej_stack())
	corpus.add("planes_big_endian.tif", "script", "the script", [gray(16, seed) for seed in (182, 183, 184)],
		remark="one directory for three planes, as ImageJ writes large stacks")
	light = np.random.RandomState(185).randint(0, 2 ** 31, (H, W)).astype("<u4")
	corpus.path("logluv.tif").write_bytes(tiff([({**plain(W, H, 16, 32845, 3), 259: (3, [34676])}, [sgilog(light)])]))
	corpus.add("logluv.tif", "script", "nobody", None, "refused: PhotometricInterpretation")


def swap_strips(corpus, name, source, entries):
	"""The strips lie in the file from the last to the first."""
	lines = [source[at:at + 6].tobytes() for at in (12, 6, 0)]
	starts = [8, 8 + len(lines[0]) + len(lines[0]) % 2]
	starts.append(starts[1] + len(lines[1]) + len(lines[1]) % 2)
	given = {**entries, 278: (4, [6]), 273: (4, starts[::-1]), 279: (4, [len(line) for line in lines[::-1]])}
	corpus.path(name).write_bytes(tiff([(given, lines)]))
	assert (libtiff(corpus.path(name), corpus.work)[0] == source).all()


def sgilog(light):
	"""Rows of LogLuv, each of its four bytes by itself, nothing shortened."""
	packed = b""
	for row in light:
		for shift in (24, 16, 8, 0):
			packed += bytes([len(row)]) + (row >> shift & 255).astype(np.uint8).tobytes()
	return packed


def imagej_stack():
	text = b"ImageJ=1.54p\nimages=3\nslices=3\nloop=false\n\0"
	planes = b"".join(gray(16, seed).astype(">u2").tobytes() for seed in (182, 183, 184))
	entries = {**plain(W, H, 16, 1), 270: (2, list(text)), 279: (4, [W * H * 2])}
	return tiff([(entries, [planes])], True)
