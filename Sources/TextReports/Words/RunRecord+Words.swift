import TrialFolders

extension RunRecord {
    /// A clause: `on host by /usr/bin/python3 (Python 3.11.2), at commit 1a2b3c`.
    var words: String {
        "on \(host)" + (interpreter.map { " by \($0.words)" } ?? "") + (git.map { ", at commit \($0.words)" } ?? "")
    }
}

extension RunRecord.Git {
    /// `1a2b3c… , with changes that changes-1.diff holds`.
    var words: String {
        if isClean { return commit }
        return commit + ", with changes"
            + (diffFile.map { " that '\($0)' in the sweep's folder holds" } ?? " of 1 MB or more")
    }
}

extension RunRecord.Interpreter {
    /// `/usr/bin/python3 (Python 3.11.2)`.
    var words: String { path + (version.map { " (\($0))" } ?? "") }
}
