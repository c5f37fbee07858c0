"""AVI files."""
import json

import numpy as np

from corpus import gray, rgb, run, soft
from readers import ffmpeg

FFMPEG = "ffmpeg"


def make(corpus):
	for rate in ("1/10", "25/2", "24000/1001", "120"):
		first, _, second = rate.partition("/")
		name = f"rate{float(first) / float(second or 1):.4g}.avi"
		video(corpus, name, [soft(seed, 24, 16) for seed in (200, 201)], "bgr24", ["-c:v", "rawvideo"], rate=rate)
	for width in (22, 23):
		video(corpus, f"raw_rgb_width{width}.avi", [rgb(8, seed, width) for seed in (202, 203)], "bgr24",
			["-c:v", "rawvideo"])
	for width in (24, 23):
		video(corpus, f"raw_gray_width{width}.avi", [gray(8, seed, width) for seed in (204, 205)], "gray",
			["-c:v", "rawvideo"])
	colors, grays = [rgb(8, seed) for seed in (206, 207, 208)], [gray(8, seed) for seed in (206, 207, 208)]
	video(corpus, "png.avi", colors, "rgb24", ["-c:v", "png", "-vtag", "png "])
	video(corpus, "png_gray.avi", grays, "gray", ["-c:v", "png", "-vtag", "png "])
	video(corpus, "mpng.avi", colors, "rgb24", ["-c:v", "png"], remark="called MPNG, as ffmpeg does")
	video(corpus, "raw_bgra.avi", colors, "bgra", ["-c:v", "rawvideo"])
	video(corpus, "raw_555.avi", colors, "rgb555le", ["-c:v", "rawvideo"], "refused: video", None)
	for sampling in ("yuvj420p", "yuvj422p", "yuvj444p"):
		video(corpus, f"mjpeg_{sampling[4:7]}.avi", [soft(seed, 32, 24) for seed in (209, 210)], sampling,
			["-c:v", "mjpeg", "-q:v", "3"], "within 4", 70)
	video(corpus, "mjpeg_odd.avi", [soft(seed) for seed in (211, 212)], "yuvj444p", ["-c:v", "mjpeg", "-q:v", "3"],
		"within 4", 70)
	video(corpus, "sound.avi", [rgb(8, seed, 24, 16) for seed in (213, 214)], "bgr24",
		["-f", "lavfi", "-i", "sine=d=0.2:r=8000", "-c:a", "pcm_u8", "-c:v", "rawvideo"], remark="with sound")
	for codec, pixels in (("mpeg4", "yuv420p"), ("huffyuv", "yuv422p"), ("ffv1", "yuv444p")):
		video(corpus, f"{codec}.avi", [soft(seed, 32, 24) for seed in (215, 216)], pixels, ["-c:v", codec],
			"refused: video", None)
	video(corpus, "yuyv.avi", [soft(seed, 24, 16) for seed in (217, 218)], "yuyv422", ["-c:v", "rawvideo"],
		"within 4", 70)


def video(corpus, name, frames, pixels, arguments, verdict="equal", tolerance=0, rate="25", remark=""):
	height, width = frames[0].shape[:2]
	kind = "gray" if frames[0].ndim == 2 else "rgb24"
	run("ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", kind, "-s", f"{width}x{height}", "-r", rate,
		"-i", "-", *arguments, "-pix_fmt", pixels, "-fflags", "+bitexact", "-flags:v", "+bitexact", corpus.path(name),
		stdin=np.stack(frames).tobytes())
	read = ffmpeg(corpus.path(name), kind)
	source = None if tolerance is None else frames
	corpus.add(name, FFMPEG, FFMPEG, read, verdict, remark, source, tolerance or 0, fps=frame_rate(corpus.path(name)))


def frame_rate(path):
	"""Frames per second, of the stream."""
	streams = json.loads(run("ffprobe", "-v", "error", "-select_streams", "v", "-show_streams", "-of", "json", path))
	number, by = streams["streams"][0]["r_frame_rate"].split("/")
	return f"{int(number) / int(by):.6g}"
