public import Settings

/// The augmentations there are; the raw values are their names in sweep files.
public enum AugmentationKind: String, CaseIterable, Sendable {
    case flip, shift, rotate, noise

    /// Reads a list like `[{flip: horizontal}, {noise: 0.1}]`; they are applied in its order.
    ///
    /// - Parameter picture: what the examples are; nil where they are no pictures.
    public static func read(
        _ value: SettingValue, path: String = "augment", picture: PictureShape?
    ) throws(SettingError) -> [any Augmentation] {
        guard case .list(let elements) = value else {
            throw SettingError(
                path: path, value: value, rule: "it must be a list of mappings, such as [{flip: horizontal}]")
        }
        var augmentations: [any Augmentation] = []
        for (index, element) in elements.enumerated() {
            augmentations.append(try read(element, path: "\(path)[\(index)]", picture: picture))
        }
        return augmentations
    }

    private static func read(
        _ value: SettingValue, path: String, picture: PictureShape?
    ) throws(SettingError) -> any Augmentation {
        guard case .mapping(let entries) = value, entries.count == 1, let name = entries.keys.first else {
            throw SettingError(path: path, value: value, rule: "it must be a mapping of one name to its amount")
        }
        guard let kind = AugmentationKind(rawValue: name) else {
            throw SettingError(
                path: "\(path).\(name)", value: nil, rule: SettingError.unknown("augmentation", name, among: names))
        }
        var reader = SettingReader(entries, path: path)
        switch kind {
        case .flip: return try Flip(&reader, name, try pictures(picture, reader, name))
        case .shift: return try Shift(&reader, name, try pictures(picture, reader, name))
        case .rotate: return try Rotate(&reader, name, try pictures(picture, reader, name))
        case .noise: return try Noise(&reader, name)
        }
    }

    private static func pictures(
        _ picture: PictureShape?, _ reader: SettingReader, _ name: String
    ) throws(SettingError) -> PictureShape {
        if let picture { return picture }
        var reader = reader
        throw reader.error(
            name, reader.value(name), "the examples are no pictures; the only augmentation for others is noise")
    }
}
