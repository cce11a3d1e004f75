import Foundation
import GRDB
import Sweeps

extension [MetricDefinition] {
    /// As the column `metrics` of `sweeps` holds them; nil: none are known.
    ///
    /// - Throws: a `DatabaseError` that says the store is damaged, where it is no such list.
    init(json: String?) throws {
        guard let json else {
            self = []
            return
        }
        do {
            self = try JSONDecoder().decode([MetricDefinition].self, from: Data(json.utf8))
        } catch {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a sweep's 'metrics' define no metrics")
        }
    }

    /// Nil where there are none.
    var json: String? {
        get throws {
            if isEmpty { return nil }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
