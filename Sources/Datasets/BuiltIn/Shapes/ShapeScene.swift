import Foundation
import Randomness

/// What one drawn picture shows: a ground, clutter, the shape to be told, and strokes before it, all lit from a side.
///
/// Lengths are in units of the smaller side, from the middle of the picture.
struct ShapeScene {
    private let ground: SIMD3<Float>
    private let clutter: [Stroke]
    private let shape: Outline
    private let colour: SIMD3<Float>
    private let covers: [Stroke]
    /// How much brighter it becomes per unit of length, to the right and downwards.
    private let light: SIMD2<Float>

    struct Stroke {
        let outline: Outline
        let colour: SIMD3<Float>
    }

    /// Draws the scene at random.
    ///
    /// - Parameter aspect: the picture's width by its height.
    init(isDisc: Bool, aspect: Float, _ random: inout RandomStream) {
        let extent = SIMD2<Float>(max(1, aspect), max(1, 1 / aspect)) / 2
        ground = Self.colour(&random, from: 0.2, to: 0.8)
        clutter = (0..<(6 + Int(random.below(7)))).map { _ in Self.stroke(extent, &random) }
        shape = Self.shape(isDisc: isDisc, &random)
        // Most shapes are brighter than the ground, as most subjects are; the rest are darker.
        let contrast = 0.25 + 0.25 * random.uniformFloat()
        let direction: Float = random.uniformFloat() < 0.8 ? 1 : -1
        colour = ground + direction * contrast + Self.colour(&random, from: -0.15, to: 0.15)
        covers = (0..<(1 + Int(random.below(3)))).map { _ in Self.stroke(extent, &random) }
        let angle = 2 * Float.pi * random.uniformFloat()
        light = SIMD2(cos(angle), sin(angle)) * (0.6 * random.uniformFloat())
    }

    func draw(on canvas: inout ShapeCanvas) {
        canvas.fill(ground)
        for stroke in clutter { canvas.fill(stroke.outline, stroke.colour, opacity: 0.6) }
        canvas.fill(shape, colour, opacity: 1)
        for stroke in covers { canvas.fill(stroke.outline, stroke.colour, opacity: 0.6) }
        canvas.light(light)
    }

    /// Boxes and discs have the same areas, and both are longer than wide by up to a third.
    private static func shape(isDisc: Bool, _ random: inout RandomStream) -> Outline {
        let middle = SIMD2<Float>(random.uniformFloat() - 0.5, random.uniformFloat() - 0.5) * 0.14
        let radius = 0.22 + 0.1 * random.uniformFloat()
        let stretch = (1 + random.uniformFloat() / 3).squareRoot()
        let angle = (random.uniformFloat() - 0.5) * 0.8
        let radii = SIMD2(radius * stretch, radius / stretch)
        return isDisc
            ? .disc(middle, radii: radii, angle: angle)
            : .box(middle, halfSides: radii * Float.pi.squareRoot() / 2, angle: angle)
    }

    private static func stroke(_ extent: SIMD2<Float>, _ random: inout RandomStream) -> Stroke {
        let place = SIMD2<Float>(random.uniformFloat() - 0.5, random.uniformFloat() - 0.5) * 2 * extent
        let angle = 2 * Float.pi * random.uniformFloat()
        let halfSides = SIMD2(0.05 + 0.2 * random.uniformFloat(), 0.01 + 0.03 * random.uniformFloat())
        let outline = Outline.box(place, halfSides: halfSides, angle: angle)
        return Stroke(outline: outline, colour: colour(&random, from: 0, to: 1))
    }

    private static func colour(_ random: inout RandomStream, from least: Float, to most: Float) -> SIMD3<Float> {
        SIMD3(random.uniformFloat(), random.uniformFloat(), random.uniformFloat()) * (most - least) + least
    }
}
