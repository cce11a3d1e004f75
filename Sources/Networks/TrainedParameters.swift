/// Which parameters a pass computes gradients of, and so how far back it has to go.
struct TrainedParameters {
    /// The first layer with any of them: those before need no gradient. As many as there are layers if there are none.
    let firstLayer: Int
    /// By layer: whether its weights are among them.
    let hasWeights: [Bool]
    /// Biases and normalisations of whose gradients there is no need, though they come with those of the others.
    let spareRanges: [Range<Int>]

    /// - Parameter ranges: a tensor counts as trained if any of it lies in them; nil: all are.
    init(_ network: Network, _ ranges: [Range<Int>]?) {
        func isTrained(_ tensor: Range<Int>) -> Bool { ranges?.contains { $0.overlaps(tensor) } ?? true }
        let others = network.layers.map { layer in
            [layer.linear.bias] + (layer.normalization.map { [$0.weight, $0.bias] } ?? [])
        }
        let hasWeights = network.layers.map { isTrained($0.linear.weight) }
        firstLayer = others.indices.first { hasWeights[$0] || others[$0].contains(where: isTrained) } ?? others.count
        self.hasWeights = hasWeights
        spareRanges = others[firstLayer...].joined().filter { !isTrained($0) }
    }
}
