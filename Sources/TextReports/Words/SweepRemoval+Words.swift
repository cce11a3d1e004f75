public import SweepRuns
import TrialFolders

extension SweepRemoval {
    /// What goes besides the rows.
    public var words: String {
        if let place = linkedFolder {
            return ", and the link \(folder.path) (the folder that it leads to stays: \(place))"
        }
        return hasFolder ? ", and the folder \(folder.path)" : ""
    }
}
