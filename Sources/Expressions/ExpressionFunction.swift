import Foundation

/// The functions that an expression may call.
public enum ExpressionFunction: String, CaseIterable, Sendable {
    case min, max, exp, log, sqrt, cos, sin, abs, floor

    /// Whether it takes any number of arguments, but for none; the others take one.
    var takesMany: Bool { self == .min || self == .max }

    /// The value for arguments of which there are as many as the function takes.
    func callAsFunction(_ arguments: [Double]) -> Double {
        let first = arguments.first ?? .nan
        return switch self {
        case .min: arguments.dropFirst().reduce(first) { Swift.min($0, $1) }
        case .max: arguments.dropFirst().reduce(first) { Swift.max($0, $1) }
        case .exp: Foundation.exp(first)
        case .log: Foundation.log(first)
        case .sqrt: first.squareRoot()
        case .cos: Foundation.cos(first)
        case .sin: Foundation.sin(first)
        case .abs: first.magnitude
        case .floor: first.rounded(.down)
        }
    }
}
