"""Writes TIFF files that no tool of Debian writes: every entry and every strip is given."""
import struct

SIZES = {1: "B", 2: "B", 3: "H", 4: "I", 6: "b", 11: "f", 16: "Q"}


def tiff(pages, big_endian=False):
	"""
	:param pages: (entries, strips) each; entries are {tag: (type, values)}, to which the offsets and lengths of the
		strips are added, as those of tiles if there is a tag 322
	"""
	order = ">" if big_endian else "<"
	content = bytearray((b"MM" if big_endian else b"II") + struct.pack(order + "HI", 42, 0))
	link = 4
	for entries, strips in pages:
		offsets = []
		for strip in strips:
			offsets.append(len(content))
			content += strip + bytes(len(strip) % 2)
		where, lengths = (324, 325) if 322 in entries else (273, 279)
		entries = {where: (4, offsets), lengths: (4, [len(strip) for strip in strips]), **entries}
		struct.pack_into(order + "I", content, link, len(content))
		link = directory(content, entries, order)
	return bytes(content)


def directory(content, entries, order):
	"""Appends a directory; returns where the offset of the next one goes."""
	rows, far = b"", len(content) + 2 + 12 * len(entries) + 4
	values = b""
	for tag, (kind, numbers) in sorted(entries.items()):
		packed = struct.pack(order + SIZES[kind] * len(numbers), *numbers)
		rows += struct.pack(order + "HHI", tag, kind, len(numbers))
		if len(packed) <= 4:
			rows += packed.ljust(4, b"\0")
		else:
			rows += struct.pack(order + "I", far + len(values))
			values += packed + bytes(len(packed) % 2)
	content += struct.pack(order + "H", len(entries)) + rows + bytes(4) + values
	return far - 4


def plain(width, height, bits, photometric, bands=1, **more):
	"""The entries of a page; more is tag_NUMBER=value, or a list of values, of 16 bits."""
	entries = {256: (4, [width]), 257: (4, [height]), 258: (3, [bits] * bands), 259: (3, [1]), 262: (3, [photometric]),
		277: (3, [bands]), 278: (4, [height])}
	for name, value in more.items():
		entries[int(name[4:])] = (3, value if isinstance(value, list) else [value])
	return entries
