import Analysis
import Sweeps
import Testing

@Suite("The step of an objective")
struct ResolutionTests {
    private func resolution(_ values: [[Double]], data: [String] = []) -> Double {
        let outcomes = values.enumerated().map { index, values in
            let one = outcome(index + 1, .finished, values)
            guard !data.isEmpty else { return one }
            return TrialOutcome(
                trial: Trial(configuration: one.trial.configuration, seed: 1, data: data[index]),
                configurationNumber: one.configurationNumber, state: one.state, summaries: one.summaries, seconds: nil)
        }
        return Ranking(of: outcomes, by: Objective()).resolution
    }

    @Test("accuracies tell the size of the dev set", arguments: [3, 10, 359, 997, 1_000, 7_390, 10_000, 50_000])
    func accuracies(size: Int) {
        let counts = [0.51, 0.83, 0.97, 0.9713, 0.62, 0.333].map { Int($0 * Double(size)) }
        let values = counts.map { [Double($0) / Double(size), Double(size - 1) / Double(size)] }
        #expect(resolution(values) == 1 / Double(size))
    }

    @Test("numbers written with two decimals go in hundredths, also above 1")
    func decimals() {
        #expect(resolution([[0.91], [0.87], [12.34]]) == 0.01)
    }

    @Test("losses go in no steps, and neither does anything that zero and one alone were seen of")
    func none() {
        #expect(resolution([[0.12345678901234], [0.5], [0.75]]) == 0)
        #expect(resolution([[0.9876543], [Double(Float(0.1))]]) == 0)
        #expect(resolution([[1], [0], [1]]) == 0)
        #expect(resolution([[.nan], [.infinity], [1e300], [-1e-300]]) == 0)
        #expect(resolution([[.nan], [.infinity]]) == 0)
        #expect(resolution([]) == 0)
        #expect(resolution([[1.0 / 99_991], [1.0 / 99_989]]) == 0)
    }

    @Test("of several data sets the smallest has the coarsest step")
    func coarsest() {
        #expect(resolution([[0.75], [0.5], [0.123]], data: ["a", "a", "b"]) == 0.25)
    }
}
