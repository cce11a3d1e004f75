/// A straight line through points by least squares.
struct FittedLine {
    let slope: Double
    /// The slope over its standard error, which allows for residuals that follow their neighbours.
    let ratio: Double

    /// Nil for fewer than three points, or points that all have one x.
    init?(_ points: [(x: Double, y: Double)]) {
        guard points.count > 2, let meanX = SampleStatistics.mean(of: points.map(\.x)),
            let meanY = SampleStatistics.mean(of: points.map(\.y))
        else { return nil }
        let spread = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
        guard spread > 0 else { return nil }
        let slope = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / spread
        let residuals = points.map { $0.y - meanY - slope * ($0.x - meanX) }
        let squares = residuals.reduce(0) { $0 + $1 * $1 }
        let neighbours = zip(residuals, residuals.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
        let correlation = squares > 0 ? min(0.95, max(0, neighbours / squares)) : 0
        let error = (squares / Double(points.count - 2) / spread * (1 + correlation) / (1 - correlation)).squareRoot()
        self.slope = slope
        ratio = error > 0 ? slope / error : slope == 0 ? 0 : slope * .infinity
    }
}
