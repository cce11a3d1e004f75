import GRDB

/// How the store's tables came to be: named migrations, each applied once and never edited.
enum StoreSchema {
    /// In the header of the database file: these are sweeps, in the letters `swep`.
    static let applicationID: Int32 = 0x7377_6570

    /// In the header as `user_version`: how many migrations there are.
    static var version: Int { migrator.migrations.count }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 sweeps, trials, measurements") { database in
            try database.execute(sql: tables)
            try database.execute(sql: views)
            try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
        }
        return migrator
    }
}
