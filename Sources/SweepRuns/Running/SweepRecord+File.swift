import ResultsStore
import SweepFiles
import Sweeps

extension SweepRecord {
    /// Further attempts that a trial of the sweep may have, as its file last said.
    var retries: Int {
        let file = try? SweepFile(text: fileText, path: filePath)
        return (file?.sweep ?? Sweep(name: name)).retries
    }
}
