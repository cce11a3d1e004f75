import CKernels

/// Shifts and scales the numbers of prepared examples so that they have mean 0 and deviation 1 over the training
/// examples: the pixels of a picture by their channel, other numbers each by itself.
///
/// What never varies is only shifted.
struct ArrayStandardization: Sendable {
    /// Repeated over each example: as long as an example, or a multiple of the channels long.
    let mean: [Float]
    /// One over the deviation (of the whole population); as long as `mean`.
    let scale: [Float]

    /// Numbers as they are stored, but for the bytes of pictures, which become 0…1.
    init(unstandardized layout: ExampleLayout) {
        let isBytes = layout.element == .uint8 && layout.channels != nil
        let length = min(layout.width, Self.period)
        mean = [Float](repeating: 0, count: length)
        scale = [Float](repeating: isBytes ? 1 / 255 : 1, count: length)
    }

    /// Measures the training examples at `rows`.
    init(_ file: PreparedFile, rows: [Int32]) {
        let moments =
            if let channels = file.layout.channels {
                Self.channelMoments(file, rows: rows, channels: channels)
            } else {
                Self.featureMoments(file, rows: rows)
            }
        let scale = moments.map { moments in
            let inverse = moments.variance > 0 ? 1 / moments.variance.squareRoot() : 1
            return Float(min(inverse, Double(Float.greatestFiniteMagnitude)))
        }
        // Long periods keep the loop that uses them in vectors.
        let repeats = file.layout.channels.map { max(1, Self.period / $0) } ?? 1
        mean = Array([[Float]](repeating: moments.map { Float($0.mean) }, count: repeats).joined())
        self.scale = Array([[Float]](repeating: scale, count: repeats).joined())
    }

    private static let period = 768

    private struct Moments {
        var mean: Double
        var variance: Double
    }

    /// Joins the moments of each example, which the file holds, in the order of the rows.
    ///
    /// T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae and a pairwise algorithm for computing sample
    /// variances", 1979, eq. 2.1, for parts of equal size.
    private static func channelMoments(_ file: PreparedFile, rows: [Int32], channels: Int) -> [Moments] {
        let pixels = Double(file.layout.width / channels)
        return (0..<channels).map { channel in
            var count = 0.0
            var mean = 0.0
            var deviations = 0.0
            for row in rows {
                let place = (Int(row) * channels + channel) * 2
                let difference = file.moments[place] - mean
                let total = count + pixels
                mean += difference * (pixels / total)
                deviations += file.moments[place + 1] + difference * difference * (count * pixels / total)
                count = total
            }
            return Moments(mean: mean, variance: count > 0 ? deviations / count : 0)
        }
    }

    /// Differences from the first row keep the sum of squares exact where deviations are small beside the mean.
    ///
    /// T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample variance: analysis and
    /// recommendations", The American Statistician 37 (1983), section 3.
    private static func featureMoments(_ file: PreparedFile, rows: [Int32]) -> [Moments] {
        let width = file.layout.width
        var shift = [Float](repeating: 0, count: width)
        var sums = [Double](repeating: 0, count: width)
        var squares = sums
        guard let examples = file.examples, let first = rows.first else {
            return [Moments](repeating: Moments(mean: 0, variance: 0), count: width)
        }
        let zeros = shift
        let ones = [Float](repeating: 1, count: width)
        file.layout.element.standardize(
            examples + Int(first) * file.layout.stride, mean: zeros, scale: ones, into: &shift, count: width)
        for row in rows {
            let example = examples + Int(row) * file.layout.stride
            switch file.layout.element {
            case .uint8:
                add_shifted_bytes(example.assumingMemoryBound(to: UInt8.self), shift, &sums, &squares, width)
            case .float32:
                add_shifted_floats(example.assumingMemoryBound(to: Float.self), shift, &sums, &squares, width)
            }
        }
        let count = Double(rows.count)
        return (0..<width).map { feature in
            let mean = sums[feature] / count
            let variance = squares[feature] / count - mean * mean
            return Moments(mean: Double(shift[feature]) + mean, variance: squares[feature] > 0 ? max(0, variance) : 0)
        }
    }
}

extension ExampleLayout.Element {
    /// `(from - mean) * scale`, with `mean` and `scale` repeated as often as needed.
    @inline(__always)
    func standardize(
        _ from: UnsafeRawPointer, mean: [Float], scale: [Float], into to: UnsafeMutablePointer<Float>, count: Int
    ) {
        switch self {
        case .uint8:
            standardize_bytes(from.assumingMemoryBound(to: UInt8.self), mean, scale, mean.count, to, count)
        case .float32:
            standardize_floats(from.assumingMemoryBound(to: Float.self), mean, scale, mean.count, to, count)
        }
    }
}
