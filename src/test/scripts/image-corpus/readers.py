"""Independent readers: Pillow, netpbm, libjpeg, libwebp, libtiff, ffmpeg. They give (height, width[, 3])."""
import json
import struct

import numpy as np
from PIL import Image, ImageSequence

from corpus import cmyk_seen, run, turned


def of_pillow(image):
	"""Samples as they are: no profile, no alpha, but with the colours of a palette."""
	if image.mode == "1":
		return np.asarray(image).astype(np.uint8) * 255
	if image.mode in ("P", "PA"):
		# without its transparency, which Pillow would take into account
		return np.asarray(image.convert("RGB"))
	samples = np.asarray(image)
	if image.mode == "CMYK":
		return cmyk_seen(samples)
	if image.mode in ("LA", "La"):
		return samples[..., 0]
	if image.mode == "I":
		return samples.astype(np.uint16)
	return samples[..., :3] if image.mode in ("RGBA", "RGBa", "RGBX") else samples


def pillow(path):
	return of_pillow(Image.open(path))


def pillow_upright(path):
	with Image.open(path) as image:
		return turned(of_pillow(image), image.getexif().get(274, 1))


def pillow_frames(path):
	"""Each frame as it is shown, in colours."""
	return [np.asarray(frame.convert("RGBA"))[..., :3] for frame in ImageSequence.Iterator(Image.open(path))]


def of_pnm(content):
	"""A binary PBM, PGM, PPM or PAM without comments, as the tools write them."""
	fields, at = [], 0
	if content.startswith(b"P7"):
		return of_pam(content)
	while len(fields) < (3 if content.startswith(b"P4") else 4):
		start = at
		while content[at:at + 1].strip():
			at += 1
		fields.append(content[start:at])
		at += 1
	width, height = int(fields[1]), int(fields[2])
	if fields[0] == b"P4":
		bits = np.unpackbits(np.frombuffer(content, np.uint8, offset=at).reshape(height, -1), axis=1)
		return (1 - bits[:, :width]) * 255
	return samples(content, at, width, height, 3 if fields[0] == b"P6" else 1, int(fields[3]))


def of_pam(content):
	head, _, _ = content.partition(b"ENDHDR\n")
	fields = dict(line.split(None, 1) for line in head.decode().splitlines()[1:])
	depth = int(fields["DEPTH"])
	image = samples(content, len(head) + 7, int(fields["WIDTH"]), int(fields["HEIGHT"]), depth, int(fields["MAXVAL"]))
	return image if depth == 1 else image[..., 0] if depth == 2 else image[..., :3]


def samples(content, at, width, height, channels, maximum):
	kind = np.dtype(np.uint8 if maximum < 256 else ">u2")
	image = np.frombuffer(content, kind, width * height * channels, at).astype(kind.newbyteorder("="))
	return image.reshape(height, width) if channels == 1 else image.reshape(height, width, channels)


def stretched(image, maximum):
	"""Samples from 0 to a maximum, so that this is white."""
	white = 255 if maximum < 256 else 65535
	return np.rint(image.astype(float) * white / maximum).astype(np.uint8 if white == 255 else np.uint16)


def djpeg(path):
	return of_pnm(run("djpeg", "-pnm", path))


def dwebp(path):
	return of_pnm(run("dwebp", path, "-quiet", "-ppm", "-o", "-"))


def pngtopam(path):
	"""Samples as they are, in the depth of the file."""
	return of_pnm(run("pngtopam", path))


def netpbm(*command):
	return of_pnm(run(*command))


def ffmpeg(path, pixels="rgb24"):
	"""All frames."""
	stream = json.loads(run("ffprobe", "-v", "error", "-select_streams", "v", "-show_streams", "-of", "json", path))
	width, height = (stream["streams"][0][key] for key in ("width", "height"))
	raw = run("ffmpeg", "-v", "error", "-i", path, "-vsync", "passthrough", "-sws_flags",
		"accurate_rnd+full_chroma_int", "-f", "rawvideo", "-pix_fmt", pixels, "-")
	kind, channels = {"rgb24": (np.uint8, 3), "gray": (np.uint8, 1), "rgb48": (np.uint16, 3)}[pixels]
	frames = np.frombuffer(raw, kind).reshape(-1, height, width, channels)
	return [frame[..., 0] if channels == 1 else frame for frame in frames]


def directories(content):
	"""The directories of a TIFF file, little-endian and not big, each as a dictionary of tuples."""
	assert content[:4] == b"II*\0"
	formats = {1: "B", 2: "B", 3: "H", 4: "I", 5: "II", 6: "b", 7: "B", 8: "h", 9: "i", 10: "ii", 11: "f", 12: "d"}
	found, at = [], struct.unpack_from("<I", content, 4)[0]
	while at:
		count = struct.unpack_from("<H", content, at)[0]
		tags = {}
		for entry in range(at + 2, at + 2 + 12 * count, 12):
			tag, kind, number = struct.unpack_from("<HHI", content, entry)
			layout = "<" + formats[kind] * number
			where = entry + 8 if struct.calcsize(layout) <= 4 else struct.unpack_from("<I", content, entry + 8)[0]
			tags[tag] = struct.unpack_from(layout, content, where)
		found.append(tags)
		at = struct.unpack_from("<I", content, at + 2 + 12 * count)[0]
	return found


def unpacked(raw, width, height, bands, bits, kind):
	"""Samples of any number of bits."""
	if bits in (8, 16, 32, 64):
		dtype = {1: "u", 2: "i", 3: "f"}[kind] + str(bits // 8)
		return np.frombuffer(raw, "<" + dtype).reshape(height, width, bands).astype("=" + dtype)
	rows = np.unpackbits(np.frombuffer(raw, np.uint8).reshape(height, -1), axis=1)[:, :width * bands * bits]
	weights = 1 << np.arange(bits - 1, -1, -1)
	return (rows.reshape(height, width, bands, bits) * weights).sum(axis=-1).astype(np.uint8 if bits <= 8 else np.uint16)


def libtiff(path, work):
	"""All pages: libtiff takes away compression, tiles and byte order; what is left are samples."""
	plain = work / "plain.tif"
	run("tiffcp", "-c", "none", "-s", "-r", "100000", "-L", "-f", "msb2lsb", path, plain)
	content = plain.read_bytes()
	return [page(tags, content) for tags in directories(content)]


def page(tags, content):
	width, height, bits = tags[256][0], tags[257][0], tags.get(258, (1,))[0]
	bands, kind = tags.get(277, (1,))[0], tags.get(339, (1,))[0]
	strips = [content[start:start + length] for start, length in zip(tags[273], tags[279])]
	assert len(strips) == (bands if tags.get(284, (1,))[0] == 2 else 1)
	parts = [unpacked(strip, width, height, bands // len(strips), bits, kind) for strip in strips]
	image = seen(np.dstack(parts), tags.get(262, (1,))[0], bits, tags.get(320))
	return turned(image, tags.get(274, (1,))[0])


def seen(image, photometric, bits, palette):
	"""What the samples stand for; other than the first, or first three, they are left out."""
	if photometric == 3:
		colors = np.array(palette).reshape(3, -1).T
		return (colors[image[..., 0]] // 256).astype(np.uint8)
	if photometric == 5:
		return cmyk_seen(image[..., :4])
	if photometric == 2:
		return image[..., :3]
	if bits < 8:
		image = stretched(image, 2 ** bits - 1)
	if photometric == 0:
		image = np.array(2 ** max(8, bits) - 1, image.dtype) - image
	return image[..., 0] if image.shape[2] <= 2 else image


def tiff2rgba(path, work):
	"""How libtiff shows a file, with 8 bits in each colour."""
	run("tiff2rgba", "-c", "none", path, work / "rgba.tif")
	return libtiff(work / "rgba.tif", work)[0]
