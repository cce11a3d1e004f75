import Charts

extension ScaleKind {
    /// Logarithmic for positive values of which the greatest is at least `ratio` times the least.
    static func spanning(_ curves: some Sequence<[Double]>, atLeast ratio: Double) -> ScaleKind {
        var (least, greatest) = (Double.infinity, -Double.infinity)
        for values in curves {
            for value in values where value.isFinite { (least, greatest) = (min(least, value), max(greatest, value)) }
        }
        return least > 0 && greatest / least >= ratio ? .log : .linear
    }
}
