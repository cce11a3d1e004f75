public import SweepRuns
import Sweeps

extension ChangedData {
    /// As a sentence.
    public var sentence: String {
        let isOne = trials == 1
        return "The data \(Phrases.list(names)) changed since \(Phrases.count(trials, "trial")) finished: "
            + (isOne ? "it no longer counts, and is" : "they no longer count, and are")
            + " trained again on the data as they are; 'sweep rank --all' shows what \(isOne ? "it was" : "they were")."
    }
}
