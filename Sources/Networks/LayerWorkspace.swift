import Tensors

/// What a pass keeps of one layer, for batches up to its capacity.
struct LayerWorkspace {
    /// The linear layer's sums, or what took their place; `[capacity, outputs]`, as all matrices here.
    let sums: Matrix
    /// After the activation; the same memory as `sums` unless the activation keeps those.
    let values: Matrix
    let dropped: Dropped?
    let normalization: BatchNormalization.Workspace?
    /// With respect to the values on the way in, to the sums on the way out.
    let gradient: Matrix

    struct Dropped {
        let mask: Matrix
        /// The values that are left.
        let values: Matrix
    }

    init(_ layer: Network.Layer, capacity: Int, isHidden: Bool, keepsSums: Bool, dropsOut: Bool, trains: Bool) {
        let width = layer.linear.outputs
        func matrix() -> Matrix { Matrix(rows: capacity, columns: width) }
        sums = matrix()
        values = isHidden && keepsSums ? matrix() : sums
        dropped = isHidden && dropsOut ? Dropped(mask: matrix(), values: matrix()) : nil
        normalization =
            trains && layer.normalization != nil ? BatchNormalization.Workspace(capacity: capacity, width: width) : nil
        gradient = trains ? matrix() : Matrix(rows: 0, columns: width)
    }

    /// What the next layer gets.
    var output: Matrix { dropped?.values ?? values }
}
