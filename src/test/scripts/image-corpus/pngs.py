"""PNG files."""
import struct
import zlib

import numpy as np
from PIL import Image

from corpus import H, W, few, gray, pnm, rgb, run, turned
from profiles import swapped
from readers import pillow, pillow_upright, pngtopam, stretched

NETPBM, MAGICK, PILLOW = "netpbm pnmtopng", "ImageMagick", "Pillow"


def make(corpus):
	depths(corpus)
	palettes(corpus)
	deep(corpus)
	extras(corpus)
	oddities(corpus)


def depths(corpus):
	for bits in (1, 2, 4, 8, 16):
		source = gray(bits, bits)
		name = f"gray{bits}.png"
		corpus.path(name).write_bytes(run("pnmtopng", stdin=pnm(source, 2 ** bits - 1)))
		right = source if bits > 4 else stretched(source, 2 ** bits - 1)
		read = pngtopam(corpus.path(name))
		corpus.add(name, NETPBM, "netpbm pngtopam", read if bits == 1 or bits > 4 else stretched(read, 2 ** bits - 1),
			source=right)
	for name, source in (("rgb8.png", rgb()), ("rgb16.png", rgb(16))):
		corpus.path(name).write_bytes(run("pnmtopng", stdin=pnm(source)))
		added16(corpus, name, NETPBM, source)
	for name, source in (("interlaced_gray8.png", gray()), ("interlaced_rgb8.png", rgb(8, 4)),
			("interlaced_rgb16.png", rgb(16, 5))):
		corpus.path(name).write_bytes(run("pnmtopng", "-interlace", stdin=pnm(source)))
		added16(corpus, name, NETPBM, source)
	source = gray(2, 6)
	corpus.path("interlaced_gray2.png").write_bytes(run("pnmtopng", "-interlace", stdin=pnm(source, 3)))
	corpus.add("interlaced_gray2.png", NETPBM, "Pillow", pillow(corpus.path("interlaced_gray2.png")),
		source=stretched(source, 3))


def added16(corpus, name, made, source, remark=""):
	"""Adds a file; 16-bit colours are three channels."""
	facts = {"dims": "3x1x1"} if source.ndim == 3 and source.dtype == np.uint16 else {}
	corpus.add(name, made, "netpbm pngtopam", pngtopam(corpus.path(name)), source=source, remark=remark, **facts)


def palettes(corpus):
	for colors, bits in ((2, 1), (4, 2), (13, 4), (200, 8)):
		indices, palette = few(colors, bits)
		name = f"palette{bits}.png"
		image = Image.fromarray(indices, "P")
		image.putpalette(palette.tobytes())
		image.save(corpus.path(name), bits=bits)
		corpus.add(name, PILLOW, "netpbm pngtopam", pngtopam(corpus.path(name)), source=palette[indices])
	indices, palette = few(13, 9)
	image = Image.fromarray(indices, "P")
	image.putpalette(palette.tobytes())
	image.save(corpus.path("palette_trns.png"), transparency=bytes([0, 128, 255, 60]))
	corpus.add("palette_trns.png", PILLOW, "netpbm pngtopam", pngtopam(corpus.path("palette_trns.png")),
		source=palette[indices], remark="alpha is left out and nothing blended")
	corpus.path("palette_interlaced.png").write_bytes(run("pnmtopng", "-interlace", stdin=pnm(palette[indices])))
	corpus.add("palette_interlaced.png", NETPBM, "Pillow", pillow(corpus.path("palette_interlaced.png")),
		source=palette[indices])
	grays = (np.arange(16) * 17)[:, None].repeat(3, 1).astype(np.uint8)[::-1]
	indices = gray(4, 8)
	image = Image.fromarray(indices, "P")
	image.putpalette(grays.tobytes())
	image.save(corpus.path("palette_gray.png"))
	corpus.add("palette_gray.png", PILLOW, "Pillow", pillow(corpus.path("palette_gray.png")), source=grays[indices],
		remark="may be gray or RGB")


def deep(corpus):
	"""With alpha, which is left out."""
	random = np.random.RandomState(11)
	for name, bits, kind, color in (("gray_alpha8.png", 8, "gray", 4), ("gray_alpha16.png", 16, "gray", 4),
			("rgba8.png", 8, "rgb", 6), ("rgba16.png", 16, "rgb", 6), ("interlaced_rgba16.png", 16, "rgb", 6)):
		source = gray(bits, 12) if kind == "gray" else rgb(bits, 12)
		alpha = random.randint(0, 2 ** bits, (H, W)).astype(source.dtype)
		samples = np.dstack([source, source, source, alpha]) if kind == "gray" else np.dstack([source, alpha])
		lace = ["-interlace", "PNG"] if "interlaced" in name else []
		corpus.path(name).write_bytes(run("convert", "-size", f"{W}x{H}", "-depth", bits, "-endian", "LSB", "rgba:-",
			"-strip", *lace, "-define", f"png:color-type={color}", "-define", f"png:bit-depth={bits}", "png:-",
			stdin=samples.astype("<u2" if bits == 16 else np.uint8).tobytes()))
		added16(corpus, name, MAGICK, source, "alpha is left out and nothing blended")


def extras(corpus):
	source = rgb(8, 13)
	image = Image.fromarray(source)
	image.save(corpus.path("iccp.png"), icc_profile=swapped())
	corpus.add("iccp.png", PILLOW, "netpbm pngtopam", pngtopam(corpus.path("iccp.png")), source=source,
		remark="a profile that swaps red and green is not applied")
	plain = run("pnmtopng", stdin=pnm(source))
	primaries = chunk(b"cHRM", struct.pack(">8I", 30000, 30000, 10000, 10000, 80000, 10000, 30000, 10000))
	corpus.path("chroma.png").write_bytes(plain[:33] + primaries + plain[33:])
	corpus.path("gamma.png").write_bytes(run("pnmtopng", "-gamma", "1.0", stdin=pnm(source)))
	for name in ("gamma.png", "chroma.png"):
		corpus.add(name, NETPBM, "netpbm pngtopam", pngtopam(corpus.path(name)), source=source,
			remark="gAMA and cHRM are not applied")
	corpus.path("gamma_gray.png").write_bytes(run("pnmtopng", "-gamma", "1.0", stdin=pnm(gray(8, 14))))
	corpus.add("gamma_gray.png", NETPBM, "netpbm pngtopam", pngtopam(corpus.path("gamma_gray.png")), source=gray(8, 14))
	for orientation in (3, 6):
		exif = Image.Exif()
		exif[274] = orientation
		name = f"exif{orientation}.png"
		image.save(corpus.path(name), exif=exif)
		corpus.add(name, PILLOW, "Pillow", pillow_upright(corpus.path(name)), source=turned(source, orientation))
	for name, source in (("trns_rgb8.png", rgb(8, 15)), ("trns_rgb16.png", rgb(16, 15)), ("trns_gray8.png", gray(8, 15)),
			("trns_gray16.png", gray(16, 15))):
		color = source[3, 4] if source.ndim == 3 else [source[3, 4]] * 3
		key = "rgb:" + "/".join(f"{value:04x}" if source.dtype == np.uint16 else f"{value:02x}" for value in color)
		corpus.path(name).write_bytes(run("pnmtopng", "-transparent", "=" + key, stdin=pnm(source)))
		added16(corpus, name, NETPBM, source, "one colour is transparent, and stays")


def chunk(kind, content):
	return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def oddities(corpus):
	source = gray(8, 16)
	rows = b"".join(b"\0" + row.tobytes() for row in source)
	packed = zlib.compress(rows)
	head = struct.pack(">IIBBBBB", W, H, 8, 0, 0, 0, 0)
	pieces = b"".join(chunk(b"IDAT", packed[at:at + 7]) for at in range(0, len(packed), 7)) + chunk(b"IDAT", b"")
	corpus.path("many_idat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"a\0b")
		+ pieces + chunk(b"IEND", b""))
	corpus.add("many_idat.png", "script", "netpbm pngtopam", pngtopam(corpus.path("many_idat.png")), source=source)
	corpus.path("one_pixel.png").write_bytes(run("pnmtopng", stdin=pnm(rgb(8, 1, 1, 1))))
	corpus.add("one_pixel.png", NETPBM, "Pillow", pillow(corpus.path("one_pixel.png")), source=rgb(8, 1, 1, 1))
	frames = [Image.fromarray(rgb(8, seed)) for seed in (17, 18, 19)]
	frames[0].save(corpus.path("animated.png"), save_all=True, append_images=frames[1:])
	corpus.add("animated.png", PILLOW, "netpbm pngtopam", pngtopam(corpus.path("animated.png")), "refused: animated",
		"one could take its still image, but the others would be lost", rgb(8, 17))
	damaged = bytearray(corpus.path("rgb8.png").read_bytes())
	damaged[len(damaged) // 2] ^= 0x10
	corpus.path("damaged_crc.png").write_bytes(damaged)
	corpus.add("damaged_crc.png", "script", "nobody", None, "refused: damaged", "a bit is flipped in IDAT")
