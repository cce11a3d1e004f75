import Dispatch
import Foundation

extension RandomStream {
    /// A draw from the normal distribution with mean 0 and deviation 1.
    ///
    /// G. E. P. Box, M. E. Muller, "A note on the generation of random normal deviates", 1958; of each pair only the
    /// cosine is used, so that a draw always takes two numbers.
    public mutating func normal() -> Double {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        return radius * cos(2 * .pi * uniform())
    }

    /// Fills `values` with the next draws, of deviation `deviation`; many are drawn on all cores, to the same bits.
    public mutating func fill(_ values: UnsafeMutableBufferPointer<Float>, normalOfDeviation deviation: Double) {
        if unused > 0 || values.count < 1 << 16 {
            fillInTurn(values, normalOfDeviation: deviation)
            return
        }
        // Each draw takes a whole block, so that any of them can be the first.
        let start = self
        let parts = ProcessInfo.processInfo.activeProcessorCount
        nonisolated(unsafe) let all = values
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let range = (all.count * part / parts)..<(all.count * (part + 1) / parts)
            var stream = start
            stream.position &+= UInt64(range.lowerBound)
            stream.fillInTurn(.init(rebasing: all[range]), normalOfDeviation: deviation)
        }
        position &+= UInt64(values.count)
    }

    private mutating func fillInTurn(_ values: UnsafeMutableBufferPointer<Float>, normalOfDeviation deviation: Double) {
        for index in values.indices {
            values[index] = Float(normal() * deviation)
        }
    }
}
