package org.drsformer.evaluate.score;

import java.util.List;

/**
 * What deraining changed in an image.
 *
 * @param image the file of the rainy image
 * @param changes of each number that could be computed
 * @param problems sentences on what could not be computed
 * @param hasTarget whether a clean image of that name was found, or none is needed
 */
public record Improvement(String image, List<Change> changes, List<String> problems, boolean hasTarget) {}
