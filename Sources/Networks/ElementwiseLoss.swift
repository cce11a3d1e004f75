public import Tensors

/// A loss that sums a function of single outputs and their targets.
public protocol ElementwiseLoss: Loss {
    /// Value and gradient of all elements, with the kind's one number.
    var kernel: ElementwiseLossKernel { get }
}

public struct ElementwiseLossKernel {
    let value: (UnsafePointer<Float>?, UnsafePointer<Float>?, Int, Float) -> Double
    let gradient:
        (UnsafePointer<Float>?, UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int, Float, Float) -> Double
    let option: Float
}

extension ElementwiseLoss {
    public var targets: TargetForm { .values }

    public func terms(_ outputs: Matrix) -> Int { outputs.count }

    public func sum(_ outputs: Matrix, _ batch: Batch) -> Double {
        check(outputs, batch)
        return kernel.value(outputs.pointer, batch.values.pointer, outputs.count, kernel.option)
    }

    public func sum(_ outputs: Matrix, _ batch: Batch, scale: Float, gradient: Matrix) -> Double {
        check(outputs, batch)
        precondition(gradient.count == outputs.count, "a gradient of another shape")
        return kernel.gradient(
            outputs.pointer, batch.values.pointer, gradient.pointer, outputs.count, scale, kernel.option)
    }

    private func check(_ outputs: Matrix, _ batch: Batch) {
        precondition(
            outputs.rows == batch.count && outputs.columns == batch.values.columns,
            "outputs [\(outputs.rows), \(outputs.columns)] for targets [\(batch.count), \(batch.values.columns)]")
    }
}
