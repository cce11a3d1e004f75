import Foundation

/// The edge of a figure in the plane, turned by an angle around its middle.
enum Outline {
    case disc(SIMD2<Float>, radii: SIMD2<Float>, angle: Float)
    case box(SIMD2<Float>, halfSides: SIMD2<Float>, angle: Float)

    var middle: SIMD2<Float> {
        switch self {
        case .disc(let middle, _, _), .box(let middle, _, _): middle
        }
    }

    /// No point of it is further from the middle.
    var reach: Float {
        switch self {
        case .disc(_, let radii, _): max(radii.x, radii.y)
        case .box(_, let halfSides, _): (halfSides * halfSides).sum().squareRoot()
        }
    }

    /// About how far a point lies outside, negative inside; exact enough near the edge to smooth it.
    func distance() -> (SIMD2<Float>) -> Float {
        switch self {
        case .disc(let middle, let radii, let angle):
            let (cosine, sine) = (cos(angle), sin(angle))
            return { point in
                let offset = point - middle
                let turned = SIMD2(offset.x * cosine + offset.y * sine, offset.y * cosine - offset.x * sine) / radii
                return ((turned * turned).sum().squareRoot() - 1) * min(radii.x, radii.y)
            }
        case .box(let middle, let halfSides, let angle):
            let (cosine, sine) = (cos(angle), sin(angle))
            return { point in
                let offset = point - middle
                let turned = SIMD2(offset.x * cosine + offset.y * sine, offset.y * cosine - offset.x * sine)
                return max(abs(turned.x) - halfSides.x, abs(turned.y) - halfSides.y)
            }
        }
    }
}
