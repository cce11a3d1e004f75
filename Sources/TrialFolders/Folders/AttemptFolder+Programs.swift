/// What an attempt at a trial of another program has besides.
extension AttemptFolder {
    /// The configuration as the program reads it.
    public var configurationFile: String { path + "/config.json" }
    /// To which the program appends what it reports.
    public var reportedFile: String { path + "/metrics.jsonl" }
    /// What its calls of the `wandb` package report.
    public var wandbFile: String { path + "/wandb.jsonl" }
    /// Where the program may leave files of this attempt.
    public var filesFolder: String { path + "/files" }
    /// What was run, how and where.
    public var commandFile: String { path + "/command.json" }
    /// Where the program keeps what a later attempt goes on from: one for all attempts at the trial.
    public var checkpointsFolder: String { parentFolder(of: path) + "/checkpoints" }

    /// The most recent of `attempts`, numbers in any order, that has a journal, with its length up to the last whole
    /// line; nil where there is none.
    public func newestJournal(of attempts: [Int]) throws(FileError) -> JournalPosition? {
        for number in attempts.sorted(by: >) {
            let journal = sibling(number).journal
            var reader = JournalReader(path: journal)
            if let last = try reader.readNewLines().last { return JournalPosition(attempt: number, offset: last.end) }
        }
        return nil
    }

    /// Makes the folders that a program may use.
    public func makeProgramFolders() throws(FileError) {
        for folder in [filesFolder, checkpointsFolder] { try makeFolder(folder) }
    }
}
