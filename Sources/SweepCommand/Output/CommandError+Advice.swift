import Foundation
import ResultsStore
import TrialFolders

// What helps is said by the command line, since it names commands and options.

extension StoreError {
    /// The error with what helps.
    var words: String {
        switch self {
        case .missing: ending("; 'sweep run FILE' makes it, and '--store PATH' names another.")
        case .foreign: ending(". Name another with '--store PATH'.")
        case .damaged: ending("; 'sweep doctor --mend' makes it anew from the trials' journals.")
        case .cannotRead(_, let obstacle), .cannotWrite(_, let obstacle): ending(obstacle.advice)
        case .newer, .busy, .query: description
        }
    }

    private func ending(_ advice: String) -> String { description.dropLast() + advice }
}

extension StoreError.Obstacle {
    /// What follows the clause.
    fileprivate var advice: String {
        switch self {
        case .folder: ". Name a file with '--store PATH'."
        case .unmakeableFolder, .unopenable: ". Check the path, or choose another place with '--store PATH'."
        case .fullDisk, .brokenDisk: ". \(spaceAdvice)"
        case .readOnly: ". Give write permission, or choose another place with '--store PATH'."
        case .replaced: "; 'sweep doctor --mend' makes it anew."
        case .madeByAnother: ". Look again."
        case .contradiction: "; 'sweep doctor' looks for the cause. Run the same command again."
        case .other: ". Run the same command again."
        case .unopenableForReading, .unmovable: "."
        }
    }
}

extension FileError {
    /// The error with what helps.
    var words: String {
        switch errno {
        case ENOSPC, EDQUOT: "\(self) \(spaceAdvice)"
        case EACCES, EPERM, EROFS: "\(self) Give write permission, or choose another place with --store."
        default: "\(self) Check the path and run the same command again."
        }
    }
}

extension SweepLock.Taken {
    /// The error, as a clause with its full stop, with what helps.
    var words: String { "\(self); wait for it, or stop it with 'sweep stop'." }
}

private let spaceAdvice = "Free some space and run the same command again; what was committed is safe."
