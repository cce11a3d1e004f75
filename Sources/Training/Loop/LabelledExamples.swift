public import Datasets
public import Networks
public import Settings
import Tensors

/// A source of examples with its targets in the form that a loss takes.
public struct LabelledExamples {
    let source: any ExampleSource
    private let classes: [Int32]
    private let values: [Float]
    /// The sum of the squares of numbers to predict about their mean; 0 where there are classes.
    let spread: Double

    /// Throws where the loss and the network cannot make anything of the targets.
    ///
    /// - Parameter outputs: the network's.
    public init(_ source: any ExampleSource, for loss: any Loss, outputs: Int) throws(SettingError) {
        self.source = source
        switch (loss.targets, source.targets) {
        case (.classes, .classes(let classes, let count)):
            try Self.check(outputs == count, "the data have \(count) classes, and the network has \(outputs) outputs")
            (self.classes, values) = (classes, [])
        case (.binary, .classes(let classes, let count)):
            try Self.check(count == 2, "it takes two classes, and the data have \(count)")
            try Self.check(outputs == 1, "it takes one output, and the network has \(outputs)")
            (self.classes, values) = ([], classes.map(Float.init))
        case (.values, .values(let values)):
            try Self.check(outputs == 1, "the data have one number to predict, and the network \(outputs) outputs")
            (classes, self.values) = ([], values)
        case (.values, .classes):
            throw SettingError(path: "loss", value: nil, rule: "it compares numbers, and the data have classes")
        case (.classes, .values), (.binary, .values):
            throw SettingError(path: "loss", value: nil, rule: "it compares classes, and the data have numbers")
        }
        spread = loss.targets == .values ? ErrorSums.spread(values) : 0
        let count = max(self.classes.count, values.count)
        precondition(source.count > 0 && count == source.count, "\(count) targets for \(source.count) examples")
    }

    private static func check(_ isRight: Bool, _ rule: String) throws(SettingError) {
        guard isRight else { throw SettingError(path: "loss", value: nil, rule: rule) }
    }

    public var count: Int { source.count }

    /// Puts the examples at `indices`, each in `0..<count` and at most the batch's capacity of them, into the batch.
    public func fill(_ batch: Batch, _ indices: ArraySlice<Int32>) {
        indices.withUnsafeBufferPointer { fill(batch, $0) }
    }

    func fill(_ batch: Batch, _ indices: UnsafeBufferPointer<Int32>) {
        batch.count = indices.count
        let rows = batch.inputs
        source.gather(indices, into: UnsafeMutableBufferPointer(start: rows.pointer, count: rows.count))
        if values.isEmpty {
            for (place, index) in indices.enumerated() { batch.classes[place] = classes[Int(index)] }
        } else {
            for (place, index) in indices.enumerated() { batch.values.pointer[place] = values[Int(index)] }
        }
    }
}
