"""BMP, GIF, WebP and PNM files."""
import struct

import numpy as np
from PIL import Image

from corpus import H, W, few, gray, pnm, rgb, run, soft, turned
from profiles import swapped
from readers import dwebp, ffmpeg, netpbm, of_pam, of_pnm, pillow, pillow_frames, pillow_upright, stretched

MAGICK, PILLOW = "ImageMagick", "Pillow"


def make(corpus):
	bmps(corpus)
	more_bmps(corpus)
	gifs(corpus)
	webps(corpus)
	pnms(corpus)
	pams(corpus)
	larger(corpus)


def bmps(corpus):
	image = rgb(8, 40)
	for name, colors, kind in (("palette1.bmp", 2, "BMP3"), ("palette4.bmp", 13, "BMP3"), ("palette8.bmp", 200, "BMP3"),
			("rle8.bmp", 40, "BMP3"), ("os2.bmp", 40, "BMP2")):
		indices, palette = few(colors, 41)
		packing = ["-compress", "RLE"] if name == "rle8.bmp" else ["-compress", "None"]
		run("convert", "ppm:-", "-type", "Palette", *packing, f"{kind}:{corpus.path(name)}", stdin=pnm(palette[indices]))
		corpus.add(name, MAGICK, PILLOW, pillow(corpus.path(name)), source=palette[indices])
	for name, kind, head in (("rgb24.bmp", "TrueColor", "BMP3"), ("v4.bmp", "TrueColorAlpha", "BMP")):
		run("convert", "ppm:-", "-type", kind, f"{head}:{corpus.path(name)}", stdin=pnm(image))
		corpus.add(name, MAGICK, PILLOW, pillow(corpus.path(name)), source=image)
	Image.fromarray(gray(8, 42)).save(corpus.path("gray8.bmp"))
	corpus.add("gray8.bmp", PILLOW, "netpbm bmptopnm", netpbm("bmptopnm", corpus.path("gray8.bmp")), source=gray(8, 42))
	Image.fromarray(np.dstack([image, gray(8, 43)])).save(corpus.path("rgba32.bmp"))
	corpus.add("rgba32.bmp", PILLOW, PILLOW, pillow(corpus.path("rgba32.bmp")), source=image)
	for name, pixels in (("rgb555.bmp", "rgb555le"), ("rgb565.bmp", "rgb565le")):
		run("ffmpeg", "-v", "error", "-y", "-f", "ppm_pipe", "-i", "-", "-pix_fmt", pixels, corpus.path(name),
			stdin=pnm(image))
		corpus.add(name, "ffmpeg", "ffmpeg", ffmpeg(corpus.path(name))[0], "within 8",
			"readers stretch 5 bits differently",
			source=pillow(corpus.path(name)), tolerance=7)


def more_bmps(corpus):
	"""Headers of BMP that no tool writes, around samples of BMP."""
	image = rgb(8, 44)
	rows = np.zeros((H, (W * 3 + 3) // 4 * 4), np.uint8)
	rows[:, :W * 3] = image[..., ::-1].reshape(H, -1)
	head = struct.pack("<IiiHHIIiiII", 40, W, -H, 1, 24, 0, rows.size, 2835, 2835, 0, 0)
	bmp(corpus.path("topdown.bmp"), head, rows.tobytes())
	corpus.add("topdown.bmp", "script", PILLOW, pillow(corpus.path("topdown.bmp")), source=image)
	longer = struct.pack("<IiiHHIIiiII", 124, W, H, 1, 24, 0, rows.size, 2835, 2835, 0, 0)
	longer += bytes(16) + b"BGRs" + bytes(64)
	bmp(corpus.path("v5.bmp"), longer, rows[::-1].tobytes())
	corpus.add("v5.bmp", "script", PILLOW, pillow(corpus.path("v5.bmp")), source=image)
	indices, palette = few(11, 45)
	packed = b"".join(bytes([0, W]) + nibbles(row) + b"\0\0" for row in indices[::-1]) + b"\0\1"
	colors = np.dstack([palette[:, ::-1].reshape(1, -1, 3), np.zeros((1, 11, 1), np.uint8)]).tobytes()
	head = struct.pack("<IiiHHIIiiII", 40, W, H, 1, 4, 2, len(packed), 2835, 2835, 11, 11)
	bmp(corpus.path("rle4.bmp"), head + colors, packed)
	corpus.add("rle4.bmp", "script", "ffmpeg", ffmpeg(corpus.path("rle4.bmp"))[0], source=palette[indices])
	wide = np.zeros((H, W, 4), np.uint8)
	wide[..., :3] = image
	fields = struct.pack("<IIII", 0xFF, 0xFF00, 0xFF0000, 0)
	head = struct.pack("<IiiHHIIiiII", 40, W, H, 1, 32, 3, wide.size, 2835, 2835, 0, 0)
	bmp(corpus.path("bitfields32.bmp"), head + fields[:12], wide[::-1].tobytes())
	corpus.add("bitfields32.bmp", "script", "ffmpeg", ffmpeg(corpus.path("bitfields32.bmp"))[0], source=image,
		remark="masks that say that red comes first")


def nibbles(row):
	"""A run of RLE4 that is taken as it is."""
	padded = np.zeros((len(row) + 3) // 4 * 4, np.uint8)
	padded[:len(row)] = row
	return (padded[::2] << 4 | padded[1::2]).tobytes()


def bmp(path, head, samples):
	offset = 14 + len(head)
	path.write_bytes(b"BM" + struct.pack("<IHHI", offset + len(samples), 0, 0, offset) + head + samples)


def indexed(seed, colors=13):
	indices, palette = few(colors, seed)
	image = Image.fromarray(indices, "P")
	image.putpalette(palette.tobytes())
	return image, palette[indices]


def gifs(corpus):
	for name, colors, facts in (("plain.gif", 200, {"interlace": 0}), ("interlaced.gif", 13, {"interlace": 1}),
			("transparent.gif", 13, {"transparency": 4}), ("two_colors.gif", 2, {"interlace": 0})):
		image, right = indexed(50, colors)
		image.save(corpus.path(name), **facts)
		corpus.add(name, PILLOW, "netpbm giftopnm", netpbm("giftopnm", corpus.path(name)), source=right)
	Image.fromarray(gray(8, 51)).save(corpus.path("gray.gif"))
	corpus.add("gray.gif", PILLOW, "Pillow", pillow(corpus.path("gray.gif")), source=np.dstack([gray(8, 51)] * 3),
		remark="may be gray or RGB")
	images, right = zip(*[indexed(seed) for seed in (52, 53, 54)])
	images[0].save(corpus.path("animated.gif"), save_all=True, append_images=images[1:], duration=100)
	corpus.add("animated.gif", PILLOW, "Pillow", pillow_frames(corpus.path("animated.gif")), "refused: animated",
		"three whole frames", list(right))
	moving = [right[0].copy() for _ in range(3)]
	for at, frame in enumerate(moving):
		frame[4:8, 3 + 5 * at:8 + 5 * at] = (250, 10, 20)
	parts = [corpus.temp(f"part{at}.ppm", pnm(frame)) for at, frame in enumerate(moving)]
	run("convert", "-delay", "10", *parts, "-layers", "optimize", "-strip", corpus.path("animated_parts.gif"))
	corpus.add("animated_parts.gif", MAGICK, "Pillow", pillow_frames(corpus.path("animated_parts.gif")),
		"refused: animated", "the later frames hold only what moves", moving)


def webps(corpus):
	image, alpha = soft(60), gray(8, 61)
	source = corpus.temp("source.ppm", pnm(image))
	Image.fromarray(np.dstack([image, alpha])).save(corpus.temp("alpha.png"))
	image2, right = indexed(62)
	image2.convert("RGB").save(corpus.temp("few.png"))
	for name, path, arguments, tolerance in (("lossy.webp", source, ["-q", "90"], 40),
			("lossy_sharp.webp", source, ["-q", "30", "-sharp_yuv", "-f", "60"], 60),
			("lossless.webp", source, ["-lossless"], 0), ("near_lossless.webp", source, ["-near_lossless", "40"], 8),
			("lossless_alpha.webp", corpus.temp("alpha.png"), ["-lossless", "-exact"], 0),
			("lossy_alpha.webp", corpus.temp("alpha.png"), ["-q", "90", "-exact"], 60),
			("lossy_alpha_q.webp", corpus.temp("alpha.png"), ["-q", "90", "-alpha_q", "20", "-exact"], 60)):
		run("cwebp", "-quiet", *arguments, path, "-o", corpus.path(name))
		corpus.add(name, "libwebp cwebp", "libwebp dwebp", dwebp(corpus.path(name)),
			"refused: lossy WebP" if name.startswith("lossy") else "equal", source=image, tolerance=tolerance)
	run("cwebp", "-quiet", "-lossless", corpus.temp("few.png"), "-o", corpus.path("few_colors.webp"))
	corpus.add("few_colors.webp", "libwebp cwebp", "libwebp dwebp", dwebp(corpus.path("few_colors.webp")), source=right)
	profile = corpus.temp("profile.icc", swapped())
	run("webpmux", "-set", "icc", profile, corpus.path("lossless.webp"), "-o", corpus.path("icc.webp"))
	corpus.add("icc.webp", "libwebp webpmux", "libwebp dwebp", dwebp(corpus.path("icc.webp")), source=image,
		remark="a profile that swaps red and green is not applied")
	exif = Image.Exif()
	exif[274] = 6
	Image.fromarray(image).save(corpus.path("exif6.webp"), lossless=True, exif=exif)
	corpus.add("exif6.webp", PILLOW, PILLOW, pillow_upright(corpus.path("exif6.webp")), source=turned(image, 6))
	frames = [Image.fromarray(rgb(8, seed)) for seed in (63, 64, 65)]
	frames[0].save(corpus.path("animated.webp"), save_all=True, append_images=frames[1:], lossless=True, duration=100)
	corpus.add("animated.webp", PILLOW, PILLOW, pillow_frames(corpus.path("animated.webp")), "refused: animated",
		source=[rgb(8, seed) for seed in (63, 64, 65)])


def pnms(corpus):
	for name, source, maximum in (("gray.pgm", gray(8, 70), 255), ("gray16.pgm", gray(16, 70), 65535),
			("rgb.ppm", rgb(8, 71), 255), ("rgb16.ppm", rgb(16, 71), 65535)):
		corpus.path(name).write_bytes(pnm(source))
		named(corpus, name, "script", source)
		plain = name.replace(".p", "_ascii.p")
		corpus.path(plain).write_bytes(run("pnmtoplainpnm", corpus.path(name)))
		named(corpus, plain, "netpbm", source)
	bits = gray(1, 72)
	corpus.path("bits.pbm").write_bytes(run("pamtopnm", stdin=run("pgmtopbm", "-threshold", stdin=pnm(bits, 1))))
	named(corpus, "bits.pbm", "netpbm", bits * np.uint8(255))
	corpus.path("bits_ascii.pbm").write_bytes(run("pnmtoplainpnm", corpus.path("bits.pbm")))
	named(corpus, "bits_ascii.pbm", "netpbm", bits * np.uint8(255))
	content = pnm(gray(8, 73)).replace(b"P5\n", b"P5\n# a comment, and 12 13\n").replace(b"\n255\n", b" # more\n#\n255\n")
	corpus.path("comments.pgm").write_bytes(content)
	named(corpus, "comments.pgm", "script", gray(8, 73))
	for maximum in (100, 1023):
		source = np.minimum(gray(8 if maximum < 256 else 10, 74), maximum)
		corpus.path(f"maximum{maximum}.pgm").write_bytes(pnm(source, maximum))
		corpus.add(f"maximum{maximum}.pgm", "script", "netpbm", stretched(of_pnm(corpus.path(f"maximum{maximum}.pgm")
			.read_bytes()), maximum), "within 1", "the maximum is white")
	corpus.path("two_images.pgm").write_bytes(pnm(gray(8, 75)) + pnm(gray(8, 76)))
	corpus.add("two_images.pgm", "script", "netpbm pamsplit", [gray(8, 75), gray(8, 76)],
		"refused: several images")


def named(corpus, name, made, source):
	facts = {"dims": "3x1x1"} if source.ndim == 3 and source.dtype == np.uint16 else {}
	content = corpus.path(name).read_bytes()
	read = of_pnm(run("pamtopnm", stdin=content)) if "pbm" in name else of_pam(run("pamtopam", stdin=content))
	corpus.add(name, made, "netpbm", read if read.shape == source.shape else read[..., 0], source=source, **facts)


def pams(corpus):
	alpha = gray(8, 80)
	for name, kind, samples, source in (
			("bits.pam", "BLACKANDWHITE", gray(1, 81), gray(1, 81) * np.uint8(255)),
			("gray.pam", "GRAYSCALE", gray(8, 82), gray(8, 82)), ("gray16.pam", "GRAYSCALE", gray(16, 82), gray(16, 82)),
			("rgb.pam", "RGB", rgb(8, 83), rgb(8, 83)), ("rgb16.pam", "RGB", rgb(16, 83), rgb(16, 83)),
			("gray_alpha.pam", "GRAYSCALE_ALPHA", np.dstack([gray(8, 84), alpha]), gray(8, 84)),
			("rgba.pam", "RGB_ALPHA", np.dstack([rgb(8, 85), alpha]), rgb(8, 85))):
		maximum = 1 if kind == "BLACKANDWHITE" else 255 if samples.dtype == np.uint8 else 65535
		depth = 1 if samples.ndim == 2 else samples.shape[2]
		head = f"P7\nWIDTH {W}\nHEIGHT {H}\nDEPTH {depth}\nMAXVAL {maximum}\nTUPLTYPE {kind}\nENDHDR\n".encode()
		corpus.path(name).write_bytes(head + samples.astype(">u2" if maximum > 255 else np.uint8).tobytes())
		facts = {"dims": "3x1x1"} if source.ndim == 3 and source.dtype == np.uint16 else {}
		read = of_pam(run("pamtopam", stdin=corpus.path(name).read_bytes()))
		corpus.add(name, "script", "netpbm", stretched(read, 1) if maximum == 1 else read,
			"refused: not an image that can be read", source=source, **facts)


def larger(corpus):
	"""Larger than the pieces that programs read at once."""
	image = rgb(8, 86, 90, 80, 0.9)
	for name, arguments in (("large.bmp", []), ("large.tif", ["-compress", "LZW"]), ("large.ppm", []), ("large.png", [])):
		run("convert", "ppm:-", "-type", "TrueColor", *arguments, "-strip", corpus.path(name), stdin=pnm(image))
		corpus.add(name, MAGICK, PILLOW, pillow(corpus.path(name)), source=image)
	run("cwebp", "-quiet", "-lossless", corpus.path("large.png"), "-o", corpus.path("large.webp"))
	corpus.add("large.webp", "libwebp cwebp", "libwebp dwebp", dwebp(corpus.path("large.webp")), source=image)
	indices, palette = few(255, 87, 170, 140)
	indices = (indices + np.random.RandomState(88).randint(0, 255, indices.shape)) % 255
	picture = Image.fromarray(indices.astype(np.uint8), "P")
	picture.putpalette(palette.tobytes())
	picture.save(corpus.path("large.gif"))
	corpus.add("large.gif", PILLOW, "netpbm giftopnm", netpbm("giftopnm", corpus.path("large.gif")), source=palette[indices])
	Image.fromarray(image).save(corpus.path("large.jpg"), quality=99, subsampling=0)
	corpus.add("large.jpg", PILLOW, PILLOW, pillow(corpus.path("large.jpg")), "within 2", source=image, tolerance=40)
