"""The trained classifier: reads its weights, labels sentences, tells why.

    words       a sentence as the numbers of its words
    weights     the model file
    network     numbers to scores, in numpy
    labeller    scores to labels, with thresholds, calibration and what stands around
    occlusion   which words carried a label

numpy and the weights are loaded when the first sentence is labelled, not before.
"""
