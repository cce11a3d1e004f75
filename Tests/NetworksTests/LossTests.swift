import Settings
import Tensors
import Testing

@testable import Networks

@Suite("Every loss")
struct LossTests {
    /// Four rows of three outputs and their targets.
    private static let outputs: [[Double]] = [[0.3, -1.2, 2.0], [0.1, 0.2, -0.4], [-2, 0.9, 0.5], [1.4, 1.1, -0.6]]
    private static let labels = [2, 0, 1, 1]
    private static let numbers: [[Double]] = [[0, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]

    private func batch(_ loss: any Loss, rows: Int = 4) -> Batch {
        let empty = [[Float]](repeating: [], count: rows)
        return loss.targets == .classes
            ? Batch(empty, classes: Self.labels[..<rows].map { Int32($0) })
            : Batch(empty, values: Array(Self.numbers[..<rows]).floats)
    }

    private func formula(_ kind: LossKind, _ smoothing: Double, _ flat: [Double]) -> Double {
        let rows = Self.labels.indices.map { row in
            ReferenceFormulas.value(
                of: kind, outputs: Array(flat[(row * 3)..<(row * 3 + 3)]),
                target: kind == .crossEntropy ? .label(Self.labels[row]) : .numbers(Self.numbers[row]),
                smoothing: smoothing)
        }
        return rows.reduce(0, +) / Double(rows.count)
    }

    /// 1e-6: a few roundings of float32.
    @Test("has the value and the gradient of its formula", arguments: LossKind.allCases, [0, 0.1])
    func agreesWithFormula(_ kind: LossKind, _ smoothing: Double) {
        let loss = ReferenceFormulas.loss(kind, smoothing: smoothing)
        let outputs = Matrix(Self.outputs.floats)
        let gradient = Matrix(rows: 4, columns: 3)
        let terms = Double(loss.terms(outputs))
        let batch = batch(loss)
        let sum = loss.sum(outputs, batch, scale: 1 / Float(terms), gradient: gradient)
        // As float32 has them, so that the difference is the loss's alone.
        let point = outputs.array.map { Double($0) }
        #expect(abs(sum / terms - formula(kind, smoothing, point)) < 1e-6)
        expectClose(
            gradient.array, differences(of: { formula(kind, smoothing, $0) }, at: point), 1e-6, "gradient")
        #expect(abs(loss.sum(outputs, batch) - sum) <= 1e-12 * abs(sum), "value alone")
    }

    /// 1e-6 as above; 800 is its own size's share of it.
    @Test("agrees with PyTorch")
    func agreesWithReference() throws {
        let references = try ReferenceFile.losses()
        #expect(references.count == 9)
        for reference in references {
            let smoothing = reference.loss.hasSuffix("smoothed_0.1") ? 0.1 : 0
            let name = smoothing > 0 ? "cross_entropy" : reference.loss
            let kind = try #require(LossKind(rawValue: name))
            var reader = SettingReader(kind == .huber ? ["delta": .double(0.7)] : [:])
            let loss = try kind.makeLoss(&reader, labelSmoothing: smoothing)
            let outputs = Matrix(reference.input.floats)
            let empty = [[Float]](repeating: [], count: outputs.rows)
            let targets = reference.target.flat
            let columns = outputs.columns
            let batch =
                loss.targets == .classes
                ? Batch(empty, classes: targets.map { Int32($0) })
                : Batch(
                    empty,
                    values: stride(from: 0, to: targets.count, by: columns).map { start in
                        targets[start..<(start + columns)].map { Float($0) }
                    })
            let gradient = Matrix(rows: outputs.rows, columns: columns)
            let terms = loss.terms(outputs)
            let sum = loss.sum(outputs, batch, scale: 1 / Float(terms), gradient: gradient)
            expectClose([Float(sum / Double(terms))], [reference.value], 1e-6, "\(reference.loss)")
            expectClose(gradient.array, reference.gradient.flat, 1e-6, "gradient of \(reference.loss)")
        }
    }

    @Test("stays finite for outputs of ±800, with a gradient that is finite", arguments: LossKind.allCases)
    func staysFinite(_ kind: LossKind) {
        let loss = ReferenceFormulas.loss(kind)
        let outputs = Matrix([[800, -800, 0], [-800, 800, 800], [-800, -800, -800], [800, 800, 800]])
        let gradient = Matrix(rows: 4, columns: 3)
        #expect(loss.sum(outputs, batch(loss), scale: 1, gradient: gradient).isFinite)
        #expect(gradient.array.allSatisfy { $0.isFinite })
    }

    @Test("says not-a-number where an output is none", arguments: LossKind.allCases)
    func saysNotANumber(_ kind: LossKind) {
        let loss = ReferenceFormulas.loss(kind)
        for column in 0..<3 {
            let outputs = Matrix([[0, 0, 0]])
            outputs[0, column] = .nan
            #expect(loss.sum(outputs, batch(loss, rows: 1)).isNaN, "column \(column)")
        }
    }

    @Test("refuses an option that it does not know, by name", arguments: LossKind.allCases)
    func refusesUnknownOptions(_ kind: LossKind) {
        var reader = SettingReader(["gamma": .int(2)], path: "loss")
        #expect {
            try kind.makeLoss(&reader)
        } throws: { error in
            "\(error)".hasPrefix("'loss.gamma': no such setting")
        }
    }

    @Test("refuses options out of range")
    func refusesWrongOptions() {
        var huber = SettingReader(["delta": .int(0)], path: "loss")
        #expect { try LossKind.huber.makeLoss(&huber) } throws: {
            "\($0)" == "'loss.delta' is 0; it must be a number above 0."
        }
        var smooth = SettingReader(["beta": .int(-1)], path: "loss")
        #expect { try LossKind.smoothL1.makeLoss(&smooth) } throws: {
            "\($0)" == "'loss.beta' is -1; it must be a number above 0."
        }
        var squared = SettingReader([:], path: "loss")
        #expect { try LossKind.meanSquaredError.makeLoss(&squared, labelSmoothing: 0.1) } throws: {
            "\($0)" == "'label_smoothing' is 0.1; the loss 'mse' has no labels to smooth."
        }
    }
}
