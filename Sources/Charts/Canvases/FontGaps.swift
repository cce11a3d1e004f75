import Synchronization

/// Characters that no installed font has, and that charts therefore show as boxes.
public enum FontGaps {
    private static let characters = Mutex<Set<Character>>([])

    static func add(_ more: some Sequence<Character>) {
        characters.withLock { $0.formUnion(more) }
    }

    /// What a person should know of the charts drawn since the last time; nil if they have all their glyphs.
    public static func takeWarning() -> String? {
        let missing = characters.withLock { characters in
            defer { characters = [] }
            return characters.sorted()
        }
        guard let first = missing.first else { return nil }
        let shown = missing.prefix(12).map(String.init).joined(separator: " ") + (missing.count > 12 ? " …" : "")
        let package = missing.contains(where: isEastAsian) ? "fonts-noto-cjk" : "fonts-noto"
        return
            "warning: no installed font has \(missing.count == 1 ? "the character \(first)" : "the characters \(shown)"); "
            + "charts show \(missing.count == 1 ? "a box in its place" : "boxes in their place"). Install a font that does, "
            + "for example the package \(package), and draw them again."
    }

    private static func isEastAsian(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
                0x20000...0x3FFFF:
                true
            default: false
            }
        }
    }
}
