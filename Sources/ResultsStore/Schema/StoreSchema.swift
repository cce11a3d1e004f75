import GRDB
import Sweeps

/// How the store's tables came to be: named migrations, each applied once and never edited.
enum StoreSchema {
    /// In the header of the database file: these are sweeps, in the letters `swep`.
    static let applicationID: Int32 = 0x7377_6570

    /// In the header as `user_version`: how many migrations there are.
    static var version: Int { migrator.migrations.count }

    /// Of an attempt's worker meanwhile: memory in bytes, processor time of all threads.
    private static let usageColumns = """
        ALTER TABLE attempts ADD COLUMN peak_memory INTEGER;
        ALTER TABLE attempts ADD COLUMN cpu_seconds REAL;
        """

    /// JSON: a list of what is known of each metric; NULL where an older version made the sweep.
    private static let metricsColumn =
        "ALTER TABLE sweeps ADD COLUMN metrics TEXT CHECK (metrics IS NULL OR json_valid(metrics))"

    /// What bounds a sweep's trials and workers; NULL is no limit.
    private static let limitColumns = """
        ALTER TABLE sweeps ADD COLUMN jobs INTEGER;
        ALTER TABLE sweeps ADD COLUMN timeout REAL; -- seconds, per attempt
        ALTER TABLE sweeps ADD COLUMN memory_limit INTEGER; -- bytes, of a worker
        ALTER TABLE sweeps ADD COLUMN retries INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE sweeps ADD COLUMN max_failed INTEGER;
        """

    /// Of a diverged attempt: which value was not finite, and in or after which epoch; NULL where that is not known.
    private static let wildValueColumns = """
        ALTER TABLE attempts ADD COLUMN end_metric TEXT;
        ALTER TABLE attempts ADD COLUMN end_epoch INTEGER;
        """

    /// What the sweep's file calls configurations: JSON, `[{"label": …, "where": …}, …]`, the first that fits counts.
    private static let labelColumn = "ALTER TABLE sweeps ADD COLUMN labels TEXT NOT NULL DEFAULT '[]'"

    /// What computed the attempt; NULL where that is not known.
    private static let machineColumns = """
        ALTER TABLE attempts ADD COLUMN processor TEXT;
        ALTER TABLE attempts ADD COLUMN kernels TEXT;
        """

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 sweeps, trials, measurements") { database in
            try database.execute(sql: tables)
            try database.execute(sql: views)
            try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
        }
        migrator.registerMigration("002 what attempts took") { database in
            // Stores that were made while the first migration had them, too.
            if try !database.columns(in: "attempts").contains(where: { $0.name == "peak_memory" }) {
                try database.execute(sql: usageColumns)
            }
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("003 definitions of metrics") { database in
            try database.execute(sql: metricsColumn)
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("004 limits of sweeps") { database in
            try database.execute(sql: limitColumns)
            let texts = try Row.fetchAll(database, sql: "SELECT id, file_text FROM sweeps")
            for row in texts {
                let limits = SweepLimits(inText: row["file_text"])
                try database.execute(
                    sql: """
                        UPDATE sweeps SET jobs = ?, timeout = ?, memory_limit = ?, retries = ?, max_failed = ?
                        WHERE id = ?
                        """,
                    arguments: [
                        limits.jobs, limits.timeout.map { $0 / .seconds(1) }, limits.memoryLimit, limits.retries,
                        limits.maxFailed, row["id"] as Int64,
                    ])
            }
            try database.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("005 what was not finite, and restored weights") { database in
            try database.execute(sql: wildValueColumns)
            try database.execute(sql: viewsWithRestoredWeights)
            try database.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("006 labels of configurations") { database in
            try database.execute(sql: labelColumn)
            try database.execute(sql: "PRAGMA user_version = 6")
        }
        migrator.registerMigration("007 what attempts were computed with") { database in
            try database.execute(sql: machineColumns)
            try database.execute(sql: "PRAGMA user_version = 7")
        }
        migrator.registerMigration("008 values without epochs, runs as bytes") { database in
            try packRuns(in: database)
            try database.execute(sql: "PRAGMA user_version = 8")
        }
        return migrator
    }
}
