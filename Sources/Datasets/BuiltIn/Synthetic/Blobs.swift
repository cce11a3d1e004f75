import Foundation

/// Clouds around centers that lie evenly on the circle of radius 1.
enum Blobs {
    static let defaultNoise = 0.3

    static func center(_ label: Int, of classes: Int) -> (x: Double, y: Double) {
        let angle = 2 * Double.pi * Double(label) / Double(classes)
        return (cos(angle), sin(angle))
    }
}
