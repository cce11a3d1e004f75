import Randomness
import Settings
import Testing

@testable import Analysis

@Suite("Marginals of trees")
struct TreeMarginalsTests {
    /// Every combination of levels once, with a function of the levels as the objective.
    private func wholeSpace(_ levelCounts: [Int], _ function: ([Int]) -> Double) -> CodedTable {
        var points: [[Int]] = [[]]
        for count in levelCounts { points = points.flatMap { point in (0..<count).map { point + [$0] } } }
        let columns = levelCounts.indices.map { index in
            ParameterColumn(name: "p\(index)", values: points.map { .int($0[index]) })
        }
        var stream = RandomStream(seed: 1, .bootstrap)
        return CodedTable(columns, objective: points.map(function), filledBy: &stream)
    }

    private func marginals(_ table: CodedTable) -> TreeMarginals {
        let tree = RegressionTree(table, rows: Array(0..<table.count), leastRows: 1)
        return TreeMarginals(tree, levelCounts: table.levelCounts)
    }

    @Test("an additive function has the main effects that one calculates, and no interaction")
    func additive() {
        // Var(3a) = 9 · 2/3 over {0, 1, 2}, Var(b²) = 3.5 − 1.5² … over {0, 1, 2, 3}: {0, 1, 4, 9}.
        let result = marginals(wholeSpace([3, 4, 2]) { Double(3 * $0[0] + $0[1] * $0[1]) })
        #expect(agree(result.mainVariance(0), 6))
        #expect(agree(result.mainVariance(1), 12.25))
        #expect(agree(result.mainVariance(2), 0))
        #expect(agree(result.variance, 18.25))
        #expect(agree(result.interactionVariance(0, 1), 0))
        #expect(agree(result.main[0][2], 6 + 3.5))
    }

    @Test("a function that is all interaction has no main effect")
    func interaction() {
        let result = marginals(wholeSpace([2, 3, 2]) { $0[0] == $0[2] ? 1 : -1 })
        #expect(agree(result.variance, 1))
        #expect(agree(result.interactionVariance(0, 2), 1))
        for parameter in 0..<3 { #expect(agree(result.mainVariance(parameter), 0)) }
        #expect(agree(result.interactionVariance(0, 1), 0))
    }

    @Test("marginals are the averages of the tree's own predictions, however it was cut")
    func bruteForce() {
        var stream = RandomStream(seed: 5, .data)
        let levelCounts = [4, 3, 5, 2]
        let all = wholeSpace(levelCounts) { _ in 0 }
        let noisy = wholeSpace(levelCounts) { _ in stream.normal() }
        // Grown on a third of the space only, so that leaves hold levels that no row has.
        let tree = RegressionTree(noisy, rows: (0..<40).map { $0 * 3 % noisy.count }, leastRows: 2)
        let result = TreeMarginals(tree, levelCounts: levelCounts)
        let predictions = (0..<all.count).map { tree.prediction(all, row: $0) }
        #expect(agree(result.mean, predictions.reduce(0, +) / Double(all.count)))
        for parameter in levelCounts.indices {
            for level in 0..<levelCounts[parameter] {
                let rows = (0..<all.count).filter { Int(all.codes[parameter][$0]) == level }
                let mean = rows.reduce(0) { $0 + predictions[$1] } / Double(rows.count)
                #expect(agree(result.main[parameter][level], mean))
            }
        }
        var joint = 0.0
        for (a, b) in (0..<4).flatMap({ a in (0..<5).map { (a, $0) } }) {
            let rows = (0..<all.count).filter { Int(all.codes[0][$0]) == a && Int(all.codes[2][$0]) == b }
            let mean = rows.reduce(0) { $0 + predictions[$1] } / Double(rows.count)
            let effect = mean - result.main[0][a] - result.main[2][b] + result.mean
            joint += effect * effect / 20
        }
        #expect(agree(result.interactionVariance(0, 2), joint))
    }
}
