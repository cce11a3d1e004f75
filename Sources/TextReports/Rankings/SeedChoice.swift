import SweepFiles
import Sweeps

/// Which seeds a winner is to be trained with.
public enum SeedChoice: Hashable {
    /// Those that it was trained with.
    case own
    /// Its own first, then the smallest others.
    case first(count: Int)
    /// The smallest that were not used, from 1.
    case fresh(count: Int, avoiding: Set<Int>)

    /// How many a sweep file may have.
    public static let counts = 1...SweepFile.mostSeeds

    /// How many fresh ones there are, unless asked otherwise.
    public static let usualFresh = 10

    /// - Parameters:
    ///   - count: nil where it was not said.
    ///   - used: by the sweep's trials.
    public init(count: Int?, isFresh: Bool, used: Set<Int>) {
        self =
            isFresh
            ? .fresh(count: count ?? Self.usualFresh, avoiding: used) : count.map { .first(count: $0) } ?? .own
    }

    public func seeds(own: [Int]) -> [Int] {
        switch self {
        case .own: own
        case .first(let count): Array((own + Sweep.smallestSeeds(count, avoiding: Set(own))).prefix(count))
        case .fresh(let count, let used): Sweep.smallestSeeds(count, avoiding: used)
        }
    }
}
