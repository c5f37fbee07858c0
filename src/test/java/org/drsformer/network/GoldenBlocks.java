package org.drsformer.network;

import static org.drsformer.network.layer.Activations.relu;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.LayerNorm;
import org.drsformer.network.layer.LoadedWeights;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * The blocks of a golden network, each of which is run by itself on the golden output of the block before it. If a
 * block does more than the module of the original, the missing operations are applied to the golden value.
 */
final class GoldenBlocks {

	/** The result of a block for its golden input, and the expected result. */
	record GoldenBlock(Function<Strips, NDArray> actual, NDArray expected) {}

	private final GoldenNetwork golden;
	private final NDManager manager;
	private final Parameters parameters;
	private final Configuration configuration;
	private final Map<String, GoldenBlock> blocks = new LinkedHashMap<>();

	private GoldenBlocks(final GoldenNetwork golden, final NDManager manager) {
		this.golden = golden;
		this.manager = manager;
		parameters = Parameters.of(new LoadedWeights(golden.weights(), manager, 0));
		configuration = golden.configuration();
	}

	/** Returns the blocks by the names of the original. */
	static Map<String, GoldenBlock> of(final GoldenNetwork golden, final NDManager manager) {
		final GoldenBlocks all = new GoldenBlocks(golden, manager);
		all.ends();
		if (all.configuration.mefc())
			all.experts();
		if (all.configuration.architecture() == Architecture.RESTORMER)
			all.restormer();
		else
			all.drsformer();
		return all.blocks;
	}

	private void drsformer() {
		transformerBlock();
		halves("encoder_level1.0");
		attention();
		stages();
		resampling();
	}

	/** Adds the blocks of which the fixtures hold input and output. */
	private void restormer() {
		if (configuration.dualPixel())
			return;
		transformerBlock();
		attention("encoder_level1", act("patch_embed"));
		stage("encoder_level1", 0, act("patch_embed"));
		stage("encoder_level2", 1, act("down1_2"));
		stage("decoder_level3", 2, act("reduce_chan_level3"));
		stage("decoder_level1", 0, merged());
		refinement();
		down("down1_2", "encoder_level1");
		up("up4_3", "latent");
		up("up2_1", "decoder_level2");
		reduce("reduce_chan_level3", "up4_3", "latent", "encoder_level3");
		merge();
	}

	private void refinement() {
		final Stage refinement = new Stage(configuration.architecture(), parameters.at("refinement"),
			configuration.refinement());
		add("refinement", strips -> refinement.forward(act("decoder_level1"), strips));
	}

	/** Returns the golden output of a module. That of {@code encoder_level1} is stored as that of its only block. */
	private NDArray act(final String module) {
		return golden.map("acts/" + (module.equals("encoder_level1") ? module + ".0" : module) + ".npy", manager);
	}

	/** Adds a block whose output is a golden value. */
	private void add(final String module, final Function<Strips, NDArray> actual) {
		add(module, actual, act(module));
	}

	private void add(final String name, final Function<Strips, NDArray> actual, final NDArray expected) {
		blocks.put(name, new GoldenBlock(actual, expected));
	}

	private static NDArray convolve(final Convolution convolution, final NDArray x, final Strips strips) {
		return strips.map(x, PixelCost.of(convolution), (strip, haloed) -> strip.crop(convolution.forward(haloed)));
	}

	private void ends() {
		final Convolution embed = Convolution.dense(parameters.at("patch_embed"), "proj");
		add("patch_embed", strips -> convolve(embed, act("input"), strips));
		final Convolution output = Convolution.dense(parameters, "output");
		final NDArray last = act(lastFeatures());
		final NDArray refined = configuration.dualPixel() ? last.add(act("skip_conv")) : last;
		add("output", strips -> convolve(output, refined, strips));
		final RestorationNetwork network = golden.build(manager);
		add("final", strips -> network.forward(act("input"), strips));
	}

	private String firstFeatures() {
		return configuration.mefc() ? "encoder_level0" : "patch_embed";
	}

	private String lastFeatures() {
		return configuration.mefc() || configuration.refinement() > 0 ? "refinement" : "decoder_level1";
	}

	private void experts() {
		final Parameters group = parameters.at("encoder_level0").at("layers").at(1);
		final ExpertGate gate = new ExpertGate(parameters.at("encoder_level0").at("layers").at(0).at("ca_fc"));
		add("encoder_level0.layers.0", strips -> gate.forward(act("patch_embed"), strips), gateWeights());
		final Pointwise preprocess = Pointwise.of(group.at("preprocess").at("op"), "0");
		add("encoder_level0.layers.1.preprocess", strips -> relu(preprocess.forward(act("patch_embed"))));
		for (int i = 0; i < CompensatorStep.EXPERTS; i++)
			expert(i, group.at("_ops").at(0).at("_ops").at(i).at("op"));
		final CompensatorStep step = new CompensatorStep(group.at("_ops").at(0));
		final NDArray before = act("encoder_level0.layers.1.preprocess");
		add("encoder_level0.layers.1._ops.0",
			strips -> step.forward(before.duplicate(), gateWeights().get(":, 0"), strips),
			relu(before.add(act("encoder_level0.layers.1._ops.0"))));
		add("encoder_level0",
			strips -> new FeatureCompensator(parameters.at("encoder_level0")).forward(act("patch_embed"), strips));
		add("refinement",
			strips -> new FeatureCompensator(parameters.at("refinement")).forward(act("decoder_level1"), strips));
	}

	/** The original applies the softmax outside of its module. */
	private NDArray gateWeights() {
		final float[] logits = golden.array("acts/encoder_level0.layers.0.npy").floats();
		return manager.create(logits, new Shape(1, logits.length / CompensatorStep.EXPERTS, CompensatorStep.EXPERTS))
			.softmax(-1);
	}

	/** Adds an expert with its last 1x1 convolution, which the step merges with the next operation. */
	private void expert(final int index, final Parameters op) {
		final boolean separable = index < 4;
		final boolean average = index == CompensatorStep.EXPERTS - 1;
		final Expert expert = average ? Expert.averagePool() : separable ? Expert.separable(op) : Expert.dilated(op);
		final NDArray x = act("encoder_level0.layers.1.preprocess");
		add("encoder_level0.layers.1._ops.0._ops." + index, strips -> {
			final NDArray result = strips.map(x, new PixelCost(6, 1, 1),
				(strip, haloed) -> strip.crop(expert.forward(haloed)));
			return average ? result : Pointwise.of(op, separable ? "4" : "1").forward(result);
		});
	}

	private void transformerBlock() {
		final String name = "encoder_level1.0";
		final Parameters block = parameters.at("encoder_level1").at(0);
		final LayerNorm norm1 = LayerNorm.of(block.at("norm1"));
		final LayerNorm norm2 = LayerNorm.of(block.at("norm2"));
		final NDArray x = act(firstFeatures());
		final NDArray attended = x.add(act(name + ".attn"));
		add(name + ".norm1", strips -> norm1.forward(x));
		add(name + ".norm2", strips -> norm2.forward(attended));
		add(name + ".attn.qkv", strips -> Pointwise.of(block.at("attn"), "qkv").forward(act(name + ".norm1")));
		final Convolution depthwise = Convolution.depthwise(block.get("attn.qkv_dwconv.weight"),
			block.find("attn.qkv_dwconv.bias"));
		add(name + ".attn.qkv_dwconv", strips -> convolve(depthwise, act(name + ".attn.qkv"), strips));
		final Block feedForward = configuration.architecture() == Architecture.RESTORMER
			? new GatedFeedForward(block.at("ffn"), norm2)
			: new MixedScaleFeedForward(block.at("ffn"), norm2);
		add(name + ".ffn", strips -> feedForward.forward(attended.duplicate(), strips).sub(attended));
		add(name, strips -> new TransformerBlock(configuration.architecture(), block).forward(x.duplicate(), strips));
	}

	private void halves(final String name) {
		final Parameters ffn = parameters.at(name).at("ffn");
		half(name, ffn, "dwconv3x3_1", 0);
		half(name, ffn, "dwconv5x5_1", 1);
	}

	/**
	 * Adds one half of the feed-forward network. Expected are its columns of project_out times the golden hidden map.
	 */
	private void half(final String name, final Parameters ffn, final String mix, final int index) {
		final NDArray hidden = relu(act(name + ".ffn." + mix));
		final long width = hidden.getShape().get(3);
		final NDArray columns = Pointwise.of(ffn, "project_out")
			.weight()
			.get(new NDIndex().addAllDim().addSliceDim(index * width, (index + 1) * width));
		final MixedScaleHalf half = new MixedScaleHalf(ffn, mix, index);
		add(name + ".ffn." + mix, strips -> strips.map(act(name + ".norm2"), new PixelCost(4, 6 * width, 1),
			(strip, haloed) -> half.forward(haloed, strip)), new Pointwise(columns, null).forward(hidden));
	}

	private void attention() {
		attention("encoder_level1", act(firstFeatures()));
		attention("encoder_level2", act("down1_2"));
		attention("latent", act("down3_4"));
		attention("decoder_level1", merged());
	}

	private void attention(final String stage, final NDArray x) {
		final Parameters block = parameters.at(stage).at(0);
		final ChannelAttention attention = new ChannelAttention(configuration.architecture(), block.at("attn"),
			LayerNorm.of(block.at("norm1")));
		add(stage + ".0.attn", strips -> attention.forward(x.duplicate(), strips).sub(x));
	}

	private NDArray merged() {
		return act("up2_1").concat(act("encoder_level1"), 3);
	}

	private void stages() {
		stage("encoder_level1", 0, act(firstFeatures()));
		stage("encoder_level2", 1, act("down1_2"));
		stage("encoder_level3", 2, act("down2_3"));
		stage("latent", 3, act("down3_4"));
		stage("decoder_level3", 2, act("reduce_chan_level3"));
		stage("decoder_level2", 1, act("reduce_chan_level2"));
		stage("decoder_level1", 0, merged());
	}

	private void stage(final String name, final int level, final NDArray x) {
		final Stage stage = new Stage(configuration.architecture(), parameters.at(name),
			configuration.blocks().get(level));
		add(name, strips -> stage.forward(x.duplicate(), strips));
	}

	private void resampling() {
		down("down1_2", "encoder_level1");
		down("down2_3", "encoder_level2");
		down("down3_4", "encoder_level3");
		up("up4_3", "latent");
		up("up3_2", "decoder_level3");
		up("up2_1", "decoder_level2");
		reduce("reduce_chan_level3", "up4_3", "latent", "encoder_level3");
		reduce("reduce_chan_level2", "up3_2", "decoder_level3", "encoder_level2");
		merge();
	}

	private void merge() {
		final Merge merge = Merge.concatenating(parameters.at("up2_1"));
		add("up2_1 with encoder_level1", strips -> merge.forward(act("decoder_level2"), act("encoder_level1"), strips),
			merged());
	}

	private void down(final String name, final String input) {
		final Downsample down = new Downsample(parameters.at(name));
		add(name, strips -> down.forward(act(input), strips));
	}

	private void up(final String name, final String input) {
		final Upsample up = new Upsample(parameters.at(name));
		add(name, strips -> strips.map(act(input), up.cost(), up::forward));
	}

	private void reduce(final String name, final String up, final String input, final String skip) {
		final Merge merge = Merge.reducing(parameters.at(up), parameters, name);
		add(name, strips -> merge.forward(act(input), act(skip), strips));
	}
}
