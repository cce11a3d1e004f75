import CKernels

/// The number formats that a network computes in; the raw values are their names in sweep files.
///
/// In the shorter formats weights, inputs, sums, values and their gradients are rounded to the format wherever it would
/// store them; products are summed in float32, and the weights that the optimizer moves, normalisation and the loss stay
/// in float32. The rounding is done in software: it shows what the format does to a training, and saves no time.
///
/// Source: P. Micikevicius et al., "Mixed precision training", 2018, section 3; what is rounded is as in PyTorch's
/// `autocast`.
public enum Precision: String, CaseIterable, Sendable {
    case float32
    /// 8 bits of significand and the range of float32.
    case bfloat16
    /// 11 bits of significand, from 6·10⁻⁸ to 65504: small gradients vanish unless the loss is scaled.
    case float16

    func round(_ values: UnsafeMutablePointer<Float>, count: Int) {
        switch self {
        case .float32: break
        case .bfloat16: round_in_place_to_bfloat16(values, count)
        case .float16: round_in_place_to_float16(values, count)
        }
    }

    func round(_ values: UnsafeMutablePointer<Float>, into rounded: UnsafeMutablePointer<Float>, count: Int) {
        switch self {
        case .float32: rounded.update(from: values, count: count)
        case .bfloat16: round_to_bfloat16(values, rounded, count)
        case .float16: round_to_float16(values, rounded, count)
        }
    }
}
