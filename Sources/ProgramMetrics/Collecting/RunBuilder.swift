import Foundation
import Sweeps

/// Joins values at consecutive steps into runs.
struct RunBuilder {
    private struct Run {
        let metric: String
        let epoch: Int?
        let firstStep: Int
        let at: Date?
        var values: [Double]
        var isWithdrawn = false
    }

    private var runs: [Run] = []
    private var open: [String: Int] = [:]
    private var withdrawn: [String] = []

    mutating func append(_ metric: String, _ value: Double, epoch: Int?, step: Int, at: Date?) {
        let second = at.map { Date(timeIntervalSince1970: $0.timeIntervalSince1970.rounded(.down)) }
        if let index = open[metric] {
            let run = runs[index]
            if run.epoch == epoch, run.at == second, step - run.firstStep == run.values.count {
                runs[index].values.append(value)
                return
            }
        }
        open[metric] = runs.count
        runs.append(Run(metric: metric, epoch: epoch, firstStep: step, at: second, values: [value]))
    }

    mutating func withdraw(_ metric: String) {
        for index in runs.indices where runs[index].metric == metric { runs[index].isWithdrawn = true }
        open[metric] = nil
        if !withdrawn.contains(metric) { withdrawn.append(metric) }
    }

    /// What was withdrawn, then what counts, in the order in which it came.
    mutating func findings() -> [Finding] {
        defer { self = RunBuilder() }
        var findings = withdrawn.map { Finding.withdrawn(metric: $0) }
        var group: [MeasurementRun] = []
        var time: Date?
        for run in runs where !run.isWithdrawn {
            if run.at != time, !group.isEmpty {
                findings.append(.values(group, at: time))
                group = []
            }
            time = run.at
            group.append(
                MeasurementRun(metric: run.metric, epoch: run.epoch, firstStep: run.firstStep, values: run.values))
        }
        if !group.isEmpty { findings.append(.values(group, at: time)) }
        return findings
    }
}
