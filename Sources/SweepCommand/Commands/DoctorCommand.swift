import ArgumentParser
import Foundation
import ResultsStore
import Settings
import SweepRuns
import Sweeps
import Workloads

/// `sweep doctor`: whether the store is sound and agrees with the sweeps' folders.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the store and the sweeps' folders, and mend them.",
        discussion: """
            It checks the database, makes every trial anew from its folder and compares each row, and reads every \
            checkpoint. It changes nothing without '--mend'. With it, what differs is read again from the journals; a \
            store that is missing or damaged is made anew from them, and the damaged file is kept beside it.
            """)

    /// A line of the answer.
    private struct Line {
        let finding: String
        let remedy: String?
        let isMendable: Bool
    }

    @Flag(help: "Mend what can be mended.")
    var mend = false

    @OptionGroup var options: StoreOptions

    func run() throws {
        var doctor = StoreDoctor(path: options.path, mends: mend, checkpoints: .workloads) {
            options.output.message(SafeText.escaping($0.words))
        }
        let store = try doctor.examine()
        let lines =
            doctor.findings.map {
                Line(finding: $0.problem.words, remedy: $0.remedy?.words, isMendable: $0.isMendable)
            } + preparedData()
        try options.output.result(options.json ? json(lines) : try text(lines, store))
        guard lines.allSatisfy({ $0.remedy != nil }) else {
            if !mend, lines.contains(where: { $0.remedy == nil && $0.isMendable }) {
                options.output.message("'sweep doctor --mend' mends what can be mended.")
            }
            throw ExitCode(65)
        }
    }

    /// What is wrong with the data that were prepared beside the store.
    private func preparedData() -> [Line] {
        PreparedData.damagedFiles(in: options.dataCachePath).map { path in
            Line(
                finding: "The prepared data '\(path)' are damaged.",
                remedy: mend && unlink(path) == 0 ? "removed; a run prepares them anew" : nil, isMendable: true)
        }
    }

    private func text(_ findings: [Line], _ store: ResultsStore?) throws -> String {
        var lines = findings.map { line in
            SafeText.escaping(line.finding + (line.remedy.map { " Mended: \($0)." } ?? ""))
        }
        if let store {
            let sweeps = try store.sweeps()
            let trials = try sweeps.map { try store.trials(of: $0.id).count }.reduce(0, +)
            let isSound = findings.allSatisfy { $0.remedy != nil }
            lines.append(
                "The store '\(SafeText.escaping(store.path))'\(isSound ? " is sound:" : " has") "
                    + "\(Phrases.count(sweeps.count, "sweep")), \(Phrases.count(trials, "trial")).")
        }
        return lines.joined(separator: "\n")
    }

    private func json(_ lines: [Line]) -> String {
        SettingValue.list(
            lines.map {
                .mapping([
                    "finding": .string($0.finding), "remedy": SettingValue($0.remedy),
                    "is_mendable": .bool($0.isMendable),
                ])
            }
        ).canonicalJSON
    }
}
