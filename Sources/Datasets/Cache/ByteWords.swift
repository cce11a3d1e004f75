/// Sizes as people read them.
enum ByteWords {
    /// `312 bytes`, `1.5 MB`, `56 TB`: decimal units.
    static func text(_ count: Int) -> String {
        if count < 1000 { return "\(count) bytes" }
        var size = Double(count)
        var units = ["kB", "MB", "GB", "TB", "PB", "EB"][...]
        size /= 1000
        while size >= 999.5, units.count > 1 {
            size /= 1000
            units.removeFirst()
        }
        let rounded = size < 9.95 ? (size * 10).rounded() / 10 : size.rounded()
        let text = rounded.rounded() == rounded ? "\(Int(rounded))" : "\(rounded)"
        return "\(text) \(units.first ?? "kB")"
    }
}
