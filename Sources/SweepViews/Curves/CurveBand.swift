/// What the band around a mean over seeds shows.
public enum CurveBand: String, CaseIterable, Sendable {
    /// From the least to the greatest value.
    case range
    /// One standard deviation (n − 1) to each side.
    case sd
    /// The 95 % interval of the mean, of three seeds or more.
    case interval
    case none
}
