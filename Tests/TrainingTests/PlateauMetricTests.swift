import Optimizers
import Settings
import Testing
import Training

@Suite struct PlateauMetricTests {
    @Test("a plateau follows each score the way that is better", arguments: Score.allCases)
    func mode(score: Score) throws {
        let metric = Metric.score(score, of: .dev)
        var reader = SettingReader(["metric": .string(metric.rawValue)], path: "decay")
        #expect(try Plateau(&reader).mode == (metric.naturalGoal == .maximize ? .max : .min))
    }
}
