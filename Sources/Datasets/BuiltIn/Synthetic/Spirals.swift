import Foundation

/// Spiral arms that start at the origin and turn once around it, out to the radius 1.
enum Spirals {
    static let defaultNoise = 0.03

    static func point(arm: Int, arms: Int, place: Double) -> (x: Double, y: Double) {
        let angle = 2 * Double.pi * (Double(arm) / Double(arms) + place)
        return (place * cos(angle), place * sin(angle))
    }
}
