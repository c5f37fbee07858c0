/**
 * DRSformer for Fiji: removes rain from images with the sparse transformer DRSformer (CVPR 2023), and measures image
 * quality as the deraining literature does.
 * <p>
 * A package uses only those below it in this list, and those that are inside of it; {@code docs/architecture.md} shows
 * all of them with their arrows:
 * <ul>
 * <li>{@link org.drsformer.cli}, {@link org.drsformer.command}, {@link org.drsformer.macro}: the three faces. They
 * parse, call and show.</li>
 * <li>{@link org.drsformer.check}: looks whether everything is there that deraining needs.</li>
 * <li>{@link org.drsformer.batch}: removes rain from files and folders.</li>
 * <li>{@link org.drsformer.train}: trains and fine-tunes.</li>
 * <li>{@link org.drsformer.evaluate}: scores results against clean images.</li>
 * <li>{@link org.drsformer.derain}: removes rain from images.</li>
 * <li>{@link org.drsformer.model}: the models at hand, by name.</li>
 * <li>{@link org.drsformer.network}: DRSformer itself, one class for each block of the paper.</li>
 * <li>{@link org.drsformer.checkpoint}: reads and writes {@code .pth} files.</li>
 * <li>{@link org.drsformer.rain}: synthetic rain.</li>
 * <li>{@link org.drsformer.metric}: PSNR, SSIM, luma and the protocols of papers.</li>
 * <li>{@link org.drsformer.image}: images of ImageJ and of files, as ImgLib2 images and as what the network takes.</li>
 * <li>{@link org.drsformer.engine}: PyTorch, by DJL.</li>
 * <li>{@link org.drsformer.io}: how files are written, named and kept apart.</li>
 * </ul>
 * This package itself has what all of them share: failures as sentences, and progress that can be cancelled.
 * <p>
 * What scripts and other plugins may call:
 * <ul>
 * <li>from SciJava: the commands in {@link org.drsformer.command}, and {@link org.drsformer.command.DerainService}</li>
 * <li>images: {@link org.drsformer.derain.Derainer}, {@link org.drsformer.derain.DerainSettings},
 * {@link org.drsformer.derain.SharedDerainers}, {@link org.drsformer.derain.imageplus.ImagePlusDerainer}</li>
 * <li>files: {@link org.drsformer.batch.DerainFiles}</li>
 * <li>models: {@link org.drsformer.model.ModelLibrary}</li>
 * <li>scores: {@link org.drsformer.metric.Protocol}, {@link org.drsformer.evaluate.Evaluation},
 * {@link org.drsformer.evaluate.imageplus.ImagePlusScore}</li>
 * <li>rain: {@link org.drsformer.rain.RainSynthesizer}</li>
 * <li>training: {@link org.drsformer.train.Training}</li>
 * <li>progress and failures: {@link org.drsformer.Progress}, {@link org.drsformer.DrsformerException}</li>
 * </ul>
 * {@code docs/api.md} has the whole list. Other classes may change with any version, also where Java needs them to be
 * public.
 *
 * <pre>
 * Model model = ModelLibrary.ofUser().find("compact");
 * try (Derainer derainer = new Derainer(DerainSettings.of(model))) {
 * 	RandomAccessibleInterval&lt;ARGBType&gt; clean = derainer.derain(rainy);
 * }
 * </pre>
 */
package org.drsformer;
