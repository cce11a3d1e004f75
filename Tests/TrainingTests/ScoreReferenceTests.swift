import Datasets
import Foundation
import Networks
import Tensors
import Testing

@testable import Training

/// Against what scikit-learn says; `Reference/make_scores.py` makes the cases.
@Suite("Scores")
struct ScoreReferenceTests {
    struct Cases: Decodable {
        struct Case: Decodable, CustomTestStringConvertible {
            let name: String
            let outputs: [[Float]]
            let classes: [Int32]?
            let targets: [Float]?
            let expected: [String: Double]

            var testDescription: String { name }
        }

        let classifications: [Case]
        let regressions: [Case]

        static let stored: Cases? = Bundle.module.url(
            forResource: "scores", withExtension: "json", subdirectory: "Reference"
        ).flatMap { try? JSONDecoder().decode(Cases.self, from: Data(contentsOf: $0)) }
        static var all: [Case] { (stored?.classifications ?? []) + (stored?.regressions ?? []) }
    }

    /// Examples whose features are a network's outputs, and a network that hands them on.
    private func scores(_ one: Cases.Case, loss: (any Loss)? = nil) throws -> [Score: Double] {
        let outputs = one.outputs[0].count
        let classes = max(outputs, 2)
        let targets: Targets = try one.classes.map { .classes($0, count: classes) } ?? .values(#require(one.targets))
        let usual: any Loss =
            if one.classes == nil { MeanSquaredError() } else if outputs == 1 { BinaryCrossEntropy() } else {
                CrossEntropy()
            }
        let network = Network(Architecture(inputs: outputs, hidden: [], outputs: outputs, activation: .relu))
        for row in 0..<outputs { network.parameters[row * outputs + row] = 1 }
        let examples = try LabelledExamples(
            RowSource(rows: one.outputs, targets: targets), for: loss ?? usual, outputs: outputs)
        return Evaluator(network, loss ?? usual, largest: one.outputs.count).evaluate(examples).scores
    }

    @Test("are scikit-learn's", arguments: Cases.all)
    func reference(_ one: Cases.Case) throws {
        var scores = try scores(one)
        scores[.loss] = nil
        #expect(Set(scores.keys.map(\.rawValue)) == Set(one.expected.keys))
        for (score, value) in scores {
            let expected = try #require(one.expected[score.rawValue])
            // Cross-entropies are summed of numbers with seven digits; the others are counted or summed exactly enough.
            let tolerance = (score == .crossEntropy ? 1e-6 : 1e-11) * max(1, abs(expected))
            #expect(abs(value - expected) <= tolerance, "\(score.rawValue): \(value), not \(expected)")
        }
    }

    @Test("there are cases of both kinds")
    func cases() {
        #expect(Cases.stored?.classifications.count == 14 && Cases.stored?.regressions.count == 7)
    }

    @Test("do not hang on the loss, which only adds its own")
    func lossApart() throws {
        let one = try #require(Cases.stored?.classifications.first)
        var (plain, smooth) = (try scores(one), try scores(one, loss: CrossEntropy(labelSmoothing: 0.3)))
        #expect(plain[.loss] == plain[.crossEntropy] && smooth[.loss] != smooth[.crossEntropy])
        (plain[.loss], smooth[.loss]) = (nil, nil)
        #expect(plain == smooth)
        let other = try #require(Cases.stored?.regressions.first)
        for loss in [MeanAbsoluteError(), Huber(), SmoothL1()] as [any Loss] {
            var (squared, robust) = (try scores(other), try scores(other, loss: loss))
            #expect(squared[.loss] != robust[.loss])
            (squared[.loss], robust[.loss]) = (nil, nil)
            #expect(squared == robust)
        }
    }

    @Test("order keys as numbers are ordered, also where there are many", arguments: [1, 2, 47, 48, 1000])
    func keys(count: Int) {
        let numbers = (0..<count).map { (index: Int) -> Float in
            let whole = Float((index * 7919) % 1009 - 500)
            return index % 3 == 0 ? whole * 1e-3 : whole * 1e4
        }
        let sorted: [Float] = numbers.sorted()
        let middle = (Double(sorted[(count - 1) / 2]) + Double(sorted[count / 2])) / 2
        let guess = ConstantGuess(from: .values(numbers), on: .values([0, 0]), loss: MeanAbsoluteError())
        #expect(guess.scores[.meanAbsoluteError] == abs(middle))
    }

    @Test("of a constant guess are those of the mean, the median, the most frequent class and the classes' shares")
    func constantGuess() {
        let values = ConstantGuess(from: .values([1, 2, 6]), on: .values([2, 4]), loss: MeanSquaredError()).scores
        #expect(values[.rootMeanSquaredError] == 1 && values[.loss] == 1 && values[.r2] == 0)
        #expect(values[.meanAbsoluteError] == 1)
        let classes = ConstantGuess(
            from: .classes([0, 1, 1, 1], count: 2), on: .classes([0, 1, 1], count: 2), loss: BinaryCrossEntropy()
        ).scores
        #expect(classes[.accuracy] == 2.0 / 3 && classes[.balancedAccuracy] == 0.5 && classes[.auc] == 0.5)
        #expect(classes[.f1] == 0.4)
        let entropy = -(log(0.25) + 2 * log(0.75)) / 3
        #expect(abs((classes[.crossEntropy] ?? 0) - entropy) < 1e-15 && classes[.loss] == classes[.crossEntropy])
        let unseen = ConstantGuess(
            from: .classes([0, 0, 1], count: 3), on: .classes([2, 0], count: 3),
            loss: CrossEntropy(labelSmoothing: 0.1)
        ).scores
        #expect(unseen[.crossEntropy] == nil && unseen[.loss] == nil && unseen[.accuracy] == 0.5)
    }
}
