/**
 * DRSformer for Fiji: removes rain from images with the sparse transformer DRSformer (CVPR 2023), and measures image
 * quality as the deraining literature does.
 * <p>
 * A package uses only those below it in this list, and those that are inside of it; {@code docs/architecture.md} has
 * the whole picture:
 * <ul>
 * <li>{@link org.drsformer.cli}, {@link org.drsformer.command}, {@link org.drsformer.macro}: the three faces. They
 * parse, call and show.</li>
 * <li>{@link org.drsformer.batch}, {@link org.drsformer.check}: derain files and folders; look whether everything is
 * there.</li>
 * <li>{@link org.drsformer.derain}, {@link org.drsformer.evaluate}, {@link org.drsformer.train}: derain images, score
 * them, train and fine-tune.</li>
 * <li>{@link org.drsformer.model}: the models at hand, by name.</li>
 * <li>{@link org.drsformer.network}: DRSformer itself, one class for each block of the paper.</li>
 * <li>{@link org.drsformer.checkpoint}: reads and writes {@code .pth} files.</li>
 * <li>{@link org.drsformer.metric}: PSNR, SSIM, luma and the protocols of papers.</li>
 * <li>{@link org.drsformer.rain}: synthetic rain.</li>
 * <li>{@link org.drsformer.image}: images of Fiji and of files, as ImgLib2 images and as what the network takes.</li>
 * <li>{@link org.drsformer.engine}: PyTorch, by DJL.</li>
 * <li>{@link org.drsformer.io}: how files are written.</li>
 * </ul>
 * This package itself has what all of them share: failures as sentences, and progress that can be cancelled.
 *
 * <pre>
 * Model model = ModelLibrary.ofUser().find("compact");
 * try (Derainer derainer = new Derainer(DerainSettings.of(model))) {
 * 	RandomAccessibleInterval&lt;ARGBType&gt; clean = derainer.derain(rainy);
 * }
 * </pre>
 */
package org.drsformer;
