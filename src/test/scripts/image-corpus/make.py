#!/usr/bin/env python3
"""
Makes the image files of src/test/resources/corpus, what is right for each, and the list of verdicts. With Debian 12's

	apt-get install imagemagick libtiff-tools libjpeg-turbo-progs ffmpeg webp netpbm exiftool python3-pil python3-numpy
	/usr/bin/python3 src/test/scripts/image-corpus/make.py [KINDS]

What is right comes from independent readers (never ImageJ, nor the readers of this project), and is compared with what
was put into the file wherever that is known. Nothing has to be made again to run the tests.
"""
import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

import avis  # noqa: E402
import jpegs  # noqa: E402
import pngs  # noqa: E402
import rasters  # noqa: E402
import tiffs  # noqa: E402
from corpus import Corpus  # noqa: E402

FOLDER = Path(__file__).parents[2] / "resources" / "corpus"


def main():
	with tempfile.TemporaryDirectory() as work:
		target = Path(work) / "corpus"
		corpus = Corpus(target, work)
		for kind in (pngs, jpegs, rasters, tiffs, avis):
			kind.make(corpus)
		corpus.finish()
		shutil.rmtree(FOLDER, ignore_errors=True)
		shutil.copytree(target, FOLDER)
		print(f"{len(corpus.rows)} files, {sum(file.stat().st_size for file in FOLDER.rglob('*.*'))} bytes")


if __name__ == "__main__":
	main()
