"""What all kinds of files of the corpus need: their content, how to run a tool, and how to note what is right."""
import csv
import gzip
import subprocess
from pathlib import Path

import numpy as np

W, H = 23, 17


def run(*command, stdin=None):
	"""Runs a tool and returns what it writes."""
	done = subprocess.run([str(part) for part in command], input=stdin, capture_output=True)
	if done.returncode != 0:
		raise RuntimeError(f"{command}: {done.stderr.decode(errors='replace')}")
	return done.stdout


def _ramps(seed, width, height, noise):
	y, x = np.mgrid[0:height, 0:width]
	random = np.random.RandomState(seed)
	across, down = x / max(1, width - 1), y / max(1, height - 1)
	ramps = np.stack([across, down, 1 - (across + down) / 2], axis=-1)
	return np.clip(0.1 + 0.8 * ramps + noise * (random.rand(height, width, 3) - 0.5), 0, 1)


def rgb(bits=8, seed=1, width=W, height=H, noise=0.2):
	"""A gradient of its own in each colour, and noise: (height, width, 3)."""
	return np.rint(_ramps(seed, width, height, noise) * (2 ** bits - 1)).astype(np.uint8 if bits <= 8 else np.uint16)


def gray(bits=8, seed=1, width=W, height=H):
	return rgb(bits, seed, width, height, 0.4)[..., 0]


def soft(seed=1, width=W, height=H):
	"""Colours that change slowly, so that decoders that smooth colour differently agree; noise of brightness only."""
	ramps = 0.25 + 0.5 * _ramps(seed, width, height, 0)
	noise = 0.12 * (np.random.RandomState(seed).rand(height, width, 1) - 0.5)
	return np.rint(np.clip(ramps + noise, 0, 1) * 255).astype(np.uint8)


def few(colors=13, seed=3, width=W, height=H):
	"""Indices into a palette, and the palette: (height, width), (colors, 3)."""
	random = np.random.RandomState(seed)
	palette = random.randint(0, 256, (colors, 3)).astype(np.uint8)
	y, x = np.mgrid[0:height, 0:width]
	return ((x // 2 + y + random.randint(0, 2, (height, width))) % colors).astype(np.uint8), palette


def cmyk_seen(cmyk):
	"""The plain formula, where 0 is no ink: (..., 4) of 8 bits to (..., 3)."""
	paper = 255 - cmyk.astype(float)
	return np.rint(paper[..., :3] * paper[..., 3:4] / 255).astype(np.uint8)


def turned(image, orientation):
	"""An image (height, width, ...) as orientation 1 to 8 of Exif and TIFF shows it."""
	if orientation in (5, 6, 7, 8):
		image = image.swapaxes(0, 1)
	if orientation in (2, 3, 6, 7):
		image = image[:, ::-1]
	if orientation in (3, 4, 7, 8):
		image = image[::-1]
	return image


def pnm(image, maximum=None):
	"""A PGM or PPM file."""
	maximum = maximum or (255 if image.dtype == np.uint8 else 65535)
	kind = b"P6" if image.ndim == 3 else b"P5"
	samples = image.astype(">u2" if maximum > 255 else np.uint8).tobytes()
	return kind + b"\n%d %d\n%d\n" % (image.shape[1], image.shape[0], maximum) + samples


class Corpus:
	"""The files, what is right for each, and the list of verdicts."""

	def __init__(self, folder, work):
		self.folder, self.work = Path(folder), Path(work)
		(self.folder / "expected").mkdir(parents=True, exist_ok=True)
		self.rows = []

	def path(self, name):
		return self.folder / name

	def temp(self, name, content=None):
		"""A file that does not stay."""
		path = self.work / name
		if content is not None:
			path.write_bytes(content)
		return path

	def add(self, name, made, read, seen, verdict="equal", remark="", source=None, tolerance=0, **facts):
		"""
		Notes a file that is there by now.

		:param made: the tool that made it
		:param read: who says what is right
		:param seen: what an independent reader sees: (height, width), (height, width, 3), or a list of such planes;
			None if nobody reads it
		:param verdict: equal, "within N", or "refused: words of the sentence"
		:param source: what was put into it; the independent reader has to agree
		:param facts: more that is to be right: fps, dims (channels x slices x frames)
		"""
		size = self.path(name).stat().st_size
		if seen is not None:
			planes = seen if isinstance(seen, list) else [seen]
			if source is not None:
				sources = source if isinstance(source, list) else [source]
				self.agree(name, planes, sources, tolerance)
			self.expect(name, planes, facts)
		self.rows.append([name, made, read, verdict, remark])
		return size

	@staticmethod
	def agree(name, planes, sources, tolerance):
		assert len(planes) == len(sources), f"{name}: {len(planes)} planes are read, not {len(sources)}"
		for plane, source in zip(planes, sources):
			assert plane.shape == source.shape, f"{name}: {plane.shape} is read, not {source.shape}"
			worst = np.abs(plane.astype(float) - source.astype(float)).max()
			assert worst <= tolerance, f"{name}: the reader differs by {worst} from what was put in"

	def expect(self, name, planes, facts):
		"""One line of text, then the samples, big-endian, all compressed."""
		planes = [part for plane in planes for part in slices(plane)]
		kinds = {"u1": "u8", "u2": "u16", "f4": "f32"}
		kind = kinds[planes[0].dtype.str[1:]]
		height, width = planes[0].shape[:2]
		channels = 1 if planes[0].ndim == 2 else 3
		head = f"{width} {height} {len(planes)} {channels} {kind}"
		head += "".join(f" {key}={value}" for key, value in facts.items()) + "\n"
		big_endian = planes[0].dtype.newbyteorder(">")
		samples = b"".join(np.ascontiguousarray(plane).astype(big_endian).tobytes() for plane in planes)
		target = self.folder / "expected" / (name + ".gz")
		target.write_bytes(gzip.compress(head.encode() + samples, 9, mtime=0))

	def finish(self):
		names = [row[0] for row in self.rows]
		assert len(names) == len(set(names)), "a name is there twice"
		with open(self.folder / "verdicts.csv", "w", newline="") as out:
			writer = csv.writer(out, lineterminator="\n")
			writer.writerow(["file", "made by", "read by", "verdict", "remark"])
			writer.writerows(sorted(self.rows))


def slices(plane):
	"""Colours of more than 8 bits are slices of their own."""
	if plane.dtype.kind in "fi" or plane.dtype == np.uint32:
		plane = plane.astype(np.float32)
	if plane.ndim == 2 or plane.dtype == np.uint8 and plane.shape[2] == 3:
		return [plane]
	return [plane[..., band] for band in range(plane.shape[2])]
