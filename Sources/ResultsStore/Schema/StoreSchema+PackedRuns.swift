import Foundation
import GRDB
import TrialFolders

/// What the migration to values without epochs, and to runs of values as bytes, does.
extension StoreSchema {
    static func packRuns(in database: Database) throws {
        let views = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'view'")
        for view in views {
            // A person may have made some of them, of any name.
            let name = (view["name"] as String).replacing("\"", with: "\"\"")
            try database.execute(sql: "DROP VIEW \"\(name)\"")
        }
        try database.execute(sql: measurementTables)
        try packRunsOfFormerTable(in: database)
        try database.execute(sql: "DROP TABLE former_runs")
        for view in views where view["name"] != "measurements" { try database.execute(sql: view["sql"]) }
        try database.execute(sql: measurementView)
    }

    private static let measurementTables = """
        -- Single values. NULL is a value that is not a number. ANY, since a REAL column would lose the sign of -0.0.
        CREATE TABLE new_points (
          trial       INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE,
          metric      INTEGER NOT NULL REFERENCES metrics,
          step        INTEGER NOT NULL,
          epoch       INTEGER,                       -- NULL: whoever measured counts no epochs
          value       ANY CHECK (typeof(value) IN ('real', 'null')),
          attempt     INTEGER NOT NULL,              -- which measured it,
          journal_end INTEGER NOT NULL,              -- and where the line that says so ends in its journal
          written_at  INTEGER,                       -- and when it was written; NULL: by an older version
          PRIMARY KEY (trial, metric, step)
        ) STRICT, WITHOUT ROWID;
        INSERT OR REPLACE INTO new_points
          SELECT trial, metric, step, epoch, value, attempt, journal_end, NULL FROM measurement_points
          ORDER BY trial, metric, step, epoch;
        DROP TABLE measurement_points;
        ALTER TABLE new_points RENAME TO measurement_points;

        -- Values at consecutive steps: one after the other, little end first, four bytes each (a float) or eight (a
        -- double).
        ALTER TABLE measurement_runs RENAME TO former_runs;
        CREATE TABLE measurement_runs (
          id          INTEGER PRIMARY KEY,
          trial       INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE,
          metric      INTEGER NOT NULL REFERENCES metrics,
          first_step  INTEGER NOT NULL,
          epoch       INTEGER,
          count       INTEGER NOT NULL,
          value_bytes BLOB NOT NULL,
          attempt     INTEGER NOT NULL,
          journal_end INTEGER NOT NULL,
          written_at  INTEGER,
          UNIQUE (trial, metric, first_step)
        ) STRICT;

        CREATE TABLE new_summaries (
          trial            INTEGER NOT NULL REFERENCES trials ON DELETE CASCADE,
          metric           INTEGER NOT NULL REFERENCES metrics,
          count            INTEGER NOT NULL,
          last_epoch       INTEGER,
          last_step        INTEGER NOT NULL,
          last_value       ANY,                      -- NULL is not a number
          min_epoch        INTEGER,                  -- the smallest finite value, where it first was; NULL: there is none
          min_step         INTEGER,
          min_value        ANY,
          max_epoch        INTEGER,
          max_step         INTEGER,
          max_value        ANY,
          non_finite_epoch INTEGER,                  -- the first value that is infinite or not a number
          non_finite_step  INTEGER,
          non_finite_value ANY,
          PRIMARY KEY (trial, metric)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_summaries SELECT * FROM summaries;
        DROP TABLE summaries;
        ALTER TABLE new_summaries RENAME TO summaries;
        """

    private static func packRunsOfFormerTable(in database: Database) throws {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT * FROM former_runs ORDER BY trial, metric, first_step, epoch")
        let insert = try database.makeStatement(
            sql: """
                INSERT OR REPLACE INTO measurement_runs
                  (id, trial, metric, first_step, epoch, count, value_bytes, attempt, journal_end)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        while let row = try rows.next() {
            let values = try formerValues(in: row["value_list"])
            try insert.execute(arguments: [
                row["id"] as Int64, row["trial"] as Int64, row["metric"] as Int64, row["first_step"] as Int,
                row["epoch"] as Int, values.count, PackedValues(values).bytes, row["attempt"] as Int,
                row["journal_end"] as Int,
            ])
        }
    }

    /// The values of a JSON array as older versions stored it: `null` is not a number, `±9e999` is infinity.
    private static func formerValues(in text: String) throws(DamagedRow) -> [Double] {
        let damage = DamagedRow(words: "a run of measurements is not a list")
        guard text.hasPrefix("["), text.hasSuffix("]") else { throw damage }
        var values: [Double] = []
        for part in text.dropFirst().dropLast().split(separator: ",") {
            guard let value = part == "null" ? .nan : Double(part) else { throw damage }
            values.append(value)
        }
        return values
    }

    /// Takes runs apart in SQL alone, so that any program that reads SQLite can read the view: the digits of a value's
    /// bytes, then its sign, exponent and fraction (IEEE 754), then the value, exactly.
    private static let measurementView = """
        -- Every measurement, one a row.
        CREATE VIEW measurements AS
          SELECT sweeps.name AS sweep, trials.short_name AS trial, metrics.name AS metric, epoch, step, value
          FROM measurement_points AS p
          JOIN trials ON trials.id = p.trial JOIN sweeps ON sweeps.id = trials.sweep
          JOIN metrics ON metrics.id = p.metric
          UNION ALL
          SELECT sweeps.name, trials.short_name, metrics.name, epoch, step,
                 CASE WHEN exponent IS NULL THEN iif(fraction = 0, sign * 9e999, NULL)
                      ELSE sign * fraction * pow(2.0, exponent) END
          FROM (
            SELECT trial, metric, epoch, step, sign,
                   CASE WHEN width = 4 AND power = 255 OR width = 8 AND power = 2047 THEN NULL
                        ELSE max(power, 1) - iif(width = 4, 150, 1075) END AS exponent,
                   CASE WHEN power = 0 OR width = 4 AND power = 255 OR width = 8 AND power = 2047 THEN bits
                        ELSE bits + iif(width = 4, 8388608, 4503599627370496) END AS fraction
            FROM (
              SELECT trial, metric, epoch, step, width,
                     iif(\(digit(0)) >= 8, -1.0, 1.0) AS sign,
                     iif(width = 4,
                         ((\(number(0, 3))) >> 3) & 255,
                         (\(number(0, 3))) & 2047) AS power,
                     iif(width = 4, (\(number(2, 8))) & 8388607, \(number(3, 16))) AS bits
              FROM (
                SELECT trial, metric, epoch, first_step + list.key AS step, width,
                       hex(substr(value_bytes, list.key * width + 1, width)) AS digits
                FROM (SELECT *, length(value_bytes) / count AS width FROM measurement_runs) AS r
                JOIN json_each('[' || substr(replace(hex(zeroblob(count)), '00', ',0'), 2) || ']') AS list
              )
            )
          ) AS r
          JOIN trials ON trials.id = r.trial JOIN sweeps ON sweeps.id = trials.sweep
          JOIN metrics ON metrics.id = r.metric;
        """

    /// A hexadecimal digit of a value, counted from 0 at its big end, while its bytes come little end first.
    private static func digit(_ index: Int) -> String {
        let place = "2 * width - \(2 * (index / 2) + 1) + \(index % 2)"
        return "instr('123456789ABCDEF', substr(digits, \(place), 1))"
    }

    /// The number that some of the digits say.
    private static func number(_ first: Int, _ end: Int) -> String {
        (first..<end).map { "(\(digit($0)) << \(4 * (end - 1 - $0)))" }.joined(separator: " | ")
    }
}
