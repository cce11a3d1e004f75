extension Unicode.Scalar {
    /// Whether a reader or a terminal obeys it rather than shows it: control characters, line separators, and those that
    /// turn the direction of text.
    public var isActive: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
