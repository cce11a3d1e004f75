/// Amounts of memory as people write them: `512MB`, `1.5GB`, `2GiB`.
public enum MemoryWords {
    private static let units: [(name: String, bytes: Double)] = [
        ("KiB", 0x1p10), ("MiB", 0x1p20), ("GiB", 0x1p30), ("TiB", 0x1p40), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9),
        ("TB", 1e12), ("B", 1),
    ]

    /// The number and the bytes of its unit; nil where the unit is missing or unknown.
    public static func split(_ text: String) -> (number: Substring, bytes: Double)? {
        guard let unit = units.first(where: { text.hasSuffix($0.name) }) else { return nil }
        let number = text.dropLast(unit.name.count)
        return (number.last == " " ? number.dropLast() : number, unit.bytes)
    }

    /// With up to three digits: `1.25 GB`.
    public static func text(_ bytes: Int) -> String {
        let unit = units.last { $0.name.count == 2 && $0.bytes <= Double(bytes) } ?? (name: "B", bytes: 1)
        let number = Double(bytes) / unit.bytes
        let places = number < 10 ? 100.0 : number < 100 ? 10.0 : 1.0
        let rounded = (number * places).rounded() / places
        return (rounded.rounded() == rounded && rounded < 1e15 ? String(Int(rounded)) : String(rounded))
            + " \(unit.name)"
    }
}
