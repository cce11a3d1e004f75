public import ResultsStore
import Settings
public import SweepRuns
import Sweeps

/// What was found about a store and what lies beside it, and what was done about it.
public struct DoctorReport {
    /// One line of it.
    struct Line {
        let finding: String
        let remedy: String?
        let isMendable: Bool
    }

    let lines: [Line]

    /// - Parameters:
    ///   - damagedData: files with prepared data.
    ///   - isRemoved: whether such a file is gone now.
    public init(_ findings: [StoreFinding], damagedData: [String], isRemoved: (String) -> Bool) {
        lines =
            findings.map { Line(finding: $0.problem.words, remedy: $0.remedy?.words, isMendable: $0.isMendable) }
            + damagedData.map { path in
                Line(
                    finding: "The prepared data '\(path)' are damaged.",
                    remedy: isRemoved(path) ? "removed; a run prepares them anew" : nil, isMendable: true)
            }
    }

    /// Whether nothing is left that is not as it should be.
    public var isSound: Bool { lines.allSatisfy { $0.remedy != nil } }
    /// Whether something is left that can be mended.
    public var isMendable: Bool { lines.contains { $0.remedy == nil && $0.isMendable } }

    /// - Parameter store: as it is now; nil where there is none.
    public func text(_ store: ResultsStore?) throws -> String {
        var lines = lines.map { line in
            SafeText.escaping(line.finding + (line.remedy.map { " Mended: \($0)." } ?? ""))
        }
        if let store {
            let sweeps = try store.sweeps()
            let trials = try sweeps.map { try store.trials(of: $0.id).count }.reduce(0, +)
            lines.append(
                "The store '\(SafeText.escaping(store.path))'\(isSound ? " is sound:" : " has") "
                    + "\(Phrases.count(sweeps.count, "sweep")), \(Phrases.count(trials, "trial")).")
        }
        return lines.joined(separator: "\n")
    }

    public var json: String {
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
