/// How running trials that fall behind are to be stopped early.
public enum EarlyTermination: Hashable, Sendable {
    case hyperband(Hyperband)

    /// W&B's form of Hyperband (L. Li et al., "Hyperband: A novel bandit-based approach to hyperparameter optimization",
    /// 2018): trials are compared when they have measured the objective so many times.
    public struct Hyperband: Hashable, Sendable {
        /// The first band of an endless row, or the largest number of measurements with the most bands below it.
        public enum Bands: Hashable, Sendable {
            case from(Int)
            case below(Int, most: Int)
        }

        public let bands: Bands
        /// Above 1; of the trials at a band one in so many goes on.
        public let eta: Double
        /// Whether a trial is judged by its value at the band, not by the best so far.
        public let isStrict: Bool

        public init(bands: Bands, eta: Double, isStrict: Bool) {
            self.bands = bands
            self.eta = eta
            self.isStrict = isStrict
        }

        /// W&B's rows end here.
        private static let mostBands = 100

        /// In ascending order, each at least 1.
        public var counts: [Int] {
            var counts: [Int] = []
            switch bands {
            case .from(let first):
                var band = Double(first)
                while counts.count < Self.mostBands, band < 0x1p53 {
                    counts.append(Int(band))
                    band *= eta
                }
            case .below(let largest, let most):
                var band = Double(largest) / eta
                while counts.count < min(most, Self.mostBands), band >= 1 {
                    counts.insert(Int(band), at: 0)
                    band /= eta
                }
            }
            return counts
        }
    }
}
