import Foundation

enum GammaFunction {
    /// ln Γ(x) for x > 0, without the global sign that C's `lgamma` writes.
    static func logarithm(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }
}
