import Randomness
import Settings

/// Drawn pictures of two classes, boxes and discs, as a stand-in for photographs: their size, place, colours and light
/// vary, clutter lies around and before them, and noise over all.
///
/// Picture i shows a box if i is even, else a disc, and is a function of these settings and i alone.
public struct Shapes: Hashable, Sendable {
    public let examples: Int
    public let size: PictureSize
    /// The deviation of the noise on each number, where 1 is from black to white.
    public let noise: Double
    /// The same for all trials unless it is varied.
    public let seed: Int

    static let classes = ["boxes", "discs"]

    /// Reads `examples`, `size`, `noise` and `seed`.
    init(_ reader: inout SettingReader) throws(SettingError) {
        examples = try reader.wholeNumber("examples", default: 2_000, between: 4, and: 1_000_000)
        size = try PictureSize(&reader) ?? PictureSize(height: 64, width: 64)
        noise = try reader.number("noise", default: 0.1, .between(0, and: 10))
        seed = try reader.wholeNumber("seed", default: 1, atLeast: 0)
    }
}

extension Shapes: PreparableSource {
    var name: String { "shapes" }

    var recipe: String { "shapes \(examples) \(size.height)×\(size.width) \(noise) \(seed)" }

    func listing() -> SourceListing { SourceListing(files: []) }

    func prepare(_ files: [SourceFile], _ preparation: Preparation) throws -> PreparedContent {
        guard let layout = ExampleLayout(element: .uint8, shape: [size.height, size.width, 3]) else {
            preconditionFailure("pictures of \(size)")
        }
        let writer = try preparation.writer(layout, capacity: examples)
        // Where they go nowhere, nothing is there to be checked.
        if preparation.destination != .nowhere {
            let progress = ProgressCounter(name: name, total: examples, report: preparation.report)
            try Parallel.forEach(0..<examples) { example in
                try picture(example).withUnsafeBytes { try writer.write($0, at: example) }
                progress.add(1)
            }
        }
        let targets = SourceTargets(
            path: name, place: .name, categories: Self.classes, values: (0..<examples).map { Double($0 % 2) })
        return PreparedContent(writer: writer, targets: targets)
    }

    /// `[height, width, 3]`.
    func picture(_ example: Int) -> [UInt8] {
        var random = RandomStream(seed: UInt64(seed), .data, index: UInt64(example))
        let scene = ShapeScene(isDisc: example % 2 == 1, aspect: Float(size.width) / Float(size.height), &random)
        var canvas = ShapeCanvas(size)
        scene.draw(on: &canvas)
        return canvas.bytes(noise: Float(noise), &random)
    }
}
