import Analysis
import Reports
import Settings
import SweepViews
import Sweeps

/// Which sweeps the configurations of a ranking are from.
///
/// Configurations are numbered within a sweep; for a common ranking those of each further sweep count on from the last
/// one's.
struct ConfigurationSources {
    /// In the order of their numbers; each from the number after `offset`.
    private let parts: [(sweep: String, offset: Int)]

    /// - Parameter sweeps: their names, and the largest number of a configuration of each.
    init(_ sweeps: [(name: String, largestNumber: Int)]) {
        var offset = 0
        parts = sweeps.map { sweep in
            defer { offset += sweep.largestNumber }
            return (sweep.name, offset)
        }
    }

    /// All are from one sweep.
    init(_ sweep: String) {
        self.init([(sweep, 0)])
    }

    var sweeps: [String] { parts.map(\.sweep) }

    /// What is added to the numbers of a sweep's configurations; the sweeps are counted from 0.
    func offset(ofSweep index: Int) -> Int { parts[index].offset }

    /// The sweep of a configuration, and its number there.
    func origin(of number: Int) -> (sweep: String, number: Int) {
        let part = parts.last { $0.offset < number } ?? parts[0]
        return (part.sweep, number - part.offset)
    }

    /// What to call each configuration in a sentence: what differs within its sweep, after the sweep's name where there
    /// are several; without commas, since a sentence lists them.
    func labels(of results: [ConfigurationResult], order: [String]) -> [String] {
        let own = results.map { origin(of: $0.number).sweep }
        let configurations = Dictionary(grouping: zip(own, results), by: \.0).mapValues { $0.map(\.1.configuration) }
        let labels = configurations.mapValues { ConfigurationLabels($0, order: order) }
        return zip(own, results).map { sweep, result in
            let label = Self.withoutCommas(labels[sweep]?.label(of: [result.configuration]) ?? "")
            if parts.count == 1 { return label }
            return (configurations[sweep]?.count ?? 0) > 1 ? "\(sweep) \(label)" : sweep
        }
    }

    /// `adam lr 0.01 hidden [64, 32]`: within brackets they stay.
    private static func withoutCommas(_ label: String) -> String {
        var depth = 0
        return label.filter { character in
            if "[{".contains(character) { depth += 1 }
            if "]}".contains(character) { depth -= 1 }
            return character != "," || depth > 0
        }
    }
}
