import Foundation

/// Two half circles of radius 1, each with an end inside the other: the upper around (0, 0), the lower around (1, ½).
enum Moons {
    static let defaultNoise = 0.1

    static func point(isUpper: Bool, place: Double) -> (x: Double, y: Double) {
        let angle = Double.pi * place
        return isUpper ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
    }
}
