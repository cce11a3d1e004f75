public import SweepViews
import Sweeps

extension SweepNote {
    /// As a sentence.
    public var sentence: String {
        switch self {
        case .splitSeeds(let count):
            return "Of \(Phrases.count(count, "configuration")) '--where' keeps some seeds and drops others; where it "
                + "asks for results, the means of those left are too good."
        case .leftOut(let count):
            return
                "\(Phrases.count(count, "trial")) that the sweep's file, with its data as they are now, no longer asks "
                + "for \(count == 1 ? "is" : "are") left out; '--all' shows \(count == 1 ? "it" : "them")."
        case .differentData:
            return "The sweeps were not trained on the same data, so their values may not be comparable."
        case .mixedMachines(let mixed): return mixed.sentence
        }
    }
}
