import Foundation
import SweepRuns
import Sweeps

/// A sweep file in a folder of its own, and a store beside it; its trials would run nothing.
final class SampleSweep {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "runs-\(UUID().uuidString)")

    let text: String

    init(_ text: String = "parameters: {lr: [0.1, 0.2]}\nseeds: 2\n") throws {
        self.text = text
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: "sample.yaml"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var store: String { folder.appending(path: "results/sweeps.sqlite").path }

    /// - Parameter objective: what is usual for its data.
    func prepare(objective: Objective = Objective(metric: "cost", goal: .minimize)) throws -> PreparedSweep {
        try prepare { _ in objective }
    }

    /// - Parameter most: how many configurations are wanted at most.
    func prepare(configurations most: Int) throws -> PreparedSweep {
        try PreparedSweep(
            file: folder.appending(path: "sample.yaml").path, checking: .constant { _ in nil }, configurations: most)
    }

    /// - Parameter objective: what is usual for the data of a configuration.
    func prepare(_ objective: @escaping @Sendable (Configuration) -> Objective?) throws -> PreparedSweep {
        try PreparedSweep(file: folder.appending(path: "sample.yaml").path, checking: .constant(objective))
    }
}

extension ConfigurationCheck {
    /// Every configuration is fine and takes ten steps.
    static func constant(_ objective: @escaping @Sendable (Configuration) -> Objective?) -> ConfigurationCheck {
        ConfigurationCheck(
            defaultObjective: { configuration, _ in objective(configuration) },
            summary: { _, _, _ in
                ConfigurationSummary(
                    fingerprint: "f",
                    training: .init(
                        data: .init(
                            name: "none", trainingExamples: 1, devExamples: 0, testExamples: 0, features: 1,
                            classes: nil, skipped: [], notes: ["'x' is not used"]),
                        parameters: 1, totalSteps: 10))
            })
    }
}
