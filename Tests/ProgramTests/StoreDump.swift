import Foundation
import GRDB

/// Every row of a store's tables as text, in an order and with names that do not depend on how it came about.
struct StoreDump: Equatable, CustomStringConvertible {
    let rows: [String]

    init(of folder: String) throws {
        let queue = try DatabaseQueue(path: folder + "/results/sweeps.sqlite")
        let queries = [
            "SELECT 'sweep', * FROM sweeps ORDER BY name",
            "SELECT 'configuration', * FROM configurations ORDER BY number",
            "SELECT 'parameter', * FROM parameters ORDER BY configuration, name",
            "SELECT 'trial', * FROM trials ORDER BY number",
            "SELECT 'attempt', * FROM attempts ORDER BY trial, number",
            "SELECT 'point', name, p.* FROM measurement_points p JOIN metrics ON metrics.id = metric ORDER BY 2, 3, 5, 6",
            "SELECT 'run', name, p.* FROM measurement_runs p JOIN metrics ON metrics.id = metric ORDER BY 2, 4, 6, 7",
            "SELECT 'summary', name, p.* FROM summaries p JOIN metrics ON metrics.id = metric ORDER BY 2, 3",
        ]
        rows = try queue.read { database in
            try queries.flatMap { query in
                try Row.fetchAll(database, sql: query).map { row in
                    // The numbers of a metric and of a run are those of whatever came first.
                    row.filter { !["metric", "id"].contains($0.0) || row.hasColumn("created_at") }
                        .map { "\($0.0)=\($0.1)" }.joined(separator: " ")
                }
            }
        }
    }

    /// What is in only one of the two.
    func differences(from other: StoreDump) -> [String] {
        Set(rows).symmetricDifference(other.rows).sorted()
    }

    var description: String { "\(rows.count) rows" }
}
